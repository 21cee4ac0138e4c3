//! Attributes alone where the source locale has a text as well.

use super::shared;
use crate::check::engine::{Locale, Whole};
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    for (source, target) in shared(locale, whole) {
        if source.message.value.is_none() || target.message.value.is_some() {
            continue;
        }
        let id = target.source.slice(target.message.id);
        findings.push(
            locale
                .finding(Rule::MissingValue, target.source, target.message.id)
                .with_code(id)
                .with_message(format!("`{id}` has no text of its own"))
                .with_help(format!("translate it from `{}`", whole.source.id)),
        );
    }
}
