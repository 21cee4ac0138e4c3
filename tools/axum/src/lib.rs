//! Errors of an axum service, in the language of whoever called.
//!
//! A handler returns an error that knows its code and arguments; a layer around the router renders
//! it in the caller's language and profile, with the headers that belong to it. The router's own
//! errors (404, 405, 413, 415, 422 …) and panics become errors of the catalog as well, and every
//! request gets a tracking ID that its response carries.
//!
//! ```
//! use axum::Router;
//! use axum::routing::get;
//! use tolken::{Catalog, Layer};
//! use tolken_axum::{Localization, messages};
//! use tolken_derive::Localize;
//!
//! #[derive(Debug, Localize)]
//! #[tolken(axum)]
//! enum ApiError {
//!     InvalidHashValue { hash: String },
//!     Forbidden,
//! }
//!
//! async fn file(hash: String) -> Result<String, ApiError> {
//!     if hash.len() != 40 {
//!         return Err(ApiError::InvalidHashValue { hash });
//!     }
//!     Err(ApiError::Forbidden)
//! }
//!
//! // What the router says by itself lies below the errors of the application.
//! let loaded = Catalog::builder().layer(messages()).layer(Layer::builtin()).build()?;
//! let app: Router = Router::new()
//!     .route("/files", get(file))
//!     .layer(Localization::new(loaded.into_catalog()));
//! # Ok::<(), tolken::Error>(())
//! ```
//!
//! | noun | what it is |
//! |---|---|
//! | [`Localization`] | the layer: which catalog, which profile, which code for which status |
//! | [`Failure`] | any [`Localized`](tolken::Localized) error as a response, with a field and details |
//! | [`Caller`] | who gets an error as a page |
//! | [`Locales`] | an extractor: the languages of the caller, the best first |
//! | [`TrackingId`] | an extractor: what joins this response with the logs |
//!
//! What is sent: `Content-Language` is the locale that answered and `Vary` names what it depends on
//! ([RFC 9110](https://www.rfc-editor.org/rfc/rfc9110)); the tracking ID is the trace ID of an inbound
//! `traceparent` ([W3C Trace Context](https://www.w3.org/TR/trace-context/)), else a well-formed
//! `x-request-id`, else a new GUID, and `x-request-id` of every response has it. No other text of a
//! header is ever sent back. A client that prefers `application/problem+json` over
//! `application/json` gets [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457), whatever the profile.

#![forbid(unsafe_code)]

mod accept;
mod failure;
mod layer;
mod locales;
mod localization;
mod messages;
mod tracking;

pub use self::failure::Failure;
pub use self::layer::Localize;
pub use self::locales::Locales;
pub use self::localization::{Caller, Localization};
pub use self::messages::messages;
pub use self::tracking::TrackingId;

/// What derived code needs of axum, so that an application need not have the same version.
#[doc(hidden)]
pub mod derived {
    pub use axum::response::{IntoResponse, Response};
}
