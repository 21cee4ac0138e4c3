//! The best way to lay a skeleton over a text, character by character.
//!
//! Scores are bits: what fits counts what the character says, what does not costs a little less
//! than a character says on average. Gaps take what they like. An end of the skeleton that lies
//! beyond an end of the text costs the same however long it is.

use std::ops::Range;

use icu_normalizer::properties::{CanonicalDecompositionBorrowed, Decomposed};

use super::{Alignment, Doubt};
use crate::lookup::bounds::{self, Budget};
use crate::lookup::index::Data;
use crate::lookup::placement::{Gap, Placement};
use crate::lookup::skeleton::{ALT, ALT_BYTES, SLOT, STOP, alternative};

/// Another character than the skeleton's, one too many, one too few.
const OTHER: f32 = 3.5;
const EXTRA: f32 = 3.0;
const MISSING: f32 = 3.0;
/// Two characters that changed places.
const SWAPPED: f32 = 2.0;
/// An end that is cut off.
const CUT: f32 = 5.0;

/// The bits from which on a word is no mere joint of a sentence.
const WORD: f32 = 9.0;
/// The share of a text's words that may be others.
const OTHERS: f32 = 0.12;
/// How many characters in a row that are too many are more than a typo.
const MORE: usize = 4;

/// A step of an alignment.
const START: u8 = 0;
const FIT: u8 = 1;
const DELETE: u8 = 2;
const INSERT: u8 = 3;
const SWAP: u8 = 4;
const CUT_LEFT: u8 = 5;
/// Into a gap, and on in it.
const ENTER: u8 = 6;
const STAY: u8 = 7;

/// The buffers of alignments.
#[derive(Debug, Default)]
pub(in crate::lookup) struct Aligner {
    pattern: Vec<Item>,
    text: Vec<Letter>,
    rows: [Vec<f32>; 3],
    steps: Vec<u8>,
    /// What is wrong with each character of the pattern.
    faults: Vec<u16>,
}

/// A character of a skeleton, or a gap.
#[derive(Clone, Copy, Debug)]
struct Item {
    /// `None` for a gap.
    c: Option<char>,
    base: char,
    bits: f32,
    /// The set of alternatives, where the gap is one.
    set: Option<usize>,
}

/// A character of a text.
#[derive(Clone, Copy, Debug)]
struct Letter {
    c: char,
    base: char,
    at: usize,
}

/// Says of gaps that the text has none of them.
fn lack(gaps: &mut [Gap]) {
    for gap in gaps {
        gap.is_missing = true;
    }
}

impl Letter {
    /// Whether it goes on with a word, in a script that has spaces between words.
    fn is_word(&self) -> bool {
        self.c != ' ' && self.c < '\u{1100}'
    }
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
        skeleton: u32,
        text: &[u8],
        around: Range<usize>,
        cells: &mut Budget,
    ) -> Option<Alignment> {
        let bytes = data.skeleton(skeleton);
        // How a text says that it was cut.
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
        alignment.stretch(text, bytes.last() == Some(&STOP));
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

    /// Walks back from an end.
    fn trace(&mut self, data: &Data, item: usize, letter: usize) -> Alignment {
        self.faults.clear();
        self.faults.resize(self.pattern.len() + 1, 0);
        let mut faults = std::mem::take(&mut self.faults);
        let alignment = self.walk(data, item, letter, &mut faults);
        self.faults = faults;
        alignment
    }

    fn walk(&self, data: &Data, item: usize, letter: usize, faults: &mut [u16]) -> Alignment {
        let mut doubt = Doubt::default();
        let (last, last_letter) = (item, letter);
        let mut more = 0;
        let width = self.text.len() + 1;
        let (mut item, mut letter) = (item, letter);
        let byte = |letter: usize| match self.text.get(letter) {
            Some(letter) => letter.at,
            None => self
                .text
                .last()
                .map_or(0, |letter| letter.at + letter.c.len_utf8()),
        };
        let end = byte(letter);
        let mut is_cut = item < self.pattern.len();
        let total: f32 = self.pattern.iter().map(|item| item.bits).sum();
        let mut found = 0.0;
        let mut gaps = vec![Gap::default(); self.pattern.len()];
        lack(&mut gaps[item..]);
        let mut differences = Differences::default();
        loop {
            let step = self.steps[item * width + letter];
            more = if step == INSERT { more + 1 } else { 0 };
            match step {
                START => break,
                CUT_LEFT => {
                    is_cut = true;
                    self.left(gaps.get(item), item, &mut doubt);
                    lack(&mut gaps[..item]);
                    break;
                }
                FIT | SWAP => {
                    let count = if step == SWAP { 2 } else { 1 };
                    for _ in 0..count {
                        item -= 1;
                        letter -= 1;
                        let expected = &self.pattern[item];
                        let actual = &self.text[letter];
                        let fits = expected.c == Some(actual.c);
                        if fits || step == SWAP {
                            found += expected.bits;
                        } else if expected.base == actual.base {
                            found += expected.bits * 0.5;
                        }
                        if !fits {
                            differences.add(byte(letter)..byte(letter + 1), expected.c);
                        }
                        if !fits && step != SWAP && expected.base != actual.base {
                            faults[item] += 1;
                        }
                    }
                }
                DELETE => {
                    item -= 1;
                    faults[item] += 1;
                    differences.add(byte(letter)..byte(letter), self.pattern[item].c);
                }
                INSERT => {
                    letter -= 1;
                    faults[item.saturating_sub(1)] += 1;
                    doubt.is_other |= more > MORE;
                    differences.add(byte(letter)..byte(letter + 1), None);
                }
                STAY => {
                    letter -= 1;
                    let gap = &mut gaps[item - 1].range;
                    if gap.start == gap.end {
                        gap.end = byte(letter + 1);
                    }
                    gap.start = byte(letter);
                }
                _ => {
                    item -= 1;
                    let gap = &mut gaps[item].range;
                    if gap.start == gap.end {
                        *gap = byte(letter)..byte(letter);
                    }
                }
            }
        }
        let mut placement = Placement {
            span: byte(letter)..end,
            ..Placement::default()
        };
        self.gaps(data, &gaps, &mut placement);
        // What the text is cut off in is not all of it.
        if is_cut && let Some(last) = placement.slots.iter_mut().rfind(|gap| !gap.is_missing) {
            last.open |= last.range.end == end;
        }
        self.words(item..last, faults, is_cut, &mut doubt);
        doubt.is_other |= is_cut && self.text[letter..last_letter].iter().all(Letter::is_word);
        Alignment {
            placement,
            score: 0.0,
            coverage: found / total.max(1.0),
            doubt,
            is_cut,
            differences: differences.finish(),
        }
    }

    /// What is cut off may leave the end of an argument, which is rarely more than a word.
    fn left(&self, gap: Option<&Gap>, item: usize, doubt: &mut Doubt) {
        let is_gap = self.pattern.get(item).is_some_and(|item| item.c.is_none());
        if let Some(gap) = gap.filter(|_| is_gap) {
            let mut letters = self.text.iter();
            doubt.is_unsure = true;
            doubt.is_other |=
                letters.any(|letter| letter.c == ' ' && gap.range.contains(&letter.at));
        }
    }

    /// Looks at the words of the part of the pattern that is in the text: in one that has more
    /// faults than typos make, it is another word.
    fn words(&self, part: Range<usize>, faults: &[u16], is_cut: bool, doubt: &mut Doubt) {
        let is_letter = |at: &usize| self.pattern[*at].c.is_some_and(char::is_alphanumeric);
        let (mut at, mut same) = (part.start, 0);
        let (mut all, mut other) = (0.0, 0.0);
        while at < part.end {
            let end = (at..part.end).find(|at| !is_letter(at));
            let word = at..end.unwrap_or(part.end);
            at = word.end + 1;
            let bits: f32 = self.pattern[word.clone()].iter().map(|it| it.bits).sum();
            if bits < WORD {
                continue;
            }
            all += bits;
            let count: usize = faults[word.clone()].iter().map(|&it| usize::from(it)).sum();
            // A word of the same stem may stand for it, but is no typo.
            if count * 3 > (word.len() * 2).max(3) {
                other += bits;
            } else if count > (word.len() / 3).max(1) {
                doubt.is_unsure = true;
                doubt.is_other |= is_cut;
            } else {
                same += 1;
            }
        }
        let is_little = same < 2 && all < WORD * 4.0;
        doubt.is_little |= is_little && is_cut;
        doubt.is_unsure |= is_little || other > 0.0;
        doubt.is_other |= other > all * OTHERS;
    }

    /// Divides what lies between two literals among an argument and the alternatives beside it.
    fn gaps(&self, data: &Data, gaps: &[Gap], placement: &mut Placement) {
        let mut index = 0;
        let text = |range: Range<usize>| -> Vec<u8> {
            let letters = self.text.iter().filter(|letter| range.contains(&letter.at));
            letters
                .map(|letter| letter.c)
                .collect::<String>()
                .into_bytes()
        };
        while index < gaps.len() {
            let item = &self.pattern[index];
            if item.c.is_some() {
                index += 1;
                continue;
            }
            let mut gap = gaps[index].clone();
            let next = self.pattern.get(index + 1).and_then(|item| item.set);
            match (item.set, next) {
                (None, Some(set)) => {
                    // A particle behind an argument.
                    let both = gap.range.start..gaps[index + 1].range.end.max(gap.range.end);
                    let shown = text(both.clone());
                    let forms = data.alternatives.forms(set).iter();
                    let form = forms.map(|form| form.len()).find(|&length| {
                        let tail = shown.len().checked_sub(length).map(|at| &shown[at..]);
                        let mut forms = data.alternatives.forms(set).iter();
                        tail.is_some_and(|tail| forms.any(|form| **form == *tail))
                    });
                    let particle = both.end - form.unwrap_or_default().min(both.len());
                    gap.range = both.start..particle;
                    gap.ambiguous |= form.is_none();
                    placement.slots.push(gap);
                    placement.alts.push(particle..both.end);
                    index += 2;
                }
                (None, None) => {
                    placement.slots.push(gap);
                    index += 1;
                }
                (Some(_), _) => {
                    placement.alts.push(gap.range.clone());
                    index += 1;
                }
            }
        }
    }
}

impl Alignment {
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
        let [head, tail] = [&text[..span.start], &text[span.end..]];
        let count = |text: &[u8]| text.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        let over = count(head) + count(tail);
        self.placement.is_whole = over <= 2;
        if (1..=2).contains(&over) {
            if !head.is_empty() {
                self.differences.insert(0, (0..head.len(), String::new()));
            }
            if !tail.is_empty() {
                self.differences.push((span.end..text.len(), String::new()));
            }
            // At most two.
            self.score -= EXTRA * if over == 1 { 1.0 } else { 2.0 };
            *span = 0..text.len();
        }
    }
}

/// Differences, collected from the end.
#[derive(Default)]
struct Differences(Vec<(Range<usize>, String)>);

impl Differences {
    fn add(&mut self, range: Range<usize>, expected: Option<char>) {
        let expected = expected.map(String::from).unwrap_or_default();
        match self.0.last_mut() {
            // Right before the one found last.
            Some((known, text)) if known.start == range.end => {
                known.start = range.start;
                text.insert_str(0, &expected);
            }
            _ => self.0.push((range, expected)),
        }
    }

    fn finish(mut self) -> Vec<(Range<usize>, String)> {
        self.0.reverse();
        self.0
    }
}
