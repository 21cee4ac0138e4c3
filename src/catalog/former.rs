//! Earlier wordings that no lookup would ever find: what is wrong in `former.ftl`.
//!
//! Separate from [merging](super::merge) because it is asked once all layers are there: a later one
//! may bring the code.

use std::collections::HashSet;

use unic_langid::LanguageIdentifier;

use super::merge::Merged;
use crate::finding::{Finding, Rule};
use crate::findings::Findings;
use crate::source::Source;
use crate::syntax::Message;

/// Says of a term that it is none of the locale's.
pub(super) fn is_term(
    source: &Source,
    term: &Message,
    locale: &LanguageIdentifier,
    findings: &mut Findings,
) {
    findings.add(Rule::FormerWording, source, term.id, |finding| {
        let id = source.slice(term.id);
        finding
            .with_locale(locale)
            .with_code(format!("-{id}"))
            .with_message(format!("term `-{id}` is no earlier wording"))
            .with_help(
                "define it in a file of messages, where wordings can refer to it; it was left out",
            )
    });
}

/// Says of wordings that they are of no code, or of a locale without messages.
pub(super) fn check(merged: &Merged<'_>, findings: &mut Findings) {
    if merged.former.is_empty() {
        return;
    }
    let codes = merged.codes.iter();
    let known: HashSet<&str> = codes
        .map(|code| code.message.as_deref().unwrap_or(&code.code))
        .collect();
    for (tag, wordings) in &merged.former {
        let Some((locale, _)) = merged.locales.get(tag) else {
            if let Some(first) = wordings.first() {
                findings.push(
                    Finding::new(Rule::FormerWording, first.source, first.message.id)
                        .with_message(format!(
                            "locale `{tag}` has earlier wordings and no messages"
                        ))
                        .with_help("write its messages, or remove the file; it was left out"),
                );
            }
            continue;
        };
        for wording in wordings {
            let (source, place) = (wording.source, wording.message.id);
            let id = source.slice(place);
            if known.contains(id) {
                continue;
            }
            findings.add(Rule::FormerWording, source, place, |finding| {
                finding
                    .with_locale(locale)
                    .with_code(id)
                    .with_message(format!("no code has the message `{id}`"))
                    .with_help("name it by the message of its code, or remove it; it was left out")
            });
        }
    }
}
