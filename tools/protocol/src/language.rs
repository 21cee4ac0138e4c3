//! Whose language it is.

use tolken::Request;

/// Whose language it is, as a request or whoever passes it on says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language<'r> {
    /// Nobody's: the source locale answers.
    #[default]
    Source,
    /// A range, such as `ko` or `zh-Hans`.
    Range(&'r str),
    /// A header `Accept-Language`.
    Header(&'r str),
}

impl<'r> Language<'r> {
    /// Asks in this language.
    #[must_use]
    pub fn apply(self, request: Request<'r>) -> Request<'r> {
        match self {
            Language::Source => request,
            Language::Range(range) => request.range(range),
            Language::Header(header) => request.accept_language(header),
        }
    }
}
