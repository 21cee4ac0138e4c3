//! The built-in catalog, in full: what users read is what Fluent says they should.

use std::fs;

use fluent_syntax::parser;
use tolken::fluent::{FluentArgs, FluentValue};
use tolken::{Catalog, LanguageIdentifier, Value};

use super::case::{Case, named_patterns};
use super::pair::{Pair, Rendered};
use super::reference::{LOCALES, Reference};
use crate::util::examples;

#[test]
fn every_text_with_its_examples_is_the_same() {
    let catalog = Catalog::builtin();
    let mut compared = 0;
    for locale in catalog.locales() {
        let ftl = source(locale);
        let (Ok(resource) | Err((resource, _))) = parser::parse(ftl.as_str());
        let locale = locale.to_string();
        let mut reference = Reference::new(&locale, &ftl);
        for (name, _) in named_patterns(&resource) {
            let id = name.split('.').next().unwrap();
            let args = catalog.code(id).map(examples).unwrap_or_default();
            let fluent_args: FluentArgs<'_> = args
                .iter()
                .map(|(name, value)| (*name, to_fluent(value)))
                .collect();
            let pair = Pair {
                tolken: Rendered::tolken(&catalog, &locale, &name, &args),
                fluent: Rendered::fluent(&mut reference, &name, &fluent_args),
            };
            assert_eq!(pair.differing(), [], "{name} in {locale}: {pair:#?}");
            assert!(pair.tolken.faults.is_empty(), "{name} in {locale}");
            compared += 1;
        }
    }
    // Codes with their actions, glosses of a status, labels and notes.
    assert_eq!(compared, 6 * (19 + 19 + 5 + 6 + 5));
}

#[test]
fn every_text_without_arguments_is_the_same_where_no_difference_is_accepted() {
    for locale in LOCALES {
        let id: LanguageIdentifier = locale.parse().unwrap();
        if Catalog::builtin().locales().contains(&id) {
            let outcome = Case::new(locale, source(&id), &[]).compare();
            assert!(outcome.differences.is_empty(), "{locale}: {outcome:#?}");
        }
    }
}

fn source(locale: &LanguageIdentifier) -> String {
    let path = format!("{}/locales/{locale}/errors.ftl", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).unwrap()
}

fn to_fluent(value: &Value<'_>) -> FluentValue<'static> {
    match value {
        Value::String(text) => text.to_string().into(),
        Value::Number(number) => FluentValue::try_number(&number.to_string()).into_owned(),
        other => panic!("fluent-bundle has no {other:?}"),
    }
}
