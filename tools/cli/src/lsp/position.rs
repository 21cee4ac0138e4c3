//! Places as editors count them: lines from 0, and units of an encoding that the client chooses.
//!
//! tolken counts bytes. Lines end at LF, CR LF or CR, as the protocol has it, which is one more than
//! elsewhere in tolken; so lines are found here, and not asked of the source.

use lsp_types::{Position, PositionEncodingKind, Range};
use tolken::{Edit, Span};

/// In what a column is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    /// What a client has that offers nothing.
    #[default]
    Utf16,
    Utf32,
}

impl Encoding {
    /// The first that is known of those that a client offers, which are in its order.
    pub(super) fn of(offered: Option<&[PositionEncodingKind]>) -> Self {
        let mut offered = offered.into_iter().flatten().filter_map(|kind| {
            [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32]
                .into_iter()
                .find(|known| known.kind() == *kind)
        });
        offered.next().unwrap_or_default()
    }

    /// The name in the protocol.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn units(self, c: char) -> usize {
        match self {
            Encoding::Utf8 => c.len_utf8(),
            Encoding::Utf16 => c.len_utf16(),
            Encoding::Utf32 => 1,
        }
    }
}

/// The lines of a text.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    text: &'t str,
    /// Where each line begins; the first may begin behind a byte order mark.
    starts: Vec<usize>,
    encoding: Encoding,
}

impl<'t> Lines<'t> {
    /// Of a text as the client has it.
    pub(super) fn of_document(text: &'t str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at + 1);
            }
        }
        Lines {
            text,
            starts,
            encoding,
        }
    }

    /// Of a text as it is on the disk: a byte order mark is not shown, and has no column.
    pub(super) fn of_file(text: &'t str, encoding: Encoding) -> Self {
        let mut lines = Lines::of_document(text, encoding);
        if text.starts_with('\u{FEFF}') {
            lines.starts[0] = '\u{FEFF}'.len_utf8();
        }
        lines
    }

    /// The place of a byte; one inside a character is that character's.
    pub(super) fn position(&self, offset: usize) -> Position {
        let mut offset = offset.clamp(self.starts[0], self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|&start| start <= offset) - 1;
        let before = &self.text[self.starts[line]..offset];
        let units = before.chars().map(|c| self.encoding.units(c)).sum();
        Position::new(number(line), number(units))
    }

    /// The byte at a place. Behind the end of a line it is that end, behind the last line the end of
    /// the text, and within a character its beginning.
    pub(super) fn offset(&self, position: Position) -> usize {
        let line = position.line as usize;
        let Some(&start) = self.starts.get(line) else {
            return self.text.len();
        };
        let end = self.starts.get(line + 1).copied();
        let line = &self.text[start..end.unwrap_or(self.text.len())];
        let line = line.trim_end_matches(['\r', '\n']);
        let mut left = position.character as usize;
        for (at, c) in line.char_indices() {
            let units = self.encoding.units(c);
            if left < units {
                return start + at;
            }
            left -= units;
        }
        start + line.len()
    }

    /// The places of a span.
    pub(super) fn range(&self, span: Span) -> Range {
        Range::new(self.position(span.start()), self.position(span.end()))
    }

    /// The bytes between two places.
    pub(super) fn span(&self, range: Range) -> Span {
        Span::new(self.offset(range.start), self.offset(range.end))
    }

    /// An edit as the protocol has it.
    pub(super) fn edit(&self, edit: &Edit) -> lsp_types::TextEdit {
        lsp_types::TextEdit::new(self.range(edit.span()), edit.text().to_owned())
    }
}

/// A count in 32 bits; no text is that long.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hangul in parts, an emoji of two characters beyond the first plane, and every line end.
    const TEXT: &str = "가 = \u{1112}\u{1161}\u{11ab} 👍🏽\r\nb = 값\rc\n\nd";

    #[test]
    fn every_boundary_is_found_again_in_every_encoding() {
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let lines = Lines::of_document(TEXT, encoding);
            for (at, _) in TEXT.char_indices() {
                // Between CR and LF there is no place.
                if TEXT[..at].ends_with('\r') && TEXT[at..].starts_with('\n') {
                    continue;
                }
                let position = lines.position(at);
                assert_eq!(lines.offset(position), at, "{encoding:?} {position:?}");
            }
        }
    }

    #[test]
    fn columns_are_counted_in_units_of_the_encoding() {
        let end = TEXT.find('\r').unwrap();
        for (encoding, column) in [
            (Encoding::Utf8, 24),
            (Encoding::Utf16, 12),
            (Encoding::Utf32, 10),
        ] {
            let lines = Lines::of_document(TEXT, encoding);
            assert_eq!(
                lines.position(end),
                Position::new(0, column),
                "{encoding:?}"
            );
            assert_eq!(lines.offset(Position::new(0, 999)), end);
            assert_eq!(lines.offset(Position::new(99, 0)), TEXT.len());
        }
        let utf16 = Lines::of_document(TEXT, Encoding::Utf16);
        let thumb = TEXT.find('👍').unwrap();
        assert_eq!(
            utf16.offset(Position::new(0, 9)),
            thumb,
            "in a surrogate pair"
        );
        assert_eq!(utf16.position(TEXT.find('c').unwrap()), Position::new(2, 0));
        assert_eq!(utf16.position(TEXT.find('d').unwrap()), Position::new(4, 0));
    }

    #[test]
    fn a_byte_order_mark_of_a_file_has_no_column() {
        let lines = Lines::of_file("\u{FEFF}a = b\n", Encoding::Utf16);
        assert_eq!(lines.position(0), Position::new(0, 0));
        assert_eq!(lines.position(3), Position::new(0, 0));
        assert_eq!(lines.offset(Position::new(0, 1)), 4);
    }

    #[test]
    fn the_encoding_is_the_first_that_both_know() {
        let kinds = |names: &[&'static str]| -> Vec<PositionEncodingKind> {
            names.iter().map(|name| (*name).into()).collect()
        };
        assert_eq!(Encoding::of(None), Encoding::Utf16);
        assert_eq!(Encoding::of(Some(&kinds(&["utf-7"]))), Encoding::Utf16);
        assert_eq!(
            Encoding::of(Some(&kinds(&["utf-32", "utf-8"]))),
            Encoding::Utf32
        );
    }
}
