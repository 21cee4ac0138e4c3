//! For who runs the service: health, counters, logs, its limits and its end.

mod latency;
mod limits;
pub mod logging;
mod metrics;
mod observe;
mod requests;
mod shutdown;
pub(crate) mod status;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

pub(crate) use self::limits::Bounds;
use self::metrics::counter;
pub(crate) use self::metrics::{Connected, Metrics};
pub(crate) use self::observe::Observe;
pub(crate) use self::shutdown::{Phase, Shutdown};
use crate::Portal;

/// Whether the process answers.
#[utoipa::path(
    get,
    path = "/healthz",
    tag = "operation",
    responses((status = 200, description = "It answers", body = String, content_type = "text/plain"))
)]
pub(crate) async fn healthz() -> impl IntoResponse {
    ([(CACHE_CONTROL, "no-store")], "ok\n")
}

/// Whether requests should be sent here: a catalog is loaded, and the service is not about to end.
#[utoipa::path(
    get,
    path = "/readyz",
    tag = "operation",
    responses(
        (status = 200, description = "It is ready", body = String, content_type = "text/plain"),
        (status = 503, description = "It is about to end")
    )
)]
pub(crate) async fn readyz(State(portal): State<Portal>) -> Response {
    let no_store = [(CACHE_CONTROL, "no-store")];
    // There is always a catalog: without one the service does not begin.
    if portal.shutdown().is_ending() {
        (StatusCode::SERVICE_UNAVAILABLE, no_store).into_response()
    } else {
        (no_store, "ready\n").into_response()
    }
}

/// All counters, for Prometheus.
#[utoipa::path(
    get,
    path = "/metrics",
    tag = "operation",
    responses((
        status = 200,
        description = "All counters",
        body = String,
        content_type = "application/openmetrics-text"
    ))
)]
pub(crate) async fn metrics(State(portal): State<Portal>) -> Result<impl IntoResponse, StatusCode> {
    let text = portal.metrics().text();
    let text = text.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    let content_type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    let headers = [(CONTENT_TYPE, content_type), (CACHE_CONTROL, "no-store")];
    Ok((headers, text))
}
