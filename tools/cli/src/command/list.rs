//! `tolken list`: the codes.

use std::io::Write;

use anyhow::Context;
use clap::Args;
use comfy_table::{Table, presets};
use tolken::{Catalog, FaultKind, Request};

use super::LanguageArgs;
use crate::{Outcome, report};

/// List the codes with their messages, arguments shown by their names.
#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[command(flatten)]
    language: LanguageArgs,
    /// Only the codes with this HTTP status
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(100..=599))]
    status: Option<u16>,
}

pub(super) fn run(args: &ListArgs, catalog: &Catalog) -> anyhow::Result<Outcome> {
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_header(["CODE", "STATUS", "MESSAGE"]);
    let mut faults = Vec::new();
    for code in catalog.codes().filter(|code| !code.is_retired()) {
        if args
            .status
            .is_some_and(|status| code.status() != Some(status))
        {
            continue;
        }
        let status = code
            .status()
            .map(|status| status.to_string())
            .unwrap_or_default();
        // Without arguments, each stands as its name.
        let message = catalog.render(&args.language.apply(Request::new(code.name())));
        for fault in message.faults() {
            let is_of_language = matches!(
                fault.kind,
                FaultKind::UnknownLocale | FaultKind::MissingMessage
            );
            if is_of_language && !faults.contains(fault) {
                faults.push(fault.clone());
            }
        }
        table.add_row([code.name(), &status, message.text()]);
    }
    if table.row_count() == 0 {
        report::note(&match args.status {
            Some(status) => format!("no code has status {status}"),
            None => "the catalog has no codes".to_owned(),
        });
        return Ok(Outcome::Done);
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    let mut out = anstream::stdout().lock();
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end()).context("cannot write the answer")?;
    }
    report::faults(catalog, "", &faults);
    Ok(Outcome::of(!faults.is_empty()))
}
