//! A layer: a manifest and the files of some locales, not yet compiled.

#[cfg(feature = "fs")]
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use unic_langid::LanguageIdentifier;

#[cfg(feature = "fs")]
use crate::error::Error;
#[cfg(feature = "fs")]
use crate::finding::Finding;
#[cfg(feature = "fs")]
use crate::limits::Limits;
use crate::source::Source;

/// The name of the file with earlier wordings, which are looked up and never rendered.
pub(super) const FORMER: &str = "former.ftl";

/// What a catalog is built from: a manifest, if there is one, and Fluent files by locale.
///
/// Layers are stacked by the [`CatalogBuilder`](super::CatalogBuilder); a later one wins.
///
/// # Example
///
/// An application's own code beside the built-in ones, which gets a text of its own in Dutch:
///
/// ```
/// use tolken::{Catalog, Layer, Request};
///
/// let own = Layer::new()
///     .manifest("catalog.toml", "[codes.QuotaExceeded]\nstatus = 429\n")
///     .source("en-US", "quota.ftl", "QuotaExceeded = The quota is used up.\n")
///     .source("nl-NL", "quota.ftl", "QuotaExceeded = Het quotum is verbruikt.\n");
/// let loaded = Catalog::builder().layer(Layer::builtin()).layer(own).build()?;
/// let message = loaded.catalog().render(&Request::new("QuotaExceeded").range("nl"));
/// assert_eq!(message.text(), "Het quotum is verbruikt.");
/// assert_eq!(message.status(), Some(429));
/// assert!(loaded.catalog().contains("NotFound"));
/// # Ok::<(), tolken::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Layer {
    pub(super) files: Files,
    /// A folder to be read; the files above are put beside what is found there.
    #[cfg(feature = "fs")]
    pub(super) dir: Option<PathBuf>,
    /// What takes the place of files in the folder.
    #[cfg(feature = "fs")]
    pub(super) unsaved: Vec<Source>,
}

/// The files of a layer.
#[derive(Clone, Debug, Default)]
pub(super) struct Files {
    pub(super) manifest: Option<Source>,
    /// With the name of the locale's folder.
    pub(super) sources: Vec<(String, Source)>,
}

impl Layer {
    /// An empty layer, to be filled with texts.
    #[must_use]
    pub fn new() -> Self {
        Layer::default()
    }

    /// The built-in catalog.
    #[cfg(feature = "builtin")]
    #[must_use]
    pub fn builtin() -> Self {
        let (path, manifest) = crate::builtin::MANIFEST;
        let layer = Layer::new().manifest(path, manifest);
        crate::builtin::SOURCES
            .iter()
            .fold(layer, |layer, (locale, path, text)| {
                layer.source(locale, *path, *text)
            })
    }

    /// A folder: `catalog.toml`, if there is one, and `<locale>/**/*.ftl`. It is read when the
    /// catalog is built; only then can it fail.
    ///
    /// A folder is a locale when its name is a language tag whose language has two or three
    /// letters. `former.ftl` holds earlier wordings, which are never rendered.
    #[cfg(feature = "fs")]
    #[must_use]
    pub fn dir(path: impl AsRef<Path>) -> Self {
        Layer {
            dir: Some(path.as_ref().to_owned()),
            ..Layer::default()
        }
    }

    /// With the text of a file in the folder as an editor has it, saved or not: the file's own is not
    /// read, and there may be no such file yet. The path begins with the folder's; a file that the
    /// folder would not be asked for is not added to it.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::{Catalog, Layer, Request, Source};
    ///
    /// let open = Source::new("locales/sv-SE/errors.ftl", "NotFound = Finns inte.\n");
    /// let layer = Layer::dir("locales").unsaved(open);
    /// let loaded = Catalog::builder().layer(layer).build()?;
    /// let message = loaded.catalog().render(&Request::new("NotFound").range("sv"));
    /// assert_eq!(message.text(), "Finns inte.");
    /// # Ok::<(), tolken::Error>(())
    /// ```
    #[cfg(feature = "fs")]
    #[must_use]
    pub fn unsaved(mut self, source: Source) -> Self {
        self.unsaved.push(source);
        self
    }

    /// Reads a folder at once, for a tool that works on the files themselves. What could not be read
    /// is in the findings, and the files are in [`sources`](Self::sources).
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    #[cfg(feature = "fs")]
    pub fn read(path: impl AsRef<Path>, limits: &Limits) -> Result<(Self, Vec<Finding>), Error> {
        let (files, findings) = super::load::read_dir(path.as_ref(), &[], limits, 0)?;
        let layer = Layer {
            files,
            ..Layer::default()
        };
        Ok((layer, findings))
    }

    /// The manifest, where it was given as a text or has been read.
    #[must_use]
    pub fn manifest_source(&self) -> Option<&Source> {
        self.files.manifest.as_ref()
    }

    /// The Fluent files that were given as texts or have been read, each with the name of its
    /// locale, in their order.
    #[must_use]
    pub fn sources(&self) -> impl ExactSizeIterator<Item = (&str, &Source)> {
        let sources = self.files.sources.iter();
        sources.map(|(locale, source)| (locale.as_str(), source))
    }

    /// With a manifest; the path is shown in findings. It takes the place of one in the folder.
    #[must_use]
    pub fn manifest(mut self, path: impl Into<String>, text: impl Into<String>) -> Self {
        self.files.manifest = Some(Source::new(path, text));
        self
    }

    /// With a Fluent file of a locale; the path is shown in findings.
    ///
    /// A locale that is not a language tag is a finding, and its file is left out. One named
    /// `former.ftl` holds earlier wordings, each an attribute of its message: `.w1`, `.action-w1`.
    #[must_use]
    pub fn source(
        mut self,
        locale: &str,
        path: impl Into<String>,
        text: impl Into<String>,
    ) -> Self {
        self.files
            .sources
            .push((locale.to_owned(), Source::new(path, text)));
        self
    }

    /// With a resource of fluent-bundle as a file of a locale; the path is shown in findings.
    ///
    /// Its text is parsed again, so that findings and templates have their places, and what
    /// fluent-bundle had left out as junk is found.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::fluent::FluentResource;
    /// use tolken::{Catalog, Layer, Request};
    ///
    /// let text = "QuotaExceeded = 할당량을 모두 썼습니다.\n";
    /// let resource = FluentResource::try_new(text.to_owned()).expect("it is Fluent");
    ///
    /// let layer = Layer::new().resource("ko-KR", "quota.ftl", &resource);
    /// let loaded = Catalog::builder().layer(layer).build()?;
    /// let message = loaded.catalog().render(&Request::new("QuotaExceeded"));
    /// assert_eq!(message.text(), "할당량을 모두 썼습니다.");
    /// # Ok::<(), tolken::Error>(())
    /// ```
    #[must_use]
    pub fn resource(
        self,
        locale: &str,
        path: impl Into<String>,
        resource: &FluentResource,
    ) -> Self {
        self.source(locale, path, resource.source())
    }
}

/// Reads the name of a locale's folder: a language tag whose language has two or three letters, so
/// that `locales/templates` is none.
pub(crate) fn locale_name(name: &str) -> Option<LanguageIdentifier> {
    let locale: LanguageIdentifier = name.parse().ok()?;
    let is_locale = matches!(locale.language.as_str().len(), 2 | 3)
        && name
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_alphabetic());
    (is_locale && locale.language.as_str() != "und").then_some(locale)
}
