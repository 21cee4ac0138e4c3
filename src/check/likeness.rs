//! Texts that lookup takes for others, found once for the rules that tell of them.
//!
//! Separate from the rules because it is the one thing that asks the index of lookup, which is built
//! of the whole catalog; and only where a manifest says what is a code.

use std::collections::HashMap;

use unic_langid::LanguageIdentifier;

use crate::catalog::Catalog;
use crate::lookup::{AmbiguityKind, IndexBuilder, TextName};

/// A message that is taken for others.
pub(super) struct Likeness {
    /// The id of the message.
    pub(super) id: String,
    /// The code that it is taken for, and its locale where that is another one.
    pub(super) other: String,
    /// The message of that code, if it is of the same locale.
    pub(super) other_id: Option<String>,
}

/// What is taken for what, by locale.
#[derive(Default)]
pub(super) struct Likenesses {
    same: HashMap<LanguageIdentifier, Vec<Likeness>>,
    swallowed: HashMap<LanguageIdentifier, Vec<Likeness>>,
}

impl Likenesses {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let index = IndexBuilder::of_messages().build(catalog);
        let mut found = Likenesses::default();
        for ambiguity in index.ambiguities() {
            let first = ambiguity.text;
            let others = ambiguity.others.iter().copied();
            match ambiguity.kind {
                // Of two that are the same the later one is told, as everywhere.
                AmbiguityKind::Same => {
                    for other in others {
                        add(&mut found.same, catalog, other, first);
                    }
                }
                AmbiguityKind::Swallowed => {
                    let own = others.clone().find(|other| other.locale == first.locale);
                    if let Some(other) = own.or(ambiguity.others.first().copied()) {
                        add(&mut found.swallowed, catalog, first, other);
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// The messages of a locale whose words another code has as well.
    pub(super) fn same(&self, locale: &LanguageIdentifier) -> &[Likeness] {
        self.same.get(locale).map_or(&[], Vec::as_slice)
    }

    /// The messages of a locale that another one, with other values, can say.
    pub(super) fn swallowed(&self, locale: &LanguageIdentifier) -> &[Likeness] {
        self.swallowed.get(locale).map_or(&[], Vec::as_slice)
    }
}

/// Notes that a text is taken for another, unless one of them is an action, which many codes may
/// share, or of a code that nothing new may use.
fn add(
    found: &mut HashMap<LanguageIdentifier, Vec<Likeness>>,
    catalog: &Catalog,
    text: TextName<'_>,
    other: TextName<'_>,
) {
    if text.attribute.is_some() || other.attribute.is_some() {
        return;
    }
    let [Some(code), Some(other_code)] = [text, other].map(|it| catalog.code(it.code)) else {
        return;
    };
    if code.is_retired() || other_code.is_retired() {
        return;
    }
    let is_here = text.locale == other.locale;
    let shown = if is_here {
        format!("`{}`", other.code)
    } else {
        format!("`{}` in {}", other.code, other.locale)
    };
    let known = found.entry(text.locale.clone()).or_default();
    // Variants of a choice are texts of their own.
    if known
        .last()
        .is_none_or(|last| last.id != code.message_id() || last.other != shown)
    {
        known.push(Likeness {
            id: code.message_id().to_owned(),
            other: shown,
            other_id: is_here.then(|| other_code.message_id().to_owned()),
        });
    }
}
