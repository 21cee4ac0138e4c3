//! The tracking ID: what joins one response with the logs.

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};
use uuid::Uuid;

/// The header that brings and carries it.
pub(crate) const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The longest inbound ID that is taken.
const MAX_LENGTH: usize = 128;

/// The tracking ID of a request. As an extractor it is the one that the layer gave, so that a
/// handler can log it.
///
/// # Example
///
/// ```
/// use tolken_axum::TrackingId;
///
/// async fn orders(id: TrackingId) -> String {
///     format!("주문 없음 ({id})")
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TrackingId(Arc<str>);

impl TrackingId {
    /// The one that a request brings, if it is well formed, else a new one.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
        let trace = text(&HeaderName::from_static("traceparent")).and_then(trace_id);
        let request = text(&X_REQUEST_ID).filter(|id| is_well_formed(id));
        if let Some(id) = trace.or(request) {
            return TrackingId(id.into());
        }
        let mut buffer = Uuid::encode_buffer();
        let id = Uuid::new_v4().hyphenated().encode_lower(&mut buffer);
        TrackingId((&*id).into())
    }

    /// Its text: letters, digits, `.`, `_` and `-`, at most 128.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TrackingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<S: Sync> FromRequestParts<S> for TrackingId {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        // Without the layer every extractor of a request must find the same one.
        if let Some(id) = parts.extensions.get::<TrackingId>() {
            return Ok(id.clone());
        }
        let id = TrackingId::of(&parts.headers);
        parts.extensions.insert(id.clone());
        Ok(id)
    }
}

/// The trace ID of a `traceparent`: version, 32 hexadecimal digits that are not all zero, 16 for
/// the parent, and flags; a later version may have more behind them.
fn trace_id(header: &str) -> Option<&str> {
    let mut parts = header.trim().split('-');
    let (version, trace, parent, flags) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let is_hex = |part: &str, length| {
        part.len() == length
            && part
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let is_some = |part: &str| part.bytes().any(|byte| byte != b'0');
    let is_known = version != "00" || parts.next().is_none();
    let is_valid = is_hex(version, 2)
        && version != "ff"
        && is_hex(trace, 32)
        && is_some(trace)
        && is_hex(parent, 16)
        && is_some(parent)
        && is_hex(flags, 2);
    (is_valid && is_known).then_some(trace)
}

fn is_well_formed(id: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    (1..=MAX_LENGTH).contains(&id.len()) && id.bytes().all(is_allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_well_formed_is_taken() {
        let trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        let valid = format!("00-{trace}-00f067aa0ba902b7-01");
        assert_eq!(trace_id(&valid), Some(trace));
        assert_eq!(
            trace_id(&format!("cc-{trace}-00f067aa0ba902b7-01-more")),
            Some(trace)
        );
        for broken in [
            String::new(),
            format!("{valid}-more"),
            valid.to_uppercase(),
            valid.replace("00f067aa0ba902b7", "0000000000000000"),
            valid.replace(trace, &"0".repeat(32)),
            valid.replacen("00-", "ff-", 1),
            valid.replace("-01", ""),
        ] {
            assert_eq!(trace_id(&broken), None, "{broken}");
        }
        assert!(is_well_formed("Root=1".trim_start_matches("Root=")));
        assert!(!is_well_formed("") && !is_well_formed("a b") && !is_well_formed("é"));
        assert!(is_well_formed(&"a".repeat(128)) && !is_well_formed(&"a".repeat(129)));
    }
}
