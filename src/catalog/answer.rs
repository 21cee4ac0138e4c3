//! Who answers: the locale that has the text, and what is told when it is not the one asked for.

use std::collections::HashSet;

use super::entry::Entry;
use super::{Inner, LocaleTable};
use crate::fault::{FaultKind, Faults};
use crate::manifest::Argument;
use crate::negotiation::AcceptLanguage;
use crate::render::{Asked, Output, Request, Writer, checked};
use crate::template::{Op, Template};
use crate::value::Value;

/// How many arguments are looked through for those that nobody reads; a map takes longer for each
/// the later it is.
const MOST_EXAMINED: usize = 1_024;

/// Where a text comes from.
#[derive(Clone, Copy)]
pub(super) struct Origin<'c> {
    pub(super) entry: &'c Entry,
    pub(super) locale: usize,
    pub(super) ops: &'c Op,
}

impl Inner {
    /// What the manifest says of the arguments: of the code itself, or for the id of a message or
    /// an attribute of the first code that shows it.
    #[inline]
    pub(super) fn types(&self, entry: &Entry) -> &[Argument] {
        entry
            .owner
            .map_or(&[], |code| &self.codes[code as usize].arguments)
    }

    /// Where the text of what is asked for comes from. Where there is none, the name is the text.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "calls are a tenth of what a short message costs"
    )]
    pub(super) fn origin(
        &self,
        request: &Request<'_>,
        out: &mut String,
        faults: &mut Faults,
    ) -> Option<Origin<'_>> {
        let entry = self.entries.find(request.name);
        if entry.is_none() {
            faults.add(FaultKind::UnknownCode, request.name);
        }
        let origin = entry.and_then(|entry| self.answering(entry, request, faults));
        if origin.is_none() {
            request.output.push_argument(request.name, out);
        }
        origin
    }

    /// Writes a text and tells which arguments it read, a bit for each of the first 64.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "calls are a tenth of what a short message costs"
    )]
    pub(super) fn write<'w>(
        &'w self,
        origin: &Origin<'w>,
        request: &Request<'w>,
        out: &'w mut String,
        faults: &'w mut Faults,
    ) -> u64 {
        // Most texts are a literal and nothing else.
        if let Op::Text(text) = *origin.ops {
            let text = self.locales[origin.locale].pool.text(text);
            request.output.push_literal(text, out);
            return 0;
        }
        let mut writer = self.writer(origin, request, out, faults);
        writer.write(origin.ops);
        writer.used
    }

    #[inline]
    pub(super) fn writer<'w>(
        &'w self,
        origin: &Origin<'w>,
        request: &Request<'w>,
        out: &'w mut String,
        faults: &'w mut Faults,
    ) -> Writer<'w> {
        let LocaleTable {
            conventions, pool, ..
        } = &self.locales[origin.locale];
        Writer {
            name: request.name,
            pool,
            conventions,
            locale: &self.offered.locales()[origin.locale],
            functions: &self.functions,
            args: request.args,
            types: self.types(origin.entry),
            output: request.output,
            redacts: request.output == Output::Log,
            end: out.len().saturating_add(self.bounds.text_bytes),
            bounds: &self.bounds,
            full: false,
            out,
            faults,
            used: 0,
            latest: None,
            values: None,
        }
    }

    /// How many bytes a text may have: exact or more for literals, texts, choices, and the numbers
    /// and particles of most messages, and less for lists and dates.
    pub(super) fn estimate(&self, origin: &Origin<'_>, request: &Request<'_>) -> usize {
        let args = (0..request.args.len().min(16)).map(|index| match request.args.entry(index) {
            Some((_, Value::String(text))) => text.len().min(self.bounds.argument_bytes),
            _ => 0,
        });
        self.locales[origin.locale].pool.estimate(origin.ops) + args.sum::<usize>()
    }

    /// The first locale of those asked for that has the text: each, then its parents, and the
    /// source locale last of all.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "calls are a tenth of what a short message costs"
    )]
    fn answering<'c>(
        &'c self,
        entry: &'c Entry,
        request: &Request<'_>,
        faults: &mut Faults,
    ) -> Option<Origin<'c>> {
        // Nearly always the first is offered itself, and has the text.
        let first = match request.asked {
            Asked::Nothing => Some(self.offered.source()),
            Asked::Locales([first, ..]) => self.offered.exact(first),
            _ => None,
        };
        if let Some(locale) = first
            && let Some(ops) = self.entries.text(entry, locale)
        {
            return Some(Origin { entry, locale, ops });
        }
        self.search(entry, request, faults)
    }

    #[inline(never)]
    fn search<'c>(
        &'c self,
        entry: &'c Entry,
        request: &Request<'_>,
        faults: &mut Faults,
    ) -> Option<Origin<'c>> {
        let mut found = None;
        let mut ask = |locale: usize, faults: &mut Faults| {
            let family = std::iter::once(&locale).chain(self.offered.parents(locale));
            found = family.copied().find_map(|locale| {
                let ops = self.entries.text(entry, locale)?;
                Some(Origin { entry, locale, ops })
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
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "calls are a tenth of what a short message costs"
    )]
    pub(super) fn note_unused(
        &self,
        origin: &Origin<'_>,
        used: u64,
        request: &Request<'_>,
        faults: &mut Faults,
    ) {
        let given = request.args.len();
        if given >= 64 || used != (1 << given) - 1 {
            self.note_each_unused(origin, used, request, faults);
        }
    }

    #[cold]
    fn note_each_unused(
        &self,
        origin: &Origin<'_>,
        used: u64,
        request: &Request<'_>,
        faults: &mut Faults,
    ) {
        let types = self.types(origin.entry);
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
                .get_or_insert_with(|| self.variables(origin.entry))
                .contains(name)
            {
                faults.add(FaultKind::UnknownArgument, name);
            }
        }
    }

    /// The action of a message, from the locale that answers.
    pub(super) fn action<'c>(&'c self, origin: &Origin<'c>) -> Option<Origin<'c>> {
        self.attribute(origin, origin.entry.action?)
    }

    /// The title of a message, from the locale that answers.
    pub(super) fn title<'c>(&'c self, origin: &Origin<'c>) -> Option<Origin<'c>> {
        self.attribute(origin, origin.entry.title?)
    }

    fn attribute<'c>(&'c self, origin: &Origin<'c>, name: u32) -> Option<Origin<'c>> {
        let ops = self.entries.text(self.entries.entry(name), origin.locale)?;
        Some(Origin { ops, ..*origin })
    }

    /// The arguments that the texts of a name read in any locale.
    pub(super) fn variables(&self, entry: &Entry) -> HashSet<&str> {
        self.templates(entry)
            .flat_map(Template::variables)
            .map(|(name, _)| name)
            .collect()
    }

    /// The texts, actions and titles of a name in every locale.
    pub(super) fn templates(&self, entry: &Entry) -> impl Iterator<Item = Template<'_>> {
        let texts = self.entries.texts(entry).iter();
        let attributes = [entry.action, entry.title].into_iter().flatten();
        texts
            .chain(attributes.flat_map(|name| self.entries.texts(self.entries.entry(name))))
            .map(|text| Template::new(&self.locales[text.locale as usize].pool, &text.ops))
    }
}
