//! Arguments that some variants of a choice show and others do not, where every reader of the
//! source locale sees them.

use crate::check::engine::{Pair, Whole};
use crate::check::text::{Part, Text, visit};
use crate::finding::Rule;
use crate::findings::Findings;
use crate::source::Span;
use crate::syntax::{InlineKind, Pattern};

pub(in crate::check) fn check(pair: &Pair<'_, '_, '_>, _: &Whole<'_>, findings: &mut Findings) {
    let (source, target) = (pair.source.shape(), pair.target.shape());
    for argument in &target.arguments {
        // A number that chooses its own variant need not be shown: `[one] one item`.
        let is_partial = argument.is_shown && !argument.is_always_shown && !argument.selects;
        let known = source.argument(argument.name);
        if !is_partial || target.is_broken || !known.is_some_and(|known| known.is_always_shown) {
            continue;
        }
        let name = argument.name;
        let span = variant(pair.target, name).unwrap_or(pair.target.name_span());
        findings.push(
            pair.target
                .finding(Rule::MissingInVariant, span)
                .with_message(format!(
                    "this variant does not show `${name}`, and another does"
                ))
                .with_help(format!("write `{{ ${name} }}` in each variant")),
        );
    }
}

/// The key of the first variant without an argument, beside one that has it.
fn variant(text: &Text<'_>, name: &str) -> Option<Span> {
    let mut found = None;
    visit(text.pattern, &mut |part| {
        let Part::Select(select) = part else {
            return;
        };
        let has: Vec<_> = select
            .variants
            .iter()
            .map(|variant| has(text, &variant.value, name))
            .collect();
        if has.contains(&true)
            && let Some(without) = has.iter().position(|has| !has)
        {
            found.get_or_insert(select.variants[without].key);
        }
    });
    found
}

fn has(text: &Text<'_>, pattern: &Pattern, name: &str) -> bool {
    let mut has = false;
    visit(pattern, &mut |part| {
        if let Part::Inline(inline) = part
            && let InlineKind::Variable(id) = inline.kind
        {
            has |= text.source.slice(id) == name;
        }
    });
    has
}
