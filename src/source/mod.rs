//! A source text and the places in it.
//!
//! Owns the text of one file, byte for byte as long as what was read, and turns byte offsets into
//! lines and columns. It is separate from parsing so that every stage after it can point at a
//! place without holding the text itself.

mod lines;
mod span;

use std::sync::{Arc, OnceLock};

use self::lines::Lines;
pub(crate) use self::span::offset;
pub use self::span::{Position, Span};

/// The text of one file, with its path.
///
/// Cheap to clone: the text is shared.
///
/// # Example
///
/// ```
/// use tolken::{Source, Span};
///
/// let source = Source::new("locales/ko-KR/errors.ftl", "NotFound = 요청한 항목을 찾을 수 없습니다.\n");
/// let place = source.position(source.text().find("항목").unwrap());
/// assert_eq!((place.line, place.column), (1, 16));
/// assert_eq!(source.slice(Span::new(0, 8)), "NotFound");
/// ```
#[derive(Clone, Debug)]
pub struct Source(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    path: String,
    text: String,
    /// Byte offsets that did not hold UTF-8; ascending.
    undecodable: Vec<u32>,
    lines: OnceLock<Lines>,
}

impl Source {
    /// Takes a text that is already decoded.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Source::from_parts(path.into(), text.into(), Vec::new())
    }

    pub(crate) fn from_parts(path: String, text: String, undecodable: Vec<u32>) -> Self {
        Source(Arc::new(Inner {
            path,
            text,
            undecodable,
            lines: OnceLock::new(),
        }))
    }

    /// The path as it was given; it is only shown, never opened.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The text at a span, or the empty string when the span is not one of this text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.0.text.get(span.range()).unwrap_or_default()
    }

    /// The line and column of a byte offset. An offset past the end is the end; one inside a
    /// character is that character's.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let lines = self.lines();
        let offset = offset.min(self.0.text.len());
        let line = lines.number(offset);
        let start = lines.range(line, self.text()).start;
        // Editors do not show a byte order mark, and do not count it.
        let start = if start == 0 && self.0.text.starts_with('\u{FEFF}') {
            offset.min('\u{FEFF}'.len_utf8())
        } else {
            start
        };
        // The characters that begin up to and with the one at the offset.
        let column = lines.characters(start..offset, self.text()) + 1;
        let inside = self
            .0
            .text
            .as_bytes()
            .get(offset)
            .is_some_and(|byte| byte & 0xC0 == 0x80);
        Position {
            line,
            column: column - usize::from(inside && column > 1),
        }
    }

    /// What tells this text from any other that is still held.
    pub(crate) fn address(&self) -> usize {
        Arc::as_ptr(&self.0) as usize
    }

    /// Whether a byte in this span was not UTF-8.
    pub(crate) fn is_undecodable(&self, span: Span) -> bool {
        let bad = &self.0.undecodable;
        let next = bad.partition_point(|&offset| (offset as usize) < span.start());
        bad.get(next)
            .is_some_and(|&offset| (offset as usize) < span.end())
    }

    /// Whether any byte was not UTF-8, so that the text is not what the file holds.
    pub(crate) fn is_undecodable_anywhere(&self) -> bool {
        !self.0.undecodable.is_empty()
    }

    /// The line that an offset is in, without its end.
    pub(crate) fn line(&self, offset: usize) -> Span {
        let line = self.lines().number(offset.min(self.0.text.len()));
        let range = self.lines().range(line, self.text());
        Span::new(range.start, range.end)
    }

    fn lines(&self) -> &Lines {
        self.0.lines.get_or_init(|| Lines::new(&self.0.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source::new("x.ftl", "값 = 👍🏽 e\u{301}\r\nb");
        let at = |needle: &str| source.position(source.text().find(needle).unwrap());
        assert_eq!(at("="), Position { line: 1, column: 3 });
        assert_eq!(at("\u{301}"), Position { line: 1, column: 9 });
        assert_eq!(at("b"), Position { line: 2, column: 1 });
        assert_eq!(source.position(usize::MAX), Position { line: 2, column: 2 });
    }

    #[test]
    fn a_byte_order_mark_is_in_no_column() {
        let source = Source::new("x.ftl", "\u{FEFF}a = b\nc");
        let column = |offset| source.position(offset).column;
        assert_eq!((column(0), column(1), column(3), column(5)), (1, 1, 1, 3));
        assert_eq!(source.position(9), Position { line: 2, column: 1 });
    }

    #[test]
    fn an_offset_inside_a_character_is_that_character() {
        let source = Source::new("x.ftl", "a값b");
        assert_eq!(source.position(1), Position { line: 1, column: 2 });
        assert_eq!(source.position(2), Position { line: 1, column: 2 });
        assert_eq!(source.position(3), Position { line: 1, column: 2 });
        assert_eq!(source.position(4), Position { line: 1, column: 3 });
    }
}
