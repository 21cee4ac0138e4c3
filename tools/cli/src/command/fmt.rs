//! `tolken fmt`: brings Fluent files into form.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use tolken::format::{Formatting, format};
use tolken::{Finding, Limits, Source};

use super::folder;
use crate::files::Changes;
use crate::report::printable;
use crate::{Outcome, diff, report};

/// How deep folders are looked into.
const MAX_DEPTH: usize = 16;

/// Bring Fluent files into form: their blanks, and nothing that they say
#[derive(Args, Debug)]
#[command(after_help = "\
Sets indents, spaces in braces and around `=`, line ends and blank lines. Nothing is put in another
order or onto another line, so that what Pontoon, Weblate and other tools write stays as it is. What
is no Fluent is left as it is, and told. All files are written or none.

Takes the nearest `locales` in this folder or above it when nothing is named. Exit status: 0 done, 1
something was left as it is, or would be changed by --check, 2 failure.

Examples:
  tolken fmt
  tolken fmt locales/ko-KR
  tolken fmt --check locales/nl-NL/errors.ftl")]
pub(super) struct FmtArgs {
    /// Files, and folders of which every file `*.ftl` is taken
    #[arg(value_name = "DIR|FILE")]
    paths: Vec<PathBuf>,
    /// Write nothing; tell which files would be changed, and how
    #[arg(long)]
    check: bool,
}

/// A file and what it takes.
struct File {
    path: String,
    bytes: Vec<u8>,
    source: Source,
    /// Where it is not UTF-8.
    undecodable: Vec<Finding>,
    formatting: Formatting,
}

pub(super) fn run(args: &FmtArgs, catalog: Option<&Path>) -> anyhow::Result<Outcome> {
    let paths = match args.paths.as_slice() {
        [] => vec![folder(None, catalog)?],
        paths if catalog.is_none() => paths.to_vec(),
        _ => bail!("expected files and folders, but found some and `--catalog`"),
    };
    let files = files(&paths)?;
    let mut outcome = Outcome::Done;
    let mut changes = Changes::default();
    let mut touched = Vec::new();
    for path in &files {
        let file = read(path)?;
        for finding in file.undecodable.iter().chain(file.formatting.left()) {
            report::finding(finding);
            outcome = Outcome::Faults;
        }
        if file.formatting.edits().is_empty() {
            continue;
        }
        if !args.check {
            let after = file.formatting.apply(&file.bytes);
            changes.replace(&file.path, &file.bytes, after)?;
        }
        touched.push(file);
    }
    changes.write()?;
    tell(&touched, args.check).context("cannot write the answer")?;
    report::note(&summary(touched.len(), files.len(), args.check));
    Ok(outcome.max(Outcome::of(args.check && !touched.is_empty())))
}

/// Names the files, and shows what would be changed.
fn tell(touched: &[File], with_diff: bool) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    for file in touched {
        writeln!(out, "{}", printable(&file.path))?;
        if with_diff {
            diff::write(&file.source, file.formatting.edits(), &mut out)?;
        }
    }
    Ok(())
}

fn summary(touched: usize, all: usize, is_check: bool) -> String {
    let files = |count| if count == 1 { "file" } else { "files" };
    match (touched, is_check) {
        (0, _) if all == 1 => "the file is in form".to_owned(),
        (0, _) => format!("all {all} files are in form"),
        (_, true) => format!("{touched} of {all} {} would be changed", files(all)),
        (_, false) => format!("{touched} of {all} {} changed", files(all)),
    }
}

fn read(path: &Path) -> anyhow::Result<File> {
    let limits = Limits::default();
    let shown = path.display().to_string();
    let bytes =
        contents(path, limits.file_bytes).with_context(|| format!("cannot read `{shown}`"))?;
    let (source, undecodable) = Source::from_bytes(&shown, bytes.clone());
    let formatting = format(&source, &limits);
    Ok(File {
        path: shown,
        bytes,
        source,
        undecodable,
        formatting,
    })
}

/// What a file holds, as far as files may be long.
fn contents(path: &Path, limit: usize) -> anyhow::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        bail!("it is not a file");
    }
    let mut bytes = Vec::new();
    let most = (limit as u64).saturating_add(1);
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    if bytes.len() > limit {
        bail!("it is longer than {limit} bytes");
    }
    Ok(bytes)
}

/// The files that are named, and those in the folders that are, each once.
fn files(paths: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut seen = HashSet::new();
    for path in paths {
        find(path, MAX_DEPTH, true, &mut seen, &mut files)
            .with_context(|| format!("cannot read `{}`", path.display()))?;
    }
    if let ([], [path, ..]) = (files.as_slice(), paths) {
        bail!("found no file `*.ftl` in `{}`", path.display());
    }
    Ok(files)
}

/// Adds a file, or those of a folder in the order of their names. What begins with a dot belongs to
/// editors and version control; a folder that a link leads back to is looked into once.
fn find(
    path: &Path,
    depth: usize,
    is_named: bool,
    seen: &mut HashSet<PathBuf>,
    files: &mut Vec<PathBuf>,
) -> io::Result<()> {
    let is_dir = path.is_dir();
    let is_fluent = path.extension().is_some_and(|extension| extension == "ftl");
    if !is_dir && !is_named && !is_fluent || !seen.insert(fs::canonicalize(path)?) {
        return Ok(());
    }
    if !is_dir {
        files.push(path.to_owned());
        return Ok(());
    }
    if depth == 0 {
        return Err(io::Error::other(format!(
            "folders lie deeper than {MAX_DEPTH} levels"
        )));
    }
    let entries = fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path()));
    let mut entries: Vec<_> = entries.collect::<io::Result<_>>()?;
    entries.sort();
    for entry in entries {
        let name = entry.file_name().unwrap_or_default();
        if !name.as_encoded_bytes().starts_with(b".") {
            find(&entry, depth - 1, false, seen, files)?;
        }
    }
    Ok(())
}
