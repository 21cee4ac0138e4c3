//! Texts that show nothing at all, such as `{ "" }`.

use crate::check::engine::Whole;
use crate::check::text::Text;
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(text: &Text<'_>, _: &Whole<'_>, findings: &mut Findings) {
    let is_blank = |c: char| {
        c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    };
    let is_empty = text.views().iter().all(|view| {
        let rest = view.text.trim_matches(is_blank);
        rest.is_empty() || rest == "{*}"
    });
    if is_empty {
        findings.push(
            text.finding(Rule::EmptyText, text.pattern.span())
                .with_message("the text shows nothing")
                .with_help(
                    "write a text, or remove the message; without it, another locale answers",
                ),
        );
    }
}
