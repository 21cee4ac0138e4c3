//! Argument values: what a caller puts into a message.
//!
//! Owns the typed values and the ways to hand them over. A value knows nothing of locales; how it
//! is shown is for [`crate::locale`].

mod args;
mod arguments;
mod custom;
mod datetime;
mod fluent;
mod json;
mod number;

use std::borrow::Cow;

pub use self::args::Args;
pub use self::arguments::Arguments;
pub use self::custom::Custom;
pub(crate) use self::datetime::parse_offset;
pub use self::datetime::{DateTime, ParseDateTimeError};
pub(crate) use self::number::Digits;
pub use self::number::{Number, ParseNumberError};

/// A value for a placeable.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Request, Value};
///
/// let args = [("received", Value::from(u64::MAX)), ("allowed", Value::from(1_000))];
/// let request = Request::new("MaximumBatchSizeExceeded").args(&args).range("nl-NL");
/// let text = Catalog::builtin().render(&request).into_text();
/// assert!(text.contains("18.446.744.073.709.551.615"));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// Text, shown as it is.
    String(Cow<'a, str>),
    /// A number, shown as the locale writes it.
    Number(Number),
    /// A date, a time or both, shown as the locale writes it.
    DateTime(DateTime),
    /// Several values, shown as the locale joins them.
    List(Vec<Value<'a>>),
    /// A value of an application's own type, shown as it says, whatever the manifest asks for.
    Custom(Custom),
    /// Something that no argument type takes, such as a JSON object, as text. Shown as it is, and
    /// reported as `wrong-type`.
    Unsupported(Cow<'a, str>),
}

impl Value<'_> {
    /// The same value without a copy of its text; a list is copied, its texts are not.
    #[must_use]
    pub fn borrowed(&self) -> Value<'_> {
        match self {
            Value::String(text) => Value::String(Cow::Borrowed(text)),
            Value::Number(number) => Value::Number(*number),
            Value::DateTime(when) => Value::DateTime(*when),
            Value::List(values) => {
                let items = values.iter().map(|value| match value {
                    // It has no form in any language, and may be as deep as it likes.
                    Value::List(_) => Value::Unsupported(Cow::Borrowed("[…]")),
                    value => value.borrowed(),
                });
                Value::List(items.collect())
            }
            Value::Custom(value) => Value::Custom(value.clone()),
            Value::Unsupported(text) => Value::Unsupported(Cow::Borrowed(text)),
        }
    }

    /// The same value with its text copied, if it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> Value<'static> {
        match self {
            Value::String(text) => Value::String(Cow::Owned(text.into_owned())),
            Value::Number(number) => Value::Number(number),
            Value::DateTime(when) => Value::DateTime(when),
            Value::List(values) => Value::List(values.into_iter().map(Value::into_owned).collect()),
            Value::Custom(value) => Value::Custom(value),
            Value::Unsupported(text) => Value::Unsupported(Cow::Owned(text.into_owned())),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::String(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Value::String(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::String(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Value::String(text)
    }
}

impl<'a> From<Vec<Value<'a>>> for Value<'a> {
    fn from(values: Vec<Value<'a>>) -> Self {
        Value::List(values)
    }
}

impl From<DateTime> for Value<'_> {
    fn from(when: DateTime) -> Self {
        Value::DateTime(when)
    }
}

/// Values of what [`DateTime`] is made from.
#[cfg(any(feature = "jiff", feature = "time"))]
macro_rules! from_dates {
    ($($type:ty),+) => {$(
        impl From<$type> for crate::value::Value<'_> {
            fn from(when: $type) -> Self {
                crate::value::Value::DateTime(when.into())
            }
        }
    )+};
}
#[cfg(any(feature = "jiff", feature = "time"))]
use from_dates;

impl<T: Into<Number>> From<T> for Value<'_> {
    fn from(number: T) -> Self {
        Value::Number(number.into())
    }
}
