//! The literals that lead to templates, and finding them in a text.
//!
//! Each key literal has one anchor, its rarest window of eight bytes, or of four where it is
//! shorter. A text is probed at every character for both windows against a bitmap, and what passes
//! is compared. So the cost depends on the text and on what it really holds, hardly on how many
//! literals there are.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::bounds::{self, Budget};

/// The shortest literal that can be a key, in bytes.
pub(super) const SHORTEST: usize = 4;
/// How much of a literal is its key; the rest is compared later.
pub(super) const LONGEST: usize = 160;

const SHORT: usize = 4;
const LONG: usize = 8;

/// The key literals of an index, sorted by the hashes of their anchors.
#[derive(Debug, Default)]
pub(super) struct Literals {
    pub(super) entries: Vec<Entry>,
    /// Where the hashes with these first bits begin.
    directory: Vec<u32>,
    shift: u32,
    bitmap: Vec<u64>,
    has_short: bool,
}

/// A key literal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    anchor: u32,
    /// Where it stands in the arena.
    pub(super) text: u32,
    pub(super) length: u16,
    anchor_at: u16,
    /// Where its postings begin.
    pub(super) postings: u32,
}

/// A literal at a place of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Present {
    pub(super) literal: u32,
    pub(super) at: u32,
}

#[inline]
fn long_hash(bytes: &[u8], at: usize) -> u32 {
    let mut window = [0; LONG];
    window.copy_from_slice(&bytes[at..at + LONG]);
    let product = u64::from_le_bytes(window).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    // The high half is what is wanted.
    (product >> 32) as u32
}

#[inline]
fn short_hash(bytes: &[u8], at: usize) -> u32 {
    let mut window = [0; SHORT];
    window.copy_from_slice(&bytes[at..at + SHORT]);
    let product = u64::from(u32::from_le_bytes(window)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (product >> 32) as u32
}

#[inline]
fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    hasher.finish()
}

impl Literals {
    /// Makes the table of literals, given by their places in the arena. The entries' `postings`
    /// hold the place in the list given, until they are replaced.
    pub(super) fn new(arena: &[u8], keys: &[(u32, u16)]) -> Self {
        let mut sketch = Sketch::new(keys.len());
        for &(text, length) in keys {
            let literal = slice(arena, text, length);
            windows(literal).for_each(|(_, hash)| sketch.add(hash));
        }
        let mut entries: Vec<_> = keys
            .iter()
            .zip(0..)
            .map(|(&(text, length), index)| {
                let (at, anchor) = windows(slice(arena, text, length))
                    .min_by_key(|&(_, hash)| sketch.count(hash))
                    .unwrap_or_default();
                Entry {
                    anchor,
                    text,
                    length,
                    anchor_at: u16::try_from(at).unwrap_or_default(),
                    postings: index,
                }
            })
            .collect();
        entries.sort_unstable_by_key(|entry| (entry.anchor, entry.text));
        // A few entries each: a short directory stays near, and they lie side by side.
        let bits = (usize::BITS - entries.len().leading_zeros()).saturating_sub(2);
        let shift = 32 - bits.clamp(1, 26);
        let mut directory = vec![0; (1 << (32 - shift)) + 1];
        for entry in &entries {
            directory[(entry.anchor >> shift) as usize + 1] += 1;
        }
        for at in 1..directory.len() {
            directory[at] += directory[at - 1];
        }
        let words = (entries.len() * 16).next_power_of_two().max(64) / 64;
        let mut bitmap = vec![0_u64; words];
        for entry in &entries {
            let (word, bits) = filter(entry.anchor, words - 1);
            bitmap[word] |= bits;
        }
        Literals {
            has_short: entries.iter().any(|entry| usize::from(entry.length) < LONG),
            entries,
            directory,
            shift,
            bitmap,
        }
    }

    /// The text of a key.
    pub(super) fn text<'a>(&self, arena: &'a [u8], literal: u32) -> &'a [u8] {
        let entry = self.entries[literal as usize];
        slice(arena, entry.text, entry.length)
    }

    /// The literals in a text, sorted, each at a few places at most. False when a bound was met.
    pub(super) fn find(&self, arena: &[u8], text: &[u8], present: &mut Vec<Present>) -> bool {
        present.clear();
        if self.entries.is_empty() {
            return true;
        }
        let mask = self.bitmap.len() - 1;
        let passes = |hash: u32| {
            let (word, bits) = filter(hash, mask);
            self.bitmap[word] & bits == bits
        };
        let mut comparisons = Budget::new(bounds::COMPARISONS);
        for at in 0..text.len().saturating_sub(SHORT - 1) {
            if !is_start(text[at]) {
                continue;
            }
            if at + LONG <= text.len() {
                let hash = long_hash(text, at);
                if passes(hash) {
                    self.compare(arena, text, at, hash, present, &mut comparisons);
                }
            }
            if self.has_short {
                let hash = short_hash(text, at);
                if passes(hash) {
                    self.compare(arena, text, at, hash, present, &mut comparisons);
                }
            }
            if comparisons.is_spent() {
                break;
            }
        }
        present.sort_unstable();
        // Of a literal that is everywhere, the first places.
        let mut run = 0;
        let mut last = u32::MAX;
        present.retain(|found| {
            run = if found.literal == last { run + 1 } else { 0 };
            last = found.literal;
            run < bounds::POSITIONS
        });
        let is_complete = present.len() <= bounds::PRESENT && !comparisons.is_spent();
        present.truncate(bounds::PRESENT);
        is_complete
    }

    #[inline]
    fn compare(
        &self,
        arena: &[u8],
        text: &[u8],
        at: usize,
        hash: u32,
        present: &mut Vec<Present>,
        comparisons: &mut Budget,
    ) {
        let slot = (hash >> self.shift) as usize;
        let range = self.directory[slot] as usize..self.directory[slot + 1] as usize;
        for (index, entry) in range.clone().zip(&self.entries[range]) {
            if entry.anchor != hash {
                continue;
            }
            if !comparisons.take(1) {
                return;
            }
            let Some(start) = at.checked_sub(usize::from(entry.anchor_at)) else {
                continue;
            };
            let literal = slice(arena, entry.text, entry.length);
            if text[start..].starts_with(literal) {
                present.push(Present {
                    literal: u32::try_from(index).unwrap_or(u32::MAX),
                    at: u32::try_from(start).unwrap_or(u32::MAX),
                });
            }
        }
    }

    pub(super) fn heap_bytes(&self) -> usize {
        self.entries.len() * size_of::<Entry>() + self.directory.len() * 4 + self.bitmap.len() * 8
    }
}

/// The word of the bitmap that a hash belongs to, and its bits there: two, of one cache line.
#[inline]
fn filter(hash: u32, mask: usize) -> (usize, u64) {
    let other = spread(hash);
    (
        other as usize & mask,
        1 << (other >> 23 & 63) | 1 << (hash & 63),
    )
}

/// Other bits than those that the directory uses.
#[inline]
fn spread(hash: u32) -> u32 {
    hash.wrapping_mul(0x85EB_CA6B) >> 3
}

pub(super) fn slice(arena: &[u8], text: u32, length: u16) -> &[u8] {
    &arena[text as usize..text as usize + usize::from(length)]
}

/// The windows that can be the anchor of a literal, at characters' starts.
fn windows(literal: &[u8]) -> impl Iterator<Item = (usize, u32)> {
    let is_long = literal.len() >= LONG;
    let size = if is_long { LONG } else { SHORT };
    (0..(literal.len() + 1).saturating_sub(size))
        .filter(|&at| is_start(literal[at]))
        .map(move |at| {
            let hash = if is_long {
                long_hash(literal, at)
            } else {
                short_hash(literal, at)
            };
            (at, hash)
        })
}

/// Counts windows, roughly and in a byte each.
struct Sketch {
    counts: Vec<u8>,
}

impl Sketch {
    fn new(literals: usize) -> Self {
        let size = (literals * 16).next_power_of_two().clamp(1 << 10, 1 << 24);
        Sketch {
            counts: vec![0; size],
        }
    }

    fn add(&mut self, hash: u32) {
        let at = spread(hash) as usize & (self.counts.len() - 1);
        self.counts[at] = self.counts[at].saturating_add(1);
    }

    fn count(&self, hash: u32) -> u8 {
        self.counts[spread(hash) as usize & (self.counts.len() - 1)]
    }
}

/// How many skeletons each literal is in.
#[derive(Debug, Default)]
pub(super) struct Frequencies {
    counts: FxHashMap<u64, u32>,
}

impl Frequencies {
    pub(super) fn add(&mut self, literal: &[u8]) {
        *self.counts.entry(hash(literal)).or_default() += 1;
    }

    pub(super) fn count(&self, literal: &[u8]) -> u32 {
        self.counts.get(&hash(literal)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_found_wherever_they_stand() {
        let arena = "해시 값 is invalid.값이kort".as_bytes();
        let at = |text: &str| {
            let start = str::from_utf8(arena).unwrap().find(text).unwrap();
            (
                u32::try_from(start).unwrap(),
                u16::try_from(text.len()).unwrap(),
            )
        };
        let keys = [at("해시 값 "), at(" is invalid."), at("kort"), at("값이")];
        let literals = Literals::new(arena, &keys);
        let mut present = Vec::new();
        let text = "x해시 값 abc is invalid.kort값이";
        assert!(literals.find(arena, text.as_bytes(), &mut present));
        let mut found: Vec<_> = present
            .iter()
            .map(|found| literals.entries[found.literal as usize].postings)
            .collect();
        found.sort_unstable();
        assert_eq!(found, [0, 1, 2, 3]);
        assert!(literals.find(arena, b"", &mut present) && present.is_empty());
    }
}
