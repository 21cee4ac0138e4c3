//! What can go wrong with a request, as codes of the service's own catalog.

use tolken_derive::Localize;

/// An error of the service itself; `locales/` has its texts.
#[derive(Debug, Localize)]
#[tolken(axum)]
pub(crate) enum ServiceError {
    /// The catalog that is served has no such code.
    UnknownCode { code: String },
}
