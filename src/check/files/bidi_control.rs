//! Characters that change the direction of what follows: an editor may show a text that a reader
//! does not get.

use crate::check::engine::File;
use crate::check::language::likely;
use crate::finding::Rule;
use crate::findings::Findings;
use crate::source::Span;

pub(in crate::check) fn check(file: &File<'_>, findings: &mut Findings) {
    let source = &file.resource.source;
    if !source.text().contains(is_control) {
        return;
    }
    // Where letters run to the left, a mark beside a number is good typography.
    let script = likely(file.locale).script;
    let runs_left = script.is_some_and(|script| {
        matches!(
            script.as_str(),
            "Arab" | "Hebr" | "Syrc" | "Thaa" | "Nkoo" | "Adlm" | "Rohg"
        )
    });
    for (at, control) in source.text().match_indices(is_control) {
        let c = control.chars().next().unwrap_or_default();
        if runs_left && is_mark(c) {
            continue;
        }
        let span = Span::new(at, at + control.len());
        findings.add(Rule::BidiControl, source, span, |finding| {
            finding
                .with_locale(file.locale)
                .with_message(format!(
                    "the character U+{:04X} changes the direction of what follows",
                    u32::from(c)
                ))
                .with_help("remove it; values are set apart when they are shown")
        });
    }
}

fn is_control(c: char) -> bool {
    is_mark(c) || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}')
}
