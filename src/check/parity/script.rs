//! Letters of another script than the locale's, such as a Cyrillic `а` in a Swedish word.

use regex::Regex;

use crate::check::engine::{Locale, Whole};
use crate::check::language::likely;
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(locale: &Locale<'_>, _: &Whole<'_>, findings: &mut Findings) {
    let Some(strangers) = strangers(locale) else {
        return;
    };
    for text in &locale.texts {
        for view in text.views() {
            if view.text.is_ascii() {
                continue;
            }
            for found in strangers.find_iter(&view.text) {
                let span = view.span(found.range());
                let letters = found.as_str();
                findings.push(
                    text.finding(Rule::Script, span)
                        .with_message(format!(
                            "`{letters}` is of another script than `{}`",
                            locale.id
                        ))
                        .with_help("write it in the letters of the language, or in Latin ones"),
                );
            }
        }
    }
}

/// Letters that are of none of a locale's scripts; Latin ones belong to every locale.
fn strangers(locale: &Locale<'_>) -> Option<Regex> {
    let script = likely(locale.id).script?;
    let scripts: &[&str] = match script.as_str() {
        "Kore" => &["Hang"],
        "Hans" | "Hant" => &["Hani", "Bopo"],
        "Jpan" => &["Hani", "Hira", "Kana"],
        other => &[other],
    };
    let own: Vec<_> = scripts
        .iter()
        .map(|script| format!(r"\p{{scx={script}}}"))
        .collect();
    let own = own.concat();
    let letters = format!(r"[\p{{L}}--\p{{sc=Latn}}\p{{sc=Zyyy}}\p{{sc=Zinh}}{own}]");
    // The mark of a long vowel belongs to both kana, and so to neither.
    Regex::new(&format!("{letters}(?:{letters}|ー)*")).ok()
}
