//! The body of a response, whatever its profile.

use serde::Serialize;

use super::{Aip193, Envelope, Odata, Problem};

/// The body of a response in the format of one profile. Serializes as exactly that; to read one,
/// read the type of its profile.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Body {
    /// The profile `envelope`.
    Envelope(Envelope),
    /// The profile `odata`.
    Odata(Odata),
    /// The profile `problem`.
    Problem(Problem),
    /// The profile `aip193`.
    Aip193(Aip193),
}
