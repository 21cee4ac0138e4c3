//! Texts that are longer than one search reads: looked through window by window.
//!
//! Separate from the [search](super::search), which knows of one text with one set of bounds. The
//! windows overlap, and a match counts where most of what surrounds it can be seen: each place of
//! the text belongs to one window, and a match to the one that has its beginning.

use std::ops::Range;

use super::bounds;
use super::index::Data;
use super::matches::{Match, Matches};
use super::query::{Mode, Query};
use super::rank;
use super::search::{Scratch, is_confident, search};

/// Searches a text of any length.
///
/// What is not in a log as a whole is not so in a part, so messages are looked for in the windows as
/// in a line of one. Similar texts cost as much for a window as for a text, and are looked for in
/// the beginning alone, where nothing else was found.
pub(super) fn search_all<'a>(
    data: &'a Data,
    query: &Query<'a>,
    scratch: &mut Scratch,
) -> Matches<'a> {
    if query.text.len() <= bounds::TEXT || query.mode == Mode::Whole {
        return search(data, query, scratch);
    }
    let mut answer = Matches {
        matches: Vec::new(),
        is_complete: true,
    };
    let mut windows = Windows {
        text: query.text,
        from: 0,
    };
    for (window, core) in windows.by_ref().take(bounds::WINDOWS) {
        let part = Query {
            text: &query.text[window.clone()],
            mode: Mode::Scan,
            fuzzy: false,
            ..*query
        };
        let found = search(data, &part, scratch);
        answer.is_complete &= found.is_complete;
        let found = found
            .matches
            .into_iter()
            .map(|found| shift(found, query.text, window.start));
        answer
            .matches
            .extend(found.filter(|found| core.contains(&found.span.start)));
        rank::order(&mut answer.matches);
        answer.matches.truncate(query.limit.min(32));
    }
    answer.is_complete &= windows.next().is_none();
    if query.fuzzy && !is_confident(&answer) {
        let mut beginning = search(data, query, scratch);
        beginning.is_complete = false;
        if answer.matches.is_empty() || rank::is_better(&beginning.matches, &answer.matches) {
            return beginning;
        }
        answer.is_complete = false;
    }
    answer
}

/// Puts a match of a window where it stands in the text.
fn shift<'a>(mut found: Match<'a>, text: &'a str, by: usize) -> Match<'a> {
    let shift = |range: &mut Range<usize>| *range = range.start + by..range.end + by;
    shift(&mut found.span);
    let ranges = found
        .arguments
        .iter_mut()
        .filter_map(|it| it.range.as_mut());
    ranges.for_each(shift);
    found
        .differences
        .iter_mut()
        .for_each(|it| shift(&mut it.range));
    found.origin.given = text;
    found
}

/// The windows of a text, each with the part whose matches are its own.
struct Windows<'t> {
    text: &'t str,
    from: usize,
}

impl Iterator for Windows<'_> {
    type Item = (Range<usize>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let length = self.text.len();
        if self.from >= length {
            return None;
        }
        let floor = |place: usize| {
            let mut at = place.min(length);
            while !self.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = self.from;
        let end = floor(start + bounds::TEXT);
        let seen = bounds::OVERLAP / 2;
        let first = if start == 0 { 0 } else { start + seen };
        if end == length {
            self.from = length;
            return Some((start..end, first..length + 1));
        }
        self.from = floor(end - bounds::OVERLAP);
        Some((start..end, first..self.from + seen))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_belongs_to_one_window_that_sees_around_it() {
        for length in [65_536, 65_537, 131_072, 200_001] {
            let text = format!("é{}", "해".repeat(length / 3));
            let mut next = 0;
            for (window, core) in (Windows {
                text: &text,
                from: 0,
            }) {
                assert!(window.len() <= bounds::TEXT && text.get(window.clone()).is_some());
                assert_eq!(core.start, next);
                assert!(core.start == 0 || core.start - window.start >= bounds::OVERLAP / 2);
                assert!(window.end == text.len() || window.end - core.end >= bounds::OVERLAP / 2);
                next = core.end;
            }
            assert_eq!(next, text.len() + 1);
        }
    }
}
