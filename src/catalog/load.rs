//! Reads a folder into the files of a layer. The only place of the library that touches a disk.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use super::layer::{FORMER, Files, locale_name};
use super::parsed::too_long;
use crate::error::Error;
use crate::finding::{Finding, Rule};
use crate::limits::Limits;
use crate::source::{Source, Span};

/// The manifest's name in a folder of locales.
const MANIFEST: &str = "catalog.toml";

/// How deep folders may lie in a locale's folder.
const MAX_DEPTH: usize = 8;

/// Reads a folder, where files of so many bytes have been read before, and some have a text that is
/// not saved yet.
pub(super) fn read_dir(
    path: &Path,
    unsaved: &[Source],
    limits: &Limits,
    bytes: usize,
) -> Result<(Files, Vec<Finding>), Error> {
    let mut reader = Reader {
        limits,
        bytes,
        unsaved: unsaved
            .iter()
            .map(|source| (Path::new(source.path()), source))
            .collect(),
        findings: Vec::new(),
    };
    let mut files = Files::default();
    for entry in entries(path).map_err(|cause| Error::io(path, cause))? {
        let name = name(&entry);
        if entry.is_dir()
            && let Some(locale) = locale_name(&name)
        {
            let mut folder = Folder::default();
            reader.folder(&entry, MAX_DEPTH, &mut folder);
            let found = folder.findings.into_iter();
            reader
                .findings
                .extend(found.map(|finding| finding.with_locale(&locale)));
            let sources = folder.sources.into_iter();
            files
                .sources
                .extend(sources.map(|source| (name.clone(), source)));
        } else if entry.is_dir() {
            reader.findings.extend(stray_file(&entry).map(|file| {
                let source = Source::new(file.display().to_string(), "");
                Finding::new(Rule::LocaleName, &source, Span::default())
                    .with_message(format!("folder `{name}` is not named after a locale"))
                    .with_help("name it by a language tag such as `ko-KR`; it was left out")
            }));
        } else if name == MANIFEST {
            let mut folder = Folder::default();
            reader.read(&entry, &mut folder);
            files.manifest = folder.sources.pop();
            reader.findings.extend(folder.findings);
        } else if is_messages(&entry) {
            let source = Source::new(entry.display().to_string(), "");
            reader.findings.push(
                Finding::new(Rule::LocaleName, &source, Span::default())
                    .with_message("the file lies in no locale's folder")
                    .with_help("move it to a folder such as `ko-KR`; it was left out"),
            );
        }
    }
    reader.add_new(path, &mut files);
    Ok((files, reader.findings))
}

fn name(path: &Path) -> String {
    let name = path.file_name();
    name.map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Whether a file holds messages that are rendered.
fn is_messages(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ftl")
        && path.file_name().is_some_and(|name| name != FORMER)
}

/// Whether a file holds earlier wordings; it lies right in a locale's folder.
fn is_former(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == FORMER)
}

/// Messages right in a folder that is no locale's. Deeper is not looked: beside the locales may lie
/// anything, of any size.
fn stray_file(folder: &Path) -> Option<PathBuf> {
    let entries = entries(folder).ok()?;
    entries.into_iter().find(|entry| is_messages(entry))
}

/// The entries of a folder, sorted, so that loading does not depend on the file system. Those whose
/// name begins with a dot belong to editors, version control and mounts, and are no one's messages.
fn entries(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries: Vec<_> = fs::read_dir(path)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    entries.retain(|entry| !name(entry).starts_with('.'));
    entries.sort();
    Ok(entries)
}

struct Reader<'l> {
    limits: &'l Limits,
    /// How many bytes have been read.
    bytes: usize,
    /// What is to be read instead of files, and has not been yet.
    unsaved: HashMap<&'l Path, &'l Source>,
    findings: Vec<Finding>,
}

/// What was found in a folder.
#[derive(Default)]
struct Folder {
    sources: Vec<Source>,
    findings: Vec<Finding>,
    /// The folders read so far, where they really are: a link may lead back to one of them.
    seen: HashSet<PathBuf>,
}

impl Reader<'_> {
    fn folder(&mut self, path: &Path, depth: usize, folder: &mut Folder) {
        let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if !folder.seen.insert(real) {
            return;
        }
        if depth == 0 {
            let message = format!("the folder lies deeper than {MAX_DEPTH} levels");
            return folder.unreadable(path, message, "move it up; it was left out");
        }
        let entries = match entries(path) {
            Ok(entries) => entries,
            Err(cause) => {
                let message = format!("the folder cannot be read: {cause}");
                return folder.unreadable(path, message, OTHERS);
            }
        };
        for entry in entries {
            if entry.is_dir() {
                self.folder(&entry, depth - 1, folder);
            } else if is_messages(&entry) || depth == MAX_DEPTH && is_former(&entry) {
                self.read(&entry, folder);
            }
        }
    }

    /// Adds the texts whose files are not there yet, where they would be read.
    fn add_new(&mut self, root: &Path, files: &mut Files) {
        if self.unsaved.is_empty() {
            return;
        }
        for (path, source) in self.unsaved.drain() {
            let Some(names) = path.strip_prefix(root).ok().and_then(plain) else {
                continue;
            };
            match names.as_slice() {
                [MANIFEST] => files.manifest = Some(source.clone()),
                [locale, inner @ ..] if locale_name(locale).is_some() => {
                    let is_read = is_messages(path) || inner == [FORMER];
                    if (1..=MAX_DEPTH).contains(&inner.len()) && is_read {
                        files.sources.push(((*locale).to_owned(), source.clone()));
                    }
                }
                _ => continue,
            }
            self.bytes += source.text().len();
        }
        // In the order in which they will be read from the disk.
        files
            .sources
            .sort_by(|(_, a), (_, b)| Path::new(a.path()).cmp(Path::new(b.path())));
    }

    fn read(&mut self, path: &Path, folder: &mut Folder) {
        if let Some(source) = self.unsaved.remove(path) {
            self.bytes += source.text().len();
            folder.sources.push(source.clone());
            return;
        }
        let shown = path.display().to_string();
        let too_long = |size| too_long(size, self.bytes, self.limits, is_messages(path));
        let bytes = size(path).and_then(|size| match too_long(size) {
            Some(too_long) => Ok(Err(too_long)),
            None => contents(path, self.limits.file_bytes).map(Ok),
        });
        // Whatever was said of its size, a file may grow while it is read.
        let bytes =
            bytes.map(|bytes| bytes.and_then(|bytes| too_long(bytes.len()).map_or(Ok(bytes), Err)));
        match bytes {
            Ok(Ok(bytes)) => {
                self.bytes += bytes.len();
                let (source, findings) = Source::from_bytes(shown, bytes);
                folder.findings.extend(findings);
                folder.sources.push(source);
            }
            Ok(Err(too_long)) => folder.findings.push(too_long(&Source::new(shown, ""))),
            Err(cause) => {
                let message = format!("the file cannot be read: {cause}");
                folder.unreadable(path, message, OTHERS);
            }
        }
    }
}

/// The names on a path below the folder, when each is one that is looked at.
fn plain(path: &Path) -> Option<Vec<&str>> {
    let names = path.components().map(|component| match component {
        Component::Normal(name) => name.to_str().filter(|name| !name.starts_with('.')),
        _ => None,
    });
    names.collect()
}

/// How long a file is. A pipe has no end, so whatever is no file has none.
pub(crate) fn size(path: &Path) -> io::Result<usize> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    Ok(usize::try_from(metadata.len()).unwrap_or(usize::MAX))
}

/// What a file holds; of one that is longer than the limit, a byte more than it.
pub(crate) fn contents(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = (limit as u64).saturating_add(1);
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What to say of a file when the system says why it cannot be read.
const OTHERS: &str = "see that it can be opened; it was left out";

impl Folder {
    fn unreadable(&mut self, path: &Path, message: String, help: &str) {
        let source = Source::new(path.display().to_string(), "");
        self.findings.push(
            Finding::new(Rule::Unreadable, &source, Span::default())
                .with_message(message)
                .with_help(help),
        );
    }
}
