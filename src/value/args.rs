//! Named values that a request brings along: [`Args`].
//!
//! Whoever sends JSON decides how many there are, so that nothing here takes longer for each name
//! the more of them there are.

use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Arguments, Value};

/// How many names are compared one by one; of more, the places are kept.
const FEW: usize = 16;

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
pub struct Args {
    entries: Vec<(String, Value<'static>)>,
    /// The places of all names, once there are more than [`FEW`].
    places: HashMap<String, usize>,
}

impl Args {
    /// No values yet.
    #[must_use]
    pub fn new() -> Self {
        Args::default()
    }

    /// Sets a value; one that has the name already is replaced.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<Value<'static>>) {
        let (name, value) = (name.into(), value.into());
        if let Some(place) = self.place(&name) {
            self.entries[place].1 = value;
            return;
        }
        if self.entries.len() == FEW {
            let names = self.entries.iter().map(|(name, _)| name.clone());
            self.places = names.zip(0..).collect();
        }
        if self.entries.len() >= FEW {
            self.places.insert(name.clone(), self.entries.len());
        }
        self.entries.push((name, value));
    }

    fn place(&self, name: &str) -> Option<usize> {
        if self.entries.len() > FEW {
            return self.places.get(name).copied();
        }
        self.entries.iter().position(|(entry, _)| entry == name)
    }

    /// The same with a value set.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value<'static>>) -> Self {
        self.set(name, value);
        self
    }

    /// The names and values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value<'static>)> {
        self.entries
            .iter()
            .map(|(name, value)| (name.as_str(), value))
    }
}

/// Compares names and values, whatever their order: the members of a JSON object have none.
impl PartialEq for Args {
    fn eq(&self, other: &Self) -> bool {
        let has = |(name, value): &(String, Value<'static>)| {
            let place = other.place(name);
            place.is_some_and(|place| other.entries[place].1 == *value)
        };
        // A name is in it once, so neither holds what the other does not.
        self.entries.len() == other.entries.len() && self.entries.iter().all(has)
    }
}

impl Arguments for Args {
    fn len(&self) -> usize {
        self.entries.len()
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.entries.entry(index)
    }

    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        let place = self.place(name)?;
        Some((place, self.entries[place].1.borrowed()))
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
        let mut map = serializer.serialize_map(Some(self.entries.len()))?;
        for (name, value) in &self.entries {
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
