//! How far a locale is: its texts, counted.

use unic_langid::LanguageIdentifier;

use super::lock::State;

/// How many texts of the source locale a locale has, and how they stand to those.
///
/// A text is the value of a message, an attribute, or the value of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    locale: LanguageIdentifier,
    is_source: bool,
    has_lock: bool,
    counts: [usize; 4],
}

impl Progress {
    pub(super) fn new(
        locale: &LanguageIdentifier,
        is_source: bool,
        has_lock: bool,
        states: impl Iterator<Item = State>,
    ) -> Self {
        let mut counts = [0; 4];
        for state in states {
            counts[state as usize] += 1;
        }
        Progress {
            locale: locale.clone(),
            is_source,
            has_lock,
            counts,
        }
    }

    /// The locale.
    #[must_use]
    pub fn locale(&self) -> &LanguageIdentifier {
        &self.locale
    }

    /// Whether it is the one that all others are translated from.
    #[must_use]
    pub fn is_source(&self) -> bool {
        self.is_source
    }

    /// How many texts the source locale has.
    #[must_use]
    pub fn texts(&self) -> usize {
        self.counts.iter().sum()
    }

    /// How many of them the locale has.
    #[must_use]
    pub fn translated(&self) -> usize {
        self.texts() - self.missing()
    }

    /// How many it does not have.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.counts[State::Missing as usize]
    }

    /// How many were made from another source text; `None` without a lock, when nobody knows.
    #[must_use]
    pub fn out_of_date(&self) -> Option<usize> {
        self.has_lock
            .then_some(self.counts[State::OutOfDate as usize])
    }

    /// How many have no line in the lock; `None` without one.
    #[must_use]
    pub fn unconfirmed(&self) -> Option<usize> {
        self.has_lock
            .then_some(self.counts[State::Unconfirmed as usize])
    }
}
