//! Where a text is going, and what an argument may therefore not do to it.

use std::str::FromStr;

/// FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, UAX #9.
pub(super) const ISOLATE: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// Where a text is going.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Output, Request, Value};
///
/// let args = [("url", Value::from("htp://x"))];
/// let request = Request::new("InvalidUrl").args(&args).range("zh-CN");
/// let catalog = Catalog::builtin();
/// assert_eq!(catalog.render(&request).text(), "URL htp://x 无效。");
/// let ui = request.output(Output::Ui);
/// assert_eq!(catalog.render(&ui).text(), "URL \u{2068}htp://x\u{2069} 无效。");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Output {
    /// Plain text, for JSON, files and terminals: nothing is added to the arguments.
    #[default]
    Text,
    /// Text for a user interface that shows Unicode text in either direction: an argument that has
    /// other text beside it stands between U+2068 and U+2069, so that its direction stays its own.
    Ui,
}

impl Output {
    /// Every output.
    pub const ALL: &'static [Output] = &[Output::Text, Output::Ui];

    /// The name, as on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Output::Text => "text",
            Output::Ui => "ui",
        }
    }
}

/// Reads a [`name`](Output::name).
impl FromStr for Output {
    type Err = ParseOutputError;

    fn from_str(name: &str) -> Result<Self, ParseOutputError> {
        Output::ALL
            .iter()
            .copied()
            .find(|output| output.name() == name)
            .ok_or(ParseOutputError)
    }
}

/// The text was not the name of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseOutputError;

impl std::fmt::Display for ParseOutputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("expected `text` or `ui`")
    }
}

impl std::error::Error for ParseOutputError {}
