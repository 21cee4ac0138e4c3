//! Who asks, as far as it decides what is answered: whose language, which encoding, what is known already.

use std::borrow::Cow;
use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT_ENCODING, ACCEPT_LANGUAGE, IF_NONE_MATCH};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use tolken_protocol::Language;

use super::Parameters;

/// The caller of the API. The language is negotiated against the catalog that is served, which may have
/// other locales than the service's own words.
pub(crate) struct Caller {
    lang: Option<String>,
    accept_language: Option<HeaderValue>,
    pub(super) accept_encoding: Option<HeaderValue>,
    pub(super) if_none_match: Option<HeaderValue>,
}

impl Caller {
    /// The language of `?lang=`, else that of the header.
    pub(crate) fn language(&self) -> Language<'_> {
        match (&self.lang, &self.accept_language) {
            (Some(range), _) => Language::Range(range),
            (None, Some(header)) => Language::Header(header.to_str().unwrap_or_default()),
            (None, None) => Language::Source,
        }
    }

    /// Whether the header decides, so that another header might get another answer.
    pub(crate) fn is_asked_by_header(&self) -> bool {
        self.lang.is_none()
    }

    /// The header of its language, which the caller may also give in the address.
    pub(crate) fn accept_language(&self) -> &str {
        let header = self.accept_language.as_ref();
        header
            .and_then(|header| header.to_str().ok())
            .unwrap_or_default()
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let lang = Parameters::of(&parts.uri).text("lang").map(Cow::into_owned);
        Ok(Caller {
            lang: lang.filter(|range| !range.is_empty()),
            accept_language: whole(&parts.headers, &ACCEPT_LANGUAGE),
            accept_encoding: whole(&parts.headers, &ACCEPT_ENCODING),
            if_none_match: whole(&parts.headers, &IF_NONE_MATCH),
        })
    }
}

/// All lines of a header as one, which they mean the same as.
fn whole(headers: &HeaderMap, name: &HeaderName) -> Option<HeaderValue> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?;
    let mut rest = values.peekable();
    if rest.peek().is_none() {
        return Some(first.clone());
    }
    let mut whole = first.as_bytes().to_vec();
    for value in rest {
        whole.extend_from_slice(b", ");
        whole.extend_from_slice(value.as_bytes());
    }
    HeaderValue::from_bytes(&whole).ok()
}
