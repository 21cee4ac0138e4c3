//! For who runs the service: health, counters, logs.

pub mod logging;
mod metrics;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;

pub(crate) use self::metrics::Metrics;
use crate::Portal;

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/healthz", get(async || "ok\n"))
        .route("/metrics", get(metrics))
}

async fn metrics(State(portal): State<Portal>) -> Result<String, StatusCode> {
    let text = portal.metrics().text();
    text.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}
