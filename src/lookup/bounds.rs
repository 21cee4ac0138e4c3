//! The bounds of a search: each stage counts what it does and stops when its share is spent.
//!
//! Owns all of these numbers, so that what the slowest text may cost can be read in one place. A
//! search that met a bound says that it is not complete.

/// How many bytes of a text are read at once.
pub(super) const TEXT: usize = 64 << 10;
/// How many bytes two windows of a longer text have in common.
pub(super) const OVERLAP: usize = 8 << 10;
/// How many windows of a text are read: 3.5 MiB.
pub(super) const WINDOWS: usize = 64;
/// How many literals are compared with the text where their anchors stand.
pub(super) const COMPARISONS: usize = 8 << 10;
/// How many places of literals are kept.
pub(super) const PRESENT: usize = 1_024;
/// How many places of one literal are tried.
pub(super) const POSITIONS: usize = 4;
/// How many entries of the directory are looked at for candidates.
pub(super) const DIRECTORY: usize = 12 << 10;
/// How many skeletons are held against the text.
pub(super) const CANDIDATES: usize = 512;
/// How many bytes are searched in verifying, in all.
pub(super) const STEPS: usize = 256 << 10;
/// How long an argument may be between two literals inside a longer text, in bytes.
pub(super) const WINDOW: usize = 1 << 10;
/// How many forms of alternatives are tried for one candidate.
pub(super) const FORMS: usize = 192;
/// How many owners of one skeleton are read.
pub(super) const OWNERS: usize = 256;
/// How many readings are scored.
pub(super) const READINGS: usize = 32;
/// How many grams of a text vote.
pub(super) const GRAMS: usize = 8 << 10;
/// How many entries of the lists of grams are counted.
pub(super) const VOTES: usize = 6_000;
/// How many skeletons are aligned.
pub(super) const ALIGNMENTS: usize = 12;
/// How many cells all alignments have together.
pub(super) const CELLS: usize = 160 << 10;
/// How many characters of a text, and of a template, are aligned.
pub(super) const ALIGNED_TEXT: usize = 1_024;
pub(super) const ALIGNED_TEMPLATE: usize = 512;
/// How long a text may be, in bytes, that may be a longer message than the exact one in it, and one
/// whose pieces are noted to spare alignments.
pub(super) const SECOND: usize = 1 << 10;
pub(super) const SIEVED: usize = 4 << 10;
/// How many times a text is unescaped.
pub(super) const UNESCAPED: usize = 2;

/// What is left of a share, and whether it was ever not enough.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    left: usize,
    spent: bool,
}

impl Budget {
    pub(super) fn new(share: usize) -> Self {
        Budget {
            left: share,
            spent: false,
        }
    }

    /// Takes from the share; false when it is spent.
    #[inline]
    pub(super) fn take(&mut self, amount: usize) -> bool {
        if let Some(left) = self.left.checked_sub(amount) {
            self.left = left;
            return true;
        }
        self.left = 0;
        self.spent = true;
        false
    }

    /// What is left.
    pub(super) fn left(self) -> usize {
        self.left
    }

    pub(super) fn is_spent(self) -> bool {
        self.spent
    }
}
