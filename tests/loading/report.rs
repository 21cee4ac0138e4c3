//! A case as it is reviewed: its text with the places underlined, what is said, and what users read.

use std::fmt::Write as _;

use tolken::{Code, Finding, LanguageIdentifier, Message, Request, Source, Value};

use super::case::{Case, is_kind};
use crate::util::faults;

/// The codes that are whole in every case of a manifest that names them.
const WHOLE: [&str; 2] = ["NotFound", "TooMany"];

/// Writes a case; panics when something in it should render and does not.
pub(super) fn write(case: &Case, out: &mut String) {
    writeln!(out, "==== {}\n", case.name).unwrap();
    let findings = case.loaded.findings();
    for (_, source) in &case.files {
        if case.files.len() > 1 {
            writeln!(out, "---- {}", source.path()).unwrap();
        }
        let path = case.scratch.path().join(source.path());
        let here = findings
            .iter()
            .filter(|finding| path.to_str() == Some(finding.source().path()));
        excerpt(source, &here.collect::<Vec<_>>(), out);
        out.push('\n');
    }
    for finding in findings {
        writeln!(out, "{}", case.scratch.relative(&finding.to_string())).unwrap();
        match (finding.locale(), finding.code()) {
            (None, None) => {}
            (None, Some(code)) => writeln!(out, "    {code}").unwrap(),
            (Some(locale), None) => writeln!(out, "    {locale}").unwrap(),
            (Some(locale), Some(code)) => writeln!(out, "    {locale} {code}").unwrap(),
        }
    }
    out.push('\n');
    codes(case, out);
    texts(case, out);
    out.push('\n');
}

/// The text, line by line, with the findings underlined.
fn excerpt(source: &Source, findings: &[&Finding], out: &mut String) {
    let mut start = 0;
    for (index, line) in source.text().split_inclusive('\n').enumerate() {
        let number = index + 1;
        let shown: String = line
            .char_indices()
            .map(|(at, c)| visible(c, &line[at..]))
            .collect();
        writeln!(out, "{number:>3} | {}", shown.trim_end_matches('\n')).unwrap();
        let mut places: Vec<_> = findings
            .iter()
            .filter(|finding| finding.position().line == number)
            // What is said of a file that was not read has no place in it.
            .filter(|finding| !finding.source().text().is_empty())
            .map(|finding| finding.span())
            .collect();
        places.dedup();
        for span in places {
            let marks = line.char_indices().map(|(at, c)| {
                let at = start + at;
                let mark = if (span.start()..span.end()).contains(&at) {
                    "^"
                } else {
                    " "
                };
                mark.repeat(visible(c, &line[at - start..]).chars().count())
            });
            let marks: String = marks.collect();
            let marks = marks.trim_end();
            // At the end of the file there is nothing to underline.
            let marks = if marks.is_empty() {
                &format!("{marks:>0$}^", line.len())
            } else {
                marks
            };
            writeln!(out, "    | {marks}").unwrap();
        }
        start += line.len();
    }
    if source.text().is_empty() {
        writeln!(out, "    | (nothing that could be read)").unwrap();
    }
}

/// A character as it can be seen; a space does not show at the end of a line.
fn visible(c: char, rest: &str) -> String {
    match c {
        '\n' => "\n".to_owned(),
        ' ' if rest
            .trim_end_matches(' ')
            .trim_end_matches(['\r', '\n'])
            .is_empty() =>
        {
            "·".to_owned()
        }
        c if c.is_control()
            || (c.is_whitespace() && c != ' ')
            || ('\u{200B}'..='\u{200F}').contains(&c)
            || c == '\u{FEFF}' =>
        {
            c.escape_default().to_string()
        }
        c => c.to_string(),
    }
}

/// What the catalog knows of the codes, where there is a manifest.
fn codes(case: &Case, out: &mut String) {
    let mut files = case.files.iter().map(|(_, source)| source);
    let Some(manifest) = files.find(|source| is_kind(source.path(), "toml")) else {
        return;
    };
    let catalog = case.loaded.catalog();
    writeln!(out, "source locale {}", catalog.source_locale()).unwrap();
    for code in catalog.codes() {
        write!(out, "{}", code.name()).unwrap();
        if let Some(status) = code.status() {
            write!(out, ", status {status}").unwrap();
        }
        if code.message_id() != code.name() {
            write!(out, ", message {}", code.message_id()).unwrap();
        }
        for argument in code.arguments() {
            write!(out, ", {} {}", argument.kind().name(), argument.name()).unwrap();
            if let Some(example) = argument.example() {
                write!(out, " ({})", serde_json::to_string(example).unwrap()).unwrap();
            }
        }
        out.push('\n');
    }
    out.push('\n');
    for name in WHOLE.iter().filter(|_| is_kind(&case.name, "toml")) {
        let is_given = manifest.text().contains(&format!("[codes.{name}]"));
        let status = catalog.code(name).and_then(Code::status);
        assert!(
            !is_given || status.is_some(),
            "{}: {name} is lost",
            case.name
        );
    }
}

/// What users read, locale by locale.
fn texts(case: &Case, out: &mut String) {
    let mut whole = 0;
    let mut seen = Vec::new();
    for (locale, source) in &case.files {
        let locale = locale.as_ref().and_then(|tag| tag.parse().ok());
        let Some::<LanguageIdentifier>(locale) = locale else {
            continue;
        };
        // Earlier wordings are never rendered.
        if source.path().ends_with("former.ftl") {
            continue;
        }
        let names = names(source.text());
        for name in names {
            if seen.contains(&(locale.clone(), name.clone())) {
                continue;
            }
            let message = render(case, &name, &locale);
            let faults = faults(&message);
            let is_whole = faults.is_empty() && *message.locale() == locale;
            assert!(
                is_broken(&name) || is_whole,
                "{}: {name} is not whole: {:?} {faults:?}",
                case.name,
                message.text()
            );
            whole += usize::from(is_whole);
            write!(out, "{name} → {}", message.text().escape_debug()).unwrap();
            if !faults.is_empty() {
                write!(out, "  [{}]", faults.join(", ")).unwrap();
            }
            out.push('\n');
            seen.push((locale.clone(), name));
        }
    }
    let is_manifest = seen.is_empty();
    for name in WHOLE.into_iter().filter(|_| is_manifest) {
        let message = render(case, name, case.loaded.catalog().source_locale());
        assert!(message.faults().is_empty(), "{}: {message:?}", case.name);
        whole += 1;
    }
    assert!(
        whole > 0,
        "{}: no message shows that the rest survives",
        case.name
    );
}

fn render(case: &Case, name: &str, locale: &LanguageIdentifier) -> Message {
    let catalog = case.loaded.catalog();
    let variables = catalog.variables(name);
    let value = |is_number| {
        if is_number {
            Value::from(5)
        } else {
            Value::from("VALUE")
        }
    };
    let args: Vec<_> = variables
        .into_iter()
        .map(|(variable, is_number)| (variable, value(is_number)))
        .collect();
    let locales = [locale.clone()];
    catalog.render(&Request::new(name).args(&args).locales(&locales))
}

fn is_broken(name: &str) -> bool {
    name.to_ascii_lowercase().starts_with("broken")
}

/// The ids and `id.attribute`s that a text seems to define. Read more simply than Fluent is, so that
/// what the parser loses is missed.
fn names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut id = "";
    for line in text.trim_start_matches('\u{FEFF}').lines() {
        let Some((name, _)) = line.split_once('=') else {
            continue;
        };
        let name = name.trim_matches(' ');
        let is_name = |name: &str| {
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
        };
        if let Some(attribute) = name.strip_prefix('.') {
            if is_name(attribute) && is_name(id) {
                names.push(format!("{id}.{attribute}"));
            }
        } else if !line.starts_with(' ') {
            id = name;
            if is_name(id) {
                names.push(id.to_owned());
            }
        }
    }
    names
}
