//! `tolken export`: the texts of a locale for translators' tools.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};
use tolken::Severity;
use tolken::check::{Checker, LOCK};

use super::{exchange, folder};
use crate::exchange::{Format, Only};
use crate::files::Changes;
use crate::{Outcome, report};

/// Write the texts of a locale as XLIFF or PO, for an agency or a translator's tool
#[derive(Args, Debug)]
#[command(after_help = "\
Takes the folder that --catalog names, else the nearest `locales` in this folder or above it.
A translation that source.lock says is out of date is exported as one that needs review.
docs/EXCHANGE.md says what becomes of what. `tolken import` takes the translations back.
Exit status: 0 done, 1 done with some texts left out or errors in the files, 2 failure.

Examples:
  tolken export -l fr-FR > fr-FR.xliff
  tolken export -l ko-KR --format po -o ko-KR.po
  tolken export -l sv-SE --only missing -o to-translate/
  tolken export -l nl-NL --only outdated -o nl-NL.xliff")]
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
    /// Only what has no translation, or one of an earlier source text
    #[arg(long, value_name = "WHICH")]
    only: Option<Which>,
}

// Possible values that have a comment would make the long help another one than the short.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Name {
    Xliff,
    Po,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Which {
    Missing,
    Outdated,
}

pub(super) fn run(args: &ExportArgs, catalog: Option<&Path>) -> anyhow::Result<Outcome> {
    let (exchange, findings) = exchange(catalog)?;
    let dir = folder(None, catalog)?;
    let translations = Checker::new()
        .dir(&dir)
        .and_then(Checker::translations)
        .context("cannot tell what is out of date")?;
    let exchange = exchange.translations(&translations);
    let only = args.only.map(|which| match which {
        Which::Missing => Only::Missing,
        Which::Outdated => Only::Outdated,
    });
    if only == Some(Only::Outdated) && translations.lock().is_none() {
        let lock = dir.join(LOCK);
        report::note(&format!(
            "there is no `{}`, so nothing is known to be out of date; `tolken confirm` writes it",
            lock.display()
        ));
    }
    let (format, extension) = match args.format {
        Name::Xliff => (Format::Xliff, "xliff"),
        Name::Po => (Format::Po, "po"),
    };
    let exported = exchange.export(&args.locale, format, only)?;
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
            let outdated = match exported.outdated {
                0 => String::new(),
                outdated => format!(", {outdated} out of date"),
            };
            writeln!(
                anstream::stdout(),
                "{}: {}, {} without a translation{outdated}",
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
