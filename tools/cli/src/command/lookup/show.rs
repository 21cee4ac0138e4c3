//! Matches as people read them.

use std::io::{self, Write};

use anyhow::Context;
use tolken::{
    ArgumentStatus, Code, Index, Match, MatchArgument, MatchKind, Matches, Request, Value,
};
use tolken_protocol::Language;

use super::{drawing, evidence};
use crate::hint;
use crate::report::{BOLD, CYAN, DIM};
use crate::visible::visible;

/// How wide the names of facts are.
pub(super) const LABEL: usize = 11;

/// The longest value that is shown, in characters.
const LONGEST: usize = 200;

/// Shows the matches of a text, the best first.
pub(super) fn show(
    index: &Index,
    text: &str,
    matches: &Matches<'_>,
    reader: Language<'_>,
    explains: bool,
) -> anyhow::Result<()> {
    let mut out = anstream::stdout().lock();
    let shown = Shown {
        index,
        text,
        matches: matches.matches(),
        reader,
        explains,
    };
    shown.write(&mut out).context("cannot write the answer")
}

struct Shown<'s, 'a> {
    index: &'s Index,
    text: &'s str,
    matches: &'s [Match<'a>],
    reader: Language<'s>,
    explains: bool,
}

impl Shown<'_, '_> {
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let mut told = Vec::new();
        for (found, place) in self.matches.iter().zip(0..) {
            if place > 0 {
                writeln!(out)?;
            }
            let others: Vec<_> = self.matches[place + 1..]
                .iter()
                .filter(|other| shares_text(found, other))
                .map(Match::code)
                .collect();
            if !others.is_empty() && !told.contains(&place) {
                told.extend(
                    (place..self.matches.len()).filter(|&other| {
                        other == place || shares_text(found, &self.matches[other])
                    }),
                );
                let codes = [found.code()].into_iter().chain(others);
                let codes = hint::all_of(codes);
                writeln!(
                    out,
                    "{codes} share this text; nothing in it tells them apart\n"
                )?;
            }
            self.head(out, found)?;
            let before = place.checked_sub(1).map(|before| &self.matches[before]);
            if !before.is_some_and(|before| has_same_marks(before, found)) {
                let ranges: Vec<_> = found
                    .arguments()
                    .iter()
                    .filter_map(MatchArgument::range)
                    .collect();
                drawing::draw(out, self.text, &found.span(), &ranges)?;
            }
            self.facts(out, found)?;
            if self.explains {
                evidence::write(out, self.text, self.matches, place)?;
            }
            self.message(out, found)?;
        }
        Ok(())
    }

    fn head(&self, out: &mut impl Write, found: &Match<'_>) -> io::Result<()> {
        writeln!(out, "{BOLD}{}{BOLD:#}", found.code())?;
        let code = self.index.catalog().code(found.code());
        if let Some(status) = code.and_then(Code::status) {
            fact(out, "status", &status)?;
        }
        if let Some(code) = code.filter(|code| code.is_retired()) {
            match code.replaced_by() {
                Some(other) => fact(out, "retired", &format_args!("use {other}"))?,
                None => fact(out, "retired", &"nothing new may use it")?,
            }
        }
        // Rounded down: nothing but certainty is 1.
        let score = (found.score() * 100.0).floor() / 100.0;
        let (kind, sure) = (kind(found), confidence(found.score()));
        fact(out, "match", &format_args!("{kind}; {sure} ({score:.2})"))
    }

    fn facts(&self, out: &mut impl Write, found: &Match<'_>) -> io::Result<()> {
        let locales = found.locales().iter().map(ToString::to_string);
        let locales: Vec<_> = locales.collect();
        fact(out, "language", &locales.join(", "))?;
        let inside = self.matches.iter().find_map(|other| {
            let span = found.span();
            let mut arguments = other.arguments().iter();
            let around = arguments.find(|argument| {
                let range = argument.range();
                range.is_some_and(|it| it.start <= span.start && span.end <= it.end)
            });
            around.map(|argument| (argument.name(), other.code()))
        });
        if let Some((argument, code)) = inside {
            fact(
                out,
                "inside",
                &format_args!("argument {argument} of {code}"),
            )?;
        }
        for argument in found.arguments() {
            let value = text_of(argument.value());
            let mut value = visible(&value).into_owned();
            if let Some((end, _)) = value.char_indices().nth(LONGEST) {
                value.truncate(end);
                value.push('…');
            }
            let sure = match argument.status() {
                ArgumentStatus::Exact => "",
                ArgumentStatus::Chosen => " (other values would give the same text)",
                ArgumentStatus::Open => " (where it ends is a guess)",
            };
            let name = argument.name();
            fact(
                out,
                "argument",
                &format_args!("{name} = {CYAN}{value}{CYAN:#}{sure}"),
            )?;
        }
        Ok(())
    }

    fn message(&self, out: &mut impl Write, found: &Match<'_>) -> io::Result<()> {
        let request = self.reader.apply(Request::new(found.code()).args(found));
        let message = self.index.catalog().render(&request);
        writeln!(out, "\n{DIM}{}{DIM:#}", message.locale())?;
        for line in message.text().lines() {
            writeln!(out, "  {}", visible(line))?;
        }
        for (line, place) in message.action().unwrap_or_default().lines().zip(0..) {
            let arrow = if place == 0 { "→" } else { " " };
            writeln!(out, "  {DIM}{arrow}{DIM:#} {}", visible(line))?;
        }
        Ok(())
    }
}

/// Writes a line of what is known.
pub(super) fn fact(
    out: &mut impl Write,
    label: &str,
    fact: &dyn std::fmt::Display,
) -> io::Result<()> {
    writeln!(out, "  {label:LABEL$}{fact}")
}

/// Whether two codes have one text, so that it cannot be told which of them it was.
fn shares_text(one: &Match<'_>, other: &Match<'_>) -> bool {
    one.span() == other.span()
        && one.code() != other.code()
        && one.evidence().pattern() == other.evidence().pattern()
}

fn has_same_marks(one: &Match<'_>, other: &Match<'_>) -> bool {
    let ranges = |found: &Match<'_>| -> Vec<_> {
        found.arguments().iter().map(MatchArgument::range).collect()
    };
    one.span() == other.span() && ranges(one) == ranges(other)
}

fn kind(found: &Match<'_>) -> String {
    let what = found.attribute().unwrap_or("message");
    match found.kind() {
        MatchKind::Exact => format!("all words of the {what}"),
        MatchKind::Former => format!("an earlier wording of the {what}"),
        MatchKind::Truncated => format!("a part of the {what}, which is cut off"),
        _ => format!("similar to the {what}"),
    }
}

/// A score in words.
fn confidence(score: f64) -> &'static str {
    match score {
        0.95.. => "almost certain",
        0.7.. => "likely",
        0.3.. => "possible",
        _ => "doubtful",
    }
}

fn text_of(value: &Value<'_>) -> String {
    match value {
        Value::String(text) => text.to_string(),
        Value::Number(number) => number.to_string(),
        Value::DateTime(when) => when.to_string(),
        other => serde_json::to_string(other).unwrap_or_default(),
    }
}
