//! Filters: which windows of a text may be the anchor of a literal.
//!
//! Owns how windows are hashed and the sets of hashes that a text is probed with. Separate from the
//! [literals](super::literals) because this is what is done at every character of a text: two small
//! sets that stay near the processor keep nearly all of it from the larger tables.

use std::ops::Range;

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
    /// None, or a power of two.
    words: Box<[u64]>,
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
        if hashes.is_empty() {
            return Filter::default();
        }
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

    /// Adds the windows of a stretch of text that may be in it to the probes so far; gives how many
    /// there are now.
    #[inline]
    pub(super) fn probe<const N: usize>(
        &self,
        text: &[u8],
        stretch: &Range<usize>,
        probes: &mut [Probe; PROBES],
        mut count: usize,
    ) -> usize {
        let words = &*self.words;
        let Some(mask) = words.len().checked_sub(1) else {
            return count;
        };
        let mut at = stretch.start;
        while at < stretch.end
            && let Some(window) = text[at..].first_chunk::<N>()
        {
            let hash = hash(window);
            let (word, [one, other]) = Self::place(hash, mask);
            let word = words[word & mask];
            // Few pass the first of them.
            if word >> one & 1 == 1 && word >> other & 1 == 1 {
                probes[count % PROBES] = Probe {
                    anchor: anchor(hash),
                    at: u32::try_from(at).unwrap_or(u32::MAX),
                    entries: [0; 2],
                };
                count += 1;
            }
            at += 1;
            while text.get(at).is_some_and(|&byte| !is_start(byte)) {
                at += 1;
            }
        }
        count
    }

    pub(super) fn heap_bytes(&self) -> usize {
        size_of_val(&*self.words)
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
    u64::from_le_bytes(number).wrapping_mul(0x9E37_79B9_7F4A_7C15)
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
        let filter = Filter::new(&hashes);
        let mut probes = [Probe::default(); PROBES];
        let mut passed = 0;
        for at in 0..2_000 {
            let text = format!("ab{}", word(at));
            let range = 0..text.len();
            let count = filter.probe::<LONG>(text.as_bytes(), &range, &mut probes, 0);
            let places: Vec<_> = probes[..count].iter().map(|probe| probe.at).collect();
            assert!(at >= 1_000 || [2, 5, 6].iter().all(|it| places.contains(it)));
            passed += count;
        }
        assert!(passed < 4_200, "{passed}");
        assert_eq!(
            Filter::new(&[]).probe::<SHORT>(b"abcd", &(0..4), &mut probes, 0),
            0
        );
    }
}
