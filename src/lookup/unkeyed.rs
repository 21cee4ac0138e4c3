//! Skeletons whose literals are all too short to be searched for: they are a whole text or nothing.
//!
//! Owns their order, by what they begin and end with. So a text is held against those alone that
//! begin and end as it does, however many short ones a catalog has.

use super::filter::{Filter, mix};
use super::skeleton::STOP;

/// The most bytes of a beginning or an end; what is longer can be searched for.
const MOST: usize = 3;

/// Skeletons without a key.
#[derive(Debug, Default)]
pub(super) struct Unkeyed {
    /// Those with gaps, and those without, which are short texts; sorted.
    lists: [Vec<Entry>; 2],
    /// Their beginnings, and these with their ends: few of them are those of a text.
    ends: Filter,
}

/// A skeleton by the literals at its ends, which are empty where it has a gap there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    head: Edge,
    tail: Edge,
    skeleton: u32,
}

/// A few bytes and their number, as one number to compare.
type Edge = u32;

impl Unkeyed {
    /// Sorts skeletons, each with its bytes.
    pub(super) fn new<'s>(skeletons: impl Iterator<Item = (u32, &'s [u8])>) -> Self {
        let mut lists: [Vec<Entry>; 2] = Default::default();
        for (skeleton, bytes) in skeletons {
            let bytes = bytes.strip_suffix(&[STOP]).unwrap_or(bytes);
            let is_sign = |byte: &u8| *byte <= STOP;
            let head = bytes.iter().position(is_sign);
            let tail = bytes.iter().rposition(is_sign).map_or(0, |at| at + 1);
            let list = &mut lists[usize::from(head.is_none())];
            list.push(Entry {
                head: edge(&bytes[..head.unwrap_or(bytes.len()).min(MOST)]),
                tail: edge(&bytes[tail.max(bytes.len().saturating_sub(MOST))..]),
                skeleton,
            });
        }
        for list in &mut lists {
            list.sort_unstable();
            list.shrink_to_fit();
        }
        let ends = lists.iter().flatten();
        let ends = ends.flat_map(|it| [ends_of(it.head, ANY), ends_of(it.head, it.tail)]);
        let ends: Vec<_> = ends.collect();
        Unkeyed {
            ends: Filter::new(&ends),
            lists,
        }
    }

    /// Those that a folded text may be, its full stop aside.
    pub(super) fn find(&self, text: &[u8], mut found: impl FnMut(u32)) {
        let body = text.strip_suffix(b".").unwrap_or(text);
        let lists = if body.len() <= MOST { 2 } else { 1 };
        for list in self.lists[..lists].iter().filter(|list| !list.is_empty()) {
            for head in 0..=text.len().min(MOST) {
                let head = edge(&text[..head]);
                if !self.ends.has(ends_of(head, ANY)) {
                    continue;
                }
                for length in 0..=text.len().min(MOST) {
                    let tail = edge(&text[text.len() - length..]);
                    let other = body.len().checked_sub(length).map(|at| edge(&body[at..]));
                    let other = other.filter(|other| *other != tail);
                    for tail in [Some(tail), other].into_iter().flatten() {
                        if !self.ends.has(ends_of(head, tail)) {
                            continue;
                        }
                        let ends = (head, tail);
                        for entry in equal(list, |entry| (entry.head, entry.tail).cmp(&ends)) {
                            found(entry.skeleton);
                        }
                    }
                }
            }
        }
    }

    pub(super) fn heap_bytes(&self) -> usize {
        self.lists
            .iter()
            .map(|list| list.len() * size_of::<Entry>())
            .sum::<usize>()
            + self.ends.heap_bytes()
    }
}

/// What no end is.
const ANY: Edge = Edge::MAX;

/// The hash of a beginning and an end.
fn ends_of(head: Edge, tail: Edge) -> u64 {
    mix(u64::from(head) << 32 | u64::from(tail))
}

fn edge(bytes: &[u8]) -> Edge {
    let length = u32::from(bytes.len().to_le_bytes()[0]);
    bytes
        .iter()
        .fold(length, |edge, &byte| edge << 8 | u32::from(byte))
}

/// The run of what is equal, in order.
fn equal(entries: &[Entry], order: impl Fn(&Entry) -> std::cmp::Ordering) -> &[Entry] {
    let start = entries.partition_point(|entry| order(entry).is_lt());
    let rest = &entries[start..];
    if rest.first().is_none_or(|entry| order(entry).is_ne()) {
        return &[];
    }
    &rest[..rest.partition_point(|entry| order(entry).is_eq())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lookup::skeleton::SLOT;

    #[test]
    fn a_text_finds_what_begins_and_ends_as_it_does() {
        let skeletons: [&[u8]; 6] = [
            b"ab",
            &[b'a', b'b', STOP],
            &[SLOT, b'c', STOP],
            &[b'a', SLOT],
            &[SLOT],
            b"...",
        ];
        let unkeyed = Unkeyed::new((0..).zip(skeletons));
        let rows: [(&str, &[u32]); 7] = [
            ("ab", &[0, 1, 3, 4]),
            ("ab.", &[0, 1, 3, 4]),
            ("xc.", &[2, 4]),
            ("abc", &[2, 3, 4]),
            ("...", &[4, 5]),
            ("....", &[4, 5]),
            ("", &[4]),
        ];
        for (text, expected) in rows {
            let mut found = Vec::new();
            unkeyed.find(text.as_bytes(), |skeleton| found.push(skeleton));
            found.sort_unstable();
            assert_eq!(found, expected, "{text}");
        }
    }
}
