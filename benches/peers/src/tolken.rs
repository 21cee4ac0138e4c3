//! tolken, from its built-in catalog.

use tolken::{Catalog, LanguageIdentifier, Request, Value};

use crate::{LOCALES, Message, Peer};

/// The catalog, and the locales as a service would keep them.
pub struct Tolken {
    catalog: Catalog,
    locales: Vec<[LanguageIdentifier; 1]>,
}

impl Tolken {
    /// With a catalog that has the built-in locales.
    ///
    /// # Panics
    ///
    /// Never: [`LOCALES`] are language tags.
    #[must_use]
    pub fn new(catalog: Catalog) -> Self {
        let locales = LOCALES
            .iter()
            .map(|tag| [tag.parse().expect("a locale")])
            .collect();
        Tolken { catalog, locales }
    }

    /// Hands the request for a message to `answer`.
    fn ask<R>(
        &self,
        locale: usize,
        message: Message<'_>,
        answer: impl FnOnce(&Catalog, &Request<'_>) -> R,
    ) -> R {
        let request = Request::new(match message {
            Message::Plain => "NotFound",
            Message::Text(_) => "InvalidUrl",
            Message::Integers(..) => "MaximumBatchSizeExceeded",
            Message::Plural(_) => "MaximumBatchSizeExceeded.action",
        });
        let request = request.locales(&self.locales[locale]);
        match message {
            Message::Plain => answer(&self.catalog, &request),
            Message::Text(url) => {
                let args = [("url", Value::from(url))];
                answer(&self.catalog, &request.args(&args))
            }
            Message::Integers(received, allowed) => {
                let args = [
                    ("received", Value::from(received)),
                    ("allowed", allowed.into()),
                ];
                answer(&self.catalog, &request.args(&args))
            }
            Message::Plural(allowed) => {
                let args = [("allowed", Value::from(allowed))];
                answer(&self.catalog, &request.args(&args))
            }
        }
    }

    /// The text of a message as a string of its own.
    #[must_use]
    pub fn text(&self, locale: usize, message: Message<'_>) -> String {
        self.ask(locale, message, Catalog::text)
    }
}

impl Peer for Tolken {
    const NAME: &'static str = "tolken";

    fn load() -> Self {
        Tolken::new(Catalog::builtin())
    }

    fn render<R>(
        &self,
        locale: usize,
        message: Message<'_>,
        out: &mut String,
        read: impl FnOnce(&str) -> R,
    ) -> R {
        out.clear();
        self.ask(locale, message, |catalog, request| {
            let answer = catalog.write_to(request, out);
            debug_assert!(answer.faults().is_empty());
        });
        read(out)
    }
}
