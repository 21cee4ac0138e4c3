//! Characters that nobody sees, and that search, copying and comparing trip over.

use crate::check::engine::File;
use crate::finding::Rule;
use crate::findings::Findings;
use crate::source::Span;

pub(in crate::check) fn check(file: &File<'_>, findings: &mut Findings) {
    let source = &file.resource.source;
    for (at, found) in source.text().match_indices(is_invisible) {
        let span = Span::new(at, at + found.len());
        // A byte order mark has a rule of its own, and so has what is not UTF-8.
        if (at == 0 && found == "\u{FEFF}") || source.is_undecodable(span) {
            continue;
        }
        let c = found.chars().next().unwrap_or_default();
        findings.add(Rule::InvisibleCharacter, source, span, |finding| {
            finding
                .with_locale(file.locale)
                .with_message(format!(
                    "the character U+{:04X} cannot be seen",
                    u32::from(c)
                ))
                .with_help("remove it")
                .with_fix(span, "")
        });
    }
}

fn is_invisible(c: char) -> bool {
    let is_control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    is_control
        || matches!(
            c,
            '\u{AD}' | '\u{180E}' | '\u{200B}' | '\u{2028}' | '\u{2029}'
        )
        || matches!(c, '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
        || matches!(c, '\u{E0000}'..='\u{E001F}')
}
