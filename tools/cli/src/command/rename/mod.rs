//! `tolken rename`: another name for a code, a message, a term or an argument, everywhere at once.

mod work;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail};
use clap::Args;
use tolken::{Edit, Source};

use self::work::{Changed, Work};
use super::folder;
use super::sources::Sources;
use crate::files::Changes;
use crate::patch::patched;
use crate::places::Places;
use crate::{Outcome, report};

/// Give a code, a message, a term or an argument another name, in every file at once
#[derive(Args, Debug)]
#[command(
    override_usage = "tolken rename [OPTIONS] <OLD> <NEW>\n       tolken rename [OPTIONS] <CODE> --arg <OLD> <NEW>",
    after_help = "\
Renames in all locales, in former.ftl, catalog.toml and source.lock: where the name is defined,
where others refer to it and, of an argument, where a comment describes it. All files are written
or none, and every other byte stays. A code with `message = \"id\"` keeps its message; name the id
to rename that. An argument is renamed in the messages that share it by reference as well. A
sentence that mentions a code is told and left to you.

A code is part of an API: a client that knows the old name breaks. To let both answer, add the new
code instead, and give the old one `retired = true` and `replaced-by`.

Exit status: 0 done, 2 failure, with nothing changed.

Examples:
  tolken rename InvalidUrl InvalidAddress
  tolken rename InvalidUrl --arg url address
  tolken rename -- -brand -product"
)]
pub(super) struct RenameArgs {
    /// The code, the message, or the term with its hyphen
    #[arg(allow_hyphen_values = true)]
    old: String,
    /// Its new name
    #[arg(
        allow_hyphen_values = true,
        required_unless_present = "arg",
        conflicts_with = "arg"
    )]
    new: Option<String>,
    /// Rename this argument of the code, or this parameter of the term, instead
    #[arg(long, num_args = 2, value_names = ["OLD", "NEW"])]
    arg: Option<Vec<String>>,
}

pub(super) fn run(args: &RenameArgs, catalog: Option<&Path>) -> anyhow::Result<Outcome> {
    let sources = Sources::read(&folder(None, catalog)?)?;
    sources.all_seen()?;
    let manifest = match &sources.manifest {
        Some(source) => Some((source, Places::read(source)?)),
        None => None,
    };
    let work = Work {
        sources: &sources,
        manifest,
        resources: sources.files.iter().map(|file| &file.resource).collect(),
    };
    let changed = match (&args.new, args.arg.as_deref()) {
        (Some(new), _) => match (args.old.strip_prefix('-'), new.strip_prefix('-')) {
            (Some(old), Some(new)) => work.term(old, new)?,
            (None, None) => work.code(&args.old, new)?,
            _ => bail!(
                "expected two terms such as `-brand`, or none, but found `{}` and `{new}`",
                args.old
            ),
        },
        (None, Some([old, new])) => {
            let mark = |name: &str| name.strip_prefix('$').unwrap_or(name).to_owned();
            work.argument(&args.old, &mark(old), &mark(new))?
        }
        _ => bail!("expected the new name"),
    };
    write(&changed)?;
    for note in &changed.notes {
        report::note(note);
    }
    Ok(Outcome::Done)
}

/// Writes all files or none, and says how many places changed in each.
fn write(changed: &Changed<'_>) -> anyhow::Result<()> {
    let mut files: BTreeMap<&str, (&Source, Vec<Edit>)> = BTreeMap::new();
    for (source, edits) in &changed.edits {
        if !edits.is_empty() {
            let file = files.entry(source.path()).or_insert((source, Vec::new()));
            file.1.extend(edits.iter().cloned());
        }
    }
    let mut new = Changes::default();
    for (source, edits) in files.values() {
        new.edit(source, patched(source.text(), edits))?;
    }
    new.write()?;
    let mut out = anstream::stdout().lock();
    for (path, (_, edits)) in &files {
        let count = edits.len();
        let places = if count == 1 { "place" } else { "places" };
        writeln!(out, "{path}: {count} {places}").context("cannot write the answer")?;
    }
    Ok(())
}
