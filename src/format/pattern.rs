//! The form of a text: on which column its lines begin, and what is in it.

use super::blanks::Blanks;
use super::expression::{self, Depth};
use super::lines::{Indents, lines};
use crate::syntax::{Element, Expression, Inline, InlineKind, Pattern, Placeable, Select};

/// The value of something that is indented so far, from the mark before it on.
pub(super) fn pattern(pattern: &Pattern, outer: usize, blanks: &mut Blanks<'_>) {
    let start = blanks.next();
    let is_on_new_line = blanks.before(start).contains('\n');
    let lines = lines(pattern, start, blanks);
    let variant = pattern.elements.iter().find_map(|element| match element {
        Element::Text(_) => None,
        Element::Placeable(placeable) => in_placeable(placeable),
    });
    let variant = variant.and_then(|select| expression::column(select, blanks));
    let indents = Indents::new(&lines, is_on_new_line, blanks.peek(), outer, variant);
    if !is_on_new_line {
        blanks.set(start, " ");
    }
    let mut lines = lines.iter().peekable();
    for element in &pattern.elements {
        let Element::Placeable(placeable) = element else {
            continue;
        };
        while let Some(line) = lines.next_if(|line| line.start <= placeable.span.start()) {
            blanks.pass(line.before);
            blanks.set(line.start, &format!("\n{}", " ".repeat(indents.of(line))));
        }
        expression::placeable(placeable, indents.base, Depth::Text, blanks);
    }
    for line in lines {
        blanks.pass(line.before);
        blanks.set(line.start, &format!("\n{}", " ".repeat(indents.of(line))));
    }
    blanks.pass(pattern.span().end());
}

/// The first choice in a placeable, its variants left out.
fn in_placeable(placeable: &Placeable) -> Option<&Select> {
    match &placeable.expression {
        Expression::Select(select) => Some(select),
        Expression::Inline(inline) => in_inline(inline),
    }
}

fn in_inline(inline: &Inline) -> Option<&Select> {
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
