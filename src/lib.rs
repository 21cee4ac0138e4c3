//! An error catalog that speaks the user's language.
//!
//! A service has an error code and its arguments; a user wants a sentence in their own language,
//! and what to do next. tolken keeps both in [Fluent](https://projectfluent.org) files, one folder
//! a locale, beside one manifest of codes, and renders any code with any arguments in any locale:
//! there is always a text, and whatever went wrong is told beside it.
//!
//! ```
//! use tolken::{Catalog, Envelope, Request, Value};
//!
//! let catalog = Catalog::builtin();
//! let args = [("resource_type", Value::from("machine")), ("resource_id", Value::from("123123123"))];
//! let request = Request::new("ResourceNotFound").args(&args).accept_language("ko, en;q=0.5");
//! let message = catalog.render(&request);
//!
//! assert_eq!(message.text(), "컴퓨터 123123123을 찾을 수 없습니다.");
//! assert_eq!(message.action(), Some("식별자가 올바른지, 리소스가 아직 있는지 확인하십시오."));
//! assert_eq!(message.status(), Some(404));
//! assert_eq!(message.locale().to_string(), "ko-KR");
//! assert!(message.faults().is_empty());
//!
//! let envelope = Envelope::new(&message, Some("43f4cb08-8fac-4b65-9db1-745c2ae65f3a"));
//! assert!(serde_json::to_string(&envelope)?.starts_with(r#"{"error":{"code":"ResourceNotFound","#));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! The particle 을 follows from how 123123123 is read aloud; with `7` it would be the same, with
//! `2` it would be 를. The message says only `{ JOSA($resource_id, pair: "을/를") }`.
//!
//! # The model
//!
//! | noun | what it is |
//! |---|---|
//! | *code* | the stable identifier of an error, `InvalidHashValue`; as a rule also the id of its message. Never translated |
//! | [`Catalog`] | all codes in all locales; immutable, cheap to share |
//! | *manifest* | `catalog.toml`: per code its HTTP status and [`Argument`]s, with types and examples |
//! | *locale* | a [`LanguageIdentifier`], such as `ko-KR` |
//! | *source locale* | the one that translators translate from, and the last that answers |
//! | argument | a named [`Value`] for a placeable, handed over by any type that is [`Arguments`] |
//! | [`Request`] | what is asked: a code, arguments, whose language, which [`Output`] |
//! | [`Message`] | what is answered: the text, the action, the locale that answered, the faults |
//! | *action* | what to do next, the attribute `.action` of a message |
//! | [`Template`] | a compiled pattern: literals, arguments, choices, calls |
//! | [`Fault`] | something that went wrong while rendering; reported, never thrown |
//! | [`Finding`] | something wrong in a file, with place and help; everything else still loads |
//! | [`Layer`] | what a catalog is built from; a later one wins |
//! | *lookup* | from a text back to its code: an [`Index`] is asked a [`Query`] and answers [`Matches`] |
//! | [`Match`] | one answer, with locales, arguments, span and a score |
//! | [`Localized`] | an error of one's own that knows its code and arguments; [`codes`] has one for each built-in code |
//! | *tracking ID* | joins one response with the logs; `target` in the [`Envelope`] |
//! | [`Report`] | a message with all that a response says besides, for developers and machines |
//! | *profile* | a wire format of an error response: [`Envelope`], [`Odata`], [`Problem`], [`Aip193`] |
//!
//! Data flows one way: files → [`Source`] → [`syntax`] → findings → templates → catalog; and
//! (code, arguments, locale) → message → report → profile. And back, by [`lookup`]: text → code,
//! arguments, locale. Nothing lower knows anything above it.
//!
//! # What it promises
//!
//! * **Total.** Any code, any arguments and any locale give some text and never a panic. A missing
//!   message falls back, locale by locale, to the source locale and at last to the code itself, and
//!   the [`Message`] says who answered. The host's own locale is never asked.
//! * **Right.** Numbers, dates, lists and plural categories are the locale's own, by CLDR through ICU4X,
//!   every digit of an integer up to `i128` kept. Korean particles ([`function::josa`]) and French
//!   elision ([`function::elide`]) follow the argument. zh-TW never gets zh-CN
//!   ([`negotiation`]).
//! * **Bounded.** Files are parsed, and messages expanded once, at load, within [`Limits`];
//!   rendering can neither recurse without end nor blow up. A text is no longer than its literals and
//!   one argument for each of its parts, nor than [`Limits`] says.
//! * **Quiet.** The library prints nothing, reads no environment, never exits, and has no unsafe
//!   code. Only [`Catalog::from_dir`] and [`Layer::dir`] touch a disk.
//!
//! # A catalog of one's own
//!
//! ```
//! use tolken::{Catalog, Layer, Request, Value};
//!
//! let layer = Layer::new()
//!     .source("en-US", "quota.ftl", "QuotaExceeded = Quota { $name } is used up.\n")
//!     .source("ko-KR", "quota.ftl", "QuotaExceeded = 할당량 { $name }{ JOSA($name, pair: \"을/를\") } 모두 썼습니다.\n");
//! let loaded = Catalog::builder().layer(Layer::builtin()).layer(layer).build()?;
//! assert!(loaded.findings().is_empty());
//!
//! let args = [("name", Value::from("서버"))];
//! let message = loaded.catalog().render(&Request::new("QuotaExceeded").args(&args).range("ko"));
//! assert_eq!(message.text(), "할당량 서버를 모두 썼습니다.");
//! # Ok::<(), tolken::Error>(())
//! ```
//!
//! [`Catalog::from_dir`] reads a folder of files; the format is in `docs/FORMAT.md`. The crate
//! `tolken-derive` holds an enum of errors against such a folder when the program is compiled, and
//! `docs/FIRST-CATALOG.md` shows all of it in ten minutes.
//!
//! # Features
//!
//! * `builtin` (default): the catalog of 19 codes in six languages, [`Catalog::builtin`].
//! * `fs` (default): loading folders, [`Catalog::from_dir`].
//! * `check`: the rules of `tolken check` and the form of `tolken fmt`, for a tool, an editor or a test; the
//!   modules `check` and `format`.
//! * `jiff`: [`DateTime`]s and [`Value`]s from the types of the crate jiff.
//! * `time`: the same from the types of the crate time.
//!
//! # Not its job
//!
//! Message formats other than Fluent, translating, and choosing codes. It makes no tracking IDs and
//! sends no responses.

#![forbid(unsafe_code)]
#![deny(clippy::print_stdout, clippy::print_stderr, clippy::exit)]

#[cfg(feature = "builtin")]
#[rustfmt::skip] // compared as it was generated
mod builtin;
mod catalog;
#[cfg(feature = "check")]
pub mod check;
#[cfg(feature = "builtin")]
#[rustfmt::skip] // compared as it was generated
#[allow(clippy::elidable_lifetime_names, clippy::match_single_binding, clippy::doc_markdown, reason = "generated")]
pub mod codes;
mod encoding;
mod error;
mod fault;
mod finding;
mod findings;
#[cfg(feature = "check")]
pub mod format;
pub mod function;
mod limits;
mod locale;
pub mod localized;
pub mod lookup;
mod manifest;
mod name;
pub mod negotiation;
mod packed;
pub mod profile;
mod render;
mod slots;
mod source;
pub mod syntax;
mod template;
mod value;

pub use catalog::{Catalog, CatalogBuilder, Code, Layer, Loaded};
pub use error::Error;
pub use fault::{Fault, FaultKind};
pub use finding::{Edit, Finding, Fix, Rule, Severity};
pub use limits::Limits;
pub use localized::Localized;
pub use lookup::{
    ArgumentStatus, Index, IndexBuilder, Match, MatchArgument, MatchKind, Matches, Mode, Query,
};
pub use manifest::{Argument, ArgumentType};
pub use profile::{
    Aip193, Body, Envelope, EnvelopeError, Odata, ParseProfileError, Problem, Profile,
};
pub use render::{Answer, Marked, Message, Output, ParseOutputError, Report, Request};
pub use source::{Position, Source, Span};
pub use template::{Call, Choice, Key, Node, Operand, Template, Variant};
pub use unic_langid::LanguageIdentifier;
pub use value::{Args, Arguments, DateTime, Number, ParseDateTimeError, ParseNumberError, Value};

/// fluent-bundle's values, arguments, numbers and resources, as functions and applications use them.
pub mod fluent {
    pub use fluent_bundle::types::{FluentNumber, FluentNumberOptions, FluentType};
    pub use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

    pub use crate::value::Custom;
}

/// The README and the documents are compiled, so that what they show is true.
#[cfg(all(doctest, feature = "builtin", feature = "fs"))]
mod documents {
    #[doc = include_str!("../README.md")]
    struct Readme;
    #[doc = include_str!("../docs/DESIGN.md")]
    struct Design;
    #[doc = include_str!("../docs/FORMAT.md")]
    struct Format;
    #[doc = include_str!("../docs/LOOKUP.md")]
    struct Lookup;
    #[doc = include_str!("../docs/OUTPUTS.md")]
    struct Outputs;
    #[doc = include_str!("../docs/PROFILES.md")]
    struct Profiles;
}
