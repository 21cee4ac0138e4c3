//! A hit: a skeleton at a place of a text, and what that says.

use std::ops::Range;

use super::bits;
use super::matches::MatchKind;
use super::placement::Placement;

/// A skeleton at a place of a text.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub(super) skeleton: u32,
    pub(super) placement: Placement,
    /// What its literals say, less what its place leaves free.
    pub(super) bits: f32,
    /// What stands against it: the bits of a text that is no message.
    pub(super) prior: f32,
    /// What stands against it besides: that it is another message, which no catalog has. It says
    /// nothing for a rival.
    pub(super) doubt: f32,
    pub(super) kind: MatchKind,
    /// Where the text is not what the skeleton has: folded bytes, and what should be there.
    pub(super) differences: Vec<(Range<usize>, String)>,
}

impl Hit {
    /// The evidence against the text being no message of the catalog.
    pub(super) fn weight(&self) -> f32 {
        self.bits - self.prior - self.doubt
    }

    /// The evidence against that of a rival: one that leaves nothing of the text over has more.
    pub(super) fn claim(&self) -> f32 {
        let is_whole = self.placement.is_whole;
        self.bits - self.prior + if is_whole { bits::WHOLE } else { 0.0 }
    }

    /// The parts of the text that are words of the message.
    pub(super) fn words(&self) -> impl Iterator<Item = Range<usize>> {
        let Placement { span, slots, .. } = &self.placement;
        let mut from = span.start;
        let gaps = slots.iter().map(|gap| gap.range.clone());
        gaps.chain(std::iter::once(span.end..span.end))
            .filter_map(move |gap| {
                let word = from..gap.start;
                from = from.max(gap.end);
                (word.start < word.end).then_some(word)
            })
    }

    /// Whether two hits explain the same bytes with words of their own.
    pub(super) fn competes(&self, other: &Hit) -> bool {
        let [a, b] = [&self.placement.span, &other.placement.span];
        if a.end <= b.start || b.end <= a.start {
            return false;
        }
        let meets = |a: Range<usize>| other.words().any(|b| a.start < b.end && b.start < a.end);
        self.words().any(meets)
    }
}
