//! The text as it is handed to the parser.

use std::ops::Range;

use fluent_syntax::parser::Slice;

/// A text as the parser slices it.
///
/// fluent-syntax 0.12 cuts a bad `\u` escape one byte behind its digits, and a `&str` panics there
/// when that byte is within a character; this one is cut behind the character.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Text<'t>(pub(super) &'t str);

impl AsRef<str> for Text<'_> {
    fn as_ref(&self) -> &str {
        self.0
    }
}

impl<'t> Slice<'t> for Text<'t> {
    fn slice(&self, range: Range<usize>) -> Self {
        let mut end = range.end;
        while end < self.0.len() && !self.0.is_char_boundary(end) {
            end += 1;
        }
        Text(&self.0[range.start..end])
    }

    fn trim(&mut self) {
        self.0 = self.0.trim_end_matches([' ', '\r', '\n']);
    }
}
