//! `tolken status`: how far each locale is.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};
use comfy_table::{CellAlignment, Table, presets};
use serde::Serialize;
use tolken::check::{Checked, LOCK, Progress};
use tolken::{Finding, Severity};

use super::{check::check, folder};
use crate::{Outcome, report};

/// Count by locale what is translated, missing and out of date, and what is found wrong
#[derive(Args, Debug)]
#[command(after_help = "\
Takes the nearest `locales` in this folder or above it when none is named. A text is the value of a message,
an attribute or a term. Exit status: 0 counted, whatever is missing, 2 failure; `tolken check` is
what fails.

Examples:
  tolken status
  tolken status locales --format json")]
pub(super) struct StatusArgs {
    /// The folder of the catalog
    dir: Option<PathBuf>,
    /// How to tell it: as a table, or one JSON object a locale
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// A form of the counts.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(super) fn run(args: &StatusArgs, catalog: Option<&Path>) -> anyhow::Result<Outcome> {
    let dir = folder(args.dir.as_deref(), catalog)?;
    let checked = check(&dir, None)?;
    let rows = rows(&checked);
    let mut out = anstream::stdout().lock();
    match args.format {
        Format::Json => rows.iter().try_for_each(|row| {
            serde_json::to_writer(&mut out, row)?;
            out.write_all(b"\n")
        }),
        Format::Text => table(&rows, &mut out),
    }
    .context("cannot write the answer")?;
    let is_locked = rows.iter().any(|row| row.out_of_date.is_some());
    if matches!(args.format, Format::Text) && !is_locked {
        report::note(&format!(
            "without `{LOCK}` nobody knows what is out of date; `tolken confirm --all` writes it \
             once all is reviewed"
        ));
    }
    Ok(Outcome::Done)
}

/// The counts of a locale, or, without one, of what belongs to none. The names are stable.
#[derive(Debug, Default, Serialize)]
struct Row {
    locale: Option<String>,
    source: bool,
    texts: Option<usize>,
    translated: Option<usize>,
    missing: Option<usize>,
    out_of_date: Option<usize>,
    unconfirmed: Option<usize>,
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl Row {
    fn new(progress: &Progress) -> Self {
        Row {
            locale: Some(progress.locale().to_string()),
            source: progress.is_source(),
            texts: Some(progress.texts()),
            translated: Some(progress.translated()),
            missing: Some(progress.missing()),
            out_of_date: progress.out_of_date(),
            unconfirmed: progress.unconfirmed(),
            ..Row::default()
        }
    }

    fn add(&mut self, finding: &Finding) {
        match finding.severity() {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Note => self.notes += 1,
        }
    }
}

/// A row for each locale, and one more for what is found elsewhere.
fn rows(checked: &Checked) -> Vec<Row> {
    let mut rows: Vec<Row> = checked.progress().iter().map(Row::new).collect();
    let mut others = Row::default();
    for finding in checked.findings() {
        let locale = finding.locale().map(ToString::to_string);
        let row = rows.iter_mut().find(|row| row.locale == locale);
        row.unwrap_or(&mut others).add(finding);
    }
    if others.errors + others.warnings + others.notes > 0 {
        rows.push(others);
    }
    rows
}

/// The sum of the rows; of texts, those that are translated.
fn total(rows: &[Row]) -> Row {
    let translated = || rows.iter().filter(|row| !row.source);
    let sum =
        |count: fn(&Row) -> Option<usize>| translated().filter_map(count).reduce(|a, b| a + b);
    Row {
        locale: None,
        source: false,
        texts: sum(|row| row.texts),
        translated: sum(|row| row.translated),
        missing: sum(|row| row.missing),
        out_of_date: sum(|row| row.out_of_date),
        unconfirmed: sum(|row| row.unconfirmed),
        errors: rows.iter().map(|row| row.errors).sum(),
        warnings: rows.iter().map(|row| row.warnings).sum(),
        notes: rows.iter().map(|row| row.notes).sum(),
    }
}

fn table(rows: &[Row], out: &mut impl Write) -> std::io::Result<()> {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header([
        "LOCALE",
        "TRANSLATED",
        "",
        "MISSING",
        "OUT OF DATE",
        "UNCONFIRMED",
        "ERRORS",
        "WARNINGS",
        "NOTES",
    ]);
    let number = |count: Option<usize>| count.map_or("-".to_owned(), |count| count.to_string());
    let mut add = |name: &str, row: &Row| {
        // The source locale is what the others are held against.
        let only = |count: Option<usize>| number(count.filter(|_| !row.source));
        let percent = percent(row).filter(|_| !row.source);
        table.add_row([
            name.to_owned(),
            number(row.translated),
            percent.map_or(String::new(), |percent| format!("{percent}%")),
            only(row.missing),
            only(row.out_of_date),
            only(row.unconfirmed),
            row.errors.to_string(),
            row.warnings.to_string(),
            row.notes.to_string(),
        ]);
    };
    for row in rows {
        let name = match &row.locale {
            Some(locale) if row.source => format!("{locale} (source)"),
            Some(locale) => locale.clone(),
            None => "no locale".to_owned(),
        };
        add(&name, row);
    }
    add("total", &total(rows));
    for (column, index) in table.column_iter_mut().zip(0..) {
        column.set_padding((0, 2));
        if index > 0 {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// How many of a hundred texts are translated; a hundred only when all are.
fn percent(row: &Row) -> Option<usize> {
    (row.translated? * 100).checked_div(row.texts?)
}
