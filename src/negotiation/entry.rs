//! One offered locale as matching sees it: its tag, its identity and its parents.
//!
//! Parents are kept, not looked up: each message that a locale lacks asks for them.

use std::cmp::Reverse;

use unic_langid::LanguageIdentifier;

use super::identity::Identity;

/// An offered locale.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) tag: String,
    /// `None` for a language of more than three letters, which CLDR does not know: the tag alone
    /// matches.
    pub(super) identity: Option<Identity>,
    /// The indexes of the entries that this one inherits from, nearest first.
    pub(super) parents: Vec<usize>,
}

impl Entry {
    /// The entries of all locales offered, in their order.
    pub(super) fn all(locales: &[LanguageIdentifier]) -> Vec<Self> {
        let mut entries: Vec<_> = locales.iter().map(Self::orphan).collect();
        let parents: Vec<_> = (0..entries.len())
            .map(|index| parents(&entries, index))
            .collect();
        for (entry, parents) in entries.iter_mut().zip(parents) {
            entry.parents = parents;
        }
        entries
    }

    fn orphan(locale: &LanguageIdentifier) -> Self {
        let tag = locale.to_string();
        Self {
            identity: Identity::parse(&tag),
            tag,
            parents: Vec::new(),
        }
    }
}

fn parents(entries: &[Entry], index: usize) -> Vec<usize> {
    let Some(own) = &entries[index].identity else {
        return Vec::new();
    };
    let mut parents = Vec::new();
    for step in &own.lineage {
        let mut found: Vec<_> = entries
            .iter()
            .enumerate()
            .filter_map(|(index, entry)| Some((index, entry.identity.as_ref()?)))
            .filter(|&(other, parent)| other != index && parent.is_at(step))
            .filter(|(_, parent)| own.has_variants_of(parent))
            .collect();
        found.sort_by_key(|(_, parent)| Reverse(parent.canonical.variants.len()));
        parents.extend(found.into_iter().map(|(index, _)| index));
    }
    parents
}

#[cfg(test)]
mod tests {
    use super::Entry;

    /// The parents of the first locale.
    #[track_caller]
    fn assert_parents(tags: &[&str], expected: &[&str]) {
        let locales: Vec<_> = tags.iter().map(|tag| tag.parse().unwrap()).collect();
        let parents = &Entry::all(&locales)[0].parents;
        let parents: Vec<_> = parents.iter().map(|&index| tags[index]).collect();
        assert_eq!(parents, expected, "{tags:?}");
    }

    #[test]
    fn parents_stand_nearest_first() {
        assert_parents(&["es-MX", "es", "en", "es-419", "es-ES"], &["es-419", "es"]);
        assert_parents(&["en-GB", "en-US", "en-001", "en"], &["en-001", "en"]);
        assert_parents(
            &["ca-ES-valencia", "ca", "ca-ES", "ca-valencia"],
            &["ca-ES", "ca-valencia", "ca"],
        );
    }

    #[test]
    fn a_language_has_no_parent_but_what_cldr_says() {
        assert_parents(&["ko", "ko-KR", "en"], &[]);
        assert_parents(&["nn", "en", "nb"], &["nb"]);
        assert_parents(&["hi-Latn", "hi", "en", "en-IN"], &["en-IN", "en"]);
        assert_parents(&["klingons", "en"], &[]);
    }

    #[test]
    fn no_parent_crosses_a_script() {
        assert_parents(&["zh-Hant-HK", "zh", "zh-Hans", "zh-Hant"], &["zh-Hant"]);
        assert_parents(&["zh-TW", "zh", "zh-CN"], &[]);
        assert_parents(&["zh-CN", "zh-TW", "zh"], &["zh"]);
        assert_parents(&["sr-Latn", "sr"], &[]);
    }

    #[test]
    fn one_locale_under_two_names_is_a_parent() {
        assert_parents(&["he", "iw", "en"], &["iw"]);
        assert_parents(&["zh-Hans", "zh", "zh-CN"], &["zh"]);
    }
}
