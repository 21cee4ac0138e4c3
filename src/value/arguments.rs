//! Named values, however the caller keeps them.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Number, Value};

/// Something that holds named values: an array of pairs, [`Args`], a map, `FluentArgs`, or a type
/// of one's own that gives its fields without copying them.
///
/// # Example
///
/// ```
/// use tolken::{Arguments, Catalog, Request, Value};
///
/// struct NoSuchMachine { id: u64 }
///
/// impl Arguments for NoSuchMachine {
///     fn len(&self) -> usize { 2 }
///     fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
///         match index {
///             0 => Some(("resource_type", "machine".into())),
///             1 => Some(("resource_id", self.id.to_string().into())),
///             _ => None,
///         }
///     }
/// }
///
/// let args = NoSuchMachine { id: 123_123_123 };
/// let request = Request::new("ResourceNotFound").args(&args).range("ko-KR");
/// let text = Catalog::builtin().render(&request).into_text();
/// assert_eq!(text, "컴퓨터 123123123을 찾을 수 없습니다.");
/// ```
pub trait Arguments {
    /// How many values there are.
    fn len(&self) -> usize;

    /// The name and value at an index; `None` from [`len`](Self::len) on.
    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)>;

    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The index and value of a name. With a name twice, the first counts.
    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        // Whatever `len` says, the first index without an entry is the end.
        (0..self.len())
            .map_while(|index| self.entry(index).map(|entry| (index, entry)))
            .find_map(|(index, (entry, value))| (entry == name).then_some((index, value)))
    }
}

impl<T: Arguments + ?Sized> Arguments for &T {
    fn len(&self) -> usize {
        (**self).len()
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        (**self).entry(index)
    }

    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        (**self).find(name)
    }
}

impl<N: AsRef<str>> Arguments for [(N, Value<'_>)] {
    fn len(&self) -> usize {
        <[_]>::len(self)
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.get(index)
            .map(|(name, value)| (name.as_ref(), value.borrowed()))
    }

    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        let index = self.iter().position(|(entry, _)| entry.as_ref() == name)?;
        Some((index, self[index].1.borrowed()))
    }
}

impl<N: AsRef<str>, const LENGTH: usize> Arguments for [(N, Value<'_>); LENGTH] {
    fn len(&self) -> usize {
        LENGTH
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.as_slice().entry(index)
    }

    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        self.as_slice().find(name)
    }
}

impl<N: AsRef<str>> Arguments for Vec<(N, Value<'_>)> {
    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.as_slice().entry(index)
    }

    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        self.as_slice().find(name)
    }
}

impl<N: AsRef<str>> Arguments for BTreeMap<N, Value<'_>> {
    fn len(&self) -> usize {
        BTreeMap::len(self)
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.iter()
            .nth(index)
            .map(|(name, value)| (name.as_ref(), value.borrowed()))
    }
}

impl<N: AsRef<str>, S> Arguments for HashMap<N, Value<'_>, S> {
    fn len(&self) -> usize {
        HashMap::len(self)
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.iter()
            .nth(index)
            .map(|(name, value)| (name.as_ref(), value.borrowed()))
    }
}

/// No arguments.
impl Arguments for () {
    fn len(&self) -> usize {
        0
    }

    fn entry(&self, _: usize) -> Option<(&str, Value<'_>)> {
        None
    }
}

/// Named values that own their names, in the order in which they were set.
///
/// Reads and writes as a JSON object: a string, a number, or an array of these.
/// A date is a string, of which the manifest or `DATETIME` makes a date.
/// Anything else is kept as text and reported as `wrong-type` when the message is rendered.
///
/// # Example
///
/// ```
/// use tolken::{Args, Catalog, Request};
///
/// let args: Args = serde_json::from_str(r#"{"received": 1500, "allowed": "18446744073709551616"}"#)?;
/// let request = Request::new("MaximumBatchSizeExceeded").args(&args).range("sv");
/// let text = Catalog::builtin().render(&request).into_text();
/// assert!(text.contains("1\u{a0}500") && text.contains("551\u{a0}616"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Args(Vec<(String, Value<'static>)>);

impl Args {
    /// No values yet.
    #[must_use]
    pub fn new() -> Self {
        Args::default()
    }

    /// Sets a value; one that has the name already is replaced.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<Value<'static>>) {
        let (name, value) = (name.into(), value.into());
        match self.0.iter_mut().find(|(entry, _)| *entry == name) {
            Some((_, entry)) => *entry = value,
            None => self.0.push((name, value)),
        }
    }

    /// The same with a value set.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value<'static>>) -> Self {
        self.set(name, value);
        self
    }

    /// The names and values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value<'static>)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

/// Compares names and values, whatever their order: the members of a JSON object have none.
impl PartialEq for Args {
    fn eq(&self, other: &Self) -> bool {
        let has = |(name, value): &(String, Value<'static>)| {
            let mut entries = other.0.iter();
            entries.any(|(entry, known)| entry == name && known == value)
        };
        // A name is in it once, so neither holds what the other does not.
        self.0.len() == other.0.len() && self.0.iter().all(has)
    }
}

impl Arguments for Args {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.0.entry(index)
    }
}

impl<N: Into<String>> FromIterator<(N, Value<'static>)> for Args {
    fn from_iter<I: IntoIterator<Item = (N, Value<'static>)>>(pairs: I) -> Self {
        let mut args = Args::new();
        for (name, value) in pairs {
            args.set(name, value);
        }
        args
    }
}

impl Serialize for Args {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Args {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = Args;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of argument names and values")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Args, A::Error> {
                let mut args = Args::new();
                while let Some((name, value)) = map.next_entry::<String, Value<'static>>()? {
                    args.set(name, value);
                }
                Ok(args)
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

/// An integer beyond `u64` is written as a string, since many readers of JSON would lose digits; a
/// date and time as RFC 3339 has it.
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
