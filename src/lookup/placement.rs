//! Where a skeleton lies in a text: what verifying gives and everything after it reads.

use std::ops::Range;

use super::skeleton::{SLOT, STOP};

/// Where the parts of a skeleton lie in a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Placement {
    /// All of it, in folded bytes.
    pub(super) span: Range<usize>,
    pub(super) slots: Vec<Gap>,
    /// The places of the alternatives in the text, in order.
    pub(super) alts: Vec<Range<usize>>,
    /// Whether it is the whole text.
    pub(super) is_whole: bool,
    /// Whether the full stop at its end is missing.
    pub(super) lacks_stop: bool,
    /// The bytes searched: how the gaps' ends were found.
    pub(super) opens: [bool; 2],
}

/// A gap in a text.
#[expect(clippy::struct_excessive_bools, reason = "each is a doubt of its own")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap {
    pub(super) range: Range<usize>,
    /// Whether isolates stand around it.
    pub(super) isolated: bool,
    /// Whether it could end, or begin, elsewhere too.
    pub(super) ambiguous: bool,
    /// Whether nothing but the text's own structure ends it.
    pub(super) open: bool,
    /// Whether the text ends before it.
    pub(super) is_missing: bool,
}

/// A skeleton, taken apart.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// The literals and alternatives between gaps, as ranges of the skeleton; empty at an end where
    /// a gap is.
    pub(super) ranges: Vec<Range<usize>>,
    pub(super) has_stop: bool,
}

impl Blocks {
    pub(super) fn parse(&mut self, skeleton: &[u8]) {
        self.ranges.clear();
        self.has_stop = skeleton.last() == Some(&STOP);
        let end = skeleton.len() - usize::from(self.has_stop);
        let mut start = 0;
        for slot in memchr::memchr_iter(SLOT, &skeleton[..end]) {
            self.ranges.push(start..slot);
            start = slot + 1;
        }
        self.ranges.push(start..end);
    }

    pub(super) fn count(&self) -> usize {
        self.ranges.len()
    }

    /// Whether the text ends in a full stop.
    pub(super) fn has_stop(&self) -> bool {
        self.has_stop
    }
}
