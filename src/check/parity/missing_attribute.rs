//! Attributes of the source locale that a message does not have.

use std::collections::HashSet;

use super::extra_attribute::meant;
use super::{MOST, attribute_names, shared};
use crate::check::engine::{Locale, Whole};
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    for (source, target) in shared(locale, whole) {
        if source.message.attributes.is_empty() {
            continue;
        }
        let (known, own) = (attribute_names(source), attribute_names(target));
        let is_known: HashSet<_> = known.iter().copied().collect();
        let has: HashSet<_> = own.iter().copied().collect();
        for name in &known {
            if has.contains(name) {
                continue;
            }
            // What was most likely meant by another name is told there.
            let mut others = own.iter().filter(|own| !is_known.contains(*own)).take(MOST);
            if others.any(|other| meant(&known, &own, other) == Some(name)) {
                continue;
            }
            let id = target.source.slice(target.message.id);
            findings.push(
                locale
                    .finding(Rule::MissingAttribute, target.source, target.message.id)
                    .with_code(format!("{id}.{name}"))
                    .with_message(format!("`{id}` has no attribute `.{name}`"))
                    .with_help(format!("translate it from `{}`", whole.source.id)),
            );
        }
    }
}
