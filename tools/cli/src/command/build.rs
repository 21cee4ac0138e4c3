//! `tolken build`: the catalog in its prebuilt form.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use tolken::Severity;

use super::{nearest_locales, read_folder};
use crate::{Outcome, report};

/// Write the catalog in its prebuilt form, which loads without parsing
#[derive(Args, Debug)]
#[command(after_help = "\
Takes the folder that --catalog names, else the nearest `locales` in this folder or above it.
A catalog with errors is not written, and a file that is there stays as it was.

Examples:
  tolken build errors.tolken
  tolken render NotFound -l ko --catalog errors.tolken")]
pub(super) struct BuildArgs {
    /// The file to write
    file: PathBuf,
}

pub(super) fn run(args: &BuildArgs, dir: Option<&Path>) -> anyhow::Result<Outcome> {
    let dir = match dir {
        Some(dir) if dir.is_file() => bail!(
            "expected a folder of Fluent files, but `{}` is a file",
            dir.display()
        ),
        Some(dir) => dir.to_owned(),
        None => nearest_locales()?,
    };
    let loaded = read_folder(&dir)?;
    let is_error = |finding: &&tolken::Finding| finding.severity() == Severity::Error;
    let errors = loaded.findings().iter().filter(is_error).count();
    if errors > 0 {
        report::note(&format!(
            "`{}` was not written; mend the {} first",
            args.file.display(),
            if errors == 1 { "error" } else { "errors" }
        ));
        return Ok(Outcome::Faults);
    }
    let catalog = loaded.catalog();
    let bytes = catalog.to_prebuilt();
    replace(&args.file, &bytes)
        .with_context(|| format!("cannot write `{}`", args.file.display()))?;
    writeln!(
        anstream::stdout(),
        "{}: {} codes in {} languages, {} bytes",
        args.file.display(),
        catalog.codes().len(),
        catalog.locales().len(),
        bytes.len()
    )
    .context("cannot write the answer")?;
    Ok(Outcome::Done)
}

/// Puts a file in the place of another at once, so that a reader sees the one or the other.
fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = beside(file);
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, file));
    if written.is_err() {
        // Whatever was written of it is of no use; that it cannot be removed changes nothing.
        _ = fs::remove_file(&beside);
    }
    written
}

/// Puts texts in the place of files that are there: all are written before the first is replaced.
/// Says which could not be.
pub(super) fn replace_all(files: &[(PathBuf, String)]) -> Result<(), (PathBuf, io::Error)> {
    let mut written = Vec::new();
    let result = files.iter().try_for_each(|(file, text)| {
        let beside = beside(file);
        written.push((beside.clone(), file));
        let write = || {
            let permissions = fs::metadata(file)?.permissions();
            if permissions.readonly() {
                return Err(io::Error::from(io::ErrorKind::PermissionDenied));
            }
            fs::write(&beside, text)?;
            fs::set_permissions(&beside, permissions)
        };
        write().map_err(|cause| (file.clone(), cause))
    });
    if let Err(failure) = result {
        for (beside, _) in &written {
            _ = fs::remove_file(beside);
        }
        return Err(failure);
    }
    for (beside, file) in written {
        fs::rename(&beside, file).map_err(|cause| (file.clone(), cause))?;
    }
    Ok(())
}

/// The name of a file while it is written.
fn beside(file: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(file.file_name().unwrap_or_default());
    name.push(format!(".{}", std::process::id()));
    file.with_file_name(name)
}
