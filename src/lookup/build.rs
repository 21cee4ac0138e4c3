//! Filling an index: from a catalog's templates to the arrays.
//!
//! Separate from the [index](super::index) because it is gone once the index stands: it holds what only
//! building needs, such as which skeletons are known already and how rare each literal is.

use hashbrown::HashMap;
use rustc_hash::FxHashMap;

use super::bits::Counter;
use super::fuzzy::Grams;
use super::index::{ALONE, Data, Entry, NONE, Owner, Part, Parts, Posting, Signature, runs};
use super::literals::{self, Frequencies, Literals, Seed};
use super::number::NumberMarks;
use super::skeleton::{Alternatives, Shaper, Skeleton, SlotKind};
use super::unkeyed::Unkeyed;
use crate::catalog::Catalog;
use crate::manifest::Argument;
use crate::template::Template;

/// The part of a literal by which it is filed.
fn key(literal: &[u8]) -> Option<&[u8]> {
    let key = &literal[..literal.len().min(literals::LONGEST)];
    (key.len() >= literals::SHORTEST).then_some(key)
}

/// Fills the arrays.
#[derive(Default)]
pub(super) struct Builder {
    arena: Vec<u8>,
    starts: Vec<u32>,
    /// Of texts that come from files; the tables by hash need no seed of their own.
    seed: Seed,
    /// By the hash of the bytes, the last skeleton that has it.
    known: FxHashMap<u64, u32>,
    /// With their skeletons, not yet sorted.
    owners: Vec<(u32, Owner)>,
    signatures: Vec<Signature>,
    signature_index: HashMap<String, u32>,
    alternatives: Alternatives,
}

impl Builder {
    pub(super) fn locale(&mut self, catalog: &Catalog, locale: usize, parts: Parts) {
        let id = &catalog.locales()[locale];
        let place = u16::try_from(locale).unwrap_or(u16::MAX);
        let mut action = String::new();
        for (code, index) in catalog.codes().zip(0..) {
            let owner = |part| Owner {
                code: index,
                signature: 0,
                locale: place,
                part,
            };
            let types = code.arguments();
            if let Some(template) = catalog.template(code.name(), id) {
                self.template(catalog, locale, types, template, owner(Part::Message));
            }
            if !parts.others {
                continue;
            }
            action.clear();
            action.push_str(code.message_id());
            action.push_str(".action");
            if let Some(template) = catalog.template(&action, id) {
                self.template(catalog, locale, types, template, owner(Part::Action));
            }
            for (is_action, template) in catalog.former(code.message_id(), locale) {
                let part = if is_action {
                    Part::FormerAction
                } else {
                    Part::FormerMessage
                };
                self.template(catalog, locale, types, template, owner(part));
            }
        }
    }

    fn template<'c>(
        &mut self,
        catalog: &'c Catalog,
        locale: usize,
        types: &'c [Argument],
        template: Template<'c>,
        owner: Owner,
    ) {
        let numbers = template
            .variables()
            .into_iter()
            .filter_map(|(name, is_number)| is_number.then_some(name))
            .collect();
        let mut shaper = Shaper {
            catalog,
            conventions: catalog.conventions(locale),
            types,
            alternatives: &mut self.alternatives,
            numbers,
        };
        for skeleton in shaper.skeletons(template) {
            let place = self.intern(&skeleton.bytes);
            let signature = self.signature(skeleton);
            self.owners.push((place, Owner { signature, ..owner }));
        }
    }

    fn intern(&mut self, bytes: &[u8]) -> u32 {
        let mut hash = self.seed.hash(bytes);
        loop {
            let next = index(self.starts.len());
            match self.known.get(&hash) {
                None => {
                    self.known.insert(hash, next);
                    self.starts.push(index(self.arena.len()));
                    self.arena.extend_from_slice(bytes);
                    return next;
                }
                Some(&known) if self.bytes(known) == bytes => return known,
                // Two texts of one hash.
                Some(_) => hash = hash.wrapping_add(1),
            }
        }
    }

    fn bytes(&self, skeleton: u32) -> &[u8] {
        let skeleton = skeleton as usize;
        let end = self.starts.get(skeleton + 1);
        let end = end.map_or(self.arena.len(), |&end| end as usize);
        &self.arena[self.starts[skeleton] as usize..end]
    }

    fn signature(&mut self, skeleton: Skeleton) -> u32 {
        use std::fmt::Write;
        let mut key = String::new();
        for slot in &skeleton.slots {
            // Writing to a string does not fail.
            let _ = match (&slot.name, slot.kind) {
                (Some(name), SlotKind::Text) => write!(key, "{name},"),
                _ => write!(key, "{slot:?},"),
            };
        }
        if !skeleton.alts.is_empty() || !skeleton.givens.is_empty() || skeleton.must_render {
            let _ = write!(
                key,
                ";{:?};{:?};{}",
                skeleton.alts, skeleton.givens, skeleton.must_render
            );
        }
        if let Some(&known) = self.signature_index.get(&key) {
            return known;
        }
        let place = index(self.signatures.len());
        self.signatures.push(Signature {
            slots: skeleton.slots.into(),
            alts: skeleton.alts.into(),
            givens: skeleton.givens.into(),
            must_render: skeleton.must_render,
        });
        self.signature_index.insert(key, place);
        place
    }

    pub(super) fn finish(mut self, catalog: &Catalog, parts: Parts) -> Data {
        self.known = FxHashMap::default();
        self.signature_index = HashMap::default();
        let count = index(self.starts.len());
        let mut frequencies = Frequencies::new(self.seed.clone());
        let mut counter = Counter::new();
        for skeleton in 0..count {
            for (_, literal) in runs(self.bytes(skeleton)) {
                counter.add(literal);
                if let Some(key) = key(literal) {
                    frequencies.add(key);
                }
            }
        }
        let model = counter.model();
        let (literals, postings, unkeyed) = self.file(count, &frequencies);
        drop(frequencies);
        self.owners
            .sort_by_key(|(skeleton, owner)| (*skeleton, owner.code, owner.part, owner.locale));
        let mut skeletons = Vec::with_capacity(self.starts.len() + 1);
        let mut next = 0;
        for skeleton in 0..count {
            let bits: f32 = runs(self.bytes(skeleton))
                .map(|(_, literal)| model.bits(literal))
                .sum();
            skeletons.push(Entry {
                bytes: self.starts[skeleton as usize],
                owners: next,
                // Within the range of 16 bits by the clamp.
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                quarters: (bits * 4.0).clamp(0.0, 65_535.0) as u16,
            });
            let rest = &self.owners[next as usize..];
            let own = rest.partition_point(|(place, _)| *place <= skeleton);
            next += index(own);
        }
        skeletons.push(Entry {
            bytes: index(self.arena.len()),
            owners: next,
            quarters: 0,
        });
        let mut owners: Vec<_> = self.owners.into_iter().map(|(_, owner)| owner).collect();
        owners.shrink_to_fit();
        self.arena.shrink_to_fit();
        let locales = 0..catalog.locales().len();
        let mut data = Data {
            catalog: catalog.clone(),
            arena: self.arena,
            skeletons,
            owners,
            signatures: self.signatures,
            alternatives: self.alternatives,
            literals,
            postings,
            unkeyed,
            model,
            grams: None,
            codes: catalog.codes().map(|code| code.name().into()).collect(),
            numbers: locales
                .map(|locale| NumberMarks::measure(catalog.conventions(locale)))
                .collect(),
        };
        data.grams = parts.fuzzy.then(|| Grams::new(&data));
        data
    }

    /// Files each skeleton under its rarest literals.
    fn file(&self, count: u32, frequencies: &Frequencies) -> (Literals, Vec<Posting>, Unkeyed) {
        let mut keys: Vec<(u32, u8)> = Vec::new();
        let mut key_index: FxHashMap<u64, u32> = FxHashMap::default();
        let mut unkeyed = Vec::new();
        // The rarest literal's number beside the posting.
        let mut filed: Vec<(u32, Posting)> = Vec::with_capacity(count as usize);
        let mut chosen: Vec<(u32, usize, &[u8])> = Vec::new();
        for skeleton in 0..count {
            let bytes = self.bytes(skeleton);
            chosen.clear();
            for (at, literal) in runs(bytes) {
                if let Some(key) = key(literal)
                    && !chosen.iter().any(|(_, _, known)| *known == key)
                {
                    chosen.push((frequencies.count(key), at, key));
                }
            }
            // The rarest first, of equals the longest.
            chosen.sort_by_key(|&(count, _, key)| (count, std::cmp::Reverse(key.len())));
            let Some(&(rarest, ..)) = chosen.first() else {
                unkeyed.push(skeleton);
                continue;
            };
            chosen.truncate(if rarest == 1 { 1 } else { 3 });
            let mut ids = [NONE; 3];
            for (id, &(_, at, key)) in ids.iter_mut().zip(&chosen) {
                let start = self.starts[skeleton as usize] + index(at);
                *id = self.literal(key, start, &mut keys, &mut key_index);
            }
            let posting = Posting {
                second: ids[1],
                third: ids[2],
                skeleton,
            };
            filed.push((ids[0], posting));
        }
        let mut literals = Literals::new(&self.arena, &keys);
        // From the order of finding to the order of the table.
        let mut places = vec![NONE; keys.len()];
        for (entry, place) in literals.entries.iter().zip(0..) {
            places[entry.postings as usize] = place;
        }
        let place = |id: u32| places.get(id as usize).copied().unwrap_or(NONE);
        for (first, posting) in &mut filed {
            *first = place(*first);
            posting.second = place(posting.second);
            posting.third = place(posting.third);
        }
        filed.sort_unstable_by_key(|(first, posting)| {
            (*first, posting.second, posting.third, posting.skeleton)
        });
        let mut postings = Vec::new();
        let mut rest = filed.as_slice();
        for (literal, entry) in (0..).zip(&mut literals.entries) {
            let count = rest.iter().take_while(|(first, _)| *first == literal);
            let (own, others) = rest.split_at(count.count());
            rest = others;
            entry.postings = match own {
                [] => NONE,
                [(_, only)] if [only.second, only.third] == [NONE; 2] => only.skeleton | ALONE,
                _ => {
                    let head = index(postings.len());
                    postings.push(Posting {
                        skeleton: index(own.len()),
                        second: NONE,
                        third: NONE,
                    });
                    postings.extend(own.iter().map(|(_, posting)| *posting));
                    head
                }
            };
        }
        postings.shrink_to_fit();
        let unkeyed = unkeyed
            .into_iter()
            .map(|skeleton| (skeleton, self.bytes(skeleton)));
        (literals, postings, Unkeyed::new(unkeyed))
    }

    fn literal(
        &self,
        key: &[u8],
        start: u32,
        keys: &mut Vec<(u32, u8)>,
        known: &mut FxHashMap<u64, u32>,
    ) -> u32 {
        let length = u8::try_from(key.len()).unwrap_or(u8::MAX);
        let mut hash = self.seed.hash(key);
        loop {
            match known.get(&hash) {
                None => {
                    let id = index(keys.len());
                    keys.push((start, length));
                    known.insert(hash, id);
                    return id;
                }
                Some(&id) => {
                    let (text, length) = keys[id as usize];
                    if literals::slice(&self.arena, text, length) == key {
                        return id;
                    }
                    hash = hash.wrapping_add(1);
                }
            }
        }
    }
}

/// A place in 32 bits.
///
/// # Panics
///
/// Beyond 4 GiB of folded text: a catalog's own limits stop far below.
fn index(place: usize) -> u32 {
    u32::try_from(place).expect("a catalog's limits keep its literals below 4 GiB")
}
