//! Steps through a text: bytes, blanks, names.

use super::Parser;
use super::error::{Error, Expected};
use crate::source::Span;

/// The bytes of ids, names and keys.
const NAME: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        table[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        byte += 1;
    }
    table
};

impl Parser<'_> {
    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Whether the next byte is this one; then it is passed.
    #[inline]
    pub(super) fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn expect(&mut self, byte: u8, kind: Expected) -> Result<(), Error> {
        if self.take(byte) {
            Ok(())
        } else {
            Err(self.error(kind))
        }
    }

    /// An error at the next byte.
    #[cold]
    pub(super) fn error(&self, kind: Expected) -> Error {
        Error { kind, at: self.at }
    }

    /// From a place to the next byte.
    #[inline]
    pub(super) fn since(&self, start: usize) -> Span {
        Span::new(start, self.at)
    }

    /// Passes spaces, and tells how many.
    #[inline]
    pub(super) fn spaces(&mut self) -> usize {
        let start = self.at;
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
        self.at - start
    }

    /// Whether a line ends here.
    pub(super) fn is_line_end(&self) -> bool {
        match self.peek() {
            Some(b'\r') => self.bytes.get(self.at + 1) == Some(&b'\n'),
            next => matches!(next, Some(b'\n') | None),
        }
    }

    /// Whether a line ends here, but not the text; then its end is passed.
    pub(super) fn line_end(&mut self) -> bool {
        let is_line_end = self.at < self.bytes.len() && self.is_line_end();
        if is_line_end {
            self.at += 1 + usize::from(self.bytes[self.at] == b'\r');
        }
        is_line_end
    }

    /// Passes lines of nothing but spaces, and tells how many.
    pub(super) fn blank_lines(&mut self) -> usize {
        let mut count = 0;
        loop {
            let start = self.at;
            self.spaces();
            if !self.line_end() {
                self.at = start;
                return count;
            }
            count += 1;
        }
    }

    /// Passes spaces and line ends.
    pub(super) fn blank(&mut self) {
        while self.peek() == Some(b' ') || self.at < self.bytes.len() && self.is_line_end() {
            self.at += 1;
        }
    }

    /// A name: a letter, then letters, digits, hyphens and underscores.
    pub(super) fn name(&mut self) -> Option<Span> {
        let start = self.at;
        let rest = &self.bytes[start..];
        if !rest.first()?.is_ascii_alphabetic() {
            return None;
        }
        let length = rest.iter().position(|&byte| !NAME[usize::from(byte)]);
        self.at += length.unwrap_or(rest.len());
        Some(self.since(start))
    }

    /// Goes on within a bracket, if there are not too many open.
    pub(super) fn enter(&mut self) -> Result<(), Error> {
        if self.depth >= self.nesting {
            return Err(self.error(Expected::LessNesting));
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }
}
