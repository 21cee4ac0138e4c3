//! The profile `odata`: `OData` 4.01, section 21.1 of its JSON format.

use serde::{Deserialize, Serialize};

use super::field;
use crate::render::Report;
use crate::value::{Args, Arguments};

/// An error response of `OData` 4.01.
///
/// `target` is the field in error, the tracking ID is `request-id` in `innererror`, and the text
/// for developers stands beside it. The arguments are annotations, which `OData` allows in any object of an
/// error. The header `Content-Language` must name the language of the texts.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Odata, Request, Value};
///
/// let args = [("parameter", Value::from("machineId"))];
/// let request = Request::new("MissingRequiredParameter").args(&args).range("fr");
/// let report = Catalog::builtin().report(&request).with_field("machineId").with_tracking_id("7");
/// assert_eq!(
///     serde_json::to_string(&Odata::from(&report))?,
///     r#"{"error":{"code":"MissingRequiredParameter","message":"Le paramètre obligatoire machineId est manquant.","target":"machineId","@tolken.args":{"parameter":"machineId"},"innererror":{"request-id":"7","message":"Required parameter machineId is missing."}}}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Odata {
    /// The one thing it holds.
    pub error: OdataError,
}

/// What an [`Odata`] says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OdataError {
    /// The code.
    pub code: String,
    /// The text, in the language of the reader.
    pub message: String,
    /// The field in error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// The arguments.
    #[serde(default, skip_serializing_if = "Arguments::is_empty")]
    #[serde(rename = "@tolken.args")]
    pub args: Args,
    /// The other errors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<OdataDetail>,
    /// What helps to find the cause.
    pub innererror: OdataInnerError,
}

/// One of several errors in an [`Odata`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OdataDetail {
    /// The code.
    pub code: String,
    /// The text, in the language of the reader.
    pub message: String,
    /// The field in error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// The arguments.
    #[serde(default, skip_serializing_if = "Arguments::is_empty")]
    #[serde(rename = "@tolken.args")]
    pub args: Args,
}

/// What an [`Odata`] says to developers and support.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OdataInnerError {
    /// The tracking ID.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(rename = "request-id")]
    pub request_id: Option<String>,
    /// The text for developers.
    pub message: String,
}

impl From<&Report> for Odata {
    fn from(report: &Report) -> Self {
        let OdataDetail {
            code,
            message,
            target,
            args,
        } = OdataDetail::from(report);
        Odata {
            error: OdataError {
                code,
                message,
                target,
                args,
                details: report.details().iter().map(OdataDetail::from).collect(),
                innererror: OdataInnerError {
                    request_id: report.tracking_id().map(str::to_owned),
                    message: report.developer_text().to_owned(),
                },
            },
        }
    }
}

impl From<&Report> for OdataDetail {
    fn from(report: &Report) -> Self {
        OdataDetail {
            code: report.message().code().to_owned(),
            message: report.message().text().to_owned(),
            target: report.field().map(field::path),
            args: report.args().clone(),
        }
    }
}
