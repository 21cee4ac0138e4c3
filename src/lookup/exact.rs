//! The exact search: every skeleton whose literals are all in the text.
//!
//! Owns the buffers of probing and verifying, and how a reading of the whole text gives way to
//! several messages in a row.

use std::hint::black_box;
use std::ops::Range;

use super::bits;
use super::bounds::{self, Budget};
use super::edge;
use super::fold::Folded;
use super::hit::Hit;
use super::index::Data;
use super::literals::Finder;
use super::matches::MatchKind;
use super::placement::{Blocks, Placement};
use super::probe::{self, Candidate, Presence};
use super::query::Mode;
use super::sequence;
use super::verify::Text;
use super::view::View;

/// The buffers of an exact search, to be used again.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    pub(super) folded: Folded,
    pub(super) hits: Vec<Hit>,
    finder: Finder,
    presence: Presence,
    candidates: Vec<Candidate>,
    blocks: Blocks,
    placement: Placement,
    /// Placements of hits that are no more.
    spare: Vec<Placement>,
    /// What the last search cost, in places of a text that are probed.
    work: usize,
}

impl Scratch {
    /// What the last search cost.
    pub(super) fn work(&self) -> usize {
        self.work
    }
}

/// How many bytes are searched, many at once, in the time that one is probed.
const SEARCHED: usize = 8;

/// How many placements are kept to be used again.
const SPARE: usize = 16;

/// Fills the hits: every skeleton whose literals are all in the folded text.
pub(super) fn search(data: &Data, mode: Mode, text: &str, scratch: &mut Scratch) -> bool {
    let Scratch {
        folded,
        hits,
        finder,
        presence,
        candidates,
        blocks,
        placement,
        spare,
        work,
    } = scratch;
    for hit in hits.drain(..) {
        if spare.len() < SPARE {
            spare.push(hit.placement);
        }
    }
    let fetch = |filed| data.fetch_filed(filed);
    let literals = &data.literals;
    let mut is_complete = literals.find(&data.arena, &folded.text, finder, fetch);
    let present = &finder.present;
    let mut entries = Budget::new(bounds::DIRECTORY);
    is_complete &= probe::candidates(data, present, presence, &mut entries, candidates);
    let mut against = Text::new(folded, &data.alternatives);
    let mut splits: Vec<(usize, Vec<Hit>)> = Vec::new();
    if candidates.len() > bounds::CANDIDATES {
        is_complete = false;
        // What says most first.
        candidates.sort_by(|a, b| data.bits(b.skeleton).total_cmp(&data.bits(a.skeleton)));
        candidates.truncate(bounds::CANDIDATES);
    }
    let view = View {
        text,
        folded,
        given: text,
        unescaped: None,
    };
    // What is verified is fetched at once, and what will be read of it.
    let fetched = candidates.iter().map(|it| data.fetch(it.skeleton));
    black_box(fetched.fold(0, |all, it| all ^ it));
    for candidate in candidates.iter() {
        let skeleton = data.skeleton(candidate.skeleton);
        blocks.parse(skeleton);
        let bits = data.bits(candidate.skeleton);
        let is_whole = mode != Mode::Scan
            && against.whole(skeleton, blocks, placement)
            && (mode == Mode::Whole || !edge::is_in_log(&view, placement));
        let mut others = None;
        if is_whole {
            let is_split = mode == Mode::Auto && may_be_more(skeleton, blocks, &view, placement);
            hits.push(hit(candidate.skeleton, bits, placement, spare));
            if !is_split {
                continue;
            }
            others = Some(Vec::new());
        } else if mode == Mode::Whole {
            continue;
        }
        let literal = data
            .literals
            .text(&data.arena, present[candidate.first as usize].literal);
        let Some(literal) = memchr::memmem::find(skeleton, literal) else {
            continue;
        };
        for found in &present[candidate.first as usize..candidate.last as usize] {
            let at = found.at as usize;
            if !against.around(skeleton, blocks, literal, at, placement) {
                continue;
            }
            let has_stop = blocks.has_stop();
            close(&view, placement, has_stop);
            let bits = bits - edges(&folded.text, &placement.span);
            let found = hit(candidate.skeleton, bits, placement, spare);
            others.as_mut().unwrap_or(hits).push(found);
        }
        if let Some(others) = others {
            splits.push((hits.len() - 1, others));
        }
    }
    split(&folded.text, hits, splits);
    if mode == Mode::Auto {
        sequence::advance(&folded.text, hits);
    }
    if mode != Mode::Scan {
        let mut left = Budget::new(bounds::CANDIDATES);
        data.unkeyed.find(&folded.text, |skeleton| {
            if !left.take(1) {
                return;
            }
            let bytes = data.skeleton(skeleton);
            blocks.parse(bytes);
            if against.whole(bytes, blocks, placement) {
                hits.push(hit(skeleton, data.bits(skeleton), placement, spare));
            }
        });
        is_complete &= !left.is_spent();
    }
    *work = finder.work()
        + (bounds::DIRECTORY - entries.left())
        + (bounds::STEPS - against.steps.left()) / SEARCHED;
    is_complete && !against.steps.is_spent()
}

/// The skeletons that a text is as a whole.
pub(super) fn wholes(data: &Data, text: &str, scratch: &mut Scratch) -> Vec<u32> {
    scratch.folded.fold(text);
    search(data, Mode::Whole, text, scratch);
    scratch.hits.iter().map(|hit| hit.skeleton).collect()
}

/// A hit, which takes the placement and leaves another to be filled.
fn hit(skeleton: u32, bits: f32, placement: &mut Placement, spare: &mut Vec<Placement>) -> Hit {
    let gaps = placement.slots.iter().map(|_| bits::SLOT).sum::<f32>();
    let stop = if placement.lacks_stop {
        bits::NO_STOP
    } else {
        0.0
    };
    let prior = if placement.is_whole {
        bits::PRIOR_WHOLE
    } else {
        bits::PRIOR_SCAN
    };
    Hit {
        skeleton,
        placement: std::mem::replace(placement, spare.pop().unwrap_or_default()),
        bits: bits - gaps - stop,
        prior,
        doubt: 0.0,
        kind: MatchKind::Exact,
        differences: Vec::new(),
    }
}

/// Whether a reading of the whole text has an argument in which the message ends, so that there may
/// be several messages, one after another.
fn may_be_more(
    skeleton: &[u8],
    blocks: &Blocks,
    view: &View<'_, '_>,
    placement: &Placement,
) -> bool {
    let (Some(last), Some(gap)) = (blocks.ranges.last(), placement.slots.last()) else {
        return false;
    };
    // After a particle or an article, which may be another one there.
    let end = &skeleton[last.clone()];
    let end = end
        .iter()
        .rposition(|&byte| byte < b' ')
        .map_or(end, |at| &end[at + 1..]);
    !end.is_empty()
        && !gap.isolated
        && end.len() <= gap.range.len()
        && memchr::memmem::find(&view.folded.text[gap.range.clone()], end).is_some()
}

/// Takes the shorter readings of a message where what follows the first is a message too.
fn split(text: &[u8], hits: &mut Vec<Hit>, splits: Vec<(usize, Vec<Hit>)>) {
    for (whole, others) in splits {
        let Some(first) = others.iter().find(|other| other.placement.span.start == 0) else {
            continue;
        };
        let end = first.placement.span.end;
        let rest = text[end..].iter().position(|&byte| byte != b' ');
        let Some(next) = rest.map(|rest| end + rest) else {
            continue;
        };
        let mut follow = hits.iter().chain(&others);
        if follow.any(|it| it.placement.span.start == next && it.weight() > 0.0) {
            let mut others = others.into_iter();
            if let Some(other) = others.next() {
                hits[whole] = other;
            }
            hits.extend(others);
        }
    }
}

/// Ends the gaps that nothing of the message ends.
fn close(view: &View<'_, '_>, placement: &mut Placement, has_stop: bool) {
    let text = &view.folded.text;
    if placement.opens[0] {
        let to = placement.span.start;
        let isolated = view.folded.isolations_to(to).last();
        let gap = &mut placement.slots[0];
        let start = match isolated {
            Some((open, _)) => {
                (gap.isolated, gap.open) = (true, false);
                open.folded as usize
            }
            None => edge::left(view, to),
        };
        gap.range = start..to;
        placement.span.start = start;
    }
    if placement.opens[1] {
        let from = placement.span.end;
        let isolated = view.folded.isolations(from).next();
        let start = placement.span.start;
        if let Some(gap) = placement.slots.last_mut() {
            let end = match isolated {
                Some((_, close)) => {
                    (gap.isolated, gap.open) = (true, false);
                    close.folded as usize
                }
                None => edge::right(view, start, from, has_stop),
            };
            gap.range = from..end;
            placement.span.end = end;
            if has_stop {
                if text.get(end) == Some(&b'.') {
                    placement.span.end += 1;
                } else {
                    placement.lacks_stop = true;
                }
            }
        }
    }
    placement.is_whole = false;
}

/// What edges inside words cost.
fn edges(text: &[u8], span: &Range<usize>) -> f32 {
    let count =
        u8::from(edge::is_in_word(text, span.start)) + u8::from(edge::is_in_word(text, span.end));
    f32::from(count) * bits::IN_WORD
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    /// Every skeleton against the text, without the index.
    fn exhaustive(data: &Data, text: &str, scratch: &mut Scratch) -> Vec<u32> {
        scratch.folded.fold(text);
        let mut against = Text::new(&scratch.folded, &data.alternatives);
        let count = u32::try_from(data.count()).unwrap();
        let mut found: Vec<_> = (0..count)
            .filter(|&skeleton| {
                let bytes = data.skeleton(skeleton);
                scratch.blocks.parse(bytes);
                against.whole(bytes, &scratch.blocks, &mut scratch.placement)
            })
            .collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn the_index_misses_nothing_that_trying_all_finds() {
        let index = Catalog::builtin().index();
        let data = &*index.0;
        let mut scratch = Scratch::default();
        let values = ["abc", "", "is invalid.", "값이", "x y", "L’URL"];
        let mut matched = 0;
        for skeleton in 0..u32::try_from(data.count()).unwrap() {
            for (round, value) in values.iter().enumerate() {
                let pattern = super::super::explain::pattern(data, skeleton);
                // One form of each set.
                let text = pattern.replace("이(가)|이|가", ["이", "가"][round % 2]);
                let text = text.replace("{}", value);
                let expected = exhaustive(data, &text, &mut scratch);
                let mut found = wholes(data, &text, &mut scratch);
                found.sort_unstable();
                found.dedup();
                assert_eq!(found, expected, "{text}");
                matched += expected.len();
            }
        }
        assert!(matched > 1000);
    }

    /// A catalog of many messages that are a word apart.
    fn family() -> Catalog {
        use std::fmt::Write;
        let word = |at: usize| {
            [
                "file", "path", "user", "disk", "port", "rule", "item", "node",
            ][at]
        };
        let mut ftl = String::new();
        for at in 0..512 {
            let [a, b, c] = [at % 8, at / 8 % 8, at / 64].map(word);
            writeln!(
                ftl,
                "E{at} = The {a} {{ $x }} was taken by the {b} {{ $y }} of a {c}."
            )
            .unwrap();
        }
        let layer = crate::catalog::Layer::new().source("en-US", "a.ftl", ftl);
        Catalog::builder()
            .layer(layer)
            .build()
            .unwrap()
            .into_catalog()
    }

    #[test]
    fn twice_the_text_is_no_more_than_twice_the_work() {
        for catalog in [Catalog::builtin(), family()] {
            let index = catalog.index();
            let data = &*index.0;
            let patterns: Vec<_> = (0..u32::try_from(data.count()).unwrap())
                .map(|skeleton| super::super::explain::pattern(data, skeleton).replace("{}", "x"))
                .collect();
            let beginning = |at: usize| -> String { patterns[at].chars().take(20).collect() };
            let makers: [(&str, &dyn Fn(usize) -> String); 7] = [
                ("beginnings", &beginning),
                ("messages", &|at| patterns[at].clone()),
                ("one message", &|_| patterns[0].clone()),
                ("one literal", &|_| " was taken by the ".to_owned()),
                ("a letter", &|_| "a".to_owned()),
                ("isolates", &|at| {
                    beginning(at).chars().take(1).chain(['\u{2068}']).collect()
                }),
                ("marks", &|_| "\u{301}".to_owned()),
            ];
            for (name, maker) in makers {
                let mut scratch = Scratch::default();
                let mut work = |length: usize| {
                    let mut text = String::new();
                    let mut at = 0;
                    while text.len() < length {
                        // Another order than that of the index, and all of them in the end.
                        text.push_str(&maker(at * 37 % patterns.len()));
                        at += 1;
                    }
                    scratch.folded.fold(&text);
                    search(data, Mode::Auto, &text, &mut scratch);
                    scratch.work
                };
                let counts = [4, 8, 16, 32].map(|length| work(length << 10));
                for (one, two) in counts.iter().zip(&counts[1..]) {
                    assert!(two * 10 <= one * 23, "{name}: {counts:?}");
                }
            }
        }
    }
}
