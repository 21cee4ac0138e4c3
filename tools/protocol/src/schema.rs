//! The answers as a document of OpenAPI describes them.
//!
//! They are written by types of the library, which know nothing of OpenAPI; so that they stay true, the service is
//! asked with schemathesis, which holds each answer against these.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

/// What a code and its arguments say.
#[derive(Serialize, ToSchema)]
pub struct RenderAnswer {
    /// The code as it was asked for.
    #[schema(examples("InvalidUrl"))]
    code: String,
    /// The HTTP status, where the catalog knows one.
    #[schema(required, minimum = 100, maximum = 599, examples(400))]
    status: Option<u16>,
    /// The locale that answered; `und` where none did and the text is the code.
    #[schema(examples("ko-KR"))]
    locale: String,
    /// The text; absent where a profile was asked for.
    #[schema(nullable = false, examples("잘못된 URL입니다: htp://x"))]
    text: Option<String>,
    /// The body of a response in the profile that was asked for; else absent.
    #[schema(required = false, value_type = Object)]
    body: Option<serde_json::Value>,
    /// What to do next, in the same locale.
    #[schema(required, examples("URL의 형식과 인코딩을 확인하십시오."))]
    action: Option<String>,
    /// What went wrong; there is a text all the same.
    faults: Vec<Fault>,
}

/// Something that went wrong while a message was rendered.
#[derive(Serialize, ToSchema)]
#[schema(examples(json!({"kind": "missing-argument", "name": "url"})))]
pub struct Fault {
    /// What kind.
    kind: FaultKind,
    /// The argument, code, message, function or locale that it is about.
    name: String,
    /// The locale that has no such message.
    #[schema(nullable = false)]
    locale: Option<String>,
}

/// What kind of thing went wrong while a message was rendered.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FaultKind {
    /// The message shows an argument that was not given.
    MissingArgument,
    /// An argument is the empty string.
    EmptyArgument,
    /// An argument was given that neither the code nor the message knows.
    UnknownArgument,
    /// An argument is not of the type that is asked for.
    WrongType,
    /// No code and no message has this name.
    UnknownCode,
    /// A locale, or a reference, has no such message.
    MissingMessage,
    /// The message calls a function that does not exist.
    UnknownFunction,
    /// The locale that was asked for matched nothing.
    UnknownLocale,
    /// Digits may have been lost on the way.
    LossyNumber,
    /// A text is longer than the limit, and was cut.
    TooLong,
    /// The message refers to itself.
    Cycle,
}

/// What to render: a text for some output, or the body of a response in a profile.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// A plain text.
    Text,
    /// A text for a user interface, with each argument in Unicode isolates.
    Ui,
    /// HTML, everything escaped.
    Html,
    /// A line of a log, sensitive arguments redacted.
    Log,
    /// `{"error": {"code", "message", "target"}}`.
    Envelope,
    /// OData 4.01.
    Odata,
    /// RFC 9457.
    Problem,
    /// google.rpc.Status.
    Aip193,
}

/// What a text comes from.
#[derive(Serialize, ToSchema)]
pub struct LookupAnswer {
    /// The best first; none where the text is no message of the catalog.
    matches: Vec<Match>,
    /// Whether all of the text was searched.
    complete: bool,
}

/// A code that a text comes from.
#[derive(Serialize, ToSchema)]
#[schema(examples(json!({
    "code": "MissingRequiredParameter", "attribute": null, "locales": ["ko-KR"],
    "args": {"parameter": "machineId"}, "arg_status": {"parameter": "exact"}, "kind": "exact",
    "score": 0.99, "span": [0, 54], "text": "De vereiste parameter machineId ontbreekt.",
    "reader_locale": "nl-NL",
})))]
pub struct Match {
    /// The code.
    code: String,
    /// `action` where that was found; else the message itself was.
    #[schema(required)]
    attribute: Option<String>,
    /// The locales that the text may be in.
    locales: Vec<String>,
    /// What stood in the places of the arguments.
    args: BTreeMap<String, serde_json::Value>,
    /// How sure each is.
    arg_status: BTreeMap<String, ArgumentStatus>,
    /// How it was found.
    kind: MatchKind,
    /// The calibrated confidence.
    #[schema(minimum = 0, maximum = 1)]
    score: f64,
    /// Where it stands in the text given, in bytes of UTF-8.
    #[schema(min_items = 2, max_items = 2)]
    span: Vec<u64>,
    /// The same message, or action, in the reader's language.
    text: String,
    /// The locale of that.
    reader_locale: String,
}

/// How sure the value of an argument is.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum ArgumentStatus {
    /// It was read back.
    Exact,
    /// Other values would give the same text.
    Chosen,
    /// Where it ends is a guess.
    Open,
}

/// How a match was found.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum MatchKind {
    /// All words of the message are there.
    Exact,
    /// All words of an earlier wording are there.
    Former,
    /// Most of the message is there.
    Fuzzy,
    /// One end of the message is there, and there the text ends.
    Truncated,
}
