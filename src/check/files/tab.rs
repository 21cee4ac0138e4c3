//! Tabs within a text, which no two programs show alike.

use crate::check::engine::Whole;
use crate::check::text::Text;
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(text: &Text<'_>, _: &Whole<'_>, findings: &mut Findings) {
    for view in text.views() {
        for (at, literal) in view
            .literals()
            .filter(|(_, literal)| literal.contains('\t'))
        {
            let Some(tab) = literal.find('\t') else {
                continue;
            };
            let behind = literal[tab..].trim_start_matches('\t').len();
            let place = at + tab..at + literal.len() - behind;
            let span = view.span(place.clone());
            findings.add(Rule::Tab, text.source, span, |finding| {
                let finding = finding
                    .with_locale(text.locale)
                    .with_code(text.name())
                    .with_message("the text holds a tab")
                    .with_help("write a space");
                if view.is_literal(place) {
                    finding.with_fix(span, " ")
                } else {
                    finding
                }
            });
        }
    }
}
