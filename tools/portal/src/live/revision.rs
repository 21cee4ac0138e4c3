//! One state of the catalog, whole and immutable: what a request is answered from.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use tolken::{Catalog, Finding, Index, Layer};

use super::files::{Content, Files};
use super::renders::Renders;
use super::words::words;

/// One state of the catalog that is served.
pub struct Revision {
    id: String,
    loaded: Timestamp,
    catalog: Catalog,
    index: Index,
    words: Catalog,
    texts: BTreeMap<String, String>,
    findings: Vec<Finding>,
    renders: Renders,
}

/// The name of a file with earlier wordings, which no client shows.
const FORMER: &str = "former.ftl";

impl Revision {
    /// Compiles what was read; counts go on from those of the revision before.
    pub(super) fn new(files: Files, before: Option<&Revision>) -> Result<Self, tolken::Error> {
        let (catalog, layer, texts, findings) = match files.content {
            Content::Layer(layer, mut findings) => {
                let texts = texts(&layer);
                // The texts of a layer are shared, not copied.
                let loaded = Catalog::builder().layer(layer.clone()).build()?;
                findings.extend_from_slice(loaded.findings());
                (loaded.into_catalog(), layer, texts, findings)
            }
            Content::Prebuilt(catalog) => (catalog, Layer::new(), BTreeMap::new(), Vec::new()),
        };
        // What only the built-in catalog says, such as `NotFound`, lies below the catalog that is served.
        let words = Catalog::builder()
            .layer(Layer::builtin())
            .layer(layer)
            .layer(tolken_axum::messages())
            .layer(words())
            .build()?;
        Ok(Revision {
            id: files.id,
            loaded: Timestamp::now(),
            index: catalog.index(),
            renders: Renders::new(&catalog, before.map(|revision| &revision.renders)),
            catalog,
            words: words.into_catalog(),
            texts,
            findings,
        })
    }

    /// The name of this state: the same for the same files, and for no others.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// When it was loaded.
    #[must_use]
    pub fn loaded(&self) -> Timestamp {
        self.loaded
    }

    /// The catalog that is served.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The index that leads from a text back to its code.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The service's own errors and words, layered over the catalog that is served.
    #[must_use]
    pub fn words(&self) -> &Catalog {
        &self.words
    }

    /// The Fluent files of a locale, one after the other, without earlier wordings; `None` for a locale
    /// that has none, and for a prebuilt catalog.
    #[must_use]
    pub fn fluent(&self, locale: &str) -> Option<&str> {
        self.texts.get(locale).map(String::as_str)
    }

    /// What is wrong in its files; everything else is served.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How often its codes were rendered.
    pub(crate) fn renders(&self) -> &Renders {
        &self.renders
    }
}

impl fmt::Debug for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Revision")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// The Fluent files of each locale, from the same reading as the catalog.
fn texts(layer: &Layer) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let rendered = |(_, source): &(&str, &tolken::Source)| !source.path().ends_with(FORMER);
    for (locale, source) in layer.sources().filter(rendered) {
        let text = texts.entry(locale.to_owned()).or_default();
        text.push_str(source.text());
        text.push('\n');
    }
    texts
}
