//! The preview on a terminal.
//!
//! Each message is a block of lines: an example's arguments, the text, and dimmed the source
//! locale's. What is a value's is coloured, and lines are broken where the language allows it.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use icu_locale::LanguageIdentifier;
use tolken::Severity;

use super::{Message, Note, Piece, Preview, Row, Text};
use crate::report::{BOLD, DIM};
use crate::visible::visible;
use crate::wrap::Wrapper;

const VALUE: Style = AnsiColor::Cyan.on_default();
const DIM_VALUE: Style = AnsiColor::Cyan.on_default().dimmed();
const ERROR: Style = AnsiColor::Red.on_default();
const WARNING: Style = AnsiColor::Yellow.on_default();
const NOTE: Style = AnsiColor::Blue.on_default();

/// What is shown of one message, or of the files.
pub(crate) struct Block {
    /// What it is about, the same each time.
    pub(crate) key: String,
    pub(crate) lines: String,
}

/// The blocks of a preview, for lines of this width.
pub(crate) fn blocks(preview: &Preview, width: usize) -> Vec<Block> {
    let tag = |language: &super::Language| language.tag.clone();
    let language = tag(&preview.language);
    let source = preview.source.as_ref().map(tag);
    let paper = Paper {
        own: Wrapper::new(language.parse().ok().as_ref(), width),
        source: Wrapper::new(
            source
                .as_ref()
                .and_then(|tag| tag.parse::<LanguageIdentifier>().ok())
                .as_ref(),
            width,
        ),
        plain: Wrapper::new(None, width),
    };
    let mut blocks = Vec::new();
    for message in &preview.messages {
        let mut lines = String::new();
        paper.message(&mut lines, &language, message);
        blocks.push(Block {
            key: format!("{language} {}", message.id),
            lines,
        });
    }
    if !preview.notes.is_empty() {
        let mut lines = format!("{DIM}{language}{DIM:#} {BOLD}files{BOLD:#}\n");
        paper.notes(&mut lines, &preview.notes);
        blocks.push(Block {
            key: language,
            lines,
        });
    }
    blocks
}

/// Where the lines of each language are broken.
struct Paper {
    own: Wrapper,
    source: Wrapper,
    plain: Wrapper,
}

impl Paper {
    fn message(&self, out: &mut String, language: &str, message: &Message) {
        let names = if message.codes.is_empty() {
            message.id.clone()
        } else {
            message.codes.join(", ")
        };
        let status = message.status.map(|status| format!(" {status}"));
        let retired = if message.is_retired { " retired" } else { "" };
        line(
            out,
            &format!(
                "{DIM}{language}{DIM:#} {BOLD}{names}{BOLD:#}{DIM}{}{retired}{DIM:#}",
                status.unwrap_or_default()
            ),
        );
        for text in &message.texts {
            self.text(out, text);
        }
        self.notes(out, &message.notes);
    }

    fn text(&self, out: &mut String, text: &Text) {
        if let Some(attribute) = &text.attribute {
            line(out, &format!("  {DIM}.{attribute}{DIM:#}"));
        }
        if text.is_missing {
            line(out, &format!("  {ERROR}not in this language{ERROR:#}"));
        }
        for row in &text.rows {
            self.row(out, row);
        }
        if text.left_out > 0 {
            line(
                out,
                &format!(
                    "  {DIM}{} more variants are not shown{DIM:#}",
                    text.left_out
                ),
            );
        }
    }

    fn row(&self, out: &mut String, row: &Row) {
        if !row.arguments.is_empty() {
            let mut pieces = Vec::new();
            let mut literal = |text: String, is_value| pieces.push(Piece { text, is_value });
            for (argument, place) in row.arguments.iter().zip(0..) {
                let comma = if place > 0 { ", " } else { "" };
                literal(format!("{comma}${} = ", argument.name), false);
                literal(argument.value.clone(), true);
                if let Some(label) = argument.label {
                    let space = if argument.value.is_empty() { "" } else { " " };
                    literal(format!("{space}({label})"), false);
                }
            }
            write_pieces(out, &pieces, &self.plain, "  ", [DIM, DIM_VALUE]);
        }
        if let Some(own) = &row.own {
            write_pieces(out, own, &self.own, "    ", [Style::new(), VALUE]);
        }
        if let Some(source) = &row.source {
            write_pieces(out, source, &self.source, "    ", [DIM, DIM_VALUE]);
        }
    }

    fn notes(&self, out: &mut String, notes: &[Note]) {
        for note in notes {
            let mut text = format!("{}[{}]: ", note.severity, note.rule);
            if let Some(place) = &note.place {
                text.push_str(place);
                text.push_str(": ");
            }
            text.push_str(&note.message);
            if let Some(help) = &note.help {
                text.push_str("; help: ");
                text.push_str(help);
            }
            let piece = Piece {
                text,
                is_value: false,
            };
            let style = match note.level {
                Severity::Error => ERROR,
                Severity::Warning => WARNING,
                Severity::Note => NOTE,
            };
            write_pieces(out, &[piece], &self.plain, "  ", [style, style]);
        }
    }
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

/// Writes a text with its line ends, each line broken where it is too long.
fn write_pieces(
    out: &mut String,
    pieces: &[Piece],
    wrapper: &Wrapper,
    indent: &str,
    styles: [Style; 2],
) {
    let mut text = String::new();
    let mut values = Vec::new();
    for piece in pieces {
        let start = text.len();
        for (line, place) in piece.text.split('\n').zip(0..) {
            if place > 0 {
                text.push('\n');
            }
            text.push_str(&visible(line));
        }
        if piece.is_value {
            values.push(start..text.len());
        }
    }
    for range in wrapper.lines(&text, indent.len()) {
        out.push_str(indent);
        let mut at = range.start;
        for value in &values {
            let (start, end) = (value.start.max(at), value.end.min(range.end));
            if start < end {
                style(out, styles[0], &text[at..start]);
                style(out, styles[1], &text[start..end]);
                at = end;
            }
        }
        style(out, styles[0], &text[at..range.end]);
        out.push('\n');
    }
}

fn style(out: &mut String, style: Style, text: &str) {
    if !text.is_empty() {
        // A text takes whatever is written.
        _ = write!(out, "{style}{text}{style:#}");
    }
}
