//! Which of the readings of a text are right, and how sure that is.
//!
//! Readings that explain the same words compete: what each is worth is its evidence against that of
//! the others, and against the text being no message at all. Readings of one code in several
//! locales are one match; a message inside another's argument competes with nothing.

use std::borrow::Cow;
use std::ops::Range;

use super::bits;
use super::bounds;
use super::hit::Hit;
use super::index::Data;
use super::matches::{Difference, Match, MatchArgument, MatchKind, Origin, Rank};
use super::query::Query;
use super::read;
use super::view::View;

impl Match<'_> {
    /// The evidence against the text being no message at all.
    fn weight(&self) -> f32 {
        self.bits - self.rank.prior - self.rank.doubt
    }

    /// How likely it is that this is a message, whichever of those that fit.
    fn chance(&self) -> f64 {
        1.0 / (1.0 + f64::from(-self.weight()).exp2())
    }

    /// The evidence against that of a rival: one that leaves nothing of the text over has more.
    fn claim(&self) -> f32 {
        let whole = if self.rank.is_whole { bits::WHOLE } else { 0.0 };
        self.bits - self.rank.prior + whole
    }
}

/// Reads and scores hits; false when a bound was met.
pub(super) fn rank<'a>(
    data: &'a Data,
    query: &Query<'_>,
    view: &View<'_, 'a>,
    hits: &mut [Hit],
    scored: &mut Vec<Match<'a>>,
) -> bool {
    hits.sort_by(|a, b| b.claim().total_cmp(&a.claim()));
    let mut is_complete = true;
    scored.reserve_exact(hits.len().min(8));
    for (index, hit) in hits.iter().enumerate() {
        // What is far behind and explains nothing of its own is not read at all.
        let mut better = scored
            .iter()
            .filter(|other| other.claim() > hit.claim() + 12.0);
        if better.any(|other| hits[other.rank.hit].competes(hit)) {
            continue;
        }
        if scored.len() >= bounds::READINGS {
            is_complete = false;
            break;
        }
        is_complete &= matches_of(data, query, view, hit, index, scored);
    }
    score(hits, scored);
    merge(scored);
    // What is hardly more likely than no message is no answer, however few others claim the text.
    scored.retain(|found| found.score >= 0.02 && found.chance() >= query.minimum);
    order(scored);
    scored.truncate(query.limit.min(32));
    is_complete
}

/// The span of a match: an argument at its end may have blanks of its own.
fn with_arguments(span: &Range<usize>, arguments: &[MatchArgument<'_>]) -> Range<usize> {
    let ranges = arguments.iter().filter_map(|it| it.range.as_ref());
    ranges.fold(span.clone(), |span, range| {
        span.start.min(range.start)..span.end.max(range.end)
    })
}

/// The best first, and of those that are as good in the order of the text; what is inside another's
/// argument comes after it.
pub(super) fn order(scored: &mut [Match<'_>]) {
    if scored.len() < 2 {
        return;
    }
    let outer: Vec<_> = scored
        .iter()
        .filter(|found| found.score > 0.5)
        .map(|found| found.span.clone())
        .collect();
    let depth = |span: &Range<usize>| {
        let around = |outer: &&Range<usize>| {
            outer.start <= span.start && span.end <= outer.end && *outer != span
        };
        outer.iter().filter(around).count()
    };
    scored.sort_by(|a, b| {
        let tier = |found: &Match<'_>| (found.score * 50.0).round();
        tier(b)
            .total_cmp(&tier(a))
            .then(depth(&a.span).cmp(&depth(&b.span)))
            .then(a.span.start.cmp(&b.span.start))
            .then(b.claim().total_cmp(&a.claim()))
    });
}

/// The matches of one hit: one a code, with the locales that read it best.
fn matches_of<'a>(
    data: &'a Data,
    query: &Query<'_>,
    view: &View<'_, 'a>,
    hit: &Hit,
    index: usize,
    scored: &mut Vec<Match<'a>>,
) -> bool {
    let span = view.given(view.unfolded(hit.placement.span.clone()));
    let place = |range: &Range<usize>| view.given(view.unfolded(range.clone()));
    let differences: Vec<_> = hit
        .differences
        .iter()
        .map(|(range, expected)| Difference {
            range: place(range),
            expected: expected.clone(),
        })
        .collect();
    let owners = data.owners(hit.skeleton);
    let is_complete = owners.len() <= bounds::OWNERS;
    let first = scored.len();
    let mut last = None;
    for owner in &owners[..owners.len().min(bounds::OWNERS)] {
        let reading = read::read(data, owner, &hit.placement, view);
        let locale = data.locale(owner.locale);
        // Owners are sorted by code and part.
        let continues = last.replace((owner.code, owner.part)) == Some((owner.code, owner.part));
        if continues && let Some(known) = scored.last_mut() {
            let difference = reading.cost - known.cost;
            if difference.abs() < 0.01 && !known.locales.contains(locale) {
                known.locales.to_mut().push(locale.clone());
            }
            if difference > -0.01 {
                continue;
            }
            scored.pop();
        }
        let kind = match hit.kind {
            MatchKind::Exact if owner.part.is_former() => MatchKind::Former,
            kind => kind,
        };
        scored.push(Match {
            code: &data.codes[owner.code as usize],
            attribute: owner.part.attribute(),
            locales: Cow::Borrowed(std::slice::from_ref(locale)),
            span: with_arguments(&span, &reading.arguments),
            arguments: reading.arguments,
            kind,
            score: 0.0,
            bits: hit.bits - reading.cost,
            renders_back: reading.renders_back && kind == MatchKind::Exact,
            cost: reading.cost,
            differences: differences.clone(),
            origin: Origin {
                data,
                skeleton: hit.skeleton,
                given: view.given,
            },
            rank: Rank {
                hit: index,
                prior: hit.prior,
                doubt: hit.doubt,
                is_whole: hit.placement.is_whole,
            },
        });
    }
    if let Some(hint) = query.hint {
        for found in &mut scored[first..] {
            prefer(found, hint);
        }
    }
    is_complete
}

/// Puts the locale that was hinted at first, and counts it.
fn prefer(found: &mut Match<'_>, hint: &str) {
    let is_same = |tag: &str| tag.eq_ignore_ascii_case(hint);
    let language = hint.split(['-', '_']).next().unwrap_or_default();
    let mut locales = found.locales.iter();
    let place = locales
        .position(|locale| is_same(&locale.to_string()))
        .or_else(|| {
            let mut locales = found.locales.iter();
            locales.position(|locale| locale.language.as_str().eq_ignore_ascii_case(language))
        });
    if let Some(place) = place {
        if place > 0 {
            found.locales.to_mut()[..=place].rotate_right(1);
        }
        found.bits += bits::HINT;
    }
}

/// Turns evidence into likelihood.
fn score(hits: &[Hit], scored: &mut [Match<'_>]) {
    for index in 0..scored.len() {
        let own = &scored[index];
        let mut total = 1.0 + f64::from(-own.weight()).exp2();
        for (place, other) in scored.iter().enumerate() {
            // Another variant or locale of the same text is no rival.
            let is_rival = place != index
                && !other.is_same_text(own)
                && (other.rank.hit == own.rank.hit
                    || hits[other.rank.hit].competes(&hits[own.rank.hit]));
            if is_rival {
                total += f64::from(other.claim() - own.claim()).exp2();
            }
        }
        scored[index].score = (1e4 / total).round() / 1e4;
    }
}

/// Makes one match of those that are the same text of the same code: other variants of it, or the
/// same in other locales. What is worse says nothing.
fn merge(scored: &mut Vec<Match<'_>>) {
    scored.sort_by(|a, b| b.weight().total_cmp(&a.weight()));
    let mut index = 0;
    while index < scored.len() {
        let (head, tail) = scored.split_at_mut(index);
        let found = &tail[0];
        let Some(known) = head.iter_mut().find(|known| known.is_same_text(found)) else {
            index += 1;
            continue;
        };
        if (known.bits - found.bits).abs() < 0.5 && known.arguments == found.arguments {
            for locale in found.locales.iter() {
                if !known.locales.contains(locale) {
                    known.locales.to_mut().push(locale.clone());
                }
            }
        }
        scored.remove(index);
    }
}

/// Whether the matches of another form of a text are better.
pub(super) fn is_better(new: &[Match<'_>], old: &[Match<'_>]) -> bool {
    let rank = |matches: &[Match<'_>]| {
        matches
            .first()
            .map_or((false, 0.0, 0.0), |best| (true, best.score, best.bits))
    };
    let (new, old) = (rank(new), rank(old));
    new.0 && (!old.0 || new.1 > old.1 + 0.02 || (new.1 > old.1 - 0.02 && new.2 > old.2))
}
