//! Profiles: the wire formats of an error response. One a file.
//!
//! Owns only shapes. They are read and written by serde; which bytes carry them is the caller's.
//! `docs/PROFILES.md` shows each. A reader passes over members that it does not know.

mod aip193;
mod body;
mod envelope;
mod field;
mod odata;
mod phrase;
mod problem;
mod words;

use std::str::FromStr;

pub use self::aip193::{
    Aip193, Aip193Details, Aip193Error, BadRequest, ErrorInfo, FieldViolation, Help, HelpLink,
    LocalizedMessage, RequestInfo,
};
pub use self::body::Body;
pub use self::envelope::{Envelope, EnvelopeError};
pub use self::odata::{Odata, OdataDetail, OdataError, OdataInnerError};
pub use self::problem::{Problem, ProblemError};

use crate::render::Report;

/// A wire format of an error response.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Profile, Request};
///
/// let profile: Profile = "problem".parse()?;
/// assert_eq!(profile.content_type(), "application/problem+json");
///
/// let report = Catalog::builtin().report(&Request::new("NotFound").range("nl"));
/// let body = serde_json::to_value(profile.body(&report))?;
/// assert_eq!(body["title"], "Niet gevonden");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Profile {
    /// `{"error":{"code","message","target"}}`: [`Envelope`].
    #[default]
    Envelope,
    /// `OData` 4.01: [`Odata`].
    Odata,
    /// RFC 9457: [`Problem`].
    Problem,
    /// AIP-193, `google.rpc.Status`: [`Aip193`].
    Aip193,
}

impl Profile {
    /// Every profile.
    pub const ALL: &'static [Profile] = &[
        Profile::Envelope,
        Profile::Odata,
        Profile::Problem,
        Profile::Aip193,
    ];

    /// The name, as on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Profile::Envelope => "envelope",
            Profile::Odata => "odata",
            Profile::Problem => "problem",
            Profile::Aip193 => "aip193",
        }
    }

    /// The media type, for the header `Content-Type`.
    #[must_use]
    pub fn content_type(self) -> &'static str {
        match self {
            Profile::Problem => "application/problem+json",
            Profile::Envelope | Profile::Odata | Profile::Aip193 => "application/json",
        }
    }

    /// The body of a response in this format.
    #[must_use]
    pub fn body(self, report: &Report) -> Body {
        match self {
            Profile::Envelope => Body::Envelope(Envelope::from(report)),
            Profile::Odata => Body::Odata(Odata::from(report)),
            Profile::Problem => Body::Problem(Problem::from(report)),
            Profile::Aip193 => Body::Aip193(Aip193::from(report)),
        }
    }
}

/// Reads a [`name`](Profile::name).
impl FromStr for Profile {
    type Err = ParseProfileError;

    fn from_str(name: &str) -> Result<Self, ParseProfileError> {
        Profile::ALL
            .iter()
            .copied()
            .find(|profile| profile.name() == name)
            .ok_or(ParseProfileError)
    }
}

/// The text was not the name of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseProfileError;

impl std::fmt::Display for ParseProfileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("expected `envelope`, `odata`, `problem` or `aip193`")
    }
}

impl std::error::Error for ParseProfileError {}
