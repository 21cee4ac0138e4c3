//! Two codes with one text, which no reader and no lookup can tell apart.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::check::engine::{Locale, Whole};
use crate::check::text::Text;
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    if !whole.has_manifest {
        return;
    }
    let mut known: HashMap<String, &str> = HashMap::new();
    for text in &locale.texts {
        let code = whole.codes.get(text.id()).filter(|code| !code.retired);
        if text.is_term || text.attribute.is_some() || code.is_none() {
            continue;
        }
        let key: Vec<_> = words(text).collect();
        match known.entry(key.join("\n")) {
            Entry::Vacant(place) => _ = place.insert(text.id()),
            Entry::Occupied(first) => findings.push(
                text.finding(Rule::DuplicateText, text.pattern.span())
                    .with_message(format!("the text is the one of `{}`", first.get()))
                    .with_help("say what tells the two apart, or retire one of them"),
            ),
        }
    }
}

/// Whether two texts are one.
pub(super) fn is_same(one: &Text<'_>, other: &Text<'_>) -> bool {
    words(one).eq(words(other))
}

fn words<'t>(text: &'t Text<'_>) -> impl Iterator<Item = &'t str> {
    text.views().iter().map(|view| view.text.trim())
}
