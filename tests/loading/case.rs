//! A case: files with a mistake in them, as `tests/cases/README.md` describes.

use std::fs;
use std::path::{Path, PathBuf};

use tolken::{Catalog, Layer, Limits, Loaded, Source};

use super::scratch::Scratch;

/// The messages beside a manifest.
const MESSAGES: &str = "\
NotFound = Not found.
TooMany = Too many: { NUMBER($allowed) } allowed.
";

/// A case, loaded.
pub(super) struct Case {
    pub(super) name: String,
    /// With paths as they are shown, and the tag of the folder that each is in.
    pub(super) files: Vec<(Option<String>, Source)>,
    pub(super) scratch: Scratch,
    pub(super) loaded: Loaded,
}

/// The folders and files in a folder, sorted.
pub(super) fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut entries: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

/// Whether a file is of a kind, by its name.
pub(super) fn is_kind(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|found| found == extension)
}

impl Case {
    pub(super) fn load(path: &Path) -> Case {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let scratch = if path.is_dir() {
            Scratch::new().copy(path)
        } else if let Some(stem) = name.strip_suffix(".ftl") {
            let locale = stem.split_once('.').map_or("en-US", |(_, locale)| locale);
            let content = fs::read(path).unwrap();
            Scratch::new().file(&format!("{locale}/{name}"), content)
        } else if is_kind(&name, "toml") {
            Scratch::new()
                .file("catalog.toml", fs::read(path).unwrap())
                .file("en-US/messages.ftl", MESSAGES)
        } else {
            panic!("{name} is neither a folder nor an .ftl or .toml file");
        };
        let mut files = Vec::new();
        let mut limits = Limits::default();
        collect(scratch.path(), &scratch, &mut files, &mut limits);
        if !path.is_dir() && is_kind(&name, "toml") {
            files.retain(|(locale, _)| locale.is_none());
        }
        let layers: Vec<_> = entries(scratch.path())
            .into_iter()
            .filter(|entry| {
                entry
                    .file_name()
                    .unwrap()
                    .to_string_lossy()
                    .starts_with("layer-")
            })
            .collect();
        let mut builder = Catalog::builder().limits(limits);
        if layers.is_empty() {
            builder = builder.layer(Layer::dir(scratch.path()));
        }
        for layer in layers {
            builder = builder.layer(Layer::dir(layer));
        }
        let loaded = builder.build();
        let loaded = loaded.unwrap_or_else(|error| panic!("{name}: {error}"));
        Case {
            name,
            files,
            scratch,
            loaded,
        }
    }
}

/// The texts of a folder, and the limits that they ask for.
fn collect(
    folder: &Path,
    scratch: &Scratch,
    files: &mut Vec<(Option<String>, Source)>,
    limits: &mut Limits,
) {
    for entry in entries(folder) {
        if entry.is_dir() {
            collect(&entry, scratch, files, limits);
            continue;
        }
        let path = scratch.relative(entry.to_str().unwrap());
        let mut folders = path.split('/').filter(|name| !name.starts_with("layer-"));
        let folder = folders.next().map(ToOwned::to_owned);
        let locale = folder.filter(|_| is_kind(&path, "ftl"));
        // Decoded as the library does, so that places are the same.
        let (source, _) = Source::from_bytes(path, fs::read(&entry).unwrap());
        for line in source.text().lines() {
            if let Some(wanted) = line.strip_prefix("# limits: ") {
                wanted.split(", ").for_each(|limit| lower(limits, limit));
            }
        }
        files.push((locale, source));
    }
}

fn lower(limits: &mut Limits, limit: &str) {
    let (name, value) = limit.split_once(" = ").expect("a limit is `name = number`");
    let place = match name {
        "file-bytes" => &mut limits.file_bytes,
        "nesting" => &mut limits.nesting,
        "depth" => &mut limits.depth,
        "parts" => &mut limits.parts,
        "expansion" => &mut limits.expansion,
        "expansion-total" => &mut limits.expansion_total,
        "total-bytes" => &mut limits.total_bytes,
        "entries" => &mut limits.entries,
        "name-bytes" => &mut limits.name_bytes,
        "findings" => &mut limits.findings,
        "findings-total" => &mut limits.findings_total,
        _ => panic!("there is no limit `{name}`"),
    };
    *place = value.trim().parse().unwrap();
}
