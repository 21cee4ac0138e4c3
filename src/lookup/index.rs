//! The index: what a catalog's templates look like, filed under their rarest literals.
//!
//! Owns the arrays, which [building](super::build) fills. They are flat and named by number, so that a million
//! templates are a dozen allocations, and immutable, so that threads share them.

use unic_langid::LanguageIdentifier;

use super::bits::Model;
use super::build::Builder;
use super::fuzzy::Grams;
use super::literals::Literals;
use super::number::NumberMarks;
use super::skeleton::{ALT, ALT_BYTES, Alternatives, Given, Rule, STOP, Slot};
use super::unkeyed::Unkeyed;
use crate::catalog::Catalog;

/// No literal.
pub(super) const NONE: u32 = u32::MAX;

/// The arrays of an index.
#[derive(Debug)]
pub(super) struct Data {
    pub(super) catalog: Catalog,
    /// The bytes of all skeletons, each ended by the next one's start.
    pub(super) arena: Vec<u8>,
    /// With one more at the end, which ends the last.
    pub(super) skeletons: Vec<Entry>,
    pub(super) owners: Vec<Owner>,
    pub(super) signatures: Vec<Signature>,
    pub(super) alternatives: Alternatives,
    pub(super) literals: Literals,
    pub(super) postings: Vec<Posting>,
    /// Skeletons without a literal that could be a key.
    pub(super) unkeyed: Unkeyed,
    pub(super) model: Model,
    pub(super) grams: Option<Grams>,
    pub(super) codes: Vec<Box<str>>,
    /// By place in the catalog's locales.
    pub(super) numbers: Vec<NumberMarks>,
}

/// A distinct skeleton.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) bytes: u32,
    pub(super) owners: u32,
    /// The bits of its literals, in quarters.
    pub(super) quarters: u16,
}

/// A text that looks like a skeleton.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owner {
    pub(super) code: u32,
    pub(super) signature: u32,
    pub(super) locale: u16,
    pub(super) part: Part,
}

/// Which text of a code it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Part {
    Message,
    Action,
    /// An earlier wording.
    FormerMessage,
    FormerAction,
}

/// What the gaps of an owner's skeleton are.
#[derive(Debug)]
pub(super) struct Signature {
    pub(super) slots: Box<[Slot]>,
    pub(super) alts: Box<[Rule]>,
    pub(super) givens: Box<[Given]>,
    pub(super) must_render: bool,
}

/// A skeleton under its rarest literal, with the two that must be there as well.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub(super) second: u32,
    pub(super) third: u32,
    pub(super) skeleton: u32,
}

/// Which parts an index has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    pub(super) fuzzy: bool,
    /// Actions and earlier wordings.
    pub(super) others: bool,
}

impl Entry {
    pub(super) fn bits(self) -> f32 {
        f32::from(self.quarters) / 4.0
    }
}

impl Part {
    pub(super) fn attribute(self) -> Option<&'static str> {
        match self {
            Part::Message | Part::FormerMessage => None,
            Part::Action | Part::FormerAction => Some("action"),
        }
    }

    pub(super) fn is_former(self) -> bool {
        matches!(self, Part::FormerMessage | Part::FormerAction)
    }
}

impl Data {
    pub(super) fn new(catalog: &Catalog, parts: Parts) -> Self {
        let mut builder = Builder::default();
        for locale in 0..catalog.locales().len() {
            builder.locale(catalog, locale, parts);
        }
        builder.finish(catalog, parts)
    }

    pub(super) fn skeleton(&self, skeleton: u32) -> &[u8] {
        let [start, end] = self.bounds(skeleton);
        &self.arena[start.bytes as usize..end.bytes as usize]
    }

    pub(super) fn owners(&self, skeleton: u32) -> &[Owner] {
        let [start, end] = self.bounds(skeleton);
        &self.owners[start.owners as usize..end.owners as usize]
    }

    pub(super) fn bits(&self, skeleton: u32) -> f32 {
        self.skeletons[skeleton as usize].bits()
    }

    /// How many distinct skeletons there are.
    pub(super) fn count(&self) -> usize {
        self.skeletons.len() - 1
    }

    pub(super) fn locale(&self, locale: u16) -> &LanguageIdentifier {
        &self.catalog.locales()[usize::from(locale)]
    }

    /// The postings of a key literal.
    pub(super) fn postings(&self, literal: u32) -> &[Posting] {
        let entries = &self.literals.entries;
        let start = entries[literal as usize].postings as usize;
        let end = entries
            .get(literal as usize + 1)
            .map_or(self.postings.len(), |entry| entry.postings as usize);
        &self.postings[start..end]
    }

    fn bounds(&self, skeleton: u32) -> [Entry; 2] {
        let skeleton = skeleton as usize;
        [self.skeletons[skeleton], self.skeletons[skeleton + 1]]
    }

    /// What the arrays take, but for the text of the literals and what belongs to the catalog.
    pub(super) fn heap_bytes(&self) -> usize {
        self.skeletons.len() * size_of::<Entry>()
            + self.owners.len() * size_of::<Owner>()
            + self.postings.len() * size_of::<Posting>()
            + self.literals.heap_bytes()
            + self.unkeyed.heap_bytes()
            + self.grams.as_ref().map_or(0, Grams::heap_bytes)
    }
}

/// The literals of a skeleton, with their places in it.
pub(super) fn runs(skeleton: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < skeleton.len() && skeleton[at] <= STOP {
            at += if skeleton[at] == ALT { ALT_BYTES } else { 1 };
        }
        let start = at;
        while at < skeleton.len() && skeleton[at] > STOP {
            at += 1;
        }
        (start < at).then(|| (start, &skeleton[start..at]))
    })
}
