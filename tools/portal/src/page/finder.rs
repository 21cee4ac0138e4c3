//! The search of the pages: codes by their name, their status, and words of their texts in any language.
//!
//! All texts are folded once for a revision. A query then looks through them one after the other: a part of a
//! word is found as well, and languages that write without spaces need no rules of their own.

use tolken::{LanguageIdentifier, Request};

use super::fold::fold;
use super::sample;
use super::shown::action_of;
use crate::live::Revision;

/// The longest query, in characters, and the most words of one, that are looked for.
pub(super) const LONGEST: usize = 200;
const MOST_WORDS: usize = 10;

/// What the search knows of a revision.
pub(super) struct Finder {
    revision: String,
    entries: Vec<Entry>,
    statuses: Vec<u16>,
}

/// What the search knows of a code.
struct Entry {
    code: String,
    folded: String,
    status: Option<u16>,
    /// The message and the action, folded, for each locale of the catalog; empty where it has none.
    texts: Vec<String>,
}

/// What is looked for.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) words: Vec<String>,
    pub(super) status: Option<u16>,
}

/// A code that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    rank: Rank,
    entry: usize,
    /// The locale of the catalog in which the words are, when it is not the reader's.
    pub(super) elsewhere: Option<usize>,
}

/// How a code was found, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Code,
    Beginning,
    Name,
    Words,
    Parts,
    OtherWords,
    OtherParts,
}

impl Wanted {
    /// Reads a query.
    pub(super) fn new(query: &str, status: Option<u16>) -> Self {
        let query: String = query.chars().take(LONGEST).collect();
        let folded = fold(&query);
        let words = folded.split_whitespace().take(MOST_WORDS);
        Wanted {
            words: words.map(str::to_owned).collect(),
            status,
        }
    }
}

impl Finder {
    pub(super) fn new(revision: &Revision) -> Self {
        let catalog = revision.catalog();
        let entries = catalog.codes().map(|code| {
            let name = code.name();
            let args = sample::args(catalog, name, &sample::fields(catalog, name, &[]));
            let action = action_of(catalog, name);
            let text = |name: &str, locale: &LanguageIdentifier| {
                let request = Request::new(name).args(&args);
                let request = request.locales(std::slice::from_ref(locale));
                catalog
                    .template(name, locale)
                    .map(|_| catalog.text(&request))
            };
            let texts = catalog.locales().iter().map(|locale| {
                let message = text(name, locale).unwrap_or_default();
                let action = text(&action, locale).unwrap_or_default();
                fold(&format!("{message}\n{action}"))
            });
            Entry {
                code: name.to_owned(),
                folded: fold(name),
                status: code.status(),
                texts: texts.collect(),
            }
        });
        let entries: Vec<_> = entries.collect();
        let mut statuses: Vec<_> = entries.iter().filter_map(|entry| entry.status).collect();
        statuses.sort_unstable();
        statuses.dedup();
        Finder {
            revision: revision.id().to_owned(),
            entries,
            statuses,
        }
    }

    /// The revision that it knows.
    pub(super) fn revision(&self) -> &str {
        &self.revision
    }

    /// The statuses that there are.
    pub(super) fn statuses(&self) -> &[u16] {
        &self.statuses
    }

    /// The code that was found.
    pub(super) fn code(&self, found: &Found) -> &str {
        &self.entries[found.entry].code
    }

    /// What fits, the best first; the reader's locale is a place in the catalog's list.
    pub(super) fn find(&self, wanted: &Wanted, reader: Option<usize>) -> Vec<Found> {
        let entries = self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| wanted.status.is_none() || entry.status == wanted.status);
        let mut found: Vec<_> = entries
            .filter_map(|(place, entry)| {
                let (rank, elsewhere) = entry.rank(&wanted.words, reader)?;
                Some(Found {
                    rank,
                    entry: place,
                    elsewhere,
                })
            })
            .collect();
        found.sort_unstable();
        found
    }
}

impl Entry {
    /// How well all words fit, and in which language if it is not the reader's.
    fn rank(&self, words: &[String], reader: Option<usize>) -> Option<(Rank, Option<usize>)> {
        let is_code = words.concat() == self.folded;
        if words.is_empty() || is_code {
            return Some((Rank::Code, None));
        }
        if words.len() == 1 && self.folded.starts_with(&words[0]) {
            return Some((Rank::Beginning, None));
        }
        let status = self.status.map(|status| status.to_string());
        let is_of_code =
            |word: &String| self.folded.contains(word) || status.as_ref() == Some(word);
        if words.iter().all(is_of_code) {
            return Some((Rank::Name, None));
        }
        let fits = |text: &&String| {
            let mut words = words.iter();
            words.all(|word| text.contains(word) || is_of_code(word))
        };
        let own = reader.and_then(|locale| self.texts.get(locale));
        if let Some(text) = own.filter(fits) {
            let is_whole = words.iter().all(|word| begins_a_word(text, word));
            let rank = if is_whole { Rank::Words } else { Rank::Parts };
            return Some((rank, None));
        }
        let others = self.texts.iter().enumerate();
        let fitting = others.filter(|(_, text)| fits(text));
        let ranked = fitting.map(|(locale, text)| {
            let is_whole = words.iter().all(|word| begins_a_word(text, word));
            let rank = if is_whole {
                Rank::OtherWords
            } else {
                Rank::OtherParts
            };
            (rank, Some(locale))
        });
        ranked.min()
    }
}

/// Whether a word stands somewhere in a text with no letter before it.
fn begins_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        !before.is_some_and(char::is_alphanumeric)
    })
}
