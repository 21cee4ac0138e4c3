//! Patterns: text and placeables, without the indent that all lines have.

use super::Parser;
use super::error::{Error, Expected};
use crate::source::Span;
use crate::syntax::{Element, Pattern};

/// A line that begins with text.
pub(super) struct Indent {
    /// Its text, an index of the parser's elements.
    element: usize,
    /// How many spaces it begins with.
    width: usize,
}

/// A run of text.
struct Text {
    end: usize,
    /// Whether there is anything but spaces in it.
    is_blank: bool,
    ending: Ending,
}

/// What ends a run of text.
#[derive(Clone, Copy, PartialEq)]
enum Ending {
    Placeable,
    /// The line; its LF belongs to the text.
    Line,
    /// The line; its CR is left out, and its LF is a text of its own.
    CrLf,
    File,
}

impl Parser<'_> {
    /// The pattern that begins here, if there is one.
    pub(super) fn pattern(&mut self) -> Result<Option<Pattern>, Error> {
        self.spaces();
        if let Some(text) = self.lone_line() {
            return Ok(Some(Pattern {
                elements: Element::Text(text).into(),
            }));
        }
        let first = self.elements.len();
        let first_indent = self.indents.len();
        let mut common = None;
        // Behind the last part that is not blank.
        let mut end = first;
        let mut is_line_start = self.line_end();
        if is_line_start {
            self.blank_lines();
        }
        while let Some(next) = self.peek() {
            if next == b'{' {
                if is_line_start {
                    common = Some(0);
                }
                let placeable = self.placeable()?;
                self.elements.push(Element::Placeable(placeable));
                end = self.elements.len();
                is_line_start = false;
                continue;
            }
            let start = self.at;
            let width = if is_line_start { self.spaces() } else { 0 };
            if is_line_start && !self.goes_on(width) {
                if self.peek().is_some() {
                    self.at = start;
                }
                break;
            }
            let from = self.at;
            let text = self.text()?;
            if is_line_start && !text.is_blank {
                common = Some(common.map_or(width, |common: usize| common.min(width)));
            }
            let is_shown = !is_line_start || !text.is_blank || text.ending == Ending::Line;
            if is_shown && from != text.end {
                if is_line_start {
                    let element = self.elements.len();
                    self.indents.push(Indent { element, width });
                }
                let span = Span::new(start, text.end);
                self.elements.push(Element::Text(span));
                if !text.is_blank {
                    end = self.elements.len();
                }
            }
            is_line_start = matches!(text.ending, Ending::Line | Ending::CrLf);
        }
        let pattern = (end > first).then(|| {
            self.dedent(first_indent, common);
            if let Element::Text(span) = self.elements[end - 1] {
                self.elements[end - 1] = Element::Text(self.trimmed(span));
            }
            Pattern {
                elements: self.elements.drain(first..end).collect(),
            }
        });
        self.elements.truncate(first);
        self.indents.truncate(first_indent);
        Ok(pattern)
    }

    /// The text of a pattern of one line and nothing else, as most are; else nothing is passed.
    fn lone_line(&mut self) -> Option<Span> {
        let rest = &self.bytes[self.at..];
        let length = memchr::memchr3(b'\n', b'{', b'}', rest)?;
        if rest[length] != b'\n' || matches!(rest[0], b'\n' | b'\r') {
            return None;
        }
        let behind = &rest[length + 1..];
        let width = behind.iter().take_while(|&&byte| byte == b' ').count();
        let is_end = match behind.get(width) {
            Some(b'.' | b'}' | b'[' | b'*') => true,
            Some(b'\n' | b'\r' | b'{') => false,
            _ => width == 0,
        };
        if !is_end {
            return None;
        }
        let text = Span::new(self.at, self.at + length);
        self.at += length + 1;
        Some(self.trimmed(text))
    }

    /// Whether a line with so many spaces before what comes next is one more of the pattern.
    fn goes_on(&self, width: usize) -> bool {
        match self.peek() {
            Some(b'\n' | b'\r') => true,
            None | Some(b'.' | b'}' | b'[' | b'*') => false,
            Some(_) => width > 0,
        }
    }

    /// Passes text up to a brace or the end of the line.
    fn text(&mut self) -> Result<Text, Error> {
        let rest = &self.bytes[self.at..];
        let length = memchr::memchr3(b'\n', b'{', b'}', rest).unwrap_or(rest.len());
        let (before, ending) = match rest.get(length) {
            None => (length, Ending::File),
            Some(b'{') => (length, Ending::Placeable),
            Some(b'\n') if rest[..length].ends_with(b"\r") => (length - 1, Ending::CrLf),
            Some(b'\n') => (length, Ending::Line),
            Some(_) => {
                self.at += length;
                return Err(self.error(Expected::NoBrace));
            }
        };
        let is_blank = rest[..before].iter().all(|&byte| byte == b' ');
        let with_end = usize::from(ending == Ending::Line);
        let end = self.at + before + with_end;
        self.at += length + with_end;
        Ok(Text {
            end,
            is_blank,
            ending,
        })
    }

    /// Takes away what all lines are indented by.
    fn dedent(&mut self, first_indent: usize, common: Option<usize>) {
        for Indent { element, width } in &self.indents[first_indent..] {
            if let Element::Text(span) = &mut self.elements[*element] {
                let away = common.map_or(*width, |common| common.min(*width));
                *span = Span::new(span.start() + away, span.end());
            }
        }
    }

    /// A text without blanks at its end.
    fn trimmed(&self, text: Span) -> Span {
        let bytes = &self.bytes[text.range()];
        let blanks = bytes
            .iter()
            .rev()
            .take_while(|byte| b" \r\n".contains(byte));
        Span::new(text.start(), text.end() - blanks.count())
    }
}
