//! The text that was looked up, with the message and its arguments marked under it.
//!
//! Owns where rows break and what stands under which cell; it knows nothing of what is marked.

use std::io::{self, Write};
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::show::LABEL;
use crate::report::{CYAN, DIM};
use crate::visible::escape;

/// How many cells a row has.
const ROW: usize = 66;

/// How many rows are drawn; of a longer text, those where the message begins.
const ROWS: usize = 12;

/// How many cells of what stands around a message are drawn on each side.
const AROUND: usize = 24;

/// What a cell is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Around,
    Message,
    Argument,
}

/// A row of cells, each with its mark.
#[derive(Default)]
struct Row {
    text: String,
    marks: Vec<Mark>,
}

/// Draws a text with a message in it, and the message's arguments.
pub(super) fn draw(
    out: &mut impl Write,
    text: &str,
    span: &Range<usize>,
    arguments: &[Range<usize>],
) -> io::Result<()> {
    let rows = rows(text, span, arguments);
    for (row, index) in rows.iter().zip(0..) {
        let label = if index == 0 { "text" } else { "" };
        writeln!(out, "  {label:LABEL$}{}", row.text)?;
        let last = row.marks.iter().rposition(|mark| *mark != Mark::Around);
        let Some(last) = last else {
            continue;
        };
        write!(out, "  {:LABEL$}", "")?;
        // A run at a time, so that colours are few.
        let mut rest = &row.marks[..=last];
        while let Some(mark) = rest.first() {
            let length = rest.iter().take_while(|other| *other == mark).count();
            match mark {
                Mark::Around => write!(out, "{:length$}", "")?,
                Mark::Message => write!(out, "{DIM}{}{DIM:#}", "-".repeat(length))?,
                Mark::Argument => write!(out, "{CYAN}{}{CYAN:#}", "^".repeat(length))?,
            }
            rest = &rest[length..];
        }
        writeln!(out)?;
    }
    Ok(())
}

fn rows(text: &str, span: &Range<usize>, arguments: &[Range<usize>]) -> Vec<Row> {
    let shown = context(text, span);
    let mut rows = vec![Row::default()];
    let is_cut = |beyond: Option<char>| beyond.is_some_and(|c| !matches!(c, '\n' | '\r'));
    if is_cut(text[..shown.start].chars().next_back()) {
        push(&mut rows, "…", Mark::Around);
    }
    for (at, c) in text[shown.clone()].char_indices() {
        let at = shown.start + at;
        let mark = if arguments.iter().any(|range| range.contains(&at)) {
            Mark::Argument
        } else if span.contains(&at) {
            Mark::Message
        } else {
            Mark::Around
        };
        match escape(c) {
            _ if c == '\n' => rows.push(Row::default()),
            // It would stand at the end of each line of a file from Windows.
            _ if c == '\r' => {}
            Some(escape) => push(&mut rows, &escape, mark),
            None => push(&mut rows, c.encode_utf8(&mut [0; 4]), mark),
        }
        if rows.len() > ROWS {
            rows.truncate(ROWS);
            push(&mut rows, "…", Mark::Around);
            return rows;
        }
    }
    if is_cut(text[shown.end..].chars().next()) {
        push(&mut rows, "…", Mark::Around);
    }
    rows.retain(|row| !row.text.trim().is_empty());
    rows
}

fn push(rows: &mut Vec<Row>, text: &str, mark: Mark) {
    let width = text.width();
    if rows.last().is_some_and(|row| row.marks.len() + width > ROW) {
        rows.push(Row::default());
    }
    if let Some(row) = rows.last_mut() {
        row.text.push_str(text);
        row.marks.extend(std::iter::repeat_n(mark, width));
    }
}

/// The lines that a message stands in, as far as they are near to it.
fn context(text: &str, span: &Range<usize>) -> Range<usize> {
    let before = &text[..span.start];
    let behind = &text[span.end..];
    let before = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
    let behind = &behind[..behind.find('\n').unwrap_or(behind.len())];
    let mut chars = before.char_indices().rev();
    let start = near(&mut chars).map_or(before.len(), |(from_end, c)| {
        before.len() - (from_end + c.len_utf8())
    });
    let mut chars = behind.char_indices();
    let end = near(&mut chars).map_or(behind.len(), |(at, _)| at);
    span.start - start..span.end + end
}

/// The first character that is too far away.
fn near(chars: &mut impl Iterator<Item = (usize, char)>) -> Option<(usize, char)> {
    let mut width = 0;
    chars.find(|(_, c)| {
        width += match escape(*c) {
            Some(escape) => escape.width(),
            None => c.encode_utf8(&mut [0; 4]).width(),
        };
        width > AROUND
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, span: Range<usize>, arguments: &[Range<usize>]) -> String {
        let mut out = Vec::new();
        draw(&mut out, text, &span, arguments).expect("memory can be written");
        let text = String::from_utf8(out).expect("it is text");
        anstream::adapter::strip_str(&text).to_string()
    }

    #[test]
    fn marks_stand_under_cells_and_not_under_characters() {
        let text = "값 abc가 x";
        assert_eq!(
            drawn(text, 0..10, &[4..6, 6..7]),
            "  text       값 abc가 x\n             ---^^^--\n"
        );
    }

    #[test]
    fn far_away_is_left_out_and_what_a_terminal_obeys_is_written_out() {
        let text = format!("{}\u{1b}[2Jabc{}", "x".repeat(100), "y".repeat(100));
        let drawn = drawn(&text, 104..107, &[]);
        assert_eq!(
            drawn,
            format!(
                "  text       …{}\\u{{1b}}[2Jabc{}…\n  {:36}---\n",
                "x".repeat(15),
                "y".repeat(24),
                ""
            )
        );
    }

    #[test]
    fn a_message_over_two_lines_is_marked_in_both() {
        assert_eq!(
            drawn("> a b\n> c d\n", 4..9, &[]),
            "  text       > a b\n                 -\n             > c d\n             ---\n"
        );
    }
}
