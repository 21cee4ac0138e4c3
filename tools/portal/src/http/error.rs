//! What can go wrong with a request, as codes of the service's own catalog.

use axum::http::HeaderValue;
use axum::http::header::ACCESS_CONTROL_ALLOW_ORIGIN;
use axum::response::{IntoResponse, Response};
use tolken_derive::Localize;
use tolken_protocol::{Form, Kind, Refused, Unreadable};

/// How many characters of what a client sent are said back to it.
const LONGEST: usize = 80;

/// An error of the service itself; `locales/` has its texts.
#[derive(Debug, Localize)]
#[tolken(axum)]
pub(crate) enum ServiceError {
    /// The catalog that is served has no such code.
    UnknownCode { code: String },
    /// The catalog that is served has no such locale.
    UnknownLocale {
        locale: String,
        available: Vec<String>,
    },
    /// The catalog that is served has no Fluent files, since it is prebuilt.
    NoSources { locale: String },
    /// There is no such profile.
    UnknownProfile {
        profile: String,
        available: Vec<&'static str>,
    },
    /// What is percent-encoded in the path is no UTF-8.
    AddressNotUtf8,
    /// A query parameter is no number within its bounds.
    NumberOutOfRange {
        parameter: &'static str,
        least: u64,
        greatest: u64,
    },
    /// A query parameter has a value that it cannot have.
    UnknownValue {
        parameter: &'static str,
        value: String,
        available: Vec<&'static str>,
    },
    /// The body is no UTF-8.
    BodyNotUtf8 { position: usize },
    /// The body is no JSON.
    MalformedJson {
        line: usize,
        column: usize,
        detail: String,
    },
    /// The body is neither an object nor an array.
    NoObject { field: &'static str },
    /// There are too many requests in one body.
    BatchTooLarge { received: usize, allowed: usize },
    /// An object lacks a field.
    MissingField {
        field: String,
        line: usize,
        column: usize,
    },
    /// An object has a field that means nothing.
    UnknownField {
        field: String,
        line: usize,
        column: usize,
    },
    /// An object has a field twice.
    RepeatedField {
        field: String,
        line: usize,
        column: usize,
    },
    /// A value is of another type.
    WrongType {
        line: usize,
        column: usize,
        detail: String,
    },
    /// A request names two languages.
    TwoLanguages,
    /// A request asks for a form that there is not.
    UnknownForm {
        form: String,
        available: Vec<&'static str>,
    },
}

impl ServiceError {
    /// Why a body is no request; each of its objects has at least one field of this name.
    pub(crate) fn unreadable(error: &Unreadable, body: &[u8], field: &'static str) -> Self {
        if let Err(error) = str::from_utf8(body) {
            let position = error.valid_up_to() + 1;
            return ServiceError::BodyNotUtf8 { position };
        }
        let (line, column) = error.place().unwrap_or_default();
        let detail = || error.expected().unwrap_or_default().to_owned();
        match error.kind() {
            Kind::Syntax => ServiceError::MalformedJson {
                line,
                column,
                detail: detail(),
            },
            Kind::NotAnObject => ServiceError::NoObject { field },
            &Kind::TooMany { received, allowed } => {
                ServiceError::BatchTooLarge { received, allowed }
            }
            Kind::MissingField(field) => ServiceError::MissingField {
                field: short(field),
                line,
                column,
            },
            Kind::UnknownField(field) => ServiceError::UnknownField {
                field: short(field),
                line,
                column,
            },
            Kind::RepeatedField(field) => ServiceError::RepeatedField {
                field: short(field),
                line,
                column,
            },
            Kind::WrongType => ServiceError::WrongType {
                line,
                column,
                detail: format!("expected {}", detail()),
            },
        }
    }

    /// Why a request that could be read is not answered.
    pub(crate) fn refused(refused: &Refused) -> Self {
        match refused {
            Refused::TwoLanguages => ServiceError::TwoLanguages,
            Refused::UnknownForm(form) => ServiceError::UnknownForm {
                form: short(form),
                available: Form::ALL.iter().map(|form| form.name()).collect(),
            },
        }
    }
}

/// What a client sent, no longer than it need be to be known again.
pub(crate) fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// An error of a resource that pages of other origins may read: they may read why they cannot, too.
pub(crate) struct Public(pub(crate) ServiceError);

impl From<ServiceError> for Public {
    fn from(error: ServiceError) -> Self {
        Public(error)
    }
}

impl IntoResponse for Public {
    fn into_response(self) -> Response {
        let mut response = self.0.into_response();
        let everybody = HeaderValue::from_static("*");
        response
            .headers_mut()
            .insert(ACCESS_CONTROL_ALLOW_ORIGIN, everybody);
        response
    }
}
