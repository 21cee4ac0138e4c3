//! The form of a placeable: spaces in braces, options of calls, variants of choices.
//!
//! fluent-syntax and Python's fluent.syntax differ in the spaces of placeables within placeables; there, both
//! are right.

use super::INDENT;
use super::blanks::Blanks;
use super::pattern::pattern;
use crate::syntax::{CallArguments, Expression, Inline, InlineKind, Placeable, Select};

/// What a placeable is within.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Depth {
    /// A text.
    Text,
    /// A placeable of a text.
    Placeable,
    /// A placeable in a placeable, or a call.
    Deeper,
}

/// A placeable of a pattern whose lines begin at `base`.
pub(super) fn placeable(placeable: &Placeable, base: usize, depth: Depth, blanks: &mut Blanks<'_>) {
    let end = placeable.span.end() - 1;
    blanks.pass(placeable.span.start() + 1);
    match &placeable.expression {
        Expression::Inline(inline) => {
            let is_nested = matches!(inline.kind, InlineKind::Placeable(_));
            let usual = if is_nested { "" } else { " " };
            let is_either = depth == Depth::Deeper || depth == Depth::Placeable && is_nested;
            space(inline.span.start(), usual, is_either, blanks);
            self::inline(inline, base, depth, blanks);
            space(end, usual, is_either, blanks);
        }
        Expression::Select(select) => {
            space(
                select.selector.span.start(),
                " ",
                depth == Depth::Deeper,
                blanks,
            );
            self::select(select, base, blanks);
            let closing = |indent| format!("\n{}", " ".repeat(indent));
            let is_further = depth == Depth::Placeable && blanks.before(end) == closing(base + 1);
            blanks.set(end, &closing(base + usize::from(is_further)));
        }
    }
    blanks.pass(placeable.span.end());
}

/// A space or none: the usual one, or either as it is written.
fn space(until: usize, usual: &str, is_either: bool, blanks: &mut Blanks<'_>) {
    match blanks.before(until) {
        "" | " " if is_either => blanks.pass(until),
        _ => blanks.set(until, usual),
    }
}

fn select(select: &Select, base: usize, blanks: &mut Blanks<'_>) {
    inline(&select.selector, base, Depth::Text, blanks);
    blanks.mark(" ", "->");
    let indent = base + INDENT;
    for (index, variant) in select.variants.iter().enumerate() {
        let star = usize::from(variant.is_default);
        let most = usize::from(index > 0);
        blanks.set_lines(blanks.next(), most, indent - star);
        blanks.mark("", if variant.is_default { "*[" } else { "[" });
        blanks.set(variant.key.start(), "");
        blanks.pass(variant.key.end());
        blanks.mark("", "]");
        pattern(&variant.value, indent, blanks);
    }
}

/// The column of the bracket of a choice's first variant; what stands before it is blank.
pub(super) fn column(select: &Select, blanks: &Blanks<'_>) -> Option<usize> {
    let key = select.variants.first()?.key.start();
    let bracket = blanks.text()[..key].rfind('[')?;
    Some(bracket - blanks.line_start(bracket))
}

fn inline(inline: &Inline, base: usize, depth: Depth, blanks: &mut Blanks<'_>) {
    blanks.pass(inline.span.start());
    match &inline.kind {
        InlineKind::Placeable(nested) => {
            let depth = match depth {
                Depth::Text => Depth::Placeable,
                Depth::Placeable | Depth::Deeper => Depth::Deeper,
            };
            placeable(nested, base, depth, blanks);
        }
        InlineKind::Function(name, arguments) => {
            blanks.pass(name.end());
            call(arguments, base, blanks);
        }
        InlineKind::Term(id, attribute, arguments) => {
            blanks.pass(attribute.unwrap_or(*id).end());
            if blanks.at() < inline.span.end() {
                call(arguments, base, blanks);
            }
        }
        InlineKind::String(_)
        | InlineKind::Number
        | InlineKind::Variable(_)
        | InlineKind::Message(..) => {}
    }
    blanks.pass(inline.span.end());
}

fn call(arguments: &CallArguments, base: usize, blanks: &mut Blanks<'_>) {
    blanks.mark("", "(");
    let mut is_first = true;
    let mut next = |start: usize, blanks: &mut Blanks<'_>| {
        if !is_first {
            blanks.mark("", ",");
        }
        blanks.set(start, if is_first { "" } else { " " });
        is_first = false;
    };
    for value in &arguments.positional {
        next(value.span.start(), blanks);
        inline(value, base, Depth::Deeper, blanks);
    }
    for (name, value) in &arguments.named {
        next(name.start(), blanks);
        blanks.pass(name.end());
        blanks.mark("", ":");
        blanks.set(value.span.start(), " ");
        inline(value, base, Depth::Deeper, blanks);
    }
    blanks.drop_comma();
    blanks.mark("", ")");
}
