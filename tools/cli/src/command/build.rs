//! `tolken build`: the catalog in its prebuilt form.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use tolken::Severity;

use super::{nearest_locales, read_folder};
use crate::files::Changes;
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
    let length = bytes.len();
    let mut changes = Changes::default();
    changes.put(&args.file, bytes);
    changes.write()?;
    writeln!(
        anstream::stdout(),
        "{}: {} codes in {} languages, {} bytes",
        args.file.display(),
        catalog.codes().len(),
        catalog.locales().len(),
        length
    )
    .context("cannot write the answer")?;
    Ok(Outcome::Done)
}
