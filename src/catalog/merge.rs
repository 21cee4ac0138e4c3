//! All layers as one: which message and which code wins, and what it won over.

use std::collections::hash_map;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use unic_langid::LanguageIdentifier;

use super::layer::{FORMER, Files, locale_name};
use crate::finding::{Finding, Rule};
use crate::limits::Limits;
use crate::manifest::{self, CodeEntry, Manifest};
use crate::source::{Source, Span};
use crate::syntax::{self, Entry, Message, Resource};
use crate::template::{Entries, Located};

/// A layer, parsed.
pub(super) struct Parsed {
    manifest: Option<(Source, Manifest)>,
    resources: Vec<(LanguageIdentifier, Resource)>,
    /// The same with earlier wordings.
    former: Vec<(LanguageIdentifier, Resource)>,
}

impl Parsed {
    pub(super) fn new(files: &Files, limits: &Limits, findings: &mut Vec<Finding>) -> Self {
        let manifest = files.manifest.as_ref().map(|source| {
            let (manifest, found) = manifest::read(source);
            findings.extend(found);
            (source.clone(), manifest)
        });
        let mut resources = Vec::with_capacity(files.sources.len());
        let mut former = Vec::new();
        let mut known = HashSet::new();
        for (name, source) in &files.sources {
            let Some(locale) = locale_name(name) else {
                findings.push(
                    Finding::new(Rule::LocaleName, source, Span::default())
                        .with_message(format!("`{name}` is not the name of a locale"))
                        .with_help("name it by a language tag such as `ko-KR`; it was left out"),
                );
                continue;
            };
            if source.text().len() > limits.file_bytes {
                findings.push(
                    Finding::new(Rule::Unreadable, source, Span::default())
                        .with_locale(&locale)
                        .with_message(format!(
                            "the text is longer than {} bytes",
                            limits.file_bytes
                        ))
                        .with_help("split it into several files; it was left out"),
                );
                continue;
            }
            if !known.contains(&locale) && known.len() >= limits.locales {
                findings.push(
                    Finding::new(Rule::LocaleName, source, Span::default())
                        .with_locale(&locale)
                        .with_message(format!("there are more than {} locales", limits.locales))
                        .with_help("remove some; this one was left out"),
                );
                continue;
            }
            known.insert(locale.clone());
            let (resource, found) = syntax::parse(source, limits);
            findings.extend(
                found
                    .into_iter()
                    .map(|finding| finding.with_locale(&locale)),
            );
            if Path::new(source.path()).file_name() == Some(FORMER.as_ref()) {
                former.push((locale, resource));
            } else {
                resources.push((locale, resource));
            }
        }
        Parsed {
            manifest,
            resources,
            former,
        }
    }
}

/// All layers as one; borrows the parsed ones.
#[derive(Default)]
pub(super) struct Merged<'p> {
    pub(super) domain: Option<String>,
    pub(super) help: Option<String>,
    pub(super) codes: Vec<CodeEntry>,
    code_index: HashMap<String, usize>,
    source_locale: Option<(&'p Source, Span, LanguageIdentifier)>,
    /// By tag, so that the order does not depend on where files lie.
    pub(super) locales: BTreeMap<String, (LanguageIdentifier, Entries<'p>)>,
    /// By tag as well: the messages whose attributes are earlier wordings.
    pub(super) former: BTreeMap<String, Vec<Located<'p>>>,
}

impl<'p> Merged<'p> {
    pub(super) fn is_empty(&self) -> bool {
        self.locales
            .values()
            .all(|(_, entries)| entries.messages.is_empty())
    }

    /// The place of the source locale: the manifest's, else `en-US`, else `en`, else the first.
    pub(super) fn source(&self) -> usize {
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
    pub(super) fn add(&mut self, index: usize, layer: &'p Parsed, findings: &mut Vec<Finding>) {
        if let Some((source, manifest)) = &layer.manifest {
            if let Some((span, locale)) = &manifest.source_locale {
                self.source_locale = Some((source, *span, locale.clone()));
            }
            self.domain = manifest.domain.clone().or(self.domain.take());
            self.help = manifest.help.clone().or(self.help.take());
            for (span, entry) in &manifest.codes {
                if self.add_code(entry.clone()) {
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
                .flat_map(|(_, entries)| entries.messages.keys().copied())
                .collect(),
        };
        for (locale, resource) in &layer.former {
            let former = self.former.entry(locale.to_string()).or_default();
            former.extend(resource.entries.iter().filter_map(|entry| match entry {
                Entry::Message(message) => Some(Located {
                    layer: index,
                    source: &resource.source,
                    message,
                }),
                _ => None,
            }));
        }
        for (locale, resource) in &layer.resources {
            for entry in &resource.entries {
                match entry {
                    Entry::Message(message) => {
                        let located = Located {
                            layer: index,
                            source: &resource.source,
                            message,
                        };
                        let is_new = self.add_entry(locale, located, false, findings);
                        let id = resource.source.slice(message.id);
                        let is_code = layer.manifest.is_none() && !earlier.contains(id);
                        if is_new && is_code && !self.code_index.contains_key(id) {
                            self.add_code(CodeEntry::of_message(id));
                        }
                    }
                    Entry::Term(message) => {
                        let located = Located {
                            layer: index,
                            source: &resource.source,
                            message,
                        };
                        self.add_entry(locale, located, true, findings);
                    }
                    Entry::Comment(_) | Entry::Junk(_) => {}
                }
            }
        }
    }

    /// Adds a code; true when it replaced one.
    fn add_code(&mut self, entry: CodeEntry) -> bool {
        match self.code_index.entry(entry.code.clone()) {
            hash_map::Entry::Occupied(known) => {
                self.codes[*known.get()] = entry;
                true
            }
            hash_map::Entry::Vacant(place) => {
                place.insert(self.codes.len());
                self.codes.push(entry);
                false
            }
        }
    }

    /// Adds a message or a term; true when there was none of its id.
    fn add_entry(
        &mut self,
        locale: &LanguageIdentifier,
        located: Located<'p>,
        is_term: bool,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let (_, entries) = self
            .locales
            .entry(locale.to_string())
            .or_insert_with(|| (locale.clone(), Entries::default()));
        duplicate_attributes(locale, located, is_term, findings);
        let table = if is_term {
            &mut entries.terms
        } else {
            &mut entries.messages
        };
        match table.entry(located.source.slice(located.message.id)) {
            hash_map::Entry::Vacant(place) => {
                place.insert(located);
                true
            }
            hash_map::Entry::Occupied(mut known) => {
                let rule = if known.get().layer == located.layer {
                    Rule::DuplicateId
                } else {
                    Rule::Override
                };
                findings.push(second(rule, locale, located, *known.get(), is_term));
                if rule == Rule::Override {
                    known.insert(located);
                }
                false
            }
        }
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
    findings: &mut Vec<Finding>,
) {
    let mark = if is_term { "-" } else { "" };
    let Located {
        source, message, ..
    } = located;
    let Message { id, attributes, .. } = message;
    let mut seen = HashSet::with_capacity(attributes.len());
    for attribute in attributes {
        let name = source.slice(attribute.id);
        if !seen.insert(name) {
            findings.push(
                Finding::new(Rule::DuplicateAttribute, source, attribute.id)
                    .with_locale(locale)
                    .with_code(format!("{mark}{}.{name}", source.slice(*id)))
                    .with_message(format!("attribute `.{name}` is given twice"))
                    .with_help("remove one of them; the first is used"),
            );
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
