//! HTTP for programs, below `/v1`: one resource a file.
//!
//! What answers `GET` is for everybody, holds nothing of the caller, and may be read by pages of other origins, so
//! that they can render with Fluent themselves. `POST` is for services and for pages of this origin: a browser
//! asks before it sends JSON to another, and gets no consent.

mod codes;
mod docs;
mod document;
mod functions;
mod locales;
mod lookup;
mod negotiate;
mod render;
mod schemas;

use axum::Router;
use axum::routing::get;
use utoipa::OpenApi as _;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use self::document::Document;
use crate::{Portal, operation};

pub(crate) fn routes() -> Router<Portal> {
    let (router, _) = documented().split_for_parts();
    router
        .route("/v1/openapi.json", get(docs::document))
        .route("/v1/docs", get(docs::redirect))
        .route("/v1/docs/", get(docs::index))
        .route("/v1/docs/{file}", get(docs::file))
}

/// The OpenAPI document of the API as its handlers make it; `docs/openapi.json` is a copy, which is served.
///
/// # Panics
///
/// Never: all that it is made of is compiled in.
#[must_use]
pub fn openapi() -> String {
    let document = document::whole(&documented().into_openapi());
    let text = serde_json::to_string_pretty(&document).expect("a document is JSON");
    text + "\n"
}

fn documented() -> OpenApiRouter<Portal> {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(render::render))
        .routes(routes!(lookup::lookup))
        .routes(routes!(codes::codes))
        .routes(routes!(codes::code))
        .routes(routes!(locales::locales))
        .routes(routes!(locales::fluent))
        .routes(routes!(functions::functions))
        .routes(routes!(negotiate::negotiate))
        .routes(routes!(schemas::schemas))
        .routes(routes!(schemas::schema))
        .routes(routes!(operation::healthz))
        .routes(routes!(operation::readyz))
        .routes(routes!(operation::metrics))
        .routes(routes!(operation::status::status))
}
