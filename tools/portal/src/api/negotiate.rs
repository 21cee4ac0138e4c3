//! Which locales answer a header.

use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use tolken_protocol::{NegotiateAnswer, NegotiateRequest};

use crate::Portal;
use crate::http::{Answer, Caller, Parameters};

/// Tells which locales of the catalog answer a header `Accept-Language`, the best first.
#[utoipa::path(
    get, path = "/v1/negotiate", tag = "locales",
    params(("accept_language" = Option<String>, Query, description = "The header; the request's own without it",
        example = "zh-TW, fr-CA;q=0.8, en;q=0.1")),
    responses((status = 200, body = NegotiateAnswer, description = "The locales",
        headers(("etag", description = "For `If-None-Match`")))),
)]
pub(super) async fn negotiate(State(portal): State<Portal>, caller: Caller, uri: Uri) -> Response {
    let given = Parameters::of(&uri).text("accept_language");
    let accept_language = given.as_deref().unwrap_or_else(|| caller.accept_language());
    let revision = portal.live().now();
    let request = NegotiateRequest {
        accept_language: accept_language.into(),
    };
    let answer = Answer::json(&request.answer(revision.catalog())).by_header(given.is_none());
    answer.public(&caller, revision.id())
}
