//! Whose language it is.

use std::ops::Deref;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use tolken::LanguageIdentifier;

use crate::localization::Asked;

/// The locales of the catalog that the caller wants, the best first, the source locale last.
///
/// # Example
///
/// ```
/// use tolken_axum::Locales;
///
/// async fn greeting(locales: Locales) -> &'static str {
///     match locales[0].language.as_str() {
///         "ko" => "안녕하세요",
///         "sv" => "Hej",
///         _ => "Hello",
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locales(pub(crate) Vec<LanguageIdentifier>);

impl Deref for Locales {
    type Target = [LanguageIdentifier];

    fn deref(&self) -> &[LanguageIdentifier] {
        &self.0
    }
}

impl<S: Sync> FromRequestParts<S> for Locales {
    type Rejection = (StatusCode, &'static str);

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let asked = parts.extensions.get::<Arc<Asked>>();
        let locales = asked.map(|asked| asked.locales().clone());
        let missing = "expected the layer `tolken_axum::Localization` around the router";
        locales.ok_or((StatusCode::INTERNAL_SERVER_ERROR, missing))
    }
}
