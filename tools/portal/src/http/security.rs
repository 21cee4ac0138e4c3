//! Headers that keep a browser from doing with an answer what it was not made for.

use axum::http::header::{
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::response::Response;

/// Nothing is loaded but the files of this service, nothing inline runs, and no other page shows it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What is no page loads nothing, and no page shows it.
const NO_PAGE: &str = "default-src 'none'; frame-ancestors 'none'";

/// Name and value of each header that a page has besides.
const OF_PAGES: [(HeaderName, &str); 4] = [
    (REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), clipboard-write=(self), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// Adds the headers that an answer does not have: a page may need a policy of its own.
pub(crate) fn security_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    let content_type = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    let is_page = content_type.is_some_and(|it| it.starts_with(b"text/html"));
    let policy = if is_page { POLICY } else { NO_PAGE };
    let of_all = [
        (CONTENT_SECURITY_POLICY, policy),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    let of_pages = is_page.then_some(OF_PAGES);
    for (name, value) in of_all.into_iter().chain(of_pages.into_iter().flatten()) {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}
