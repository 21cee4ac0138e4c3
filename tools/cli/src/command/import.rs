//! `tolken import`: translations that come back from translators' tools.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use tolken::check::{Checker, LOCK};
use tolken::{Finding, Rule, Severity, Source};

use super::{confirm, exchange, folder};
use crate::exchange::{Imported, LONGEST, Told};
use crate::files::Changes;
use crate::findings::Format;
use crate::{Outcome, report};

/// Take translations from XLIFF or PO files that `tolken export` wrote and somebody edited
#[derive(Args, Debug)]
#[command(after_help = "\
Takes the folder that --catalog names, else the nearest `locales` in this folder or above it.
Only what changes is written, and every other byte stays; what was translated anew is confirmed in source.lock, if
there is one. A unit that is fuzzy, needs review, is
unknown, or whose source text has changed since the export is passed over, by name. Where one would
lose a value, or add an error that `tolken check` finds, nothing is changed.
Exit status: 0 done, 1 done with units passed over or warnings, 2 nothing was changed.

Examples:
  tolken import fr-FR.xliff
  tolken import --dry-run from-agency/*.po")]
pub(super) struct ImportArgs {
    /// The files, each XLIFF 1.2 or PO
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Take translations of source texts that have changed since
    #[arg(long)]
    force: bool,
    /// Tell what would be done, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &ImportArgs, catalog: Option<&Path>) -> anyhow::Result<Outcome> {
    let (exchange, loading) = exchange(catalog)?;
    let dir = folder(None, catalog)?;
    let files = args.files.iter().map(|file| read(file));
    let files: Vec<_> = files.collect::<anyhow::Result<_>>()?;
    let imported = exchange.import(&files, args.force)?;
    for told in &imported.passed_over {
        report::warning(&sentence(told, "was passed over"));
    }
    for told in &imported.refused {
        report::error(&anyhow::anyhow!("{}", sentence(told, "is refused")));
    }
    if !imported.refused.is_empty() {
        let count = report::count(imported.refused.len(), "unit");
        bail!("nothing was changed, because of {count}");
    }
    let added = findings(&imported, &dir)?;
    Format::Text
        .write(&added, &mut anstream::stdout().lock())
        .context("cannot write the findings")?;
    let harmful = added.iter().filter(|finding| is_harm(finding)).count();
    if harmful > 0 {
        let count = report::count(harmful, "error");
        bail!("nothing was changed, because the translations would add {count}");
    }
    if !args.dry_run {
        write(&imported, &loading, &dir)?;
    }
    tell(&imported, args.dry_run).context("cannot write the answer")?;
    Ok(Outcome::of(
        !imported.passed_over.is_empty() || !added.is_empty(),
    ))
}

/// What a file holds, or as much of it as shows that it is too long.
fn read(file: &Path) -> anyhow::Result<(String, Vec<u8>)> {
    let name = file.display().to_string();
    let mut bytes = Vec::new();
    let read =
        File::open(file).and_then(|open| open.take(LONGEST as u64 + 1).read_to_end(&mut bytes));
    read.with_context(|| format!("cannot read `{name}`"))?;
    Ok((name, bytes))
}

fn sentence(told: &Told, what: &str) -> String {
    let place = if told.place.is_empty() {
        String::new()
    } else {
        format!("{}: ", told.place)
    };
    format!("{place}`{}` {what}: {}", told.id, told.why)
}

/// What `check` finds in the files as they would be, and not in those that are there.
fn findings(imported: &Imported, dir: &Path) -> anyhow::Result<Vec<Finding>> {
    if imported.files.is_empty() {
        return Ok(Vec::new());
    }
    // A place may move, and a sentence about it may not.
    let key = |finding: &Finding| {
        (
            finding.rule_id().to_owned(),
            finding.source().path().to_owned(),
            finding.code().map(str::to_owned),
            finding.message().to_owned(),
        )
    };
    let mut known: HashMap<_, usize> = HashMap::new();
    for finding in check(dir, Vec::new())? {
        *known.entry(key(&finding)).or_default() += 1;
    }
    let mut found = check(dir, unsaved(imported))?;
    found.retain(|finding| match known.get_mut(&key(finding)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => finding.severity() > Severity::Note,
    });
    Ok(found)
}

/// The files as they would be.
fn unsaved(imported: &Imported) -> Vec<Source> {
    let files = imported.files.iter();
    files
        .map(|file| Source::new(&*file.path, &*file.text))
        .collect()
}

fn check(dir: &Path, unsaved: Vec<Source>) -> anyhow::Result<Vec<Finding>> {
    let cannot = |error| anyhow::anyhow!("cannot check: {error}");
    let checker = Checker::new().dir_with(dir, unsaved).map_err(cannot)?;
    Ok(checker.run().map_err(cannot)?.into_findings())
}

/// Whether a finding says that a translation is wrong; what is missing was so before.
fn is_harm(finding: &Finding) -> bool {
    let is_missing = matches!(finding.rule(), Rule::MissingAttribute | Rule::MissingAction);
    finding.severity() == Severity::Error && !is_missing
}

/// Writes the files, and the lock for what was translated anew, if there is one; all or none.
fn write(imported: &Imported, loading: &[Finding], dir: &Path) -> anyhow::Result<()> {
    let mut changes = Changes::default();
    for file in &imported.files {
        let is_other = |finding: &Finding| {
            finding.rule() == Rule::Encoding && finding.source().path() == file.path
        };
        if loading.iter().any(is_other) {
            bail!(
                "cannot change `{}`: it is not UTF-8; save it as UTF-8 first",
                file.path
            );
        }
        match &file.old {
            Some(old) => changes.edit(old, file.text.clone())?,
            None => changes.create(&file.path, file.text.as_str()),
        }
    }
    if dir.join(LOCK).exists() {
        let translations = Checker::new()
            .dir_with(dir, unsaved(imported))
            .and_then(Checker::translations)
            .map_err(|error| anyhow::anyhow!("cannot read the lock: {error}"))?;
        let current: HashSet<(&str, &str)> = imported
            .current
            .iter()
            .map(|(locale, name)| (locale.as_str(), name.as_str()))
            .collect();
        let confirmation = translations.confirm(|translation| {
            let tag = translation.locale().to_string();
            current.contains(&(tag.as_str(), translation.name()))
        });
        confirm::put(&mut changes, dir, &translations, &confirmation, true)?;
    }
    changes.write()
}

fn tell(imported: &Imported, is_dry: bool) -> std::io::Result<()> {
    let mut out = anstream::stdout().lock();
    for file in &imported.files {
        let (changed, added) = (file.changed, file.added);
        writeln!(out, "{}: {changed} changed, {added} new", file.path)?;
    }
    let mut counts = vec![format!(
        "{} unchanged",
        report::count(imported.same, "unit")
    )];
    for (count, what) in [
        (imported.untranslated, "without a translation"),
        (imported.passed_over.len(), "passed over"),
    ] {
        if count > 0 {
            counts.push(format!("{count} {what}"));
        }
    }
    if is_dry {
        counts.push("nothing was written".to_owned());
    }
    report::note(&counts.join(", "));
    Ok(())
}
