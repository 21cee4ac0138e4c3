//! Runs the rules over a catalog: file by file, locale by locale, text by text.
//!
//! Each text is read once, and what is known of it is shared by all rules. It is separate from the
//! rules because they know nothing of each other.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::Arc;

use hashbrown::HashMap;
use unic_langid::LanguageIdentifier;

use super::files::missing_file;
use super::language::{self, Matcher};
use super::likeness::Likenesses;
use super::lock::{Lock, State, Translation};
use super::parity::{missing_message, missing_term};
use super::progress::Progress;
use super::registry::{REGISTRY, Run};
use super::settings::Settings;
use super::text::Text;
use crate::catalog::{Catalog, Merged, Parsed};
use crate::finding::{Finding, Rule};
use crate::findings::Findings;
use crate::manifest::CodeEntry;
use crate::source::{Source, Span};
use crate::syntax::Resource;
use crate::template::{Entries, Located};

/// What is checked.
pub(super) struct Input<'c> {
    pub(super) layers: &'c [Parsed],
    pub(super) merged: &'c Merged<'c>,
    pub(super) catalog: Option<&'c Catalog>,
    pub(super) settings: &'c Settings,
    pub(super) against: Option<&'c Catalog>,
    pub(super) lock: Option<&'c Lock>,
    /// Locales that should have messages.
    pub(super) expected: &'c [LanguageIdentifier],
}

/// A file of a locale.
pub(super) struct File<'c> {
    pub(super) locale: &'c LanguageIdentifier,
    pub(super) resource: &'c Resource,
}

/// A locale, after layering.
pub(super) struct Locale<'c> {
    pub(super) id: &'c LanguageIdentifier,
    pub(super) is_source: bool,
    pub(super) entries: &'c Entries<'c>,
    /// In the order of the files: values, each with its attributes behind it; then terms.
    pub(super) texts: Vec<Text<'c>>,
    /// Texts of messages and terms by id and attribute, the first of each.
    by_name: HashMap<(bool, &'c str, Option<&'c str>), usize>,
    /// The place of a message's first text by id.
    by_id: HashMap<&'c str, usize>,
    standings: OnceCell<Vec<Standing>>,
}

/// How a text of the source locale stands in another.
#[derive(Clone, Copy)]
struct Standing {
    source: usize,
    target: Option<usize>,
    state: State,
}

/// A text and the one that it translates.
pub(super) struct Pair<'t, 's, 'c> {
    pub(super) source: &'t Text<'s>,
    pub(super) target: &'t Text<'c>,
}

/// All that a rule may ask for.
pub(super) struct Whole<'c> {
    pub(super) layers: &'c [Parsed],
    pub(super) catalog: &'c Catalog,
    pub(super) settings: &'c Settings,
    pub(super) against: Option<&'c Catalog>,
    pub(super) lock: Option<&'c Lock>,
    /// The source locale.
    pub(super) source: Locale<'c>,
    /// The code of each message that a manifest names.
    pub(super) codes: HashMap<&'c str, &'c CodeEntry>,
    /// Whether a manifest names any code.
    pub(super) has_manifest: bool,
    likenesses: OnceCell<Likenesses>,
}

impl<'c> Whole<'c> {
    /// `None` without a message.
    fn new(input: &Input<'c>) -> Option<Self> {
        let catalog = input.catalog?;
        let mut locales = input.merged.locales.values();
        let (source_id, source_entries) = locales.nth(input.merged.source())?;
        // Without a manifest every message is a code, of which nobody says anything.
        let manifests = input
            .layers
            .iter()
            .filter_map(|layer| layer.manifest.as_ref());
        let named: HashSet<&str> = manifests
            .flat_map(|(_, manifest)| &manifest.codes)
            .map(|(_, code)| code.code.as_str())
            .collect();
        let codes = input
            .merged
            .codes
            .iter()
            .filter(|code| named.contains(code.code.as_str()));
        let codes = codes.map(|code| (code.message.as_deref().unwrap_or(&code.code), code));
        Some(Whole {
            layers: input.layers,
            catalog,
            settings: input.settings,
            against: input.against,
            lock: input.lock,
            source: Locale::new(source_id, true, source_entries, catalog),
            codes: codes.collect(),
            has_manifest: !named.is_empty(),
            likenesses: OnceCell::new(),
        })
    }

    /// The texts of the source locale that are translated, each beside its translation in a locale.
    fn standings<'l>(&self, locale: &'l Locale<'_>) -> &'l [Standing] {
        locale.standings.get_or_init(|| {
            let tag = locale.id.to_string();
            let locked = self.lock.map(|lock| lock.of(&tag));
            let texts = self.source.texts.iter().enumerate();
            let standing = |(index, source): (usize, &Text<'_>)| {
                // An attribute of a term is a matter of grammar, which each language has its own of.
                let is_grammar = source.is_term && source.attribute.is_some();
                if is_grammar || self.source.index(source) != Some(index) {
                    return None;
                }
                let target = locale.index(source);
                let state = match (target, locked) {
                    (None, _) => State::Missing,
                    (Some(_), None) => State::Unconfirmed,
                    // It is what itself says.
                    (Some(_), _) if locale.is_source => State::Confirmed,
                    (Some(_), Some(locked)) => {
                        let name = source.name();
                        let mut wordings = locked.wordings(&name).peekable();
                        if wordings.peek().is_none() {
                            State::Unconfirmed
                        } else if wordings.any(|wording| wording == source.wording()) {
                            State::Confirmed
                        } else {
                            State::OutOfDate
                        }
                    }
                };
                Some(Standing {
                    source: index,
                    target,
                    state,
                })
            };
            texts.filter_map(standing).collect()
        })
    }

    /// The translations of a locale that stand in this way to their source texts; without a lock,
    /// nobody knows.
    pub(super) fn in_state<'l, 'w>(
        &'l self,
        locale: &'l Locale<'w>,
        state: State,
    ) -> impl Iterator<Item = Pair<'l, 'c, 'w>> {
        let is_known = self.lock.is_some() && !locale.is_source;
        let standings = if is_known {
            self.standings(locale)
        } else {
            &[]
        };
        let standings = standings.iter().filter(move |known| known.state == state);
        standings.filter_map(|known| {
            Some(Pair {
                source: self.source.texts.get(known.source)?,
                target: locale.texts.get(known.target?)?,
            })
        })
    }

    fn progress(&self, locale: &Locale<'_>) -> Progress {
        let states = self.standings(locale).iter().map(|known| known.state);
        Progress::new(locale.id, locale.is_source, self.lock.is_some(), states)
    }
}

impl Whole<'_> {
    /// What lookup takes for what; nothing where no manifest says what is a code.
    pub(super) fn likenesses(&self) -> &Likenesses {
        self.likenesses.get_or_init(|| {
            let catalog = self.has_manifest.then_some(self.catalog);
            catalog.map_or_else(Likenesses::default, Likenesses::of)
        })
    }

    /// Whether a word is a code.
    pub(super) fn is_code(&self, word: &str) -> bool {
        self.catalog.code(word).is_some()
    }

    /// The manifests, with their texts.
    pub(super) fn manifests(&self) -> impl Iterator<Item = (&Source, &[(Span, CodeEntry)])> {
        let manifests = self
            .layers
            .iter()
            .filter_map(|layer| layer.manifest.as_ref());
        manifests.map(|(source, manifest)| (source, manifest.codes.as_slice()))
    }
}

impl<'c> Locale<'c> {
    fn new(
        id: &'c LanguageIdentifier,
        is_source: bool,
        entries: &'c Entries<'c>,
        catalog: &'c Catalog,
    ) -> Self {
        let mut texts = Vec::new();
        let messages = entries.messages.values().map(|located| (located, false));
        let terms = entries.terms.values().map(|located| (located, true));
        for (located, is_term) in messages.chain(terms) {
            let Located {
                source, message, ..
            } = *located;
            let attributes = message.attributes.iter();
            let attributes = attributes.map(|attribute| (Some(attribute.id), &attribute.value));
            let value = message.value.iter().map(|value| (None, value));
            for (attribute, pattern) in value.chain(attributes) {
                texts.push(Text::new(
                    id, source, message, pattern, attribute, is_term, catalog,
                ));
            }
        }
        let mut by_name = HashMap::with_capacity(texts.len());
        let mut by_id = HashMap::with_capacity(entries.messages.len());
        for (index, text) in texts.iter().enumerate() {
            if !text.is_term {
                by_id.entry(text.id()).or_insert(index);
            }
            by_name
                .entry((text.is_term, text.id(), text.attribute))
                .or_insert(index);
        }
        Locale {
            id,
            is_source,
            entries,
            texts,
            by_name,
            by_id,
            standings: OnceCell::new(),
        }
    }

    /// The texts of a message, its value first.
    pub(super) fn texts_of(&self, id: &str) -> impl Iterator<Item = &Text<'c>> {
        let first = self.by_id.get(id).copied().unwrap_or(self.texts.len());
        let texts = &self.texts[first..];
        let message = texts.first().map(|text| text.message);
        texts.iter().take_while(move |text| {
            message.is_some_and(|message| std::ptr::eq(message, text.message))
        })
    }

    /// The text of a message's value or attribute.
    pub(super) fn text(&self, id: &str, attribute: Option<&str>) -> Option<&Text<'c>> {
        let index = self.by_name.get(&(false, id, attribute))?;
        self.texts.get(*index)
    }

    fn counterpart(&self, text: &Text<'_>) -> Option<&Text<'c>> {
        self.texts.get(self.index(text)?)
    }

    fn index(&self, text: &Text<'_>) -> Option<usize> {
        let key = (text.is_term, text.id(), text.attribute);
        self.by_name.get(&key).copied()
    }

    /// A finding at a place of a file of this locale.
    pub(super) fn finding(&self, rule: Rule, source: &Source, span: Span) -> Finding {
        Finding::new(rule, source, span).with_locale(self.id)
    }
}

/// Runs the rules, and counts the texts of each locale.
pub(super) fn run(input: &Input<'_>, findings: &mut Findings) -> Vec<Progress> {
    for layer in input.layers {
        for (locale, resource) in &layer.resources {
            let file = File { locale, resource };
            for entry in REGISTRY {
                if let Run::File(check) = entry.run {
                    check(&file, findings);
                }
            }
        }
    }
    let Some(whole) = Whole::new(input) else {
        return Vec::new();
    };
    for entry in REGISTRY {
        if let Run::Whole(check) = entry.run {
            check(&whole, findings);
        }
    }
    let mut progress = Vec::new();
    each(input, &whole, &mut |known| {
        if known.entries.messages.is_empty() && known.entries.terms.is_empty() {
            missing_file::check(known, &whole, findings);
            missing_message::check(known, &whole, findings);
            missing_term::check(known, &whole, findings);
        } else {
            locale(known, &whole, findings);
        }
        progress.push(whole.progress(known));
    });
    progress
}

/// Every text of the source locale in every other locale.
pub(super) fn translations(input: &Input<'_>) -> Vec<Translation> {
    let mut translations = Vec::new();
    let Some(whole) = Whole::new(input) else {
        return translations;
    };
    let texts = whole.source.texts.iter();
    let texts = texts.map(|text| (Arc::from(text.name()), Arc::from(text.wording())));
    let texts: Vec<(Arc<str>, Arc<str>)> = texts.collect();
    each(input, &whole, &mut |locale| {
        if locale.is_source {
            return;
        }
        for known in whole.standings(locale) {
            let (name, wording) = &texts[known.source];
            translations.push(Translation::new(locale.id, name, wording, known.state));
        }
    });
    translations
}

/// Shows each locale: those that have messages, and those that should.
fn each(input: &Input<'_>, whole: &Whole<'_>, see: &mut dyn FnMut(&Locale<'_>)) {
    for (id, entries) in input.merged.locales.values() {
        if id == whole.source.id {
            see(&whole.source);
        } else {
            see(&Locale::new(id, false, entries, whole.catalog));
        }
    }
    let nothing = Entries::default();
    for id in input.expected {
        if !input.merged.locales.contains_key(&id.to_string()) {
            see(&Locale::new(id, false, &nothing, whole.catalog));
        }
    }
}

fn locale(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    let matcher = Matcher::new(locale.id, &[language::built_in(), &whole.settings.table]);
    for entry in REGISTRY {
        if let Run::Locale(check) = entry.run {
            check(locale, whole, findings);
        }
    }
    for text in &locale.texts {
        let is_translated = !locale.is_source;
        let source = is_translated
            .then(|| whole.source.counterpart(text))
            .flatten();
        let pair = source.map(|source| Pair {
            source,
            target: text,
        });
        for entry in REGISTRY {
            match (&entry.run, &pair) {
                (Run::Text(check), _) => check(text, whole, findings),
                (Run::Pair(check), Some(pair)) => check(pair, whole, findings),
                _ => {}
            }
        }
        matcher.check(text, findings);
    }
}
