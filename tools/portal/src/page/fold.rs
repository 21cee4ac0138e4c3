//! Texts as search compares them: without case, accents, and the ways to write the same.
//!
//! Each character is decomposed by itself (NFKD), so that what is folded leads back to its place. Hangul becomes
//! its letters, which finds a word whose last syllable is still being typed.

use std::ops::Range;

use icu_normalizer::DecomposingNormalizerBorrowed;

/// A folded text that knows where each of its characters came from.
pub(super) struct Folded {
    pub(super) text: String,
    /// The bytes of the text given, for each byte of the folded one.
    places: Vec<Range<usize>>,
}

/// Folds a text.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        each(c, |c| folded.push(c));
    }
    folded
}

impl Folded {
    pub(super) fn new(given: &str) -> Self {
        let mut folded = Folded {
            text: String::with_capacity(given.len()),
            places: Vec::with_capacity(given.len()),
        };
        for (start, c) in given.char_indices() {
            let place = start..start + c.len_utf8();
            each(c, |c| {
                folded.text.push(c);
                let bytes = c.len_utf8();
                folded
                    .places
                    .extend(std::iter::repeat_n(place.clone(), bytes));
            });
        }
        folded
    }

    /// Where some folded words stand in the text given: in order, none overlapping.
    pub(super) fn places_of(&self, words: &[String]) -> Vec<Range<usize>> {
        let found = words
            .iter()
            .flat_map(|word| self.text.match_indices(word.as_str()));
        let mut places: Vec<_> = found
            .filter(|(_, word)| !word.is_empty())
            .map(|(at, word)| self.places[at].start..self.places[at + word.len() - 1].end)
            .collect();
        places.sort_by_key(|place| place.start);
        let mut merged: Vec<Range<usize>> = Vec::new();
        for place in places {
            match merged.last_mut() {
                Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
                _ => merged.push(place),
            }
        }
        merged
    }
}

/// The characters that one is folded to.
fn each(c: char, mut push: impl FnMut(char)) {
    if c.is_ascii() {
        push(c.to_ascii_lowercase());
        return;
    }
    let nfkd = DecomposingNormalizerBorrowed::new_nfkd();
    let letters = nfkd.normalize_iter(std::iter::once(c));
    for c in letters.flat_map(char::to_lowercase) {
        match c {
            // Accents, and what is not seen.
            '\u{300}'..='\u{36F}'
            | '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2060}'..='\u{2069}' => {}
            '\u{2018}' | '\u{2019}' => push('\''),
            '\u{201C}' | '\u{201D}' | '«' | '»' => push('"'),
            c => push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_widths_do_not_count() {
        assert_eq!(fold("HASHVÄRDET"), fold("hashvardet"));
        assert_eq!(fold("l’URL\u{a0}»"), "l'url \"");
        assert_eq!(fold("ＵＲＬ"), "url");
        assert_eq!(
            fold("한글"),
            fold("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}")
        );
    }

    #[test]
    fn places_are_of_the_text_given() {
        let text = "Det är ÄR; 필수 매개";
        let folded = Folded::new(text);
        let found = |word: &str| -> Vec<_> {
            let places = folded.places_of(&[fold(word)]);
            places.into_iter().map(|it| &text[it]).collect()
        };
        assert_eq!(found("är"), ["är", "ÄR"]);
        // The first letter of the second syllable has been typed.
        assert_eq!(found("필ㅅ"), ["필수"]);
        assert_eq!(found("x"), Vec::<&str>::new());
        // One within the other is marked once.
        assert_eq!(folded.places_of(&[fold("a"), fold("är")]).len(), 2);
    }
}
