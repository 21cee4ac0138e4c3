//! Places in a text: byte spans, and the lines and columns that people read.

use std::ops::Range;

/// A range of bytes in a source text.
///
/// Kept in 32 bits: a text is at most [`Limits::file_bytes`](crate::Limits) long, which is below
/// 4 GiB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`. An `end` before `start` gives an empty
    /// span at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Span {
            start: offset(start),
            end: offset(end.max(start)),
        }
    }

    /// The first byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last one.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The same as a standard range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

/// A line and a column, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1. Lines end at LF, so CRLF counts once.
    pub line: usize,
    /// The column, from 1, in Unicode scalar values; never in bytes, never in display cells.
    pub column: usize,
}

/// An offset in 32 bits; saturates, since a text that long is refused before it is read.
pub(crate) fn offset(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
