//! Which arguments a text is shown with, so that each of its branches is seen, and each kind of value.
//!
//! A value of each kind stands in one example, not in every combination: first what the manifest
//! names, then what each branch needs, then the rest, as many in one example as do not disturb each
//! other. Owns the planning alone; whatever shows a text to a translator can take the first, or all.

use std::collections::HashMap;

use tolken::{Arguments, Catalog, Code, LanguageIdentifier, Template, Value};

use super::plurals::Plurals;
use super::sample::{Declared, Sample};
use super::walk;

/// Plans the examples of the texts of one locale.
pub(crate) struct Examples<'c> {
    catalog: &'c Catalog,
    locale: LanguageIdentifier,
    plurals: Plurals,
    /// The first code of each message.
    codes: HashMap<&'c str, Code<'c>>,
}

/// The examples of one text.
pub(crate) struct Plan {
    /// At least one.
    pub(crate) examples: Vec<Example>,
    /// How many of the text's variants none of them shows, there being too many.
    pub(crate) left_out: usize,
}

/// Arguments to show a text with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Example {
    pub(crate) arguments: Vec<(String, Sample)>,
}

impl Arguments for Example {
    fn len(&self) -> usize {
        self.arguments.len()
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        let (name, sample) = self.arguments.get(index)?;
        Some((name, sample.value.borrowed()))
    }
}

impl<'c> Examples<'c> {
    pub(crate) fn new(catalog: &'c Catalog, locale: &LanguageIdentifier) -> Self {
        let mut codes: HashMap<&str, Code<'_>> = HashMap::new();
        for code in catalog.codes() {
            codes.entry(code.message_id()).or_insert(code);
        }
        Examples {
            catalog,
            locale: locale.clone(),
            plurals: Plurals::of(locale),
            codes,
        }
    }

    /// The examples of a message's value, or of an `id.attribute`, as the locale has it; of one that
    /// it does not have, as the source locale does.
    pub(crate) fn of(&self, name: &str) -> Plan {
        let source = self.catalog.template(name, self.catalog.source_locale());
        let own = self.catalog.template(name, &self.locale);
        let Some(template) = own.or(source) else {
            return Plan {
                examples: vec![Example::default()],
                left_out: 0,
            };
        };
        let known = self.known(name, source.unwrap_or(template));
        walk::plan(template, source, &known, &self.plurals)
    }

    /// What is given to a text, with its type where there is one: what the manifest names, and what
    /// the source locale reads. What a translation reads besides is missing, as it will be for users.
    fn known(&self, name: &str, source: Template<'c>) -> HashMap<&'c str, Declared<'c>> {
        let id = name.split_once('.').map_or(name, |(id, _)| id);
        let arguments = self.codes.get(id).map_or(&[][..], |code| code.arguments());
        let mut known: HashMap<_, _> = source
            .variables()
            .into_iter()
            .map(|(name, _)| (name, Declared::default()))
            .collect();
        for argument in arguments {
            let declared = Declared {
                kind: Some(argument.kind()),
                values: argument.values(),
                example: argument.example(),
            };
            known.insert(argument.name(), declared);
        }
        known
    }
}
