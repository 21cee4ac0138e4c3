//! JSON Lines: requests on standard input, answers on standard output, in order. What all of the
//! protocol shares, and `tolken render --jsonl`.

use std::io::{self, BufRead, IsTerminal, Read, Write};

use anyhow::Context;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tolken::{Args, Body, Catalog, Fault, Message, Request};

use crate::form::{Form, tracked};
use crate::{Outcome, report};

/// The longest line that is read, in bytes; a longer one is answered by an error.
pub(super) const MAX_LINE: usize = 1 << 20;

/// What Windows puts before a text.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A request line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    code: String,
    #[serde(default)]
    args: Args,
    locale: Option<String>,
    accept_language: Option<String>,
    #[serde(rename = "as")]
    form: Option<String>,
    tracking_id: Option<String>,
}

/// An answer line with a profile.
#[derive(Serialize)]
struct BodyAnswer<'m> {
    code: &'m str,
    status: Option<u16>,
    locale: String,
    body: Body,
    action: Option<&'m str>,
    faults: &'m [Fault],
}

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
    let mut has_faults = false;
    serve(input, output, |line| {
        let (answer, is_faulty) = respond(catalog, &read(line, "code")?)?;
        has_faults |= is_faulty;
        Ok(answer)
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

/// Reads a request, which has at least one field of this name.
pub(super) fn read<T: DeserializeOwned>(line: &[u8], field: &str) -> Result<T, String> {
    // Asked first, since serde takes an array for the fields in their order.
    if line.trim_ascii_start().first() != Some(&b'{') {
        return Err(format!("expected a JSON object that has a `{field}`"));
    }
    serde_json::from_slice(line).map_err(|error| {
        // All is on one line, and serde counts bytes.
        let text = error.to_string();
        let what = text
            .rsplit_once(" at line ")
            .map_or(&*text, |(what, _)| what);
        format!("{what} at byte {}", error.column())
    })
}

fn respond(catalog: &Catalog, line: &Line) -> Result<(Box<RawValue>, bool), String> {
    let form = line.form.as_deref().unwrap_or("text");
    let form: Form = form
        .parse()
        .map_err(|error| format!("`as` is `{form}`: {error}"))?;
    let request = Request::new(&line.code)
        .args(&line.args)
        .output(form.output());
    let request = match (&line.locale, &line.accept_language) {
        (Some(_), Some(_)) => {
            return Err("expected `locale` or `accept_language`, but found both".to_owned());
        }
        (Some(locale), None) => request.range(locale),
        (None, Some(header)) => request.accept_language(header),
        (None, None) => request,
    };
    let is_faulty = |message: &Message| !message.faults().is_empty();
    let (answer, is_faulty) = match form {
        Form::Text(_) => {
            let message = catalog.render(&request);
            let answer = serde_json::value::to_raw_value(&message);
            (answer, is_faulty(&message))
        }
        Form::Body(profile) => {
            let report = tracked(catalog.report(&request), line.tracking_id.as_ref());
            let message = report.message();
            let answer = serde_json::value::to_raw_value(&BodyAnswer {
                code: message.code(),
                status: message.status(),
                locale: message.locale().to_string(),
                body: profile.body(&report),
                action: message.action(),
                faults: message.faults(),
            });
            (answer, is_faulty(message))
        }
    };
    let answer = answer.map_err(|error| error.to_string())?;
    Ok((answer, is_faulty))
}
