//! What is asked of an index.

/// A text that a user saw, and what is known about it.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Mode, Query};
///
/// let index = Catalog::builtin().index();
/// let line = r#"07:50:55 ERROR api - 해시 값 abc123가 잘못되었습니다 (request 7)"#;
/// let query = Query::new(line).locale_hint("ko").mode(Mode::Scan).limit(1);
/// let matches = index.lookup(&query);
/// assert_eq!(&line[matches.best().unwrap().span()], "해시 값 abc123가 잘못되었습니다");
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Query<'q> {
    pub(super) text: &'q str,
    pub(super) hint: Option<&'q str>,
    pub(super) limit: usize,
    pub(super) mode: Mode,
    pub(super) fuzzy: bool,
    pub(super) minimum: f64,
}

/// How likely a match must be, unless a query says otherwise.
const MINIMUM: f64 = 0.05;

/// Where in a text messages are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mode {
    /// The text is a message, or has some in it.
    #[default]
    Auto,
    /// The text is a message, and nothing else.
    Whole,
    /// The text is a line of a log, a letter, a trace: messages stand somewhere in it.
    Scan,
}

impl<'q> Query<'q> {
    /// Asks for a text; at most five matches, messages anywhere in it.
    pub fn new(text: &'q str) -> Self {
        Query {
            text,
            hint: None,
            limit: 5,
            mode: Mode::Auto,
            fuzzy: true,
            minimum: MINIMUM,
        }
    }

    /// With the locale that the text is thought to be in: a language tag. It decides between equals
    /// and never excludes.
    pub fn locale_hint(self, locale: &'q str) -> Self {
        Query {
            hint: Some(locale),
            ..self
        }
    }

    /// With this many matches at most, and never more than 32.
    pub fn limit(self, limit: usize) -> Self {
        Query { limit, ..self }
    }

    /// With messages looked for elsewhere.
    pub fn mode(self, mode: Mode) -> Self {
        Query { mode, ..self }
    }

    /// With matches that are at least this likely to be more than chance, from 0 to 1; 0.05 unless
    /// said otherwise. What is less likely is no answer, and a text that resembles no message has
    /// none at all.
    ///
    /// Messages that share a text share its [score](super::Match::score) too, so each of them may
    /// have less; they are answers together or not at all.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::{Catalog, Query};
    ///
    /// let index = Catalog::builtin().index();
    /// let query = Query::new("내부 오류가 발생했습니다");
    /// assert_eq!(index.lookup(&query).best().unwrap().code(), "InternalServerError");
    /// assert!(index.lookup(&query.minimum(0.9)).matches().is_empty());
    /// ```
    pub fn minimum(self, minimum: f64) -> Self {
        Query { minimum, ..self }
    }

    /// With or without texts that are only similar to a message.
    pub fn fuzzy(self, fuzzy: bool) -> Self {
        Query { fuzzy, ..self }
    }
}
