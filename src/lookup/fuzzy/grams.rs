//! Grams: short pieces by which a text and a template can know each other in spite of typos.
//!
//! Each skeleton is filed under a few grams, the rarest of each part of it, so that one typo or a
//! cut cannot take all. A text votes with its own, the rarest lists first, within a bound.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lookup::bounds;
use crate::lookup::index::{Data, runs};

/// How many grams a skeleton has at most.
const MOST: usize = 6;

/// Skeletons by their grams.
///
/// The directory leads from the first bits of a gram's hash to a list, and of each entry as many of
/// the next bits are kept as a skeleton's number leaves room for. So grams that fall together are
/// told apart, and what a text votes for has its grams indeed.
#[derive(Debug, Default)]
pub(in crate::lookup) struct Grams {
    /// Where the list of a slot begins.
    directory: Vec<u32>,
    /// The tag of a gram and the number of a skeleton, in order.
    postings: Vec<u32>,
    shift: u32,
    /// How many bits of an entry are the number.
    number: u32,
    /// How many bytes a gram of ASCII has.
    length: usize,
    skeletons: usize,
}

/// The votes of a text.
#[derive(Debug, Default)]
pub(in crate::lookup) struct Ballot {
    /// Length of the list, its start and the place in the text.
    lists: Vec<(u32, u32, u32)>,
    votes: FxHashMap<u32, Tally>,
    best: Vec<Vote>,
}

#[derive(Clone, Copy, Debug)]
struct Tally {
    weight: f32,
    count: u32,
    first: u32,
    last: u32,
}

/// A skeleton that a text resembles.
#[derive(Clone, Debug)]
pub(in crate::lookup) struct Vote {
    pub(in crate::lookup) skeleton: u32,
    weight: f32,
    /// The bytes of the text that voted for it.
    pub(in crate::lookup) around: Range<usize>,
}

/// The grams of folded text, with their places.
fn grams(text: &[u8], length: usize) -> impl Iterator<Item = (usize, u32)> {
    (0..text.len()).filter_map(move |at| {
        let lead = text[at];
        if lead & 0xC0 == 0x80 {
            return None;
        }
        let least = if lead < 0x80 { length } else { 6 };
        let mut end = at + least;
        if end > text.len() {
            return None;
        }
        while end < text.len() && text[end] & 0xC0 == 0x80 {
            end += 1;
        }
        let mut hash = 0_u64;
        for &byte in &text[at..end] {
            hash = (hash.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x517C_C1B7_2722_0A95);
        }
        Some((at, (hash >> 32) as u32))
    })
}

impl Grams {
    pub(in crate::lookup) fn new(data: &Data) -> Self {
        let count = data.count();
        let length = if count < 30_000 { 4 } else { 6 };
        let skeletons = 0..u32::try_from(count).unwrap_or(u32::MAX);
        let number = usize::BITS - count.leading_zeros();
        let bits = number.clamp(8, 26);
        let mut grams = Grams {
            directory: Vec::new(),
            postings: Vec::new(),
            shift: 32 - bits,
            number: number.min(31),
            length,
            skeletons: count,
        };
        let rare = 32 - (bits + 2);
        let mut sketch = vec![0_u16; 1 << (bits + 2)];
        let mut own = Vec::new();
        for skeleton in skeletons.clone() {
            collect(data, skeleton, length, &mut own);
            for &hash in &own {
                let slot = &mut sketch[(hash >> rare) as usize];
                *slot = slot.saturating_add(1);
            }
        }
        let mut filed: Vec<(u32, u32)> = Vec::with_capacity(count * MOST);
        for skeleton in skeletons {
            collect(data, skeleton, length, &mut own);
            let parts = own.len().min(MOST);
            let mut chosen = [None; MOST];
            for part in 0..parts {
                let range = own.len() * part / parts..own.len() * (part + 1) / parts;
                let fresh = own[range]
                    .iter()
                    .filter(|&&hash| !chosen[..part].contains(&Some(hash)));
                if let Some(&rarest) = fresh.min_by_key(|&&hash| sketch[(hash >> rare) as usize]) {
                    chosen[part] = Some(rarest);
                    filed.push((rarest >> grams.shift, grams.tag(rarest) | skeleton));
                }
            }
        }
        drop(sketch);
        filed.sort_unstable();
        let mut directory = vec![0_u32; (1 << bits) + 1];
        for &(slot, _) in &filed {
            directory[slot as usize + 1] += 1;
        }
        for at in 1..directory.len() {
            directory[at] += directory[at - 1];
        }
        grams.directory = directory;
        grams.postings = filed.into_iter().map(|(_, entry)| entry).collect();
        grams
    }

    /// The bits of a hash behind those of the slot, at the place where an entry has them.
    fn tag(&self, hash: u32) -> u32 {
        let rest = u64::from(hash) << (32 - self.shift) & 0xFFFF_FFFF;
        // Fewer than 2^32, as the hash.
        let kept = (rest >> self.number) << self.number;
        u32::try_from(kept).unwrap_or_default()
    }

    /// Counts the votes of a text; false when a bound was met.
    pub(in crate::lookup) fn vote(&self, text: &[u8], ballot: &mut Ballot) -> bool {
        ballot.lists.clear();
        ballot.votes.clear();
        ballot.best.clear();
        let mut is_complete = true;
        for (at, hash) in grams(text, self.length) {
            let [start, end] = self.list(hash);
            if ballot.lists.len() >= bounds::GRAMS {
                is_complete = false;
                break;
            }
            if start < end {
                ballot.lists.push((end - start, start, narrow(at)));
            }
        }
        ballot.lists.sort_unstable();
        let mut left = bounds::VOTES;
        let mut last = None;
        let skeleton = u32::try_from((1_u64 << self.number) - 1).unwrap_or(u32::MAX);
        for &(length, start, at) in &ballot.lists {
            // Of a gram that comes again and again, the first place.
            if last.replace(start) == Some(start) {
                continue;
            }
            let Some(rest) = left.checked_sub(length as usize) else {
                is_complete = false;
                break;
            };
            left = rest;
            // Precision does not matter in a vote.
            #[expect(clippy::cast_precision_loss)]
            let weight = (self.skeletons as f32 / length as f32).log2().max(0.2);
            for &entry in &self.postings[start as usize..(start + length) as usize] {
                let tally = ballot.votes.entry(entry & skeleton).or_insert(Tally {
                    weight: 0.0,
                    count: 0,
                    first: at,
                    last: at,
                });
                tally.weight += weight;
                tally.count += 1;
                tally.first = tally.first.min(at);
                tally.last = tally.last.max(at);
            }
        }
        let votes = ballot.votes.iter().map(|(&skeleton, tally)| Vote {
            skeleton,
            weight: tally.weight,
            around: tally.first as usize..tally.last as usize + 1,
        });
        ballot.best.extend(votes);
        let order = |a: &Vote, b: &Vote| {
            let weights = b.weight.total_cmp(&a.weight);
            weights.then(a.skeleton.cmp(&b.skeleton))
        };
        if ballot.best.len() > bounds::ALIGNMENTS {
            ballot
                .best
                .select_nth_unstable_by(bounds::ALIGNMENTS - 1, order);
            ballot.best.truncate(bounds::ALIGNMENTS);
        }
        ballot.best.sort_unstable_by(order);
        if let Some(most) = ballot.best.first().map(|vote| vote.weight) {
            ballot.best.retain(|vote| vote.weight > most * 0.35);
        }
        is_complete
    }

    /// The entries of a gram.
    fn list(&self, hash: u32) -> [u32; 2] {
        let slot = (hash >> self.shift) as usize;
        let [start, end] = [self.directory[slot], self.directory[slot + 1]];
        let list = &self.postings[start as usize..end as usize];
        let tag = self.tag(hash);
        let is_before = |entry: &u32| entry >> self.number < tag >> self.number;
        let is_own = |entry: &u32| entry >> self.number == tag >> self.number;
        let (before, own) = if list.len() > 16 {
            let before = list.partition_point(is_before);
            (before, list[before..].partition_point(is_own))
        } else {
            let before = list.iter().take_while(|entry| is_before(entry)).count();
            (
                before,
                list[before..]
                    .iter()
                    .take_while(|entry| is_own(entry))
                    .count(),
            )
        };
        let start = start + narrow(before);
        [start, start + narrow(own)]
    }

    pub(in crate::lookup) fn heap_bytes(&self) -> usize {
        (self.directory.len() + self.postings.len()) * 4
    }
}

impl Ballot {
    /// The skeletons with the most votes, best first.
    pub(in crate::lookup) fn best(&self) -> &[Vote] {
        &self.best
    }
}

fn collect(data: &Data, skeleton: u32, length: usize, own: &mut Vec<u32>) {
    own.clear();
    for (_, literal) in runs(data.skeleton(skeleton)) {
        own.extend(grams(literal, length).map(|(_, hash)| hash));
    }
}

fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
