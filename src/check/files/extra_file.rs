//! Files that the source locale does not have, and whose messages it does not have either.

use std::collections::HashSet;

use super::{files, messages, within};
use crate::check::engine::{Locale, Whole};
use crate::finding::Rule;
use crate::findings::Findings;
use crate::source::Span;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    for source in extra(locale, whole) {
        findings.push(
            locale
                .finding(Rule::ExtraFile, source, Span::default())
                .with_message(format!("`{}` has no such file", whole.source.id))
                .with_help("remove it, or name it as the file that it translates"),
        );
    }
}

/// The files that nothing in the source locale goes with; their messages are not named one by one.
pub(in crate::check) fn extra<'w>(
    locale: &Locale<'_>,
    whole: &'w Whole<'_>,
) -> Vec<&'w crate::source::Source> {
    if locale.is_source {
        return Vec::new();
    }
    let known: HashSet<_> = files(whole, whole.source.id)
        .map(|file| within(file.source.path(), whole.source.id).1)
        .collect();
    let resources = whole.layers.iter().flat_map(|layer| &layer.resources);
    resources
        .filter(|(id, _)| id == locale.id)
        .map(|(_, file)| file)
        .filter(|file| {
            let is_known = known.contains(within(file.source.path(), locale.id).1);
            let mut ids = messages(file).peekable();
            let has_messages = ids.peek().is_some();
            !is_known
                && has_messages
                && !ids.any(|id| whole.source.entries.messages.contains_key(id))
        })
        .map(|file| &file.source)
        .collect()
}
