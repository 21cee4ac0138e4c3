//! Translations of a text that has changed since they were made, or were last reviewed.

use crate::check::engine::{Locale, Whole};
use crate::check::lock::{State, difference};
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    let Some(lock) = whole.lock else {
        return;
    };
    let tag = locale.id.to_string();
    for pair in whole.in_state(locale, State::OutOfDate) {
        let target = pair.target;
        findings.add(
            Rule::OutOfDate,
            target.source,
            target.pattern.span(),
            |finding| {
                let name = target.name();
                let was = lock.of(&tag).wordings(&name).next().unwrap_or_default();
                let (was, is) = difference(was, pair.source.wording());
                // A term's hyphen would be taken for a flag.
                let dashes = if target.is_term { "-- " } else { "" };
                finding
                    .with_locale(locale.id)
                    .with_code(&name)
                    .with_message(format!(
                        "the text of `{}` was `{was}`, and is now `{is}`",
                        whole.source.id
                    ))
                    .with_help(format!(
                        "translate what has changed, and then run `tolken confirm -l {tag} \
                         {dashes}{name}`"
                    ))
            },
        );
    }
}
