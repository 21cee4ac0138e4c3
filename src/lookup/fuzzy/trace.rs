//! The way back through an alignment: what lies where, what differs, and what speaks against it.

use std::ops::Range;

use super::align::{Aligner, CUT_LEFT, DELETE, FIT, INSERT, Letter, START, STAY, SWAP};
use super::{Alignment, Doubt};
use crate::lookup::index::Data;
use crate::lookup::placement::{Gap, Placement};

/// The bits from which on a word is no mere joint of a sentence.
const WORD: f32 = 9.0;
/// The share of a text's words that may be others.
const OTHERS: f32 = 0.12;
/// How many characters beside a word are a typo.
const BESIDE: u16 = 2;
/// How many characters in a row that are too many are more than a typo.
const MORE: usize = 4;

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

impl Aligner {
    /// Walks back from an end.
    pub(super) fn trace(&mut self, data: &Data, item: usize, letter: usize) -> Alignment {
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
        let byte = |letter: usize| self.byte(letter);
        let end = byte(letter);
        let (mut is_cut, mut is_cut_left) = (item < self.pattern.len(), false);
        let total: f32 = self.pattern.iter().map(|item| item.bits).sum();
        let (mut found, mut is_loose) = (0.0, false);
        let mut gaps = vec![Gap::default(); self.pattern.len()];
        lack(&mut gaps[item..]);
        let mut differences = Differences::default();
        loop {
            let step = self.steps[item * width + letter];
            more = if step == INSERT { more + 1 } else { 0 };
            match step {
                START => break,
                CUT_LEFT => {
                    (is_cut, is_cut_left) = (true, true);
                    let is_argument = self.pattern.get(item).is_some_and(|it| it.c.is_none());
                    doubt.is_unsure |= is_argument;
                    is_loose = self.is_long(&gaps, item..last);
                    lack(&mut gaps[..item]);
                    break;
                }
                FIT | SWAP => {
                    let count = if step == SWAP { 2 } else { 1 };
                    for _ in 0..count {
                        item -= 1;
                        letter -= 1;
                        let is_swap = step == SWAP;
                        let (bits, is_fault) = self.pair(item, letter, is_swap, &mut differences);
                        found += bits;
                        faults[item] += u16::from(is_fault);
                    }
                }
                DELETE => {
                    item -= 1;
                    faults[item] += 1;
                    differences.add(byte(letter)..byte(letter), self.pattern[item].c);
                }
                INSERT => {
                    letter -= 1;
                    let is_letter = self.text[letter].c.is_alphanumeric();
                    faults[item.saturating_sub(1)] += u16::from(is_letter);
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
        placement.opens = [
            item == 0 && !is_cut_left && self.is_argument(0),
            last == self.pattern.len() && self.is_argument(last - 1),
        ];
        // What the text is cut off in is not all of it.
        if is_cut && let Some(last) = placement.slots.iter_mut().rfind(|gap| !gap.is_missing) {
            last.open |= last.range.end == end;
        }
        if last < self.pattern.len() {
            is_loose |= self.is_long(&gaps, (item..last).rev());
        }
        doubt.is_other |= is_loose;
        self.words(item..last, faults, is_cut, &mut doubt);
        doubt.is_other |= is_cut && self.text[letter..last_letter].iter().all(Letter::is_word);
        Alignment {
            placement,
            score: 0.0,
            coverage: found / total.max(1.0),
            doubt,
            is_cut,
            is_loose,
            differences: differences.finish(),
        }
    }

    /// The byte of the text where a letter begins, or where the last one ends.
    fn byte(&self, letter: usize) -> usize {
        let last = self.text.last();
        let end = last.map_or(0, |letter| letter.at + letter.c.len_utf8());
        self.text.get(letter).map_or(end, |letter| letter.at)
    }

    /// A character of the pattern and one of the text: what of its bits is there, and whether it is
    /// another.
    fn pair(
        &self,
        item: usize,
        letter: usize,
        is_swap: bool,
        differences: &mut Differences,
    ) -> (f32, bool) {
        let (expected, actual) = (&self.pattern[item], &self.text[letter]);
        let fits = expected.c == Some(actual.c);
        if !fits {
            differences.add(self.byte(letter)..self.byte(letter + 1), expected.c);
        }
        if fits || is_swap {
            (expected.bits, false)
        } else if expected.base == actual.base {
            (expected.bits * 0.5, false)
        } else {
            (0.0, true)
        }
    }

    /// Whether an item is an argument that nothing stands beside.
    fn is_argument(&self, item: usize) -> bool {
        let item = self.pattern.get(item);
        item.is_some_and(|item| item.c.is_none() && item.set.is_none())
    }

    /// Whether what is at a cut, up to the next word, has several words of arguments: what is cut
    /// off rarely leaves more than one.
    fn is_long(&self, gaps: &[Gap], items: impl Iterator<Item = usize>) -> bool {
        let is_word = |item: usize| self.pattern[item].c.is_some_and(char::is_alphanumeric);
        let is_gap = |item: &usize| self.pattern[*item].c.is_none();
        let gaps: Vec<_> = items
            .take_while(|&item| !is_word(item))
            .filter(is_gap)
            .map(|item| &gaps[item].range)
            .filter(|range| !range.is_empty())
            .collect();
        let mut letters = self.text.iter().filter(|letter| letter.c == ' ');
        gaps.len() > 1 || letters.any(|letter| gaps.iter().any(|gap| gap.contains(&letter.at)))
    }

    /// Looks at the words of the part of the pattern that is in the text: in one that has more
    /// faults than typos make, it is another word.
    fn words(&self, part: Range<usize>, faults: &[u16], is_cut: bool, doubt: &mut Doubt) {
        let is_letter = |at: &usize| self.pattern[*at].c.is_some_and(char::is_alphanumeric);
        // What is too much before the part is counted there, and what is behind it at its end.
        let before = part.start.checked_sub(1);
        let behind = part.end.checked_sub(1).filter(|at| !is_letter(at));
        let mut borders = [before, behind].into_iter().flatten();
        doubt.is_other |= is_cut && borders.any(|at| faults[at] >= BESIDE);
        let (mut at, mut same) = (part.start, 0);
        let (mut all, mut other) = (0.0, 0.0);
        while at < part.end {
            let end = (at..part.end).find(|at| !is_letter(at));
            let word = at..end.unwrap_or(part.end);
            at = word.end + 1;
            doubt.is_unsure |= end.is_some_and(|end| faults[end] > BESIDE);
            let bits: f32 = self.pattern[word.clone()].iter().map(|it| it.bits).sum();
            let count: usize = faults[word.clone()].iter().map(|&it| usize::from(it)).sum();
            // Where the text ends, its last letters are the first of the word that is cut off.
            doubt.is_other |= is_cut && word.end == part.end && count * 3 > word.len() * 2;
            if bits < WORD {
                doubt.is_unsure |= count >= word.len().max(2);
                continue;
            }
            all += bits;
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
