//! A choice without a default variant, which fluent-syntax 0.12 lets through.
//!
//! Its parser takes a star that no `[` follows for the mark of a default. Every stage after it
//! relies on a default, so such an entry is junk here, as the specification has it.

use super::{Element, Expression, Inline, InlineKind, Message, Pattern, Placeable, Select};
use crate::source::Span;

/// The selector of the first choice of an entry that has no default.
pub(super) fn without_default(message: &Message) -> Option<Span> {
    let attributes = message.attributes.iter().map(|attribute| &attribute.value);
    message.value.iter().chain(attributes).find_map(in_pattern)
}

fn in_pattern(pattern: &Pattern) -> Option<Span> {
    pattern.elements.iter().find_map(|element| match element {
        Element::Text(_) => None,
        Element::Placeable(placeable) => in_placeable(placeable),
    })
}

fn in_placeable(placeable: &Placeable) -> Option<Span> {
    match &placeable.expression {
        Expression::Inline(inline) => in_inline(inline),
        Expression::Select(select) => in_select(select),
    }
}

fn in_select(select: &Select) -> Option<Span> {
    if !select.variants.iter().any(|variant| variant.is_default) {
        return Some(select.selector.span);
    }
    let variants = select.variants.iter();
    in_inline(&select.selector)
        .or_else(|| variants.map(|variant| &variant.value).find_map(in_pattern))
}

fn in_inline(inline: &Inline) -> Option<Span> {
    match &inline.kind {
        InlineKind::Placeable(placeable) => in_placeable(placeable),
        InlineKind::Function(_, arguments) | InlineKind::Term(_, _, arguments) => {
            arguments.positional.iter().find_map(in_inline)
        }
        InlineKind::String(_)
        | InlineKind::Number
        | InlineKind::Variable(_)
        | InlineKind::Message(..) => None,
    }
}
