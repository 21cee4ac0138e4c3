//! Rendering: from a code, arguments and a locale to a message.
//!
//! Owns the walk over a template, and nothing of where templates come from. It is total: whatever
//! it is given, there is a text, and what went wrong is a [`Fault`](crate::Fault) beside it.

mod application;
mod argument;
mod bound;
mod call;
mod choice;
mod guard;
mod marked;
mod message;
mod output;
mod report;
mod request;
mod writer;

pub use self::marked::Marked;
pub use self::message::{Answer, Message};
pub use self::output::{Output, ParseOutputError};
pub use self::report::Report;
pub use self::request::Request;

pub(crate) use self::argument::checked;
pub(crate) use self::bound::Bounds;
pub(crate) use self::request::Asked;
pub(crate) use self::writer::Writer;
