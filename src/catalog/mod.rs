//! The catalog: all codes in all locales, immutable once built.
//!
//! Owns what is asked at run time, and nothing of files: those are read into [`Layer`]s, which the
//! [`CatalogBuilder`] compiles.

mod answer;
mod assemble;
mod builder;
mod code;
mod layer;
#[cfg(feature = "fs")]
mod load;
mod lookup;
mod merge;
mod report;

use std::fmt;
#[cfg(feature = "fs")]
use std::path::Path;
use std::sync::Arc;
#[cfg(feature = "builtin")]
use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

pub use self::builder::{CatalogBuilder, Loaded};
pub use self::code::Code;
pub use self::layer::Layer;

use self::answer::Origin;
use self::code::CodeRecord;
#[cfg(feature = "fs")]
use crate::error::Error;
use crate::fault::Faults;
use crate::function::Functions;
use crate::locale::Conventions;
use crate::negotiation::{AcceptLanguage, Offered};
use crate::render::{Answer, Message, Request};
use crate::template::{Pool, Run, Template};

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
    code_index: FxHashMap<Box<str>, u32>,
    /// The places of templates by message id and `id.attribute`.
    keys: FxHashMap<Box<str>, u32>,
    /// By key, the first code whose message it belongs to.
    owners: Vec<Option<u32>>,
    /// The key of `id.action` for that of `id`.
    actions: Vec<Option<u32>>,
    /// The key of `id.title` for that of `id`.
    titles: Vec<Option<u32>>,
    locales: Vec<LocaleTable>,
    offered: Offered,
    functions: Functions,
    domain: Option<String>,
    help: Option<String>,
}

/// What a catalog holds for one locale.
struct LocaleTable {
    conventions: Conventions,
    pool: Pool,
    /// By key; a locale may have few of them, and then holds no more.
    templates: FxHashMap<u32, Run>,
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
    pub fn codes(&self) -> impl ExactSizeIterator<Item = Code<'_>> {
        self.0.codes.iter().map(Code::new)
    }

    /// What is known of a code, whatever the language.
    #[must_use]
    pub fn code(&self, code: &str) -> Option<Code<'_>> {
        self.0
            .code_index
            .get(code)
            .map(|&index| Code::new(&self.0.codes[index as usize]))
    }

    /// Whether this is a code, the id of a message in some locale, or an `id.attribute`.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.0.code_index.contains_key(name) || self.0.keys.contains_key(name)
    }

    /// Every code, message id and `id.attribute`, sorted.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let codes = self.0.code_index.keys();
        let mut names: Vec<_> = codes
            .chain(self.0.keys.keys())
            .map(|name| &**name)
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The template of a code, message id or `id.attribute` in one locale; `None` when exactly
    /// this locale has none.
    #[must_use]
    pub fn template(&self, name: &str, locale: &LanguageIdentifier) -> Option<Template<'_>> {
        let index = self.locales().iter().position(|known| known == locale)?;
        let table = &self.0.locales[index];
        let ops = table.templates.get(&self.0.target(name)?.key?)?;
        Some(Template::new(&table.pool, *ops))
    }

    /// The arguments that a name's texts read in any locale, its action and title included, with
    /// whether a number is expected; by the manifest where it says, else by how the texts use them.
    #[must_use]
    pub fn variables(&self, name: &str) -> Vec<(&str, bool)> {
        let Some(target) = self.0.target(name) else {
            return Vec::new();
        };
        let mut variables: Vec<(&str, bool)> = Vec::new();
        for template in self.0.templates(target) {
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

    /// The link to a code's page, by the `help` of the manifest.
    #[must_use]
    pub fn help_link(&self, code: &str) -> Option<String> {
        self.0
            .help
            .as_ref()
            .map(|link| link.replace("{code}", code))
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
        let target = self.0.target(request.name);
        let answer = self.0.write(target, request, &mut text, &mut faults);
        let mut action = None;
        if let Some(answer) = &answer {
            let key = answer.key as usize;
            let run = self.0.actions[key].and_then(|key| answer.table.templates.get(&key).copied());
            let mut used = answer.used;
            if let Some(run) = run {
                let mut text = String::new();
                let mut writer = self.0.writer(answer, request, &mut text, &mut faults);
                writer.write(run);
                used |= writer.used;
                action = Some(text);
            }
            self.0.note_unused(answer, used, request, &mut faults);
        }
        let message = Message {
            code: request.name.to_owned(),
            status: target
                .and_then(|target| target.record)
                .and_then(|record| record.entry.status),
            locale: answer
                .as_ref()
                .map_or_else(LanguageIdentifier::default, |answer| {
                    self.locales()[answer.locale].clone()
                }),
            text,
            action,
            faults: faults.into_vec(),
        };
        (message, answer)
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
        let target = self.0.target(request.name);
        let answer = self.0.write(target, request, out, &mut faults);
        if let Some(answer) = &answer {
            self.0
                .note_unused(answer, answer.used, request, &mut faults);
        }
        Answer {
            locale: answer.map(|answer| &self.locales()[answer.locale]),
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
