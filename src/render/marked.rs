//! A text that tells which of it came from values.

use std::ops::Range;

use unic_langid::LanguageIdentifier;

use crate::fault::Fault;

/// A rendered text in which the places of the values are known, for whoever shows a translator, or a
/// reader, which of it is the message and which its arguments.
///
/// What [`Catalog::marked`](crate::Catalog::marked) answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    pub(crate) text: String,
    pub(crate) values: Vec<Range<usize>>,
    pub(crate) locale: Option<LanguageIdentifier>,
    pub(crate) faults: Vec<Fault>,
}

impl Marked {
    /// The text, as [`Catalog::text`](crate::Catalog::text) gives it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the text that show a value, in order; none overlap. A value may be empty.
    #[must_use]
    pub fn values(&self) -> &[Range<usize>] {
        &self.values
    }

    /// The text in pieces, in order, each with whether it shows a value.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, bool)> {
        let ends = self.values.iter().map(|value| value.end);
        let starts = std::iter::once(0).chain(ends);
        let last = self.values.last().map_or(0, |value| value.end);
        let between = starts.zip(&self.values).flat_map(|(start, value)| {
            [
                (&self.text[start..value.start], false),
                (&self.text[value.clone()], true),
            ]
        });
        let all = between.chain([(&self.text[last..], false)]);
        all.filter(|(piece, is_value)| *is_value || !piece.is_empty())
    }

    /// The locale that answered; `None` when none did and the text is the code.
    #[must_use]
    pub fn locale(&self) -> Option<&LanguageIdentifier> {
        self.locale.as_ref()
    }

    /// What went wrong, each kind and name once, and 256 of them at most.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}
