//! From a source to its tree: fluent-syntax parses, this file puts the places back.
//!
//! Every string in fluent-syntax's tree is a slice of the text, so where it lies in memory says
//! where it stands. What the tree leaves out (braces, quotes, parentheses) is found by looking
//! outward from there over blanks.

use fluent_syntax::ast;
use fluent_syntax::parser::{self, ParserError};

use super::mask::{Excess, MOST_OPTIONS};
use super::text::Text;
use super::{
    Attribute, CallArguments, Comment, Element, Entry, Expression, Inline, InlineKind, Message,
    Pattern, Placeable, Resource, Select, Variant, choice, explain, mask, place,
};
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
    let body = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let skipped = text.len() - body.len();
    if skipped > 0 {
        findings.push(
            Finding::new(Rule::ByteOrderMark, source, Span::new(0, skipped))
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
    let (masked, hidden) = mask::mask(body, limits.nesting);
    let mut entries = Vec::new();
    for hidden in &hidden {
        let at = skipped + hidden.at;
        entries.push(Entry::Junk(span(
            skipped,
            hidden.entry.start,
            hidden.entry.end,
        )));
        let (rule, message, help) = match hidden.excess {
            Excess::Brackets => (
                Rule::Nesting,
                format!("placeables nest deeper than {} levels", limits.nesting),
                "write the sentence as whole variants; the message was left out",
            ),
            Excess::Options => (
                Rule::FunctionOption,
                format!("the calls of this message have more than {MOST_OPTIONS} options"),
                "remove those that no function knows; the message was left out",
            ),
        };
        let finding = Finding::new(rule, source, Span::new(at, at + 1))
            .with_message(message)
            .with_help(help);
        findings.push(with_id(finding, &body[hidden.entry.clone()]));
    }
    let places = Places {
        text: &masked,
        skipped,
    };
    let mut owner = None;
    read(&masked, &mut |entry, error| {
        if let Some(error) = error {
            let finding = junk_finding(source, &places, &error, owner);
            // What is not UTF-8 has a finding already.
            if !source.is_undecodable(finding.span()) {
                findings.push(finding);
            }
        }
        entries.push(places.entry(entry));
        owner = match entries.last() {
            Some(Entry::Message(message)) => Some(message.id),
            Some(Entry::Term(term)) => Some(Span::new(term.id.start() - 1, term.id.end())),
            _ => None,
        };
    });
    for entry in &mut entries {
        let (Entry::Message(message) | Entry::Term(message)) = entry else {
            continue;
        };
        let selector = choice::without_default(message);
        if let Some(selector) = selector {
            findings.push(
                Finding::new(Rule::Syntax, source, selector)
                    .with_code(source.slice(message.id))
                    .with_message("this choice has no default variant")
                    .with_help("mark one variant with a star, as in `*[other]`"),
            );
        }
        let long = long_name(message, limits.name_bytes);
        if let Some((name, what)) = long {
            findings.add(Rule::Syntax, source, name, |finding| {
                let limit = limits.name_bytes;
                finding
                    .with_message(format!("this {what} is longer than {limit} bytes"))
                    .with_help("shorten it; the message was left out")
            });
        }
        if selector.is_some() || long.is_some() || source.is_undecodable(message.span) {
            *entry = Entry::Junk(message.span);
        }
    }
    (
        Resource {
            source: source.clone(),
            entries,
        },
        findings,
    )
}

/// Hands over the entries of a text, junk with its error.
///
/// In search of the end of a placeable, fluent-syntax 0.12 may take the id of the next entry for a
/// reference, and then passes over that entry as well. It is read again here.
fn read(text: &str, visit: &mut dyn FnMut(&ast::Entry<Text<'_>>, Option<ParserError>)) {
    let (tree, errors) = match parser::parse(Text(text)) {
        Ok(tree) => (tree, Vec::new()),
        Err(failure) => failure,
    };
    let mut errors = errors.into_iter();
    for entry in &tree.body {
        let ast::Entry::Junk { .. } = entry else {
            visit(entry, None);
            continue;
        };
        let mut error = errors.next();
        let mut passed = None;
        if let Some(error) = &mut error
            && let Some(junk) = &mut error.slice
            && let Some(line) = place::line_start(text, error.pos.start)
            && line > junk.start
            && mask::begins_entry(&text.as_bytes()[line..])
        {
            passed = Some(line..junk.end);
            junk.end = line;
        }
        let junk = error.as_ref().and_then(|error| error.slice.clone());
        let content = Text(&text[junk.unwrap_or_default()]);
        visit(&ast::Entry::Junk { content }, error);
        // One line begins an entry in what was passed over, so this goes one level deep.
        if let Some(passed) = passed {
            read(&text[passed.clone()], &mut |entry, error| {
                visit(entry, error.map(|error| place::moved(error, passed.start)));
            });
        }
    }
}

fn junk_finding(
    source: &Source,
    places: &Places<'_>,
    error: &ParserError,
    owner: Option<Span>,
) -> Finding {
    let text = places.text;
    let junk = error.slice.clone().unwrap_or(error.pos.clone());
    let explained = explain::explain(text, error);
    let at = explained.at;
    let width = text[at..].chars().next().map_or(1, char::len_utf8);
    let finding = Finding::new(Rule::Syntax, source, span(places.skipped, at, at + width))
        .with_message(explained.message)
        .with_help(explained.help);
    match explained.attribute.map(|name| &text[name]) {
        Some("") => finding,
        Some(name) => {
            // Junk that begins with an attribute is the rest of the entry before it.
            let id = match (id(&text[junk]), owner) {
                ("", Some(owner)) => source.slice(owner),
                (id, _) => id,
            };
            finding.with_code(format!("{id}.{name}"))
        }
        None => with_id(finding, &text[junk]),
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

/// With the id that a text begins with, if it does.
fn with_id(finding: Finding, text: &str) -> Finding {
    match id(text) {
        "" | "-" => finding,
        id => finding.with_code(id),
    }
}

fn id(text: &str) -> &str {
    let is_id = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let end = text.find(|c| !is_id(c)).unwrap_or(text.len());
    &text[..end]
}

fn span(skipped: usize, start: usize, end: usize) -> Span {
    Span::new(skipped + start, skipped + end)
}

/// Finds where a slice of the text stands.
struct Places<'t> {
    text: &'t str,
    /// Bytes of the source before the text, a byte order mark.
    skipped: usize,
}

impl Places<'_> {
    /// The slice must be one of this text; the parser gives no other, but for the line end, which
    /// it may take from a constant. That one has no place of its own.
    fn offset(&self, Text(slice): Text<'_>) -> Option<usize> {
        let offset = (slice.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        (offset + slice.len() <= self.text.len()).then_some(offset)
    }

    fn span(&self, slice: Text<'_>) -> Span {
        let start = self.offset(slice).unwrap_or_default();
        span(self.skipped, start, start + slice.0.len())
    }

    fn entry(&self, entry: &ast::Entry<Text<'_>>) -> Entry {
        match entry {
            ast::Entry::Message(message) => Entry::Message(self.message(
                message.id.name,
                message.value.as_ref(),
                &message.attributes,
                message.comment.as_ref(),
                0,
            )),
            ast::Entry::Term(term) => Entry::Term(self.message(
                term.id.name,
                Some(&term.value),
                &term.attributes,
                term.comment.as_ref(),
                1,
            )),
            ast::Entry::Comment(comment) => Entry::Comment(self.comment(comment, 1)),
            ast::Entry::GroupComment(comment) => Entry::Comment(self.comment(comment, 2)),
            ast::Entry::ResourceComment(comment) => Entry::Comment(self.comment(comment, 3)),
            ast::Entry::Junk { content } => Entry::Junk(self.span(*content)),
        }
    }

    fn message(
        &self,
        id: Text<'_>,
        value: Option<&ast::Pattern<Text<'_>>>,
        attributes: &[ast::Attribute<Text<'_>>],
        comment: Option<&ast::Comment<Text<'_>>>,
        marks: usize,
    ) -> Message {
        let id = self.span(id);
        let value = value.map(|pattern| self.pattern(pattern));
        let attributes: Vec<_> = attributes
            .iter()
            .map(|attribute| Attribute {
                id: self.span(attribute.id.name),
                value: self.pattern(&attribute.value),
            })
            .collect();
        let mut span = Span::new(id.start() - marks.min(id.start()), id.end());
        if let Some(value) = &value {
            span = span.to(value.span());
        }
        if let Some(attribute) = attributes.last() {
            span = span.to(attribute.value.span());
        }
        Message {
            comment: comment.map(|comment| self.comment(comment, 1)),
            id,
            value,
            attributes,
            span,
        }
    }

    fn comment(&self, comment: &ast::Comment<Text<'_>>, level: u8) -> Comment {
        Comment {
            level,
            lines: comment
                .content
                .iter()
                .map(|line| self.span(*line))
                .collect(),
        }
    }

    fn pattern(&self, pattern: &ast::Pattern<Text<'_>>) -> Pattern {
        let elements = pattern.elements.iter().map(|element| match element {
            ast::PatternElement::TextElement { value } => Element::Text(self.span(*value)),
            ast::PatternElement::Placeable { expression } => {
                Element::Placeable(self.placeable(expression))
            }
        });
        Pattern {
            elements: elements.collect(),
        }
    }

    fn placeable(&self, expression: &ast::Expression<Text<'_>>) -> Placeable {
        let (inner, expression) = match expression {
            ast::Expression::Inline(inline) => {
                let inline = self.inline(inline);
                (inline.span, Expression::Inline(inline))
            }
            ast::Expression::Select { selector, variants } => {
                let selector = self.inline(selector);
                let variants: Vec<_> = variants.iter().map(|v| self.variant(v)).collect();
                let end = variants
                    .last()
                    .map_or(selector.span, |last| last.value.span());
                (
                    selector.span.to(end),
                    Expression::Select(Select { selector, variants }),
                )
            }
        };
        let span = self.outward(inner);
        Placeable { span, expression }
    }

    fn variant(&self, variant: &ast::Variant<Text<'_>>) -> Variant {
        let (key, is_number) = match variant.key {
            ast::VariantKey::Identifier { name } => (name, false),
            ast::VariantKey::NumberLiteral { value } => (value, true),
        };
        Variant {
            key: self.span(key),
            is_number,
            is_default: variant.default,
            value: self.pattern(&variant.value),
        }
    }

    fn inline(&self, inline: &ast::InlineExpression<Text<'_>>) -> Inline {
        match inline {
            ast::InlineExpression::StringLiteral { value } => {
                let value = self.span(*value);
                let span = Span::new(value.start() - 1, value.end() + 1);
                Inline {
                    span,
                    kind: InlineKind::String(value),
                }
            }
            ast::InlineExpression::NumberLiteral { value } => Inline {
                span: self.span(*value),
                kind: InlineKind::Number,
            },
            ast::InlineExpression::VariableReference { id } => {
                let id = self.span(id.name);
                let span = Span::new(id.start() - 1, id.end());
                Inline {
                    span,
                    kind: InlineKind::Variable(id),
                }
            }
            ast::InlineExpression::MessageReference { id, attribute } => {
                let id = self.span(id.name);
                let attribute = attribute
                    .as_ref()
                    .map(|attribute| self.span(attribute.name));
                let span = id.to(attribute.unwrap_or(id));
                Inline {
                    span,
                    kind: InlineKind::Message(id, attribute),
                }
            }
            ast::InlineExpression::TermReference {
                id,
                attribute,
                arguments,
            } => {
                let id = self.span(id.name);
                let attribute = attribute
                    .as_ref()
                    .map(|attribute| self.span(attribute.name));
                let name = Span::new(id.start() - 1, attribute.unwrap_or(id).end());
                let (arguments, span) = match arguments {
                    Some(arguments) => self.arguments(arguments, name),
                    None => (CallArguments::default(), name),
                };
                Inline {
                    span,
                    kind: InlineKind::Term(id, attribute, arguments),
                }
            }
            ast::InlineExpression::FunctionReference { id, arguments } => {
                let id = self.span(id.name);
                let (arguments, span) = self.arguments(arguments, id);
                Inline {
                    span,
                    kind: InlineKind::Function(id, arguments),
                }
            }
            ast::InlineExpression::Placeable { expression } => {
                let placeable = self.placeable(expression);
                Inline {
                    span: placeable.span,
                    kind: InlineKind::Placeable(Box::new(placeable)),
                }
            }
        }
    }

    /// The arguments of a call, and the span from its name to the closing parenthesis.
    fn arguments(
        &self,
        arguments: &ast::CallArguments<Text<'_>>,
        name: Span,
    ) -> (CallArguments, Span) {
        let positional: Vec<_> = arguments
            .positional
            .iter()
            .map(|value| self.inline(value))
            .collect();
        let named: Vec<_> = arguments
            .named
            .iter()
            .map(|argument| (self.span(argument.name.name), self.inline(&argument.value)))
            .collect();
        let last = named
            .last()
            .map(|(_, value)| value.span)
            .or(positional.last().map(|v| v.span));
        let rest = &self.text.as_bytes()[last.unwrap_or(name).end() - self.skipped..];
        let blanks = rest
            .iter()
            .take_while(|byte| b" \r\n,(".contains(byte))
            .count();
        let end = last.unwrap_or(name).end() + blanks + 1;
        (
            CallArguments { positional, named },
            Span::new(name.start(), end),
        )
    }

    /// Widens a span over blanks to the brackets around it.
    fn outward(&self, inner: Span) -> Span {
        let bytes = self.text.as_bytes();
        let is_blank = |byte: &&u8| b" \r\n".contains(byte);
        let (start, end) = (inner.start() - self.skipped, inner.end() - self.skipped);
        let before = bytes[..start].iter().rev().take_while(is_blank).count() + 1;
        let after = bytes[end..].iter().take_while(is_blank).count() + 1;
        let start = start.saturating_sub(before);
        span(self.skipped, start, (end + after).min(bytes.len()))
    }
}
