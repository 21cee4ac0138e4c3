//! Why a match was found, for people who ask.
//!
//! Separate from the search because nearly no one does: it is worked out from the match alone.

use super::fold::Folded;
use super::index::Data;
use super::matches::{Evidence, Literal, Match};
use super::skeleton::{ALT, ALT_BYTES, SLOT, STOP, alternative};

pub(super) fn explain(found: &Match<'_>) -> Evidence {
    let origin = &found.origin;
    let mut literals = Vec::new();
    let mut from = found.span.start;
    let mut gaps: Vec<_> = found
        .arguments
        .iter()
        .filter_map(|it| it.range.clone())
        .collect();
    gaps.sort_by_key(|gap| gap.start);
    gaps.push(found.span.end..found.span.end);
    for gap in gaps {
        let words = origin.given.get(from..gap.start).unwrap_or_default();
        if !words.is_empty() {
            let mut folded = Folded::default();
            folded.fold(words);
            literals.push(Literal {
                range: from..gap.start,
                bits: origin.data.model.bits(&folded.text),
            });
        }
        from = from.max(gap.end);
    }
    Evidence {
        pattern: pattern(origin.data, origin.skeleton),
        literals,
        differences: found.differences.clone(),
        cost: found.cost,
    }
}

/// A skeleton for people.
pub(super) fn pattern(data: &Data, skeleton: u32) -> String {
    let skeleton = data.skeleton(skeleton);
    let mut pattern = Vec::with_capacity(skeleton.len() + 8);
    let mut at = 0;
    while at < skeleton.len() {
        match skeleton[at] {
            SLOT => pattern.extend_from_slice(b"{}"),
            STOP => pattern.push(b'.'),
            ALT => {
                let name = data.alternatives.name(alternative(&skeleton[at..]));
                pattern.extend_from_slice(name.as_bytes());
                at += ALT_BYTES - 1;
            }
            byte => pattern.push(byte),
        }
        at += 1;
    }
    String::from_utf8(pattern).unwrap_or_default()
}
