//! `tolken render --jsonl`: requests on standard input, answers on standard output, in order.

use std::io::{self, BufRead, Read, Write};

use anyhow::Context;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tolken::{Args, Catalog, Envelope, Fault, Request};
use uuid::Uuid;

use super::render::Form;
use crate::Outcome;

/// The longest line that is read; a longer one is answered by an error.
const MAX_LINE: u64 = 1 << 20;

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
    body: Envelope,
    action: Option<&'m str>,
    faults: &'m [Fault],
}

/// What stands in the place of an answer to an unreadable line.
#[derive(Serialize)]
struct Unreadable {
    error: String,
}

pub(super) fn run(catalog: &Catalog) -> anyhow::Result<Outcome> {
    let mut input = io::stdin().lock();
    let mut output = io::BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    let mut has_faults = false;
    loop {
        line.clear();
        let read = (&mut input).take(MAX_LINE + 1).read_until(b'\n', &mut line);
        if read.context("cannot read the requests")? == 0 {
            break;
        }
        if line.len() as u64 > MAX_LINE && !line.ends_with(b"\n") {
            skip_line(&mut input)?;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let (answer, is_faulty) = answer(catalog, &line);
        has_faults |= is_faulty;
        writeln!(output, "{}", answer.get()).context("cannot write the answers")?;
        // Whoever asks line by line waits for each answer.
        output.flush().context("cannot write the answers")?;
    }
    Ok(Outcome::of(has_faults))
}

fn skip_line(input: &mut impl BufRead) -> anyhow::Result<()> {
    input
        .skip_until(b'\n')
        .context("cannot read the requests")?;
    Ok(())
}

/// The answer to a line, and whether it had faults.
fn answer(catalog: &Catalog, line: &[u8]) -> (Box<RawValue>, bool) {
    let answered = if line.len() as u64 > MAX_LINE {
        Err(format!("the line is longer than {MAX_LINE} bytes"))
    } else {
        serde_json::from_slice(line)
            .map_err(|error| error.to_string())
            .and_then(|line: Line| respond(catalog, &line))
    };
    answered.unwrap_or_else(|error| {
        let error = serde_json::value::to_raw_value(&Unreadable { error });
        (error.unwrap_or_else(|_| RawValue::NULL.to_owned()), true)
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
    let message = catalog.render(&request);
    let answer = match form {
        Form::Text(_) => serde_json::value::to_raw_value(&message),
        Form::Envelope => {
            let tracking_id = line
                .tracking_id
                .clone()
                .unwrap_or_else(|| Uuid::new_v4().to_string());
            serde_json::value::to_raw_value(&BodyAnswer {
                code: message.code(),
                status: message.status(),
                locale: message.locale().to_string(),
                body: Envelope::new(&message, Some(&tracking_id)),
                action: message.action(),
                faults: message.faults(),
            })
        }
    };
    let answer = answer.map_err(|error| error.to_string())?;
    Ok((answer, !message.faults().is_empty()))
}
