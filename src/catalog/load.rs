//! Reads a folder into the files of a layer. The only place of the library that touches a disk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::layer::{Files, locale_name};
use crate::error::Error;
use crate::finding::{Finding, Rule};
use crate::limits::Limits;
use crate::source::{Source, Span};

/// The manifest's name in a folder of locales.
const MANIFEST: &str = "catalog.toml";

/// Earlier wordings, which are looked up and never rendered.
const FORMER: &str = "former.ftl";

/// How deep folders may lie in a locale's folder; a link that leads back to itself ends here.
const MAX_DEPTH: usize = 8;

pub(super) fn read_dir(path: &Path, limits: &Limits) -> Result<(Files, Vec<Finding>), Error> {
    let mut reader = Reader {
        limits,
        findings: Vec::new(),
    };
    let mut files = Files::default();
    for entry in entries(path).map_err(|cause| Error::io(path, cause))? {
        let name = entry
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        if name == MANIFEST && entry.is_file() {
            files.manifest = reader.read(&entry);
        } else if entry.is_dir() {
            let mut found = Vec::new();
            reader.folder(&entry, MAX_DEPTH, &mut found);
            if locale_name(&name).is_some() {
                files
                    .sources
                    .extend(found.into_iter().map(|source| (name.clone(), source)));
            } else if let Some(source) = found.first() {
                reader.findings.push(
                    Finding::new(Rule::LocaleName, source, Span::default())
                        .with_message(format!("folder `{name}` is not named after a locale"))
                        .with_help("name it by a language tag such as `ko-KR`; it was left out"),
                );
            }
        }
    }
    Ok((files, reader.findings))
}

/// The entries of a folder, sorted, so that loading does not depend on the file system.
fn entries(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries: Vec<_> = fs::read_dir(path)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    entries.sort();
    Ok(entries)
}

struct Reader<'l> {
    limits: &'l Limits,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn folder(&mut self, path: &Path, depth: usize, found: &mut Vec<Source>) {
        let entries = match entries(path) {
            Ok(entries) => entries,
            Err(cause) => return self.unreadable(path, &cause.to_string()),
        };
        for entry in entries {
            let is_ftl = entry
                .extension()
                .is_some_and(|extension| extension == "ftl");
            let is_former = entry.file_name().is_some_and(|name| name == FORMER);
            if entry.is_dir() && depth > 0 {
                self.folder(&entry, depth - 1, found);
            } else if is_ftl && !is_former && !entry.is_dir() {
                found.extend(self.read(&entry));
            }
        }
    }

    fn read(&mut self, path: &Path) -> Option<Source> {
        let limit = self.limits.file_bytes.min(u32::MAX as usize - 1);
        let size = fs::metadata(path).map(|metadata| metadata.len());
        if size.is_ok_and(|size| size > limit as u64) {
            self.unreadable(path, &format!("the file is longer than {limit} bytes"));
            return None;
        }
        match fs::read(path) {
            Ok(bytes) => {
                let (source, findings) = Source::from_bytes(path.display().to_string(), bytes);
                self.findings.extend(findings);
                Some(source)
            }
            Err(cause) => {
                self.unreadable(path, &cause.to_string());
                None
            }
        }
    }

    fn unreadable(&mut self, path: &Path, cause: &str) {
        let source = Source::new(path.display().to_string(), "");
        self.findings.push(
            Finding::new(Rule::Unreadable, &source, Span::default())
                .with_message(format!("cannot be read: {cause}"))
                .with_help("it was left out; all other files were read"),
        );
    }
}
