//! Values of an application's own type, as fluent-bundle has them.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentType;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::Value;

/// A value of a type that an application has made for fluent-bundle: the locale decides its text,
/// and it decides no choice.
///
/// Cheap to clone. `FluentType` is not `Sync`, so it is kept behind a lock.
///
/// # Example
///
/// ```
/// use std::borrow::Cow;
///
/// use tolken::fluent::{Custom, FluentType};
/// use tolken::{Catalog, Layer, Request, Value};
///
/// #[derive(Debug, PartialEq)]
/// struct Celsius(i32);
///
/// impl FluentType for Celsius {
///     fn duplicate(&self) -> Box<dyn FluentType + Send> {
///         Box::new(Celsius(self.0))
///     }
///     fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
///         format!("{} °C", self.0).into()
///     }
///     fn as_string_threadsafe(
///         &self,
///         _: &intl_memoizer::concurrent::IntlLangMemoizer,
///     ) -> Cow<'static, str> {
///         format!("{} °C", self.0).into()
///     }
/// }
///
/// let layer = Layer::new().source("sv-SE", "a.ftl", "Varmt = Servern är { $grader } varm.\n");
/// let catalog = Catalog::builder().layer(layer).build()?.into_catalog();
/// let args = [("grader", Value::from(Custom::new(Celsius(71))))];
/// let message = catalog.render(&Request::new("Varmt").args(&args));
/// assert_eq!(message.text(), "Servern är 71 °C varm.");
/// # Ok::<(), tolken::Error>(())
/// ```
#[derive(Clone)]
pub struct Custom(Arc<Mutex<Box<dyn FluentType + Send>>>);

impl Custom {
    /// Takes a value.
    #[must_use]
    pub fn new(value: impl FluentType + Send) -> Self {
        Custom::of(Box::new(value))
    }

    pub(crate) fn of(value: Box<dyn FluentType + Send>) -> Self {
        Custom(Arc::new(Mutex::new(value)))
    }

    /// Its text in a locale, by `as_string_threadsafe`. What that keeps in the memoizer lasts for
    /// this one text, so that a panic in it spoils no other.
    #[must_use]
    pub fn text(&self, locale: &LanguageIdentifier) -> Cow<'static, str> {
        let memoizer = IntlLangMemoizer::new(locale.clone());
        self.with(|value| value.as_string_threadsafe(&memoizer))
    }

    /// The value, as fluent-bundle has it.
    pub(crate) fn to_fluent(&self) -> FluentValue<'static> {
        FluentValue::Custom(self.with(FluentType::duplicate))
    }

    fn with<T>(&self, ask: impl FnOnce(&(dyn FluentType + Send)) -> T) -> T {
        // It is only read, so a panic while it was asked has left it as it was.
        let value = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        ask(&**value)
    }
}

/// By the type's own `PartialEq`.
impl PartialEq for Custom {
    fn eq(&self, other: &Self) -> bool {
        // One lock at a time: two threads may compare the same two the other way round.
        Arc::ptr_eq(&self.0, &other.0) || {
            let other = other.with(FluentType::duplicate);
            self.with(|value| value.equals((*other).as_any()))
        }
    }
}

impl fmt::Debug for Custom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with(|value| value.fmt(f))
    }
}

impl From<Custom> for Value<'_> {
    fn from(value: Custom) -> Self {
        Value::Custom(value)
    }
}
