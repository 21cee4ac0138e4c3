//! The messages of one locale, by id and in the order of their files.
//!
//! Most locales have the same messages in the same order, and most are asked for few of them by id. So an
//! id is compared with the one that came behind the last id in another locale, and only hashed if it is
//! another; and a locale can be searched once somebody asks.

use std::hash::BuildHasher;
use std::sync::OnceLock;

use hashbrown::DefaultHashBuilder;

use super::Located;
use crate::name::same;
use crate::slots::Slots;

/// The ids of all locales, each once.
#[derive(Debug, Default)]
pub(crate) struct Ids<'s> {
    known: Vec<Id<'s>>,
    slots: Slots,
    hasher: DefaultHashBuilder,
    /// Behind the id that was last asked for.
    next: u32,
    /// The number of the table that is being filled.
    table: u32,
}

#[derive(Debug)]
struct Id<'s> {
    text: &'s str,
    /// The last table that got it, and its place in there.
    table: u32,
    place: u32,
    is_code: bool,
}

/// The messages of one locale.
#[derive(Debug, Default)]
pub(crate) struct Table<'s> {
    entries: Vec<Located<'s>>,
    /// Its number in [`Ids`]; zero before it has one.
    number: u32,
    /// The places of the ids by their hashes, once they have been asked for.
    slots: OnceLock<Slots>,
    hasher: DefaultHashBuilder,
}

impl<'s> Ids<'s> {
    /// Goes on with a table, which gets so many more messages. To have been left for another one costs it
    /// that its ids are hashed.
    pub(crate) fn enter(&mut self, table: &mut Table<'s>, more: usize) {
        table.entries.reserve(more);
        if self.known.is_empty() {
            self.known.reserve(more);
            self.slots = Slots::with_capacity(more);
        }
        if table.number == 0 {
            self.table += 1;
            table.number = self.table;
        } else if table.number != self.table {
            table.slots();
        }
    }

    /// Whether an id is the first time said to be that of a code.
    pub(crate) fn is_new_code(&mut self, number: u32) -> bool {
        !std::mem::replace(&mut self.known[number as usize].is_code, true)
    }

    /// The number of an id.
    ///
    /// # Panics
    ///
    /// Beyond 4 Gi of ids; the bytes of a catalog's files are bounded far below.
    pub(crate) fn number(&mut self, text: &'s str) -> u32 {
        let Ids {
            known,
            slots,
            hasher,
            ..
        } = self;
        let is_it = |number: u32| {
            let id = known.get(number as usize);
            id.is_some_and(|id| same(id.text.as_bytes(), text.as_bytes()))
        };
        let number = if is_it(self.next) {
            self.next
        } else {
            let new = index(known.len());
            let number = slots.find_or_insert(hasher.hash_one(text), new, is_it);
            number.unwrap_or_else(|| {
                known.push(Id {
                    text,
                    table: 0,
                    place: 0,
                    is_code: false,
                });
                new
            })
        };
        self.next = number + 1;
        number
    }
}

impl<'s> Table<'s> {
    /// Adds the message of an id, unless there is one, which is given instead. It is the table that
    /// [`Ids::enter`] was last called with.
    pub(crate) fn add(
        &mut self,
        ids: &mut Ids<'s>,
        number: u32,
        located: Located<'s>,
    ) -> Option<&mut Located<'s>> {
        let place = index(self.entries.len());
        let last = &mut ids.known[number as usize];
        let known = if let Some(slots) = self.slots.get_mut() {
            let id = located.id();
            let is_it = |known: u32| self.entries[known as usize].id() == id;
            slots.find_or_insert(self.hasher.hash_one(id), place, is_it)
        } else {
            (last.table == self.number).then_some(last.place)
        };
        if let Some(known) = known {
            return Some(&mut self.entries[known as usize]);
        }
        (last.table, last.place) = (self.number, place);
        self.entries.push(located);
        None
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Located<'s>> {
        let is_it = |known: u32| self.entries[known as usize].id() == id;
        let place = self.slots().find(self.hasher.hash_one(id), is_it)?;
        Some(&self.entries[place as usize])
    }

    pub(crate) fn contains_key(&self, id: &str) -> bool {
        self.get(id).is_some()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'s str, &Located<'s>)> {
        self.values().map(|located| (located.id(), located))
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &'s str> {
        self.values().map(Located::id)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &Located<'s>> {
        self.entries.iter()
    }

    fn slots(&self) -> &Slots {
        self.slots.get_or_init(|| {
            let mut slots = Slots::with_capacity(self.entries.len());
            for (id, place) in self.keys().zip(0..) {
                slots.insert(self.hasher.hash_one(id), place);
            }
            slots
        })
    }
}

fn index(index: usize) -> u32 {
    u32::try_from(index).expect("an id has at least a byte of the files")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::source::Source;
    use crate::syntax::{self, Entry, Resource};

    fn resource(text: &str) -> Resource {
        syntax::parse(&Source::new("a.ftl", text), &Limits::default()).0
    }

    /// Adds all messages, and gives for each whether there was one.
    fn fill<'s>(ids: &mut Ids<'s>, table: &mut Table<'s>, resource: &'s Resource) -> Vec<bool> {
        ids.enter(table, 0);
        let mut known = Vec::new();
        for entry in &resource.entries {
            if let Entry::Message(message) = entry {
                let source = &resource.source;
                let located = Located {
                    layer: 0,
                    source,
                    message,
                };
                let number = ids.number(located.id());
                known.push(table.add(ids, number, located).is_some());
            }
        }
        known
    }

    #[test]
    fn an_id_is_known_in_its_own_table_whatever_the_order() {
        let [one, other, more] = [
            "a = 1\nb = 2\nc = 3\n",
            "c = 1\na = 2\na = 3\n",
            "b = 1\nd = 2\nb = 3\n",
        ]
        .map(resource);
        let (mut ids, mut first, mut second) = (Ids::default(), Table::default(), Table::default());
        assert_eq!(fill(&mut ids, &mut first, &one), [false; 3]);
        assert_eq!(fill(&mut ids, &mut first, &other), [true; 3]);
        assert_eq!(fill(&mut ids, &mut second, &other), [false, false, true]);
        assert_eq!(fill(&mut ids, &mut first, &more), [true, false, true]);
        assert_eq!(fill(&mut ids, &mut second, &more), [false, false, true]);
        assert!(first.keys().eq(["a", "b", "c", "d"]));
        assert!(second.keys().eq(["c", "a", "b", "d"]));
        for table in [first, second] {
            assert_eq!(table.iter().count(), table.len());
            for (id, located) in table.iter() {
                assert!(std::ptr::eq(table.get(id).unwrap(), located));
            }
            assert!(!table.contains_key("e"));
        }
    }

    #[test]
    fn an_id_is_new_as_that_of_a_code_once() {
        let mut ids = Ids::default();
        let (a, b) = (ids.number("a"), ids.number("b"));
        assert_ne!(a, b);
        assert_eq!(ids.number("a"), a);
        assert!(ids.is_new_code(b) && ids.is_new_code(a) && !ids.is_new_code(b));
    }
}
