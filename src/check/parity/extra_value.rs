//! Texts where the source locale has attributes alone.

use super::shared;
use crate::check::engine::{Locale, Whole};
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    for (source, target) in shared(locale, whole) {
        let (None, Some(value)) = (&source.message.value, &target.message.value) else {
            continue;
        };
        let id = target.source.slice(target.message.id);
        findings.push(
            locale
                .finding(Rule::ExtraValue, target.source, value.span())
                .with_code(id)
                .with_message(format!(
                    "`{id}` has attributes alone in `{}`",
                    whole.source.id
                ))
                .with_help("remove the text, or move it to an attribute"),
        );
    }
}
