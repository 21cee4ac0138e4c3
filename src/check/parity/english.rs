//! English words in a text of another language.
//!
//! Found by the little words that no sentence does without; which they are is data, in
//! `english.toml`. A text that is English as a whole breaks the rule `untranslated`.

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::check::engine::{Locale, Whole};
use crate::check::language::likely;
use crate::check::text::Text;
use crate::finding::Rule;
use crate::findings::Findings;
use crate::source::Span;

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

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    let language = locale.id.language.as_str();
    if language == "en" {
        return;
    }
    let is_latin = likely(locale.id)
        .script
        .is_none_or(|script| script.as_str() == "Latn");
    for text in &locale.texts {
        let found = little_word(text, whole).or_else(|| {
            let is_foreign = !is_latin && !locale.is_source;
            is_foreign.then(|| foreign_words(text)).flatten()
        });
        let Some(span) = found.filter(|_| !super::untranslated::is_copy(text, whole)) else {
            continue;
        };
        let word = text.source.slice(span);
        findings.push(
            text.finding(Rule::English, span)
                .with_message(format!("`{word}` is English"))
                .with_help("translate it, or name it under `english` in check.toml"),
        );
    }
}

/// The first word that gives away an English sentence: one tells as much as all of them.
fn little_word(text: &Text<'_>, whole: &Whole<'_>) -> Option<Span> {
    let language = text.locale.language.as_str();
    text.views().iter().find_map(|view| {
        view.literals().find_map(|(at, literal)| {
            let (start, word) = split(literal).find(|(_, word)| {
                is_english(word, language) && !whole.settings.may_be_english(text.locale, word)
            })?;
            Some(view.span(at + start..at + start + word.len()))
        })
    })
}

/// In a language of other letters: two words in a row of Latin ones, in a text that has no others.
fn foreign_words(text: &Text<'_>) -> Option<Span> {
    let is_plain =
        |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let views = text.views();
    let is_own = |c: char| c.is_alphabetic() && !c.is_ascii();
    if views.iter().any(|view| view.text.contains(is_own)) {
        return None;
    }
    views.iter().find_map(|view| {
        view.literals().find_map(|(at, literal)| {
            let words: Vec<_> = split(literal).collect();
            let pair = words.windows(2).find(|pair| {
                // A path or an address is no sentence.
                let between = &literal[pair[0].0 + pair[0].1.len()..pair[1].0];
                between == " " && is_plain(pair[0].1) && is_plain(pair[1].1)
            })?;
            Some(view.span(at + pair[0].0..at + pair[1].0 + pair[1].1.len()))
        })
    })
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
