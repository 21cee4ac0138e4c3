//! Codes: what there is, and one with its message.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use serde::Serialize;
use tolken::{Args, Argument, ArgumentType, Catalog, Code, Message, Request, Value};
use tolken_protocol::Language;
use utoipa::ToSchema;

use super::document::{BadAddress, NotFound};
use crate::Portal;
use crate::http::{Answer, Caller, Parameters, Public, ServiceError, short};

/// All codes that are asked for.
#[derive(Serialize, ToSchema)]
pub(super) struct Codes<'c> {
    codes: Vec<CodeAnswer<'c>>,
}

/// A code with its message in the caller's language. Where the message shows arguments, it is rendered with the
/// examples of the manifest, which are in `args`; `POST /v1/render` takes others.
#[derive(Serialize, ToSchema)]
#[schema(as = Code, examples(json!({
    "code": "InvalidUrl", "status": 400, "locale": "ko-KR", "text": "잘못된 URL입니다: htp://contoso.com/a",
    "action": "URL의 형식과 인코딩을 확인하십시오.", "args": {"url": "htp://contoso.com/a"}, "faults": [],
    "arguments": [{"name": "url", "type": "string", "example": "htp://contoso.com/a", "values": [],
        "sensitive": false}],
    "help": null, "retired": false, "replaced_by": null,
})))]
pub(super) struct CodeAnswer<'c> {
    /// The code.
    code: &'c str,
    /// Its HTTP status, where the catalog knows one.
    #[schema(required, minimum = 100, maximum = 599)]
    status: Option<u16>,
    /// The locale that answered; `und` where the code has no message.
    locale: String,
    /// The text.
    text: String,
    /// What to do next.
    #[schema(required)]
    action: Option<String>,
    /// The examples that the text is rendered with.
    #[schema(value_type = std::collections::BTreeMap<String, serde_json::Value>)]
    args: Args,
    /// What went wrong, such as an argument without an example.
    #[schema(value_type = Vec<tolken_protocol::schema::Fault>)]
    faults: Vec<tolken::Fault>,
    /// The arguments that the manifest names.
    arguments: Vec<ArgumentAnswer<'c>>,
    /// The link to more help.
    #[schema(required)]
    help: Option<String>,
    /// Whether nothing new may use it.
    retired: bool,
    /// The code to use instead of a retired one.
    #[schema(required)]
    replaced_by: Option<&'c str>,
}

/// An argument of a code.
#[derive(Serialize, ToSchema)]
#[schema(as = Argument)]
struct ArgumentAnswer<'c> {
    /// Its name.
    name: &'c str,
    /// Its type.
    #[serde(rename = "type")]
    #[schema(value_type = Type)]
    kind: &'static str,
    /// An example: a string, a number, or an array of these.
    #[schema(required, value_type = Option<serde_json::Value>)]
    example: Option<&'c Value<'static>>,
    /// The values of an `enum`.
    values: &'c [String],
    /// Whether it is kept out of logs and of the arguments of a response.
    sensitive: bool,
}

/// The type of an argument.
#[derive(Serialize, ToSchema)]
#[schema(as = ArgumentType)]
#[serde(rename_all = "lowercase")]
#[expect(dead_code, reason = "only its schema is used")]
enum Type {
    String,
    Integer,
    Number,
    DateTime,
    List,
    Enum,
}

/// Lists the codes, each with its message in the caller's language.
#[utoipa::path(
    get, path = "/v1/codes", tag = "catalog",
    params(
        super::document::Lang,
        ("status" = Option<u16>, Query, minimum = 100, maximum = 599, description = "Only the codes with this HTTP status"),
        ("retired" = Option<bool>, Query, description = "Only the codes that are retired, or only those that are not"),
    ),
    responses((status = 200, body = Codes, description = "The codes, in the order of the manifest",
        headers(("content-language", description = "The locales that answered"), ("etag", description = "For `If-None-Match`"))),
        BadAddress),
)]
pub(super) async fn codes(
    State(portal): State<Portal>,
    caller: Caller,
    uri: Uri,
) -> Result<Response, Public> {
    let parameters = Parameters::of(&uri);
    let status = parameters.number("status", 100..=599)?;
    let retired = parameters.flag("retired")?;
    let revision = portal.live().now();
    let codes = revision.catalog().codes();
    let codes = codes.filter(|code| {
        status.is_none_or(|status| code.status().map(u64::from) == Some(status))
            && retired.is_none_or(|retired| code.is_retired() == retired)
    });
    let codes = codes.map(|code| CodeAnswer::new(revision.catalog(), code, caller.language()));
    let codes = Codes {
        codes: codes.collect(),
    };
    let answer = Answer::json(&codes).by_header(caller.is_asked_by_header());
    let languages = codes.codes.iter().map(|code| &code.locale);
    let answer = languages.fold(answer, Answer::language);
    Ok(answer.public(&caller, revision.id()))
}

/// Gives one code with its message in the caller's language.
#[utoipa::path(
    get, path = "/v1/codes/{code}", tag = "catalog",
    params(super::document::Lang, ("code" = String, Path, description = "The code, letter case included", example = "InvalidUrl")),
    responses((status = 200, body = CodeAnswer, description = "The code",
        headers(("content-language", description = "The locale that answered"), ("etag", description = "For `If-None-Match`"))),
        BadAddress, NotFound),
)]
pub(super) async fn code(
    State(portal): State<Portal>,
    caller: Caller,
    code: Result<Path<String>, PathRejection>,
) -> Result<Response, Public> {
    let Path(name) = code.map_err(|_| ServiceError::AddressNotUtf8)?;
    let revision = portal.live().now();
    let code = revision.catalog().code(&name);
    let code = code.ok_or_else(|| ServiceError::UnknownCode { code: short(&name) })?;
    let code = CodeAnswer::new(revision.catalog(), code, caller.language());
    let answer = Answer::json(&code)
        .language(&code.locale)
        .by_header(caller.is_asked_by_header());
    Ok(answer.public(&caller, revision.id()))
}

impl<'c> CodeAnswer<'c> {
    fn new(catalog: &Catalog, code: Code<'c>, language: Language<'_>) -> Self {
        let examples = code.arguments().iter();
        let args: Args = examples
            .filter_map(|argument| Some((argument.name(), argument.example()?.clone())))
            .collect();
        let request = language.apply(Request::new(code.name()).args(&args));
        let message = catalog.render(&request);
        CodeAnswer {
            code: code.name(),
            status: code.status(),
            locale: message.locale().to_string(),
            action: message.action().map(str::to_owned),
            faults: message.faults().to_vec(),
            text: Message::into_text(message),
            args,
            arguments: code.arguments().iter().map(ArgumentAnswer::new).collect(),
            help: catalog.help_link(code.name()),
            retired: code.is_retired(),
            replaced_by: code.replaced_by(),
        }
    }
}

impl<'c> ArgumentAnswer<'c> {
    fn new(argument: &'c Argument) -> Self {
        ArgumentAnswer {
            name: argument.name(),
            kind: ArgumentType::name(argument.kind()),
            example: argument.example(),
            values: argument.values(),
            sensitive: argument.is_sensitive(),
        }
    }
}
