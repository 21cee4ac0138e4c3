//! The profile `aip193`: `google.rpc.Status` as JSON, by AIP-193.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{field, words};
use crate::render::Report;
use crate::value::Value;

/// An error response by AIP-193, as Google's services write it.
///
/// `message` is for developers; users read [`LocalizedMessage`]. With more than one error, or with a
/// field, [`BadRequest`] says what is wrong where; the code and the arguments of the violation 0
/// are `violation0Code` and so on in the metadata, which is their only place.
///
/// # Example
///
/// ```
/// use tolken::{Aip193, Catalog, Request, Value};
///
/// let args = [("resource_type", Value::from("machine")), ("resource_id", Value::from("123123123"))];
/// let request = Request::new("ResourceNotFound").args(&args).range("ko");
/// let error = Aip193::from(&Catalog::builtin().report(&request)).error;
/// assert_eq!((error.code, &*error.status), (404, "NOT_FOUND"));
/// assert_eq!(error.message, "Machine 123123123 was not found.");
/// assert_eq!(error.details.localized_message.message, "컴퓨터 123123123을 찾을 수 없습니다.");
/// assert_eq!(error.details.error_info.reason, "RESOURCE_NOT_FOUND");
/// assert_eq!(error.details.error_info.metadata["code"], "ResourceNotFound");
/// assert_eq!(error.details.error_info.metadata["resourceId"], "123123123");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aip193 {
    /// The one thing it holds.
    pub error: Aip193Error,
}

/// What an [`Aip193`] says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aip193Error {
    /// The HTTP status; 500 when the catalog knows none.
    pub code: u16,
    /// The text for developers.
    pub message: String,
    /// The name of a `google.rpc.Code`, by the HTTP status.
    pub status: String,
    /// What else there is to say.
    pub details: Aip193Details,
}

/// The details of an [`Aip193Error`]. In JSON it is an array of objects with an `@type`; others
/// than these are passed over in reading, and of two of a type the first counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Detail>", into = "Vec<Detail>")]
pub struct Aip193Details {
    /// What went wrong, for machines.
    pub error_info: ErrorInfo,
    /// The text, in the language of the reader.
    pub localized_message: LocalizedMessage,
    /// The tracking ID.
    pub request_info: Option<RequestInfo>,
    /// Where to read on.
    pub help: Option<Help>,
    /// What is wrong where.
    pub bad_request: Option<BadRequest>,
}

/// What went wrong, for machines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorInfo {
    /// The code in `UPPER_SNAKE_CASE`.
    pub reason: String,
    /// What the reason belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// The code itself, and the arguments as text under names in `lowerCamelCase`.
    #[serde(default)]
    pub metadata: BTreeMap<String, String>,
}

/// A text in the language of the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalizedMessage {
    /// The locale that answered.
    pub locale: String,
    /// The text.
    pub message: String,
}

/// What joins the response with the logs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestInfo {
    /// The tracking ID.
    #[serde(rename = "requestId")]
    pub request_id: String,
}

/// Where to read on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// The links.
    pub links: Vec<HelpLink>,
}

/// A link of a [`Help`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpLink {
    /// What is there, for developers.
    pub description: String,
    /// The help link.
    pub url: String,
}

/// What is wrong where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadRequest {
    /// The errors: that of the response, if it has a field, and its details.
    #[serde(rename = "fieldViolations")]
    pub field_violations: Vec<FieldViolation>,
}

/// One of several errors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldViolation {
    /// The field in error, such as `indicators[0].url`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The text for developers.
    pub description: String,
    /// The code in `UPPER_SNAKE_CASE`.
    pub reason: String,
    /// The text, in the language of the reader.
    #[serde(rename = "localizedMessage")]
    pub localized_message: LocalizedMessage,
}

impl From<&Report> for Aip193 {
    fn from(report: &Report) -> Self {
        let (code, status) = status(report.message().status());
        Aip193 {
            error: Aip193Error {
                code,
                message: report.developer_text().to_owned(),
                status: status.to_owned(),
                details: Aip193Details::from(report),
            },
        }
    }
}

impl From<&Report> for Aip193Details {
    fn from(report: &Report) -> Self {
        let code = report.message().code();
        let violations: Vec<_> = report.listed().map(FieldViolation::from).collect();
        Aip193Details {
            error_info: ErrorInfo {
                reason: words::reason(code),
                domain: report.domain().map(str::to_owned),
                metadata: metadata(report),
            },
            localized_message: LocalizedMessage::from(report),
            request_info: report.tracking_id().map(|id| RequestInfo {
                request_id: id.to_owned(),
            }),
            help: report.help_link().map(|link| Help {
                links: vec![HelpLink {
                    description: format!("About the error {code}"),
                    url: link.to_owned(),
                }],
            }),
            bad_request: (!violations.is_empty()).then_some(BadRequest {
                field_violations: violations,
            }),
        }
    }
}

impl From<&Report> for LocalizedMessage {
    fn from(report: &Report) -> Self {
        LocalizedMessage {
            locale: report.message().locale().to_string(),
            message: report.message().text().to_owned(),
        }
    }
}

impl From<&Report> for FieldViolation {
    fn from(report: &Report) -> Self {
        FieldViolation {
            field: report.field().map(field::member),
            description: report.developer_text().to_owned(),
            reason: words::reason(report.message().code()),
            localized_message: LocalizedMessage::from(report),
        }
    }
}

/// HTTP status and `google.rpc.Code`, by the HTTP mapping in that type's documentation. Where it
/// gives a status to several codes, the most general is taken; an unlisted status stands for the
/// code of its class.
fn status(status: Option<u16>) -> (u16, &'static str) {
    let Some(status) = status else {
        return (500, "UNKNOWN");
    };
    let name = match status {
        200..=299 => "OK",
        401 => "UNAUTHENTICATED",
        403 => "PERMISSION_DENIED",
        404 => "NOT_FOUND",
        409 => "ABORTED",
        429 => "RESOURCE_EXHAUSTED",
        499 => "CANCELLED",
        400..=499 => "INVALID_ARGUMENT",
        501 => "UNIMPLEMENTED",
        503 => "UNAVAILABLE",
        504 => "DEADLINE_EXCEEDED",
        500..=599 => "INTERNAL",
        _ => "UNKNOWN",
    };
    (status, name)
}

/// The code and the arguments, those of the details as well: AIP-193 wants every variable of every
/// text here.
fn metadata(report: &Report) -> BTreeMap<String, String> {
    let mut metadata = BTreeMap::new();
    let own = usize::from(report.field().is_some());
    let details = || report.details().iter().zip(own..);
    // The codes come first, so that no argument has their keys.
    metadata.insert("code".to_owned(), report.message().code().to_owned());
    for (detail, index) in details() {
        let key = words::numbered("violation", index, "code");
        metadata.insert(key, detail.message().code().to_owned());
    }
    for (name, value) in report.args().iter() {
        insert(&mut metadata, &words::key(name), value);
    }
    for (detail, index) in details() {
        for (name, value) in detail.args().iter() {
            let key = words::numbered("violation", index, name);
            insert(&mut metadata, &key, value);
        }
    }
    metadata
}

/// Inserts an argument; a key that is taken, as `code` is, gets a number.
fn insert(metadata: &mut BTreeMap<String, String>, key: &str, value: &Value<'_>) {
    let mut free = key.to_owned();
    for number in 2.. {
        if !metadata.contains_key(&free) {
            break;
        }
        free = format!("{key}{number}");
    }
    metadata.insert(free, text(value));
}

/// An argument as text: the plain digits of a number, the items of a list with commas between.
fn text(value: &Value<'_>) -> String {
    match value {
        Value::String(text) | Value::Unsupported(text) => text.clone().into_owned(),
        Value::Number(number) => number.to_string(),
        Value::DateTime(moment) => moment.to_string(),
        Value::Custom(value) => value
            .text(&unic_langid::LanguageIdentifier::default())
            .into_owned(),
        Value::List(values) => values.iter().map(text).collect::<Vec<_>>().join(","),
    }
}

/// An object of the array of details.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "@type")]
enum Detail {
    #[serde(rename = "type.googleapis.com/google.rpc.ErrorInfo")]
    ErrorInfo(ErrorInfo),
    #[serde(rename = "type.googleapis.com/google.rpc.LocalizedMessage")]
    LocalizedMessage(LocalizedMessage),
    #[serde(rename = "type.googleapis.com/google.rpc.RequestInfo")]
    RequestInfo(RequestInfo),
    #[serde(rename = "type.googleapis.com/google.rpc.Help")]
    Help(Help),
    #[serde(rename = "type.googleapis.com/google.rpc.BadRequest")]
    BadRequest(BadRequest),
    #[serde(other, skip_serializing)]
    Other,
}

impl From<Aip193Details> for Vec<Detail> {
    fn from(details: Aip193Details) -> Self {
        let mut array = vec![
            Detail::ErrorInfo(details.error_info),
            Detail::LocalizedMessage(details.localized_message),
        ];
        array.extend(details.request_info.map(Detail::RequestInfo));
        array.extend(details.help.map(Detail::Help));
        array.extend(details.bad_request.map(Detail::BadRequest));
        array
    }
}

impl TryFrom<Vec<Detail>> for Aip193Details {
    type Error = Absent;

    fn try_from(array: Vec<Detail>) -> Result<Self, Absent> {
        let mut error_info = None;
        let mut localized_message = None;
        let mut request_info = None;
        let mut help = None;
        let mut bad_request = None;
        for detail in array {
            match detail {
                Detail::ErrorInfo(detail) => _ = error_info.get_or_insert(detail),
                Detail::LocalizedMessage(detail) => _ = localized_message.get_or_insert(detail),
                Detail::RequestInfo(detail) => _ = request_info.get_or_insert(detail),
                Detail::Help(detail) => _ = help.get_or_insert(detail),
                Detail::BadRequest(detail) => _ = bad_request.get_or_insert(detail),
                Detail::Other => {}
            }
        }
        Ok(Aip193Details {
            error_info: error_info.ok_or(Absent("ErrorInfo"))?,
            localized_message: localized_message.ok_or(Absent("LocalizedMessage"))?,
            request_info,
            help,
            bad_request,
        })
    }
}

/// A detail that must be there, and is not.
struct Absent(&'static str);

impl fmt::Display for Absent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "expected a detail `google.rpc.{}`, but found none",
            self.0
        )
    }
}
