//! The parameters of a query, by name; what they may not be is an error with their name.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use axum::http::Uri;

use super::ServiceError;
use super::error::short;

/// The query of an address.
#[derive(Clone, Copy)]
pub(crate) struct Parameters<'u>(&'u str);

impl<'u> Parameters<'u> {
    pub(crate) fn of(uri: &'u Uri) -> Self {
        Parameters(uri.query().unwrap_or_default())
    }

    /// The value of a parameter; of several, the first.
    pub(crate) fn text(self, name: &str) -> Option<Cow<'u, str>> {
        if self.0.is_empty() {
            return None;
        }
        let mut pairs = form_urlencoded::parse(self.0.as_bytes());
        pairs.find_map(|(known, value)| (known == name).then_some(value))
    }

    /// The number that a parameter is.
    pub(crate) fn number(
        self,
        parameter: &'static str,
        range: RangeInclusive<u64>,
    ) -> Result<Option<u64>, ServiceError> {
        let Some(text) = self.text(parameter) else {
            return Ok(None);
        };
        // The parser takes a sign as well.
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse().ok();
        let number = number.filter(|number| is_plain && range.contains(number));
        number.map(Some).ok_or(ServiceError::NumberOutOfRange {
            parameter,
            least: *range.start(),
            greatest: *range.end(),
        })
    }

    /// Whether a parameter is `true`.
    pub(crate) fn flag(self, parameter: &'static str) -> Result<Option<bool>, ServiceError> {
        match self.text(parameter).as_deref() {
            None => Ok(None),
            Some("true") => Ok(Some(true)),
            Some("false") => Ok(Some(false)),
            Some(value) => Err(ServiceError::UnknownValue {
                parameter,
                value: short(value),
                available: vec!["true", "false"],
            }),
        }
    }
}
