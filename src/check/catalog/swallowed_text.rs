//! Texts that another code's text says as well, with other values.

use crate::check::engine::{Locale, Whole};
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    for likeness in whole.likenesses().swallowed(locale.id) {
        let Some(text) = locale.text(&likeness.id, None) else {
            continue;
        };
        let other = &likeness.other;
        findings.add(Rule::SwallowedText, text.source, text.pattern.span(), |_| {
            text.finding(Rule::SwallowedText, text.pattern.span())
                .with_message(format!(
                    "the text of {other} can say the same, with the words of this one in a value"
                ))
                .with_help("give that one more words of its own, at the side where its value stands")
        });
    }
}
