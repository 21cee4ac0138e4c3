//! `tolken check`: what is wrong in the files of a catalog.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use tolken::check::{Checked, Checker, fixed};
use tolken::{Catalog, Error, Severity};

use super::{folder, meant};
use crate::files::Changes;
use crate::findings::Format;
use crate::{Outcome, report};

/// How often files are mended and checked again.
const MOST_ROUNDS: usize = 8;

/// Check the files of a catalog: what is missing, misspelt or not as the language has it
#[derive(Args, Debug)]
#[command(after_help = "\
Takes the nearest `locales` in this folder or above it when none is named. Its file check.toml says
which rules count how much; docs/RULES.md lists them. Exit status: 0 clean, 1 errors or warnings,
2 failure.

Examples:
  tolken check
  tolken check --fix locales
  tolken check --format sarif > check.sarif
  tolken check --against released.tolken")]
pub(super) struct CheckArgs {
    /// The folder of the catalog
    dir: Option<PathBuf>,
    /// Mend what can be mended for certain, and tell the rest
    #[arg(long)]
    fix: bool,
    /// How to tell the findings: for readers, one JSON object a line, as annotations of a GitHub
    /// workflow, or as a SARIF log
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Tell what is gone since this catalog, a folder or a prebuilt file, was released
    #[arg(long, value_name = "PATH")]
    against: Option<PathBuf>,
}

pub(super) fn run(args: &CheckArgs, catalog: Option<&Path>) -> anyhow::Result<Outcome> {
    let dir = folder(args.dir.as_deref(), catalog)?;
    let released = args.against.as_deref().map(released).transpose()?;
    let mut checked = check(&dir, released.as_ref())?;
    if args.fix {
        let mut mended = 0;
        // What is mended may show what it hid, and of two fixes that touch one waits for the other.
        for _ in 0..MOST_ROUNDS {
            let round = mend(&checked)?;
            if round == 0 {
                break;
            }
            mended += round;
            checked = check(&dir, released.as_ref())?;
        }
        report::note(&match mended {
            0 => "nothing could be mended for certain".to_owned(),
            1 => "1 finding was mended".to_owned(),
            mended => format!("{mended} findings were mended"),
        });
    }
    args.format
        .write(checked.findings(), &mut anstream::stdout().lock())
        .context("cannot write the findings")?;
    if matches!(args.format, Format::Text) {
        report::note(&summary(&checked));
    }
    Ok(Outcome::of(!checked.is_clean()))
}

pub(super) fn check(dir: &Path, released: Option<&Catalog>) -> anyhow::Result<Checked> {
    let run = || -> Result<Checked, Error> {
        let mut checker = Checker::new().dir(dir)?;
        if let Some(released) = released {
            checker = checker.against(released.clone());
        }
        checker.run()
    };
    run().map_err(|error| match meant(dir) {
        Some(near) => anyhow::anyhow!("cannot check: {error}; did you mean `{}`?", near.display()),
        None => anyhow::anyhow!("cannot check: {error}"),
    })
}

/// The catalog of a release; what is wrong in it is too late to tell.
fn released(path: &Path) -> anyhow::Result<Catalog> {
    let cannot = || format!("cannot load the released catalog `{}`", path.display());
    if path.is_file() {
        let bytes = fs::read(path).with_context(cannot)?;
        return Catalog::from_prebuilt(&bytes)
            .map_err(|error| anyhow::anyhow!("{error}"))
            .with_context(cannot);
    }
    let loaded = Catalog::from_dir(path).map_err(|error| anyhow::anyhow!("{error}"));
    Ok(loaded.with_context(cannot)?.into_catalog())
}

/// Writes the fixes; all files or none.
fn mend(checked: &Checked) -> anyhow::Result<usize> {
    let mut changes = Changes::default();
    let mut mended = 0;
    let mut paths: Vec<&str> = Vec::new();
    for finding in checked.findings() {
        let source = finding.source();
        if finding.fix().is_none() || paths.contains(&source.path()) {
            continue;
        }
        paths.push(source.path());
        if let Some((text, count)) = fixed(source, checked.findings()) {
            changes.edit(source, text)?;
            mended += count;
        }
    }
    changes.write()?;
    Ok(mended)
}

/// How many findings there are.
fn summary(checked: &Checked) -> String {
    let count = |severity: Severity| {
        let findings = checked.findings().iter();
        let number = findings
            .filter(|finding| finding.severity() == severity)
            .count();
        (number > 0).then(|| report::count(number, severity.name()))
    };
    let counts = [Severity::Error, Severity::Warning, Severity::Note].map(count);
    let counts: Vec<_> = counts.into_iter().flatten().collect();
    if counts.is_empty() {
        "nothing to mend".to_owned()
    } else {
        counts.join(", ")
    }
}
