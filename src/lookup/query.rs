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
}

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

    /// With or without texts that are only similar to a message.
    pub fn fuzzy(self, fuzzy: bool) -> Self {
        Query { fuzzy, ..self }
    }
}
