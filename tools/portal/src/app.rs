//! The routes, and the layers around them.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use tolken_axum::Localization;
use tower::ServiceBuilder;

use crate::operation::{Bounds, Observe};
use crate::{Portal, api, http, page};

/// The routes of a service: the API below `/v1`, the pages, and what operators ask.
pub fn app(portal: &Portal) -> Router {
    let live = portal.live().clone();
    let pages = portal.clone();
    let localization = Localization::with(move || live.now().words().clone())
        .choose(http::chosen_language)
        .page(move |report, caller| page::failure(&pages, report, caller))
        .code(StatusCode::URI_TOO_LONG, "AddressTooLong")
        .code(
            StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            "HeadersTooLarge",
        );
    let observe = Observe {
        metrics: portal.metrics().clone(),
        shutdown: portal.shutdown().clone(),
    };
    // One stack, the outermost first: a router clones what stands around a route for each request, and each
    // layer of its own would be cloned once for every layer around it.
    let layers = ServiceBuilder::new()
        .layer(observe)
        .map_response(http::security_headers)
        .layer(localization)
        .layer(Bounds(*portal.limits()))
        .layer(DefaultBodyLimit::max(portal.limits().body_bytes));
    Router::new()
        .merge(api::routes())
        .merge(page::routes())
        .with_state(portal.clone())
        .layer(layers)
}
