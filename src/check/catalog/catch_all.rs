//! Messages of codes that are nothing but values: whatever a user pastes, they would fit it.

use crate::check::engine::Whole;
use crate::check::text::Text;
use crate::finding::Rule;
use crate::findings::Findings;
use crate::template::{Node, Template};

pub(in crate::check) fn check(text: &Text<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    let is_code = whole.has_manifest && whole.codes.contains_key(text.id());
    if !is_code || text.is_term || text.attribute.is_some() || text.shape().arguments.is_empty() {
        return;
    }
    let template = whole.catalog.template(text.id(), text.locale);
    if template.is_some_and(is_catch_all) {
        findings.push(
            text.finding(Rule::CatchAll, text.pattern.span())
                .with_message("the text is nothing but values, so that lookup finds it in any text")
                .with_help("say in words what happened, and put the value behind"),
        );
    }
}

/// Whether some reader sees no word of the catalog's own.
fn is_catch_all(template: Template<'_>) -> bool {
    template.nodes().all(|node| match node {
        Node::Text(text) => !text.contains(char::is_alphanumeric),
        Node::Argument(_) | Node::Call(_) => true,
        Node::Choice(choice) => {
            let mut variants = choice.variants();
            variants.any(|variant| is_catch_all(variant.template))
        }
        Node::Number(_) | Node::Broken(_) => false,
    })
}
