//! From a text to its tree, by the grammar of Fluent Syntax 1.0.
//!
//! Owns reading and nothing of what is said about mistakes. The text is read once, front to back, by
//! its bytes: everything that Fluent gives a meaning is ASCII, so a place is never within a character.
//! An entry that cannot be read becomes junk up to the next line that can begin one, and what comes
//! behind it is read as if nothing had happened. Braces and parentheses are counted, since only they
//! let the parser call itself.

mod cursor;
mod entry;
mod error;
mod expression;
mod pattern;

pub(super) use self::error::{Error, Expected, Mistake};

use self::pattern::Indent;
use super::{Comment, Element, Entry};

/// What a text holds, and what could not be read of it.
pub(super) struct Parsed {
    pub(super) entries: Vec<Entry>,
    /// One for each junk, in their order.
    pub(super) mistakes: Vec<Mistake>,
    /// How long the longest id or name of an attribute is, in bytes.
    pub(super) longest_name: usize,
}

/// Reads a text from a place on, with brackets as deep as a limit.
pub(super) fn parse(text: &str, start: usize, nesting: usize) -> Parsed {
    /// How many bytes an entry has, as a rule: space for too many costs nothing.
    const USUAL: usize = 64;
    let mut parser = Parser {
        text,
        bytes: text.as_bytes(),
        at: start,
        depth: 0,
        nesting,
        above: None,
        broken: None,
        elements: Vec::new(),
        indents: Vec::new(),
        parsed: Parsed {
            entries: Vec::with_capacity(text.len() / USUAL),
            mistakes: Vec::new(),
            longest_name: 0,
        },
    };
    parser.all();
    parser.parsed.entries.shrink_to_fit();
    parser.parsed
}

/// A text and how far it has been read.
struct Parser<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    /// How many brackets are open.
    depth: usize,
    nesting: usize,
    /// The comment right above what is being read.
    above: Option<Comment>,
    /// The attribute that ended the last message, although it is none.
    broken: Option<entry::Broken>,
    /// The parts of the patterns that are being read, those of an inner one behind those of an
    /// outer one: each pattern is allocated once, when its length is known.
    elements: Vec<Element>,
    /// The lines that begin with text, in the same order.
    indents: Vec<Indent>,
    parsed: Parsed,
}

impl Parser<'_> {
    /// Forgets what was begun and not finished.
    fn reset(&mut self) {
        self.depth = 0;
        self.elements.clear();
        self.indents.clear();
    }
}
