//! The blanks of a file: what stands between its parts, and what should.
//!
//! Goes through a text from its beginning to its end. All that is ever replaced are spaces and line ends, and
//! a byte order mark; where anything else stands, nothing is done, whatever is asked.

use crate::finding::Edit;
use crate::source::Span;

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// A walk over the blanks of a text.
pub(super) struct Blanks<'t> {
    text: &'t str,
    /// The end of what has been passed.
    at: usize,
    edits: Vec<Edit>,
}

impl<'t> Blanks<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut blanks = Blanks {
            text,
            at: 0,
            edits: Vec::new(),
        };
        if text.starts_with(BYTE_ORDER_MARK) {
            blanks.replace(BYTE_ORDER_MARK.len_utf8(), String::new());
        }
        blanks
    }

    pub(super) fn into_edits(self) -> Vec<Edit> {
        self.edits
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// The end of what has been passed.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Passes what is no blank, or none of ours.
    pub(super) fn pass(&mut self, until: usize) {
        self.at = self.at.max(until);
    }

    /// What stands between here and a place.
    pub(super) fn before(&self, until: usize) -> &'t str {
        self.text.get(self.at..until).unwrap_or_default()
    }

    /// The first place from here on that is not blank.
    pub(super) fn next(&self) -> usize {
        self.at + blank_len(&self.text[self.at..])
    }

    /// The first byte from here on that is not blank.
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.next()).copied()
    }

    /// Puts this between here and a place.
    pub(super) fn set(&mut self, until: usize, wanted: &str) {
        let old = self.before(until);
        if until < self.at || blank_len(old) != old.len() {
            return self.pass(until);
        }
        // A lone CR at the end of a line is text, and would be read as a part of the line end.
        if self.text[..self.at].ends_with('\r') && wanted.starts_with('\n') {
            self.replace(until, format!("\r{wanted}"));
        } else {
            self.replace(until, wanted.to_owned());
        }
    }

    /// Puts a line end between here and a place, so many blank lines at most if there are any, and an indent.
    pub(super) fn set_lines(&mut self, until: usize, most: usize, indent: usize) {
        let lines = self.before(until).matches('\n').count();
        let blank = lines.saturating_sub(1).min(most);
        self.set(
            until,
            &format!("{}{}", "\n".repeat(1 + blank), " ".repeat(indent)),
        );
    }

    /// Puts this before a mark, and passes it.
    pub(super) fn mark(&mut self, wanted: &str, mark: &str) {
        let place = self.next();
        if self.text[place..].starts_with(mark) {
            self.set(place, wanted);
            self.pass(place + mark.len());
        }
    }

    /// Drops a comma that nothing follows, with the blanks around it.
    pub(super) fn drop_comma(&mut self) {
        let comma = self.next();
        if self.text[comma..].starts_with(',') {
            let behind = comma + 1;
            self.replace(behind + blank_len(&self.text[behind..]), String::new());
        }
    }

    /// The start of the line that a place is in.
    pub(super) fn line_start(&self, place: usize) -> usize {
        let text = &self.text[..place];
        let mark = text
            .chars()
            .next()
            .filter(|&first| first == BYTE_ORDER_MARK);
        let start = text.rfind('\n').map_or(0, |newline| newline + 1);
        start.max(mark.map_or(0, char::len_utf8))
    }

    fn replace(&mut self, until: usize, wanted: String) {
        if self.before(until) != wanted {
            self.edits
                .push(Edit::new(Span::new(self.at, until), wanted));
        }
        self.at = until;
    }
}

/// How long the blank is that a text begins with; a CR is one only before LF.
fn blank_len(text: &str) -> usize {
    let mut bytes = text.as_bytes();
    while let [b' ' | b'\n', rest @ ..] | [b'\r', b'\n', rest @ ..] = bytes {
        bytes = rest;
    }
    text.len() - bytes.len()
}
