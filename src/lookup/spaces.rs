//! Spaces and invisible characters beside arguments: whose they are, the argument's or those that
//! copying put there.
//!
//! Separate from [reading](super::read) because it looks at the message's other spaces, and at no
//! value: what became of them tells what stands at the ends of arguments.

use std::ops::Range;

use super::index::Signature;
use super::letters;
use super::matches::{ArgumentStatus, MatchArgument};
use super::placement::{Gap, Placement};
use super::read::Reading;
use super::view::View;
use crate::value::Value;

#[expect(clippy::struct_excessive_bools, reason = "each is seen for itself")]
/// What stands at the ends of arguments and may not belong to them.
#[derive(Default)]
pub(super) struct Edges {
    pub(super) differ: bool,
    /// Whether characters that nobody sees stand there.
    invisible: bool,
    /// Whether lines were wrapped there.
    wrapped: bool,
    /// Whether an end stands at a space of the message with none to spare.
    tight: bool,
}

/// What became of the message's own spaces.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spaces {
    /// They are as they were: whatever is more belongs to the arguments.
    Plain,
    /// Copying made all of them more.
    Spread,
    /// Some are more than they were.
    Mixed,
    /// There are none but those at arguments, and all of these are more.
    Unknown,
}

impl Edges {
    pub(super) fn add(
        &mut self,
        view: &View<'_, '_>,
        gap: &Gap,
        wide: &Range<usize>,
        narrow: &Range<usize>,
    ) {
        let text = &view.folded.text;
        let is_space = |at: Option<usize>| at.and_then(|at| text.get(at)) == Some(&b' ');
        let ends = [
            (wide.start..narrow.start, gap.range.start.checked_sub(1)),
            (narrow.end..wide.end, Some(gap.range.end)),
        ];
        for (end, beside) in ends {
            if end.is_empty() {
                self.tight |= !gap.isolated && is_space(beside);
                continue;
            }
            self.differ = true;
            let dropped = view.text.get(end).unwrap_or_default();
            self.invisible |= dropped.contains(letters::is_dropped);
            let run = beside.map_or("", |beside| view.spaces(beside));
            self.wrapped |= run.contains(['\n', '\r', '\t']);
        }
    }

    /// Looks at the spaces of the message that stand beside no argument.
    pub(super) fn spaces(&self, view: &View<'_, '_>, placement: &Placement) -> Spaces {
        if self.wrapped {
            return Spaces::Spread;
        }
        let text = &view.folded.text;
        let (mut plain, mut spread) = (false, false);
        let mut from = placement.span.start;
        let ends = placement.slots.iter().map(|gap| gap.range.clone());
        let end = placement.span.end;
        for gap in ends.chain(std::iter::once(end..end)) {
            let inner = from + 1..gap.start.saturating_sub(1);
            for at in inner.filter(|&at| text[at] == b' ') {
                let is_spread = view.spaces(at).chars().nth(1).is_some();
                spread |= is_spread;
                plain |= !is_spread;
            }
            from = gap.end;
        }
        match (plain, spread) {
            (true, false) => Spaces::Plain,
            (false, true) => Spaces::Spread,
            (true, true) => Spaces::Mixed,
            (false, false) if self.tight => Spaces::Plain,
            (false, false) => Spaces::Unknown,
        }
    }

    /// Whether there are characters that nobody sees beside arguments, and others in the words of
    /// the message, which has none: then copying put them there.
    pub(super) fn are_marked(&self, view: &View<'_, '_>, placement: &Placement) -> bool {
        if !self.invisible {
            return false;
        }
        let mut from = if placement.is_whole {
            0
        } else {
            view.unfolded(placement.span.clone()).start
        };
        let end = if placement.is_whole {
            view.text.len()
        } else {
            view.unfolded(placement.span.clone()).end
        };
        let gaps = view.gaps(placement).filter(|(gap, _)| !gap.is_missing);
        let gaps = gaps.map(|(_, [wide, _])| wide);
        gaps.chain(std::iter::once(end..end)).any(|gap| {
            let words = view.text.get(from..gap.start).unwrap_or_default();
            from = from.max(gap.end);
            words.contains(letters::is_dropped)
        })
    }
}

/// Takes off what nobody sees at the ends of arguments.
pub(super) fn unmark<'a>(
    reading: &mut Reading<'a>,
    signature: &Signature,
    placement: &Placement,
    view: &View<'_, 'a>,
) {
    each(reading, signature, placement, view, |[wide, _]| {
        let text = view.text.get(wide.clone()).unwrap_or_default();
        let tail = text.trim_start_matches(letters::is_dropped);
        let start = wide.end - tail.len();
        let end = start + tail.trim_end_matches(letters::is_dropped).len();
        let bare = start..end;
        (bare != *wide).then_some((bare, true))
    });
}

/// Takes off what copying may have put beside the arguments.
pub(super) fn narrow<'a>(
    reading: &mut Reading<'a>,
    signature: &Signature,
    placement: &Placement,
    view: &View<'_, 'a>,
    spaces: Spaces,
) {
    each(reading, signature, placement, view, |[wide, narrow]| {
        let is_chosen = wide != narrow && spaces != Spaces::Spread;
        Some((narrow.clone(), is_chosen))
    });
}

/// Cuts the arguments again that are texts: of the two ranges of each, what is wanted of it, and
/// whether that is one choice of several.
fn each<'a>(
    reading: &mut Reading<'a>,
    signature: &Signature,
    placement: &Placement,
    view: &View<'_, 'a>,
    wanted: impl Fn(&[Range<usize>; 2]) -> Option<(Range<usize>, bool)>,
) {
    let escaping = view.escaping(placement);
    for (slot, (gap, ranges)) in signature.slots.iter().zip(view.gaps(placement)) {
        if gap.is_missing {
            continue;
        }
        let Some((wanted, is_chosen)) = wanted(&ranges) else {
            continue;
        };
        let mut arguments = reading.arguments.iter_mut();
        let known = arguments.find(|argument| slot.name.as_deref() == Some(argument.name));
        if let Some(MatchArgument {
            value: Value::String(value),
            range,
            status,
            ..
        }) = known
        {
            if is_chosen {
                *status = (*status).max(ArgumentStatus::Chosen);
            }
            *value = view.cut(wanted.clone(), escaping).0;
            *range = Some(view.given(wanted));
        }
    }
}
