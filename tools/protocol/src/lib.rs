//! What tolken is asked and what it answers, as JSON: the one protocol that the command speaks on lines and
//! the service over HTTP.
//!
//! ```
//! use tolken::Catalog;
//! use tolken_protocol::{Defaults, RenderRequest, read};
//!
//! let line = r#"{"code": "InvalidUrl", "args": {"url": "x"}, "locale": "nl"}"#;
//! let request: RenderRequest = read(line.as_bytes(), "code")?;
//! let answer = request.answer(&Catalog::builtin(), &Defaults::default())?;
//! assert!(serde_json::to_string(&answer)?.contains("De URL x is ongeldig."));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | noun | what it is |
//! |---|---|
//! | [`RenderRequest`], [`RenderAnswer`] | a code and its arguments to a text, or to the body of a response |
//! | [`LookupRequest`], [`LookupAnswer`] | a text to its codes |
//! | [`NegotiateRequest`], [`NegotiateAnswer`] | a header to the locales that answer it |
//! | [`Language`] | whose language it is |
//! | [`Form`] | what to render: a text for some output, or a profile |
//! | [`Defaults`] | what holds where a request says nothing |
//! | [`Requests`] | one request, or an array of them |
//! | [`Unreadable`] | why bytes are no request, with the place |
//!
//! Requests borrow from the bytes that they are read from, as far as no text is escaped in them.
//!
//! # Features
//!
//! * `schema`: schemas of all of these for a document of OpenAPI, by utoipa.

#![forbid(unsafe_code)]

mod form;
mod language;
mod lookup;
mod negotiate;
mod read;
mod render;
#[cfg(feature = "schema")]
pub mod schema;
mod text;

pub use self::form::{Form, UnknownForm};
pub use self::language::Language;
pub use self::lookup::{LookupAnswer, LookupRequest, text_of};
pub use self::negotiate::{NegotiateAnswer, NegotiateRequest};
pub use self::read::{Kind, Requests, Unreadable, read};
pub use self::render::{Defaults, Refused, RenderAnswer, RenderRequest};
pub use self::text::Text;
