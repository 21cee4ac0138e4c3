//! All layers as one: which message and which code wins, and what it won over.

use std::collections::{BTreeMap, HashSet};

use hashbrown::DefaultHashBuilder;
use indexmap::{IndexMap, map};

use unic_langid::LanguageIdentifier;

use super::former;
use super::parsed::Parsed;
use crate::finding::{Finding, Rule};
use crate::findings::Findings;
use crate::manifest::CodeEntry;
use crate::source::{Source, Span};
use crate::syntax::{Entry, Message};
use crate::template::{Entries, Ids, Located};

/// All layers as one; borrows the parsed ones.
#[derive(Default)]
pub(crate) struct Merged<'p> {
    pub(super) domain: Option<String>,
    pub(super) help: Option<String>,
    pub(crate) codes: Codes<'p>,
    source_locale: Option<(&'p Source, Span, LanguageIdentifier)>,
    /// By tag, so that the order does not depend on where files lie.
    pub(crate) locales: BTreeMap<String, (LanguageIdentifier, Entries<'p>)>,
    /// By tag as well: the messages whose attributes are earlier wordings.
    pub(crate) former: BTreeMap<String, Vec<Located<'p>>>,
}

impl<'p> Merged<'p> {
    /// Parsed layers, each on top of those before.
    pub(super) fn of(layers: &'p [Parsed], findings: &mut Findings) -> Self {
        let mut merged = Merged::default();
        let mut ids = Ids::default();
        for (index, layer) in layers.iter().enumerate() {
            merged.add(index, layer, &mut ids, findings);
        }
        former::check(&merged, findings);
        merged
    }

    pub(super) fn is_empty(&self) -> bool {
        self.locales
            .values()
            .all(|(_, entries)| entries.messages.is_empty())
    }

    /// The place of the source locale: the manifest's, else `en-US`, else `en`, else the first.
    pub(crate) fn source(&self) -> usize {
        let position = |tag: &str| self.locales.keys().position(|known| known == tag);
        let named = self
            .source_locale
            .as_ref()
            .and_then(|(_, _, locale)| position(&locale.to_string()));
        named
            .or_else(|| position("en-US"))
            .or_else(|| position("en"))
            .unwrap_or_default()
    }

    /// A finding when the manifest's source locale has no messages.
    pub(super) fn missing_source(&self) -> Option<Finding> {
        let (source, span, locale) = self.source_locale.as_ref()?;
        if self.locales.contains_key(&locale.to_string()) {
            return None;
        }
        let known: Vec<_> = self.locales.keys().map(|tag| format!("`{tag}`")).collect();
        let finding = Finding::new(Rule::Manifest, source, *span)
            .with_message(format!("source locale `{locale}` has no messages"))
            .with_help(format!("name one that has: {}", known.join(", ")));
        Some(finding)
    }

    /// Puts a layer on top.
    fn add(&mut self, index: usize, layer: &'p Parsed, ids: &mut Ids<'p>, findings: &mut Findings) {
        if let Some((source, manifest)) = &layer.manifest {
            if let Some((span, locale)) = &manifest.source_locale {
                self.source_locale = Some((source, *span, locale.clone()));
            }
            self.domain = manifest.domain.clone().or(self.domain.take());
            self.help = manifest.help.clone().or(self.help.take());
            for (span, entry) in &manifest.codes {
                if self.codes.add(entry) {
                    findings.push(overridden_code(source, *span, &entry.code));
                }
            }
        }
        // Without a manifest every message is a code, but for one that replaces what is none.
        let earlier: HashSet<&str> = match layer.manifest {
            Some(_) => HashSet::new(),
            None => self
                .locales
                .values()
                .flat_map(|(_, entries)| entries.messages.keys())
                .collect(),
        };
        for (locale, resource) in &layer.former {
            let former = self.former.entry(locale.to_string()).or_default();
            for entry in &resource.entries {
                match entry {
                    Entry::Message(message) => former.push(Located {
                        layer: index,
                        source: &resource.source,
                        message,
                    }),
                    Entry::Term(term) => former::is_term(&resource.source, term, locale, findings),
                    Entry::Comment(_) | Entry::Junk(_) => {}
                }
            }
        }
        for (locale, resource) in &layer.resources {
            // A file of comments makes no locale.
            let has_text = |entry: &Entry| matches!(entry, Entry::Message(_) | Entry::Term(_));
            if !resource.entries.iter().any(has_text) {
                continue;
            }
            let (_, entries) = self
                .locales
                .entry(locale.to_string())
                .or_insert_with(|| (locale.clone(), Entries::default()));
            let count = resource.entries.len();
            ids.enter(&mut entries.messages, count);
            if layer.manifest.is_none() && self.codes.0.is_empty() {
                self.codes.0.reserve(count);
            }
            for entry in &resource.entries {
                match entry {
                    Entry::Message(message) => {
                        let located = Located {
                            layer: index,
                            source: &resource.source,
                            message,
                        };
                        let id = located.id();
                        let number = ids.number(id);
                        duplicate_attributes(locale, located, false, findings);
                        if let Some(known) = entries.messages.add(ids, number, located) {
                            again(known, locale, located, false, findings);
                        } else if layer.manifest.is_none()
                            && !earlier.contains(id)
                            && ids.is_new_code(number)
                        {
                            self.codes.add_message(id);
                        }
                    }
                    Entry::Term(message) => {
                        let located = Located {
                            layer: index,
                            source: &resource.source,
                            message,
                        };
                        duplicate_attributes(locale, located, true, findings);
                        match entries.terms.entry(located.id()) {
                            map::Entry::Vacant(place) => {
                                place.insert(located);
                            }
                            map::Entry::Occupied(mut known) => {
                                again(known.get_mut(), locale, located, true, findings);
                            }
                        }
                    }
                    Entry::Comment(_) | Entry::Junk(_) => {}
                }
            }
        }
    }
}

/// The codes, in the order of their coming.
#[derive(Default)]
pub(crate) struct Codes<'p>(IndexMap<&'p str, CodeEntry, DefaultHashBuilder>);

impl<'p> Codes<'p> {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &CodeEntry> {
        self.0.values()
    }

    /// Adds a code; true when it replaced one.
    fn add(&mut self, entry: &'p CodeEntry) -> bool {
        self.0.insert(&entry.code, entry.clone()).is_some()
    }

    /// Adds a message as a code, unless there is one.
    fn add_message(&mut self, id: &'p str) {
        let entry = self.0.entry(id);
        entry.or_insert_with(|| CodeEntry::of_message(id));
    }
}

/// Puts a message or a term of a later layer in the place of the one that is known.
fn again<'p>(
    known: &mut Located<'p>,
    locale: &LanguageIdentifier,
    located: Located<'p>,
    is_term: bool,
    findings: &mut Findings,
) {
    let rule = if known.layer == located.layer {
        Rule::DuplicateId
    } else {
        Rule::Override
    };
    findings.push(second(rule, locale, located, *known, is_term));
    if rule == Rule::Override {
        *known = located;
    }
}

fn second(
    rule: Rule,
    locale: &LanguageIdentifier,
    located: Located<'_>,
    known: Located<'_>,
    is_term: bool,
) -> Finding {
    let id = located.source.slice(located.message.id);
    let mark = if is_term { "-" } else { "" };
    let place = known.source.position(known.message.id.start());
    let other = format!("{}:{}", known.source.path(), place.line);
    let finding = Finding::new(rule, located.source, located.message.id)
        .with_locale(locale)
        .with_code(format!("{mark}{id}"));
    if rule == Rule::DuplicateId {
        finding
            .with_message(format!("`{mark}{id}` is already defined at {other}"))
            .with_help("remove one of them; the first is used")
    } else {
        finding.with_message(format!("`{mark}{id}` replaces the one at {other}"))
    }
}

fn duplicate_attributes(
    locale: &LanguageIdentifier,
    located: Located<'_>,
    is_term: bool,
    findings: &mut Findings,
) {
    let mark = if is_term { "-" } else { "" };
    let Located {
        source, message, ..
    } = located;
    let Message { id, attributes, .. } = message;
    if attributes.len() < 2 {
        return;
    }
    let mut seen = HashSet::with_capacity(attributes.len());
    for attribute in attributes {
        let name = source.slice(attribute.id);
        if !seen.insert(name) {
            findings.add(Rule::DuplicateAttribute, source, attribute.id, |finding| {
                finding
                    .with_locale(locale)
                    .with_code(format!("{mark}{}.{name}", source.slice(*id)))
                    .with_message(format!("attribute `.{name}` is given twice"))
                    .with_help("remove one of them; the first is used")
            });
        }
    }
}

fn overridden_code(source: &Source, span: Span, code: &str) -> Finding {
    Finding::new(Rule::Override, source, span)
        .with_code(code)
        .with_message(format!(
            "code `{code}` replaces the one of an earlier layer"
        ))
}
