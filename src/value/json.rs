//! Values as JSON has them.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use unic_langid::LanguageIdentifier;

use super::{Number, Value};

/// An integer beyond `u64` is written as a string, since many readers of JSON would lose digits; a
/// date and time as RFC 3339 has it, and a value of an application's own type as its text in no
/// language.
impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::String(text) | Value::Unsupported(text) => serializer.serialize_str(text),
            Value::Number(number) => match number.as_integer() {
                Some(integer) => match (u64::try_from(integer), i64::try_from(integer)) {
                    (Ok(integer), _) => serializer.serialize_u64(integer),
                    (_, Ok(integer)) => serializer.serialize_i64(integer),
                    _ => serializer.collect_str(&integer),
                },
                None => serializer.serialize_f64(number.to_f64()),
            },
            Value::DateTime(when) => serializer.collect_str(when),
            Value::Custom(value) => {
                serializer.serialize_str(&value.text(&LanguageIdentifier::default()))
            }
            Value::List(values) => serializer.collect_seq(values.iter()),
        }
    }
}

impl<'de> Deserialize<'de> for Value<'static> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl AnyValue {
    fn unsupported(text: impl Into<Cow<'static, str>>) -> Value<'static> {
        Value::Unsupported(text.into())
    }
}

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value<'static>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string, a number, or an array of these")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Value::from(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Value::from(text))
    }

    fn visit_i64<E: de::Error>(self, integer: i64) -> Result<Self::Value, E> {
        Ok(Value::from(integer))
    }

    fn visit_u64<E: de::Error>(self, integer: u64) -> Result<Self::Value, E> {
        Ok(Value::from(integer))
    }

    fn visit_i128<E: de::Error>(self, integer: i128) -> Result<Self::Value, E> {
        Ok(Value::from(integer))
    }

    fn visit_f64<E: de::Error>(self, float: f64) -> Result<Self::Value, E> {
        Ok(Value::Number(Number::from(float)))
    }

    fn visit_bool<E: de::Error>(self, boolean: bool) -> Result<Self::Value, E> {
        Ok(AnyValue::unsupported(if boolean {
            "true"
        } else {
            "false"
        }))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(AnyValue::unsupported("null"))
    }

    fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Self::Value, D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element::<Value<'static>>()? {
            // A list of lists has no form in any language.
            values.push(match value {
                Value::List(_) => AnyValue::unsupported("[…]"),
                value => value,
            });
        }
        Ok(Value::from(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map
            .next_entry::<de::IgnoredAny, de::IgnoredAny>()?
            .is_some()
        {}
        Ok(AnyValue::unsupported("{…}"))
    }
}
