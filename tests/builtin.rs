//! The built-in catalog: every code in every locale.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

use tolken::{Catalog, LanguageIdentifier, Layer, Request, Severity};

use crate::util::{examples, visible};

/// The codes in the order of the published table.
const CODES: [(&str, u16); 19] = [
    ("BadRequest", 400),
    ("ODataError", 400),
    ("InvalidInput", 400),
    ("InvalidRequestBody", 400),
    ("InvalidHashValue", 400),
    ("InvalidDomainName", 400),
    ("InvalidIpAddress", 400),
    ("InvalidUrl", 400),
    ("MaximumBatchSizeExceeded", 400),
    ("MissingRequiredParameter", 400),
    ("OsPlatformNotSupported", 400),
    ("ClientVersionNotSupported", 400),
    ("Unauthorized", 401),
    ("Forbidden", 403),
    ("DisabledFeature", 403),
    ("DisallowedOperation", 403),
    ("NotFound", 404),
    ("ResourceNotFound", 404),
    ("InternalServerError", 500),
];

fn tags(catalog: &Catalog) -> Vec<String> {
    catalog.locales().iter().map(ToString::to_string).collect()
}

/// The names and expectations of the arguments of one template.
fn variables<'c>(
    catalog: &'c Catalog,
    name: &str,
    locale: &LanguageIdentifier,
) -> BTreeSet<&'c str> {
    let template = catalog
        .template(name, locale)
        .expect("every locale has every message");
    template
        .variables()
        .into_iter()
        .map(|(variable, _)| variable)
        .collect()
}

#[test]
fn it_loads_without_a_finding() {
    let loaded = Catalog::builder().layer(Layer::builtin()).build().unwrap();
    let findings: Vec<_> = loaded.findings().iter().map(ToString::to_string).collect();
    assert_eq!(findings, [""; 0]);
}

#[test]
fn the_codes_are_those_of_the_table_in_its_order() {
    let catalog = Catalog::builtin();
    let codes: Vec<_> = catalog
        .codes()
        .map(|code| (code.name(), code.status().unwrap_or_default()))
        .collect();
    assert_eq!(codes, CODES);
    assert_eq!(
        tags(&catalog),
        ["en-US", "fr-FR", "ko-KR", "nl-NL", "sv-SE", "zh-CN"]
    );
    assert_eq!(catalog.source_locale().to_string(), "en-US");
}

#[test]
fn every_code_answers_in_every_locale_with_an_action_and_no_fault() {
    let catalog = Catalog::builtin();
    for code in catalog.codes() {
        let args = examples(code);
        assert_eq!(
            args.len(),
            code.arguments().len(),
            "{} lacks an example",
            code.name()
        );
        for locale in tags(&catalog) {
            let message = catalog.render(&Request::new(code.name()).args(&args).range(&locale));
            assert_eq!(message.locale().to_string(), locale, "{}", code.name());
            assert_eq!(message.faults(), [], "{} in {locale}", code.name());
            assert!(!message.text().is_empty(), "{} in {locale}", code.name());
            assert!(
                message.action().is_some_and(|action| !action.is_empty()),
                "{}",
                code.name()
            );
        }
    }
}

#[test]
fn every_locale_has_the_messages_of_the_source_locale_and_no_more() {
    let catalog = Catalog::builtin();
    let source = catalog.source_locale();
    for name in catalog.names() {
        for locale in catalog.locales() {
            assert!(
                catalog.template(name, locale).is_some(),
                "{name} is missing in {locale}"
            );
        }
        assert!(
            catalog.template(name, source).is_some(),
            "{name} is not in {source}"
        );
    }
}

#[test]
fn every_text_reads_the_arguments_of_the_source_locale() {
    let catalog = Catalog::builtin();
    for name in catalog.names() {
        let source = variables(&catalog, name, catalog.source_locale());
        for locale in catalog.locales() {
            assert_eq!(
                variables(&catalog, name, locale),
                source,
                "{name} in {locale}"
            );
        }
    }
}

#[test]
fn every_argument_of_the_manifest_is_read_and_every_argument_read_is_in_it() {
    let catalog = Catalog::builtin();
    for code in catalog.codes() {
        let read: BTreeSet<_> = catalog
            .variables(code.name())
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        let declared: BTreeSet<_> = code
            .arguments()
            .iter()
            .map(tolken::Argument::name)
            .collect();
        assert_eq!(read, declared, "{}", code.name());
    }
}

#[test]
fn no_two_codes_of_a_locale_are_alike() {
    let catalog = Catalog::builtin();
    for locale in tags(&catalog) {
        let mut seen = HashMap::new();
        for code in catalog.codes() {
            // Without arguments, each stands as its name, which only its own code may have.
            let message = catalog.render(&Request::new(code.name()).range(&locale));
            let text = message.into_text();
            if let Some(other) = seen.insert(text, code.name()) {
                panic!("{other} and {} are alike in {locale}", code.name());
            }
        }
    }
}

#[test]
fn every_status_has_a_gloss_in_every_locale() {
    let catalog = Catalog::builtin();
    for code in catalog.codes() {
        let gloss = format!("status-{}", code.status().unwrap());
        for locale in catalog.locales() {
            assert!(
                catalog.template(&gloss, locale).is_some(),
                "{gloss} in {locale}"
            );
        }
    }
}

#[test]
fn no_text_holds_what_a_reader_cannot_see() {
    let catalog = Catalog::builtin();
    for name in catalog.names() {
        for locale in tags(&catalog) {
            let text = catalog
                .render(&Request::new(name).range(&locale))
                .into_text();
            let hidden = text.chars().find(|c| {
                c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}')
            });
            assert_eq!(hidden, None, "{name} in {locale}");
            assert_eq!(text.trim(), text, "{name} in {locale}");
            assert!(!text.contains("  "), "{name} in {locale}");
        }
    }
}

#[test]
fn notes_are_only_for_what_changes_nothing() {
    for rule in tolken::Rule::LOADING {
        let is_note = rule.severity() == Severity::Note;
        assert_eq!(
            is_note,
            matches!(rule.id(), "line-ends" | "override"),
            "{}",
            rule.id()
        );
    }
}

/// Every text as users see it, for reviewers of a language. After a change of wording:
/// `INSTA_UPDATE=always cargo test --test tests builtin`.
#[test]
fn every_text_is_reviewed() {
    let catalog = Catalog::builtin();
    for locale in tags(&catalog) {
        let mut texts = String::new();
        for code in catalog.codes() {
            let args = examples(code);
            let message = catalog.render(&Request::new(code.name()).args(&args).range(&locale));
            let (text, action) = (visible(message.text()), visible(message.action().unwrap()));
            writeln!(texts, "{}\n  {text}\n  → {action}", code.name()).unwrap();
        }
        texts.push('\n');
        for name in catalog.names() {
            if ["status-", "label-", "note-"]
                .iter()
                .any(|kind| name.starts_with(kind))
            {
                let text = catalog
                    .render(&Request::new(name).range(&locale))
                    .into_text();
                writeln!(texts, "{name}\n  {}", visible(&text)).unwrap();
            }
        }
        insta::assert_snapshot!(locale, texts);
    }
}
