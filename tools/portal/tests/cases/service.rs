//! A service to ask, and its answers.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use tolken::Catalog;
use tolken_portal::{Origin, Portal, Settings, app};
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

/// A service on a folder with these files.
#[track_caller]
pub(crate) fn folder(files: &[(&str, &str)]) -> Portal {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    at(folder.path())
}

/// A service on the built-in catalog in its prebuilt form.
#[track_caller]
pub(crate) fn prebuilt() -> Portal {
    let file = tempfile::NamedTempFile::new().expect("a file");
    fs::write(file.path(), Catalog::builtin().to_prebuilt()).expect("a file");
    at(file.path())
}

#[track_caller]
fn at(path: &Path) -> Portal {
    let settings = Settings {
        origin: Origin::at(path.to_owned()).unwrap(),
        ..Settings::default()
    };
    Portal::new(settings).expect("it can be loaded")
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

/// Sends JSON to a path, with headers.
pub(crate) async fn post(
    portal: &Portal,
    path: &str,
    body: impl Into<Body>,
    headers: &[(&str, &str)],
) -> Answer {
    let request = Request::post(path).header("content-type", "application/json");
    let request = headers.iter().fold(request, |request, (name, value)| {
        request.header(*name, *value)
    });
    ask(portal, request.body(body.into()).expect("a request")).await
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

    /// The body as it was before it was compressed.
    pub(crate) fn decoded(&self) -> Vec<u8> {
        let mut body = Vec::new();
        match self.header("content-encoding") {
            "gzip" => flate2::read::GzDecoder::new(&*self.body).read_to_end(&mut body),
            "br" => brotli::Decompressor::new(&*self.body, 4096).read_to_end(&mut body),
            other => panic!("expected gzip or br, but found `{other}`"),
        }
        .expect("it is what it says");
        body
    }
}
