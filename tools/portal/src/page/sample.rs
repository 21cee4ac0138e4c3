//! The arguments of a code: what is known of each, and the value that a page shows it with.

use std::fmt::Write;

use serde::Serialize;
use tolken::{Args, Argument, ArgumentType, Catalog, Code, DateTime, Number, Value};

/// What the name of an argument follows in an address.
const PREFIX: &str = "arg.";

/// The longest value that is taken from an address, in bytes.
const LONGEST: usize = 4_096;

/// An argument, as a page shows it and asks for it.
#[derive(Serialize)]
pub(super) struct Field {
    pub(super) name: String,
    /// The name of its field in a form.
    key: String,
    /// The id of the word for its type.
    kind: String,
    example: Option<String>,
    /// The values that an `enum` may have.
    values: Vec<String>,
    is_sensitive: bool,
    /// What the reader gave.
    pub(super) given: String,
}

/// The arguments of a code in the order of the manifest, then those that only its texts know; each with what
/// the query of an address gives, never for a sensitive one.
pub(super) fn fields(catalog: &Catalog, code: &str, query: &[(String, String)]) -> Vec<Field> {
    let given = |name: &str| {
        let mut pairs = query.iter();
        let pair = pairs.find(|(key, _)| key.strip_prefix(PREFIX) == Some(name));
        let value = pair.map(|(_, value)| value.clone());
        value
            .filter(|value| value.len() <= LONGEST)
            .unwrap_or_default()
    };
    let declared = declared(catalog, code);
    let mut fields: Vec<_> = declared
        .iter()
        .map(|argument| Field {
            name: argument.name().to_owned(),
            key: key(argument.name()),
            kind: format!("type-{}", argument.kind().name()),
            example: argument.example().map(text_of),
            values: argument.values().to_vec(),
            is_sensitive: argument.is_sensitive(),
            given: if argument.is_sensitive() {
                String::new()
            } else {
                given(argument.name())
            },
        })
        .collect();
    for (name, is_number) in catalog.variables(code) {
        if declared.iter().all(|argument| argument.name() != name) {
            let kind = if is_number { "number" } else { "string" };
            fields.push(Field {
                name: name.to_owned(),
                key: key(name),
                kind: format!("type-{kind}"),
                example: None,
                values: Vec::new(),
                is_sensitive: false,
                given: given(name),
            });
        }
    }
    fields
}

/// The values to show a code with: those given, else the examples, else what stands for one.
pub(super) fn args(catalog: &Catalog, code: &str, fields: &[Field]) -> Args {
    let declared = declared(catalog, code);
    let mut args = Args::new();
    for field in fields {
        let argument = declared.iter().find(|it| it.name() == field.name);
        let kind = argument.map_or(ArgumentType::String, Argument::kind);
        if !field.given.is_empty() {
            let is_number = argument.is_none() && field.kind == "type-number";
            args.set(field.name.as_str(), typed(&field.given, kind, is_number));
            continue;
        }
        let example = argument.filter(|it| !it.is_sensitive());
        let example = example.and_then(Argument::example);
        let value = example.map_or_else(|| placeholder(field, kind), Value::borrowed);
        args.set(field.name.as_str(), value.into_owned());
    }
    args
}

/// The query that leads to a code's page with these arguments; empty for none.
pub(super) fn query<'v>(values: impl IntoIterator<Item = (&'v str, String)>) -> String {
    let pairs = values
        .into_iter()
        .filter(|(_, value)| !value.is_empty() && value.len() <= LONGEST)
        .map(|(name, value)| format!("{}={}", encoded(&key(name)), encoded(&value)));
    let pairs: Vec<_> = pairs.collect();
    if pairs.is_empty() {
        String::new()
    } else {
        format!("?{}", pairs.join("&"))
    }
}

/// The address of a code's page.
pub(super) fn address(code: &str) -> String {
    format!("/codes/{}", encoded(code))
}

/// The address of a code's page with the arguments that were found, without the sensitive ones.
pub(super) fn address_with<'v>(
    catalog: &Catalog,
    code: &str,
    values: impl IntoIterator<Item = (&'v str, String)>,
) -> String {
    let declared = declared(catalog, code);
    let values = values.into_iter().filter(|(name, _)| {
        let argument = declared.iter().find(|argument| argument.name() == *name);
        !argument.is_some_and(Argument::is_sensitive)
    });
    format!("{}{}", address(code), query(values))
}

/// A value as text.
pub(super) fn text_of(value: &Value<'_>) -> String {
    match value {
        Value::String(text) | Value::Unsupported(text) => text.to_string(),
        Value::Number(number) => number.to_string(),
        Value::DateTime(when) => when.to_string(),
        Value::List(values) => {
            let values: Vec<_> = values.iter().map(text_of).collect();
            values.join(", ")
        }
        other => serde_json::to_string(other).unwrap_or_default(),
    }
}

fn declared<'c>(catalog: &'c Catalog, code: &str) -> &'c [Argument] {
    catalog.code(code).map(Code::arguments).unwrap_or_default()
}

fn key(name: &str) -> String {
    format!("{PREFIX}{name}")
}

/// A text as the value of a type; what does not fit is shown as it is.
fn typed(text: &str, kind: ArgumentType, is_number: bool) -> Value<'static> {
    match text.parse::<Number>() {
        Ok(number) if is_number => Value::Number(number),
        _ if kind == ArgumentType::List => {
            let items = text.split(',').map(|item| item.trim().to_owned());
            Value::List(items.map(Value::from).collect())
        }
        // By the manifest, a number or a date may come as text.
        _ => Value::from(text.to_owned()),
    }
}

/// What stands for a value that nobody gave.
fn placeholder(field: &Field, kind: ArgumentType) -> Value<'static> {
    let name = || Value::from(format!("{{{}}}", field.name));
    // A sensitive argument has a type as well, but no value of it that could be taken for a real one.
    if field.is_sensitive {
        return name();
    }
    match kind {
        ArgumentType::Integer | ArgumentType::Number => Value::from(2),
        ArgumentType::DateTime => match "2026-01-31T09:30:00Z".parse::<DateTime>() {
            Ok(when) => Value::DateTime(when),
            Err(_) => name(),
        },
        ArgumentType::List => Value::List(vec![name(), name()]),
        ArgumentType::Enum => field.values.first().cloned().map_or_else(name, Value::from),
        _ if field.kind == "type-number" => Value::from(2),
        _ => name(),
    }
}

/// Percent-encoded but for RFC 3986's unreserved characters: one part of an address and no more.
pub(super) fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
