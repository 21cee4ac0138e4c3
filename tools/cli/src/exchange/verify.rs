//! Whether a changed file says what it should: it is read again, and must say what was asked and, besides
//! that, what it said before.
//!
//! It is separate from patching so that a mistake there is found here, before anything is written.

use std::collections::HashMap;

use tolken::Source;

use super::patch::{Patched, whole};
use super::plan::{Change, New};
use super::texts::Texts;
use super::wording::Wording;

/// Reads a changed file again: it must say what was asked, and all else as before.
pub(super) fn verify(
    target: &Texts,
    patched: &Patched,
    changes: &[Change<'_>],
) -> Result<(), (String, String)> {
    let source = Source::new(&*patched.name, &*patched.text);
    let read = Texts::read([(patched.name.clone(), &source)].into_iter());
    let asked = changes.iter();
    let asked: HashMap<&str, &Change<'_>> = asked
        .map(|change| (change.pair.source.id.as_str(), change))
        .collect();
    let mut count = 0;
    for text in &read.all {
        let before = target
            .find(&text.id)
            .filter(|old| Some(old.file) == patched.file);
        let is_right = match asked
            .get(text.id.as_str())
            .map(|change| (change, &change.new))
        {
            Some((change, New::Text(_) | New::Choice(_))) => text.wording.text == whole(change),
            Some((_, New::Variants(variants))) => {
                let old = before.and_then(|old| old.wording.choice());
                let new = text.wording.choice();
                old.zip(new).is_some_and(|(old, new)| {
                    let is_asked = |key: &str| variants.iter().any(|(asked, _)| *asked == key);
                    let is_there = |key: &str, wording: &Wording| new.variant(key) == Some(wording);
                    let kept = old
                        .variants
                        .iter()
                        .filter(|variant| !is_asked(&variant.key));
                    let mut kept = kept.map(|variant| (variant.key.as_str(), &variant.wording));
                    let mut asked = variants.iter().map(|(key, wording)| (*key, wording));
                    kept.all(|(key, wording)| is_there(key, wording))
                        && asked.all(|(key, wording)| is_there(key, wording))
                })
            }
            // A second message of an id that is elsewhere is not the one that is found.
            None => before.is_none_or(|old| old.wording == text.wording),
        };
        if !is_right {
            let why = "it would not be read from the file as it was written".to_owned();
            return Err((text.id.clone(), why));
        }
        count += 1;
    }
    let old = patched.file.map_or(0, |file| {
        let source = &target.files[file].source;
        Texts::read([(patched.name.clone(), source)].into_iter())
            .all
            .len()
    });
    if count == old + patched.added {
        Ok(())
    } else {
        let why = "a message of it would be lost".to_owned();
        Err((patched.name.clone(), why))
    }
}
