//! From the literals in a text to the skeletons that could have made it.

use super::bounds::{self, Budget};
use super::index::{Data, NONE};
use super::literals::Present;

/// A skeleton whose rarest literals are all in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) skeleton: u32,
    /// The places of that literal in the text, as a range of those present.
    pub(super) first: u32,
    pub(super) last: u32,
}

/// Lists the candidates; false when a bound was met.
pub(super) fn candidates(
    data: &Data,
    present: &[Present],
    candidates: &mut Vec<Candidate>,
) -> bool {
    candidates.clear();
    let has = |literal: u32| {
        literal == NONE
            || present
                .binary_search_by_key(&literal, |found| found.literal)
                .is_ok()
    };
    let mut work = Budget::new(bounds::DIRECTORY);
    let mut first = 0;
    while first < present.len() {
        let literal = present[first].literal;
        let mut last = first + 1;
        while present
            .get(last)
            .is_some_and(|found| found.literal == literal)
        {
            last += 1;
        }
        let mut add = |skeleton: u32| {
            candidates.push(Candidate {
                skeleton,
                // There are no more present than a bound allows.
                first: u32::try_from(first).unwrap_or_default(),
                last: u32::try_from(last).unwrap_or_default(),
            });
        };
        let postings = data.postings(literal);
        if postings.len() <= 16 {
            if !work.take(postings.len()) {
                return false;
            }
            for posting in postings {
                if has(posting.second) && has(posting.third) {
                    add(posting.skeleton);
                }
            }
        } else {
            // Sorted by the second literal: only those in the text are looked at.
            let mut seen = NONE;
            for second in present.iter().map(|found| found.literal).chain([NONE]) {
                if second == seen && second != NONE {
                    continue;
                }
                seen = second;
                if !work.take(8) {
                    return false;
                }
                let start = postings.partition_point(|posting| posting.second < second);
                let run = postings[start..].partition_point(|posting| posting.second == second);
                let run = &postings[start..start + run];
                if run.len() <= 16 {
                    for posting in run.iter().filter(|posting| has(posting.third)) {
                        add(posting.skeleton);
                    }
                    continue;
                }
                let mut seen = NONE;
                for third in present.iter().map(|found| found.literal).chain([NONE]) {
                    if third == seen && third != NONE {
                        continue;
                    }
                    seen = third;
                    let start = run.partition_point(|posting| posting.third < third);
                    let run = run[start..]
                        .iter()
                        .take_while(|posting| posting.third == third);
                    for posting in run {
                        if !work.take(1) {
                            return false;
                        }
                        add(posting.skeleton);
                    }
                    if !work.take(8) {
                        return false;
                    }
                }
            }
        }
        first = last;
    }
    true
}
