//! The best way to lay a skeleton over a text, character by character.
//!
//! Scores are bits: what fits counts what the character says, what does not costs a little less
//! than a character says on average. Gaps take what they like. An end of the skeleton that lies
//! beyond an end of the text costs the same however long it is.

use std::ops::Range;

use icu_normalizer::properties::{CanonicalDecompositionBorrowed, Decomposed};

use super::Alignment;
use crate::lookup::bounds::{self, Budget};
use crate::lookup::index::Data;
use crate::lookup::query::Mode;
use crate::lookup::skeleton::{ALT, ALT_BYTES, SLOT, STOP, alternative};
use crate::lookup::view::View;

/// Another character than the skeleton's, one too many, one too few.
const OTHER: f32 = 3.5;
pub(super) const EXTRA: f32 = 3.0;
const MISSING: f32 = 3.0;
/// Two characters that changed places.
const SWAPPED: f32 = 2.0;
/// An end that is cut off.
const CUT: f32 = 5.0;

/// A step of an alignment.
pub(super) const START: u8 = 0;
pub(super) const FIT: u8 = 1;
pub(super) const DELETE: u8 = 2;
pub(super) const INSERT: u8 = 3;
pub(super) const SWAP: u8 = 4;
pub(super) const CUT_LEFT: u8 = 5;
/// Into a gap, and on in it.
pub(super) const ENTER: u8 = 6;
pub(super) const STAY: u8 = 7;

/// The buffers of alignments.
#[derive(Debug, Default)]
pub(in crate::lookup) struct Aligner {
    pub(super) pattern: Vec<Item>,
    pub(super) text: Vec<Letter>,
    rows: [Vec<f32>; 3],
    pub(super) steps: Vec<u8>,
    /// What is wrong with each character of the pattern.
    pub(super) faults: Vec<u16>,
}

/// A character of a skeleton, or a gap.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// `None` for a gap.
    pub(super) c: Option<char>,
    pub(super) base: char,
    pub(super) bits: f32,
    /// The set of alternatives, where the gap is one.
    pub(super) set: Option<usize>,
}

/// A character of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub(super) c: char,
    pub(super) base: char,
    pub(super) at: usize,
}

/// A letter without its accent.
fn base(c: char) -> char {
    if c < '\u{C0}' || ('\u{AC00}'..='\u{D7A3}').contains(&c) {
        return c;
    }
    match CanonicalDecompositionBorrowed::new().decompose(c) {
        Decomposed::Expansion(base, _) => base,
        _ => c,
    }
}

impl Aligner {
    /// Aligns; `None` when nothing fits or the cells are spent.
    pub(in crate::lookup) fn align(
        &mut self,
        data: &Data,
        view: &View<'_, '_>,
        mode: Mode,
        skeleton: u32,
        around: Range<usize>,
        cells: &mut Budget,
    ) -> Option<Alignment> {
        let bytes = data.skeleton(skeleton);
        // How a text says that it was cut.
        let text = &view.folded.text;
        let text = text.strip_suffix(b"...").unwrap_or(text);
        let around = around.start.min(text.len())..around.end.min(text.len());
        self.parse(data, bytes);
        self.window(text, around, bytes.len());
        let (items, letters) = (self.pattern.len(), self.text.len());
        if items == 0 || letters == 0 || !cells.take((items + 1) * (letters + 1)) {
            return None;
        }
        let reaches = [
            self.text.first().is_some_and(|letter| letter.at == 0),
            self.text
                .last()
                .is_some_and(|letter| letter.at + letter.c.len_utf8() == text.len()),
        ];
        let (item, letter, score) = self.fill(reaches);
        let mut alignment = self.trace(data, item, letter);
        alignment.score = score;
        alignment.close(view, mode, text, bytes.last() == Some(&STOP));
        Some(alignment)
    }

    fn parse(&mut self, data: &Data, skeleton: &[u8]) {
        self.pattern.clear();
        let gap = |set| Item {
            c: None,
            base: ' ',
            bits: 0.0,
            set,
        };
        let mut at = 0;
        while at < skeleton.len() && self.pattern.len() < bounds::ALIGNED_TEMPLATE {
            match skeleton[at] {
                SLOT => self.pattern.push(gap(None)),
                ALT => {
                    self.pattern.push(gap(Some(alternative(&skeleton[at..]))));
                    at += ALT_BYTES - 1;
                }
                STOP => {}
                _ => {
                    let end = skeleton[at..].iter().position(|&byte| byte <= STOP);
                    let end = end.map_or(skeleton.len(), |end| at + end);
                    let literal = str::from_utf8(&skeleton[at..end]).unwrap_or_default();
                    self.pattern.extend(literal.chars().map(|c| Item {
                        c: Some(c),
                        base: base(c),
                        bits: data.model.of(c),
                        set: None,
                    }));
                    at = end - 1;
                }
            }
            at += 1;
        }
        self.pattern.truncate(bounds::ALIGNED_TEMPLATE);
    }

    /// The characters of the text near those that voted.
    fn window(&mut self, text: &[u8], around: Range<usize>, length: usize) {
        self.text.clear();
        let reach = length + 96;
        let mut start = around.start.saturating_sub(reach);
        while start > 0 && text[start] & 0xC0 == 0x80 {
            start -= 1;
        }
        let mut end = (around.end + reach).min(text.len());
        while end < text.len() && text[end] & 0xC0 == 0x80 {
            end += 1;
        }
        let text = str::from_utf8(&text[start..end]).unwrap_or_default();
        let letters = text.char_indices().take(bounds::ALIGNED_TEXT);
        self.text.extend(letters.map(|(at, c)| Letter {
            c,
            base: base(c),
            at: start + at,
        }));
    }

    /// Fills the table; gives the best end.
    fn fill(&mut self, reaches: [bool; 2]) -> (usize, usize, f32) {
        let Aligner {
            pattern,
            text,
            rows,
            steps,
            ..
        } = self;
        let width = text.len() + 1;
        steps.clear();
        steps.resize((pattern.len() + 1) * width, START);
        for row in rows.iter_mut() {
            row.clear();
            row.resize(width, 0.0);
        }
        let mut best = (0, 0, f32::NEG_INFINITY);
        for (index, item) in pattern.iter().enumerate() {
            let [before, above, row] = rows;
            let steps = &mut steps[(index + 1) * width..(index + 2) * width];
            let deleted = above[0] - if item.c.is_some() { MISSING } else { 0.0 };
            (row[0], steps[0]) = if reaches[0] && deleted < -CUT {
                (-CUT, CUT_LEFT)
            } else if item.c.is_none() {
                (above[0], ENTER)
            } else {
                (deleted, DELETE)
            };
            if let Some(c) = item.c {
                for at in 1..width {
                    let letter = &text[at - 1];
                    let fit = if letter.c == c {
                        item.bits
                    } else if letter.base == item.base {
                        item.bits * 0.5
                    } else {
                        -OTHER
                    };
                    let mut score = above[at - 1] + fit;
                    let mut step = FIT;
                    if above[at] - MISSING > score {
                        (score, step) = (above[at] - MISSING, DELETE);
                    }
                    if row[at - 1] - EXTRA > score {
                        (score, step) = (row[at - 1] - EXTRA, INSERT);
                    }
                    if letter.c != c
                        && at > 1
                        && index > 0
                        && text[at - 2].c == c
                        && pattern[index - 1].c == Some(letter.c)
                    {
                        let swapped =
                            before[at - 2] + item.bits + pattern[index - 1].bits - SWAPPED;
                        if swapped > score {
                            (score, step) = (swapped, SWAP);
                        }
                    }
                    (row[at], steps[at]) = (score, step);
                }
            } else {
                // A set of alternatives is short.
                let each = if item.set.is_some() { 0.5 } else { 0.01 };
                for at in 1..width {
                    let stay = row[at - 1] - each;
                    (row[at], steps[at]) = if stay > above[at] {
                        (stay, STAY)
                    } else {
                        (above[at], ENTER)
                    };
                }
            }
            let cut = row[width - 1] - CUT;
            if reaches[1] && index + 1 < pattern.len() && cut > best.2 {
                best = (index + 1, width - 1, cut);
            }
            rows.rotate_left(1);
        }
        let last = &rows[1];
        // A gap at the end takes the rest.
        let is_open = pattern.last().is_some_and(|item| item.c.is_none());
        let from = if is_open { width - 1 } else { 0 };
        for (at, &score) in last.iter().enumerate().skip(from) {
            if score >= best.2 {
                best = (pattern.len(), at, score);
            }
        }
        best
    }
}
