//! HTTP for programs, below `/v1`: one resource a file.

mod codes;

use axum::Router;
use axum::routing::get;

use crate::Portal;

pub(crate) fn routes() -> Router<Portal> {
    Router::new().route("/v1/codes/{code}", get(codes::code))
}
