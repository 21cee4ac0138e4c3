//! Codes that are gone since a release, and were not retired: whoever got one could look it up no
//! more.

use crate::check::engine::Whole;
use crate::finding::{Finding, Rule};
use crate::findings::Findings;
use crate::source::Span;

pub(in crate::check) fn check(whole: &Whole<'_>, findings: &mut Findings) {
    let Some(released) = whole.against.filter(|_| whole.has_manifest) else {
        return;
    };
    let Some((source, _)) = whole.manifests().next() else {
        return;
    };
    for code in released.codes() {
        if whole.catalog.code(code.name()).is_some() {
            continue;
        }
        findings.push(
            Finding::new(Rule::RemovedCode, source, Span::default())
                .with_code(code.name())
                .with_message(format!("code `{}` was released, and is gone", code.name()))
                .with_help("put it back with `retired = true`"),
        );
    }
}
