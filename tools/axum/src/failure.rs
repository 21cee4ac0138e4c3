//! An error on its way to the client.

use std::fmt;
use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use tolken::Localized;

/// Any [`Localized`] error as a response. What it says is rendered by the layer, which knows the
/// language and the profile.
///
/// As the error of a handler it takes every such error by `?`. An error type that is derived with
/// `#[tolken(axum)]` is a response by itself and needs no `Failure`, unless it has a field or
/// details.
///
/// # Example
///
/// ```
/// use tolken::codes::{InvalidIpAddress, InvalidUrl};
/// use tolken_axum::Failure;
///
/// async fn register(body: String) -> Result<(), Failure> {
///     Err(Failure::new(InvalidUrl { url: "htp://x" })
///         .with_field("homepage")
///         .with_detail(Failure::new(InvalidIpAddress { ip_address: "10.0.0.256" }).with_field("host")))
/// }
/// ```
#[derive(Clone)]
pub struct Failure {
    pub(crate) error: Arc<dyn Localized + Send + Sync>,
    pub(crate) status: Option<StatusCode>,
    pub(crate) field: Option<String>,
    pub(crate) details: Vec<Failure>,
}

impl Failure {
    /// The response of an error.
    pub fn new(error: impl Localized + Send + Sync + 'static) -> Self {
        Failure {
            error: Arc::new(error),
            status: None,
            field: None,
            details: Vec::new(),
        }
    }

    /// With another HTTP status than the one of the code.
    #[must_use]
    pub fn with_status(self, status: StatusCode) -> Self {
        Failure {
            status: Some(status),
            ..self
        }
    }

    /// With the field of the request that is in error, where the profile has a place for it.
    #[must_use]
    pub fn with_field(self, field: impl Into<String>) -> Self {
        Failure {
            field: Some(field.into()),
            ..self
        }
    }

    /// With one more error of the same request, where the profile has a place for it.
    #[must_use]
    pub fn with_detail(mut self, detail: Failure) -> Self {
        self.details.push(detail);
        self
    }

    /// The status of the response: the one given, else the one that the error or the catalog knows,
    /// else 500.
    pub(crate) fn status(&self, known: Option<u16>) -> StatusCode {
        let of_code = self
            .error
            .status()
            .or(known)
            .and_then(|status| StatusCode::from_u16(status).ok());
        self.status
            .or(of_code)
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl<E: Localized + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Failure::new(error)
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Failure")
            .field("code", &self.error.code())
            .field("field", &self.field)
            .field("details", &self.details)
            .finish_non_exhaustive()
    }
}

/// The code alone, until the layer has rendered it.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = (self.status(None), self.error.code().to_owned()).into_response();
        response.extensions_mut().insert(self);
        response
    }
}
