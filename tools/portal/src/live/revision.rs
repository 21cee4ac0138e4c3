//! One state of the catalog, whole and immutable: what a request is answered from.

use std::collections::BTreeMap;
use std::{fmt, fs};

use anyhow::Context;
use sha2::{Digest, Sha256};
use tolken::{Catalog, Finding, Index, Layer, Limits};

use super::Origin;
use super::words::words;

/// One state of the catalog that is served.
pub struct Revision {
    id: String,
    catalog: Catalog,
    index: Index,
    words: Catalog,
    texts: BTreeMap<String, String>,
    findings: Vec<Finding>,
}

/// The name of a file with earlier wordings, which no client shows.
const FORMER: &str = "former.ftl";

impl Revision {
    /// Reads and compiles what lies at an origin.
    pub(crate) fn load(origin: &Origin) -> anyhow::Result<Self> {
        match origin {
            Origin::Builtin => Self::of_layer(Layer::builtin(), Vec::new()),
            Origin::Folder(path) => {
                let (layer, findings) = Layer::read(path, &Limits::default())?;
                Self::of_layer(layer, findings).with_context(|| format!("cannot load {origin}"))
            }
            Origin::Prebuilt(path) => {
                let bytes = fs::read(path).with_context(|| format!("cannot read {origin}"))?;
                let catalog = Catalog::from_prebuilt(&bytes)
                    .with_context(|| format!("cannot load {origin}"))?;
                let id = id(|hash| hash.update(&bytes));
                Self::new(id, catalog, Layer::new(), BTreeMap::new(), Vec::new())
            }
        }
    }

    fn of_layer(layer: Layer, mut findings: Vec<Finding>) -> anyhow::Result<Self> {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        let id = id(|hash| {
            let manifest = layer.manifest_source().map(|source| ("", source));
            for (locale, source) in manifest.into_iter().chain(layer.sources()) {
                for part in [locale, source.path(), source.text()] {
                    hash.update((part.len() as u64).to_le_bytes());
                    hash.update(part);
                }
            }
        });
        for (locale, source) in layer.sources() {
            if !source.path().ends_with(FORMER) {
                let text = texts.entry(locale.to_owned()).or_default();
                text.push_str(source.text());
                text.push('\n');
            }
        }
        let loaded = Catalog::builder().layer(layer.clone()).build()?;
        findings.extend_from_slice(loaded.findings());
        Self::new(id, loaded.into_catalog(), layer, texts, findings)
    }

    fn new(
        id: String,
        catalog: Catalog,
        layer: Layer,
        texts: BTreeMap<String, String>,
        findings: Vec<Finding>,
    ) -> anyhow::Result<Self> {
        // What only the built-in catalog says, such as `NotFound`, lies below the catalog that is served.
        let words = Catalog::builder()
            .layer(Layer::builtin())
            .layer(layer)
            .layer(tolken_axum::messages())
            .layer(words())
            .build()?;
        Ok(Revision {
            id,
            index: catalog.index(),
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
}

impl fmt::Debug for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Revision")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// The first half of a SHA-256, in hexadecimal digits.
fn id(update: impl FnOnce(&mut Sha256)) -> String {
    let mut hash = Sha256::new();
    update(&mut hash);
    let digits = hash.finalize();
    let half = digits.iter().take(16);
    half.fold(String::new(), |id, byte| format!("{id}{byte:02x}"))
}
