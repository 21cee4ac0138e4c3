//! Exchange: the texts of a locale as XLIFF or PO, for translators and agencies who use neither
//! Fluent nor git, and their translations back into the files.
//!
//! ```text
//! files → texts → pairs → document → xliff, po          export
//! xliff, po → incoming → plan → patch → check           import
//! ```
//!
//! Nothing here touches a disk: a command reads and writes. It is separate from the command so that
//! tests and fuzzing can do without one.

/// Writes a line to a string, which does not fail.
macro_rules! line {
    ($out:expr, $($text:tt)*) => {{
        use std::fmt::Write as _;
        _ = writeln!($out, $($text)*);
    }};
}

mod document;
mod fingerprint;
mod incoming;
mod judge;
mod patch;
mod plan;
mod plural;
mod po;
mod texts;
mod unit;
mod verify;
mod wording;
mod xliff;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context, bail};
use tolken::check::{State, Translations};
use tolken::{Catalog, LanguageIdentifier, Layer, Source};

pub(crate) use self::incoming::LONGEST;
pub use self::plan::Told;

use self::document::{Content, Outdated};
use self::incoming::{Incoming, Unreadable};
use self::patch::patch;
use self::plan::Planner;
use self::plural::Plurals;
use self::texts::{Texts, presentable};
use self::unit::{Form, Pair};
use crate::lock::lines;
use tolken::check::nearest;

/// A format that translators' tools read and write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// XLIFF 1.2
    Xliff,
    /// PO, the files of gettext
    Po,
}

/// Which texts are exported, if not all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// Those without a translation
    Missing,
    /// Those whose translation was made from another source text
    Outdated,
}

/// A catalog whose texts are exchanged.
#[derive(Debug)]
pub struct Exchange {
    layer: Layer,
    catalog: Catalog,
    /// The path of its folder, and the folder's name.
    dir: String,
    name: String,
    /// What is out of date, by the tags of the locales and the ids of the texts.
    outdated: HashMap<String, HashMap<String, Outdated>>,
}

/// What was exported.
#[derive(Debug)]
pub struct Exported {
    /// The file.
    pub text: String,
    /// The tag of the locale.
    pub locale: String,
    /// How many units there are.
    pub units: usize,
    /// How many of them have no translation.
    pub missing: usize,
    /// How many of them have one that was made from another source text.
    pub outdated: usize,
    /// What is not in it: ids, each with the reason.
    pub left_out: Vec<(String, String)>,
}

/// What an import would do.
#[derive(Debug, Default)]
pub struct Imported {
    /// The files that change, or are new.
    pub files: Vec<ImportedFile>,
    /// What was not taken, since somebody is not done with it.
    pub passed_over: Vec<Told>,
    /// What does harm; if there is any, nothing is to be written.
    pub refused: Vec<Told>,
    /// Units that say what is there already.
    pub same: usize,
    /// Units without a translation.
    pub untranslated: usize,
    /// The texts whose new translation was made of the present source text, each with its locale: once
    /// the files are written, these are up to date. One that came back as it was may not have been
    /// looked at.
    pub current: Vec<(String, String)>,
}

/// A file with a new text.
#[derive(Debug)]
pub struct ImportedFile {
    /// Its path.
    pub path: String,
    /// The name of the locale's folder.
    pub locale: String,
    /// What was there.
    pub old: Option<Source>,
    /// What is to be there.
    pub text: String,
    /// How many texts were changed.
    pub changed: usize,
    /// How many texts are new.
    pub added: usize,
}

impl Exchange {
    /// Takes the files of a folder, already read.
    ///
    /// # Errors
    ///
    /// When there is no message in them.
    pub fn new(layer: Layer, dir: &Path) -> anyhow::Result<Self> {
        let loaded = Catalog::builder().layer(layer.clone()).build();
        let loaded = loaded.map_err(|error| anyhow::anyhow!("cannot load the catalog: {error}"))?;
        let real = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
        let name = real
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        Ok(Exchange {
            layer,
            catalog: loaded.into_catalog(),
            dir: dir.display().to_string(),
            name: presentable(&name.unwrap_or_default()),
            outdated: HashMap::new(),
        })
    }

    /// With what is known of the translations: one that was made from another source text is exported
    /// as one that is to be reviewed.
    #[must_use]
    pub fn translations(mut self, translations: &Translations) -> Self {
        let mut earlier: HashMap<(String, &str), &str> = HashMap::new();
        for line in translations
            .lock()
            .into_iter()
            .flat_map(|lock| lines(lock.text()))
        {
            if let Ok(locale) = line.tag.parse::<LanguageIdentifier>() {
                let key = (locale.to_string(), line.name);
                earlier.entry(key).or_insert(line.wording);
            }
        }
        for translation in translations.all() {
            if translation.state() != State::OutOfDate {
                continue;
            }
            let (tag, name) = (translation.locale().to_string(), translation.name());
            let was = earlier.get(&(tag.clone(), name)).copied().map(presentable);
            let of_locale = self.outdated.entry(tag).or_default();
            of_locale.insert(name.to_owned(), Outdated { was });
        }
        self
    }

    /// The files, as they were read.
    #[must_use]
    pub fn layer(&self) -> &Layer {
        &self.layer
    }

    /// The texts of a locale in a format; only some of them, if so wished.
    ///
    /// # Errors
    ///
    /// When there is no such locale, or it is the source locale.
    pub fn export(
        &self,
        locale: &str,
        format: Format,
        only: Option<Only>,
    ) -> anyhow::Result<Exported> {
        let locale = &self.locale(locale)?;
        let source_locale = self.catalog.source_locale();
        let (source, target) = (self.texts(source_locale), self.texts(locale));
        let plurals = Plurals::new(locale);
        let forms = po::header(locale, &plurals);
        let content = Content {
            catalog: &self.catalog,
            source: &source,
            target: &target,
            plurals: &plurals,
            prefix: format!("{}/{}", self.name, self.folder(source_locale)),
            outdated: self.outdated.get(&locale.to_string()),
            only,
        };
        let is_unknown = format == Format::Po && forms.is_none();
        let document = content.document(source_locale.to_string(), locale.to_string(), |pair| {
            (is_unknown && pair.form == Form::Plural).then(|| {
                format!(
                    "the plural forms that gettext has for `{locale}` are not known; export XLIFF"
                )
            })
        });
        let (units, missing, outdated) = document.count();
        Ok(Exported {
            text: match format {
                Format::Xliff => xliff::write(&document),
                Format::Po => po::write(&document, forms.as_deref()),
            },
            locale: locale.to_string(),
            units,
            missing,
            outdated,
            left_out: document.left_out,
        })
    }

    /// What files would change, each given by its name and what it holds. With `force`, units whose
    /// source text has changed are taken as well.
    ///
    /// # Errors
    ///
    /// When a file cannot be read at all, or its locale is not one of the catalog.
    pub fn import(&self, files: &[(String, Vec<u8>)], force: bool) -> anyhow::Result<Imported> {
        let source = self.texts(self.catalog.source_locale());
        let mut by_locale: BTreeMap<String, Vec<(&str, Incoming)>> = BTreeMap::new();
        for (name, bytes) in files {
            let told = |error: Unreadable| match error.line {
                0 => anyhow::anyhow!("cannot read `{name}`: {error}"),
                line => anyhow::anyhow!("cannot read `{name}`, line {line}: {error}"),
            };
            for incoming in self.read(name, bytes).map_err(told)? {
                let locale = self.locale(&incoming.locale);
                let locale = locale.with_context(|| format!("cannot import `{name}`"))?;
                let incoming = (name.as_str(), incoming);
                by_locale
                    .entry(locale.to_string())
                    .or_default()
                    .push(incoming);
            }
        }
        let mut imported = Imported::default();
        for (locale, incoming) in by_locale {
            self.import_locale(
                &source,
                &self.locale(&locale)?,
                incoming,
                force,
                &mut imported,
            );
        }
        Ok(imported)
    }

    /// Reads a file: XLIFF if it begins as XML does, or else PO.
    fn read(&self, name: &str, bytes: &[u8]) -> Result<Vec<Incoming>, Unreadable> {
        let text = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
        let begins = text.trim_ascii_start().first();
        let is_po = Path::new(name)
            .extension()
            .is_some_and(|extension| extension == "po");
        if begins == Some(&b'<') && !is_po {
            return xliff::read(bytes);
        }
        let file = po::read(bytes)?;
        let locale = self.locale(&file.locale).ok();
        let plurals = Plurals::new(locale.as_ref().unwrap_or(self.catalog.source_locale()));
        Ok(vec![file.units(&plurals)])
    }

    fn import_locale(
        &self,
        source: &Texts,
        locale: &LanguageIdentifier,
        incoming: Vec<(&str, Incoming)>,
        force: bool,
        imported: &mut Imported,
    ) {
        let target = self.texts(locale);
        let plurals = Plurals::new(locale);
        let pairs: Vec<_> = Pair::all(&self.catalog, source, &target, &plurals).collect();
        let mut planner = Planner::new(&pairs, &plurals, &target, force);
        for (file, incoming) in incoming {
            planner.add(file, incoming);
        }
        let plan = planner.finish();
        imported.passed_over.extend(plan.passed_over);
        imported.refused.extend(plan.refused);
        imported.same += plan.same;
        imported.untranslated += plan.untranslated;
        let current = plan.current.iter().map(|id| (*id).to_owned());
        imported
            .current
            .extend(current.map(|id| (locale.to_string(), id)));
        match patch(source, &target, &plan.changes) {
            Ok(files) => imported.files.extend(files.into_iter().map(|file| {
                let old = file.file.map(|place| target.files[place].source.clone());
                let folder = self.folder(locale);
                let new = || format!("{}/{folder}/{}", self.dir, file.name);
                ImportedFile {
                    path: old.as_ref().map_or_else(new, |old| old.path().to_owned()),
                    locale: folder,
                    old,
                    text: file.text,
                    changed: file.changed,
                    added: file.added,
                }
            })),
            Err((id, why)) => imported.refused.push(Told {
                place: String::new(),
                id,
                why,
            }),
        }
    }

    /// The locale that a tag means, other than the source locale.
    fn locale(&self, tag: &str) -> anyhow::Result<LanguageIdentifier> {
        let shown: String = tag.chars().take(50).collect();
        // The files of a locale may have no message yet.
        let folders = self
            .layer
            .sources()
            .filter_map(|(name, _)| name.parse().ok());
        let mut locales: Vec<LanguageIdentifier> = folders.collect();
        locales.sort();
        locales.dedup();
        let parsed: Option<LanguageIdentifier> = tag.parse().ok();
        let exact = parsed.clone().filter(|locale| locales.contains(locale));
        // `fr` is fr-FR, but what was translated for fr-BE is not.
        let is_near = |near: &&LanguageIdentifier| {
            let region = parsed.as_ref().and_then(|parsed| parsed.region);
            parsed.is_some() && (region.is_none() || region == near.region)
        };
        let matched = self.catalog.match_range(tag).filter(is_near);
        let mut same = locales.iter().filter(|known| {
            let language = parsed.as_ref().map(|parsed| parsed.language);
            Some(known.language) == language
        });
        // Without a message, a locale is none that could be matched.
        let only = same.next().filter(|_| same.next().is_none());
        let near = matched.or(only.filter(is_near)).cloned();
        let source = self.catalog.source_locale();
        let Some(locale) = exact.or(near) else {
            locales.retain(|locale| locale != source);
            let tags: Vec<_> = locales.iter().map(ToString::to_string).collect();
            match nearest(tag, tags.iter().map(String::as_str)) {
                Some(near) => bail!("there is no locale `{shown}`; did you mean `{near}`?"),
                None => bail!(
                    "there is no locale `{shown}`; expected one of {}",
                    tags.join(", ")
                ),
            }
        };
        if locale == *source {
            bail!("`{locale}` is the source locale, which is translated from");
        }
        Ok(locale)
    }

    fn texts(&self, locale: &LanguageIdentifier) -> Texts {
        let folder = self.folder(locale);
        let sources = self.layer.sources();
        let own = sources.filter(|(name, _)| *name == folder);
        let prefix = Path::new(&self.dir).join(&folder);
        Texts::read(own.map(|(_, source)| {
            let name = Path::new(source.path());
            let name = name.strip_prefix(&prefix).unwrap_or(name);
            (presentable(&name.to_string_lossy()), source)
        }))
    }

    /// The name of a locale's folder.
    fn folder(&self, locale: &LanguageIdentifier) -> String {
        let mut names = self.layer.sources().map(|(name, _)| name);
        let is_it = |name: &&str| {
            name.parse()
                .is_ok_and(|known: LanguageIdentifier| known == *locale)
        };
        names
            .find(is_it)
            .map_or_else(|| locale.to_string(), str::to_owned)
    }
}
