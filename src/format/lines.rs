//! The lines of a pattern, and how far they are indented.
//!
//! Fluent takes away what all lines of a pattern are indented by, and keeps the rest. So they are moved
//! together, by as much each, and what a reader sees stays the same. The specification and
//! fluent-syntax 0.12 differ in which lines count: to the parser, a line that begins with a placeable
//! does not, unless it begins in the first column, and then nothing is taken away; and blank lines
//! keep what they have more than others. What is done here changes a text for neither.

use super::INDENT;
use super::blanks::Blanks;
use crate::syntax::{Element, Pattern};

/// A line of a pattern, but the first of one that begins on the line of its name.
pub(super) struct Line {
    /// The end of the line before, where its text ends.
    pub(super) before: usize,
    /// The first place that is no space.
    pub(super) start: usize,
    /// How many spaces there are.
    pub(super) indent: usize,
    kind: Kind,
    /// Whether the line ends in CR LF.
    has_cr: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Text,
    Placeable,
    Blank,
}

/// How the lines of a pattern move.
pub(super) struct Indents {
    /// Where the lines of the pattern begin, and what is in its placeables belongs to.
    pub(super) base: usize,
    /// What all lines are indented by.
    common: usize,
    /// What all lines are indented by to the parser; nothing when no line counts.
    parsed: Option<usize>,
    /// Whether the lines have to stay where they are.
    frozen: bool,
}

/// The lines of a pattern that begins at a place. The blank lines before it are none of it.
pub(super) fn lines(pattern: &Pattern, start: usize, blanks: &Blanks<'_>) -> Vec<Line> {
    let text = blanks.text();
    let mut lines = Vec::new();
    if text[blanks.at()..start].contains('\n') {
        let kind = match pattern.elements.first() {
            Some(Element::Placeable(placeable)) if placeable.span.start() == start => {
                Kind::Placeable
            }
            _ => Kind::Text,
        };
        lines.push(Line {
            before: blanks.at(),
            start,
            indent: start - blanks.line_start(start),
            kind,
            has_cr: false,
        });
    }
    let mut at = start;
    for element in &pattern.elements {
        let Element::Placeable(placeable) = element else {
            continue;
        };
        region(text, at, placeable.span.start(), &mut lines);
        at = placeable.span.end();
    }
    region(text, at, pattern.span().end(), &mut lines);
    lines
}

/// The lines that begin in a part of the text that has no placeables.
fn region(text: &str, start: usize, end: usize, lines: &mut Vec<Line>) {
    let bytes = text.as_bytes();
    let part = bytes.get(start..end).unwrap_or_default();
    for newline in memchr::memchr_iter(b'\n', part) {
        let newline = start + newline;
        let has_cr = newline > start && bytes[newline - 1] == b'\r';
        let spaces = bytes[newline + 1..end]
            .iter()
            .take_while(|&&byte| byte == b' ');
        let indent = spaces.count();
        let first = newline + 1 + indent;
        let kind = match &bytes[first..end] {
            [] => Kind::Placeable,
            [b'\n', ..] | [b'\r', b'\n', ..] => Kind::Blank,
            _ => Kind::Text,
        };
        lines.push(Line {
            before: newline - usize::from(has_cr),
            start: first,
            indent,
            kind,
            has_cr: bytes[first..].starts_with(b"\r"),
        });
    }
}

impl Indents {
    /// Of a pattern of something that is indented so far. It begins with `mark`, and `variant` is the
    /// column of the first variant in it.
    pub(super) fn new(
        lines: &[Line],
        is_on_new_line: bool,
        mark: Option<u8>,
        outer: usize,
        variant: Option<usize>,
    ) -> Self {
        let begins_with_dot = mark == Some(b'.');
        let of = |kinds: &[Kind]| {
            let lines = lines.iter().filter(|line| kinds.contains(&line.kind));
            lines.map(|line| line.indent).min()
        };
        let common = of(&[Kind::Text, Kind::Placeable]);
        let has_column_0 = of(&[Kind::Placeable]) == Some(0);
        let parsed = if has_column_0 {
            Some(0)
        } else {
            of(&[Kind::Text])
        };
        let is_close = match (common, variant) {
            _ if is_on_new_line => false,
            // fluent-syntax indents what begins with a dot no further than the name.
            (Some(common), _) => begins_with_dot && outer > 0 && common == outer,
            (None, Some(variant)) => variant <= outer + INDENT,
            (None, None) => false,
        };
        let counts = |line: &Line| {
            line.kind == Kind::Text || line.kind == Kind::Blank && line.indent > 0 && !line.has_cr
        };
        let base = if is_close { outer } else { outer + INDENT };
        // Python's fluent.syntax leaves what could not begin a line on the line of the name, and knows
        // how far the lines behind it are indented beyond the usual.
        let is_kept = !is_on_new_line && matches!(mark, Some(b'.' | b'*' | b'['));
        let most = if is_kept { base } else { usize::MAX };
        Indents {
            base,
            common: common.unwrap_or_default().min(most),
            parsed,
            frozen: has_column_0
                && (lines.iter().any(counts) || begins_with_dot && !is_on_new_line),
        }
    }

    /// How far a line is to be indented.
    pub(super) fn of(&self, line: &Line) -> usize {
        let moved = || self.base + line.indent - self.common;
        match line.kind {
            // To the specification there are no spaces in a blank line; to the parser there are.
            Kind::Blank if line.has_cr && (self.frozen || line.indent != self.base) => 0,
            _ if self.frozen => line.indent,
            Kind::Text | Kind::Placeable => moved(),
            Kind::Blank
                if self.parsed.is_some_and(|parsed| line.indent > parsed) && !line.has_cr =>
            {
                moved()
            }
            Kind::Blank if line.indent == self.base => line.indent,
            Kind::Blank => 0,
        }
    }
}
