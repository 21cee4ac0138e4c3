//! The ends of an alignment: how far the arguments there reach, and what else belongs to it.

use super::Alignment;
use super::align::EXTRA;
use crate::lookup::edge;
use crate::lookup::placement::Placement;
use crate::lookup::query::Mode;
use crate::lookup::view::View;

/// How many letters may stand beside a message that is the whole text.
const BESIDE: usize = 2;

impl Alignment {
    /// Ends the arguments that nothing of the message ends, and takes in what little is left.
    ///
    /// They have all there is where the text is the message, and else what is theirs in a line.
    pub(super) fn close(&mut self, view: &View<'_, '_>, mode: Mode, text: &[u8], has_stop: bool) {
        let [first, last] = self.placement.opens;
        if first || last {
            let mut whole = self.placement.clone();
            if first {
                begin(&mut whole, 0);
            }
            if last {
                let has_stop = has_stop && text.last() == Some(&b'.');
                end(&mut whole, text.len() - usize::from(has_stop));
            }
            let is_whole = mode != Mode::Scan
                && beside(text, &whole) <= BESIDE + 1
                && !edge::is_in_log(view, &whole);
            if !is_whole {
                whole = self.placement.clone();
                part(&mut whole, view, has_stop);
            }
            self.placement = whole;
        }
        self.stretch(text, has_stop);
    }

    /// Takes in the full stop, and a letter or two that stand beside what was found, and nothing
    /// else does.
    fn stretch(&mut self, text: &[u8], has_stop: bool) {
        let span = &mut self.placement.span;
        if has_stop && !self.is_cut {
            if text.get(span.end) == Some(&b'.') {
                span.end += 1;
            } else {
                self.placement.lacks_stop = true;
            }
        }
        let over = beside(text, &self.placement);
        self.placement.is_whole = over <= BESIDE && !self.is_loose;
        if (1..=BESIDE).contains(&over) {
            let span = &mut self.placement.span;
            if span.start > 0 {
                self.differences.insert(0, (0..span.start, String::new()));
            }
            if span.end < text.len() {
                self.differences.push((span.end..text.len(), String::new()));
            }
            // At most two.
            self.score -= EXTRA * if over == 1 { 1.0 } else { 2.0 };
            *span = 0..text.len();
        }
    }
}

/// How many letters stand beside a message.
fn beside(text: &[u8], placement: &Placement) -> usize {
    let span = &placement.span;
    let [head, tail] = [text.get(..span.start), text.get(span.end..)];
    let count = |text: &[u8]| text.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
    count(head.unwrap_or_default()) + count(tail.unwrap_or_default())
}

/// Gives the argument at the beginning the text from there on.
fn begin(placement: &mut Placement, at: usize) {
    if let Some(gap) = placement.slots.first_mut() {
        gap.range.start = at.min(gap.range.end);
        placement.span.start = gap.range.start;
    }
}

/// Gives the argument at the end the text up to there.
fn end(placement: &mut Placement, at: usize) {
    if let Some(gap) = placement.slots.last_mut() {
        gap.range.end = at.max(gap.range.start);
        placement.span.end = gap.range.end;
    }
}

/// Ends the arguments where the text around them does.
fn part(placement: &mut Placement, view: &View<'_, '_>, has_stop: bool) {
    let [first, last] = placement.opens;
    if first && let Some(gap) = placement.slots.first_mut() {
        gap.open = true;
        let to = gap.range.start;
        begin(placement, edge::left(view, to));
    }
    if last && let Some(gap) = placement.slots.last_mut() {
        gap.open = true;
        let from = gap.range.start;
        let start = placement.span.start;
        end(placement, edge::right(view, start, from, has_stop));
    }
}
