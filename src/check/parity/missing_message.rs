//! Messages of the source locale that a locale does not have: readers get another language.

use std::collections::HashSet;

use crate::check::engine::{Locale, Whole};
use crate::check::files::missing_file;
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
        .next();
    let Some(first) = first else {
        return;
    };
    // Where the message belongs: behind the one that it follows in the source locale.
    let mut place = (first.source, Span::default());
    for (id, source) in &whole.source.entries.messages {
        if let Some(target) = locale.entries.messages.get(id) {
            let end = target.message.span.end();
            place = (target.source, Span::new(end, end));
            continue;
        }
        if of_file.contains(&source.source.address()) {
            continue;
        }
        findings.add(Rule::MissingMessage, place.0, place.1, |finding| {
            finding
                .with_locale(locale.id)
                .with_code(*id)
                .with_message(format!("message `{id}` is missing"))
                .with_help(format!(
                    "translate it; until then readers get the one of `{}`",
                    whole.source.id
                ))
        });
    }
}
