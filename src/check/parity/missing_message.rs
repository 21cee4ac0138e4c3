//! Messages of the source locale that a locale does not have: readers get another language.

use std::collections::HashSet;

use crate::check::engine::{Locale, Whole};
use crate::check::files::{commented_out, files, missing_file};
use crate::finding::Rule;
use crate::findings::Findings;
use crate::source::Span;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    if locale.is_source {
        return;
    }
    let of_file = missing_file::missing(locale, whole).into_iter();
    let of_file: HashSet<_> = of_file.map(crate::source::Source::address).collect();
    let first = locale
        .entries
        .messages
        .values()
        .chain(locale.entries.terms.values())
        .map(|first| first.source)
        .next()
        // All that there is may be drafts.
        .or_else(|| Some(&files(whole, locale.id).next()?.source));
    let Some(first) = first else {
        return;
    };
    let mut drafts = None;
    // Where the message belongs: where it was drafted, else behind the one that it follows in the
    // source locale.
    let mut place = (first, Span::default());
    for (id, source) in whole.source.entries.messages.iter() {
        if let Some(target) = locale.entries.messages.get(id) {
            let end = target.message.span.end();
            place = (target.source, Span::new(end, end));
            continue;
        }
        if of_file.contains(&source.source.address()) {
            continue;
        }
        let drafts = drafts.get_or_insert_with(|| commented_out::drafts(locale, whole));
        let draft = drafts.get(id).copied();
        let (file, span) = draft.unwrap_or(place);
        findings.add(Rule::MissingMessage, file, span, |finding| {
            let how = if draft.is_some() {
                "translate it and take the `#` away"
            } else {
                "translate it"
            };
            finding
                .with_locale(locale.id)
                .with_code(id)
                .with_message(format!("message `{id}` is missing"))
                .with_help(format!(
                    "{how}; until then readers get the one of `{}`",
                    whole.source.id
                ))
        });
    }
}
