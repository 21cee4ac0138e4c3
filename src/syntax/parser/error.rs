//! Why an entry cannot be read, and where.

use crate::source::Span;

/// What could not be read.
#[derive(Clone, Copy, Debug)]
pub(in crate::syntax) struct Error {
    pub(in crate::syntax) kind: Expected,
    /// Where the missing thing should have been, or where the thing that is wrong begins.
    pub(in crate::syntax) at: usize,
}

/// What was expected at a place, or must not stand there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::syntax) enum Expected {
    /// The id of a message, a hyphen or a number sign at the start of a line.
    Entry,
    /// A space after the number signs of a comment.
    Space,
    /// `=` after an id or the name of an attribute.
    Equals,
    /// A text or an attribute of a message; the place is the message's.
    MessageField,
    /// The text of a term; the place is the term's.
    TermField,
    /// The text of an attribute; the place is that of its dot.
    AttributeText,
    /// An entry before an attribute; the place is that of its dot.
    Owner,
    /// An id after a hyphen.
    TermId,
    /// The name of an argument after `$`.
    Argument,
    /// The name of an attribute after `.`.
    Attribute,
    /// A value in a placeable.
    Value,
    /// An argument or `)` in a call.
    CallArgument,
    /// `)` at the end of a call.
    Parenthesis,
    /// A string or a number behind the name of an option.
    Literal,
    /// `}` at the end of a placeable.
    Brace,
    /// A digit after `.`.
    Fraction,
    /// A number or an id after `-`.
    NumberOrTerm,
    /// The end of the line after `->`.
    LineEnd,
    /// A variant, or the default one.
    Variant,
    /// `[` right after a star.
    Bracket,
    /// A word or number after `[`.
    Key,
    /// `]` after a variant key.
    KeyEnd,
    /// The text of a variant.
    VariantText,
    /// The end of a string in its line.
    Quote,
    /// A known escape; the place is that of the backslash, as with the next.
    Escape,
    /// All digits of an escape.
    EscapeDigits,
    /// No `}` in a text.
    NoBrace,
    /// No star, since another variant has one.
    NoStar,
    /// Capital letters in the name of a function.
    Function,
    /// No argument behind an option.
    NoPositional,
    /// An option that has not been given.
    NewOption,
    /// Something other than a message before `->`.
    NoMessage,
    /// Something other than a term before `->`.
    NoTerm,
    /// Something other than a placeable before `->`.
    NoPlaceable,
    /// `->` behind the attribute of a term.
    Choice,
    /// Fewer brackets within each other.
    LessNesting,
}

/// An entry that was left out.
#[derive(Debug)]
pub(in crate::syntax) struct Mistake {
    pub(in crate::syntax) error: Error,
    /// The junk that it left.
    pub(in crate::syntax) junk: Span,
    /// The index of the junk among the entries.
    pub(in crate::syntax) index: usize,
    /// The dot of the attribute that it is in.
    pub(in crate::syntax) dot: Option<usize>,
}
