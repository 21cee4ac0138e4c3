//! What is asked of a catalog.

use std::fmt;

use unic_langid::LanguageIdentifier;

use super::Output;
use crate::value::Arguments;

/// A question to a catalog: which code, with which arguments, in whose language, for which output.
///
/// Borrows everything and costs nothing to make.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Request, Value};
///
/// let args = [("parameter", Value::from("machineId"))];
/// let request = Request::new("MissingRequiredParameter")
///     .args(&args)
///     .accept_language("zh-TW, sv;q=0.9, en;q=0.5");
/// let message = Catalog::builtin().render(&request);
/// assert_eq!(message.text(), "Den obligatoriska parametern machineId saknas.");
/// assert_eq!(message.locale().to_string(), "sv-SE");
/// ```
#[derive(Clone, Copy)]
pub struct Request<'r> {
    pub(crate) name: &'r str,
    pub(crate) args: &'r dyn Arguments,
    pub(crate) asked: Asked<'r>,
    pub(crate) output: Output,
}

/// Whose language it is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Asked<'r> {
    Nothing,
    Range(&'r str),
    Header(&'r str),
    Locales(&'r [LanguageIdentifier]),
}

impl<'r> Request<'r> {
    /// Asks for a code; the id of any message, or `id.attribute`, does as well. Without more, it
    /// is rendered in the source locale, as plain text.
    #[must_use]
    pub fn new(code: &'r str) -> Self {
        Request {
            name: code,
            args: &(),
            asked: Asked::Nothing,
            output: Output::default(),
        }
    }

    /// With these arguments.
    #[must_use]
    pub fn args(self, args: &'r dyn Arguments) -> Self {
        Request { args, ..self }
    }

    /// In the language of one range, such as `ko`, `fr-CA` or `zh-Hans`.
    #[must_use]
    pub fn range(self, range: &'r str) -> Self {
        Request {
            asked: Asked::Range(range),
            ..self
        }
    }

    /// In the language that an `Accept-Language` header asks for.
    #[must_use]
    pub fn accept_language(self, header: &'r str) -> Self {
        Request {
            asked: Asked::Header(header),
            ..self
        }
    }

    /// In the first of these locales that has the message.
    #[must_use]
    pub fn locales(self, locales: &'r [LanguageIdentifier]) -> Self {
        Request {
            asked: Asked::Locales(locales),
            ..self
        }
    }

    /// For this output.
    #[must_use]
    pub fn output(self, output: Output) -> Self {
        Request { output, ..self }
    }
}

impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Some take longer for each entry the later it is.
        let names: Vec<_> = (0..self.args.len().min(256))
            .map_while(|index| self.args.entry(index))
            .map(|(name, _)| name.to_owned())
            .collect();
        f.debug_struct("Request")
            .field("name", &self.name)
            .field("args", &names)
            .field("asked", &self.asked)
            .field("output", &self.output)
            .finish()
    }
}
