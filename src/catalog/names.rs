//! The names that a catalog answers to: codes, message ids and `id.attribute`.
//!
//! Owns their texts and nothing of what they stand for. Every name has a small number, by which
//! the other tables of a catalog are ordered; so a request hashes one text, once.

use std::hash::{BuildHasher, Hasher};

use hashbrown::DefaultHashBuilder;
use serde::{Deserialize, Serialize};

use crate::name::same;
use crate::slots::Slots;
use crate::template::Run;

/// Texts, each once and numbered from zero in the order of their coming.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Names {
    text: String,
    /// Where each name is in `text`.
    #[serde(with = "places")]
    places: Vec<Run>,
    /// Made again when a catalog is loaded.
    #[serde(skip)]
    slots: Slots,
    #[serde(skip)]
    hasher: DefaultHashBuilder,
    /// Behind the name that was last [interned](Self::intern): locales have mostly the same messages in
    /// the same order, so that this one is tried before one is looked for.
    #[serde(skip)]
    next: u32,
}

impl Names {
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// Makes room for so many names.
    pub(super) fn reserve(&mut self, names: usize) {
        self.places.reserve(names);
        self.slots = Slots::with_capacity(names);
    }

    /// The text of a number that [`intern`](Self::intern) gave.
    pub(super) fn text(&self, name: u32) -> &str {
        &self.text[self.places[name as usize].range()]
    }

    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "calls are a tenth of what a short message costs"
    )]
    pub(super) fn find(&self, name: &str) -> Option<u32> {
        let (texts, name) = (self.text.as_bytes(), name.as_bytes());
        let is_it = |known: u32| same(&texts[self.places[known as usize].range()], name);
        self.slots.find(self.hash(name), is_it)
    }

    /// The hash of a name, without the byte at its end that `hash_one` would add.
    #[inline]
    fn hash(&self, name: &[u8]) -> u64 {
        let mut hasher = self.hasher.build_hasher();
        hasher.write(name);
        hasher.finish()
    }

    /// The number of a name, a new one if it is not known yet.
    ///
    /// # Panics
    ///
    /// Beyond 4 GiB of names; the bytes of a catalog's files are bounded far below.
    pub(super) fn intern(&mut self, name: &str) -> u32 {
        let is_it = |known: u32| {
            let place = self.places.get(known as usize);
            place.is_some_and(|place| self.text[place.range()] == *name)
        };
        let number = if is_it(self.next) {
            self.next
        } else {
            let index = |index: usize| {
                u32::try_from(index).expect("the files of a catalog are far below 4 GiB")
            };
            let new = index(self.places.len());
            let hash = self.hash(name.as_bytes());
            let known = self.slots.find_or_insert(hash, new, is_it);
            known.unwrap_or_else(|| {
                let start = index(self.text.len());
                self.text.push_str(name);
                let end = index(self.text.len());
                self.places.push(Run { start, end });
                new
            })
        };
        self.next = number + 1;
        number
    }

    /// Makes the table of names that were read; `None` when their places do not hold together or a
    /// name is there twice.
    pub(super) fn index(&mut self) -> Option<()> {
        self.slots = Slots::with_capacity(self.places.len());
        for (place, number) in self.places.iter().zip(0..) {
            let name = self.text.get(place.range())?.as_bytes();
            let hash = self.hash(name);
            let texts = self.text.as_bytes();
            let is_it = |known: u32| same(&texts[self.places[known as usize].range()], name);
            if self.slots.find_or_insert(hash, number, is_it).is_some() {
                return None;
            }
        }
        Some(())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..).take(self.len()).map(|name| self.text(name))
    }

    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.places.shrink_to_fit();
    }
}

/// Names lie one behind the other, so that their lengths are all that is kept.
mod places {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::packed::{pack, unpack};
    use crate::template::Run;

    pub(super) fn serialize<S: Serializer>(
        places: &[Run],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let length = |place: &Run| place.end - place.start;
        serializer.serialize_bytes(&pack(places, |place, writer| writer.number(length(place))))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Run>, D::Error> {
        let mut start = 0;
        let places = unpack(<&[u8]>::deserialize(deserializer)?, |reader| {
            let end = u32::checked_add(start, reader.number()?)?;
            let place = Run { start, end };
            start = end;
            Some(place)
        });
        places.ok_or_else(|| D::Error::custom("no names"))
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
