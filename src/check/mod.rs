//! `tolken check`: what is wrong in a catalog's files beyond what loading must know.
//!
//! Owns the rules, one a file, in five groups, and their registry; the command, an editor or a test
//! shares them through [`Checker`]. Rules of one language are data, so that a linguist can add one
//! without Rust; `docs/RULES.md` describes them all. It is separate from loading because a service
//! that starts has no time for style.

mod allow;
mod catalog;
mod engine;
mod files;
mod fix;
mod fluent;
mod language;
mod nearest;
mod parity;
mod registry;
mod settings;
mod shape;
mod text;

#[cfg(feature = "fs")]
use std::path::Path;

pub use self::fix::{edits, fixed};
pub use self::fluent::plural_categories;
pub use self::registry::{Group, RuleInfo, rules};

use unic_langid::LanguageIdentifier;

use self::settings::Settings;
#[cfg(feature = "fs")]
use crate::catalog::locale_name;
use crate::catalog::{Catalog, CatalogBuilder, Layer};
use crate::error::Error;
use crate::finding::{Finding, Severity};
use crate::findings::Findings;
use crate::limits::Limits;
use crate::source::Source;
use crate::syntax::Resource;

/// The name of the settings in a folder of locales.
#[cfg(feature = "fs")]
const SETTINGS: &str = "check.toml";

/// Checks the files of a catalog.
///
/// # Example
///
/// ```
/// use tolken::check::Checker;
/// use tolken::Layer;
///
/// let layer = Layer::new()
///     .source("en-US", "en-US/errors.ftl", "InvalidUrl = URL { $url } is invalid.\n")
///     .source("fr-FR", "fr-FR/errors.ftl", "InvalidUrl = L’URL { $ulr } n’est pas valide.\n");
/// let checked = Checker::new().layer(layer).run()?;
/// let finding = &checked.findings()[0];
/// assert_eq!(finding.rule_id(), "unknown-argument");
/// assert_eq!(finding.help(), Some("did you mean `$url`?"));
/// # Ok::<(), tolken::Error>(())
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct Checker {
    builder: CatalogBuilder,
    limits: Limits,
    settings: Vec<(Source, Vec<Finding>)>,
    against: Option<Catalog>,
    /// Locales that should have messages.
    expected: Vec<LanguageIdentifier>,
}

/// What was found, and what it was found in.
#[derive(Debug)]
pub struct Checked {
    findings: Vec<Finding>,
    catalog: Option<Catalog>,
    files: Vec<(LanguageIdentifier, Resource)>,
    manifests: Vec<Source>,
}

impl Checked {
    /// All findings, sorted by path and place.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The same, to be kept.
    #[must_use]
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// The catalog that the files make, as far as they can be read; `None` when they hold no message.
    #[must_use]
    pub fn catalog(&self) -> Option<&Catalog> {
        self.catalog.as_ref()
    }

    /// The Fluent files as they were read, in the order of the layers; those of earlier wordings
    /// after all others of their layer.
    pub fn files(&self) -> impl Iterator<Item = (&LanguageIdentifier, &Resource)> {
        self.files
            .iter()
            .map(|(locale, resource)| (locale, resource))
    }

    /// The manifests that were read, in the order of the layers.
    pub fn manifests(&self) -> impl Iterator<Item = &Source> {
        self.manifests.iter()
    }

    /// Whether there is no error and no warning; notes are worth knowing, and no more.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        let mut findings = self.findings.iter();
        findings.all(|finding| finding.severity() == Severity::Note)
    }
}

impl Checker {
    /// Without anything to check yet.
    pub fn new() -> Self {
        Checker::default()
    }

    /// With a layer on top of those before.
    pub fn layer(mut self, layer: Layer) -> Self {
        self.builder = self.builder.layer(layer);
        self
    }

    /// With a folder as a layer, and its settings, `check.toml`, if there are any.
    ///
    /// # Errors
    ///
    /// When there are settings that cannot be read. Whether the folder can is known only when it
    /// is checked.
    #[cfg(feature = "fs")]
    pub fn dir(self, path: impl AsRef<Path>) -> Result<Self, Error> {
        self.dir_with(path, Vec::new())
    }

    /// The same, with the texts of some of its files as an editor has them, saved or not; see
    /// [`Layer::unsaved`].
    ///
    /// # Errors
    ///
    /// When there are settings that cannot be read.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::Source;
    /// use tolken::check::Checker;
    ///
    /// let open = Source::new("locales/nl-NL/new.ftl", "NotFound = Niet gevonden.\n");
    /// let checked = Checker::new().dir_with("locales", vec![open])?.run()?;
    /// assert_eq!(checked.findings()[0].rule_id(), "duplicate-id");
    /// # Ok::<(), tolken::Error>(())
    /// ```
    #[cfg(feature = "fs")]
    pub fn dir_with(self, path: impl AsRef<Path>, unsaved: Vec<Source>) -> Result<Self, Error> {
        let path = path.as_ref();
        let file = path.join(SETTINGS);
        let is_settings = |source: &&Source| Path::new(source.path()) == file;
        let settings = unsaved.iter().find(is_settings).cloned();
        let layer = unsaved.into_iter().fold(Layer::dir(path), Layer::unsaved);
        let mut checker = self.layer(layer);
        // A folder that cannot be read is told when it is checked.
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            let is_folder = entry.path().is_dir();
            let locale = entry.file_name().to_str().and_then(locale_name);
            checker.expected.extend(locale.filter(|_| is_folder));
        }
        checker.expected.sort();
        if let Some(settings) = settings {
            checker.settings.push((settings, Vec::new()));
            return Ok(checker);
        }
        match std::fs::read(&file) {
            Ok(bytes) if bytes.len() <= checker.limits.file_bytes => {
                let shown = file.display().to_string();
                checker.settings.push(Source::from_bytes(shown, bytes));
            }
            Ok(_) => {
                let cause = std::io::Error::other("it is longer than a file may be");
                return Err(Error::io(&file, cause));
            }
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {}
            Err(cause) => return Err(Error::io(&file, cause)),
        }
        Ok(checker)
    }

    /// With settings; the path is shown in findings. They take the place of earlier ones.
    pub fn settings(mut self, path: impl Into<String>, text: impl Into<String>) -> Self {
        self.settings = vec![(Source::new(path, text), Vec::new())];
        self
    }

    /// With a locale that should have messages, whether there is a file of it or not. Those of the
    /// folders in a folder are known.
    pub fn locale(mut self, locale: LanguageIdentifier) -> Self {
        self.expected.push(locale);
        self
    }

    /// With the catalog as it was released, so that what is gone since is found.
    pub fn against(mut self, released: Catalog) -> Self {
        self.against = Some(released);
        self
    }

    /// With a function that messages may call, as [`CatalogBuilder::function`] takes it.
    pub fn function<F>(mut self, name: impl Into<String>, function: F) -> Self
    where
        F: for<'a> Fn(
                &[fluent_bundle::FluentValue<'a>],
                &fluent_bundle::FluentArgs<'_>,
            ) -> fluent_bundle::FluentValue<'a>
            + Send
            + Sync
            + 'static,
    {
        self.builder = self.builder.function(name, function);
        self
    }

    /// With other limits than the default ones.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self.builder = self.builder.limits(limits);
        self
    }

    /// Reads the files and checks them.
    ///
    /// # Errors
    ///
    /// When a folder cannot be read, or there is nothing in it to check.
    pub fn run(self) -> Result<Checked, Error> {
        let mut found = Findings::new(&self.limits);
        let mut settings = Settings::default();
        if let Some((source, findings)) = self.settings.last() {
            found.extend(findings.iter().cloned());
            settings = Settings::read(source, &mut found);
        }
        let mut allowances = Vec::new();
        let (findings, layers, catalog) =
            self.builder.examine(|layers, merged, catalog, findings| {
                allowances = allow::allowances(layers);
                engine::run(
                    &engine::Input {
                        layers,
                        merged,
                        catalog,
                        settings: &settings,
                        against: self.against.as_ref(),
                        expected: &self.expected,
                    },
                    findings,
                );
            })?;
        found.append(findings);
        let findings = allow::apply(found.into_vec(), allowances, &settings, &self.limits);
        let mut checked = Checked {
            findings,
            catalog,
            files: Vec::new(),
            manifests: Vec::new(),
        };
        for layer in layers {
            let manifest = layer.manifest.map(|(source, _)| source);
            checked.manifests.extend(manifest);
            checked.files.extend(layer.resources);
            checked.files.extend(layer.former);
        }
        Ok(checked)
    }
}
