//! The files of a catalog's folder, for the commands that change them.
//!
//! It is separate from loading a catalog because those commands want texts and places, the files of
//! former wordings too, and must know when there are files that they cannot see.

use std::path::{Path, PathBuf};

use anyhow::bail;
use tolken::check::LOCK;
use tolken::syntax::{self, Resource};
use tolken::{Catalog, Finding, LanguageIdentifier, Layer, Limits, Rule, Severity, Source};

use super::meant;
use crate::{files, report};

/// A folder, as it was read.
pub(super) struct Sources {
    pub(super) dir: PathBuf,
    pub(super) manifest: Option<Source>,
    /// What the translations were made from.
    pub(super) lock: Option<Source>,
    pub(super) files: Vec<File>,
    /// The catalog that the files make.
    pub(super) catalog: Catalog,
    layer: Layer,
    findings: Vec<Finding>,
}

/// A file of a locale.
pub(super) struct File {
    pub(super) locale: LanguageIdentifier,
    /// Its path in the folder of the locale.
    pub(super) name: PathBuf,
    pub(super) is_former: bool,
    pub(super) resource: Resource,
}

impl Sources {
    /// Reads a folder.
    pub(super) fn read(dir: &Path) -> anyhow::Result<Self> {
        let limits = Limits::default();
        let read = || {
            let (layer, mut findings) = Layer::read(dir, &limits)?;
            let loaded = Catalog::builder().layer(layer.clone()).build()?;
            findings.extend_from_slice(loaded.findings());
            Ok::<_, tolken::Error>((layer, findings, loaded.into_catalog()))
        };
        let (layer, findings, catalog) = match read() {
            Ok(read) => read,
            Err(error) => match meant(dir) {
                Some(near) => bail!(
                    "cannot read the catalog: {error}; did you mean `{}`?",
                    near.display()
                ),
                None => bail!("cannot read the catalog: {error}"),
            },
        };
        let files = layer.sources().filter_map(|(locale, source)| {
            let folder = dir.join(locale);
            let path = Path::new(source.path());
            let name = path.strip_prefix(&folder).unwrap_or(path).to_owned();
            Some(File {
                locale: locale.parse().ok()?,
                is_former: path.file_name().is_some_and(|name| name == "former.ftl"),
                name,
                resource: syntax::parse(source, &limits).0,
            })
        });
        Ok(Sources {
            dir: dir.to_owned(),
            manifest: layer.manifest_source().cloned(),
            lock: files::read_if_there(&dir.join(LOCK))?,
            files: files.collect(),
            catalog,
            layer,
            findings,
        })
    }

    /// Tells what is wrong in the files, and whether any of it is an error.
    pub(super) fn tell(&self) -> bool {
        for finding in &self.findings {
            if finding.severity() > Severity::Note {
                report::finding(finding);
            }
        }
        let mut findings = self.findings.iter();
        findings.any(|finding| finding.severity() == Severity::Error)
    }

    /// Refuses a folder of which something cannot be seen: what changes every file must see all.
    pub(super) fn all_seen(&self) -> anyhow::Result<()> {
        let mut unseen = self.findings.iter().filter(|finding| {
            matches!(
                finding.rule(),
                Rule::Unreadable | Rule::Encoding | Rule::LocaleName
            )
        });
        match unseen.next() {
            None => Ok(()),
            Some(finding) => bail!("not every file can be read: {finding}"),
        }
    }

    /// The findings of the catalog with some texts in the place of others.
    pub(super) fn with(&self, changed: &[(&Source, &str)]) -> Vec<Finding> {
        let text = |source: &Source| {
            let mut changed = changed.iter();
            let own = changed.find(|(known, _)| known.path() == source.path());
            own.map_or(source.text(), |(_, text)| text).to_owned()
        };
        let mut layer = Layer::new();
        if let Some(manifest) = self.layer.manifest_source() {
            layer = layer.manifest(manifest.path(), text(manifest));
        }
        for (locale, source) in self.layer.sources() {
            layer = layer.source(locale, source.path(), text(source));
        }
        match Catalog::builder().layer(layer).build() {
            Ok(loaded) => loaded.findings().to_vec(),
            // There is no message at all, which is as it was before.
            Err(_) => Vec::new(),
        }
    }

    /// The findings of the catalog as it is.
    pub(super) fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The files of the source locale that are rendered.
    pub(super) fn of_source(&self) -> impl Iterator<Item = &File> {
        let source = self.catalog.source_locale();
        let files = self.files.iter();
        files.filter(move |file| file.locale == *source && !file.is_former)
    }
}
