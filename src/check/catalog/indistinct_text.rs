//! Codes with texts that differ by nothing that lookup sees.

use super::duplicate_text::is_same;
use crate::check::engine::{Locale, Whole};
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    for likeness in whole.likenesses().same(locale.id) {
        let Some(text) = locale.text(&likeness.id, None) else {
            continue;
        };
        let other = likeness.other_id.as_deref();
        let other = other.and_then(|id| locale.text(id, None));
        if other.is_some_and(|other| is_same(text, other)) {
            continue;
        }
        let other = &likeness.other;
        findings.add(
            Rule::IndistinctText,
            text.source,
            text.pattern.span(),
            |_| {
                text.finding(Rule::IndistinctText, text.pattern.span())
                    .with_message(format!("lookup takes the text for the one of {other}"))
                    .with_help("say what tells the two apart, or retire one of them")
            },
        );
    }
}
