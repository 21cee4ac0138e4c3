//! The OpenAPI document, and the page to try it, which is Swagger UI, compiled in.
//!
//! The page sets styles on its elements, which the pages of the portal need not; so it has a policy of its own,
//! and nothing of it comes from elsewhere.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use utoipa_swagger_ui::Config;

use crate::Portal;
use crate::http::{Answer, Caller, Fixed};

/// What the page may do: its own scripts, styles and requests, and images that are in them.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
    connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The files of the page that it asks for, with their types.
const FILES: [(&str, &str); 8] = [
    ("index.html", "text/html; charset=utf-8"),
    ("index.css", "text/css; charset=utf-8"),
    ("swagger-ui.css", "text/css; charset=utf-8"),
    ("swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
    (
        "swagger-ui-standalone-preset.js",
        "text/javascript; charset=utf-8",
    ),
    ("swagger-initializer.js", "text/javascript; charset=utf-8"),
    ("favicon-16x16.png", "image/png"),
    ("favicon-32x32.png", "image/png"),
];

/// The OpenAPI document of the service.
pub(super) async fn document(State(portal): State<Portal>, caller: Caller) -> Response {
    static DOCUMENT: OnceLock<Fixed> = OnceLock::new();
    let document = DOCUMENT.get_or_init(|| {
        // A test holds it against what the handlers say.
        let text = include_str!("../../../../docs/openapi.json");
        Fixed::new(text.into())
    });
    Answer::fixed("application/json", document).public(&caller, portal.live().now().id())
}

/// Leads to the page, whose files lie beside it.
pub(super) async fn redirect() -> Response {
    let mut response = StatusCode::PERMANENT_REDIRECT.into_response();
    // Relative, so that a proxy may serve all of this below another path.
    response
        .headers_mut()
        .insert(LOCATION, HeaderValue::from_static("docs/"));
    response
}

/// The page.
pub(super) async fn index(portal: State<Portal>, caller: Caller) -> Response {
    file(portal, caller, Path("index.html".to_owned())).await
}

/// A file of the page.
pub(super) async fn file(
    State(portal): State<Portal>,
    caller: Caller,
    Path(name): Path<String>,
) -> Response {
    let Some((name, content_type)) = FILES.iter().find(|(known, _)| *known == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let file = fixed(name);
    let mut response = Answer::fixed(content_type, &file).public(&caller, portal.live().now().id());
    let policy = HeaderValue::from_static(POLICY);
    response
        .headers_mut()
        .insert(CONTENT_SECURITY_POLICY, policy);
    response
}

/// A file, whose encodings are made once.
fn fixed(name: &'static str) -> Arc<Fixed> {
    static KEPT: Mutex<Option<HashMap<&'static str, Arc<Fixed>>>> = Mutex::new(None);
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let file = kept.get_or_insert_default().entry(name).or_insert_with(|| {
        // The badge of a validator elsewhere is left out.
        let config = Config::from("../openapi.json")
            .use_base_layout()
            .validator_url("none");
        let file = utoipa_swagger_ui::serve(name, Arc::new(config));
        let file = file.ok().flatten().map(|file| file.bytes.into_owned());
        Arc::new(Fixed::new(file.unwrap_or_default().into()))
    });
    Arc::clone(file)
}
