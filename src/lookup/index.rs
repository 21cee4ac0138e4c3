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

/// Marks a skeleton in place of a list: the only one of its literal, with no other literals that must
/// be there. There are fewer than half as many as numbers, since each has four bytes or more in 4 GiB.
pub(super) const ALONE: u32 = 1 << 31;

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
    /// Lists, each behind a head whose `skeleton` is how long it is.
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

/// What is filed under a literal.
#[derive(Clone, Copy, Debug)]
pub(super) enum Filed<'d> {
    /// One skeleton, which has no other literal that must be there.
    Alone(u32),
    List(&'d [Posting]),
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

    /// What is filed under a key literal.
    pub(super) fn filed(&self, literal: u32) -> Filed<'_> {
        match self.literals.entries[literal as usize].postings {
            NONE => Filed::List(&[]),
            alone if alone & ALONE != 0 => Filed::Alone(alone & !ALONE),
            head => {
                let head = head as usize;
                let first = head + 1;
                Filed::List(&self.postings[first..first + self.postings[head].skeleton as usize])
            }
        }
    }

    /// Reads a little of what is filed under a literal, given as its entry has it, so that it is near
    /// when it is looked through.
    pub(super) fn fetch_filed(&self, postings: u32) -> u32 {
        match postings {
            NONE => NONE,
            alone if alone & ALONE != 0 => self.skeletons[(alone & !ALONE) as usize].bytes,
            head => self.postings[head as usize].skeleton,
        }
    }

    /// Reads a little of what a skeleton is made of, so that it is near when it is verified and read.
    pub(super) fn fetch(&self, skeleton: u32) -> u32 {
        let entry = self.skeletons[skeleton as usize];
        let byte = self.arena.get(entry.bytes as usize);
        let owner = self.owners.get(entry.owners as usize);
        byte.map_or(0, |&byte| u32::from(byte)) ^ owner.map_or(0, |owner| owner.code)
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
