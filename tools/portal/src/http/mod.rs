//! What the API and the pages share: whose language, errors of the service itself, headers.

mod error;
mod language;
mod security;

pub(crate) use self::error::ServiceError;
pub(crate) use self::language::chosen_language;
pub(crate) use self::security::security_headers;
