//! Which catalog a type is held against, and reading it.
//!
//! Owns the way from a `Cargo.toml` to a catalog. The manifest and the source locale are read, and
//! nothing else: what a code and its arguments are does not depend on a translation, and whoever
//! translates should not make others compile.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use proc_macro2::Span;
use serde::Deserialize;
use syn::LitStr;
use tolken::{Catalog, Finding, LanguageIdentifier, Layer, Limits, Severity};

use crate::places::Places;

/// The name of the manifest in a folder of locales, and of earlier wordings beside messages.
const MANIFEST: &str = "catalog.toml";
const FORMER: &str = "former.ftl";

/// How deep folders may lie in a locale's folder, as the library has it.
const MAX_DEPTH: usize = 8;

/// How many catalogs are kept; a crate has one or two.
const KEPT: usize = 8;

/// A catalog to hold types against.
pub(crate) struct Known {
    pub(crate) catalog: Catalog,
    /// Every file that was read, so that the compiler looks at them again.
    pub(crate) files: Vec<PathBuf>,
    pub(crate) places: Places,
    /// Whether a manifest says what the codes are.
    pub(crate) has_manifest: bool,
    /// As an error names it.
    pub(crate) name: String,
}

/// The catalog of an attribute, else of the crate, else the built-in one.
pub(crate) fn known(folder: Option<&LitStr>) -> syn::Result<Arc<Known>> {
    let root = root();
    let span = folder.map_or_else(Span::call_site, LitStr::span);
    let error = |message: String| syn::Error::new(span, message);
    let manifest = root.join("Cargo.toml");
    let named = match folder {
        Some(folder) => Some(folder.value()),
        None => named_folder(&manifest).map_err(error)?,
    };
    // Read again when what it says of the catalog may have changed.
    let watched = manifest.is_file().then_some(manifest);
    match named {
        Some(folder) => cached(&root, &folder, watched).map_err(error),
        None => Ok(Arc::new(builtin(watched))),
    }
}

/// The folder of the crate that is compiled: where the nearest `Cargo.toml` above the source is, so
/// that a test that is built elsewhere is still its crate's; without a source, where Cargo says.
fn root() -> PathBuf {
    let source = proc_macro::Span::call_site().local_file();
    let source = source.and_then(|file| fs::canonicalize(file).ok());
    let near = source.as_deref().and_then(|file| {
        let mut folders = file.ancestors().skip(1);
        folders.find(|folder| folder.join("Cargo.toml").is_file())
    });
    let named = || std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    near.map(Path::to_owned).or_else(named).unwrap_or_default()
}

/// The part of a `Cargo.toml` that is ours.
#[derive(Default, Deserialize)]
struct CargoToml {
    #[serde(default)]
    package: Package,
}

#[derive(Default, Deserialize)]
struct Package {
    #[serde(default)]
    metadata: Metadata,
}

#[derive(Default, Deserialize)]
struct Metadata {
    tolken: Option<Setting>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Setting {
    catalog: Option<String>,
}

/// The folder that `[package.metadata.tolken]` names.
fn named_folder(manifest: &Path) -> Result<Option<String>, String> {
    let Ok(text) = fs::read_to_string(manifest) else {
        return Ok(None);
    };
    let read: CargoToml = toml::from_str(&text).map_err(|error| {
        format!(
            "cannot read `[package.metadata.tolken]` of `{}`: {}; expected `catalog = \"folder\"`",
            manifest.display(),
            error.message()
        )
    })?;
    Ok(read
        .package
        .metadata
        .tolken
        .and_then(|setting| setting.catalog))
}

/// The built-in catalog.
pub(crate) fn builtin(watched: Option<PathBuf>) -> Known {
    Known {
        catalog: Catalog::builtin(),
        files: watched.into_iter().collect(),
        places: Places::default(),
        has_manifest: true,
        name: "the built-in catalog".to_owned(),
    }
}

/// Catalogs read before, each with its files as they were.
static CACHE: Mutex<Vec<(PathBuf, Stamp, Arc<Known>)>> = Mutex::new(Vec::new());

/// Files with their lengths and times.
type Stamp = Vec<(PathBuf, u64, Option<SystemTime>)>;

fn cached(root: &Path, folder: &str, watched: Option<PathBuf>) -> Result<Arc<Known>, String> {
    let dir = root.join(folder);
    let files = Files::of(&dir, folder)?;
    let stamp: Stamp = files
        .all()
        .map(|file| {
            let metadata = fs::metadata(file).ok();
            let length = metadata.as_ref().map_or(0, fs::Metadata::len);
            (
                file.clone(),
                length,
                metadata.and_then(|metadata| metadata.modified().ok()),
            )
        })
        .collect();
    // Another derive may have panicked while it held the catalogs; they are whole all the same.
    let mut cache = CACHE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((.., known)) = cache
        .iter()
        .find(|(path, then, _)| *path == dir && *then == stamp)
    {
        return Ok(Arc::clone(known));
    }
    let known = Arc::new(files.read(root, folder, watched)?);
    cache.retain(|(path, ..)| *path != dir);
    cache.truncate(KEPT - 1);
    cache.push((dir, stamp, Arc::clone(&known)));
    Ok(known)
}

/// The files of a catalog that say what its codes are.
struct Files {
    manifest: Option<PathBuf>,
    locale: String,
    sources: Vec<PathBuf>,
}

impl Files {
    fn of(dir: &Path, folder: &str) -> Result<Self, String> {
        let cannot = |cause: &dyn std::fmt::Display| {
            format!(
                "cannot read the folder `{folder}` of the catalog: {cause}; name a folder with \
                 `catalog.toml` and a folder for each locale, relative to Cargo.toml"
            )
        };
        let mut folders = Vec::new();
        for entry in entries(dir).map_err(|cause| cannot(&cause))? {
            let name = entry
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if let (true, Ok(locale)) = (entry.is_dir(), name.parse::<LanguageIdentifier>()) {
                folders.push((locale, name, entry));
            }
        }
        let manifest = Some(dir.join(MANIFEST)).filter(|file| file.is_file());
        let named = manifest.as_deref().and_then(source_locale);
        let english = ["en-US", "en"]
            .into_iter()
            .filter_map(|tag| tag.parse().ok());
        let mut wanted = named.into_iter().chain(english);
        let found = wanted
            .find_map(|tag: LanguageIdentifier| folders.iter().find(|(locale, ..)| *locale == tag));
        let Some((_, name, source)) = found.or(folders.first()) else {
            return Err(cannot(&"it holds no folder of a locale"));
        };
        let mut sources = Vec::new();
        messages(source, MAX_DEPTH, &mut sources);
        Ok(Files {
            manifest,
            locale: name.clone(),
            sources,
        })
    }

    fn all(&self) -> impl Iterator<Item = &PathBuf> {
        self.manifest.iter().chain(&self.sources)
    }

    fn read(&self, root: &Path, folder: &str, watched: Option<PathBuf>) -> Result<Known, String> {
        let shown = |path: &Path| {
            path.strip_prefix(root)
                .unwrap_or(path)
                .display()
                .to_string()
        };
        let limit = u64::try_from(Limits::default().file_bytes).unwrap_or(u64::MAX);
        let text = |path: &Path| -> Result<String, String> {
            let is_small = fs::metadata(path).is_ok_and(|metadata| metadata.len() <= limit);
            let read = if is_small {
                fs::read_to_string(path)
            } else {
                Err(std::io::Error::other("it is too long"))
            };
            read.map_err(|cause| format!("cannot read `{}`: {cause}", shown(path)))
        };
        let mut layer = Layer::new();
        let mut places = Places::default();
        if let Some(manifest) = &self.manifest {
            let text = text(manifest)?;
            places.add_manifest(&shown(manifest), &text);
            layer = layer.manifest(shown(manifest), text);
        }
        for source in &self.sources {
            let text = text(source)?;
            places.add_messages(&shown(source), &text);
            layer = layer.source(&self.locale, shown(source), text);
        }
        let broken = |findings: &[Finding]| {
            let error = findings
                .iter()
                .find(|finding| finding.severity() == Severity::Error)?;
            let place = error.position();
            let help = error
                .help()
                .map_or_else(String::new, |help| format!("; {help}"));
            Some(format!(
                "the catalog `{folder}` has an error at {}:{}:{}: {}{help}",
                error.source().path(),
                place.line,
                place.column,
                error.message(),
            ))
        };
        let loaded = Catalog::builder().layer(layer).build();
        let loaded = loaded
            .map_err(|error| broken(error.findings()).unwrap_or_else(|| error.to_string()))?;
        if let Some(broken) = broken(loaded.findings()) {
            return Err(broken);
        }
        Ok(Known {
            catalog: loaded.into_catalog(),
            files: self.all().cloned().chain(watched).collect(),
            places,
            has_manifest: self.manifest.is_some(),
            name: format!("the catalog `{folder}`"),
        })
    }
}

/// The source locale that a manifest names; whatever is wrong in it is told when it is loaded.
fn source_locale(manifest: &Path) -> Option<LanguageIdentifier> {
    #[derive(Deserialize)]
    struct Manifest {
        #[serde(rename = "source-locale")]
        source_locale: Option<String>,
    }
    let text = fs::read_to_string(manifest).ok()?;
    toml::from_str::<Manifest>(&text)
        .ok()?
        .source_locale?
        .parse()
        .ok()
}

/// The files of messages in a folder and below it, sorted.
fn messages(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    for entry in entries(folder).unwrap_or_default() {
        let is_messages = entry
            .extension()
            .is_some_and(|extension| extension == "ftl");
        if entry.is_dir() && depth > 0 {
            messages(&entry, depth - 1, files);
        } else if is_messages && entry.file_name().is_some_and(|name| name != FORMER) {
            files.push(entry);
        }
    }
}

fn entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut entries = entries.collect::<Result<Vec<_>, _>>()?;
    entries.retain(|entry| {
        !entry
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .starts_with('.')
    });
    entries.sort();
    Ok(entries)
}
