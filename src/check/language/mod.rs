//! Rules of one language, which are data.
//!
//! Each `<language>.toml` here is a language: patterns and words, what to say and how to mend, with
//! examples that a test holds them to. A project adds its own in `check.toml`, in the same form.
//! What a rule matches is the text as it reads, a placeable standing as `{$name}`.

mod data;
mod rule;

use std::sync::OnceLock;

use unic_langid::LanguageIdentifier;

pub(super) use self::data::RuleData;
use self::rule::Compiled;
use super::text::Text;
use crate::finding::Severity;
use crate::findings::Findings;

/// The files here, by language.
const FILES: [(&str, &str); 5] = [
    ("fr", include_str!("fr.toml")),
    ("ko", include_str!("ko.toml")),
    ("nl", include_str!("nl.toml")),
    ("sv", include_str!("sv.toml")),
    ("zh-Hans", include_str!("zh-Hans.toml")),
];

/// Rules by language.
#[derive(Debug, Default)]
pub(super) struct Table(Vec<(String, Compiled)>);

/// What a document says of a rule.
pub(super) struct Known {
    pub(super) id: String,
    pub(super) severity: Severity,
}

impl Table {
    /// Adds a rule of a language, or says why it cannot be used.
    pub(super) fn add(&mut self, language: &str, data: &RuleData) -> Result<(), String> {
        if language.parse::<LanguageIdentifier>().is_err() {
            return Err(format!("`{language}` is not a language tag"));
        }
        let is_known = |id: &str| self.ids().any(|known| known == id);
        if is_known(&data.id) {
            return Err("there is one of its id".to_owned());
        }
        self.0.push((language.to_owned(), Compiled::new(data)?));
        Ok(())
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, rule)| rule.id())
    }

    /// The rules of tolken's own files, with their language.
    pub(super) fn rules(&self) -> impl Iterator<Item = (&'static str, Known)> {
        self.0.iter().filter_map(|(language, rule)| {
            let (language, _) = FILES.iter().find(|(known, _)| known == language)?;
            let known = Known {
                id: rule.id().to_owned(),
                severity: rule.severity(),
            };
            Some((*language, known))
        })
    }
}

/// The rules of the files here.
pub(super) fn built_in() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::default();
        for (language, text) in FILES {
            // A test reads each file and compiles each rule, so none is left out here.
            let file: data::LanguageFile = toml::from_str(text).unwrap_or_default();
            for data in &file.rule {
                _ = table.add(language, data);
            }
        }
        table
    })
}

/// The rules of one locale.
pub(super) struct Matcher<'t>(Vec<&'t Compiled>);

impl<'t> Matcher<'t> {
    pub(super) fn new(locale: &LanguageIdentifier, tables: &[&'t Table]) -> Self {
        let likely = likely(locale);
        let fits = |language: &str| {
            language.parse().is_ok_and(|language: LanguageIdentifier| {
                language.language == locale.language
                    && language
                        .script
                        .is_none_or(|script| likely.script == Some(script))
                    && language
                        .region
                        .is_none_or(|region| likely.region == Some(region))
            })
        };
        let mut last: Option<(&str, bool)> = None;
        let mut rules = Vec::new();
        for (language, rule) in tables.iter().flat_map(|table| &table.0) {
            let is_ours = match last {
                Some((known, is_ours)) if known == language => is_ours,
                _ => fits(language),
            };
            last = Some((language, is_ours));
            if is_ours {
                rules.push(rule);
            }
        }
        Matcher(rules)
    }

    pub(super) fn check(&self, text: &Text<'_>, findings: &mut Findings) {
        for view in text.views() {
            for rule in &self.0 {
                rule.check(text, view, findings);
            }
        }
    }
}

/// A locale with its likely script and region.
pub(super) fn likely(locale: &LanguageIdentifier) -> LanguageIdentifier {
    let expander = icu_locale::LocaleExpander::new_extended();
    let Ok(mut tag) = locale.to_string().parse::<icu_locale::LanguageIdentifier>() else {
        return locale.clone();
    };
    expander.maximize(&mut tag);
    tag.to_string().parse().unwrap_or_else(|_| locale.clone())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::limits::Limits;
    use crate::source::Source;
    use crate::syntax::{self, Entry};

    fn files() -> impl Iterator<Item = (&'static str, data::LanguageFile)> {
        FILES.iter().map(|(language, text)| {
            let file = toml::from_str(text).unwrap_or_else(|error| panic!("{language}: {error}"));
            (*language, file)
        })
    }

    #[test]
    fn every_file_is_listed() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/language");
        let mut names: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| {
                path.extension()
                    .is_some_and(|extension| extension == "toml")
            })
            .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        names.sort();
        assert_eq!(names, FILES.map(|(language, _)| language));
    }

    #[test]
    fn every_rule_compiles_and_ids_are_sorted_and_begin_with_the_language() {
        for (language, file) in files() {
            let ids: Vec<_> = file.rule.iter().map(|rule| rule.id.as_str()).collect();
            assert!(ids.is_sorted(), "{ids:?}");
            for rule in &file.rule {
                let short = language.split('-').next().unwrap();
                assert!(rule.id.starts_with(&format!("{short}-")), "{}", rule.id);
                Compiled::new(rule).unwrap_or_else(|why| panic!("{}: {why}", rule.id));
            }
        }
    }

    /// The matches of a rule in a text of Fluent.
    fn matches(rule: &Compiled, text: &str) -> Vec<String> {
        let source = Source::new("a.ftl", format!("a = {text}\n"));
        let (resource, findings) = syntax::parse(&source, &Limits::default());
        assert!(findings.is_empty(), "{text}: {findings:?}");
        let Entry::Message(message) = &resource.entries[0] else {
            panic!("{text}: it is a message");
        };
        let views = super::super::text::views(&source, message.value.as_ref().unwrap());
        views
            .iter()
            .flat_map(|view| rule.find(view))
            .map(|found| source.slice(found.span).to_owned())
            .collect()
    }

    #[test]
    fn every_rule_does_what_its_examples_say() {
        for (_, file) in files() {
            for data in &file.rule {
                let rule = Compiled::new(data).unwrap();
                let id = &data.id;
                assert!(
                    !data.good.is_empty() && !data.bad.is_empty(),
                    "{id} has no examples"
                );
                for good in &data.good {
                    assert!(
                        matches(&rule, good).is_empty(),
                        "{id} finds fault with: {good}"
                    );
                }
                for bad in &data.bad {
                    assert_eq!(matches(&rule, bad).len(), 1, "{id} in: {bad}");
                }
            }
        }
    }

    #[test]
    fn a_language_has_its_scripts_alone() {
        let ids = |tag: &str| {
            let locale = tag.parse().unwrap();
            let matcher = Matcher::new(&locale, &[built_in()]);
            matcher
                .0
                .iter()
                .map(|rule| rule.id()[..2].to_owned())
                .next()
        };
        assert_eq!(ids("zh-CN").as_deref(), Some("zh"));
        assert_eq!(ids("zh-TW"), None);
        assert_eq!(ids("fr-CA").as_deref(), Some("fr"));
        assert_eq!(ids("en-US"), None);
    }
}
