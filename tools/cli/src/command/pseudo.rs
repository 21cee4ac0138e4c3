//! `tolken pseudo`: a pseudo-locale, made from the source locale.

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use tolken::syntax::Entry;
use tolken::{Layer, Limits, Source};

use super::folder;
use super::sources::Sources;
use crate::files::Changes;
use crate::places::Places;
use crate::project::above;
use crate::pseudo::{Disguise, Keep, MARK, disguised, head};
use crate::{Outcome, report};

/// Make a pseudo-locale, which shows what a user interface forgot
#[derive(Args, Debug)]
#[command(after_help = "\
en-XA is the source locale with accents, a third longer and in brackets: a text without accents was
never translated, one without brackets is cut off or put together, and boxes are letters that a font
lacks. ar-XB (--rtl) runs from right to left. Arguments, functions, references, markup, addresses,
codes and the protected words of check.toml stay as they are.

It is written beside the folder of the locales and not into it, so that it is never shipped by
mistake; `pseudo` belongs in .gitignore. A program shows it by that folder as a layer over its own,
under `Accept-Language: en-XA`.

Exit status: 0 done, 1 done, with errors in the files of the source locale, 2 failure.

Examples:
  tolken pseudo
  tolken pseudo --rtl -o target/pseudo
  tolken --catalog pseudo render NotFound -l en-XA")]
pub(super) struct PseudoArgs {
    /// The folder of the catalog
    dir: Option<PathBuf>,
    /// Make the one that runs from right to left
    #[arg(long)]
    rtl: bool,
    /// The folder to write to; it holds a folder for the locale [default: `pseudo` beside the folder
    /// of the catalog]
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &PseudoArgs, catalog: Option<&Path>) -> anyhow::Result<Outcome> {
    let sources = Sources::read(&folder(args.dir.as_deref(), catalog)?)?;
    let disguise = if args.rtl {
        Disguise::Mirrored
    } else {
        Disguise::Accented
    };
    let tag = disguise.tag();
    let output = match &args.output {
        Some(output) => output.clone(),
        None => above(&sources.dir).unwrap_or_default().join("pseudo"),
    };
    let from = sources.catalog.source_locale();
    if *from == tag {
        bail!("the source locale is `{tag}` itself");
    }
    let keep = keep(&sources)?;
    let has_errors = sources.tell();
    let there = there(&output, tag)?;
    let mut changes = Changes::default();
    let mut lines = Vec::new();
    let mut written = Vec::new();
    for file in sources.of_source() {
        let path = output.join(tag).join(&file.name);
        let text = disguised(&file.resource, disguise, &keep, from);
        let is_message = |entry: &&Entry| matches!(entry, Entry::Message(_) | Entry::Term(_));
        let messages = file.resource.entries.iter().filter(is_message).count();
        let plural = if messages == 1 { "message" } else { "messages" };
        lines.push(format!("{}: {messages} {plural}", path.display()));
        match there.get(&path) {
            Some(old) => changes.edit(old, text)?,
            None => changes.create(&path, text),
        }
        written.push(path);
    }
    // A file that the source locale no longer has keeps nothing of what it said.
    for (path, old) in &there {
        if !written.contains(path) {
            changes.edit(old, head(from))?;
        }
    }
    changes.write()?;
    let mut out = anstream::stdout().lock();
    for line in lines {
        writeln!(out, "{line}").context("cannot write the answer")?;
    }
    if fs::canonicalize(&output).ok() == fs::canonicalize(&sources.dir).ok() {
        report::note(&format!(
            "`{tag}` lies among the locales: it is loaded, checked and shipped with them"
        ));
    }
    Ok(Outcome::of(has_errors))
}

/// The files of the pseudo-locale that were made before. One that was not is nobody's to write over.
fn there(output: &Path, tag: &str) -> anyhow::Result<HashMap<PathBuf, Source>> {
    let mut there = HashMap::new();
    if !output.join(tag).exists() {
        return Ok(there);
    }
    let (layer, _) = Layer::read(output, &Limits::default())
        .map_err(|error| anyhow::anyhow!("cannot read `{}`: {error}", output.display()))?;
    for (_, source) in layer.sources().filter(|(locale, _)| *locale == tag) {
        if !source.text().starts_with(MARK) {
            bail!(
                "`{}` was not made by `tolken pseudo`; remove it, or name another folder with -o",
                source.path()
            );
        }
        there.insert(PathBuf::from(source.path()), source.clone());
    }
    Ok(there)
}

/// What stays as it is: codes, and the protected words of the settings.
fn keep(sources: &Sources) -> anyhow::Result<Keep> {
    let mut words = Vec::new();
    let mut quoted = Vec::new();
    let file = sources.dir.join("check.toml");
    if let Ok(text) = fs::read_to_string(&file) {
        let source = Source::new(file.display().to_string(), text);
        let places = Places::read(&source)?;
        let named = |name| {
            let texts = places.texts_at(&[Some("words"), Some(name)]).into_iter();
            texts.map(|text| text.value.clone()).collect()
        };
        words = named("protected");
        quoted = named("protected-in-quotes");
    }
    // Without a manifest every message is a code, and its id may be any word.
    let codes = sources
        .catalog
        .codes()
        .filter(|_| sources.manifest.is_some());
    let codes = codes.map(|code| code.name().to_owned());
    Ok(Keep::new(words, quoted, codes))
}
