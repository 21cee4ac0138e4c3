//! From the literals in a text to the skeletons that could have made it.

use super::bounds::Budget;
use super::index::{Data, Filed, NONE, Posting};
use super::literals::Present;

/// A skeleton whose rarest literals are all in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) skeleton: u32,
    /// The places of that literal in the text, as a range of those present.
    pub(super) first: u32,
    pub(super) last: u32,
}

/// The lists that are looked through as a whole; longer ones are searched.
const SCANNED: usize = 256;
/// What a search in a list costs, in entries looked at.
const SEARCH: usize = 16;

/// A set of literals that never says no to one it has.
///
/// Of fixed size, so that no thread holds a bit for each literal there is.
#[derive(Debug)]
pub(super) struct Presence {
    words: Box<[u64; 256]>,
}

impl Default for Presence {
    fn default() -> Self {
        Presence {
            words: Box::new([0; 256]),
        }
    }
}

impl Presence {
    #[inline]
    fn place(literal: u32) -> (usize, u64) {
        let hash = literal.wrapping_mul(0x9E37_79B1);
        ((hash >> 24) as usize, 1 << (hash >> 18 & 63))
    }

    fn fill(&mut self, present: &[Present]) {
        for found in present {
            let (word, bit) = Self::place(found.literal);
            self.words[word] |= bit;
        }
    }

    fn clear(&mut self, present: &[Present]) {
        for found in present {
            self.words[Self::place(found.literal).0] = 0;
        }
    }

    #[inline]
    fn may_have(&self, literal: u32) -> bool {
        let (word, bit) = Self::place(literal);
        literal == NONE || self.words[word] & bit != 0
    }
}

/// Lists the candidates; false when a bound was met.
///
/// A list of usual length costs its length, whatever else is in the text, so that the cost of a
/// text is the sum of what its literals cost. The few long ones are asked for each other literal.
pub(super) fn candidates(
    data: &Data,
    present: &[Present],
    presence: &mut Presence,
    work: &mut Budget,
    candidates: &mut Vec<Candidate>,
) -> bool {
    candidates.clear();
    presence.fill(present);
    let mut probe = Probe {
        present,
        presence,
        work,
        candidates,
        places: [0, 0],
    };
    let mut first = 0;
    let mut is_complete = true;
    while first < present.len() && is_complete {
        let literal = present[first].literal;
        let mut last = first + 1;
        while present
            .get(last)
            .is_some_and(|found| found.literal == literal)
        {
            last += 1;
        }
        // There are no more present than a bound allows.
        probe.places = [first, last].map(|place| u32::try_from(place).unwrap_or_default());
        is_complete = match data.filed(literal) {
            Filed::Alone(skeleton) => probe.alone(skeleton),
            Filed::List(postings) => probe.list(postings),
        };
        first = last;
    }
    presence.clear(present);
    is_complete
}

/// What is known while lists are looked through.
struct Probe<'p> {
    present: &'p [Present],
    presence: &'p Presence,
    work: &'p mut Budget,
    candidates: &'p mut Vec<Candidate>,
    /// The places of the literal whose list it is.
    places: [u32; 2],
}

impl Probe<'_> {
    fn has(&self, literal: u32) -> bool {
        self.presence.may_have(literal)
            && (literal == NONE
                || self
                    .present
                    .binary_search_by_key(&literal, |found| found.literal)
                    .is_ok())
    }

    fn add(&mut self, skeleton: u32) {
        self.candidates.push(Candidate {
            skeleton,
            first: self.places[0],
            last: self.places[1],
        });
    }

    /// A skeleton that needs no other literal; false when a bound was met.
    fn alone(&mut self, skeleton: u32) -> bool {
        let is_enough = self.work.take(1);
        if is_enough {
            self.add(skeleton);
        }
        is_enough
    }

    /// A list of postings; false when a bound was met.
    fn list(&mut self, postings: &[Posting]) -> bool {
        if postings.len() > SCANNED {
            return self.search(postings, |posting| posting.second, Self::run);
        }
        if !self.work.take(postings.len()) {
            return false;
        }
        for posting in postings {
            if self.has(posting.second) && self.has(posting.third) {
                self.add(posting.skeleton);
            }
        }
        true
    }

    /// The postings of one second literal that is there.
    fn run(&mut self, run: &[Posting]) -> bool {
        if run.len() > SCANNED {
            return self.search(run, |posting| posting.third, Self::all);
        }
        if !self.work.take(run.len()) {
            return false;
        }
        for posting in run {
            if self.has(posting.third) {
                self.add(posting.skeleton);
            }
        }
        true
    }

    /// Postings whose literals are all there.
    fn all(&mut self, run: &[Posting]) -> bool {
        let is_enough = self.work.take(run.len());
        if is_enough {
            for posting in run {
                self.add(posting.skeleton);
            }
        }
        is_enough
    }

    /// Of a long list, sorted by a literal, the runs of those that are there.
    fn search(
        &mut self,
        postings: &[Posting],
        literal: impl Fn(&Posting) -> u32,
        run: impl Fn(&mut Self, &[Posting]) -> bool,
    ) -> bool {
        let mut seen = None;
        let present = self.present;
        let mut rest = postings;
        // Both are sorted, and no literal comes last.
        for wanted in present.iter().map(|found| found.literal).chain([NONE]) {
            if seen.replace(wanted) == Some(wanted) {
                continue;
            }
            if !self.work.take(SEARCH) {
                return false;
            }
            let start = rest.partition_point(|posting| literal(posting) < wanted);
            rest = &rest[start..];
            let length = rest.partition_point(|posting| literal(posting) == wanted);
            if !run(self, &rest[..length]) {
                return false;
            }
            rest = &rest[length..];
            if rest.is_empty() {
                break;
            }
        }
        true
    }
}
