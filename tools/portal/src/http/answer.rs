//! What a handler answers, with the headers that belong to it.

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CACHE_CONTROL, CONTENT_ENCODING,
    CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::Caller;
use super::encoding::{Encoding, Fixed};

/// The type of most answers.
pub(crate) const JSON: &str = "application/json";

/// A body with what is said of it.
pub(crate) struct Answer<'a> {
    content_type: &'static str,
    body: AnswerBody<'a>,
    languages: String,
    depends_on_header: bool,
}

enum AnswerBody<'a> {
    Made(Bytes),
    Fixed(&'a Fixed),
}

impl<'a> Answer<'a> {
    /// An answer that is made anew.
    pub(crate) fn new(content_type: &'static str, body: impl Into<Bytes>) -> Self {
        Answer::with(content_type, AnswerBody::Made(body.into()))
    }

    /// An answer that is always the same.
    pub(crate) fn fixed(content_type: &'static str, body: &'a Fixed) -> Self {
        Answer::with(content_type, AnswerBody::Fixed(body))
    }

    /// An answer of JSON.
    pub(crate) fn json(value: &impl Serialize) -> Self {
        let mut body = Vec::with_capacity(512);
        serde_json::to_writer(&mut body, value)
            .expect("names are texts, and memory can be written");
        Answer::new(JSON, body)
    }

    fn with(content_type: &'static str, body: AnswerBody<'a>) -> Self {
        Answer {
            content_type,
            body,
            languages: String::new(),
            depends_on_header: false,
        }
    }

    /// In a language, besides those that it has already; `und` is none.
    pub(crate) fn language(mut self, tag: impl AsRef<str>) -> Self {
        let tag = tag.as_ref();
        let is_new = tag != "und" && self.languages.split(", ").all(|known| known != tag);
        if is_new {
            if !self.languages.is_empty() {
                self.languages.push_str(", ");
            }
            self.languages.push_str(tag);
        }
        self
    }

    /// Tells that it depends on the header `Accept-Language`.
    pub(crate) fn by_header(self, depends_on_header: bool) -> Self {
        Answer {
            depends_on_header,
            ..self
        }
    }

    /// The response to `POST`.
    pub(crate) fn posted(self, caller: &Caller) -> Response {
        let encoding = Encoding::of(caller.accept_encoding.as_ref(), self.body.plain().len());
        let mut response = Response::new(Body::from(self.body.encoded(encoding)));
        self.describe(encoding, response.headers_mut());
        response
    }

    /// The response to `GET` of what is for everybody: pages of other origins may read it.
    pub(crate) fn public(self, caller: &Caller, revision: &str) -> Response {
        let mut response = self.kept(caller, revision);
        let headers = response.headers_mut();
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        let exposed = HeaderValue::from_static("content-language, etag, x-request-id");
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
        response
    }

    /// The response to `GET`: it may be kept, and is asked for anew with its tag.
    pub(crate) fn kept(self, caller: &Caller, revision: &str) -> Response {
        let encoding = Encoding::of(caller.accept_encoding.as_ref(), self.body.plain().len());
        let tag = self.tag(encoding, revision);
        let header = caller.if_none_match.as_ref();
        let is_known = header.is_some_and(|header| names(header, &tag));
        let body = if is_known {
            Body::empty()
        } else {
            Body::from(self.body.encoded(encoding))
        };
        let mut response = Response::new(body);
        let headers = response.headers_mut();
        self.describe(encoding, headers);
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            headers.insert(ETAG, tag);
        }
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        if is_known {
            headers.remove(CONTENT_TYPE);
            headers.remove(CONTENT_ENCODING);
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        }
        response
    }

    fn describe(&self, encoding: Encoding, headers: &mut HeaderMap) {
        let content_type = HeaderValue::from_static(self.content_type);
        headers.insert(CONTENT_TYPE, content_type);
        let vary = if self.depends_on_header {
            "accept-language, accept-encoding"
        } else {
            "accept-encoding"
        };
        headers.insert(VARY, HeaderValue::from_static(vary));
        if let Some(name) = encoding.name() {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        // Language tags are letters, digits and hyphens.
        if let Ok(languages) = HeaderValue::from_str(&self.languages)
            && !languages.is_empty()
        {
            headers.insert(CONTENT_LANGUAGE, languages);
        }
    }

    /// The strong tag of the representation: other bytes, or the same of another revision, have another.
    fn tag(&self, encoding: Encoding, revision: &str) -> String {
        let mut hash = Sha256::new();
        let encoding = encoding.name().unwrap_or_default();
        for part in [revision, self.content_type, &self.languages, encoding] {
            hash.update(part);
            hash.update([0]);
        }
        hash.update(self.body.plain());
        let digest = hash.finalize();
        let half = digest.iter().take(16);
        let tag = half.fold(String::from("\""), |tag, byte| format!("{tag}{byte:02x}"));
        tag + "\""
    }
}

impl AnswerBody<'_> {
    fn plain(&self) -> &Bytes {
        match self {
            AnswerBody::Made(body) => body,
            AnswerBody::Fixed(fixed) => fixed.plain(),
        }
    }

    fn encoded(&self, encoding: Encoding) -> Bytes {
        match self {
            AnswerBody::Made(body) => encoding.encode(body),
            AnswerBody::Fixed(fixed) => fixed.encoded(encoding),
        }
    }
}

/// Whether a header `If-None-Match` names a tag. Whether it says that it is weak does not matter (RFC 9110, 13.1.2).
fn names(header: &HeaderValue, tag: &str) -> bool {
    let header = header.to_str().unwrap_or_default();
    let mut tags = header.split(',').map(str::trim);
    tags.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}
