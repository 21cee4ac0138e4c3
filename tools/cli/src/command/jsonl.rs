//! JSON Lines: requests on standard input, answers on standard output, in order. How lines are read and
//! written, and `tolken render --jsonl`; what is in them is tolken-protocol's.

use std::io::{self, BufRead, IsTerminal, Read, Write};

use anyhow::Context;
use serde::Serialize;
use serde_json::value::RawValue;
use tolken::Catalog;
use tolken_protocol::{Defaults, RenderRequest, read};
use uuid::Uuid;

use crate::{Outcome, report};

/// The longest line that is read, in bytes; a longer one is answered by an error.
pub(super) const MAX_LINE: usize = 1 << 20;

/// What Windows puts before a text.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// What stands in the place of an answer to an unreadable line.
#[derive(Serialize)]
struct Unreadable {
    error: String,
}

pub(super) fn run(catalog: &Catalog) -> anyhow::Result<Outcome> {
    answer_lines(catalog, input(), io::BufWriter::new(io::stdout().lock()))
}

/// The requests of standard input; a terminal is told what is awaited.
pub(super) fn input() -> impl BufRead {
    let input = io::stdin().lock();
    if input.is_terminal() {
        report::note("reading requests, one JSON object a line, until Ctrl-D");
    }
    input
}

/// Answers the requests of an input, one a line, until it ends.
///
/// # Errors
///
/// When the input cannot be read or the output cannot be written. Whatever is wrong in a line is
/// told in its answer.
///
/// # Example
///
/// ```
/// let requests = r#"{"code": "InvalidUrl", "args": {"url": "x"}, "locale": "nl"}"#;
/// let mut answers = Vec::new();
/// tolken_cli::answer_lines(&tolken::Catalog::builtin(), requests.as_bytes(), &mut answers)?;
/// assert!(String::from_utf8(answers)?.contains("De URL x is ongeldig."));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn answer_lines(
    catalog: &Catalog,
    input: impl BufRead,
    output: impl Write,
) -> anyhow::Result<Outcome> {
    let defaults = Defaults {
        tracking_id: &tracking_id,
        ..Defaults::default()
    };
    let mut has_faults = false;
    serve(input, output, |line| {
        let request: RenderRequest<'_> = read(line, "code").map_err(|error| error.to_string())?;
        let answer = request.answer(catalog, &defaults);
        let answer = answer.map_err(|error| error.to_string())?;
        has_faults |= !answer.message().faults().is_empty();
        written(&answer)
    })
    .map(|outcome| outcome.max(Outcome::of(has_faults)))
}

/// Answers each line that is not blank; whatever is wrong in one stands in its place.
pub(super) fn serve(
    mut input: impl BufRead,
    mut output: impl Write,
    mut answer: impl FnMut(&[u8]) -> Result<Box<RawValue>, String>,
) -> anyhow::Result<Outcome> {
    let mut line = Vec::new();
    let mut is_unreadable = false;
    while read_line(&mut input, &mut line).context("cannot read the requests")? {
        let answered = if line.len() > MAX_LINE {
            Err(format!(
                "expected a line of at most {MAX_LINE} bytes, but found a longer one"
            ))
        } else {
            let line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&line);
            if line.trim_ascii().is_empty() {
                continue;
            }
            answer(line)
        };
        is_unreadable |= answered.is_err();
        let answer = answered.unwrap_or_else(|error| {
            let error = serde_json::value::to_raw_value(&Unreadable { error });
            error.unwrap_or_else(|_| RawValue::NULL.to_owned())
        });
        writeln!(output, "{}", answer.get()).context("cannot write the answers")?;
        // Whoever asks line by line waits for each answer.
        output.flush().context("cannot write the answers")?;
    }
    Ok(Outcome::of(is_unreadable))
}

/// Reads a line without its end; of one that is too long, a byte more than may be. `false` at the
/// end of the input.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    // With its end, a line of the greatest length is a byte longer.
    let read = input.take(MAX_LINE as u64 + 1).read_until(b'\n', line)?;
    if line.ends_with(b"\n") {
        line.pop();
    } else if line.len() > MAX_LINE {
        input.skip_until(b'\n')?;
    }
    Ok(read > 0)
}

/// An answer as a line.
pub(super) fn written(answer: &impl Serialize) -> Result<Box<RawValue>, String> {
    serde_json::value::to_raw_value(answer).map_err(|error| error.to_string())
}

/// A tracking ID of its own for each answer whose request brings none.
pub(super) fn tracking_id() -> String {
    Uuid::new_v4().to_string()
}
