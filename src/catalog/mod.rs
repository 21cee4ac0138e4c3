//! The catalog: all codes in all locales, immutable once built.
//!
//! Owns what is asked at run time, and nothing of files: those are read into [`Layer`]s, which the
//! [`CatalogBuilder`] compiles.

mod answer;
mod assemble;
mod builder;
mod code;
mod entry;
mod former;
mod layer;
mod link;
#[cfg(feature = "fs")]
mod load;
mod lookup;
mod marked;
mod merge;
mod names;
mod parsed;
mod prebuilt;
mod report;

use std::fmt;
#[cfg(feature = "fs")]
use std::path::Path;
use std::sync::Arc;
#[cfg(feature = "builtin")]
use std::sync::OnceLock;

use unic_langid::LanguageIdentifier;

pub use self::builder::{CatalogBuilder, Loaded};
pub use self::code::Code;
pub use self::layer::Layer;
#[cfg(feature = "check")]
pub(crate) use self::layer::locale_name;
#[cfg(all(feature = "check", feature = "fs"))]
pub(crate) use self::load::{contents, size};
#[cfg(feature = "check")]
pub(crate) use self::merge::Merged;
#[cfg(feature = "check")]
pub(crate) use self::parsed::Parsed;

use self::answer::Origin;
use self::code::CodeRecord;
use self::entry::Entries;
#[cfg(feature = "fs")]
use crate::error::Error;
use crate::fault::Faults;
use crate::function::Functions;
use crate::locale::Conventions;
use crate::negotiation::{AcceptLanguage, Offered};
use crate::render::{Answer, Bounds, Message, Request};
use crate::template::{Pool, Template};

/// All codes in all locales.
///
/// Immutable, `Send + Sync`, and an [`Arc`] inside: a clone is cheap, and a thread that renders
/// never waits for another.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Request, Value};
///
/// let catalog = Catalog::builtin();
/// let args = [("hash", Value::from("44d88612fea8a8f36de82e1278abb02"))];
/// let message = catalog.render(&Request::new("InvalidHashValue").args(&args).range("ko-KR"));
/// assert_eq!(message.text(), "해시 값 44d88612fea8a8f36de82e1278abb02가 잘못되었습니다.");
/// ```
#[derive(Clone)]
pub struct Catalog(Arc<Inner>);

struct Inner {
    codes: Vec<CodeRecord>,
    entries: Entries,
    locales: Vec<LocaleTable>,
    offered: Offered,
    functions: Functions,
    bounds: Bounds,
    domain: Option<String>,
    help: Option<String>,
}

/// What a catalog holds for one locale.
struct LocaleTable {
    conventions: Conventions,
    pool: Pool,
    /// What lookup knows besides, sorted by message id.
    former: Vec<lookup::Former>,
}

impl Catalog {
    /// The catalog that comes with the library: 19 codes of a REST API in six languages, compiled
    /// on first use.
    ///
    /// # Panics
    ///
    /// Never: the files are part of the library, and its tests load them.
    #[cfg(feature = "builtin")]
    #[must_use]
    pub fn builtin() -> Catalog {
        static BUILTIN: OnceLock<Catalog> = OnceLock::new();
        BUILTIN
            .get_or_init(|| {
                let loaded = Catalog::builder().layer(Layer::builtin()).build();
                loaded
                    .expect("the built-in locales have messages")
                    .into_catalog()
            })
            .clone()
    }

    /// Loads a folder: `catalog.toml`, if there is one, and `<locale>/**/*.ftl`.
    ///
    /// What is wrong in the files is in [`Loaded::findings`]; all else is in the catalog.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read, or holds no message of any locale.
    ///
    /// # Example
    ///
    /// ```no_run
    /// use tolken::Catalog;
    ///
    /// let loaded = Catalog::from_dir("locales")?;
    /// for finding in loaded.findings() {
    ///     eprintln!("{finding}");
    /// }
    /// let catalog = loaded.into_catalog();
    /// assert!(catalog.contains("NotFound"));
    /// # Ok::<(), tolken::Error>(())
    /// ```
    #[cfg(feature = "fs")]
    pub fn from_dir(path: impl AsRef<Path>) -> Result<Loaded, Error> {
        Catalog::builder().layer(Layer::dir(path)).build()
    }

    /// Builds a catalog from layers.
    pub fn builder() -> CatalogBuilder {
        CatalogBuilder::default()
    }

    /// The locales, sorted by tag.
    #[must_use]
    pub fn locales(&self) -> &[LanguageIdentifier] {
        self.0.offered.locales()
    }

    /// The locale that translators translate from, and the last that answers.
    #[must_use]
    pub fn source_locale(&self) -> &LanguageIdentifier {
        &self.0.offered.locales()[self.0.offered.source()]
    }

    /// The codes, in the order of the manifest.
    #[must_use]
    pub fn codes(&self) -> impl ExactSizeIterator<Item = Code<'_>> {
        let Inner { codes, entries, .. } = &*self.0;
        codes.iter().map(|record| Code::new(entries, record))
    }

    /// What is known of a code, whatever the language.
    #[must_use]
    pub fn code(&self, code: &str) -> Option<Code<'_>> {
        let Inner { codes, entries, .. } = &*self.0;
        let record = entries.find(code)?.code?;
        Some(Code::new(entries, &codes[record as usize]))
    }

    /// Whether this is a code, the id of a message in some locale, or an `id.attribute`.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.0.entries.find(name).is_some()
    }

    /// Every code, message id and `id.attribute`, sorted.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.0.entries.known().collect();
        names.sort_unstable();
        names
    }

    /// The template of a code, message id or `id.attribute` in one locale; `None` when exactly
    /// this locale has none.
    #[must_use]
    pub fn template(&self, name: &str, locale: &LanguageIdentifier) -> Option<Template<'_>> {
        let index = self.locales().iter().position(|known| known == locale)?;
        let ops = self.0.entries.text(self.0.entries.find(name)?, index)?;
        Some(Template::new(&self.0.locales[index].pool, ops))
    }

    /// The arguments that a name's texts read in any locale, its action and title included, with
    /// whether a number is expected; by the manifest where it says, else by how the texts use them.
    #[must_use]
    pub fn variables(&self, name: &str) -> Vec<(&str, bool)> {
        let Some(entry) = self.0.entries.find(name) else {
            return Vec::new();
        };
        let mut variables: Vec<(&str, bool)> = Vec::new();
        for template in self.0.templates(entry) {
            for (variable, is_number) in template.variables() {
                match variables.iter_mut().find(|(known, _)| *known == variable) {
                    Some((_, known)) => *known |= is_number,
                    None => variables.push((variable, is_number)),
                }
            }
        }
        variables
    }

    /// The `domain` of the manifest.
    #[must_use]
    pub fn domain(&self) -> Option<&str> {
        self.0.domain.as_deref()
    }

    /// The link to a code's page, by the `help` of the manifest. The code is percent-encoded in it.
    #[must_use]
    pub fn help_link(&self, code: &str) -> Option<String> {
        let link = self.0.help.as_ref()?;
        Some(link::with_code(link, code))
    }

    /// The locales for an `Accept-Language` header, the best first, the source locale always among
    /// them. See [`negotiation`](crate::negotiation) for the rules.
    ///
    /// # Example
    ///
    /// ```
    /// let catalog = tolken::Catalog::builtin();
    /// let locales = catalog.negotiate("zh-TW, fr-CA;q=0.8, en;q=0.1");
    /// assert_eq!(locales[0].to_string(), "fr-FR");
    /// ```
    #[must_use]
    pub fn negotiate(&self, accept_language: &str) -> Vec<&LanguageIdentifier> {
        let header = AcceptLanguage::parse(accept_language);
        let indexes = self.0.offered.negotiate(&header);
        indexes
            .into_iter()
            .map(|index| &self.locales()[index])
            .collect()
    }

    /// The locale for one range, such as `en` or `zh-Hans`; `None` when none fits.
    #[must_use]
    pub fn match_range(&self, range: &str) -> Option<&LanguageIdentifier> {
        self.0
            .offered
            .match_tag(range)
            .map(|index| &self.locales()[index])
    }

    /// Renders a message, with its action.
    ///
    /// Total: there is a text for every request. See [`Message::faults`] for what went wrong.
    #[must_use]
    pub fn render(&self, request: &Request<'_>) -> Message {
        self.answered(request).0
    }

    /// The message, and where its text came from.
    fn answered(&self, request: &Request<'_>) -> (Message, Option<Origin<'_>>) {
        let mut text = String::new();
        let mut faults = Faults::default();
        let origin = self.0.origin(request, &mut text, &mut faults);
        let mut action = None;
        if let Some(origin) = &origin {
            let mut used = self.0.write(origin, request, &mut text, &mut faults);
            if let Some(origin) = self.0.action(origin) {
                let mut text = String::new();
                used |= self.0.write(&origin, request, &mut text, &mut faults);
                action = Some(text);
            }
            self.0.note_unused(origin, used, request, &mut faults);
        }
        let message = Message {
            code: request.name.to_owned(),
            status: self.code(request.name).and_then(Code::status),
            locale: origin.map_or_else(LanguageIdentifier::default, |origin| {
                self.locales()[origin.locale].clone()
            }),
            text,
            action,
            faults: faults.into_vec(),
        };
        (message, origin)
    }

    /// The text of a message alone, in one allocation; for a caller who wants nothing else.
    ///
    /// As total as [`render`](Self::render), which also gives the action and the faults.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::{Catalog, Request, Value};
    ///
    /// let args = [("domain", Value::from("contoso..com"))];
    /// let request = Request::new("InvalidDomainName").args(&args).range("fr");
    /// let text = Catalog::builtin().text(&request);
    /// assert_eq!(text, "Le nom de domaine contoso..com n’est pas valide.");
    /// ```
    #[must_use]
    pub fn text(&self, request: &Request<'_>) -> String {
        let mut text = String::new();
        let mut faults = Faults::default();
        if let Some(origin) = self.0.origin(request, &mut text, &mut faults) {
            text.reserve(self.0.estimate(&origin, request));
            self.0.write(&origin, request, &mut text, &mut faults);
        }
        text
    }

    /// Appends the text of a message to a buffer, without its action.
    ///
    /// As total as [`render`](Self::render), and allocates nothing but what the buffer lacks, the
    /// faults and what an application's functions need.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::{Catalog, Request, Value};
    ///
    /// let mut line = String::from("400 ");
    /// let args = [("parameter", Value::from("startTime"))];
    /// let request = Request::new("MissingRequiredParameter").args(&args).range("ko");
    /// let catalog = Catalog::builtin();
    /// let answer = catalog.write_to(&request, &mut line);
    /// assert_eq!(line, "400 필수 매개 변수 startTime이 누락되었습니다.");
    /// assert_eq!(answer.locale().unwrap().to_string(), "ko-KR");
    /// ```
    pub fn write_to(&self, request: &Request<'_>, out: &mut String) -> Answer<'_> {
        let mut faults = Faults::default();
        let origin = self.0.origin(request, out, &mut faults);
        if let Some(origin) = &origin {
            let used = self.0.write(origin, request, out, &mut faults);
            self.0.note_unused(origin, used, request, &mut faults);
        }
        Answer {
            locale: origin.map(|origin| &self.locales()[origin.locale]),
            faults: faults.into_vec(),
        }
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let locales: Vec<_> = self.locales().iter().map(ToString::to_string).collect();
        f.debug_struct("Catalog")
            .field("codes", &self.0.codes.len())
            .field("locales", &locales)
            .finish_non_exhaustive()
    }
}
