//! A body of JSON, as it was sent.

use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRef, FromRequest, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use http_body_util::LengthLimitError;

use crate::Limits;

/// The bytes of a body that says of itself to be JSON, within the limit.
pub(crate) struct JsonBody(pub(crate) Bytes);

impl<S> FromRequest<S> for JsonBody
where
    S: Send + Sync,
    Limits: FromRef<S>,
{
    type Rejection = StatusCode;

    async fn from_request(request: Request, state: &S) -> Result<Self, StatusCode> {
        let Limits { body_bytes, .. } = Limits::from_ref(state);
        let (parts, body) = request.into_parts();
        if !is_json(&parts.headers) {
            return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        }
        // Told before a byte of it is read.
        if length(&parts.headers).is_some_and(|length| length > body_bytes) {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        match to_bytes(body, body_bytes).await {
            Ok(bytes) => Ok(JsonBody(bytes)),
            Err(error) if is_too_long(&error) => Err(StatusCode::PAYLOAD_TOO_LARGE),
            // Whoever does not send all of it gets no better answer.
            Err(_) => Err(StatusCode::BAD_REQUEST),
        }
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(CONTENT_TYPE);
    let value = value.and_then(|value| value.to_str().ok());
    let name = value.map(|value| value.split(';').next().unwrap_or_default().trim());
    name.is_some_and(|name| {
        let (kind, subtype) = name.split_once('/').unwrap_or_default();
        let subtype = subtype.rsplit('+').next().unwrap_or_default();
        kind.eq_ignore_ascii_case("application") && subtype.eq_ignore_ascii_case("json")
    })
}

fn length(headers: &HeaderMap) -> Option<usize> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn is_too_long(error: &axum::Error) -> bool {
    let source = std::error::Error::source(error);
    source.is_some_and(<dyn std::error::Error>::is::<LengthLimitError>)
}
