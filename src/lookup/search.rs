//! One search: fold, probe, verify, read, score, and what is tried when that is not enough.
//!
//! Owns the order of the stages and the buffers that they share. Each stage has its own file and
//! knows none of the others.

use std::ops::Range;

use super::bounds;
use super::exact;
use super::fuzzy;
use super::hit::Hit;
use super::index::Data;
use super::matches::{Match, Matches};
use super::query::Query;
use super::rank;
use super::unescape::{self, Unescaped};
use super::view::View;

/// The buffers of a search, to be used again.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    exact: exact::Scratch,
    fuzzy: fuzzy::Scratch,
    /// The words of a text that an answer has.
    words: Vec<Range<usize>>,
}

/// What was found in one form of a text.
struct Found<'a> {
    answer: Matches<'a>,
    /// Whether it is sure, and what it leaves of the text says little.
    is_settled: bool,
}

/// The score from which on an exact answer may need no second opinion.
const CONFIDENT: f64 = 0.9;

/// Searches.
pub(super) fn search<'a>(data: &'a Data, query: &Query<'a>, scratch: &mut Scratch) -> Matches<'a> {
    let given = truncate(query.text, bounds::TEXT);
    let mut answer = best(data, query, given, scratch);
    answer.matches.truncate(query.limit.min(32));
    answer.is_complete &= given.len() == query.text.len();
    answer
}

/// The best of what was found in all forms of a text.
fn best<'a>(
    data: &'a Data,
    query: &Query<'a>,
    given: &'a str,
    scratch: &mut Scratch,
) -> Matches<'a> {
    let mut found = round(data, query, given, None, scratch);
    let is_due = unescape::is_due(given, &found.answer);
    if !is_due && found.is_settled {
        return found.answer;
    }
    let Some(once) = Unescaped::new(given) else {
        resemble(data, query, given, None, scratch, &mut found);
        return found.answer;
    };
    // What is exact without its escapes needs no similar text, which would leave them in.
    let mut forms = vec![once];
    loop {
        let form = forms.last();
        let other = round(data, query, given, form, scratch);
        let is_better = rank::is_better(&other.answer.matches, &found.answer.matches);
        if is_better || (is_due && is_confident(&other.answer)) {
            found = other;
        }
        if forms.len() >= bounds::UNESCAPED || found.is_settled {
            break;
        }
        let Some(again) = form.and_then(Unescaped::again) else {
            break;
        };
        forms.push(again);
    }
    if found.is_settled || !query.fuzzy || data.grams.is_none() {
        return found.answer;
    }
    let forms = std::iter::once(None).chain(forms.iter().map(Some));
    let resembled = forms.map(|form| {
        let mut found = round(data, query, given, form, scratch);
        resemble(data, query, given, form, scratch, &mut found);
        found.answer
    });
    let better = |old: Matches<'a>, new: Matches<'a>| {
        if rank::is_better(&new.matches, &old.matches) {
            new
        } else {
            old
        }
    };
    resembled.reduce(better).unwrap_or(found.answer)
}

/// Whether the best text is sure, whichever of the codes that have it.
pub(super) fn is_confident(answer: &Matches<'_>) -> bool {
    let Some(best) = answer.matches.first() else {
        return false;
    };
    let same = answer
        .matches
        .iter()
        .filter(|other| other.span == best.span);
    same.map(|other| other.score).sum::<f64>() >= CONFIDENT
}

/// One form of the text, through all stages of the exact search.
fn round<'a>(
    data: &'a Data,
    query: &Query<'a>,
    given: &'a str,
    unescaped: Option<&Unescaped>,
    scratch: &mut Scratch,
) -> Found<'a> {
    let text = unescaped.map_or(given, |unescaped| &unescaped.text);
    let words = &mut scratch.words;
    let scratch = &mut scratch.exact;
    scratch.folded.fold(text);
    let mut answer = Matches {
        matches: Vec::new(),
        is_complete: exact::search(data, query.mode, text, scratch),
    };
    let view = View {
        text,
        folded: &scratch.folded,
        given,
        unescaped,
    };
    let hits = &mut scratch.hits;
    answer.is_complete &= rank::rank(data, query, &view, hits, &mut answer.matches);
    Found {
        is_settled: is_confident(&answer) && explains(data, &view, hits, &answer, words),
        answer,
    }
}

/// Adds what the text resembles to what the round before found, where that does not settle it.
fn resemble<'a>(
    data: &'a Data,
    query: &Query<'a>,
    given: &'a str,
    unescaped: Option<&Unescaped>,
    scratch: &mut Scratch,
    found: &mut Found<'a>,
) {
    let Some(grams) = &data.grams else {
        return;
    };
    if !query.fuzzy || found.is_settled {
        return;
    }
    let view = View {
        text: unescaped.map_or(given, |unescaped| &unescaped.text),
        folded: &scratch.exact.folded,
        given,
        unescaped,
    };
    let hits = &mut scratch.exact.hits;
    let count = hits.len();
    let is_complete = fuzzy::search(data, grams, &view, query.mode, &mut scratch.fuzzy, hits);
    if hits.len() > count {
        let answer = &mut found.answer;
        answer.is_complete &= is_complete;
        answer.matches.clear();
        answer.is_complete &= rank::rank(data, query, &view, hits, &mut answer.matches);
    }
}

/// What the words of a message must say so that it is not asked whether they are a part of another.
const MUCH: f32 = 90.0;

/// Whether the words of an answer are most of what the text says.
///
/// A short message can stand inside a longer one that has a typo elsewhere.
fn explains(
    data: &Data,
    view: &View<'_, '_>,
    hits: &[Hit],
    answer: &Matches<'_>,
    known: &mut Vec<Range<usize>>,
) -> bool {
    if view.folded.text.len() > bounds::SECOND {
        return true;
    }
    let found = answer.matches.iter().filter(|it| it.score > 0.1);
    let found = found.map(|it| &hits[it.rank.hit]);
    let says = found.clone().map(|hit| data.bits(hit.skeleton));
    let words = says.fold(0.0, f32::max);
    if words >= MUCH {
        return true;
    }
    // In the order of the text, the inner ones with the outer.
    known.clear();
    known.extend(found.flat_map(Hit::words));
    known.sort_unstable_by_key(|word| word.start);
    let text = &view.folded.text;
    known.push(text.len()..text.len());
    let (mut rest, mut from) = (0.0, 0);
    for word in known.drain(..) {
        rest += unexplained(data, text.get(from..word.start).unwrap_or_default());
        from = from.max(word.end);
    }
    rest < words
}

/// What the words of a part of a text say; a single one may be an argument.
fn unexplained(data: &Data, part: &[u8]) -> f32 {
    let is_spaced = |part: &[u8]| memchr::memchr(b' ', part.trim_ascii()).is_some();
    if !is_spaced(part) && !part.iter().any(|&byte| byte >= 0xE0) {
        return 0.0;
    }
    let words = part.split(|&byte| byte < 0x80 && !byte.is_ascii_alphabetic());
    words.map(|word| data.model.bits(word)).sum()
}

/// The text up to a number of bytes, whole characters.
fn truncate(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let mut end = most;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

impl Match<'_> {
    /// Whether two matches are of one text of one code.
    pub(super) fn is_same_text(&self, other: &Match<'_>) -> bool {
        self.code == other.code && self.attribute == other.attribute && self.span == other.span
    }
}
