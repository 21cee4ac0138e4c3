//! Which texts of a catalog cannot lead back, or not surely: what a catalog's authors can mend.
//!
//! Falls out of the index: equal texts lie in one place, and what swallows another is found by
//! looking it up. It is data, for a check to word.

use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use super::Index;
use super::bounds::Budget;
use super::exact::{Scratch, wholes};
use super::index::{Data, Owner, runs};
use super::skeleton::{ALT, ALT_BYTES, SLOT, STOP, alternative};

/// Below this a text with a gap says too little to be found inside others.
const CATCH_ALL: f32 = 14.0;

/// How much work goes into finding what swallows what, in places of a text that are probed and texts
/// that are read: enough for some hundred thousand texts.
const WORK: usize = 64 << 20;
/// What a text that was found costs of it.
const FOUND: usize = 64;

/// Stands for an argument: a letter that no message has.
const ANY: char = '\u{E000}';

/// A text that cannot be told from others, or hardly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguity<'i> {
    /// Why.
    pub kind: AmbiguityKind,
    /// The text.
    pub text: TextName<'i>,
    /// The texts it is taken for.
    pub others: Vec<TextName<'i>>,
}

/// Why a text cannot be told from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AmbiguityKind {
    /// Other codes have the same words.
    Same,
    /// Whatever it says, another code's text can say as well, with other arguments.
    Swallowed,
    /// It is little more than its arguments, so that almost any text could be it.
    CatchAll,
    /// Nothing stands between two of its arguments to tell where one ends.
    Adjacent,
}

/// Names a text of a catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextName<'i> {
    /// The code.
    pub code: &'i str,
    /// `action`, or nothing for the message.
    pub attribute: Option<&'static str>,
    /// The locale.
    pub locale: &'i LanguageIdentifier,
}

impl Index {
    /// The texts that cannot be told from others, or hardly; former wordings aside.
    ///
    /// What swallows what is looked for text by text, up to a bound that only catalogs meet of which
    /// most texts swallow hundreds; those behind it are then not told.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::lookup::AmbiguityKind;
    /// use tolken::{Catalog, Layer};
    ///
    /// let ftl = "Gone = Filen { $x } saknas.\nLost = Filen { $y } saknas.\n";
    /// let layer = Layer::new().source("sv-SE", "errors.ftl", ftl);
    /// let index = Catalog::builder().layer(layer).build()?.catalog().index();
    /// let ambiguities = index.ambiguities();
    /// assert_eq!(ambiguities[0].kind, AmbiguityKind::Same);
    /// assert_eq!((ambiguities[0].text.code, ambiguities[0].others[0].code), ("Gone", "Lost"));
    /// assert!(Catalog::builtin().index().ambiguities().is_empty());
    /// # Ok::<(), tolken::Error>(())
    /// ```
    #[must_use]
    pub fn ambiguities(&self) -> Vec<Ambiguity<'_>> {
        let data = &*self.0;
        let mut scratch = Scratch::default();
        let mut ambiguities = Vec::new();
        let mut work = Budget::new(WORK);
        for skeleton in 0..u32::try_from(data.count()).unwrap_or(u32::MAX) {
            let owners = names(data, data.owners(skeleton), None);
            let Some(first) = owners.first().copied() else {
                continue;
            };
            let mut add = |kind, others| {
                ambiguities.push(Ambiguity {
                    kind,
                    text: first,
                    others,
                });
            };
            let others: Vec<_> = owners
                .iter()
                .copied()
                .filter(|other| other.code != first.code)
                .collect();
            if !others.is_empty() {
                add(AmbiguityKind::Same, others);
            }
            let bytes = data.skeleton(skeleton);
            if bytes.contains(&SLOT) && data.bits(skeleton) < CATCH_ALL {
                add(AmbiguityKind::CatchAll, Vec::new());
            }
            if is_adjacent(bytes) {
                add(AmbiguityKind::Adjacent, Vec::new());
            }
            if work.is_spent() {
                continue;
            }
            let sample = sample(data, bytes);
            let mut swallowing = BTreeSet::new();
            let wholes = wholes(data, &sample, &mut scratch);
            work.take(scratch.work() + wholes.len() * FOUND);
            for other in wholes {
                if other != skeleton {
                    swallowing.extend(names(data, data.owners(other), Some(first.code)));
                }
            }
            if !swallowing.is_empty() {
                add(AmbiguityKind::Swallowed, swallowing.into_iter().collect());
            }
        }
        ambiguities
    }
}

/// The texts that look like a skeleton, but for those of a code.
fn names<'i>(data: &'i Data, owners: &'i [Owner], except: Option<&str>) -> Vec<TextName<'i>> {
    let mut names: Vec<_> = owners
        .iter()
        .filter(|owner| !owner.part.is_former())
        .map(|owner| TextName {
            code: &data.codes[owner.code as usize],
            attribute: owner.part.attribute(),
            locale: data.locale(owner.locale),
        })
        .filter(|name| except != Some(name.code))
        .collect();
    names.dedup();
    names
}

/// Whether two gaps have no letter between them.
fn is_adjacent(skeleton: &[u8]) -> bool {
    let mut slots = memchr::memchr_iter(SLOT, skeleton);
    let Some(mut last) = slots.next() else {
        return false;
    };
    slots.any(|slot| {
        let between = &skeleton[std::mem::replace(&mut last, slot) + 1..slot];
        runs(between).all(|(_, literal)| literal == b" ") && !between.contains(&ALT)
    })
}

/// A text that a skeleton gives.
fn sample(data: &Data, skeleton: &[u8]) -> String {
    let mut sample = Vec::with_capacity(skeleton.len() + 8);
    let mut at = 0;
    while at < skeleton.len() {
        match skeleton[at] {
            SLOT => sample.extend_from_slice(ANY.encode_utf8(&mut [0; 4]).as_bytes()),
            STOP => sample.push(b'.'),
            ALT => {
                let forms = data.alternatives.forms(alternative(&skeleton[at..]));
                sample.extend_from_slice(forms.last().map_or(&[], |form| form));
                at += ALT_BYTES - 1;
            }
            byte => sample.push(byte),
        }
        at += 1;
    }
    String::from_utf8(sample).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::lookup::AmbiguityKind;
    use crate::{Catalog, Layer};

    #[test]
    fn each_kind_is_told_with_what_it_is_taken_for() {
        let ftl = "A = Filen { $x } hittades inte.\nB = Filen { $x } hittades inte i mappen.\n\
                   C = { $x } hittades inte.\nD = { $a } { $b } är två ord.\nE = { $x }: { $y }\n";
        let layer = Layer::new().source("sv-SE", "errors.ftl", ftl);
        let catalog = Catalog::builder().layer(layer).build().unwrap();
        let index = catalog.catalog().index();
        let told: Vec<_> = index
            .ambiguities()
            .into_iter()
            .map(|it| {
                let others: Vec<_> = it.others.iter().map(|other| other.code).collect();
                (it.kind, it.text.code, others.join(","))
            })
            .collect();
        assert_eq!(
            told,
            [
                (AmbiguityKind::Swallowed, "A", "C".to_owned()),
                (AmbiguityKind::Adjacent, "D", String::new()),
                (AmbiguityKind::CatchAll, "E", String::new()),
            ]
        );
    }
}
