//! Who answers: the locale that has the text, and what is told when it is not the one asked for.

use std::collections::HashSet;

use super::code::CodeRecord;
use super::{Inner, LocaleTable};
use crate::fault::{FaultKind, Faults};
use crate::manifest::Argument;
use crate::negotiation::AcceptLanguage;
use crate::render::{Asked, Output, Request, Writer, checked};
use crate::template::{Run, Template};
use crate::value::Value;

/// How many arguments are looked through for those that nobody reads; a map takes longer for each
/// the later it is.
const MOST_EXAMINED: usize = 1_024;

/// What a name stands for.
#[derive(Clone, Copy)]
pub(super) struct Target<'c> {
    pub(super) record: Option<&'c CodeRecord>,
    /// What the manifest says of the arguments: of the code itself, or for the id of a message or
    /// an attribute of the first code that shows it.
    pub(super) types: &'c [Argument],
    /// The name whose texts are shown.
    pub(super) key: u32,
}

/// Where a text comes from.
#[derive(Clone, Copy)]
pub(super) struct Origin<'c> {
    pub(super) target: Target<'c>,
    pub(super) locale: usize,
    pub(super) ops: Run,
}

impl Inner {
    #[inline]
    pub(super) fn target(&self, name: &str) -> Option<Target<'_>> {
        let entry = self.entries.find(name)?;
        Some(Target {
            record: entry.code.map(|code| &self.codes[code as usize]),
            types: entry
                .owner
                .map_or(&[], |code| &self.codes[code as usize].arguments),
            key: entry.key,
        })
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
        let target = self.target(request.name);
        if target.is_none() {
            faults.add(FaultKind::UnknownCode, request.name);
        }
        let origin = target.and_then(|target| self.answering(target, request, faults));
        if origin.is_none() {
            request.output.push_argument(request.name, out);
        }
        origin
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
            types: origin.target.types,
            output: request.output,
            redacts: request.output == Output::Log,
            end: out.len().saturating_add(self.bounds.text_bytes),
            bounds: self.bounds,
            full: false,
            out,
            faults,
            used: 0,
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
        target: Target<'c>,
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
            && let Some(ops) = self.entries.text(target.key, locale)
        {
            return Some(Origin {
                target,
                locale,
                ops,
            });
        }
        self.search(target, request, faults)
    }

    fn search<'c>(
        &'c self,
        target: Target<'c>,
        request: &Request<'_>,
        faults: &mut Faults,
    ) -> Option<Origin<'c>> {
        let mut found = None;
        let mut ask = |locale: usize, faults: &mut Faults| {
            let family = std::iter::once(&locale).chain(self.offered.parents(locale));
            found = family.copied().find_map(|locale| {
                let ops = self.entries.text(target.key, locale)?;
                Some(Origin {
                    target,
                    locale,
                    ops,
                })
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

    fn note_each_unused(
        &self,
        origin: &Origin<'_>,
        used: u64,
        request: &Request<'_>,
        faults: &mut Faults,
    ) {
        let types = origin.target.types;
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
        let entry = self.entries.entry(target.key);
        [Some(target.key), entry.action, entry.title]
            .into_iter()
            .flatten()
            .flat_map(|name| self.entries.texts(name))
            .map(|text| Template::new(&self.locales[text.locale as usize].pool, text.ops))
    }
}
