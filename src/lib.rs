//! x
#![forbid(unsafe_code)]

#[cfg(feature = "builtin")]
#[rustfmt::skip] // compared as it was generated
mod builtin;
mod catalog;
mod error;
mod fault;
mod finding;
pub mod function;
mod limits;
mod locale;
mod manifest;
pub mod negotiation;
mod profile;
mod render;
mod source;
pub mod syntax;
mod template;
mod value;

pub use catalog::{Catalog, CatalogBuilder, Code, Layer, Loaded};
pub use error::Error;
pub use fault::{Fault, FaultKind};
pub use finding::{Finding, Rule, Severity};
pub use limits::Limits;
pub use manifest::{Argument, ArgumentType};
pub use profile::{Envelope, EnvelopeError};
pub use render::{Answer, Message, Output, ParseOutputError, Request};
pub use source::{Position, Source, Span};
pub use template::{Call, Choice, Key, Node, Operand, Template, Variant};
pub use unic_langid::LanguageIdentifier;
pub use value::{Args, Arguments, Number, ParseNumberError, Value};

/// fluent-bundle's values, arguments and numbers, as functions and applications use them.
pub mod fluent {
    pub use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
    pub use fluent_bundle::{FluentArgs, FluentValue};
}
