//! The syntax tree of a Fluent file, with a byte span on every part.
//!
//! Owns what a file says, before anything is resolved: entries, patterns, placeables, expressions, as
//! spans into the [`Source`], which is all that findings, editors and the compiler need. The nodes
//! follow the [Fluent syntax specification](https://github.com/projectfluent/fluent/tree/main/spec).

mod elements;
mod escape;
mod explain;
mod parse;
mod parser;

pub use self::elements::Elements;
pub(crate) use self::escape::{escapes, unescape};
pub use self::parse::parse;
pub(crate) use self::parse::parse_bounded;

use crate::source::{Source, Span};

/// A parsed file.
#[derive(Clone, Debug)]
pub struct Resource {
    /// The text that all spans point into.
    pub source: Source,
    /// What the file holds, in its order.
    pub entries: Vec<Entry>,
}

/// One top-level part of a file.
#[derive(Clone, Debug)]
pub enum Entry {
    /// `id = …`
    Message(Message),
    /// `-id = …`
    Term(Message),
    /// A comment that stands alone, `#`, `##` or `###`.
    Comment(Comment),
    /// Text that is not Fluent, or that could not be read.
    Junk(Span),
}

/// A message, or a term, as it is written.
#[derive(Clone, Debug)]
pub struct Message {
    /// The comment right above it; in a box, since most have none.
    pub comment: Option<Box<Comment>>,
    /// Its id; a term's without the hyphen.
    pub id: Span,
    /// Its value; a message may have attributes alone.
    pub value: Option<Pattern>,
    /// Its attributes, `.name = …`, in their order.
    pub attributes: Vec<Attribute>,
    /// All of it, from the id to the end of the last pattern; without the comment.
    pub span: Span,
}

/// An attribute of a message or a term.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Its name, without the dot.
    pub id: Span,
    /// Its value.
    pub value: Pattern,
}

/// A comment.
#[derive(Clone, Debug)]
pub struct Comment {
    /// 1 for `#`, 2 for `##`, 3 for `###`.
    pub level: u8,
    /// The text of each line, without the marks.
    pub lines: Vec<Span>,
}

/// Text and placeables, one after the other.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// The parts, never empty.
    pub elements: Elements,
}

impl Pattern {
    /// From the first element to the last.
    #[must_use]
    pub fn span(&self) -> Span {
        match (self.elements.first(), self.elements.last()) {
            (Some(first), Some(last)) => first.span().to(last.span()),
            _ => Span::default(),
        }
    }
}

/// A part of a pattern.
#[derive(Clone, Debug)]
pub enum Element {
    /// Text as it is shown: one line or a part of one, without the common indent. A line end is
    /// always LF.
    Text(Span),
    /// `{ … }`
    Placeable(Placeable),
}

impl Element {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Element::Text(span) => *span,
            Element::Placeable(placeable) => placeable.span,
        }
    }
}

/// An expression in braces.
#[derive(Clone, Debug)]
pub struct Placeable {
    /// With the braces.
    pub span: Span,
    /// What is in them.
    pub expression: Expression,
}

/// What a placeable holds.
#[derive(Clone, Debug)]
pub enum Expression {
    /// A value.
    Inline(Inline),
    /// `selector -> …`
    Select(Box<Select>),
}

/// A choice between variants.
#[derive(Clone, Debug)]
pub struct Select {
    /// What decides.
    pub selector: Inline,
    /// The variants in their order; exactly one is the default.
    pub variants: Vec<Variant>,
}

/// A variant of a choice.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The key, without the brackets.
    pub key: Span,
    /// Whether the key is a number literal.
    pub is_number: bool,
    /// Whether it is marked by `*`.
    pub is_default: bool,
    /// Its text.
    pub value: Pattern,
}

/// A value, without braces.
#[derive(Clone, Debug)]
pub struct Inline {
    /// Where it stands, with its marks and parentheses.
    pub span: Span,
    /// What it is.
    pub kind: InlineKind,
}

/// The kinds of value.
#[derive(Clone, Debug)]
pub enum InlineKind {
    /// `"text"`; the span without quotes, escapes as written.
    String(Span),
    /// `3.14`
    Number,
    /// `$name`; the span without the mark.
    Variable(Span),
    /// `id` or `id.attribute`
    Message(Span, Option<Span>),
    /// `-id`, `-id(…)` or `-id.attribute(…)`; the id without the hyphen.
    Term(Span, Option<Span>, Box<CallArguments>),
    /// `NAME(…)`
    Function(Span, Box<CallArguments>),
    /// A placeable within a placeable.
    Placeable(Box<Placeable>),
}

/// What is between the parentheses of a call.
#[derive(Clone, Debug, Default)]
pub struct CallArguments {
    /// By place.
    pub positional: Vec<Inline>,
    /// By name; a value is a string or number literal.
    pub named: Vec<(Span, Inline)>,
}
