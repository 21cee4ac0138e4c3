//! Errors of an application that know their code and their arguments.
//!
//! Owns the trait [`Localized`], which `#[derive(Localize)]` of the crate `tolken-derive` implements
//! for enums and structs and checks against a catalog when the program is compiled. It is separate
//! from rendering because it knows no catalog: it only says what to ask one.

mod argument;
mod chain;

use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use unic_langid::LanguageIdentifier;

pub use self::argument::{
    AnyArgument, DateTimeArgument, EnumArgument, IntegerArgument, ListArgument, ListItem,
    NumberArgument, StringArgument,
};
#[doc(hidden)]
pub use self::argument::{displayed, holds};
pub use self::chain::{AsLocalized, Chain, as_localized};

use crate::catalog::Catalog;
use crate::render::{Message, Request};
use crate::value::{Arguments, Value};

/// An error that knows its code and its arguments, whatever the language.
///
/// As a rule it is derived, which checks each code and argument when the program is compiled; by
/// hand it is two methods. It is object safe, so that a service may keep a `Box<dyn Localized>`.
///
/// # Example
///
/// ```
/// use tolken::{Arguments, Catalog, Localized, Value};
///
/// struct BadHash(String);
///
/// impl Localized for BadHash {
///     fn code(&self) -> &str { "InvalidHashValue" }
///     fn args(&self) -> &dyn Arguments { self }
/// }
///
/// impl Arguments for BadHash {
///     fn len(&self) -> usize { 1 }
///     fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
///         (index == 0).then(|| ("hash", Value::from(&self.0)))
///     }
/// }
///
/// let error: Box<dyn Localized> = Box::new(BadHash("abc123".to_owned()));
/// let message = error.localize(&Catalog::builtin(), &["ko-KR".parse()?]);
/// assert_eq!(message.text(), "해시 값 abc123이 잘못되었습니다.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no code of a catalog",
    label = "is not `Localized`",
    note = "an error of one's own gets one by `#[derive(tolken_derive::Localize)]`; an error of \
            another crate is kept in a field with `#[tolken(skip)]` of a variant with a code"
)]
pub trait Localized {
    /// The code, never translated.
    fn code(&self) -> &str;

    /// The arguments of its message.
    fn args(&self) -> &dyn Arguments;

    /// The HTTP status, where it is known without a catalog, as it is to what was derived.
    fn status(&self) -> Option<u16> {
        None
    }

    /// What to ask a catalog, to be completed by whose language and which output.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::codes::InvalidUrl;
    /// use tolken::{Catalog, Localized, Output};
    ///
    /// let error = InvalidUrl { url: "htp://x" };
    /// let request = error.request().accept_language("fr-CA, en;q=0.5").output(Output::Html);
    /// let text = Catalog::builtin().text(&request);
    /// assert!(text.contains("<bdi>htp://x</bdi>"));
    /// ```
    fn request(&self) -> Request<'_> {
        Request::new(self.code()).args(self.args())
    }

    /// The message in the first of these locales that has it, else in the source locale.
    fn localize(&self, catalog: &Catalog, locales: &[LanguageIdentifier]) -> Message {
        catalog.render(&self.request().locales(locales))
    }
}

macro_rules! pointers {
    ($($pointer:ty),+) => {$(
        impl<T: Localized + ?Sized> Localized for $pointer {
            fn code(&self) -> &str {
                (**self).code()
            }

            fn args(&self) -> &dyn Arguments {
                (**self).args()
            }

            fn status(&self) -> Option<u16> {
                (**self).status()
            }
        }
    )+};
}

pointers!(&T, Box<T>, Rc<T>, Arc<T>);

/// Writes a code and its arguments for developers, as a typed code shows itself; those that are
/// sensitive without their value.
#[doc(hidden)]
pub fn describe(
    localized: &dyn Localized,
    sensitive: &[&str],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    f.write_str(localized.code())?;
    let args = localized.args();
    let entries = (0..args.len()).map_while(|index| args.entry(index));
    for ((name, value), index) in entries.zip(0..) {
        f.write_str(if index == 0 { " (" } else { ", " })?;
        write!(f, "{name}: ")?;
        match value {
            _ if sensitive.contains(&name) => f.write_str("[redacted]")?,
            // In quotes, with whatever could look like something else made visible.
            Value::String(text) => write!(f, "{text:?}")?,
            Value::Number(number) => write!(f, "{number}")?,
            value => write!(f, "{value:?}")?,
        }
    }
    f.write_str(if args.is_empty() { "" } else { ")" })
}
