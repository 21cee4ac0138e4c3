//! `intl`: one value as a locale writes it, by a message that is made for it.

use serde_json::{Value, json};
use tolken::{Args, Catalog, Layer, Request};

pub(crate) fn answer(request: &Value) -> Option<Value> {
    let locale = request["locale"].as_str()?;
    let options = options(&request["options"])?;
    let value = &request["value"];
    let pattern = match request["kind"].as_str()? {
        "number" => format!("{{ NUMBER($x{options}) }}"),
        "date" => format!("{{ DATETIME($x{options}) }}"),
        "list" => format!("{{ LIST($x{options}) }}"),
        "plural" => {
            let variants =
                "[zero] zero\n [one] one\n [two] two\n [few] few\n [many] many\n *[other] other";
            format!("{{ NUMBER($x{options}) ->\n {variants}\n }}")
        }
        _ => return None,
    };
    let layer = Layer::new().source(locale, "test.ftl", format!("a = {pattern}\n"));
    let loaded = Catalog::builder().layer(layer).build().ok()?;
    // An option that tolken does not have.
    if !loaded.findings().is_empty() {
        return None;
    }
    let args = arguments(&json!({ "x": value }))?;
    let message = loaded.catalog().render(&Request::new("a").args(&args));
    Some(json!({ "text": message.text() }))
}

/// Arguments of a suite: JSON, and `{"$date": …}` for a date.
pub(crate) fn arguments(args: &Value) -> Option<Args> {
    let mut read = Args::new();
    for (name, value) in args.as_object()? {
        match value.get("$date") {
            Some(date) => {
                let when: tolken::DateTime = date.as_str()?.parse().ok()?;
                read.set(name, when);
            }
            None => read.set(
                name,
                serde_json::from_value::<tolken::Value<'_>>(value.clone()).ok()?,
            ),
        }
    }
    Some(read)
}

/// The options as a call writes them. Fluent has no booleans; text stands for them.
fn options(options: &Value) -> Option<String> {
    let mut written = String::new();
    for (name, value) in options.as_object().into_iter().flatten() {
        let value = match value {
            Value::Number(number) => number.to_string(),
            Value::Bool(boolean) => format!("\"{boolean}\""),
            Value::String(text) if !text.contains(['"', '\\', '\n']) => format!("\"{text}\""),
            _ => return None,
        };
        written.push_str(", ");
        written.push_str(name);
        written.push_str(": ");
        written.push_str(&value);
    }
    Some(written)
}
