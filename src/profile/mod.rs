//! Profiles: the wire formats of an error response. One a file.
//!
//! Owns only shapes. They are read and written by serde; which bytes carry them is the caller's.

mod envelope;

pub use self::envelope::{Envelope, EnvelopeError};
