//! The profile `envelope`: `{"error":{"code","message","target"}}`.

use serde::{Deserialize, Serialize};

use crate::render::{Message, Report};

/// The default wire format: exactly `code`, `message` and `target`.
///
/// `target` carries the tracking ID of the response. `OData` and the REST guidelines that this shape
/// comes from use it for the field in error: a service that follows those takes another profile.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Envelope, Request, Value};
///
/// let args = [("resource_type", Value::from("machine")), ("resource_id", Value::from("123123123"))];
/// let request = Request::new("ResourceNotFound").args(&args).range("ko-KR");
/// let message = Catalog::builtin().render(&request);
/// let envelope = Envelope::new(&message, Some("43f4cb08-8fac-4b65-9db1-745c2ae65f3a"));
/// assert_eq!(
///     serde_json::to_string(&envelope)?,
///     r#"{"error":{"code":"ResourceNotFound","message":"컴퓨터 123123123을 찾을 수 없습니다.","target":"43f4cb08-8fac-4b65-9db1-745c2ae65f3a"}}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// The one thing it holds.
    pub error: EnvelopeError,
}

/// What an [`Envelope`] says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnvelopeError {
    /// The code.
    pub code: String,
    /// The text, in the language of the reader.
    pub message: String,
    /// The tracking ID; `null` when none was given.
    pub target: Option<String>,
}

impl Envelope {
    /// Puts a message into an envelope. The tracking ID is taken as it is; the library makes none.
    #[must_use]
    pub fn new(message: &Message, tracking_id: Option<&str>) -> Self {
        Envelope {
            error: EnvelopeError {
                code: message.code().to_owned(),
                message: message.text().to_owned(),
                target: tracking_id.map(str::to_owned),
            },
        }
    }
}

/// Of several errors, the details have no place here.
impl From<&Report> for Envelope {
    fn from(report: &Report) -> Self {
        Envelope::new(report.message(), report.tracking_id())
    }
}
