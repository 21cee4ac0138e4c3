//! Every text of the source locale in every other locale, and how that stands to the lock.
//!
//! Owns what it means to confirm, which is a new text of the lock; whoever has asked for it writes
//! the file.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::sync::Arc;

use unic_langid::LanguageIdentifier;

use super::Lock;
use crate::finding::Finding;
use crate::source::Source;

/// How a translation stands to the text that it translates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// There is none.
    Missing,
    /// There is one, and nobody has said what it was made from.
    Unconfirmed,
    /// It was made from another text than the present one.
    OutOfDate,
    /// It was made from the present text.
    Confirmed,
}

/// A text of the source locale in another locale.
#[derive(Clone, Debug)]
pub struct Translation {
    locale: LanguageIdentifier,
    name: Arc<str>,
    wording: Arc<str>,
    state: State,
}

impl Translation {
    pub(in crate::check) fn new(
        locale: &LanguageIdentifier,
        name: &Arc<str>,
        wording: &Arc<str>,
        state: State,
    ) -> Self {
        Translation {
            locale: locale.clone(),
            name: name.clone(),
            wording: wording.clone(),
            state,
        }
    }

    /// The locale that it is in.
    #[must_use]
    pub fn locale(&self) -> &LanguageIdentifier {
        &self.locale
    }

    /// What it is called in findings and in the lock: `id`, `id.attribute` or `-id`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The present text of the source locale, in one line.
    #[must_use]
    pub fn wording(&self) -> &str {
        &self.wording
    }

    /// How it stands to that text.
    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }
}

/// What [`Checker::translations`](crate::check::Checker::translations) gives.
///
/// # Example
///
/// ```
/// use tolken::check::{Checker, State};
/// use tolken::Layer;
///
/// let checker = |english: &str| {
///     let layer = Layer::new()
///         .source("en-US", "en-US/a.ftl", format!("NotFound = {english}\n"))
///         .source("sv-SE", "sv-SE/a.ftl", "NotFound = Hittades inte.\n");
///     Checker::new().layer(layer)
/// };
/// let lock = checker("Not found.").translations()?.confirm(|_| true).into_text();
/// assert!(lock.ends_with("\nsv-SE NotFound = Not found.\n"));
///
/// let later = checker("It is gone.").lock("source.lock", lock).translations()?;
/// assert_eq!(later.all()[0].state(), State::OutOfDate);
/// # Ok::<(), tolken::Error>(())
/// ```
#[derive(Debug)]
pub struct Translations {
    all: Vec<Translation>,
    lock: Option<Lock>,
    findings: Vec<Finding>,
    /// Whether all files could be read, so that what is not there is gone.
    is_whole: bool,
}

impl Translations {
    pub(in crate::check) fn new(
        all: Vec<Translation>,
        lock: Option<Lock>,
        findings: Vec<Finding>,
        is_whole: bool,
    ) -> Self {
        Translations {
            all,
            lock,
            findings,
            is_whole,
        }
    }

    /// All of them, by locale, and in it as the source locale has them.
    #[must_use]
    pub fn all(&self) -> &[Translation] {
        &self.all
    }

    /// The lock as it was read; `None` when there is none.
    #[must_use]
    pub fn lock(&self) -> Option<&Source> {
        self.lock.as_ref().map(Lock::source)
    }

    /// What is wrong in the lock, sorted by place.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The lock when someone has reviewed some translations beside the present source text.
    ///
    /// Lines of what is gone are left out, unless a file could not be read; so are lines that could
    /// not be read, and those that a later review took the place of.
    #[must_use]
    pub fn confirm(&self, is_reviewed: impl Fn(&Translation) -> bool) -> Confirmation {
        let mut lines: Vec<(String, &str, &str)> = Vec::new();
        let mut present: HashSet<(String, &str)> = HashSet::new();
        for translation in &self.all {
            let tag = translation.locale.to_string();
            if translation.state == State::Missing {
                continue;
            }
            if translation.state == State::Confirmed || is_reviewed(translation) {
                lines.push((tag.clone(), translation.name(), translation.wording()));
            } else if let Some(lock) = &self.lock {
                let wordings = lock.of(&tag).wordings(&translation.name);
                lines.extend(wordings.map(|was| (tag.clone(), translation.name(), was)));
            }
            present.insert((tag, &translation.name));
        }
        let mut gone = 0;
        for (tag, name, wording) in self.lock.iter().flat_map(Lock::lines) {
            if present.contains(&(tag.to_owned(), name)) {
                continue;
            }
            if self.is_whole {
                gone += 1;
            } else {
                lines.push((tag.to_owned(), name, wording));
            }
        }
        lines.sort_unstable();
        let mut text = String::from(HEADER);
        for (tag, name, wording) in lines {
            // Writing to a string cannot fail. A line that stands alone is merged alone.
            _ = writeln!(text, "\n{tag} {name} = {wording}");
        }
        Confirmation {
            text,
            gone,
            unread: self.lock.as_ref().map_or(0, |lock| lock.unread),
        }
    }
}

/// What a lock begins with.
const HEADER: &str = "\
# The source texts that translations were made from. `tolken check` tells which have changed since,
# `tolken confirm` writes this file. Lines say the same in any order; of a merge conflict, keep both sides.
";

/// A lock after a review.
#[derive(Clone, Debug)]
pub struct Confirmation {
    text: String,
    gone: usize,
    unread: usize,
}

impl Confirmation {
    /// The text of the lock.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same, to be kept.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// How many lines were left out because their translation, or what it translates, is gone.
    #[must_use]
    pub fn gone(&self) -> usize {
        self.gone
    }

    /// How many lines were left out because they could not be read.
    #[must_use]
    pub fn unread(&self) -> usize {
        self.unread
    }
}
