//! Writes XLIFF 1.2.

use std::fmt::Write;

use quick_xml::escape::{escape, partial_escape};

use crate::exchange::document::{Document, Item};
use crate::exchange::unit::{Form, numbered};
use crate::exchange::wording::Wording;

/// What the number of a source text begins with, in the attribute `extradata`.
pub(super) const FINGERPRINT: &str = "source:";

/// The document as one file of XLIFF.
pub(in crate::exchange) fn write(document: &Document<'_>) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n",
    );
    for file in &document.files {
        let (original, source) = (attribute(&file.original), &document.source_locale);
        line!(
            out,
            "  <file original=\"{original}\" source-language=\"{source}\" target-language=\"{}\" \
             datatype=\"x-fluent\" tool-id=\"tolken\">",
            document.locale
        );
        line!(out, "    <header>");
        let version = env!("CARGO_PKG_VERSION");
        line!(
            out,
            "      <tool tool-id=\"tolken\" tool-name=\"tolken\" tool-version=\"{version}\"/>"
        );
        for note in &file.notes {
            line!(out, "      <note>{}</note>", partial_escape(note));
        }
        line!(out, "    </header>");
        line!(out, "    <body>");
        for item in &file.items {
            write_item(&mut out, item);
        }
        line!(out, "    </body>");
        line!(out, "  </file>");
    }
    out.push_str("</xliff>\n");
    out
}

fn write_item(out: &mut String, item: &Item<'_>) {
    let pair = &item.pair;
    for unit in &item.units {
        let id = attribute(&unit.id);
        let (approved, state) = match (unit.target, item.outdated) {
            (None, _) => ("", "new"),
            (Some(_), None) => (" approved=\"yes\"", "translated"),
            (Some(_), Some(_)) => ("", "needs-review-translation"),
        };
        line!(
            out,
            "      <trans-unit id=\"{id}\" resname=\"{id}\"{approved} xml:space=\"preserve\" \
             extradata=\"{FINGERPRINT}{}\">",
            pair.fingerprint()
        );
        let content = |wording: &Wording, numbers: Vec<(usize, &str)>| {
            if pair.form == Form::Fluent {
                partial_escape(wording.text.as_str()).into_owned()
            } else {
                inline(wording, numbers)
            }
        };
        let source = &unit.source.pieces;
        let written = content(unit.source, numbered(source, None));
        line!(out, "        <source>{written}</source>");
        if let Some(target) = unit.target {
            let written = content(target, numbered(source, Some(&target.pieces)));
            line!(out, "        <target state=\"{state}\">{written}</target>");
        } else {
            line!(out, "        <target state=\"{state}\"/>");
        }
        for note in &pair.source.notes {
            let note = partial_escape(note.as_str());
            line!(out, "        <note from=\"developer\">{note}</note>");
        }
        let was = item.outdated.and_then(|outdated| outdated.was.as_deref());
        if let Some(was) = was.filter(|_| unit.target.is_some()) {
            let was = partial_escape(was);
            line!(
                out,
                "        <note from=\"tolken\">translated from: {was}</note>"
            );
        }
        if let Some(hint) = item.hint(unit) {
            let hint = partial_escape(hint);
            line!(out, "        <note from=\"tolken\">{hint}</note>");
        }
        line!(out, "      </trans-unit>");
    }
}

/// Text with its placeables as elements.
fn inline(wording: &Wording, numbers: Vec<(usize, &str)>) -> String {
    let mut numbers = numbers.into_iter();
    let mut out = String::new();
    for piece in &wording.pieces {
        if piece.is_placeable() {
            let number = numbers.next().map_or(0, |(number, _)| number);
            let fluent = attribute(&piece.text);
            // Writing to a string does not fail.
            _ = write!(out, "<x id=\"{number}\" equiv-text=\"{fluent}\"/>");
        } else {
            out.push_str(&partial_escape(piece.text.as_str()));
        }
    }
    out
}

/// A value of an attribute, in which a reader would take line ends and tabs for blanks.
fn attribute(text: &str) -> String {
    let escaped = escape(text);
    escaped.replace('\n', "&#10;").replace('\t', "&#9;")
}
