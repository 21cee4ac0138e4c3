//! What the API and the pages share: whose language, errors of the service itself, headers.

mod answer;
mod body;
mod caller;
mod encoding;
mod error;
mod language;
mod parameters;
mod security;

pub(crate) use self::answer::Answer;
pub(crate) use self::body::JsonBody;
pub(crate) use self::caller::Caller;
pub(crate) use self::encoding::Fixed;
pub(crate) use self::error::{Public, ServiceError, short};
pub(crate) use self::language::chosen_language;
pub(crate) use self::parameters::Parameters;
pub(crate) use self::security::security_headers;
