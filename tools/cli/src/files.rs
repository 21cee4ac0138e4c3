//! Writes files: all that belong together, or none of them.
//!
//! Every command that changes a catalog goes through [`Changes`]. Each file is written beside its
//! place first, and put there at once when all of them could be written; so a reader sees the old
//! file or the new one, and a failure changes nothing.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context, bail};
use tolken::Source;

/// A file of a folder that need not have it.
///
/// # Errors
///
/// When it is there and cannot be read.
pub(crate) fn read_if_there(file: &Path) -> anyhow::Result<Option<Source>> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(Source::new(file.display().to_string(), text))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read `{}`", file.display())),
    }
}

/// Files that are to be written together.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    files: Vec<Change>,
}

#[derive(Debug)]
struct Change {
    path: PathBuf,
    bytes: Vec<u8>,
    /// Whether a file may be there already.
    replaces: bool,
}

impl Changes {
    /// Puts a new text in the place of the one that was read, provided that nobody changed the file
    /// in between. What a link leads to is changed, and the link stays one.
    pub(crate) fn edit(&mut self, source: &Source, text: String) -> anyhow::Result<()> {
        self.replace(source.path(), source.text().as_bytes(), text.into_bytes())
    }

    /// The same for bytes, of a file that need not be all UTF-8.
    pub(crate) fn replace(
        &mut self,
        path: &str,
        before: &[u8],
        after: Vec<u8>,
    ) -> anyhow::Result<()> {
        let real = fs::canonicalize(path).with_context(|| format!("cannot change `{path}`"))?;
        let is_same = fs::read(&real).is_ok_and(|bytes| bytes == before);
        if !is_same {
            bail!(
                "cannot change `{path}`: it was changed since it was read; run the command again"
            );
        }
        self.put(real, after);
        Ok(())
    }

    /// Writes a file, whether there is one or not.
    pub(crate) fn put(&mut self, path: impl Into<PathBuf>, bytes: impl Into<Vec<u8>>) {
        self.add(path.into(), bytes.into(), true);
    }

    /// Writes a file that must not be there yet, in a folder that is made if need be.
    pub(crate) fn create(&mut self, path: impl Into<PathBuf>, bytes: impl Into<Vec<u8>>) {
        self.add(path.into(), bytes.into(), false);
    }

    fn add(&mut self, path: PathBuf, bytes: Vec<u8>, replaces: bool) {
        self.files.push(Change {
            path,
            bytes,
            replaces,
        });
    }

    #[allow(dead_code, reason = "commands that make files are next")]
    /// Whether there is nothing to write.
    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Writes all of them, or none.
    pub(crate) fn write(self) -> anyhow::Result<()> {
        let mut written = Vec::new();
        let result = self.files.iter().try_for_each(|change| {
            let beside = beside(&change.path);
            written.push(beside.clone());
            let cannot = || format!("cannot write `{}`", change.path.display());
            change.write_to(&beside).with_context(cannot)
        });
        if result.is_err() {
            for beside in &written {
                // Whatever was written of it is of no use; that it cannot be removed changes nothing.
                _ = fs::remove_file(beside);
            }
            return result.context("nothing was changed");
        }
        for (beside, change) in written.iter().zip(&self.files) {
            fs::rename(beside, &change.path)
                .with_context(|| format!("cannot write `{}`", change.path.display()))?;
        }
        Ok(())
    }
}

impl Change {
    /// Writes the file under the name that it has until all are written.
    fn write_to(&self, beside: &Path) -> io::Result<()> {
        let there = match fs::metadata(&self.path) {
            Ok(there) => Some(there),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        match &there {
            Some(_) if !self.replaces => return Err(io::ErrorKind::AlreadyExists.into()),
            Some(there) if there.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Some(there) if there.permissions().readonly() => {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            Some(_) => {}
            None if self.replaces => {}
            None => fs::create_dir_all(self.path.parent().unwrap_or(Path::new("")))?,
        }
        fs::write(beside, &self.bytes)?;
        there.map_or(Ok(()), |there| {
            fs::set_permissions(beside, there.permissions())
        })
    }
}

/// The name of a file while it is written.
fn beside(file: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(file.file_name().unwrap_or_default());
    name.push(format!(".{}", std::process::id()));
    file.with_file_name(name)
}
