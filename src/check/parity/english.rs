//! English words in a text of another language.
//!
//! Found by the little words that no sentence does without; which they are is data, in
//! `english.toml`. A text that is English as a whole breaks the rule `untranslated`.

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::check::engine::Whole;
use crate::check::text::Text;
use crate::finding::Rule;
use crate::findings::Findings;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    words: HashSet<String>,
    except: BTreeMap<String, HashSet<String>>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    // A test reads the file, so that it is never empty here.
    WORDS.get_or_init(|| toml::from_str(include_str!("english.toml")).unwrap_or_default())
}

/// Whether a word gives away an English sentence in a language.
pub(super) fn is_english(word: &str, language: &str) -> bool {
    let Words { words, except } = words();
    // The longest has nine letters.
    if word.len() > 9 || !word.is_ascii() {
        return false;
    }
    let word = word.to_ascii_lowercase();
    words.contains(&word)
        && !except
            .get(language)
            .is_some_and(|words| words.contains(&word))
}

pub(in crate::check) fn check(text: &Text<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    let language = text.locale.language.as_str();
    if language == "en" || super::untranslated::is_copy(text, whole) {
        return;
    }
    for view in text.views() {
        for (at, literal) in view.literals() {
            for (start, word) in split(literal) {
                if !is_english(word, language) || whole.settings.may_be_english(text.locale, word) {
                    continue;
                }
                let span = view.span(at + start..at + start + word.len());
                findings.push(
                    text.finding(Rule::English, span)
                        .with_message(format!("`{word}` is English"))
                        .with_help("translate it, or name it under `english` in check.toml"),
                );
                // One word of a sentence tells as much as all of them.
                return;
            }
        }
    }
}

/// The words of a text, each with its place; letters of any script belong to a word.
pub(super) fn split(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    text.split(move |c| !is_letter(c))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_the_file() {
        let words: Words = toml::from_str(include_str!("english.toml")).unwrap();
        assert!(words.words.iter().all(|word| word.len() <= 9));
        assert!(is_english("The", "nl") && !is_english("was", "nl") && is_english("was", "fr"));
    }
}
