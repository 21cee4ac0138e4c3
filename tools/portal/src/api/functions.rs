//! What Fluent in a browser lacks to render the catalog's files: `JOSA`, `ELIDE` and `LIST`.

use std::sync::OnceLock;

use axum::extract::State;
use axum::response::Response;

use crate::Portal;
use crate::http::{Answer, Caller, Fixed};

/// Gives a JavaScript module with the functions `JOSA`, `ELIDE` and `LIST` for Fluent in a browser, which the
/// Fluent files of the catalog may call.
#[utoipa::path(
    get, path = "/v1/functions.js", tag = "catalog",
    responses((status = 200, body = String, content_type = "text/javascript", description = "The module",
        headers(("etag", description = "For `If-None-Match`")))),
)]
pub(super) async fn functions(State(portal): State<Portal>, caller: Caller) -> Response {
    static MODULE: OnceLock<Fixed> = OnceLock::new();
    let module =
        MODULE.get_or_init(|| Fixed::new(include_str!("../../assets/functions.js").into()));
    let answer = Answer::fixed("text/javascript; charset=utf-8", module);
    answer.public(&caller, portal.live().now().id())
}
