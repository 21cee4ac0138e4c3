//! Values and arguments of fluent-bundle, as applications that use it have them.

use std::borrow::Cow;

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentValue};

use super::{Arguments, Custom, Number, Value};

/// Nothing, and the error of a function, are [`Value::Unsupported`].
impl<'a> From<&'a FluentValue<'_>> for Value<'a> {
    fn from(value: &'a FluentValue<'_>) -> Self {
        match value {
            FluentValue::String(text) => Value::String(Cow::Borrowed(text)),
            FluentValue::Number(number) => Value::Number(Number::from(number)),
            FluentValue::Custom(value) => Value::Custom(Custom::of(value.duplicate())),
            FluentValue::None | FluentValue::Error => Value::Unsupported(Cow::Borrowed("")),
        }
    }
}

/// A whole number is one again: fluent-bundle keeps all numbers as `f64`. The digits that a `FluentNumber` was told to show at least are kept.
impl From<&FluentNumber> for Number {
    fn from(number: &FluentNumber) -> Self {
        let fraction_digits = number.options.minimum_fraction_digits.unwrap_or(0).min(20);
        Number::from(number.value)
            .into_whole()
            .with_fraction_digits(u8::try_from(fraction_digits).unwrap_or(20))
    }
}

impl Arguments for FluentArgs<'_> {
    fn len(&self) -> usize {
        self.iter().count()
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.iter()
            .nth(index)
            .map(|(name, value)| (name, Value::from(value)))
    }

    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        let mut entries = self.iter().enumerate();
        let (index, (_, value)) = entries.find(|(_, (entry, _))| *entry == name)?;
        Some((index, Value::from(value)))
    }
}
