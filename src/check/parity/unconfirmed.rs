//! Translations that the lock does not name: when their source text changes, nobody is told.

use crate::check::engine::{Locale, Whole};
use crate::check::lock::State;
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    for pair in whole.in_state(locale, State::Unconfirmed) {
        let target = pair.target;
        findings.add(
            Rule::Unconfirmed,
            target.source,
            target.name_span(),
            |finding| {
                let name = target.name();
                let dashes = if target.is_term { "-- " } else { "" };
                finding
                    .with_locale(locale.id)
                    .with_code(&name)
                    .with_message(format!("`{name}` was never confirmed"))
                    .with_help(format!(
                        "see that it says what `{}` says, and then run `tolken confirm -l {} \
                         {dashes}{name}`",
                        whole.source.id, locale.id
                    ))
            },
        );
    }
}
