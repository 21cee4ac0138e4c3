//! A header to the locales that answer it.

use serde::{Deserialize, Serialize};
use tolken::Catalog;

use crate::Text;

/// Asks which locales answer a header.
#[derive(Clone, Debug, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a JSON object that has an `accept_language`"
)]
pub struct NegotiateRequest<'r> {
    /// A header `Accept-Language`, as a browser sends it.
    #[serde(borrow)]
    pub accept_language: Text<'r>,
}

/// The locales that answer a header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NegotiateAnswer {
    /// The best first, the source locale always among them.
    #[cfg_attr(feature = "schema", schema(examples(json!(["fr-FR", "en-US"]))))]
    pub locales: Vec<String>,
}

impl NegotiateRequest<'_> {
    /// The locales of a catalog that answer it.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken_protocol::NegotiateRequest;
    ///
    /// let request = NegotiateRequest { accept_language: "zh-TW, fr-CA;q=0.8".into() };
    /// let answer = request.answer(&tolken::Catalog::builtin());
    /// assert_eq!(answer.locales, ["fr-FR", "en-US"]);
    /// ```
    #[must_use]
    pub fn answer(&self, catalog: &Catalog) -> NegotiateAnswer {
        let locales = catalog.negotiate(&self.accept_language);
        NegotiateAnswer {
            locales: locales.into_iter().map(ToString::to_string).collect(),
        }
    }
}
