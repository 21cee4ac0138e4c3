//! Entries: messages, terms, comments, and junk where there is none.

use super::Parser;
use super::error::{Error, Expected, Mistake};
use crate::source::Span;
use crate::syntax::{Attribute, Comment, Entry, Message, Pattern};

/// An attribute that cannot be read.
#[derive(Clone, Copy)]
pub(super) struct Broken {
    /// The line that it begins in.
    line: usize,
    failure: Failure,
}

/// Why an entry cannot be read.
#[derive(Clone, Copy)]
struct Failure {
    error: Error,
    /// The dot of the attribute that it is in.
    dot: Option<usize>,
    /// How far the text has been read.
    reached: usize,
}

impl Parser<'_> {
    /// Reads all entries of the text.
    pub(super) fn all(&mut self) {
        self.blank_lines();
        while self.at < self.bytes.len() {
            let start = self.at;
            if let Err(failure) = self.entry() {
                self.leave_out(start, failure);
            }
            let blank_lines = self.blank_lines();
            if blank_lines > 0 || self.at == self.bytes.len() {
                self.comment_alone();
            }
        }
    }

    /// Reads the entry that begins here.
    fn entry(&mut self) -> Result<(), Failure> {
        if let Some(Broken { line, failure }) = self.broken {
            self.broken = None;
            if line == self.at {
                return Err(failure);
            }
        }
        match self.peek() {
            Some(b'#') => self.comment(),
            Some(b'-') => self.message(1),
            Some(b' ') => Err(self.indented()),
            _ => self.message(0),
        }
    }

    /// Makes junk of an entry that cannot be read.
    #[cold]
    fn leave_out(&mut self, start: usize, failure: Failure) {
        self.reset();
        self.comment_alone();
        self.at = self.next_entry(start, failure.reached);
        let junk = self.since(start);
        self.parsed.mistakes.push(Mistake {
            error: failure.error,
            junk,
            index: self.parsed.entries.len(),
            dot: failure.dot,
        });
        self.parsed.entries.push(Entry::Junk(junk));
    }

    /// Lets the comment above stand alone.
    fn comment_alone(&mut self) {
        let comment = self.above.take().map(Entry::Comment);
        self.parsed.entries.extend(comment);
    }

    /// A message, or a term, whose id has a mark before it.
    fn message(&mut self, mark: usize) -> Result<(), Failure> {
        let start = self.at;
        self.at += mark;
        let (id, value) = self.field(mark).map_err(|error| self.failure(error))?;
        self.blank_lines();
        let attributes = self.attributes();
        if value.is_none() && (mark > 0 || attributes.is_empty()) {
            return Err(self.no_field(start, mark));
        }
        let last = attributes.last().map(|attribute| &attribute.value);
        let end = last
            .or(value.as_ref())
            .map_or(id.end(), |pattern| pattern.span().end());
        let message = Message {
            comment: self.above.take().map(Box::new),
            id,
            value,
            attributes,
            span: Span::new(start, end),
        };
        self.parsed.entries.push(match mark {
            0 => Entry::Message(message),
            _ => Entry::Term(message),
        });
        Ok(())
    }

    /// A name, `=`, and a pattern if there is one.
    fn field(&mut self, mark: usize) -> Result<(Span, Option<Pattern>), Error> {
        let name = self.name().ok_or_else(|| {
            self.error(if mark > 0 {
                Expected::TermId
            } else {
                Expected::Entry
            })
        })?;
        self.parsed.longest_name = self.parsed.longest_name.max(name.range().len());
        self.spaces();
        self.expect(b'=', Expected::Equals)?;
        Ok((name, self.pattern()?))
    }

    /// Attributes up to one that cannot be read.
    fn attributes(&mut self) -> Vec<Attribute> {
        let mut attributes = Vec::new();
        loop {
            let line = self.at;
            self.spaces();
            if self.peek() != Some(b'.') {
                self.at = line;
                return attributes;
            }
            match self.attribute() {
                Ok(attribute) => attributes.push(attribute),
                Err(failure) => {
                    self.reset();
                    self.broken = Some(Broken { line, failure });
                    self.at = line;
                    return attributes;
                }
            }
        }
    }

    /// The attribute whose dot is here.
    fn attribute(&mut self) -> Result<Attribute, Failure> {
        let dot = self.at;
        self.at += 1;
        let attribute = self.field(0).and_then(|(id, value)| match value {
            Some(value) => Ok(Attribute { id, value }),
            None => Err(self.without_text(Expected::AttributeText, dot)),
        });
        attribute.map_err(|mut error| {
            if error.kind == Expected::Entry {
                error.kind = Expected::Attribute;
            }
            Failure {
                dot: Some(dot),
                ..self.failure(error)
            }
        })
    }

    /// A comment, which may be that of the entry behind it.
    fn comment(&mut self) -> Result<(), Failure> {
        let mut lines = Vec::new();
        let mut level = 0;
        loop {
            let start = self.at;
            while self.at - start < 3 && self.take(b'#') {}
            let marks = self.at - start;
            let is_end = lines.is_empty() || level == marks;
            if marks == 0 || !is_end {
                self.at = start;
                break;
            }
            if !self.is_line_end() && !self.take(b' ') {
                if lines.is_empty() {
                    return Err(self.failure(self.error(Expected::Space)));
                }
                self.at = start;
                break;
            }
            level = marks;
            lines.push(self.rest_of_line());
            if !self.line_end() {
                break;
            }
        }
        // There are at most three marks.
        let level = u8::try_from(level).unwrap_or_default();
        self.comment_alone();
        self.above = Some(Comment { level, lines });
        if level > 1 {
            self.comment_alone();
        }
        Ok(())
    }

    /// Up to the end of the line, which is not passed.
    fn rest_of_line(&mut self) -> Span {
        let start = self.at;
        let rest = &self.bytes[start..];
        let length = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let has_cr = length < rest.len() && rest[..length].ends_with(b"\r");
        self.at += length - usize::from(has_cr);
        self.since(start)
    }

    /// What is wrong with a line that begins with a space, as no entry does: an attribute may have
    /// lost what it belongs to.
    #[cold]
    fn indented(&mut self) -> Failure {
        let start = self.error(Expected::Entry);
        self.spaces();
        if self.peek() != Some(b'.') {
            self.at = start.at;
            return self.failure(start);
        }
        let owner = self.error(Expected::Owner);
        match self.attribute() {
            Ok(_) => Failure {
                dot: Some(owner.at),
                ..self.failure(owner)
            },
            Err(failure) => failure,
        }
    }

    /// What is wrong with a message without a text and attributes, or a term without a text.
    #[cold]
    fn no_field(&mut self, start: usize, mark: usize) -> Failure {
        match self.broken.take() {
            Some(Broken { failure, .. }) => failure,
            None if mark > 0 => self.failure(self.without_text(Expected::TermField, start)),
            None => self.failure(self.without_text(Expected::MessageField, start)),
        }
    }

    /// An error at the start of what has no text, or at the tab that it is indented by.
    #[cold]
    fn without_text(&self, kind: Expected, start: usize) -> Error {
        let at = match self.peek() {
            Some(b'\t') => self.at,
            _ => start,
        };
        Error { kind, at }
    }

    #[cold]
    fn failure(&self, error: Error) -> Failure {
        Failure {
            error,
            dot: None,
            reached: self.at,
        }
    }

    /// The line that an entry can begin in again, after one that cannot be read.
    ///
    /// In search of the end of a placeable the parser may have read the id of the next entry, but
    /// never its `=`; so that line is looked at again. Any other line that was read on the way
    /// begins no entry.
    fn next_entry(&self, start: usize, reached: usize) -> usize {
        let line = memchr::memrchr(b'\n', &self.bytes[start..reached]);
        if let Some(line) = line.map(|newline| start + newline + 1)
            && begins_entry(&self.bytes[line..])
        {
            return line;
        }
        let mut at = reached;
        loop {
            let is_line_start = at > start && self.bytes[at - 1] == b'\n';
            if is_line_start
                && matches!(
                    self.bytes.get(at),
                    Some(b'a'..=b'z' | b'A'..=b'Z' | b'-' | b'#')
                )
            {
                return at;
            }
            match memchr::memchr(b'\n', &self.bytes[at..]) {
                Some(newline) => at += newline + 1,
                None => return self.bytes.len(),
            }
        }
    }
}

/// Whether a line can only be the start of an entry: an id at its very beginning and `=` behind
/// it, or a comment.
fn begins_entry(line: &[u8]) -> bool {
    let name = line.strip_prefix(b"-").unwrap_or(line);
    match name.first() {
        Some(first) if first.is_ascii_alphabetic() => {
            let id = name
                .iter()
                .take_while(|&&b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
            let rest = &name[id.count()..];
            rest.iter().find(|&&byte| byte != b' ') == Some(&b'=')
        }
        _ => line.first() == Some(&b'#'),
    }
}
