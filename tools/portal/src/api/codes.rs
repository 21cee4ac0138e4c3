//! Codes: what there is, and one with its message.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use tolken::Request;
use tolken_axum::Locales;

use crate::Portal;
use crate::http::ServiceError;

/// One code with its message in the caller's language.
pub(super) async fn code(
    State(portal): State<Portal>,
    locales: Locales,
    Path(code): Path<String>,
) -> Result<impl IntoResponse, ServiceError> {
    let revision = portal.live().now();
    if revision.catalog().code(&code).is_none() {
        return Err(ServiceError::UnknownCode { code });
    }
    let request = Request::new(&code).locales(&locales);
    let message = revision.catalog().render(&request);
    portal.metrics().rendered(&revision, &message);
    Ok(Json(message))
}
