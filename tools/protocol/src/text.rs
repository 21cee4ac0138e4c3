//! A text of a request.

use std::borrow::Cow;
use std::ops::Deref;

use serde::Deserialize;

/// A text of a request, borrowed from its bytes unless something is escaped in it.
///
/// It is a type of its own because serde copies the `Cow` that stands in an `Option`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Text<'r>(#[serde(borrow)] Cow<'r, str>);

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'r> From<&'r str> for Text<'r> {
    fn from(text: &'r str) -> Self {
        Text(Cow::Borrowed(text))
    }
}
