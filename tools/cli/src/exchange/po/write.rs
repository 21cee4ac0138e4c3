//! Writes PO.

use crate::exchange::document::{Document, Item};
use crate::exchange::unit::{Form, Unit};

/// The document as a PO file, with its header `Plural-Forms` if the language is known.
pub(in crate::exchange) fn write(document: &Document<'_>, plural_forms: Option<&str>) -> String {
    let mut out = String::new();
    let notes = document.files.iter().flat_map(|file| &file.notes);
    for line in notes.flat_map(|note| note.lines()) {
        comment(&mut out, "#", line);
    }
    line!(out, "msgid \"\"\nmsgstr \"\"");
    let mut header = |name: &str, value: &str| {
        let value = quoted(&format!("{name}: {value}\n"));
        line!(out, "{value}");
    };
    header("MIME-Version", "1.0");
    header("Content-Type", "text/plain; charset=UTF-8");
    header("Content-Transfer-Encoding", "8bit");
    header("Language", &document.locale.replace('-', "_"));
    if let Some(forms) = plural_forms {
        header("Plural-Forms", forms);
    }
    header(
        "X-Source-Language",
        &document.source_locale.replace('-', "_"),
    );
    header("X-Generator", concat!("tolken ", env!("CARGO_PKG_VERSION")));
    for file in &document.files {
        for item in &file.items {
            write_item(&mut out, &file.original, item);
        }
    }
    out
}

fn write_item(out: &mut String, original: &str, item: &Item<'_>) {
    let source = &item.pair.source;
    out.push('\n');
    let hints = item.units.iter().filter_map(|unit| item.hint(unit));
    for line in source.notes.iter().map(String::as_str).chain(hints) {
        for line in line.lines() {
            comment(out, "#.", line);
        }
    }
    // In a list of places, these marks keep a name with blanks together.
    let (open, close) = if original.contains(char::is_whitespace) {
        ("\u{2068}", "\u{2069}")
    } else {
        ("", "")
    };
    line!(out, "#: {open}{original}{close}:{}", item.line);
    if let Some(outdated) = item.outdated {
        line!(out, "#, fuzzy");
        if let Some(was) = &outdated.was {
            field(out, "#| msgid", was);
        }
    }
    field(out, "msgctxt", &source.id);
    let text = |unit: &Unit<'_>| unit.target.map_or("", |target| &target.text).to_owned();
    if item.pair.form == Form::Plural {
        let variant = |category| {
            let wording = source.wording.variant(category);
            wording.map_or("", |wording| &wording.text)
        };
        field(out, "msgid", variant("one"));
        field(out, "msgid_plural", variant("other"));
        for (form, unit) in item.units.iter().enumerate() {
            field(out, &format!("msgstr[{form}]"), &text(unit));
        }
    } else {
        field(out, "msgid", &source.wording.text);
        let only = item.units.first();
        field(out, "msgstr", &only.map(text).unwrap_or_default());
    }
}

fn comment(out: &mut String, mark: &str, line: &str) {
    let line = format!("{mark} {line}");
    line!(out, "{}", line.trim_end());
}

/// A keyword with its text; one of several lines has each on a line of its own.
fn field(out: &mut String, keyword: &str, text: &str) {
    if text.contains('\n') {
        line!(out, "{keyword} \"\"");
        for part in text.split_inclusive('\n') {
            line!(out, "{}", quoted(part));
        }
    } else {
        line!(out, "{keyword} {}", quoted(text));
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
