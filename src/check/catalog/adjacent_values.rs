//! Values with nothing between them, of which lookup cannot tell where one ends.

use crate::check::engine::Whole;
use crate::check::text::Text;
use crate::finding::Rule;
use crate::findings::Findings;
use crate::template::{Node, Template};

pub(in crate::check) fn check(text: &Text<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    let is_code = whole.has_manifest && whole.codes.contains_key(text.id());
    if !is_code || text.is_term || text.attribute.is_some() || text.shape().arguments.len() < 2 {
        return;
    }
    let template = whole.catalog.template(text.id(), text.locale);
    if template.is_some_and(has_adjacent) {
        findings.push(
            text.finding(Rule::AdjacentValues, text.pattern.span())
                .with_message(
                    "two values stand side by side, so that lookup cannot tell where one ends",
                )
                .with_help("put a word or a mark between them"),
        );
    }
}

/// Whether two values have no more than spaces between them.
fn has_adjacent(template: Template<'_>) -> bool {
    let mut is_after_value = false;
    template.nodes().any(|node| match node {
        Node::Text(text) => {
            is_after_value &= text.trim().is_empty();
            false
        }
        Node::Call(call) if matches!(call.name(), "JOSA" | "ELIDE") => {
            // A word, and not a value.
            is_after_value = false;
            false
        }
        Node::Argument(_) | Node::Call(_) => std::mem::replace(&mut is_after_value, true),
        Node::Choice(choice) => {
            is_after_value = false;
            let mut variants = choice.variants();
            variants.any(|variant| has_adjacent(variant.template))
        }
        Node::Number(_) | Node::Broken(_) => {
            is_after_value = false;
            false
        }
    })
}
