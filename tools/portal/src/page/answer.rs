//! What a lookup found, as its page shows it: the messages of a text, each with the others that it could be.

use std::ops::Range;

use serde::Serialize;
use tolken::{ArgumentStatus, Code, Match, MatchKind, Matches, Value};

use super::excerpt::Excerpt;
use super::frame::{Frame, Language};
use super::sample;
use super::shown::{Rendering, Runs, runs};

/// How likely a message must be to stand for itself when another one was found elsewhere in the text.
const MINIMUM: f64 = 0.3;

/// The longest value that is shown, in characters.
const LONGEST: usize = 2_000;

/// A message that was found in a text.
#[derive(Serialize)]
pub(super) struct Answer {
    found: Found,
    excerpt: Excerpt,
    differences: Vec<Difference>,
    arguments: Vec<Argument>,
    others: Vec<Rendering>,
    /// Whether another code has the very same text.
    is_shared: bool,
    candidates: Vec<Found>,
}

/// A code, and how sure it is.
#[derive(Serialize)]
struct Found {
    code: String,
    /// Of its page, with the arguments filled in.
    address: String,
    status: Option<u16>,
    gloss: Option<String>,
    is_retired: bool,
    replacement: Option<Link>,
    /// `exact`, `former`, `truncated` or `fuzzy`.
    kind: MatchKind,
    is_action: bool,
    /// How sure it is, as the end of a word's id.
    sure: &'static str,
    score: f64,
    languages: Vec<Language>,
    reader: Rendering,
}

/// A code that leads on.
#[derive(Serialize)]
pub(super) struct Link {
    pub(super) code: String,
    pub(super) address: String,
}

/// A place where the text is not what the message has.
#[derive(Serialize)]
struct Difference {
    given: String,
    expected: String,
}

/// An argument that was read back.
#[derive(Serialize)]
struct Argument {
    name: String,
    runs: Runs,
    is_cut: bool,
    status: ArgumentStatus,
}

/// The messages in a text, in its order.
pub(super) fn answers(frame: &Frame, text: &str, matches: &Matches<'_>) -> Vec<Answer> {
    let mut groups: Vec<Vec<&Match<'_>>> = Vec::new();
    for found in matches.matches() {
        let mut places = groups.iter().map(|group| group[0].span());
        match places.position(|place| overlap(&place, &found.span())) {
            Some(place) => groups[place].push(found),
            None if groups.is_empty() || found.score() >= MINIMUM => groups.push(vec![found]),
            None => {}
        }
    }
    groups.sort_by_key(|group| group[0].span().start);
    groups
        .iter()
        .filter_map(|group| group.split_first())
        .map(|(best, others)| answer(frame, text, best, others))
        .collect()
}

fn answer(frame: &Frame, text: &str, best: &Match<'_>, others: &[&Match<'_>]) -> Answer {
    let arguments = best.arguments().iter();
    let ranges: Vec<_> = arguments
        .filter_map(|argument| Some((argument.name(), argument.range()?)))
        .collect();
    let evidence = best.evidence();
    let differences = evidence.differences().iter().map(|it| Difference {
        given: text.get(it.range.clone()).unwrap_or_default().to_owned(),
        expected: it.expected.clone(),
    });
    let found = Found::new(frame, best);
    Answer {
        excerpt: Excerpt::new(text, &best.span(), &ranges),
        differences: differences.collect(),
        arguments: best.arguments().iter().map(Argument::new).collect(),
        others: Rendering::others(frame, best.code(), best, &found.reader),
        is_shared: others.iter().any(|other| {
            other.span() == best.span()
                && other.code() != best.code()
                && other.evidence().pattern() == evidence.pattern()
        }),
        candidates: others
            .iter()
            .map(|other| Found::new(frame, other))
            .collect(),
        found,
    }
}

impl Found {
    fn new(frame: &Frame, found: &Match<'_>) -> Self {
        let catalog = frame.catalog();
        let code = catalog.code(found.code());
        let status = code.and_then(Code::status);
        let values = found.arguments().iter();
        let values = values.map(|it| (it.name(), sample::text_of(it.value())));
        Found {
            code: found.code().to_owned(),
            address: sample::address_with(catalog, found.code(), values),
            status,
            gloss: status.and_then(|status| frame.word(&format!("status-{status}"))),
            is_retired: code.is_some_and(Code::is_retired),
            replacement: code.and_then(Code::replaced_by).map(Link::new),
            kind: found.kind(),
            is_action: found.attribute().is_some(),
            sure: match found.score() {
                0.95.. => "certain",
                0.7.. => "likely",
                0.3.. => "possible",
                _ => "doubtful",
            },
            // Rounded down: nothing but certainty is all.
            // A text is evidence, and never all of it.
            score: ((found.score() * 100.0).floor() / 100.0).min(0.99),
            languages: found
                .locales()
                .iter()
                .map(|it| frame.language(it))
                .collect(),
            reader: Rendering::new(frame, found.code(), found, &frame.locales),
        }
    }
}

impl Link {
    pub(super) fn new(code: &str) -> Self {
        Link {
            code: code.to_owned(),
            address: sample::address(code),
        }
    }
}

impl Argument {
    fn new(argument: &tolken::MatchArgument<'_>) -> Self {
        let value = argument.value();
        let text = sample::text_of(value);
        let end = text.char_indices().nth(LONGEST).map(|(at, _)| at);
        // What is pasted again must be what was read; only a text may have anything in it.
        let keeps_lines = matches!(value, Value::String(_));
        Argument {
            name: argument.name().to_owned(),
            runs: runs(&text[..end.unwrap_or(text.len())], keeps_lines),
            is_cut: end.is_some(),
            status: argument.status(),
        }
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
