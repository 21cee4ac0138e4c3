//! What the command says beside its answer, on standard error.

use std::io::{ErrorKind, Write};

use anstyle::{AnsiColor, Style};
use tolken::{Catalog, Fault, Finding, Severity};

use crate::hint;

pub(crate) const BOLD: Style = Style::new().bold();
pub(crate) const DIM: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
pub(crate) const CYAN: Style = AnsiColor::Cyan.on_default().bold();

/// Says why the command failed.
pub(crate) fn error(error: &anyhow::Error) {
    say(RED, "error", &format!("{error:#}"));
}

/// Says something that is no mistake.
pub(crate) fn note(text: &str) {
    say(CYAN, "note", text);
}

/// Says what is missing from an answer, or was not done.
pub(crate) fn warning(text: &str) {
    say(YELLOW, "warning", text);
}

/// A number of things: `1 line`, `2 lines`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// Tells a finding, as one line.
pub(crate) fn finding(finding: &Finding) {
    let style = match finding.severity() {
        Severity::Error => RED,
        Severity::Warning => YELLOW,
        Severity::Note => CYAN,
    };
    let place = finding.position();
    let path = finding.source().path();
    let rule = finding.rule_id();
    let mut text = format!(
        "{path}:{}:{}: {}",
        place.line,
        place.column,
        finding.message()
    );
    if let Some(help) = finding.help() {
        text.push_str("; help: ");
        text.push_str(help);
    }
    say(
        style,
        &format!("{}[{rule}]", finding.severity().name()),
        &text,
    );
}

/// Tells the faults of an answer, each with how to mend it.
pub(crate) fn faults(catalog: &Catalog, code: &str, faults: &[Fault]) {
    for fault in faults {
        let mut text = fault.to_string();
        if let Some(hint) = hint::hint(catalog, code, fault) {
            text.push_str("; ");
            text.push_str(&hint);
        }
        say(YELLOW, "warning", &text);
    }
}

/// The text with every control character but line ends and tabs made visible: what a file, a name
/// or an argument holds is not the terminal's business.
pub(crate) fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            c if c.is_control() => char::REPLACEMENT_CHARACTER,
            c => c,
        })
        .collect()
}

fn say(style: Style, label: &str, text: &str) {
    let text = printable(text).replace(['\n', '\t'], " ");
    // There is nowhere left to complain to when standard error is closed.
    let _ = writeln!(anstream::stderr(), "{style}{label}{style:#}: {text}");
}

/// Whether the reader of our output has left, as `head` does; that is no failure.
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|cause| cause.kind() == ErrorKind::BrokenPipe)
}
