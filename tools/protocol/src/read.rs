//! From bytes to requests, or to why they are none, with the place.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

/// Reads one request: a JSON object that has at least one field of this name.
///
/// # Errors
///
/// When the bytes are no JSON object, or one that is no such request.
pub fn read<'de, T: Deserialize<'de>>(bytes: &'de [u8], field: &str) -> Result<T, Unreadable> {
    // Asked first, since serde takes an array for the fields in their order.
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        let what = format!("expected a JSON object that has a `{field}`");
        return Err(Unreadable::new(what, Kind::NotAnObject));
    }
    serde_json::from_slice(bytes).map_err(|error| Unreadable::of(&error))
}

/// The requests of one body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Requests<T> {
    /// One, as an object.
    One(T),
    /// Any number, as an array of objects.
    Many(Vec<T>),
}

impl<'de, T: Deserialize<'de>> Requests<T> {
    /// Reads a JSON object, which has at least one field of this name, or an array of at most so many.
    ///
    /// # Errors
    ///
    /// When the bytes are neither. What is wrong in one element is wrong with all: a batch is answered as
    /// a whole or not at all.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken_protocol::{Kind, LookupRequest, Requests};
    ///
    /// let read = |text: &'static str| Requests::<LookupRequest>::read(text.as_bytes(), "text", 2);
    /// let Requests::Many(requests) = read(r#"[{"text": "찾을 수 없습니다"}, {"text": "introuvable"}]"#)? else {
    ///     panic!("it is an array");
    /// };
    /// assert_eq!(&*requests[0].text, "찾을 수 없습니다");
    /// let error = read(r#"[{"text": ""}, {"text": ""}, {"text": ""}]"#).unwrap_err();
    /// assert_eq!(error.kind(), &Kind::TooMany { received: 3, allowed: 2 });
    /// # Ok::<(), tolken_protocol::Unreadable>(())
    /// ```
    pub fn read(bytes: &'de [u8], field: &str, most: usize) -> Result<Self, Unreadable> {
        if bytes.trim_ascii_start().first() != Some(&b'[') {
            return read(bytes, field).map(Requests::One);
        }
        let mut deserializer = serde_json::Deserializer::from_slice(bytes);
        let elements = Elements(most, PhantomData).deserialize(&mut deserializer);
        let elements = elements.and_then(|elements| deserializer.end().map(|()| elements));
        let (requests, received) = elements.map_err(|error| Unreadable::of(&error))?;
        if received > most {
            let what = format!("expected at most {most} requests, but found {received}");
            let allowed = most;
            return Err(Unreadable::new(what, Kind::TooMany { received, allowed }));
        }
        Ok(Requests::Many(requests))
    }
}

/// Reads the elements of an array: so many of them, and how many there are.
struct Elements<T>(usize, PhantomData<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Elements<T> {
    type Value = (Vec<T>, usize);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Elements<T> {
    type Value = (Vec<T>, usize);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut requests = Vec::new();
        while requests.len() < self.0 {
            match seq.next_element::<Object<T>>()? {
                Some(Object(request)) => requests.push(request),
                None => return Ok((requests, 0)),
            }
        }
        let mut received = requests.len();
        while seq.next_element::<IgnoredAny>()?.is_some() {
            received += 1;
        }
        Ok((requests, received))
    }
}

/// A value that is an object, and no array of its fields in their order.
struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Fields<T> {
            type Value = Object<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Object<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Object)
            }
        }

        deserializer.deserialize_map(Fields(PhantomData))
    }
}

/// Why bytes are no request.
///
/// Displayed on one line, as for input of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    what: String,
    kind: Kind,
    place: Option<(usize, usize)>,
}

/// What is wrong with bytes that are no request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// They are no JSON.
    Syntax,
    /// They are no object.
    NotAnObject,
    /// They are too many.
    TooMany {
        /// How many there are.
        received: usize,
        /// How many there may be.
        allowed: usize,
    },
    /// This field is not there.
    MissingField(String),
    /// There is no such field.
    UnknownField(String),
    /// This field is there twice.
    RepeatedField(String),
    /// A value is of another type.
    WrongType,
}

impl Unreadable {
    fn new(what: String, kind: Kind) -> Self {
        let place = None;
        Unreadable { what, kind, place }
    }

    fn of(error: &serde_json::Error) -> Self {
        let text = error.to_string();
        let what = text
            .rsplit_once(" at line ")
            .map_or(&*text, |(what, _)| what);
        let kind = match error.classify() {
            Category::Data => Kind::of(what),
            Category::Syntax | Category::Eof | Category::Io => Kind::Syntax,
        };
        Unreadable {
            what: what.to_owned(),
            kind,
            place: Some((error.line(), error.column())),
        }
    }

    /// What kind of fault it is.
    #[must_use]
    pub fn kind(&self) -> &Kind {
        &self.kind
    }

    /// What was expected, as far as the parser says, in words that hold nothing of the input.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        match self.kind {
            Kind::Syntax => Some(&self.what),
            Kind::WrongType => Some(self.what.rsplit_once(", expected ")?.1),
            _ => None,
        }
    }

    /// The line, from 1, and the byte of it, from 1, or 0 where nothing stands.
    #[must_use]
    pub fn place(&self) -> Option<(usize, usize)> {
        self.place
    }
}

impl Kind {
    /// The kind of what serde says of content; it has no types for it.
    fn of(what: &str) -> Self {
        let name = |before: &str| Some(what.strip_prefix(before)?.rsplit_once('`')?.0.to_owned());
        let known = |before: &str| {
            let rest = what.strip_prefix(before)?;
            let end = rest.rfind("`, expected ").or(rest.rfind("`, there are "))?;
            Some(rest[..end].to_owned())
        };
        name("missing field `")
            .map(Kind::MissingField)
            .or_else(|| known("unknown field `").map(Kind::UnknownField))
            .or_else(|| name("duplicate field `").map(Kind::RepeatedField))
            .unwrap_or(Kind::WrongType)
    }
}

/// What, and at which byte; serde counts bytes, and all is on one line.
impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        match self.place {
            Some((_, column)) => write!(f, " at byte {column}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Unreadable {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RenderRequest;

    fn error(text: &str) -> Unreadable {
        Requests::<RenderRequest<'_>>::read(text.as_bytes(), "code", 2).unwrap_err()
    }

    #[test]
    fn each_kind_is_told_apart() {
        for (text, kind, display) in [
            (
                "",
                Kind::NotAnObject,
                "expected a JSON object that has a `code`",
            ),
            ("{", Kind::Syntax, "EOF while parsing an object at byte 1"),
            (
                "{} x",
                Kind::MissingField("code".into()),
                "missing field `code` at byte 2",
            ),
            (
                r#"{"code": "a"} x"#,
                Kind::Syntax,
                "trailing characters at byte 15",
            ),
            (
                r#"[{"code": "a", "code": "b"}]"#,
                Kind::RepeatedField("code".into()),
                "duplicate field `code` at byte 21",
            ),
            (
                r#"[["a"]]"#,
                Kind::WrongType,
                "invalid type: sequence, expected a JSON object at byte 1",
            ),
            (
                r#"{"code": 1}"#,
                Kind::WrongType,
                "invalid type: integer `1`, expected a string at byte 10",
            ),
        ] {
            let error = error(text);
            assert_eq!(
                (error.kind(), &*error.to_string()),
                (&kind, display),
                "{text}"
            );
        }
    }

    #[test]
    fn what_was_expected_holds_nothing_of_the_input() {
        assert_eq!(
            error(r#"{"code": ["secret", "x, expected y"]}"#).expected(),
            Some("a string")
        );
        let unknown = error(r#"{"a`, expected b": 1}"#);
        assert_eq!(unknown.kind(), &Kind::UnknownField("a`, expected b".into()));
        assert_eq!(unknown.expected(), None);
    }

    #[test]
    fn elements_beyond_the_limit_are_counted_and_not_read() {
        let text = r#"[{"code":"a"},{"code":"b"},3,[4]]"#;
        assert_eq!(
            error(text).kind(),
            &Kind::TooMany {
                received: 4,
                allowed: 2
            }
        );
        let whole = Requests::<RenderRequest<'_>>::read(b" [] ", "code", 0);
        assert!(matches!(whole, Ok(Requests::Many(all)) if all.is_empty()));
    }
}
