//! `tolken lookup --jsonl`: each request for a lookup is answered on a line.

use std::io::{BufRead, Write};

use tolken::Index;
use tolken_protocol::{Language, LookupRequest, read};

use super::super::jsonl;
use crate::Outcome;

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
        let request: LookupRequest<'_> = read(line, "text").map_err(|error| error.to_string())?;
        let answer = request.answer(index, limit, Language::Source);
        is_asked = true;
        is_found |= answer.matches().best().is_some();
        jsonl::written(&answer)
    })?;
    Ok(outcome.max(Outcome::of(is_asked && !is_found)))
}
