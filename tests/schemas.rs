//! The JSON Schemas of the profiles: one definition, written to `docs/schemas/` by
//! [`generated`](crate::generated) and held against every body by [`profiles`](crate::profiles).

use serde_json::{Map, Value as Json, json};
use tolken::Profile;

/// The schema of a profile, of all that it can carry.
pub(crate) fn schema(profile: Profile) -> Json {
    let (title, shape) = match profile {
        Profile::Envelope => ("An error response: envelope", envelope()),
        Profile::Odata => ("An error response: OData 4.01", odata()),
        Profile::Problem => ("An error response: problem details, RFC 9457", problem()),
        Profile::Aip193 => ("An error response: google.rpc.Status, AIP-193", aip193()),
        profile => panic!("`{}` has no schema", profile.name()),
    };
    let mut schema = Map::new();
    let dialect = "https://json-schema.org/draft/2020-12/schema";
    schema.insert("$schema".to_owned(), dialect.into());
    schema.insert("title".to_owned(), title.into());
    let Json::Object(shape) = shape else {
        panic!("a shape is an object")
    };
    schema.extend(shape);
    schema.into()
}

/// The same schema for exactly what is written: no object has a member that is not described.
pub(crate) fn closed(mut schema: Json) -> Json {
    close(&mut schema);
    schema
}

fn close(schema: &mut Json) {
    match schema {
        Json::Object(object) => {
            // What is looked for in an array is no description of it.
            let described = object.iter_mut().filter(|(name, _)| *name != "contains");
            described.for_each(|(_, schema)| close(schema));
            if object.contains_key("properties") && !object.contains_key("additionalProperties") {
                object.insert("additionalProperties".to_owned(), false.into());
            }
        }
        Json::Array(array) => array.iter_mut().for_each(close),
        _ => {}
    }
}

fn envelope() -> Json {
    let error = object(
        &["code", "message", "target"],
        json!({
            "code": text("The code"),
            "message": text("The text, in the language of the reader"),
            "target": {"type": ["string", "null"], "description": "The tracking ID"},
        }),
    );
    object(&["error"], json!({"error": exactly(error)}))
}

fn odata() -> Json {
    let members = json!({
        "code": text("The code"),
        "message": text("The text, in the language of the reader"),
        "target": text("The field in error"),
        "@tolken.args": args(),
    });
    let detail = object(&["code", "message"], members.clone());
    let inner = object(
        &["message"],
        json!({
            "request-id": text("The tracking ID"),
            "message": text("The text for developers"),
        }),
    );
    let mut error = object(&["code", "message", "innererror"], members);
    error["properties"]["details"] = array("The other errors", detail);
    error["properties"]["innererror"] = inner;
    object(&["error"], json!({"error": error}))
}

fn problem() -> Json {
    let error = object(
        &["detail", "code"],
        json!({
            "detail": text("The text, in the language of the reader"),
            "pointer": {
                "type": "string",
                "pattern": "^#/",
                "description": "The field in error, as a JSON Pointer into the request's content",
            },
            "code": text("The code"),
            "args": args(),
        }),
    );
    object(
        &["type", "detail", "code", "locale"],
        json!({
            "type": {
                "type": "string",
                "format": "uri-reference",
                "description": "The help link, or about:blank",
            },
            "title": text("The kind of error in a few words, in the language of the reader"),
            "status": status(),
            "detail": text("The text, in the language of the reader"),
            "instance": {
                "type": "string",
                "format": "uri-reference",
                "description": "The tracking ID as a URI reference",
            },
            "trackingId": text("The tracking ID"),
            "code": text("The code"),
            "args": args(),
            "locale": text("The locale that answered, a BCP 47 tag"),
            "errors": array("What is wrong where", error),
        }),
    )
}

fn aip193() -> Json {
    let reason = json!({
        "type": "string",
        "pattern": "^[A-Z][A-Z0-9_]+[A-Z0-9]$",
        "maxLength": 63,
        "description": "The code in UPPER_SNAKE_CASE",
    });
    let localized_members = json!({
        "locale": text("The locale that answered, a BCP 47 tag"),
        "message": text("The text, in the language of the reader"),
    });
    let violation = object(
        &["description", "reason", "localizedMessage"],
        json!({
            "field": text("The field in error"),
            "description": text("The text for developers"),
            "reason": reason,
            "localizedMessage": object(&["locale", "message"], localized_members.clone()),
        }),
    );
    let link = object(
        &["description", "url"],
        json!({
            "description": text("What is there, for developers"),
            "url": text("The help link"),
        }),
    );
    let metadata = json!({
        "type": "object",
        "required": ["code"],
        "propertyNames": {"pattern": "^[a-z][a-zA-Z0-9]*$", "maxLength": 64},
        "additionalProperties": {"type": "string"},
        "properties": {"code": text("The code")},
        "description": "The code, and the arguments as text",
    });
    let details = [
        (
            "ErrorInfo",
            object(
                &["reason", "metadata"],
                json!({
                    "reason": reason,
                    "domain": text("What the reason belongs to"),
                    "metadata": metadata,
                }),
            ),
        ),
        (
            "LocalizedMessage",
            object(&["locale", "message"], localized_members),
        ),
        (
            "RequestInfo",
            object(
                &["requestId"],
                json!({"requestId": text("The tracking ID")}),
            ),
        ),
        (
            "Help",
            object(
                &["links"],
                json!({"links": array("Where to read on", link)}),
            ),
        ),
        (
            "BadRequest",
            object(
                &["fieldViolations"],
                json!({"fieldViolations": array("What is wrong where", violation)}),
            ),
        ),
    ];
    let error = object(
        &["code", "message", "status", "details"],
        json!({
            "code": status(),
            "message": text("The text for developers"),
            "status": {
                "type": "string",
                "pattern": "^[A-Z][A-Z_]*$",
                "description": "The name of a google.rpc.Code, by the HTTP status",
            },
            "details": {
                "type": "array",
                "items": {"anyOf": details.clone().map(|(name, detail)| typed(name, detail))},
                "allOf": details.map(|(name, _)| once(name)),
            },
        }),
    );
    object(&["error"], json!({"error": error}))
}

fn type_url(name: &str) -> Json {
    json!({"const": format!("type.googleapis.com/google.rpc.{name}")})
}

/// A detail with its `@type`.
fn typed(name: &str, mut detail: Json) -> Json {
    detail["properties"]["@type"] = type_url(name);
    if let Some(required) = detail["required"].as_array_mut() {
        required.push("@type".into());
    }
    detail
}

/// Each type at most once, and those that every error has exactly once.
fn once(name: &str) -> Json {
    let least = u8::from(matches!(name, "ErrorInfo" | "LocalizedMessage"));
    json!({
        "contains": {"required": ["@type"], "properties": {"@type": type_url(name)}},
        "minContains": least,
        "maxContains": 1,
    })
}

fn object(required: &[&str], properties: Json) -> Json {
    let mut object = json!({"type": "object", "required": required});
    object["properties"] = properties;
    object
}

/// An object that will never have another member.
fn exactly(mut object: Json) -> Json {
    object["additionalProperties"] = false.into();
    object
}

fn array(description: &str, items: Json) -> Json {
    let mut array = json!({"type": "array", "minItems": 1, "description": description});
    array["items"] = items;
    array
}

fn text(description: &str) -> Json {
    json!({"type": "string", "description": description})
}

fn status() -> Json {
    json!({
        "type": "integer",
        "minimum": 100,
        "maximum": 599,
        "description": "The HTTP status",
    })
}

/// The arguments, as `Args` reads and writes them.
fn args() -> Json {
    let value = json!({"type": ["string", "number"]});
    json!({
        "type": "object",
        "minProperties": 1,
        "additionalProperties": {"anyOf": [value, {"type": "array", "items": value}]},
        "description": "The arguments, by their names; none is sensitive",
    })
}
