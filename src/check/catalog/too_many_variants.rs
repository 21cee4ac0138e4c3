//! Choices that make more texts of a message than lookup looks for.

use crate::check::engine::Whole;
use crate::check::text::Text;
use crate::finding::Rule;
use crate::findings::Findings;
use crate::lookup::MAX_VARIANTS;
use crate::template::{Choice, Node, Operand, Template};

pub(in crate::check) fn check(text: &Text<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    let is_code = whole.has_manifest && whole.codes.contains_key(text.id());
    if !is_code || text.is_term || text.attribute.is_some() || text.shape().choices.is_empty() {
        return;
    }
    let template = whole.catalog.template(text.id(), text.locale);
    let count = template.map_or(0, |template| texts(template, &mut Vec::new()));
    if count > MAX_VARIANTS {
        findings.push(
            text.finding(Rule::TooManyVariants, text.pattern.span())
                .with_message(format!(
                    "its choices make more than {MAX_VARIANTS} texts, so that lookup takes one of them for a value"
                ))
                .with_help("choose among fewer, or show the value itself"),
        );
    }
}

/// How many texts a template makes, or some number beyond the limit. Of choices that one argument
/// decides in one way, the first decides for all.
fn texts<'c>(template: Template<'c>, decided: &mut Vec<&'c str>) -> usize {
    let mut count = 1_usize;
    for node in template.nodes() {
        if let Node::Choice(choice) = node {
            count = count.saturating_mul(ways(choice, decided));
        }
        if count > MAX_VARIANTS {
            break;
        }
    }
    count
}

fn ways<'c>(choice: Choice<'c>, decided: &mut Vec<&'c str>) -> usize {
    let name = match choice.selector() {
        Operand::Argument(name) => Some(name),
        Operand::Call(call) => match call.positional().next() {
            Some(Operand::Argument(name)) => Some(name),
            _ => None,
        },
        _ => return 1,
    };
    let is_decided = name.is_some_and(|name| decided.contains(&name));
    let outer = decided.len();
    let counts = choice.variants().map(|variant| {
        decided.truncate(outer);
        decided.extend(name);
        texts(variant.template, decided)
    });
    let count = if is_decided {
        counts.max().unwrap_or(1)
    } else {
        counts.fold(0, usize::saturating_add)
    };
    decided.truncate(outer);
    decided.extend(name);
    count
}
