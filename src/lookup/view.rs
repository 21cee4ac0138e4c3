//! A text as it is searched: the folded form, and the way back to the bytes that were given.
//!
//! Joins the two ways back, out of folding and out of escapes, so that whoever reads an argument
//! need not know how the text came here.

use std::borrow::Cow;
use std::ops::Range;

use super::fold::{Folded, MARK_BYTES};
use super::letters;
use super::placement::{Gap, Placement};
use super::unescape::{Escaping, Unescaped};

/// A text, folded.
pub(super) struct View<'v, 'a> {
    /// The text that was folded.
    pub(super) text: &'v str,
    pub(super) folded: &'v Folded,
    /// The text given.
    pub(super) given: &'a str,
    /// How it was unescaped, if it was.
    pub(super) unescaped: Option<&'v Unescaped>,
}

/// An isolate.
pub(super) fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}

impl<'a> View<'_, 'a> {
    /// Which escapes the words of a message have, where the text has any.
    pub(super) fn escaping(&self, placement: &Placement) -> Option<Escaping> {
        let span = placement.span.clone();
        let ends = placement.slots.iter().map(|gap| gap.range.clone());
        let ends = ends.chain(std::iter::once(span.end..span.end));
        let words = ends.scan(span.start, |from, gap| {
            let word = *from..gap.start.max(*from);
            *from = gap.end.max(*from);
            Some(self.unfolded(word))
        });
        Some(self.unescaped?.escaping(words))
    }

    /// The text of an argument, and whether no other is likely.
    pub(super) fn cut(
        &self,
        range: Range<usize>,
        escaping: Option<Escaping>,
    ) -> (Cow<'a, str>, bool) {
        if let (Some(unescaped), Some(escaping)) = (self.unescaped, escaping) {
            let (value, is_sure) = unescaped.value(self.given, range, escaping);
            return (Cow::Owned(value), is_sure);
        }
        (
            Cow::Borrowed(self.given.get(range).unwrap_or_default()),
            true,
        )
    }

    /// The bytes of the text given that a range of what was folded came from.
    pub(super) fn given(&self, range: Range<usize>) -> Range<usize> {
        match self.unescaped {
            None => range,
            Some(unescaped) => unescaped.given(range),
        }
    }

    /// The unfolded bytes of a folded range.
    pub(super) fn unfolded(&self, range: Range<usize>) -> Range<usize> {
        if self.folded.is_plain {
            return range;
        }
        if range.is_empty() {
            // At the beginning it lies behind what was dropped there, where the text begins.
            let at = match range.start {
                0 if !self.folded.text.is_empty() => self.folded.start(0),
                start => self.folded.end(start, self.text),
            };
            return at..at;
        }
        let start = self.folded.start(range.start);
        start..self.folded.end(range.end, self.text).max(start)
    }

    /// The spaces that one folded space was.
    pub(super) fn spaces(&self, space: usize) -> &str {
        let range = self.folded.start(space)..self.folded.start(space + 1);
        self.text.get(range).unwrap_or_default()
    }

    /// Whether spaces stood beside a gap that are no one's: at an end of the text, on its line.
    pub(super) fn is_trimmed(&self, gap: &Gap) -> bool {
        let is_space = |c: Option<char>| c.is_some_and(|c| letters::is_space(c) && c != '\n');
        !gap.isolated
            && (gap.range.start == 0 && is_space(self.text.chars().next())
                || gap.range.end == self.folded.text.len()
                    && is_space(self.text.chars().next_back()))
    }

    /// The gaps of a placement, each as its unfolded bytes and the same without what copying may
    /// have put at its ends.
    pub(super) fn gaps<'p>(
        &self,
        placement: &'p Placement,
    ) -> impl Iterator<Item = (&'p Gap, [Range<usize>; 2])> {
        let mut before: Option<(&Gap, usize)> = None;
        placement.slots.iter().map(move |gap| {
            let [mut wide, mut narrow] = self.gap(gap);
            // What two arguments could both have is in the first: of several spaces between them one
            // is the message's.
            if let Some((before, end)) = before {
                let space = if self.is_one_space(before, gap) {
                    let rest = self.text.get(end..).unwrap_or_default();
                    rest.chars().next().map_or(0, char::len_utf8)
                } else {
                    0
                };
                wide.start = wide.start.max(end + space).min(wide.end);
                narrow.start = narrow.start.max(wide.start).min(narrow.end);
            }
            before = Some((gap, wide.end));
            (gap, [wide, narrow])
        })
    }

    /// Whether a message has a space between two arguments and nothing else.
    fn is_one_space(&self, one: &Gap, other: &Gap) -> bool {
        let between = one.range.end..other.range.start;
        let is_plain = |gap: &Gap| !gap.isolated && !gap.range.is_empty();
        is_plain(one) && is_plain(other) && self.folded.text.get(between) == Some(b" ")
    }

    /// The unfolded bytes of a gap, and the same without what copying may have put at its ends.
    fn gap(&self, gap: &Gap) -> [Range<usize>; 2] {
        let Range { start, end } = gap.range.clone();
        if self.folded.is_plain {
            return [start..end, start..end];
        }
        if gap.isolated {
            let mut isolations = self.folded.isolations(start);
            let around = isolations.find(|(_, close)| close.folded as usize == end);
            if let Some((open, close)) = around {
                let inside = open.original as usize + MARK_BYTES..close.original as usize;
                return [inside.clone(), inside];
            }
        }
        let bytes = &self.folded.text;
        let narrow = self.unfolded(start..end);
        if start == 0 && end == bytes.len() {
            return [narrow.clone(), narrow];
        }
        // What follows the last character of the literal before belongs to the argument, and so
        // does what precedes the first one of the literal behind. Of spaces that became one, one
        // belongs to the literal.
        let from = if start == 0 {
            narrow.start
        } else {
            self.folded.end(start, self.text)
        };
        let space = match bytes.get(end) {
            Some(b' ') => Some(end),
            _ => (start == end && end > 0 && bytes[end - 1] == b' ').then(|| end - 1),
        };
        let to = if end >= bytes.len() {
            narrow.end.max(from)
        } else {
            match space {
                Some(space) => {
                    let next = self.folded.start(space + 1);
                    let before = self.text.get(..next).unwrap_or_default();
                    let mut spaces = before.char_indices().rev();
                    spaces
                        .find(|(_, c)| letters::is_space(*c))
                        .map_or(next, |(at, _)| at)
                }
                None => self.folded.start(end),
            }
        };
        let wide = from..to.max(from);
        let text = self.text.get(wide.clone()).unwrap_or_default();
        let left = text.len() - text.trim_start_matches(is_isolate).len();
        let right = text.len() - text.trim_end_matches(is_isolate).len();
        let wide = if left + right <= text.len() {
            wide.start + left..wide.end - right
        } else {
            wide.start..wide.start
        };
        let narrow = if narrow.start < wide.start || narrow.end > wide.end {
            wide.clone()
        } else if space.is_none() {
            // The literal behind has no space that could have been made more.
            narrow.start..wide.end
        } else {
            narrow
        };
        [wide, narrow]
    }
}
