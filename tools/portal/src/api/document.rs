//! The OpenAPI document: what all operations share, and what the handlers cannot say of themselves.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use tolken::{Args, Catalog, Profile, Request};
use utoipa::openapi::{Content, Ref, RefOr, Response};
use utoipa::{IntoParams, IntoResponses, OpenApi};

use super::schemas::schema_of;
use crate::live::words;

/// What the document says of the service.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "tolken",
        description = "An error catalog that speaks the user's language: codes to texts, and texts back to codes. \
            Every error of the service is told in the caller's language, as `application/json` or, for a client that \
            prefers it, as `application/problem+json`; another method than those below is answered with 405 and the \
            header `Allow`. Every answer carries `x-request-id`.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    tags(
        (name = "messages", description = "Codes to texts, and texts to codes"),
        (name = "catalog", description = "The codes"),
        (name = "locales", description = "The locales"),
        (name = "schemas", description = "What the answers look like"),
    ),
)]
pub(super) struct Document;

/// Whose language it is.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Lang {
    /// Whose language it is, as a range such as `ko`; without it, the header `Accept-Language` counts.
    #[param(example = "ko")]
    #[expect(dead_code, reason = "only its schema is used")]
    lang: Option<String>,
}

/// The errors that a description stands for, by status.
macro_rules! errors {
    ($($(#[$doc:meta])* $name:ident: $($status:literal $description:literal),+;)+) => {
        $(
            $(#[$doc])*
            pub(super) struct $name;

            impl IntoResponses for $name {
                fn responses() -> BTreeMap<String, RefOr<Response>> {
                    BTreeMap::from([$(($status.to_owned(), error($description))),+])
                }
            }
        )+
    };
}

errors! {
    /// What any operation may answer.
    Always:
        "408" "The request took too long",
        "414" "The address is too long",
        "431" "The headers are too large",
        "500" "A fault of the service";
    /// What is wrong with an address.
    BadAddress: "400" "A parameter has a value that it cannot have, or the address is no UTF-8";
    /// What an address leads to nothing.
    NotFound: "404" "There is no such thing";
    /// What is wrong with a body.
    BadBody:
        "400" "The body is no JSON, neither an object nor an array, or has too many requests",
        "413" "The body is too large",
        "415" "The body does not say that it is `application/json`",
        "422" "A field is missing, unknown, there twice or of another type";
}

/// An error in both of its forms.
fn error(description: &str) -> RefOr<Response> {
    let response = Response::builder().description(description);
    let content = |schema| Content::new(Some(Ref::from_schema_name(schema)));
    RefOr::T(
        response
            .content("application/json", content("Envelope"))
            .content("application/problem+json", content("Problem"))
            .build(),
    )
}

/// The whole document: what the handlers say of themselves, completed by what the macros cannot express.
pub(super) fn whole(document: &utoipa::openapi::OpenApi) -> Value {
    const SERIALIZED: &str = "a document is an object";
    let mut document = serde_json::to_value(document).expect(SERIALIZED);
    let schemas = document["components"]["schemas"].as_object_mut();
    complete_schemas(schemas.expect("there are schemas"));
    let words = Catalog::builder()
        .layer(tolken::Layer::builtin())
        .layer(tolken_axum::messages())
        .layer(words());
    let words = words.build().expect("they are compiled in").into_catalog();
    let paths = document["paths"].as_object_mut().expect(SERIALIZED);
    for operations in paths.values_mut().filter_map(Value::as_object_mut) {
        for (method, operation) in operations {
            let responses = operation["responses"].as_object_mut().expect(SERIALIZED);
            for (status, response) in Always::responses() {
                let response = serde_json::to_value(response).expect("a description is JSON");
                responses.entry(status).or_insert(response);
            }
            if method == "get" && responses["200"]["headers"]["etag"].is_object() {
                let description = "What `If-None-Match` names is still so";
                responses.insert("304".to_owned(), json!({ "description": description }));
            }
            for (status, response) in responses {
                complete(&words, status, response);
            }
        }
    }
    document
}

fn complete_schemas(schemas: &mut Map<String, Value>) {
    for profile in Profile::ALL {
        let schema = serde_json::from_str(schema_of(*profile)).expect("a test reads it");
        schemas.insert(component(*profile).to_owned(), schema);
    }
    let bodies = Profile::ALL.iter();
    let bodies = bodies
        .map(|profile| json!({ "$ref": format!("#/components/schemas/{}", component(*profile)) }));
    let body = &mut schemas["RenderAnswer"]["properties"]["body"];
    let description = body["description"].take();
    *body = json!({ "description": description, "anyOf": bodies.collect::<Vec<_>>() });
    // Two languages are refused, unless one is null.
    let text = json!({ "type": "string" });
    schemas["RenderRequest"]["not"] = json!({
        "properties": { "locale": text, "accept_language": text },
        "required": ["locale", "accept_language"],
    });
    for (name, requests) in [
        ("RenderRequests", "RenderRequest"),
        ("LookupRequests", "LookupRequest"),
    ] {
        schemas[requests]["additionalProperties"] = Value::Bool(false);
        let most = crate::Limits::default().batch;
        let forms = schemas[name]["oneOf"].as_array_mut();
        let many = forms.and_then(|forms| forms.last_mut());
        many.expect("an object or an array")["maxItems"] = most.into();
    }
}

fn component(profile: Profile) -> &'static str {
    match profile {
        Profile::Odata => "Odata",
        Profile::Problem => "Problem",
        Profile::Aip193 => "Aip193",
        _ => "Envelope",
    }
}

/// Adds what every response has, and to errors an example in Korean.
fn complete(words: &Catalog, status: &str, response: &mut Value) {
    let header = json!({ "description": "The tracking ID, which joins the answer with the logs", "schema": { "type": "string" } });
    response["headers"]["x-request-id"] = header;
    let code = match status {
        "400" => "MalformedJson",
        "404" => "UnknownCode",
        "408" => "RequestTimeout",
        "413" => "ContentTooLarge",
        "415" => "UnsupportedMediaType",
        "422" => "MissingField",
        "429" => "TooManyRequests",
        "500" => "InternalServerError",
        "503" => "ServiceUnavailable",
        _ => return,
    };
    let code = words.code(code).expect("the service has all of them");
    let examples = code.arguments().iter();
    let args: Args = examples
        .filter_map(|argument| Some((argument.name(), argument.example()?.clone())))
        .collect();
    let request = Request::new(code.name()).args(&args).range("ko");
    let report = words.report(&request);
    let report = report.with_tracking_id("43f4cb08-8fac-4b65-9db1-745c2ae65f3a");
    for profile in [Profile::Envelope, Profile::Problem] {
        let body = serde_json::to_value(profile.body(&report));
        response["content"][profile.content_type()]["example"] = body.expect("a body is an object");
    }
}
