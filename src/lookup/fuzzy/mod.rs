//! Texts that no template gives exactly: with typos, cut off, or worded a little differently.
//!
//! Owns the second search, which is made only where the first finds nothing that is sure. Short
//! pieces of templates vote for those that a text resembles, and the best of these are aligned
//! with it, character by character. It is optional: an index without it is less than half as large.

mod align;
mod ends;
mod grams;
mod sieve;
mod trace;

pub(super) use self::grams::Grams;

use self::align::Aligner;
use self::grams::Ballot;
use self::sieve::Sieve;

use std::ops::Range;

use super::bits;
use super::bounds;
use super::edge;
use super::hit::Hit;
use super::index::Data;
use super::matches::MatchKind;
use super::placement::Placement;
use super::query::Mode;
use super::view::View;

/// How much of a template's evidence must be there: at any place, and where the text ends.
const COVERAGE: f32 = 0.62;
const COVERAGE_CUT: f32 = 0.25;

/// The buffers of the second search.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    ballot: Ballot,
    sieve: Sieve,
    aligner: Aligner,
}

/// An alignment of a skeleton with a text.
#[derive(Debug)]
pub(super) struct Alignment {
    pub(super) placement: Placement,
    /// What is there less what differs.
    pub(super) score: f32,
    /// The share of the skeleton's bits that is there.
    pub(super) coverage: f32,
    pub(super) doubt: Doubt,
    /// Whether an end of the skeleton lies beyond an end of the text.
    pub(super) is_cut: bool,
    /// Whether an argument of several words lies at the end that is cut off: it may be any text.
    pub(super) is_loose: bool,
    pub(super) differences: Vec<(Range<usize>, String)>,
}

/// Why what is similar may be another message all the same.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Doubt {
    /// Too little is the same to be sure of it.
    pub(super) is_unsure: bool,
    /// It is cut off, and one word is all that is left.
    pub(super) is_little: bool,
    /// Words that matter are others.
    pub(super) is_other: bool,
}

impl Doubt {
    /// What is taken off a weight: it is never above what the doubt allows, and still more for more.
    fn cost(self, weight: f32) -> f32 {
        let most = if self.is_other {
            bits::OTHER
        } else if self.is_little {
            bits::LITTLE
        } else if self.is_unsure {
            bits::UNSURE
        } else {
            return 0.0;
        };
        let over = (weight - most).max(0.0);
        over - over / (over + 32.0)
    }
}

/// Adds the skeletons that a text resembles; false when a bound was met.
pub(super) fn search(
    data: &Data,
    grams: &Grams,
    view: &View<'_, '_>,
    mode: Mode,
    scratch: &mut Scratch,
    hits: &mut Vec<Hit>,
) -> bool {
    let text = &view.folded.text;
    let Scratch {
        ballot,
        sieve,
        aligner,
    } = scratch;
    let mut is_complete = grams.vote(text, ballot);
    if ballot.best().is_empty() {
        return is_complete;
    }
    sieve.note(text);
    let mut cells = bounds::Budget::new(bounds::CELLS);
    for vote in ballot.best() {
        let known = |hit: &Hit| hit.skeleton == vote.skeleton && hit.placement.is_whole;
        if hits.iter().any(known) || !sieve.passes(data, vote.skeleton, mode == Mode::Scan) {
            continue;
        }
        let Some(alignment) = aligner.align(
            data,
            view,
            mode,
            vote.skeleton,
            vote.around.clone(),
            &mut cells,
        ) else {
            is_complete &= !cells.is_spent();
            continue;
        };
        let least = if alignment.is_cut {
            COVERAGE_CUT
        } else {
            COVERAGE
        };
        if alignment.coverage < least {
            continue;
        }
        hits.push(hit(view, vote.skeleton, alignment));
    }
    is_complete
}

fn hit(view: &View<'_, '_>, skeleton: u32, alignment: Alignment) -> Hit {
    let text = &view.folded.text;
    let Alignment {
        placement,
        score,
        is_cut,
        doubt,
        differences,
        ..
    } = alignment;
    let gaps = placement.slots.iter().map(|_| bits::SLOT).sum::<f32>();
    let in_word = |at| edge::is_in_word(text, at);
    let edges = u8::from(in_word(placement.span.start)) + u8::from(in_word(placement.span.end));
    let prior = if placement.is_whole {
        bits::PRIOR_WHOLE
    } else {
        bits::PRIOR_SCAN
    };
    let unlikely = match (is_cut, placement.is_whole) {
        (true, _) if placement.span.start == 0 => bits::PRIOR_CUT,
        (true, _) => bits::PRIOR_CUT_SCAN,
        (false, true) => bits::PRIOR_FUZZY,
        (false, false) => bits::PRIOR_FUZZY_SCAN,
    };
    let prior = prior + unlikely;
    let stop = if placement.lacks_stop {
        bits::NO_STOP
    } else {
        0.0
    };
    let bits = score - gaps - stop - f32::from(edges) * bits::IN_WORD / 2.0;
    Hit {
        skeleton,
        bits,
        prior,
        doubt: doubt.cost(bits - prior),
        kind: if is_cut {
            MatchKind::Truncated
        } else {
            MatchKind::Fuzzy
        },
        placement,
        differences,
    }
}
