//! Choices that a literal decides, so that there is nothing to choose.

use crate::check::engine::Whole;
use crate::check::text::{Part, Text, visit};
use crate::finding::Rule;
use crate::findings::Findings;
use crate::syntax::InlineKind;

pub(in crate::check) fn check(text: &Text<'_>, _: &Whole<'_>, findings: &mut Findings) {
    visit(text.pattern, &mut |part| {
        let Part::Select(select) = part else {
            return;
        };
        if matches!(
            select.selector.kind,
            InlineKind::String(_) | InlineKind::Number
        ) {
            findings.push(
                text.finding(Rule::LiteralSelector, select.selector.span)
                    .with_message("a literal decides this choice, always in the same way")
                    .with_help("choose by an argument, or write the variant that is taken"),
            );
        }
    });
}
