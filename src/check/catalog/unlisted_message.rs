//! Messages that look like those of codes, and are none of the manifest: nobody can get them.

use crate::check::engine::{Locale, Whole};
use crate::check::nearest::nearest;
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    if !locale.is_source || !whole.has_manifest {
        return;
    }
    for (id, located) in locale.entries.messages.iter() {
        let is_code = id.starts_with(|c: char| c.is_ascii_uppercase())
            || locale.text(id, Some("action")).is_some();
        if !is_code || whole.codes.contains_key(id) {
            continue;
        }
        findings.add(
            Rule::UnlistedMessage,
            located.source,
            located.message.id,
            |finding| {
                let without = whole.codes.keys().copied();
                let without = without.filter(|code| !locale.entries.messages.contains_key(code));
                let help = match nearest(id, without.take(200)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "add it to the manifest; labels and notes are written in kebab-case"
                        .to_owned(),
                };
                finding
                    .with_locale(locale.id)
                    .with_code(id)
                    .with_message(format!(
                        "`{id}` looks like a code, and the manifest has none of that name"
                    ))
                    .with_help(help)
            },
        );
    }
}
