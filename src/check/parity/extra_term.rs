//! Terms that the source locale does not have; a locale may need some of its own.

use crate::check::engine::{Locale, Whole};
use crate::check::fluent::unused_term;
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    if locale.is_source || locale.entries.terms.is_empty() {
        return;
    }
    let used = unused_term::used(locale);
    for (id, target) in &locale.entries.terms {
        // One that nothing refers to breaks another rule.
        if whole.source.entries.terms.contains_key(id) || !used.contains(id) {
            continue;
        }
        findings.push(
            locale
                .finding(Rule::ExtraTerm, target.source, target.message.id)
                .with_code(format!("-{id}"))
                .with_message(format!("`{}` has no term `-{id}`", whole.source.id))
                .with_help("see that it is meant; a term of a locale’s own is allowed"),
        );
    }
}
