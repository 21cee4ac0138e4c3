//! Files that pages refer to: compiled in, named by what is in them, and kept by browsers for a year.

use std::sync::LazyLock;

use axum::extract::{Path, Query};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// A file, and a name for what is in it.
struct Asset {
    name: &'static str,
    content_type: &'static str,
    text: &'static str,
    version: String,
}

/// Name, type and text of each file.
const FILES: [(&str, &str, &str); 3] = [
    (
        "style.css",
        "text/css; charset=utf-8",
        include_str!("../../assets/style.css"),
    ),
    (
        "portal.js",
        "text/javascript; charset=utf-8",
        include_str!("../../assets/portal.js"),
    ),
    (
        "icon.svg",
        "image/svg+xml",
        include_str!("../../assets/icon.svg"),
    ),
];

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let assets = FILES.into_iter().map(|(name, content_type, text)| {
        let digits = Sha256::digest(text);
        let version = digits.iter().take(8);
        Asset {
            name,
            content_type,
            text,
            version: version.fold(String::new(), |it, byte| format!("{it}{byte:02x}")),
        }
    });
    assets.collect()
});

/// Which version is asked for.
#[derive(Deserialize)]
pub(super) struct Asked {
    v: Option<String>,
}

/// The address of a file, which changes when the file does.
pub(super) fn address(name: &str) -> String {
    let asset = ASSETS.iter().find(|asset| asset.name == name);
    let version = asset.map_or("", |asset| &asset.version);
    format!("/assets/{name}?v={version}")
}

/// A file; 304 when the client has it already.
pub(super) async fn asset(
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("\"{}\"", asset.version);
    let known = headers.get(IF_NONE_MATCH).and_then(|it| it.to_str().ok());
    let is_known = known.is_some_and(|known| {
        let mut tags = known.split(',').map(str::trim);
        tags.any(|known| known == "*" || known.trim_start_matches("W/") == tag)
    });
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let content_type = [(CONTENT_TYPE, asset.content_type)];
        (content_type, asset.text).into_response()
    };
    let is_current = asked.v.as_ref() == Some(&asset.version);
    let caching = if is_current {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    // The digits of a hash in quotes are a header.
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(ETAG, tag);
    }
    response
}
