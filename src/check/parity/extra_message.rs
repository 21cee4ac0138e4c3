//! Messages that the source locale does not have.

use std::collections::HashSet;

use super::counterpart;
use crate::check::engine::{Locale, Whole};
use crate::check::files::extra_file;
use crate::check::nearest::nearest;
use crate::finding::Rule;
use crate::findings::Findings;

/// How many ids are compared for a likely one.
const MOST: usize = 200;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    if locale.is_source {
        return;
    }
    let of_file = extra_file::extra(locale, whole).into_iter();
    let of_file: HashSet<_> = of_file.map(crate::source::Source::address).collect();
    let mut missing = None;
    for (id, target) in locale.entries.messages.iter() {
        let is_of_file = of_file.contains(&target.source.address());
        if counterpart(whole, id).is_some() || is_of_file {
            continue;
        }
        findings.add(
            Rule::ExtraMessage,
            target.source,
            target.message.id,
            |finding| {
                let missing = missing.get_or_insert_with(|| {
                    let ids = whole.source.entries.messages.keys();
                    let ids = ids.filter(|id| !locale.entries.messages.contains_key(id));
                    ids.take(MOST).collect::<Vec<_>>()
                });
                let help = match nearest(id, missing.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("remove it, or add it to `{}`", whole.source.id),
                };
                finding
                    .with_locale(locale.id)
                    .with_code(id)
                    .with_message(format!("`{}` has no message `{id}`", whole.source.id))
                    .with_help(help)
            },
        );
    }
}
