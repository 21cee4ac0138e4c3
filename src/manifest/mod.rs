//! The manifest, `catalog.toml`: what a code is, whatever the language.
//!
//! Owns the codes' statuses and the types of their arguments. It is separate from the messages
//! because translators never touch it, and services never translate it.

mod example;
mod read;

use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

pub(crate) use self::read::read;

use crate::source::Span;
use crate::value::{Number, Value};

/// A manifest as read, codes in the order of the file.
#[derive(Debug, Default)]
pub(crate) struct Manifest {
    /// With its place, since whether it has messages is known only later.
    pub(crate) source_locale: Option<(Span, LanguageIdentifier)>,
    pub(crate) domain: Option<String>,
    pub(crate) help: Option<String>,
    /// With the place of the code.
    pub(crate) codes: Vec<(Span, CodeEntry)>,
}

/// A code as the manifest describes it.
#[derive(Clone, Debug)]
pub(crate) struct CodeEntry {
    pub(crate) code: String,
    pub(crate) status: Option<u16>,
    /// The id of its message, when that is not the code.
    pub(crate) message: Option<String>,
    pub(crate) retired: bool,
    pub(crate) replaced_by: Option<String>,
    pub(crate) arguments: Vec<Argument>,
}

impl CodeEntry {
    /// The entry of a message where no manifest says more.
    pub(crate) fn of_message(id: &str) -> Self {
        CodeEntry {
            code: id.to_owned(),
            status: None,
            message: None,
            retired: false,
            replaced_by: None,
            arguments: Vec::new(),
        }
    }
}

/// What the manifest says of an argument.
///
/// # Example
///
/// ```
/// use tolken::{ArgumentType, Catalog, Value};
///
/// let catalog = Catalog::builtin();
/// let code = catalog.code("ResourceNotFound").unwrap();
/// let argument = &code.arguments()[0];
/// assert_eq!(argument.name(), "resource_type");
/// assert_eq!(argument.kind(), ArgumentType::Enum);
/// assert_eq!(argument.values(), ["machine", "alert", "incident", "other"]);
/// assert_eq!(argument.example(), Some(&Value::from("machine")));
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Argument {
    name: String,
    kind: ArgumentType,
    #[serde(with = "example")]
    example: Option<Value<'static>>,
    values: Vec<String>,
    is_sensitive: bool,
}

/// The type of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ArgumentType {
    /// Text, shown exactly as received.
    String,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A date, a time or both; also as text by RFC 3339.
    DateTime,
    /// Several values.
    List,
    /// One of the values that the manifest names.
    Enum,
}

impl ArgumentType {
    /// The name in the manifest.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ArgumentType::String => "string",
            ArgumentType::Integer => "integer",
            ArgumentType::Number => "number",
            ArgumentType::DateTime => "datetime",
            ArgumentType::List => "list",
            ArgumentType::Enum => "enum",
        }
    }
}

impl Argument {
    /// The name, as in `{ $name }`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The type.
    #[must_use]
    pub fn kind(&self) -> ArgumentType {
        self.kind
    }

    /// The value that documents and previews show.
    #[must_use]
    pub fn example(&self) -> Option<&Value<'static>> {
        self.example.as_ref()
    }

    /// The values that an `enum` may have, in the order of the manifest.
    #[must_use]
    pub fn values(&self) -> &[String] {
        &self.values
    }

    /// Whether it must not reach logs or machine-readable arguments.
    #[must_use]
    pub fn is_sensitive(&self) -> bool {
        self.is_sensitive
    }

    /// The value as this type has it, and whether it fits. What does not fit is given back as text,
    /// so that it is shown as it was received. A whole number may come as text: in JSON, one
    /// beyond `u64` must.
    pub(crate) fn convert<'v>(&self, value: Value<'v>) -> (Value<'v>, bool) {
        let parsed = |text: &str| text.parse::<Number>().ok();
        match (self.kind, value) {
            (ArgumentType::DateTime, Value::String(text)) => match text.parse() {
                Ok(when) => (Value::DateTime(when), true),
                Err(_) => (Value::String(text), false),
            },
            (ArgumentType::Enum, Value::String(text)) => {
                let fits = self.values.iter().any(|value| *value == text);
                (Value::String(text), fits)
            }
            (ArgumentType::Integer, Value::Number(number)) => {
                let number = number.into_whole();
                // One beyond the exact floats may be whole; that digits were lost is told for itself.
                let fits = number.as_integer().is_some() || number.is_lossy();
                (Value::Number(number), fits)
            }
            (ArgumentType::Integer, Value::String(text)) => {
                let is_whole = |number: &Number| number.as_integer().is_some() || number.is_lossy();
                match parsed(&text).filter(is_whole) {
                    Some(number) => (Value::Number(number), true),
                    None => (Value::String(text), false),
                }
            }
            (ArgumentType::Number, Value::String(text)) => match parsed(&text) {
                Some(number) => (Value::Number(number), true),
                None => (Value::String(text), false),
            },
            // An application's own type knows better than a name what it is.
            (_, value @ Value::Custom(_))
            | (ArgumentType::String, value @ Value::String(_))
            | (ArgumentType::DateTime, value @ Value::DateTime(_))
            | (ArgumentType::Number, value @ Value::Number(_))
            | (ArgumentType::List, value @ Value::List(_)) => (value, true),
            (ArgumentType::List, value) => (value, false),
            // A number where text belongs, such as an id that JSON carries as a number: its digits
            // are shown as they are, never grouped.
            (_, Value::Number(number)) => (Value::from(number.to_string()), false),
            (_, Value::DateTime(when)) => (Value::from(when.to_string()), false),
            (_, value) => (value, false),
        }
    }
}
