//! Which messages there are: the names of a catalog, put together by message.

use std::collections::{BTreeSet, HashMap};

use tolken::{Catalog, Code};

/// A message's codes and attributes, whatever the locale.
#[derive(Default)]
pub(super) struct Group<'c> {
    pub(super) codes: Vec<&'c str>,
    pub(super) attributes: BTreeSet<&'c str>,
}

/// All messages: those of codes in the order of the manifest, then the others by name.
pub(super) fn groups(catalog: &Catalog) -> Vec<(&str, Group<'_>)> {
    let mut groups = Groups::default();
    for code in catalog.codes() {
        groups.of(code.message_id()).codes.push(code.name());
    }
    for name in catalog.names() {
        let is_code = |code: Code<'_>| code.message_id() != name;
        if catalog.code(name).is_some_and(is_code) {
            continue;
        }
        match name.split_once('.') {
            None => _ = groups.of(name),
            Some((id, attribute)) => _ = groups.of(id).attributes.insert(attribute),
        }
    }
    groups.list
}

/// Messages in their order, and where each is.
#[derive(Default)]
struct Groups<'c> {
    list: Vec<(&'c str, Group<'c>)>,
    places: HashMap<&'c str, usize>,
}

impl<'c> Groups<'c> {
    fn of(&mut self, id: &'c str) -> &mut Group<'c> {
        let place = *self.places.entry(id).or_insert(self.list.len());
        if place == self.list.len() {
            self.list.push((id, Group::default()));
        }
        &mut self.list[place].1
    }
}
