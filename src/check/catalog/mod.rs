//! Rules about the catalog as a whole, one a file.

pub(super) mod adjacent_values;
pub(super) mod catch_all;
pub(super) mod code_without_message;
pub(super) mod duplicate_text;
pub(super) mod indistinct_text;
pub(super) mod missing_action;
pub(super) mod removed_argument;
pub(super) mod removed_code;
pub(super) mod replacement;
pub(super) mod swallowed_text;
pub(super) mod too_many_variants;
pub(super) mod unlisted_message;
pub(super) mod unused_argument;

use crate::manifest::CodeEntry;
use crate::source::{Source, Span};

/// Where a name stands within the entry of a code; the code itself if it cannot be found.
fn place(source: &Source, codes: &[(Span, CodeEntry)], index: usize, name: &str) -> Span {
    let Some((span, _)) = codes.get(index) else {
        return Span::default();
    };
    let next = codes.get(index + 1).map(|(next, _)| next.start());
    let end = next.unwrap_or(source.text().len());
    let Some(entry) = source.text().get(span.end()..end) else {
        return *span;
    };
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '-');
    let found = entry.match_indices(name).find(|(at, _)| {
        let before = entry[..*at].chars().next_back();
        let after = entry[at + name.len()..].chars().next();
        !is_part(before) && !is_part(after)
    });
    found.map_or(*span, |(at, _)| {
        Span::new(span.end() + at, span.end() + at + name.len())
    })
}
