//! A service to ask, and its answers.

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use tolken_portal::{Portal, Settings, app};
use tower::ServiceExt as _;

/// What a service answered.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// A service on the built-in catalog.
#[track_caller]
pub(crate) fn builtin() -> Portal {
    Portal::new(Settings::default()).expect("the built-in catalog is compiled in")
}

/// Asks a service.
pub(crate) async fn ask(portal: &Portal, request: Request<Body>) -> Answer {
    let response = app(portal).oneshot(request).await;
    let (parts, body) = response.expect("it cannot fail").into_parts();
    let body = body.collect().await.expect("the body is whole").to_bytes();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: body.to_vec(),
    }
}

/// Asks for a path, with headers.
pub(crate) async fn get(portal: &Portal, path: &str, headers: &[(&str, &str)]) -> Answer {
    let request = headers
        .iter()
        .fold(Request::get(path), |request, (name, value)| {
            request.header(*name, *value)
        });
    ask(portal, request.body(Body::empty()).expect("a request")).await
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("a text"))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("a text")
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }
}
