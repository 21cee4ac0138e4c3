//! What is answered to a text: its matches, each with the same message in the reader's language.
//!
//! Owns whose language that is, and the line of JSON.

use std::io::{BufRead, Write};

use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};
use tolken::{Catalog, Code, Index, Match, Matches, Message, Query, Request};

use super::super::LanguageArgs;
use super::super::jsonl;
use crate::Outcome;

/// Whose language a match is told in.
#[derive(Clone, Copy)]
pub(super) enum Reader<'r> {
    Language(&'r LanguageArgs),
    Range(Option<&'r str>),
}

impl Reader<'_> {
    /// The message of a match, with what was read back of its arguments.
    pub(super) fn message(self, catalog: &Catalog, found: &Match<'_>) -> Message {
        self.render(catalog, Request::new(found.code()).args(found))
    }

    /// The text of a match: the message, or the action when that was found.
    pub(super) fn text(self, catalog: &Catalog, found: &Match<'_>) -> Message {
        let Some(attribute) = found.attribute() else {
            return self.message(catalog, found);
        };
        let id = catalog.code(found.code()).map(Code::message_id);
        let name = format!("{}.{attribute}", id.unwrap_or_else(|| found.code()));
        self.render(catalog, Request::new(&name).args(found))
    }

    pub(super) fn render(self, catalog: &Catalog, request: Request<'_>) -> Message {
        match self {
            Reader::Language(language) => catalog.render(&language.apply(request)),
            Reader::Range(Some(range)) => catalog.render(&request.range(range)),
            Reader::Range(None) => catalog.render(&request),
        }
    }
}

/// A match on a line of JSON.
#[derive(Serialize)]
struct MatchLine<'m, 'a> {
    #[serde(flatten)]
    found: &'m Match<'a>,
    text: String,
    reader_locale: String,
}

/// An answer line.
#[derive(Serialize)]
struct Line<'m, 'a> {
    matches: Vec<MatchLine<'m, 'a>>,
    complete: bool,
}

/// Appends the line of JSON, without its end.
pub(super) fn write_json(
    catalog: &Catalog,
    matches: &Matches<'_>,
    reader: Reader<'_>,
    out: &mut Vec<u8>,
) -> Result<(), serde_json::Error> {
    serde_json::to_writer(out, &line(catalog, matches, reader))
}

fn line<'m, 'a>(catalog: &Catalog, matches: &'m Matches<'a>, reader: Reader<'_>) -> Line<'m, 'a> {
    let line = |found| {
        let message = reader.text(catalog, found);
        MatchLine {
            found,
            reader_locale: message.locale().to_string(),
            text: message.into_text(),
        }
    };
    Line {
        matches: matches.matches().iter().map(line).collect(),
        complete: matches.is_complete(),
    }
}

/// A request line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    text: String,
    locale_hint: Option<String>,
    reader: Option<String>,
}

/// Answers the requests for lookups of an input, one a line, until it ends; each with so many
/// matches at most.
///
/// # Errors
///
/// When the input cannot be read or the output cannot be written. Whatever is wrong in a line is
/// told in its answer.
///
/// # Example
///
/// ```
/// let requests = r#"{"text": "De URL htp://x is ongeldig.", "reader": "ko"}"#;
/// let index = tolken::Catalog::builtin().index();
/// let mut answers = Vec::new();
/// tolken_cli::answer_lookups(&index, 1, requests.as_bytes(), &mut answers)?;
/// assert!(String::from_utf8(answers)?.contains("잘못된 URL입니다: htp://x"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn answer_lookups(
    index: &Index,
    limit: usize,
    input: impl BufRead,
    output: impl Write,
) -> anyhow::Result<Outcome> {
    let (mut is_asked, mut is_found) = (false, false);
    let outcome = jsonl::serve(input, output, |line| {
        let asked: Asked = jsonl::read(line, "text")?;
        let (answer, has_matches) = answer(index, limit, &asked)?;
        is_asked = true;
        is_found |= has_matches;
        Ok(answer)
    })?;
    Ok(outcome.max(Outcome::of(is_asked && !is_found)))
}

fn answer(index: &Index, limit: usize, asked: &Asked) -> Result<(Box<RawValue>, bool), String> {
    let query = Query::new(&asked.text).limit(limit);
    let query = match &asked.locale_hint {
        Some(hint) => query.locale_hint(hint),
        None => query,
    };
    let matches = index.lookup(&query);
    let reader = Reader::Range(asked.reader.as_deref());
    let answer = to_raw_value(&line(index.catalog(), &matches, reader));
    let answer = answer.map_err(|error| error.to_string())?;
    Ok((answer, matches.best().is_some()))
}
