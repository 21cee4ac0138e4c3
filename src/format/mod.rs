//! The form of a Fluent file: its blanks, and nothing else.
//!
//! Owns where an entry is indented, where a space stands and where none does. What a file says is in
//! the [syntax tree](crate::syntax); the form is a list of edits of the blanks between its parts, so
//! that no letter can be lost. Nothing is put in another order or onto another line: what the
//! tools of translators write (fluent-syntax, Python's fluent.syntax, translate-toolkit, moz.l10n)
//! has this form already, each in its own way, and stays as it is.

mod blanks;
mod expression;
mod lines;
mod pattern;

use crate::finding::{Edit, Finding, Rule};
use crate::limits::Limits;
use crate::source::Source;
use crate::syntax::{self, Comment, Entry, Message};

use self::blanks::Blanks;

/// How far what belongs to something is indented from it.
const INDENT: usize = 4;

/// What it takes to bring a file into form.
#[derive(Clone, Debug)]
pub struct Formatting {
    edits: Vec<Edit>,
    left: Vec<Finding>,
}

impl Formatting {
    /// The edits, in the order of their places; none overlap.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Why parts of the file were left as they are, byte for byte: they could not be read.
    #[must_use]
    pub fn left(&self) -> &[Finding] {
        &self.left
    }

    /// A file with the edits. Offsets of a [`Source`] are those of its bytes, so these may be the
    /// bytes of a file that is not all UTF-8.
    #[must_use]
    pub fn apply(&self, bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(bytes.len());
        let mut at = 0;
        for edit in &self.edits {
            let span = edit.span();
            out.extend_from_slice(bytes.get(at..span.start()).unwrap_or_default());
            out.extend_from_slice(edit.text().as_bytes());
            at = span.end();
        }
        out.extend_from_slice(bytes.get(at..).unwrap_or_default());
        out
    }
}

/// What it takes to bring a file into form.
///
/// # Example
///
/// ```
/// use tolken::{Limits, Source};
///
/// let source = Source::new("ko-KR/errors.ftl", "InvalidUrl=잘못된 URL입니다: {$url}\n");
/// let formatting = tolken::format::format(&source, &Limits::default());
/// let edits: Vec<_> = formatting.edits().iter().map(|edit| edit.text()).collect();
/// assert_eq!(edits, [" ", " ", " ", " "]);
/// ```
#[must_use]
pub fn format(source: &Source, limits: &Limits) -> Formatting {
    let (resource, findings) = syntax::parse(source, limits);
    let mut left = findings;
    // A byte order mark and CR LF are part of the form.
    left.retain(|finding| !matches!(finding.rule(), Rule::ByteOrderMark | Rule::LineEnds));
    let mut blanks = Blanks::new(source.text());
    file(&resource.entries, &mut blanks);
    Formatting {
        edits: blanks.into_edits(),
        left,
    }
}

/// A file in form; `None` when it is in form already.
///
/// A source that is not all UTF-8 is not formatted either, since its text is not what the file
/// holds; [`format()`] tells the edits of the rest.
///
/// # Example
///
/// ```
/// use tolken::Source;
/// use tolken::format::formatted;
///
/// let source = Source::new("nl-NL/errors.ftl", "Gone=Weg.  \n\n\n\nInvalidUrl =\n  De URL {$url}\n  is ongeldig.\n");
/// assert_eq!(
///     formatted(&source).as_deref(),
///     Some("Gone = Weg.\n\nInvalidUrl =\n    De URL { $url }\n    is ongeldig.\n")
/// );
/// ```
#[must_use]
pub fn formatted(source: &Source) -> Option<String> {
    if source.is_undecodable_anywhere() {
        return None;
    }
    let formatting = format(source, &Limits::default());
    if formatting.edits.is_empty() {
        return None;
    }
    String::from_utf8(formatting.apply(source.text().as_bytes())).ok()
}

/// Where an entry begins, with its comment. A mark at the end of a file is a comment without a line,
/// and has no place.
fn start(entry: &Entry, blanks: &Blanks<'_>) -> Option<usize> {
    let of_comment = |comment: &Comment| {
        let first = comment.lines.first()?;
        Some(blanks.line_start(first.start()))
    };
    match entry {
        Entry::Message(message) | Entry::Term(message) => {
            let comment = message.comment.as_deref().and_then(of_comment);
            Some(comment.unwrap_or(message.span.start()))
        }
        Entry::Comment(comment) => of_comment(comment),
        Entry::Junk(span) => Some(span.start()),
    }
}

fn file(entries: &[Entry], blanks: &mut Blanks<'_>) {
    let is_junk = |entry: &Entry| matches!(entry, Entry::Junk(_));
    let is_comment = |entry: &Entry| matches!(entry, Entry::Comment(_));
    let mut entries: Vec<_> = entries
        .iter()
        .filter_map(|entry| Some((start(entry, blanks)?, entry)))
        .collect();
    entries.sort_by_key(|&(start, _)| start);
    let mut before: Option<&Entry> = None;
    for (start, entry) in entries {
        match before {
            // What belongs to junk is known to nobody.
            _ if is_junk(entry) || before.is_some_and(is_junk) => blanks.pass(start),
            None => blanks.set(start, ""),
            // Whoever writes a comment that stands alone sets a blank line before and behind it.
            Some(before) => {
                let most = 1 + usize::from(is_comment(before) && is_comment(entry));
                blanks.set_lines(start, most, 0);
            }
        }
        match entry {
            Entry::Message(message) | Entry::Term(message) => self::message(message, blanks),
            Entry::Comment(comment) => self::comment(comment, blanks),
            Entry::Junk(span) => blanks.pass(span.end()),
        }
        before = Some(entry);
    }
    let end = blanks.text().len();
    match before {
        None => blanks.set(end, ""),
        Some(Entry::Junk(_)) => {}
        Some(Entry::Comment(_)) => blanks.set_lines(end, 1, 0),
        Some(_) => blanks.set(end, "\n"),
    }
}

fn message(message: &Message, blanks: &mut Blanks<'_>) {
    if let Some(comment) = &message.comment {
        self::comment(comment, blanks);
        blanks.set(message.span.start(), "\n");
    }
    blanks.pass(message.id.end());
    blanks.mark(" ", "=");
    if let Some(value) = &message.value {
        pattern::pattern(value, 0, blanks);
    }
    for attribute in &message.attributes {
        blanks.set_lines(attribute.id.start() - 1, 1, INDENT);
        blanks.pass(attribute.id.end());
        blanks.mark(" ", "=");
        pattern::pattern(&attribute.value, INDENT, blanks);
    }
}

/// What a line of a comment says is left as it is, with the spaces at its end.
fn comment(comment: &Comment, blanks: &mut Blanks<'_>) {
    let level = usize::from(comment.level);
    for (index, line) in comment.lines.iter().enumerate() {
        let start = blanks.line_start(line.start());
        if index > 0 {
            blanks.set(start, "\n");
        }
        blanks.pass(start + level);
        let is_empty = line.range().is_empty();
        blanks.set(line.start(), if is_empty { "" } else { " " });
        blanks.pass(line.end());
    }
}
