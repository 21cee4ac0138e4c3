//! How the example of an argument is kept in a prebuilt catalog, whose format must know the type of
//! a value before it reads it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::value::{DateTime, Number, Value};

/// An example.
#[derive(Serialize, Deserialize)]
enum Kept {
    One(Item),
    List(Vec<Item>),
}

/// A value that is no list, as it is written.
#[derive(Serialize, Deserialize)]
enum Item {
    Text(String),
    Number(String),
    DateTime(String),
}

// serde hands over the field as it is.
#[expect(clippy::ref_option)]
pub(super) fn serialize<S: Serializer>(
    example: &Option<Value<'static>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    example.as_ref().map(Kept::from).serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Value<'static>>, D::Error> {
    let kept = Option::<Kept>::deserialize(deserializer)?;
    Ok(kept.map(Value::from))
}

impl From<&Value<'_>> for Kept {
    fn from(value: &Value<'_>) -> Self {
        match value {
            Value::List(values) => Kept::List(values.iter().map(Item::from).collect()),
            value => Kept::One(Item::from(value)),
        }
    }
}

impl From<&Value<'_>> for Item {
    fn from(value: &Value<'_>) -> Self {
        match value {
            Value::String(text) | Value::Unsupported(text) => Item::Text(text.to_string()),
            Value::Number(number) => Item::Number(number.to_string()),
            Value::DateTime(when) => Item::DateTime(when.to_string()),
            // A manifest has no lists in lists, and no types of an application.
            Value::List(_) | Value::Custom(_) => Item::Text(String::new()),
        }
    }
}

impl From<Kept> for Value<'static> {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::One(item) => Value::from(item),
            Kept::List(items) => Value::List(items.into_iter().map(Value::from).collect()),
        }
    }
}

impl From<Item> for Value<'static> {
    fn from(item: Item) -> Self {
        match item {
            Item::Text(text) => Value::from(text),
            Item::Number(text) => match text.parse::<Number>() {
                Ok(number) => Value::Number(number),
                Err(_) => Value::from(text),
            },
            Item::DateTime(text) => match text.parse::<DateTime>() {
                Ok(when) => Value::DateTime(when),
                Err(_) => Value::from(text),
            },
        }
    }
}
