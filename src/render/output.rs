//! Where a text is going, and what an argument may therefore not do to it.

use std::str::FromStr;

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
    /// Text for a user interface that shows Unicode text in either direction. An argument that has
    /// other text beside it stands between U+2068 and U+2069, so that its direction stays its own;
    /// what would end that isolation from within is left out, line ends in it become spaces, and
    /// control characters U+FFFD.
    Ui,
    /// HTML, to be put into an element's content or a quoted attribute: everything is escaped,
    /// each argument stands in `<bdi>`, and what [`Ui`](Self::Ui) keeps out is kept out.
    /// Messages hold no markup.
    Html,
    /// One line of a log: control characters, line ends, bidi marks and invisible characters are
    /// written as escapes such as `\\n` and `\\u{202e}`, and sensitive arguments as `[redacted]`.
    Log,
}

impl Output {
    /// Every output.
    pub const ALL: &'static [Output] = &[Output::Text, Output::Ui, Output::Html, Output::Log];

    /// The name, as on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Output::Text => "text",
            Output::Ui => "ui",
            Output::Html => "html",
            Output::Log => "log",
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
        f.write_str("expected `text`, `ui`, `html` or `log`")
    }
}

impl std::error::Error for ParseOutputError {}
