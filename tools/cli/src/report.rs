//! What the command says beside its answer, on standard error.

use std::io::{ErrorKind, Write};

use anstyle::{AnsiColor, Style};
use tolken::{Catalog, Fault, FaultKind, Finding, Severity};

use crate::nearest::nearest;

pub(crate) const BOLD: Style = Style::new().bold();
pub(crate) const DIM: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
const CYAN: Style = AnsiColor::Cyan.on_default().bold();

/// Says why the command failed.
pub(crate) fn error(error: &anyhow::Error) {
    say(RED, "error", &format!("{error:#}"));
}

/// Says something that is no mistake.
pub(crate) fn note(text: &str) {
    say(CYAN, "note", text);
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
    let rule = finding.rule().id();
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

/// Tells the faults of an answer, each with the nearest known name where one was mistyped.
pub(crate) fn faults(catalog: &Catalog, code: &str, faults: &[Fault]) {
    for fault in faults {
        let mut text = fault.to_string();
        if let Some(near) = near(catalog, code, fault) {
            text.push_str("; did you mean `");
            text.push_str(&near);
            text.push_str("`?");
        }
        say(YELLOW, "warning", &text);
    }
}

fn near(catalog: &Catalog, code: &str, fault: &Fault) -> Option<String> {
    let near = match fault.kind {
        FaultKind::UnknownCode => nearest(&fault.name, catalog.names()),
        FaultKind::UnknownArgument => {
            let declared = catalog
                .code(code)
                .map(tolken::Code::arguments)
                .unwrap_or_default();
            let used = catalog.variables(code).into_iter().map(|(name, _)| name);
            nearest(
                &fault.name,
                declared.iter().map(tolken::Argument::name).chain(used),
            )
        }
        FaultKind::UnknownLocale => {
            return nearest_locale(catalog, &fault.name);
        }
        _ => None,
    };
    near.map(str::to_owned)
}

/// The nearest locale, by its whole tag or its language alone.
fn nearest_locale(catalog: &Catalog, range: &str) -> Option<String> {
    let locales: Vec<_> = catalog.locales().iter().map(ToString::to_string).collect();
    let tags = locales.iter().map(String::as_str);
    let languages = tags.clone().filter_map(|tag| tag.split('-').next());
    let near = nearest(range, tags.clone()).or_else(|| nearest(range, languages))?;
    tags.clone()
        .find(|tag| tag.starts_with(near))
        .map(str::to_owned)
}

fn say(style: Style, label: &str, text: &str) {
    // Control characters of a file or a name are not the terminal's business.
    let text: String = text
        .chars()
        .map(|c| {
            if c.is_control() {
                char::REPLACEMENT_CHARACTER
            } else {
                c
            }
        })
        .collect();
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
