//! Who answers: the locale that has the text, and what is told when it is not the one asked for.

use std::collections::HashSet;

use super::code::CodeRecord;
use super::{Inner, LocaleTable};
use crate::fault::{FaultKind, Faults};
use crate::manifest::Argument;
use crate::negotiation::AcceptLanguage;
use crate::render::{Asked, Output, Request, Writer, checked};
use crate::template::{Run, Template};

/// How many arguments are looked through for those that nobody reads; a map takes longer for each
/// the later it is.
const MOST_EXAMINED: usize = 1_024;

/// What a name stands for.
#[derive(Clone, Copy)]
pub(super) struct Target<'c> {
    pub(super) record: Option<&'c CodeRecord>,
    /// The code itself, or for the id of a message or an attribute the first code that shows it.
    pub(super) owner: Option<&'c CodeRecord>,
    /// The key of the text; `None` when no locale has it.
    pub(super) key: Option<u32>,
}

impl<'c> Target<'c> {
    /// What the manifest says of the arguments.
    pub(super) fn types(self) -> &'c [Argument] {
        self.owner.map_or(&[], |record| &record.entry.arguments)
    }
}

/// Where a text came from.
pub(super) struct Origin<'c> {
    pub(super) target: Target<'c>,
    pub(super) key: u32,
    pub(super) locale: usize,
    pub(super) table: &'c LocaleTable,
    pub(super) used: u64,
}

impl Inner {
    pub(super) fn target(&self, name: &str) -> Option<Target<'_>> {
        if let Some(&index) = self.code_index.get(name) {
            let record = &self.codes[index as usize];
            return Some(Target {
                record: Some(record),
                owner: Some(record),
                key: record.key,
            });
        }
        self.keys.get(name).map(|&key| Target {
            record: None,
            owner: self.owners[key as usize].map(|index| &self.codes[index as usize]),
            key: Some(key),
        })
    }

    pub(super) fn write<'c>(
        &'c self,
        target: Option<Target<'c>>,
        request: &Request<'_>,
        out: &mut String,
        faults: &mut Faults,
    ) -> Option<Origin<'c>> {
        let found = if let Some(target) = target {
            self.answering(target, request, faults)
                .map(|found| (target, found))
        } else {
            faults.add(FaultKind::UnknownCode, request.name);
            None
        };
        let Some((target, (locale, key, run))) = found else {
            request.output.push_argument(request.name, out);
            return None;
        };
        let table = &self.locales[locale];
        let mut origin = Origin {
            target,
            key,
            locale,
            table,
            used: 0,
        };
        let mut writer = self.writer(&origin, request, out, faults);
        writer.write(run);
        origin.used = writer.used;
        Some(origin)
    }

    pub(super) fn writer<'w>(
        &'w self,
        origin: &Origin<'w>,
        request: &Request<'w>,
        out: &'w mut String,
        faults: &'w mut Faults,
    ) -> Writer<'w> {
        Writer {
            pool: &origin.table.pool,
            conventions: &origin.table.conventions,
            locale: &self.offered.locales()[origin.locale],
            functions: &self.functions,
            args: request.args,
            types: origin.target.types(),
            output: request.output,
            redacts: request.output == Output::Log,
            out,
            faults,
            used: 0,
        }
    }

    /// The first locale of those asked for that has the text: each, then its parents, and the
    /// source locale last of all.
    fn answering(
        &self,
        target: Target<'_>,
        request: &Request<'_>,
        faults: &mut Faults,
    ) -> Option<(usize, u32, Run)> {
        let key = target.key;
        let mut found = None;
        let mut ask = |locale: usize, faults: &mut Faults| {
            let family = std::iter::once(&locale).chain(self.offered.parents(locale));
            found = family.copied().find_map(|locale| {
                let run = *self.locales[locale].templates.get(&key?)?;
                Some((locale, key?, run))
            });
            if found.is_none() {
                let locale = &self.offered.locales()[locale];
                faults.add_in(FaultKind::MissingMessage, request.name, Some(locale));
            }
            found.is_some()
        };
        let source = self.offered.source();
        match request.asked {
            Asked::Nothing => _ = ask(source, faults),
            Asked::Range(range) => {
                let locale = self.offered.match_tag(range);
                if locale.is_none() {
                    faults.add(FaultKind::UnknownLocale, range);
                }
                _ = locale.is_some_and(|locale| ask(locale, faults)) || ask(source, faults);
            }
            Asked::Locales(locales) => {
                let mut matched = locales.is_empty();
                let mut answered = false;
                for locale in locales {
                    if let Some(locale) = self.offered.match_locale(locale) {
                        matched = true;
                        answered = ask(locale, faults);
                        if answered {
                            break;
                        }
                    }
                }
                if !matched {
                    faults.add(FaultKind::UnknownLocale, &locales[0].to_string());
                }
                _ = answered || ask(source, faults);
            }
            Asked::Header(header) => {
                let header = AcceptLanguage::parse(header);
                let locales = self.offered.negotiate(&header);
                if locales == [source] {
                    self.note_unmatched(&header, faults);
                }
                // The source locale is always among them.
                _ = locales.into_iter().any(|locale| ask(locale, faults));
            }
        }
        found
    }

    /// Notes that a header asked for languages, and the catalog has none of them.
    fn note_unmatched(&self, header: &AcceptLanguage<'_>, faults: &mut Faults) {
        let mut ranges = header
            .ranges()
            .iter()
            .filter(|range| range.weight() > 0)
            .peekable();
        if let Some(first) = ranges.peek().map(|range| range.tag())
            && ranges.all(|range| self.offered.match_tag(range.tag()).is_none())
        {
            faults.add(FaultKind::UnknownLocale, first);
        }
    }

    /// Notes what was given and not read: unknown, or known and of the wrong type.
    pub(super) fn note_unused(
        &self,
        origin: &Origin<'_>,
        used: u64,
        request: &Request<'_>,
        faults: &mut Faults,
    ) {
        let types = origin.target.types();
        let mut read: Option<HashSet<&str>> = None;
        for index in 0..request.args.len().min(MOST_EXAMINED) {
            if index < 64 && used & (1 << index) != 0 {
                continue;
            }
            let Some((name, value)) = request.args.entry(index) else {
                break;
            };
            if types.iter().any(|argument| argument.name() == name) {
                checked(value, name, types, faults);
            } else if !read
                .get_or_insert_with(|| self.variables(origin.target))
                .contains(name)
            {
                faults.add(FaultKind::UnknownArgument, name);
            }
        }
    }

    /// The arguments that the texts of a name read in any locale.
    pub(super) fn variables(&self, target: Target<'_>) -> HashSet<&str> {
        self.templates(target)
            .flat_map(Template::variables)
            .map(|(name, _)| name)
            .collect()
    }

    /// The texts, actions and titles of a name in every locale.
    pub(super) fn templates(&self, target: Target<'_>) -> impl Iterator<Item = Template<'_>> {
        let action = target.key.and_then(|key| self.actions[key as usize]);
        let title = target.key.and_then(|key| self.titles[key as usize]);
        self.locales.iter().flat_map(move |table| {
            [target.key, action, title]
                .into_iter()
                .flatten()
                .filter_map(|key| {
                    let run = *table.templates.get(&key)?;
                    Some(Template::new(&table.pool, run))
                })
        })
    }
}
