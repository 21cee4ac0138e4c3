//! What lies at an origin, read once and not yet compiled.
//!
//! Separate from the [`Revision`](super::Revision), since most of what is read turns out to be what is served
//! already, and then there is nothing to compile.

use std::fs;

use sha2::{Digest, Sha256};
use tolken::{Catalog, Finding, Layer, Limits};

use super::Origin;
use super::refused::Reason;

/// What lies at an origin, with the name of its content.
pub(super) struct Files {
    pub(super) id: String,
    pub(super) content: Content,
}

/// What was read.
pub(super) enum Content {
    /// Texts, and what was wrong with reading them.
    Layer(Layer, Vec<Finding>),
    /// A prebuilt catalog.
    Prebuilt(Catalog),
}

/// How often is read until the same is found twice.
const READINGS: usize = 8;

impl Files {
    /// Reads all that lies at an origin until two readings are the same. So what is read is never half of one
    /// state and half of the next, when a link is changed in the middle of reading.
    pub(super) fn read_settled(origin: &Origin) -> Result<Self, Reason> {
        let mut files = Self::read(origin);
        for _ in 1..READINGS {
            let again = Self::read(origin);
            let id = |files: &Result<Self, Reason>| files.as_ref().ok().map(|it| it.id.clone());
            let is_same = id(&files) == id(&again);
            files = again;
            if is_same {
                break;
            }
        }
        files
    }

    /// Reads all that lies at an origin.
    pub(super) fn read(origin: &Origin) -> Result<Self, Reason> {
        match origin {
            Origin::Builtin => Ok(Self::of_layer(Layer::builtin(), Vec::new())),
            Origin::Folder(path) => {
                let (layer, findings) = Layer::read(path, &Limits::default())?;
                Ok(Self::of_layer(layer, findings))
            }
            Origin::Prebuilt(path) => {
                let bytes = fs::read(path)?;
                let catalog = Catalog::from_prebuilt(&bytes)?;
                let id = id(|hash| hash.update(&bytes));
                let content = Content::Prebuilt(catalog);
                Ok(Files { id, content })
            }
        }
    }

    fn of_layer(layer: Layer, findings: Vec<Finding>) -> Self {
        let id = id(|hash| {
            let mut add = |parts: [&str; 3]| {
                for part in parts {
                    hash.update((part.len() as u64).to_le_bytes());
                    hash.update(part);
                }
            };
            if let Some(source) = layer.manifest_source() {
                add(["", source.path(), source.text()]);
            }
            for (locale, source) in layer.sources() {
                add([locale, source.path(), source.text()]);
            }
            // A file that cannot be read is not as if there were none.
            for finding in &findings {
                add([
                    finding.rule_id(),
                    finding.source().path(),
                    finding.message(),
                ]);
            }
        });
        Files {
            id,
            content: Content::Layer(layer, findings),
        }
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
