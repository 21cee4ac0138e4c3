//! The names that a catalog answers to: codes, message ids and `id.attribute`.
//!
//! Owns their texts and nothing of what they stand for. Every name has a small number, by which
//! the other tables of a catalog are ordered; so a request hashes one text, once.

use std::hash::BuildHasher;

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};
use serde::{Deserialize, Serialize};

use crate::template::Run;

/// Texts, each once and numbered from zero in the order of their coming.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Names {
    text: String,
    /// Where each name is in `text`.
    places: Vec<Run>,
    /// Made again when a catalog is loaded.
    #[serde(skip)]
    table: HashTable<u32>,
    #[serde(skip)]
    hasher: DefaultHashBuilder,
}

impl Names {
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// The text of a number that [`intern`](Self::intern) gave.
    pub(super) fn text(&self, name: u32) -> &str {
        &self.text[self.places[name as usize].range()]
    }

    #[inline]
    pub(super) fn find(&self, name: &str) -> Option<u32> {
        let texts = self.text.as_bytes();
        let is_it = |&known: &u32| texts[self.places[known as usize].range()] == *name.as_bytes();
        self.table.find(self.hasher.hash_one(name), is_it).copied()
    }

    /// The number of a name, a new one if it is not known yet.
    ///
    /// # Panics
    ///
    /// Beyond 4 GiB of names; the bytes of a catalog's files are bounded far below.
    pub(super) fn intern(&mut self, name: &str) -> u32 {
        if let Some(known) = self.find(name) {
            return known;
        }
        let Names {
            text,
            places,
            table,
            hasher,
        } = self;
        let index = |index: usize| {
            u32::try_from(index).expect("the files of a catalog are far below 4 GiB")
        };
        let number = index(places.len());
        let start = index(text.len());
        text.push_str(name);
        places.push(Run {
            start,
            end: index(text.len()),
        });
        table.insert_unique(hasher.hash_one(name), number, |&known| {
            hasher.hash_one(&text[places[known as usize].range()])
        });
        number
    }

    /// Makes the table of names that were read; `None` when their places do not hold together or a
    /// name is there twice.
    pub(super) fn index(&mut self) -> Option<()> {
        let Names {
            text,
            places,
            table,
            hasher,
        } = self;
        table.reserve(places.len(), |_| 0);
        for (place, number) in places.iter().zip(0..) {
            let name = text.get(place.range())?;
            let hash_of = |&known: &u32| hasher.hash_one(&text[places[known as usize].range()]);
            let is_it = |&known: &u32| text[places[known as usize].range()] == *name;
            match table.entry(hasher.hash_one(name), is_it, hash_of) {
                Entry::Occupied(_) => return None,
                Entry::Vacant(place) => _ = place.insert(number),
            }
        }
        Some(())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..).take(self.len()).map(|name| self.text(name))
    }

    pub(super) fn shrink(&mut self) {
        let Names {
            text,
            places,
            table,
            hasher,
        } = self;
        text.shrink_to_fit();
        places.shrink_to_fit();
        table.shrink_to_fit(|&known| hasher.hash_one(&text[places[known as usize].range()]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_has_one_number() {
        let mut names = Names::default();
        let texts = ["a", "", "해시", "a.action", "b"];
        for (number, name) in (0..).zip(texts) {
            assert_eq!(names.intern(name), number);
        }
        names.shrink();
        for (number, name) in (0..).zip(texts) {
            assert_eq!(names.intern(name), number);
            assert_eq!(names.find(name), Some(number));
            assert_eq!(names.text(number), name);
        }
        assert_eq!(names.find("c"), None);
        assert!(names.iter().eq(texts));
    }
}
