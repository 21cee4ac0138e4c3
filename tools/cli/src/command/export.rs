//! `tolken export`: the texts of a locale for translators' tools.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};
use tolken::Severity;

use super::exchange;
use crate::exchange::Format;
use crate::files::Changes;
use crate::{Outcome, report};

/// Write the texts of a locale as XLIFF or PO, for an agency or a translator's tool
#[derive(Args, Debug)]
#[command(after_help = "\
Takes the folder that --catalog names, else the nearest `locales` in this folder or above it.
docs/EXCHANGE.md says what becomes of what. `tolken import` takes the translations back.
Exit status: 0 done, 1 done with some texts left out or errors in the files, 2 failure.

Examples:
  tolken export -l fr-FR > fr-FR.xliff
  tolken export -l ko-KR --format po -o ko-KR.po
  tolken export -l sv-SE --only missing -o to-translate/")]
pub(super) struct ExportArgs {
    /// The locale to translate into
    #[arg(short, long)]
    locale: String,
    /// XLIFF 1.2, or PO
    #[arg(long, value_name = "FORMAT", default_value = "xliff")]
    format: Name,
    /// Write this file, or one named after the locale in this folder, instead of printing
    #[arg(short, long, value_name = "FILE|DIR")]
    output: Option<PathBuf>,
    /// Leave out what has a translation
    #[arg(long, value_name = "WHICH")]
    only: Option<Only>,
}

// Possible values that have a comment would make the long help another one than the short.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Name {
    Xliff,
    Po,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Only {
    Missing,
}

pub(super) fn run(args: &ExportArgs, catalog: Option<&Path>) -> anyhow::Result<Outcome> {
    let (exchange, findings) = exchange(catalog)?;
    let only_missing = matches!(args.only, Some(Only::Missing));
    let (format, extension) = match args.format {
        Name::Xliff => (Format::Xliff, "xliff"),
        Name::Po => (Format::Po, "po"),
    };
    let exported = exchange.export(&args.locale, format, only_missing)?;
    for (id, why) in &exported.left_out {
        report::warning(&format!("`{id}` was left out: {why}"));
    }
    match &args.output {
        None => anstream::stdout()
            .lock()
            .write_all(exported.text.as_bytes()),
        Some(output) => {
            let file = if output.is_dir() {
                output.join(format!("{}.{extension}", exported.locale))
            } else {
                output.clone()
            };
            let mut changes = Changes::default();
            changes.put(&file, exported.text);
            changes.write()?;
            writeln!(
                anstream::stdout(),
                "{}: {}, {} without a translation",
                file.display(),
                report::count(exported.units, "unit"),
                exported.missing
            )
        }
    }
    .context("cannot write the answer")?;
    let mut findings = findings.iter();
    let has_errors = findings.any(|finding| finding.severity() == Severity::Error);
    Ok(Outcome::of(has_errors || !exported.left_out.is_empty()))
}
