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
        let locales = &self.locales[locale];
        let faults = match message {
            Message::Plain => self
                .catalog
                .write_to(&Request::new("NotFound").locales(locales), out),
            Message::Text(url) => {
                let args = [("url", Value::from(url))];
                self.catalog.write_to(
                    &Request::new("InvalidUrl").args(&args).locales(locales),
                    out,
                )
            }
            Message::Integers(received, allowed) => {
                let args = [
                    ("received", Value::from(received)),
                    ("allowed", allowed.into()),
                ];
                let request = Request::new("MaximumBatchSizeExceeded").args(&args);
                self.catalog.write_to(&request.locales(locales), out)
            }
            Message::Plural(allowed) => {
                let args = [("allowed", Value::from(allowed))];
                let request = Request::new("MaximumBatchSizeExceeded.action").args(&args);
                self.catalog.write_to(&request.locales(locales), out)
            }
        };
        debug_assert!(faults.faults().is_empty());
        read(out)
    }
}
