//! Answers conformance suites: one JSON request a line in, one JSON answer a line out.
//!
//! Thin over the library's public interface: what a suite asks for and tolken does not have is
//! answered by `{"unsupported":true}`, never imitated here. One operation a file.

mod check;
mod format;
mod identify;
mod intl;
mod josa;
mod negotiate;
mod parse;

use std::io::{BufRead, Write};

use anyhow::Context;
use serde_json::{Value, json};
use tolken::Index;

fn main() -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    let mut index = None;
    for line in std::io::stdin().lock().lines() {
        let line = line.context("cannot read the requests")?;
        let answer = match serde_json::from_str(&line) {
            Ok(request) => answer(&request, &mut index),
            Err(error) => json!({ "error": error.to_string() }),
        };
        writeln!(out, "{answer}").context("cannot write the answers")?;
        out.flush().context("cannot write the answers")?;
    }
    Ok(())
}

/// Answers a request; what was loaded is kept for the next.
fn answer(request: &Value, index: &mut Option<Index>) -> Value {
    let answer = match request["op"].as_str() {
        Some("parse") => parse::answer(request),
        Some("check") => check::answer(request),
        Some("format") => format::answer(request),
        Some("intl") => intl::answer(request),
        Some("negotiate") => negotiate::strategy(request),
        Some("negotiate_header") => negotiate::header(request),
        Some("accept_language") => negotiate::ranges(request),
        Some("josa") => josa::answer(request),
        Some("load") => identify::load(request, index),
        Some("identify") => identify::answer(request, index.as_ref()),
        _ => None,
    };
    answer.unwrap_or_else(|| json!({ "unsupported": true }))
}
