//! From a source to its tree and its findings.
//!
//! The parser knows texts; what a file must not have besides, and how a mistake is told, is here.

use super::explain;
use super::parser::{self, Expected, Mistake};
use super::{Entry, Message, Resource};
use crate::finding::{Finding, Rule};
use crate::findings::Findings;
use crate::limits::Limits;
use crate::source::{Source, Span};

/// U+FEFF in UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Parses a text.
///
/// Never fails: what cannot be read becomes [`Entry::Junk`] and a finding, and all other entries
/// are there. A byte order mark and CRLF are accepted and reported.
///
/// # Example
///
/// ```
/// use tolken::{Limits, Source, syntax};
///
/// let source = Source::new("locales/fr-FR/errors.ftl", "NotFound = Introuvable.\nraté = non\n");
/// let (resource, findings) = syntax::parse(&source, &Limits::default());
/// assert_eq!(resource.entries.len(), 2);
/// assert_eq!(findings[0].message(), "expected `=` after the id, but found `é`");
/// assert_eq!(findings[0].position().column, 4);
/// ```
#[must_use]
pub fn parse(source: &Source, limits: &Limits) -> (Resource, Vec<Finding>) {
    let (resource, findings) = parse_bounded(source, limits);
    (resource, findings.into_vec())
}

/// The same, where the findings of other files follow.
pub(crate) fn parse_bounded(source: &Source, limits: &Limits) -> (Resource, Findings) {
    let limits = limits.within_stack();
    let mut findings = Findings::new(&limits);
    let text = source.text();
    let start = match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(_) => BYTE_ORDER_MARK.len(),
        None => 0,
    };
    if start > 0 {
        findings.push(
            Finding::new(Rule::ByteOrderMark, source, Span::new(0, start))
                .with_message("the file begins with a byte order mark")
                .with_help("save the file as UTF-8 without BOM"),
        );
    }
    if let Some(at) = memchr::memmem::find(text.as_bytes(), b"\r\n") {
        findings.push(
            Finding::new(Rule::LineEnds, source, Span::new(at, at + 2))
                .with_message("lines end in CR LF")
                .with_help("save the file with LF line ends"),
        );
    }
    let mut parsed = parser::parse(text, start, limits.nesting);
    for mistake in &parsed.mistakes {
        let owner = mistake.index.checked_sub(1);
        let owner = owner.map(|index| &parsed.entries[index]);
        let finding = finding(source, mistake, owner, limits.nesting);
        // What is not UTF-8 has a finding already.
        if !source.is_undecodable(finding.span()) {
            findings.push(finding);
        }
    }
    if parsed.longest_name > limits.name_bytes || source.is_undecodable_anywhere() {
        for entry in &mut parsed.entries {
            leave_out(entry, source, &limits, &mut findings);
        }
    }
    let resource = Resource {
        source: source.clone(),
        entries: parsed.entries,
    };
    (resource, findings)
}

/// Makes junk of an entry with a name that is too long, or with what is not UTF-8.
fn leave_out(entry: &mut Entry, source: &Source, limits: &Limits, findings: &mut Findings) {
    let (Entry::Message(message) | Entry::Term(message)) = entry else {
        return;
    };
    let limit = limits.name_bytes;
    let long = long_name(message, limit);
    if let Some((name, what)) = long {
        findings.add(Rule::Syntax, source, name, |finding| {
            finding
                .with_message(format!("this {what} is longer than {limit} bytes"))
                .with_help("shorten it; the message was left out")
        });
    }
    if long.is_some() || source.is_undecodable(message.span) {
        *entry = Entry::Junk(message.span);
    }
}

/// The first name of a message that is longer than names may be, and what it is.
fn long_name(message: &Message, limit: usize) -> Option<(Span, &'static str)> {
    let attributes = message.attributes.iter().map(|attribute| attribute.id);
    let names = attributes.map(|name| (name, "name"));
    std::iter::once((message.id, "id"))
        .chain(names)
        .find(|(name, _)| name.range().len() > limit)
}

/// Tells of a mistake; `before` is the entry before it.
fn finding(source: &Source, mistake: &Mistake, before: Option<&Entry>, nesting: usize) -> Finding {
    let text = source.text();
    let explained = explain::explain(text, mistake);
    let at = explained.at;
    let width = text[at..].chars().next().map_or(1, char::len_utf8);
    let span = Span::new(at, at + width);
    let finding = if mistake.error.kind == Expected::LessNesting {
        Finding::new(Rule::Nesting, source, span)
            .with_message(format!("placeables nest deeper than {nesting} levels"))
            .with_help(match mistake.dot {
                None => "write the sentence as whole variants; the message was left out",
                Some(_) => "write the sentence as whole variants; the attribute was left out",
            })
    } else {
        Finding::new(Rule::Syntax, source, span)
            .with_message(explained.message)
            .with_help(explained.help)
    };
    let id = explain::id(source.slice(mistake.junk));
    let attribute = explained.attribute.map(|name| &text[name]);
    let owner = match (id, before) {
        // Junk that begins with an attribute is the rest of the entry before it.
        ("", Some(Entry::Message(message))) => source.slice(message.id),
        ("", Some(Entry::Term(term))) => {
            source.slice(Span::new(term.id.start() - 1, term.id.end()))
        }
        _ => id,
    };
    match attribute {
        Some("") => finding,
        _ if owner.is_empty() || owner == "-" => finding,
        Some(name) => finding.with_code(format!("{owner}.{name}")),
        // What follows a message is not of it.
        None if id.is_empty() => finding,
        None => finding.with_code(id),
    }
}
