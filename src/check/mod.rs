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
mod likeness;
mod lock;
mod nearest;
mod parity;
mod progress;
mod registry;
mod settings;
mod shape;
mod text;

#[cfg(feature = "fs")]
use std::path::Path;

pub use self::fix::{edits, fixed};
pub use self::fluent::plural_categories;
pub use self::lock::{Confirmation, LOCK, State, Translation, Translations};
/// For the command, which asks the same of what is typed there.
#[doc(hidden)]
pub use self::nearest::nearest;
pub use self::progress::Progress;
pub use self::registry::{Group, RuleInfo, rules};

use unic_langid::LanguageIdentifier;

use self::lock::Lock;
use self::settings::Settings;
use crate::catalog::{Catalog, CatalogBuilder, Layer, Merged, Parsed};
#[cfg(feature = "fs")]
use crate::catalog::{contents, locale_name, size};
use crate::error::Error;
use crate::finding::{Finding, Rule, Severity};
use crate::findings::Findings;
use crate::limits::Limits;
use crate::source::Source;
#[cfg(feature = "fs")]
use crate::source::Span;
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
    lock: Option<(Source, Vec<Finding>)>,
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
    progress: Vec<Progress>,
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

    /// How far each locale is, by its tag.
    #[must_use]
    pub fn progress(&self) -> &[Progress] {
        &self.progress
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

    /// With a folder as a layer, and its settings, `check.toml`, and its lock, `source.lock`, if
    /// there are any.
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
        checker.lock = read_lock(&path.join(LOCK), &checker.limits).or(checker.lock);
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

    /// With a lock; the path is shown in findings. It takes the place of an earlier one.
    pub fn lock(mut self, path: impl Into<String>, text: impl Into<String>) -> Self {
        self.lock = Some((Source::new(path, text), Vec::new()));
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
        let settings = self.read_settings(&mut found);
        let lock = self.read_lock(&mut found);
        let mut allowances = Vec::new();
        let mut progress = Vec::new();
        let limits = self.limits;
        let (findings, layers, catalog) =
            self.examine(&settings, lock.as_ref(), |input, findings| {
                allowances = allow::allowances(input.layers);
                progress = engine::run(input, findings);
            })?;
        found.append(findings);
        progress.sort_by_key(|progress| progress.locale().to_string());
        let findings = allow::apply(found.into_vec(), allowances, &settings, &limits);
        let mut checked = Checked {
            findings,
            progress,
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

    /// Reads the files, and holds every translation against the lock.
    ///
    /// # Errors
    ///
    /// When a folder cannot be read, or there is nothing in it to check.
    pub fn translations(self) -> Result<Translations, Error> {
        let mut found = Findings::new(&self.limits);
        let lock = self.read_lock(&mut found);
        let mut all = Vec::new();
        let settings = Settings::default();
        let (findings, ..) = self.examine(&settings, lock.as_ref(), |input, _| {
            all = engine::translations(input);
        })?;
        // What lies in a folder of another name may be what seems to be gone.
        let is_left_out = |finding: &Finding| {
            finding.severity() == Severity::Error || finding.rule() == Rule::LocaleName
        };
        let is_whole = !findings.into_vec().iter().any(is_left_out);
        Ok(Translations::new(all, lock, found.into_sorted(), is_whole))
    }

    fn examine(
        self,
        settings: &Settings,
        lock: Option<&Lock>,
        see: impl FnOnce(&engine::Input<'_>, &mut Findings),
    ) -> Result<(Findings, Vec<crate::catalog::Parsed>, Option<Catalog>), Error> {
        let show = |layers: &[Parsed],
                    merged: &Merged<'_>,
                    catalog: Option<&Catalog>,
                    findings: &mut Findings| {
            let input = engine::Input {
                layers,
                merged,
                catalog,
                settings,
                against: self.against.as_ref(),
                lock,
                expected: &self.expected,
            };
            see(&input, findings);
        };
        self.builder.examine(show)
    }

    fn read_settings(&self, findings: &mut Findings) -> Settings {
        let Some((source, found)) = self.settings.last() else {
            return Settings::default();
        };
        findings.extend(found.iter().cloned());
        Settings::read(source, findings)
    }

    fn read_lock(&self, findings: &mut Findings) -> Option<Lock> {
        let (source, found) = self.lock.as_ref()?;
        findings.extend(found.iter().cloned());
        Some(Lock::read(source, findings))
    }
}

/// A lock, and what is wrong with its bytes; `None` when there is none. It cannot be split as
/// messages can, so it may be as long as all of them.
#[cfg(feature = "fs")]
fn read_lock(file: &Path, limits: &Limits) -> Option<(Source, Vec<Finding>)> {
    let most = limits.total_bytes.min(1 << 30);
    let shown = file.display().to_string();
    let left_out = |message: String, help: &str| {
        let source = Source::new(shown.clone(), "");
        let finding = Finding::new(Rule::Unreadable, &source, Span::default());
        let finding = finding.with_message(message).with_help(help);
        Some((source, vec![finding]))
    };
    match size(file).and_then(|_| contents(file, most)) {
        Ok(bytes) if bytes.len() <= most => Some(Source::from_bytes(shown, bytes)),
        Ok(_) => left_out(
            format!("the lock is longer than {most} bytes"),
            "remove what is not needed; it was left out",
        ),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => None,
        Err(cause) => left_out(
            format!("the lock cannot be read: {cause}"),
            "see that it can be opened; it was left out",
        ),
    }
}
