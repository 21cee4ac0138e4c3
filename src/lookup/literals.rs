//! The literals that lead to templates, and finding them in a text.
//!
//! Each key literal has one anchor, its rarest window of eight bytes, or of four where it is
//! shorter or there are few literals. A text is probed at every character for both windows against
//! a filter each, and what passes is compared. So the cost depends on the text and on what it really
//! holds, hardly on how many literals there are.

use std::hash::BuildHasher;
use std::hint::black_box;
use std::ops::Range;

use hashbrown::DefaultHashBuilder;
use rustc_hash::FxHashMap;

use super::bounds::{self, Budget};
use super::filter::{Filters, LONG, PROBES, Probe, SHORT, STRETCH, anchor, windows};

/// The shortest literal that can be a key, in bytes.
pub(super) const SHORTEST: usize = 4;
/// How much of a literal is its key; the rest is compared later.
pub(super) const LONGEST: usize = 160;

/// Of fewer literals four bytes tell enough, and a text need not be probed twice.
const FEW: usize = 4_096;

/// The key literals of an index, sorted by the hashes of their anchors.
#[derive(Debug, Default)]
pub(super) struct Literals {
    pub(super) entries: Vec<Entry>,
    /// Where the hashes with these first bits begin.
    directory: Vec<u32>,
    shift: u32,
    /// The hashes of anchors.
    filters: Filters,
}

/// A key literal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// The hash of its anchor.
    anchor: u32,
    /// Where it stands in the arena.
    pub(super) text: u32,
    pub(super) length: u8,
    anchor_at: u8,
    /// What its ends are; most that share an anchor differ there.
    ends: u16,
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
    /// How many windows were probed and passed, and literals were compared.
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

/// How many hashes are looked at one by one; of more, those that are meant are searched.
const NEAR: usize = 32;
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
    pub(super) fn new(arena: &[u8], keys: &[(u32, u8)]) -> Self {
        let least = if keys.len() < FEW { usize::MAX } else { LONG };
        let windows = |text, length| windows(slice(arena, text, length), least);
        let mut sketch = Sketch::new(keys.len());
        for &(text, length) in keys {
            windows(text, length).for_each(|(_, hash)| sketch.add(hash));
        }
        let mut entries: Vec<_> = keys
            .iter()
            .zip(0..)
            .map(|(&(text, length), index)| {
                let (at, hash) = windows(text, length)
                    .min_by_key(|&(_, hash)| sketch.count(hash))
                    .unwrap_or_default();
                let entry = Entry {
                    anchor: anchor(hash),
                    text,
                    length,
                    anchor_at: u8::try_from(at).unwrap_or_default(),
                    ends: ends(slice(arena, text, length)),
                    postings: index,
                };
                (hash, entry)
            })
            .collect();
        entries.sort_unstable_by_key(|(hash, entry)| (*hash, entry.text));
        let [long, short] = [true, false].map(|is_long| {
            let own = entries
                .iter()
                .filter(|(_, entry)| (usize::from(entry.length) >= least) == is_long);
            own.map(|(hash, _)| *hash).collect::<Vec<_>>()
        });
        let filters = Filters::new(&long, &short);
        let entries: Vec<_> = entries.into_iter().map(|(_, entry)| entry).collect();
        let (directory, shift) = directory(&entries);
        Literals {
            entries,
            directory,
            shift,
            filters,
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
    /// fetch from memory is on its way while the next is looked at. `fetch` reads a little of what is
    /// filed under a literal.
    pub(super) fn find(
        &self,
        arena: &[u8],
        text: &[u8],
        finder: &mut Finder,
        fetch: impl Fn(u32) -> u32,
    ) -> bool {
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
            let count = self.filters.probe(text, &(from..to), &mut finder.probes);
            finder.work += to - from + count;
            self.compare(arena, text, count, finder, &mut comparisons, &fetch);
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

    /// The literals whose anchors are among the probes and that are there as a whole.
    fn compare(
        &self,
        arena: &[u8],
        text: &[u8],
        count: usize,
        finder: &mut Finder,
        comparisons: &mut Budget,
        fetch: impl Fn(u32) -> u32,
    ) {
        let Finder {
            probes,
            anchored,
            present,
            ..
        } = finder;
        anchored.clear();
        for probe in &mut probes[..count] {
            let slot = (probe.anchor >> self.shift) as usize;
            probe.entries = [self.directory[slot], self.directory[slot + 1]];
        }
        // All of them are fetched before one is looked at.
        let firsts = probes[..count].iter().map(|probe| probe.entries[0]);
        let firsts = firsts.filter_map(|first| self.entries.get(first as usize));
        black_box(firsts.fold(0, |all, first| all ^ first.anchor));
        for probe in &probes[..count] {
            let [start, end] = probe.entries.map(|place| place as usize);
            let mut range = start..end;
            if range.len() > NEAR {
                range = self.narrowed(range, probe.anchor);
            }
            for (index, entry) in range.clone().zip(&self.entries[range]) {
                if entry.anchor != probe.anchor {
                    continue;
                }
                if !comparisons.take(1) {
                    return;
                }
                let start = (probe.at as usize).checked_sub(usize::from(entry.anchor_at));
                let place = start.and_then(|start| {
                    let place = text.get(start..)?.get(..usize::from(entry.length))?;
                    (ends(place) == entry.ends).then_some(start)
                });
                if let Some(start) = place {
                    anchored.push(Present {
                        literal: narrow(index),
                        at: narrow(start),
                    });
                }
            }
        }
        // Nearly all that have the anchor and the ends have all of it. That and what is filed under it
        // are fetched together.
        let fetched = anchored.iter().map(|found| {
            let entry = &self.entries[found.literal as usize];
            u32::from(arena[entry.text as usize]) ^ fetch(entry.postings)
        });
        black_box(fetched.fold(0, |all, it| all ^ it));
        let is_there = |found: &Present| {
            let entry = &self.entries[found.literal as usize];
            let literal = slice(arena, entry.text, entry.length);
            text[found.at as usize..].starts_with(literal)
        };
        present.extend(anchored.iter().copied().filter(is_there));
    }

    /// Of a long range of hashes, those that are equal. The hash of a window has no seed, so that
    /// literals can be written whose anchors lie together.
    #[cold]
    fn narrowed(&self, range: Range<usize>, hash: u32) -> Range<usize> {
        let entries = &self.entries[range.clone()];
        let start = entries.partition_point(|entry| entry.anchor < hash);
        let length = entries[start..].partition_point(|entry| entry.anchor == hash);
        range.start + start..range.start + start + length
    }

    pub(super) fn heap_bytes(&self) -> usize {
        self.entries.len() * size_of::<Entry>()
            + self.directory.len() * 4
            + self.filters.heap_bytes()
    }
}

/// Where the entries with each first bits of an anchor begin, and by how much an anchor is shifted to
/// have these bits. A few entries each: a short directory stays near, and they lie side by side.
fn directory(entries: &[Entry]) -> (Vec<u32>, u32) {
    let bits = (usize::BITS - entries.len().leading_zeros()).saturating_sub(1);
    let shift = 32 - bits.clamp(1, 26);
    let mut directory = vec![0; (1 << (32 - shift)) + 1];
    for entry in entries {
        directory[(entry.anchor >> shift) as usize + 1] += 1;
    }
    for at in 1..directory.len() {
        directory[at] += directory[at - 1];
    }
    (directory, shift)
}

/// The first four bytes and the last four of a literal, as a hash.
#[inline]
fn ends(literal: &[u8]) -> u16 {
    let [Some(first), Some(last)] = [literal.first_chunk(), literal.last_chunk()] else {
        return 0;
    };
    let [first, last] = [first, last].map(|end| u32::from_le_bytes(*end));
    let hash = (first ^ last.rotate_left(15)).wrapping_mul(0x9E37_79B1);
    let [.., low, high] = hash.to_le_bytes();
    u16::from_le_bytes([low, high])
}

/// A place in 32 bits; no table comes near their end.
#[inline]
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

pub(super) fn slice(arena: &[u8], text: u32, length: u8) -> &[u8] {
    &arena[text as usize..text as usize + usize::from(length)]
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

    fn add(&mut self, hash: u64) {
        let at = self.place(hash);
        self.counts[at] = self.counts[at].saturating_add(1);
    }

    fn count(&self, hash: u64) -> u8 {
        self.counts[self.place(hash)]
    }

    fn place(&self, hash: u64) -> usize {
        (hash >> 40) as usize & (self.counts.len() - 1)
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
                u8::try_from(text.len()).unwrap(),
            )
        };
        let keys = [at("해시 값 "), at(" is invalid."), at("kort"), at("값이")];
        let literals = Literals::new(arena, &keys);
        let mut finder = Finder::default();
        let text = "x해시 값 abc is invalid.kort값이";
        assert!(literals.find(arena, text.as_bytes(), &mut finder, |_| 0));
        let mut found: Vec<_> = finder
            .present
            .iter()
            .map(|found| literals.entries[found.literal as usize].postings)
            .collect();
        found.sort_unstable();
        assert_eq!(found, [0, 1, 2, 3]);
        assert!(literals.find(arena, b"", &mut finder, |_| 0) && finder.present.is_empty());
    }
}
