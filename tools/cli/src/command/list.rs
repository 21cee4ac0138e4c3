//! `tolken list`: the codes.

use std::collections::BTreeSet;
use std::io::Write;

use anyhow::Context;
use clap::Args;
use comfy_table::{Table, presets};
use tolken::{Catalog, Code, FaultKind, Request};

use super::LanguageArgs;
use crate::hint::all_of;
use crate::{Outcome, report};

/// List the codes with their messages, arguments shown by their names.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  tolken list -l sv
  tolken list --status 404")]
pub(super) struct ListArgs {
    #[command(flatten)]
    language: LanguageArgs,
    /// Only the codes with this HTTP status
    #[arg(long, value_name = "N", value_parser = status)]
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
            // What a message refers to is a finding of the files, and no matter of the language.
            let is_of_language = fault.kind == FaultKind::UnknownLocale
                || (fault.kind == FaultKind::MissingMessage && fault.locale.is_some());
            if is_of_language && !faults.contains(fault) {
                faults.push(fault.clone());
            }
        }
        table.add_row([code.name(), &status, message.text()]);
    }
    if table.row_count() == 0 {
        report::note(&why_empty(args, catalog));
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

fn why_empty(args: &ListArgs, catalog: &Catalog) -> String {
    let Some(status) = args.status else {
        return "every code of the catalog is retired".to_owned();
    };
    let codes = catalog.codes().filter(|code| !code.is_retired());
    let known: BTreeSet<_> = codes.filter_map(Code::status).collect();
    let known: Vec<_> = known.iter().map(ToString::to_string).collect();
    if known.is_empty() {
        return format!(
            "no code has status {status}; a manifest, `catalog.toml`, would give the codes theirs"
        );
    }
    let known = all_of(known.iter().map(String::as_str));
    format!("no code has status {status}; the catalog has {known}")
}

pub(super) fn status(text: &str) -> Result<u16, &'static str> {
    text.parse()
        .ok()
        .filter(|status| (100..=599).contains(status))
        .ok_or("expected an HTTP status from 100 to 599")
}
