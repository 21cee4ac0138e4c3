//! Rules about files and their bytes, one a file.

pub(super) mod bidi_control;
pub(super) mod commented_out;
pub(super) mod extra_file;
pub(super) mod invisible_character;
pub(super) mod missing_file;
pub(super) mod not_nfc;
pub(super) mod tab;

use unic_langid::LanguageIdentifier;

use super::engine::Whole;
use crate::syntax::{Entry, Resource};

/// The files of a locale, in all layers.
pub(super) fn files<'w>(
    whole: &'w Whole<'_>,
    locale: &'w LanguageIdentifier,
) -> impl Iterator<Item = &'w Resource> {
    let resources = whole.layers.iter().flat_map(|layer| &layer.resources);
    resources
        .filter(move |(known, _)| known == locale)
        .map(|(_, resource)| resource)
}

/// The path within a locale's folder, and where it begins; of a file in no such folder, its name.
fn within<'p>(path: &'p str, locale: &LanguageIdentifier) -> (usize, &'p str) {
    let mut at = 0;
    let mut start = path.rfind(['/', '\\']).map_or(0, |at| at + 1);
    for part in path.split_inclusive(['/', '\\']) {
        at += part.len();
        let name = part.trim_end_matches(['/', '\\']);
        if name.len() < part.len()
            && name
                .parse()
                .is_ok_and(|tag: LanguageIdentifier| tag == *locale)
        {
            start = at;
        }
    }
    (start, &path[start..])
}

/// The ids of the messages of a file.
fn messages(resource: &Resource) -> impl Iterator<Item = &str> {
    resource.entries.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(resource.source.slice(message.id)),
        Entry::Term(_) | Entry::Comment(_) | Entry::Junk(_) => None,
    })
}
