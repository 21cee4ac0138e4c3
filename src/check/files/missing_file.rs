//! Files of the source locale of which a locale has nothing.

use std::collections::HashSet;

use unic_langid::LanguageIdentifier;

use super::{files, messages, within};
use crate::check::engine::{Locale, Whole};
use crate::finding::{Finding, Rule};
use crate::findings::Findings;
use crate::source::{Source, Span};

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    let own = files(whole, locale.id).next().map(|file| {
        let path = file.source.path();
        &path[..within(path, locale.id).0]
    });
    for source in missing(locale, whole) {
        let (start, name) = within(source.path(), whole.source.id);
        let folder = own.map_or_else(|| beside(&source.path()[..start], locale.id), str::to_owned);
        let file = Source::new(format!("{folder}{name}"), "");
        findings.push(
            Finding::new(Rule::MissingFile, &file, Span::default())
                .with_locale(locale.id)
                .with_message(format!(
                    "the file is missing, with all its messages, in `{}`",
                    locale.id
                ))
                .with_help(format!("translate `{}`", source.path())),
        );
    }
}

/// The folder of a locale beside that of another.
fn beside(folder: &str, locale: &LanguageIdentifier) -> String {
    let folder = folder.trim_end_matches(['/', '\\']);
    let parent = folder.rfind(['/', '\\']).map_or(0, |at| at + 1);
    format!("{}{locale}/", &folder[..parent])
}

/// The files of the source locale of which a locale has no message; those are not named one by one.
pub(in crate::check) fn missing<'w>(locale: &Locale<'_>, whole: &'w Whole<'_>) -> Vec<&'w Source> {
    if locale.is_source {
        return Vec::new();
    }
    let known: HashSet<_> = files(whole, locale.id)
        .map(|file| within(file.source.path(), locale.id).1)
        .collect();
    let resources = whole.layers.iter().flat_map(|layer| &layer.resources);
    resources
        .filter(|(id, _)| id == whole.source.id)
        .map(|(_, file)| file)
        .filter(|file| {
            let is_known = known.contains(within(file.source.path(), whole.source.id).1);
            let mut ids = messages(file).peekable();
            let has_messages = ids.peek().is_some();
            !is_known && has_messages && !ids.any(|id| locale.entries.messages.contains_key(id))
        })
        .map(|file| &file.source)
        .collect()
}
