//! Terms of the source locale that a locale does not have, where nothing refers to them: what does
//! breaks the rule `unknown-reference`.

use crate::check::engine::{Locale, Whole};
use crate::check::files::{commented_out, files};
use crate::check::fluent::unused_term;
use crate::finding::Rule;
use crate::findings::Findings;
use crate::source::Span;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    if locale.is_source || whole.source.entries.terms.is_empty() {
        return;
    }
    let used = unused_term::used(locale);
    let mut own = locale.entries.messages.values();
    let first = own.next().or(locale.entries.terms.values().next());
    let first = match first {
        Some(first) => first.source,
        // All that there is may be drafts.
        None => match files(whole, locale.id).next() {
            Some(file) => &file.source,
            None => return,
        },
    };
    let mut drafts = None;
    for id in whole.source.entries.terms.keys() {
        if locale.entries.terms.contains_key(id) || used.contains(id) {
            continue;
        }
        let drafts = drafts.get_or_insert_with(|| commented_out::drafts(locale, whole));
        let draft = drafts.get(&*format!("-{id}")).copied();
        let (file, span) = draft.unwrap_or((first, Span::default()));
        findings.push(
            locale
                .finding(Rule::MissingTerm, file, span)
                .with_code(format!("-{id}"))
                .with_message(format!("term `-{id}` is missing"))
                .with_help("translate it, and refer to it where the source locale does"),
        );
    }
}
