//! The profile `problem`: `application/problem+json`, RFC 9457.

use serde::{Deserialize, Serialize};

use super::field;
use super::phrase::phrase;
use crate::render::Report;
use crate::value::{Args, Arguments};

/// A problem without a page of its own, by RFC 9457.
const BLANK: &str = "about:blank";

/// Problem details, RFC 9457.
///
/// `code`, `args`, `locale`, `trackingId` and `errors` are extensions. With more than one error, or
/// with a field, `errors` says what is wrong where.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Problem, Request, Value};
///
/// let args = [("parameter", Value::from("machineId"))];
/// let request = Request::new("MissingRequiredParameter").args(&args).range("ko");
/// let report = Catalog::builtin().report(&request).with_tracking_id("43f4cb08-8fac-4b65-9db1-745c2ae65f3a");
/// let problem = Problem::from(&report);
/// assert_eq!(problem.kind, "https://example.com/errors/MissingRequiredParameter");
/// assert_eq!(problem.title.as_deref(), Some("잘못된 요청"));
/// assert_eq!(problem.status, Some(400));
/// assert_eq!(problem.detail, "필수 매개 변수 machineId가 누락되었습니다.");
/// assert_eq!(problem.instance.as_deref(), Some("urn:uuid:43f4cb08-8fac-4b65-9db1-745c2ae65f3a"));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// What kind of problem it is, `type`: the help link, or `about:blank`.
    #[serde(rename = "type", default = "blank")]
    pub kind: String,
    /// The kind in a few words, in the language of the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The HTTP status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The text, in the language of the reader.
    pub detail: String,
    /// The tracking ID as a URI reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// The tracking ID.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(rename = "trackingId")]
    pub tracking_id: Option<String>,
    /// The code.
    pub code: String,
    /// The arguments.
    #[serde(default, skip_serializing_if = "Arguments::is_empty")]
    pub args: Args,
    /// The locale that answered.
    pub locale: String,
    /// What is wrong where.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemError>,
}

/// One of several errors in a [`Problem`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProblemError {
    /// The text, in the language of the reader.
    pub detail: String,
    /// The field in error, as a JSON Pointer into the request's content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The code.
    pub code: String,
    /// The arguments.
    #[serde(default, skip_serializing_if = "Arguments::is_empty")]
    pub args: Args,
}

impl From<&Report> for Problem {
    fn from(report: &Report) -> Self {
        let message = report.message();
        let english = || message.status().and_then(phrase);
        Problem {
            kind: report.help_link().unwrap_or(BLANK).to_owned(),
            title: report.title().or_else(english).map(str::to_owned),
            status: message.status(),
            detail: message.text().to_owned(),
            instance: report.tracking_id().map(instance),
            tracking_id: report.tracking_id().map(str::to_owned),
            code: message.code().to_owned(),
            args: report.args().clone(),
            locale: message.locale().to_string(),
            errors: report.listed().map(ProblemError::from).collect(),
        }
    }
}

impl From<&Report> for ProblemError {
    fn from(report: &Report) -> Self {
        ProblemError {
            detail: report.message().text().to_owned(),
            pointer: report.field().map(field::pointer),
            code: report.message().code().to_owned(),
            args: report.args().clone(),
        }
    }
}

fn blank() -> String {
    BLANK.to_owned()
}

/// A tracking ID as a URI reference: a GUID as a URN, all else as it is.
fn instance(tracking_id: &str) -> String {
    let mut uri = String::new();
    if is_guid(tracking_id) {
        uri.push_str("urn:uuid:");
    }
    field::push_uri(tracking_id, &mut uri);
    uri
}

/// 8-4-4-4-12 hexadecimal digits.
fn is_guid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
