//! Walks through the syntax tree of a pattern.

use tolken::Span;
use tolken::syntax::{
    Comment, Element, Entry, Expression, Inline, InlineKind, Message, Pattern, Placeable, Resource,
};

/// A part of a pattern.
#[derive(Clone, Copy)]
pub(crate) enum Part<'p> {
    /// Text as it is shown: a line, or a part of one.
    Text(Span),
    /// A value, in text, in a call or deciding a choice.
    Inline(&'p Inline),
}

/// Shows each part of a pattern once, in their order.
pub(crate) fn visit<'p>(pattern: &'p Pattern, see: &mut dyn FnMut(Part<'p>)) {
    for element in &pattern.elements {
        match element {
            Element::Text(span) => see(Part::Text(*span)),
            Element::Placeable(placeable) => visit_placeable(placeable, see),
        }
    }
}

fn visit_placeable<'p>(placeable: &'p Placeable, see: &mut dyn FnMut(Part<'p>)) {
    match &placeable.expression {
        Expression::Inline(inline) => visit_inline(inline, see),
        Expression::Select(select) => {
            visit_inline(&select.selector, see);
            for variant in &select.variants {
                visit(&variant.value, see);
            }
        }
    }
}

fn visit_inline<'p>(inline: &'p Inline, see: &mut dyn FnMut(Part<'p>)) {
    see(Part::Inline(inline));
    match &inline.kind {
        InlineKind::Placeable(placeable) => visit_placeable(placeable, see),
        InlineKind::Function(_, arguments) | InlineKind::Term(_, _, arguments) => {
            for value in &arguments.positional {
                visit_inline(value, see);
            }
        }
        InlineKind::String(_)
        | InlineKind::Number
        | InlineKind::Variable(_)
        | InlineKind::Message(..) => {}
    }
}

/// The value of a message and those of its attributes.
pub(crate) fn patterns(message: &Message) -> impl Iterator<Item = &Pattern> {
    let attributes = message.attributes.iter().map(|attribute| &attribute.value);
    message.value.iter().chain(attributes)
}

/// Every value of a message.
pub(crate) fn inlines(message: &Message) -> Vec<&Inline> {
    let mut inlines = Vec::new();
    for pattern in patterns(message) {
        visit(pattern, &mut |part| {
            if let Part::Inline(inline) = part {
                inlines.push(inline);
            }
        });
    }
    inlines
}

/// The comments of a file, with the message or term that each stands right above.
pub(crate) fn comments(resource: &Resource) -> impl Iterator<Item = (&Comment, Option<&Entry>)> {
    resource.entries.iter().filter_map(|entry| match entry {
        Entry::Comment(comment) => Some((comment, None)),
        Entry::Message(message) | Entry::Term(message) => {
            Some((message.comment.as_deref()?, Some(entry)))
        }
        Entry::Junk(_) => None,
    })
}

/// The entry that a line of a comment drafts, `id = text`, as `tolken new-locale` writes it: where
/// its id stands in the line; a term's with its hyphen.
pub(crate) fn draft(line: &str) -> Option<&str> {
    let (id, _) = line
        .split_once(" = ")
        .or(line.strip_suffix(" =").map(|id| (id, "")))?;
    is_identifier(id.strip_prefix('-').unwrap_or(id)).then_some(id)
}

/// Whether Fluent takes a name: letters, digits, `-` and `_`, a letter first.
pub(crate) fn is_identifier(name: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    name.bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_alphabetic())
        && name.bytes().all(is_part)
}

/// Where a name stands in a text, with no letter, digit, `-` or `_` beside it.
pub(crate) fn words<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = usize> + 't {
    let is_part =
        |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let begins_free = name.starts_with(['-', '$']);
    text.match_indices(name)
        .map(|(at, _)| at)
        .filter(move |at| {
            let before = text[..*at].chars().next_back();
            let after = text[at + name.len()..].chars().next();
            !name.is_empty() && (begins_free || !is_part(before)) && !is_part(after)
        })
}
