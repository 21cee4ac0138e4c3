//! The subcommands, one a file, and what they share.

mod add;
mod build;
mod check;
mod completions;
mod confirm;
mod explain;
mod export;
mod fmt;
mod import;
mod jsonl;
mod list;
mod lookup;
mod lsp;
mod negotiate;
mod new_locale;
mod preview;
mod pseudo;
mod rename;
mod render;
mod sources;
mod status;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, anyhow, bail};
use clap::{Args, Parser, Subcommand};
use tolken::{Catalog, Finding, Layer, Limits, Loaded, Request, Severity};
use tolken_protocol::Language;

pub use self::jsonl::answer_lines;
pub use self::lookup::answer_lookups;

use crate::exchange::Exchange;
use crate::{Outcome, report};

/// An error catalog that speaks the user's language.
#[derive(Debug, Parser)]
#[command(
    name = "tolken",
    version,
    max_term_width = 100,
    arg_required_else_help = true
)]
#[command(after_help = "Examples:
  tolken list
  tolken explain ResourceNotFound
  tolken render InvalidUrl url=htp://x -l ko
  tolken lookup 'Hashvärdet abc123 är ogiltigt.' -l en

Exit status: 0 done, 1 done with faults, 2 failure.")]
pub(crate) struct Cli {
    /// Use the catalog in this folder or prebuilt file instead of the built-in one
    #[arg(long, value_name = "PATH", global = true)]
    catalog: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the message of a code in the user's language
    Render(render::RenderArgs),
    /// Find the code, the arguments and the locale of a text that somebody saw
    Lookup(lookup::LookupArgs),
    /// Show all about a code, in one language or in every one
    Explain(explain::ExplainArgs),
    /// List the codes with their messages, arguments shown by their names
    List(list::ListArgs),
    /// Show which locales answer an Accept-Language header, the best first
    Negotiate(negotiate::NegotiateArgs),
    /// Check the files of a catalog: what is missing, misspelt or not as the language has it
    Check(check::CheckArgs),
    /// Bring Fluent files into form: their blanks, and nothing that they say
    Fmt(fmt::FmtArgs),
    /// Write the texts of a locale as XLIFF or PO, for an agency or a translator's tool
    Export(export::ExportArgs),
    /// Take translations from XLIFF or PO files that `tolken export` wrote and somebody edited
    Import(import::ImportArgs),
    /// Make the files of a new locale, with every message ready to be translated
    NewLocale(new_locale::NewLocaleArgs),
    /// Make a pseudo-locale, which shows what a user interface forgot
    Pseudo(pseudo::PseudoArgs),
    /// Add a code to the manifest, and its message to the source locale
    Add(add::AddArgs),
    /// Give a code, a message, a term or an argument another name, in every file at once
    Rename(rename::RenameArgs),
    /// Count by locale what is translated, missing and out of date, and what is found wrong
    Status(status::StatusArgs),
    /// Mark translations as reviewed beside the present text of the source locale
    Confirm(confirm::ConfirmArgs),
    /// Show every message of a locale as its users will see it, with arguments of every kind
    Preview(preview::PreviewArgs),
    /// Write the catalog in its prebuilt form, which loads without parsing
    Build(build::BuildArgs),
    /// Serve an editor: what `check` finds, and what the catalog knows, while you type
    Lsp(lsp::LspArgs),
    /// Print a completion script for a shell
    Completions(completions::CompletionsArgs),
}

/// Whose language it is.
#[derive(Args, Debug, Default)]
struct LanguageArgs {
    /// Answer in this locale, such as ko-KR or just ko
    #[arg(short, long, value_name = "LOCALE")]
    locale: Option<String>,
    /// Answer in the locale that this Accept-Language header asks for
    #[arg(long, value_name = "HEADER", conflicts_with = "locale")]
    accept_language: Option<String>,
}

impl LanguageArgs {
    fn language(&self) -> Language<'_> {
        match (&self.locale, &self.accept_language) {
            (Some(range), _) => Language::Range(range),
            (_, Some(header)) => Language::Header(header),
            _ => Language::Source,
        }
    }

    fn apply<'r>(&'r self, request: Request<'r>) -> Request<'r> {
        self.language().apply(request)
    }
}

pub(crate) fn run(cli: &Cli) -> anyhow::Result<Outcome> {
    let path = cli.catalog.as_deref();
    let ask = |ask: &dyn Fn(&Catalog) -> anyhow::Result<Outcome>| {
        let (catalog, found) = catalog(path)?;
        // What is wrong in the files is wrong, whatever was asked.
        Ok(ask(&catalog)?.max(found))
    };
    match &cli.command {
        Command::Render(args) => ask(&|catalog| render::run(args, catalog)),
        Command::Lookup(args) => ask(&|catalog| lookup::run(args, catalog)),
        Command::Explain(args) => ask(&|catalog| explain::run(args, catalog)),
        Command::List(args) => ask(&|catalog| list::run(args, catalog)),
        Command::Negotiate(args) => ask(&|catalog| negotiate::run(args, catalog)),
        Command::Check(args) => check::run(args, path),
        Command::Fmt(args) => fmt::run(args, path),
        Command::Export(args) => export::run(args, path),
        Command::Import(args) => import::run(args, path),
        Command::NewLocale(args) => new_locale::run(args, path),
        Command::Pseudo(args) => pseudo::run(args, path),
        Command::Add(args) => add::run(args, path),
        Command::Rename(args) => rename::run(args, path),
        Command::Status(args) => status::run(args, path),
        Command::Confirm(args) => confirm::run(args, path),
        Command::Preview(args) => preview::run(args, path),
        Command::Build(args) => build::run(args, path),
        Command::Lsp(args) => lsp::run(args, path),
        Command::Completions(args) => completions::run(args),
    }
}

/// The catalog of a folder, with its findings told, and whether any is an error; or that of a file,
/// or the built-in one.
fn catalog(path: Option<&Path>) -> anyhow::Result<(Catalog, Outcome)> {
    match path {
        None => Ok((Catalog::builtin(), Outcome::Done)),
        Some(file) if file.is_file() && meant(file).is_none() => {
            let bytes =
                fs::read(file).with_context(|| format!("cannot read `{}`", file.display()))?;
            match Catalog::from_prebuilt(&bytes) {
                Ok(catalog) => Ok((catalog, Outcome::Done)),
                Err(error) => bail!(
                    "cannot load the catalog `{}`: {error}; or name a folder that holds a folder \
                     for each locale",
                    file.display()
                ),
            }
        }
        Some(dir) => {
            let loaded = read_folder(dir)?;
            let mut findings = loaded.findings().iter();
            let has_errors = findings.any(|finding| finding.severity() == Severity::Error);
            Ok((loaded.into_catalog(), Outcome::of(has_errors)))
        }
    }
}

/// The folder that a command works on: the one named, else the one of `--catalog`, else the nearest.
fn folder(dir: Option<&Path>, catalog: Option<&Path>) -> anyhow::Result<PathBuf> {
    match (dir, catalog) {
        (Some(_), Some(_)) => bail!("expected one folder, but found one and `--catalog`"),
        (Some(dir), None) | (None, Some(dir)) => Ok(dir.to_owned()),
        (None, None) => nearest_locales(),
    }
}

/// The folder `locales` here, or in the nearest folder above that has one.
fn nearest_locales() -> anyhow::Result<PathBuf> {
    let here = env::current_dir().context("cannot tell the current folder")?;
    for (folder, depth) in here.ancestors().zip(0..) {
        if folder.join("locales").is_dir() {
            let up = "../".repeat(depth);
            return Ok(PathBuf::from(format!("{up}locales")));
        }
    }
    bail!("found no folder `locales` here or above; name one with --catalog")
}

/// The texts of a folder, to be exchanged, with what could not be read of its files told.
fn exchange(catalog: Option<&Path>) -> anyhow::Result<(Exchange, Vec<Finding>)> {
    let dir = folder(None, catalog)?;
    let read = Layer::read(&dir, &Limits::default());
    let (layer, findings) = read.map_err(|error| match meant(&dir) {
        Some(near) => anyhow::anyhow!("{error}; did you mean `{}`?", near.display()),
        None => anyhow::anyhow!("{error}"),
    })?;
    for finding in &findings {
        if finding.severity() > Severity::Note {
            report::finding(finding);
        }
    }
    let exchange = Exchange::new(layer, &dir);
    let exchange = exchange.map_err(|error| match meant(&dir) {
        Some(near) => anyhow::anyhow!("{error}; did you mean `{}`?", near.display()),
        None => error,
    })?;
    Ok((exchange, findings))
}

/// What is in a folder, with its findings told.
fn read_folder(dir: &Path) -> anyhow::Result<Loaded> {
    let loaded = load_folder(dir)?;
    for finding in loaded.findings() {
        if finding.severity() > Severity::Note {
            report::finding(finding);
        }
    }
    Ok(loaded)
}

/// What is in a folder; its findings are for whoever asked.
fn load_folder(dir: &Path) -> anyhow::Result<Loaded> {
    Catalog::from_dir(dir).map_err(|error| match meant(dir) {
        Some(near) => anyhow!(
            "cannot load the catalog: {error}; did you mean `{}`?",
            near.display()
        ),
        None if error.is_io() => anyhow!(
            "cannot load the catalog: {error}; expected a folder that holds a folder for each locale"
        ),
        None => anyhow!("cannot load the catalog: {error}"),
    })
}

/// The folder that is a step away from one that is no catalog: of a project, of a locale, a file.
fn meant(dir: &Path) -> Option<PathBuf> {
    let is_ftl = |path: &Path| path.extension() == Some(OsStr::new("ftl"));
    let is_manifest = dir.file_name() == Some(OsStr::new("catalog.toml"));
    let inside = dir.join("locales");
    if inside.is_dir() {
        return Some(inside);
    }
    let is_locale = |dir: &Path| {
        fs::read_dir(dir).is_ok_and(|entries| entries.flatten().any(|entry| is_ftl(&entry.path())))
    };
    let near = if is_ftl(dir) {
        dir.parent()?.parent()?
    } else if is_manifest || is_locale(dir) {
        dir.parent()?
    } else {
        return None;
    };
    let here = near.as_os_str().is_empty();
    Some(if here { Path::new(".") } else { near }.to_owned())
}
