//! Filters: which windows of a text may be the anchor of a literal.
//!
//! Owns how windows are hashed and the sets of hashes that a text is probed with. Separate from the
//! [literals](super::literals) because this is what is done at every character of a text: two small
//! sets that stay near the processor keep nearly all of it from the larger tables.

use std::ops::Range;

use super::starts::{BLOCK, Block, block, places, starts};

/// The two lengths of a window.
pub(super) const SHORT: usize = 4;
pub(super) const LONG: usize = 8;
/// How much of a text is probed before anything is compared.
pub(super) const STRETCH: usize = 256;
/// How many windows that has.
pub(super) const PROBES: usize = 2 * STRETCH;

/// A set of hashes that never says no to one it has: two bits each, in one word.
#[derive(Debug, Default)]
pub(super) struct Filter {
    /// A power of two of them; one that is zero, where there are no hashes.
    words: Box<[u64]>,
}

/// The filters of long windows and of short ones.
#[derive(Debug, Default)]
pub(super) struct Filters {
    long: Filter,
    short: Filter,
    /// Whether there are long ones at all.
    is_long: bool,
}

/// A window of a text that may be an anchor.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Probe {
    pub(super) anchor: u32,
    pub(super) at: u32,
    /// The range of literals to look at, once it was fetched.
    pub(super) entries: [u32; 2],
}

impl Filter {
    /// Makes the set, of two bytes a hash or up to four.
    pub(super) fn new(hashes: &[u64]) -> Self {
        let count = (hashes.len() * 16).next_power_of_two().max(64) / 64;
        let mut words = vec![0; count].into_boxed_slice();
        for hash in hashes {
            let (word, [one, other]) = Self::place(*hash, count - 1);
            words[word] |= 1 << one | 1 << other;
        }
        Filter { words }
    }

    #[inline]
    fn place(hash: u64, mask: usize) -> (usize, [u64; 2]) {
        let [word, one, other] = [44, 38, 32].map(|shift| hash >> shift);
        // No more bits than the mask has are wanted.
        #[expect(clippy::cast_possible_truncation)]
        let word = word as usize & mask;
        (word, [one & 63, other & 63])
    }

    /// Whether it may have a hash, as 1 or 0.
    #[inline]
    fn may_have(words: &[u64], mask: usize, hash: u64) -> usize {
        let (word, [one, other]) = Self::place(hash, mask);
        let word = words[word & mask];
        // One bit of it.
        #[expect(clippy::cast_possible_truncation)]
        let bits = (word >> one & word >> other) as usize;
        bits & 1
    }

    /// Whether it may have a hash.
    pub(super) fn has(&self, hash: u64) -> bool {
        let mask = self.words.len().checked_sub(1);
        mask.is_some_and(|mask| Self::may_have(&self.words, mask, hash) == 1)
    }

    pub(super) fn heap_bytes(&self) -> usize {
        size_of_val(&*self.words)
    }
}

impl Filters {
    pub(super) fn new(long: &[u64], short: &[u64]) -> Self {
        Filters {
            long: Filter::new(long),
            short: Filter::new(short),
            is_long: !long.is_empty(),
        }
    }

    /// Lists the windows of a text that may be an anchor and begin in the stretch, which has at most
    /// [`STRETCH`] bytes; gives how many there are.
    pub(super) fn probe(
        &self,
        text: &[u8],
        stretch: &Range<usize>,
        probes: &mut [Probe; PROBES],
    ) -> usize {
        let mut count = 0;
        for from in stretch.clone().step_by(BLOCK) {
            let length = BLOCK.min(stretch.end - from);
            let block = block(&text[from..]);
            let starts = starts(&block, length);
            count = if self.is_long {
                self.block::<true>(&block, starts, from, probes, count)
            } else {
                self.block::<false>(&block, starts, from, probes, count)
            };
        }
        count
    }

    /// Adds the windows that begin at places of a block to the probes so far.
    ///
    /// Nothing is decided here that the processor would have to guess while it fetches a word of a
    /// filter, so it fetches many at once.
    #[inline]
    fn block<const IS_LONG: bool>(
        &self,
        block: &Block,
        starts: u64,
        from: usize,
        probes: &mut [Probe; PROBES],
        mut count: usize,
    ) -> usize {
        let [long, short] = [&*self.long.words, &*self.short.words];
        let masks = [long, short].map(|words| words.len().checked_sub(1));
        let [Some(long_mask), Some(short_mask)] = masks else {
            return count;
        };
        let mut add = |place: usize, hash: u64, is_passed: usize| {
            let probe = &mut probes[count % PROBES];
            (probe.anchor, probe.at) = (anchor(hash), narrow(from + place));
            count += is_passed;
        };
        for place in places(starts) {
            let window = block[place % BLOCK..].first_chunk();
            let number = window.map_or(0, |window| u64::from_le_bytes(*window));
            if IS_LONG {
                let hash = mix(number);
                add(place, hash, Filter::may_have(long, long_mask, hash));
            }
            let hash = mix(number & u64::from(u32::MAX));
            add(place, hash, Filter::may_have(short, short_mask, hash));
        }
        count
    }

    pub(super) fn heap_bytes(&self) -> usize {
        self.long.heap_bytes() + self.short.heap_bytes()
    }
}

/// The part of a hash by which literals are sorted.
#[inline]
pub(super) fn anchor(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// The windows that can be the anchor of a literal, at characters' starts, with their hashes: long
/// ones, if the literal has the least length for them.
pub(super) fn windows(literal: &[u8], least: usize) -> impl Iterator<Item = (usize, u64)> {
    let is_long = literal.len() >= least;
    let starts = (0..literal.len()).filter(|&at| is_start(literal[at]));
    starts.filter_map(move |at| {
        let window = &literal[at..];
        let hash = if is_long {
            window.first_chunk::<LONG>().map(hash)
        } else {
            window.first_chunk::<SHORT>().map(hash)
        };
        hash.map(|hash| (at, hash))
    })
}

/// The hash of a window, of which the first bits are the best.
#[inline]
fn hash<const N: usize>(window: &[u8; N]) -> u64 {
    let mut number = [0; LONG];
    number[..N].copy_from_slice(window);
    mix(u64::from_le_bytes(number))
}

/// A place of a text in 32 bits; texts are cut long before.
#[inline]
#[expect(clippy::cast_possible_truncation)]
fn narrow(place: usize) -> u32 {
    place as u32
}

/// The hash of a number.
#[inline]
pub(super) fn mix(number: u64) -> u64 {
    number.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[inline]
fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_a_filter_passes_wherever_it_stands_and_little_else_does() {
        let word = |at: usize| format!("해w{at:08}");
        let hashes: Vec<_> = (0..1_000)
            .flat_map(|at| windows(word(at).as_bytes(), LONG).collect::<Vec<_>>())
            .map(|(_, hash)| hash)
            .collect();
        let filters = Filters::new(&hashes, &[]);
        let mut probes = [Probe::default(); PROBES];
        let mut passed = 0;
        for at in 0..2_000 {
            let text = format!("ab{}", word(at));
            let count = filters.probe(text.as_bytes(), &(0..text.len()), &mut probes);
            let places: Vec<_> = probes[..count].iter().map(|probe| probe.at).collect();
            assert!(at >= 1_000 || [2, 5, 6].iter().all(|it| places.contains(it)));
            passed += count;
        }
        assert!(passed < 4_200, "{passed}");
        let none = Filters::new(&[], &[]);
        assert_eq!(none.probe(b"abcd", &(0..4), &mut probes), 0);
    }
}
