//! What a catalog answers.

use serde::ser::{Serialize, SerializeStruct, Serializer};
use unic_langid::LanguageIdentifier;

use crate::fault::Fault;

/// A rendered message: the text of a code, with the locale that answered and the faults met.
///
/// Serializes with the keys `code`, `status`, `locale`, `text`, `action` and `faults`.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Request};
///
/// let message = Catalog::builtin().render(&Request::new("Forbidden").range("nl"));
/// assert_eq!(message.status(), Some(403));
/// assert_eq!(message.locale().to_string(), "nl-NL");
/// assert_eq!(message.action(), Some("Vraag een beheerder om de vereiste machtiging te verlenen."));
/// assert!(message.faults().is_empty());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    pub(crate) code: String,
    pub(crate) status: Option<u16>,
    pub(crate) locale: LanguageIdentifier,
    pub(crate) text: String,
    pub(crate) action: Option<String>,
    pub(crate) faults: Vec<Fault>,
}

impl Message {
    /// The code that was asked for.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The HTTP status, when a manifest gives one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// The locale that answered; `und` when none did and the text is the code.
    #[must_use]
    pub fn locale(&self) -> &LanguageIdentifier {
        &self.locale
    }

    /// The text, never empty unless the message itself is.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, without a copy.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// What to do next, in the same locale; absent when that locale says nothing.
    #[must_use]
    pub fn action(&self) -> Option<&str> {
        self.action.as_deref()
    }

    /// What went wrong, each kind and name once, and 256 of them at most.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Message", 6)?;
        object.serialize_field("code", &self.code)?;
        object.serialize_field("status", &self.status)?;
        object.serialize_field("locale", &self.locale.to_string())?;
        object.serialize_field("text", &self.text)?;
        object.serialize_field("action", &self.action)?;
        object.serialize_field("faults", &self.faults)?;
        object.end()
    }
}

/// What [`Catalog::write_to`](crate::Catalog::write_to) tells besides the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer<'c> {
    pub(crate) locale: Option<&'c LanguageIdentifier>,
    pub(crate) faults: Vec<Fault>,
}

impl<'c> Answer<'c> {
    /// The locale that answered; `None` when none did and the text is the code.
    #[must_use]
    pub fn locale(&self) -> Option<&'c LanguageIdentifier> {
        self.locale
    }

    /// What went wrong, each kind and name once, and 256 of them at most.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}
