//! Terms that nothing in their locale refers to.

use std::collections::HashSet;

use crate::check::engine::{Locale, Whole};
use crate::check::text::{Part, visit};
use crate::finding::Rule;
use crate::findings::Findings;
use crate::syntax::InlineKind;

pub(in crate::check) fn check(locale: &Locale<'_>, _: &Whole<'_>, findings: &mut Findings) {
    if locale.entries.terms.is_empty() {
        return;
    }
    let used = used(locale);
    for (id, term) in &locale.entries.terms {
        if used.contains(id) {
            continue;
        }
        findings.push(
            locale
                .finding(Rule::UnusedTerm, term.source, term.message.id)
                .with_code(format!("-{id}"))
                .with_message(format!("nothing refers to `-{id}`"))
                .with_help("remove it, or write it where it belongs"),
        );
    }
}

/// The ids of the terms that texts of a locale refer to.
pub(in crate::check) fn used<'c>(locale: &Locale<'c>) -> HashSet<&'c str> {
    let mut used = HashSet::new();
    for text in &locale.texts {
        visit(text.pattern, &mut |part| {
            if let Part::Inline(inline) = part
                && let InlineKind::Term(id, ..) = inline.kind
            {
                used.insert(text.source.slice(id));
            }
        });
    }
    used
}
