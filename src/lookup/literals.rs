//! The literals that lead to templates, and finding them in a text.
//!
//! Each key literal has one anchor, its rarest window of eight bytes, or of four where it is
//! shorter. A text is probed at every character for both windows against a bitmap, and what passes
//! is compared. So the cost depends on the text and on what it really holds, hardly on how many
//! literals there are.

use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::DefaultHashBuilder;
use rustc_hash::FxHashMap;

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
    /// The hashes themselves, close together because most of them are only looked at.
    anchors: Vec<u32>,
    /// Where the hashes with these first bits begin.
    directory: Vec<u32>,
    shift: u32,
    bitmap: Vec<u64>,
    has_short: bool,
}

/// A key literal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
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

/// The buffers of a search for literals, and what it found.
#[derive(Debug)]
pub(super) struct Finder {
    probes: Box<[Probe; PROBES]>,
    /// Literals whose anchors stand where they should.
    anchored: Vec<Present>,
    pub(super) present: Vec<Present>,
    /// How many windows passed the bitmap, and literals were compared.
    work: usize,
}

impl Default for Finder {
    fn default() -> Self {
        Finder {
            probes: Box::new([Probe::default(); PROBES]),
            anchored: Vec::new(),
            present: Vec::new(),
            work: 0,
        }
    }
}

impl Finder {
    pub(super) fn work(&self) -> usize {
        self.work
    }
}

/// A window of a text that may be an anchor.
#[derive(Clone, Copy, Debug, Default)]
struct Probe {
    hash: u32,
    at: u32,
}

/// How much of a text is probed before anything is compared.
const STRETCH: usize = 256;
/// How many hashes are looked at one by one; of more, those that are meant are searched.
const NEAR: usize = 32;
/// How many windows that has.
const PROBES: usize = 2 * STRETCH;

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

/// Hashes texts of files with a seed of the process, so that nobody can write some that collide.
#[derive(Clone, Debug, Default)]
pub(super) struct Seed(DefaultHashBuilder);

impl Seed {
    pub(super) fn hash(&self, bytes: &[u8]) -> u64 {
        self.0.hash_one(bytes)
    }
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
                let entry = Entry {
                    text,
                    length,
                    anchor_at: u16::try_from(at).unwrap_or_default(),
                    postings: index,
                };
                (anchor, entry)
            })
            .collect();
        entries.sort_unstable_by_key(|(anchor, entry)| (*anchor, entry.text));
        let anchors: Vec<_> = entries.iter().map(|(anchor, _)| *anchor).collect();
        // A few anchors each: a short directory stays near, and they lie side by side.
        let bits = (usize::BITS - entries.len().leading_zeros()).saturating_sub(1);
        let shift = 32 - bits.clamp(1, 26);
        let mut directory = vec![0; (1 << (32 - shift)) + 1];
        for anchor in &anchors {
            directory[(anchor >> shift) as usize + 1] += 1;
        }
        for at in 1..directory.len() {
            directory[at] += directory[at - 1];
        }
        let words = (entries.len() * 16).next_power_of_two().max(64) / 64;
        let mut bitmap = vec![0_u64; words];
        for &anchor in &anchors {
            let (word, bits) = filter(anchor, words - 1);
            bitmap[word] |= bits;
        }
        let entries: Vec<_> = entries.into_iter().map(|(_, entry)| entry).collect();
        Literals {
            has_short: entries.iter().any(|entry| usize::from(entry.length) < LONG),
            entries,
            anchors,
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
    ///
    /// Each stage is a loop of its own over some of the text, so that what one place of it has to
    /// fetch from memory is on its way while the next is looked at.
    pub(super) fn find(&self, arena: &[u8], text: &[u8], finder: &mut Finder) -> bool {
        finder.present.clear();
        finder.work = 0;
        if self.entries.is_empty() {
            return true;
        }
        let mut comparisons = Budget::new(bounds::COMPARISONS);
        let ends = text.len().saturating_sub(SHORT - 1);
        let mut from = 0;
        while from < ends && !comparisons.is_spent() {
            let to = (from + STRETCH).min(ends);
            let count = self.probe(text, from..to, finder);
            finder.work += to - from + count;
            self.compare(arena, text, count, finder, &mut comparisons);
            from = to;
        }
        finder.work += bounds::COMPARISONS - comparisons.left();
        let present = &mut finder.present;
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

    /// The windows of a stretch of text that the bitmap lets pass.
    fn probe(&self, text: &[u8], stretch: Range<usize>, finder: &mut Finder) -> usize {
        let probes = &mut *finder.probes;
        let bitmap = self.bitmap.as_slice();
        // Never empty, and a power of two.
        let mask = bitmap.len().wrapping_sub(1);
        let mut count = 0;
        let mut add = |hash: u32, at: usize| {
            let (word, bits) = filter(hash, mask);
            if bitmap.get(word).is_some_and(|word| word & bits == bits) {
                probes[count % PROBES] = Probe {
                    hash,
                    at: narrow(at),
                };
                count += 1;
            }
        };
        let windows = text[stretch.start..].windows(LONG);
        for (window, at) in windows.zip(stretch.clone()) {
            if is_start(window[0]) {
                add(long_hash(window, 0), at);
                if self.has_short {
                    add(short_hash(window, 0), at);
                }
            }
        }
        // Where the text ends, only the short ones have room.
        let last = (text.len() + 1).saturating_sub(LONG).max(stretch.start);
        if self.has_short {
            for at in (last..stretch.end).filter(|&at| is_start(text[at])) {
                add(short_hash(text, at), at);
            }
        }
        count
    }

    /// The literals whose anchors are among the probes and that are there as a whole.
    fn compare(
        &self,
        arena: &[u8],
        text: &[u8],
        count: usize,
        finder: &mut Finder,
        comparisons: &mut Budget,
    ) {
        let Finder {
            probes,
            anchored,
            present,
            ..
        } = finder;
        anchored.clear();
        for probe in &probes[..count] {
            let slot = (probe.hash >> self.shift) as usize;
            let mut range = self.directory[slot] as usize..self.directory[slot + 1] as usize;
            if range.len() > NEAR {
                range = self.narrowed(range, probe.hash);
            }
            for (index, anchor) in range.clone().zip(&self.anchors[range]) {
                if *anchor != probe.hash {
                    continue;
                }
                if !comparisons.take(1) {
                    return;
                }
                let entry = &self.entries[index];
                let start = (probe.at as usize).checked_sub(usize::from(entry.anchor_at));
                let end = start.map_or(usize::MAX, |start| start + usize::from(entry.length));
                if end <= text.len() {
                    anchored.push(Present {
                        literal: narrow(index),
                        at: probe.at - u32::from(entry.anchor_at),
                    });
                }
            }
        }
        let is_there = |found: &Present| {
            let entry = &self.entries[found.literal as usize];
            text[found.at as usize..].starts_with(slice(arena, entry.text, entry.length))
        };
        present.extend(anchored.iter().copied().filter(is_there));
    }

    /// Of a long range of hashes, those that are equal. The hash of a window has no seed, so that
    /// literals can be written whose anchors lie together.
    #[cold]
    fn narrowed(&self, range: Range<usize>, hash: u32) -> Range<usize> {
        let anchors = &self.anchors[range.clone()];
        let start = anchors.partition_point(|anchor| *anchor < hash);
        let length = anchors[start..].partition_point(|anchor| *anchor == hash);
        range.start + start..range.start + start + length
    }

    pub(super) fn heap_bytes(&self) -> usize {
        self.entries.len() * (size_of::<Entry>() + 4)
            + self.directory.len() * 4
            + self.bitmap.len() * 8
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

/// A place in 32 bits; no text and no table comes near their end.
#[inline]
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
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
#[derive(Debug)]
pub(super) struct Frequencies {
    seed: Seed,
    counts: FxHashMap<u64, u32>,
}

impl Frequencies {
    pub(super) fn new(seed: Seed) -> Self {
        Frequencies {
            seed,
            counts: FxHashMap::default(),
        }
    }

    pub(super) fn add(&mut self, literal: &[u8]) {
        *self.counts.entry(self.seed.hash(literal)).or_default() += 1;
    }

    pub(super) fn count(&self, literal: &[u8]) -> u32 {
        self.counts
            .get(&self.seed.hash(literal))
            .copied()
            .unwrap_or_default()
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
        let mut finder = Finder::default();
        let text = "x해시 값 abc is invalid.kort값이";
        assert!(literals.find(arena, text.as_bytes(), &mut finder));
        let mut found: Vec<_> = finder
            .present
            .iter()
            .map(|found| literals.entries[found.literal as usize].postings)
            .collect();
        found.sort_unstable();
        assert_eq!(found, [0, 1, 2, 3]);
        assert!(literals.find(arena, b"", &mut finder) && finder.present.is_empty());
    }
}
