//! Attributes that the source locale does not have; most often a name that was translated.

use std::collections::HashSet;

use super::{MOST, attribute_names, shared};
use crate::check::engine::{Locale, Whole};
use crate::check::nearest::nearest;
use crate::finding::{Rule, Severity};
use crate::findings::Findings;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    for (source, target) in shared(locale, whole) {
        let (known, own) = (attribute_names(source), attribute_names(target));
        let is_known: HashSet<_> = known.iter().copied().collect();
        for attribute in &target.message.attributes {
            let name = target.source.slice(attribute.id);
            if is_known.contains(name) {
                continue;
            }
            let id = target.source.slice(target.message.id);
            let finding = locale
                .finding(Rule::ExtraAttribute, target.source, attribute.id)
                .with_code(format!("{id}.{name}"))
                .with_message(format!(
                    "`{id}` has no attribute `.{name}` in `{}`",
                    whole.source.id
                ));
            findings.push(match meant(&known, &own, name) {
                Some(near) => finding
                    .with_severity(Severity::Error)
                    .with_help(format!("did you mean `.{near}`?"))
                    .with_fix(attribute.id, near),
                None => finding.with_help("remove it; nothing shows it"),
            });
        }
    }
}

/// The attribute that a message lacks, and that a name of its own most likely means.
pub(in crate::check) fn meant<'n>(known: &[&'n str], own: &[&str], name: &str) -> Option<&'n str> {
    // Of so many, no name is near for certain, and comparing them costs their square.
    if known.len().max(own.len()) > MOST {
        return None;
    }
    let missing = known.iter().filter(|known| !own.contains(known));
    let mut missing: Vec<_> = missing.copied().collect();
    // A translated name is not always spelt alike; where one is missing and one too many, it is it.
    match missing.as_slice() {
        [only] if name.chars().next() == only.chars().next() && own.len() == known.len() => {
            Some(only)
        }
        _ => nearest(name, missing.drain(..)),
    }
}
