//! Holding a skeleton against a text.
//!
//! The literals between two gaps are a block. Blocks are searched in order, the nearest first,
//! outward from a literal that is known to be there; for such patterns the nearest is complete, so
//! nothing is ever tried twice. Isolates in the text are borders and come before any search.

use std::ops::Range;

use memchr::memmem;

use super::block::core;
use super::bounds::{self, Budget};
use super::fold::Folded;
use super::placement::{Blocks, Gap, Placement};
use super::skeleton::Alternatives;

/// A text that skeletons are held against.
pub(super) struct Text<'t> {
    pub(super) folded: &'t Folded,
    pub(super) alternatives: &'t Alternatives,
    pub(super) steps: Budget,
    /// How many forms were tried for the candidate.
    pub(super) forms: usize,
}

impl<'t> Text<'t> {
    pub(super) fn new(folded: &'t Folded, alternatives: &'t Alternatives) -> Self {
        Text {
            folded,
            alternatives,
            steps: Budget::new(bounds::STEPS),
            forms: 0,
        }
    }

    pub(super) fn bytes(&self) -> &'t [u8] {
        &self.folded.text
    }

    /// The skeleton as the whole text.
    pub(super) fn whole(
        &mut self,
        skeleton: &[u8],
        blocks: &Blocks,
        placement: &mut Placement,
    ) -> bool {
        let text = self.bytes();
        let length = text.len();
        reset(placement, blocks.count() - 1);
        self.forms = 0;
        let ends = if !blocks.has_stop || text.last() != Some(&b'.') {
            [Some(length), None]
        } else if self.folded.is_closed(length) {
            // A full stop inside an isolate is the argument's.
            [Some(length), Some(length - 1)]
        } else {
            [Some(length - 1), Some(length)]
        };
        let first = &skeleton[blocks.ranges[0].clone()];
        let last = blocks.count() - 1;
        for end in ends.into_iter().flatten() {
            placement.alts.clear();
            let Some(start) = self.at(first, 0, &mut placement.alts) else {
                return false;
            };
            if last == 0 {
                if start != end {
                    continue;
                }
            } else {
                let mut tail = Vec::new();
                let block = &skeleton[blocks.ranges[last].clone()];
                let Some(limit) = self.ending(block, end, start, &mut tail) else {
                    continue;
                };
                if !self.between(skeleton, blocks, start, limit, placement) {
                    continue;
                }
                placement.alts.append(&mut tail);
            }
            placement.span = 0..length;
            placement.is_whole = true;
            placement.lacks_stop = blocks.has_stop && end == length;
            return true;
        }
        false
    }

    /// The inner blocks from the first gap's start to the last one's end.
    fn between(
        &mut self,
        skeleton: &[u8],
        blocks: &Blocks,
        start: usize,
        limit: usize,
        placement: &mut Placement,
    ) -> bool {
        let mut from = start;
        let inner = blocks.count() - 2;
        for index in 0..inner {
            let block = &skeleton[blocks.ranges[index + 1].clone()];
            let window = limit.max(from);
            let Some((found, isolated)) = self.next(block, from, window, &mut placement.alts)
            else {
                return false;
            };
            let gap = &mut placement.slots[index];
            gap.range = from.min(found.start)..found.start;
            gap.isolated = isolated;
            from = found.end;
        }
        if from > limit {
            // An empty argument between two spaces that are one.
            if !(from == limit + 1 && self.bytes().get(limit) == Some(&b' ')) {
                return false;
            }
            from = limit;
        }
        let mut isolations = self.folded.isolations(from);
        let open = isolations.any(|(_, close)| close.folded as usize == limit);
        placement.slots[inner].range = from..limit;
        placement.slots[inner].isolated = open;
        self.doubts(skeleton, blocks, 0, limit, placement);
        true
    }

    /// Marks the gaps that could lie elsewhere: a block between them occurs again behind it.
    fn doubts(
        &mut self,
        skeleton: &[u8],
        blocks: &Blocks,
        first: usize,
        limit: usize,
        placement: &mut Placement,
    ) {
        let inner = blocks.count() - 2;
        for index in first..inner {
            let gap = &placement.slots[index];
            if gap.isolated {
                continue;
            }
            let block = &skeleton[blocks.ranges[index + 1].clone()];
            let next_end = if index + 1 == inner {
                limit
            } else {
                placement.slots[index + 1].range.end
            };
            let from = gap.range.end + 1;
            if from >= next_end {
                continue;
            }
            let mut alts = Vec::new();
            let doubtful =
                block.is_empty() || self.search(block, from, next_end, &mut alts).is_some();
            placement.slots[index].ambiguous |= doubtful;
            placement.slots[index + 1].ambiguous |= doubtful;
        }
    }

    /// The skeleton somewhere in the text, one of its literals at a known place.
    pub(super) fn around(
        &mut self,
        skeleton: &[u8],
        blocks: &Blocks,
        literal: usize,
        at: usize,
        placement: &mut Placement,
    ) -> bool {
        let text = self.bytes();
        let gaps = blocks.count() - 1;
        reset(placement, gaps);
        self.forms = 0;
        let middle = blocks.ranges.partition_point(|range| range.end <= literal);
        let block = blocks.ranges[middle].clone();
        let mut before = Vec::new();
        let Some(mut left) = self.ending(&skeleton[block.start..literal], at, 0, &mut before)
        else {
            return false;
        };
        let mut after = Vec::new();
        let Some(mut right) = self.at(&skeleton[literal..block.end], at, &mut after) else {
            return false;
        };
        for index in middle..gaps {
            let block = &skeleton[blocks.ranges[index + 1].clone()];
            let gap = &mut placement.slots[index];
            if block.is_empty() && index + 1 == gaps {
                gap.range = right..right;
                gap.open = true;
                break;
            }
            let limit = (right + bounds::WINDOW + block.len()).min(text.len());
            let Some((found, isolated)) = self.next(block, right, limit, &mut after) else {
                return false;
            };
            gap.range = right.min(found.start)..found.start;
            gap.isolated = isolated;
            right = found.end;
        }
        for index in (0..middle).rev() {
            let block = &skeleton[blocks.ranges[index].clone()];
            let gap = &mut placement.slots[index];
            if block.is_empty() && index == 0 {
                gap.range = left..left;
                gap.open = true;
                break;
            }
            let limit = left.saturating_sub(bounds::WINDOW + block.len());
            let Some((found, isolated)) = self.previous(block, left, limit, &mut before) else {
                return false;
            };
            gap.range = found.end..left.max(found.end);
            gap.isolated = isolated;
            left = found.start;
        }
        before.append(&mut after);
        placement.alts = before;
        placement.span = left..right;
        placement.opens = [
            placement.slots.first().is_some_and(|gap| gap.open) && blocks.ranges[0].is_empty(),
            placement.slots.last().is_some_and(|gap| gap.open) && blocks.ranges[gaps].is_empty(),
        ];
        if blocks.has_stop && !placement.opens[1] {
            if text.get(right) == Some(&b'.') {
                placement.span.end += 1;
            } else {
                placement.lacks_stop = true;
            }
        }
        placement.is_whole = placement.span == (0..text.len()) && placement.opens == [false; 2];
        if blocks.count() > 2 {
            let end = placement.slots[gaps - 1].range.end;
            self.doubts(skeleton, blocks, 0, end, placement);
        }
        true
    }

    /// A block behind a gap that begins at `from`; what an isolate closes ends the gap.
    fn next(
        &mut self,
        block: &[u8],
        from: usize,
        limit: usize,
        alts: &mut Vec<Range<usize>>,
    ) -> Option<(Range<usize>, bool)> {
        let folded = self.folded;
        for (_, close) in folded.isolations(from) {
            let (mark, close) = (alts.len(), close.folded as usize);
            if let Some(end) = self.at(block, close, alts)
                && end <= limit
            {
                return Some((close..end, true));
            }
            alts.truncate(mark);
        }
        // The space of an empty argument's other side was already taken.
        let from = match block.first() {
            Some(b' ') if from > 0 && self.bytes()[from - 1] == b' ' => {
                let mark = alts.len();
                if let Some(end) = self.at(block, from - 1, alts)
                    && self.search(block, from, limit, &mut Vec::new()).is_none()
                {
                    return Some((from - 1..end, false));
                }
                alts.truncate(mark);
                from
            }
            _ => from,
        };
        self.search(block, from, limit, alts)
            .map(|found| (found, false))
    }

    /// A block before a gap that ends at `to`.
    fn previous(
        &mut self,
        block: &[u8],
        to: usize,
        limit: usize,
        alts: &mut Vec<Range<usize>>,
    ) -> Option<(Range<usize>, bool)> {
        let folded = self.folded;
        for (open, _) in folded.isolations_to(to) {
            let (mut own, open) = (Vec::new(), open.folded as usize);
            if let Some(start) = self.ending(block, open, limit, &mut own) {
                own.append(alts);
                *alts = own;
                return Some((start..open, true));
            }
        }
        let core = core(block);
        let text = self.bytes();
        if core.is_empty() {
            // Nothing but alternatives: only right before the gap's end is sure.
            let mut own = Vec::new();
            let start = self.ending(block, to, limit, &mut own)?;
            own.append(alts);
            *alts = own;
            return Some((start..to, false));
        }
        let literal = &block[core.clone()];
        let mut end = to;
        while end > limit {
            let found = memmem::rfind(&text[limit..end], literal);
            let at = limit + found.unwrap_or_default();
            if !self.steps.take(end - at + 16) {
                return None;
            }
            found?;
            let mut own = Vec::new();
            if let Some(start) = self.ending(&block[..core.start], at, limit, &mut own) {
                let mut after = Vec::new();
                if let Some(found) = self.at(&block[core.start..], at, &mut after)
                    && found <= to
                {
                    own.append(&mut after);
                    own.append(alts);
                    *alts = own;
                    return Some((start..found, false));
                }
            }
            end = at + literal.len() - 1;
        }
        None
    }
}

fn reset(placement: &mut Placement, gaps: usize) {
    placement.slots.clear();
    placement.slots.resize_with(gaps, Gap::default);
    placement.alts.clear();
    placement.is_whole = false;
    placement.lacks_stop = false;
    placement.opens = [false; 2];
}
