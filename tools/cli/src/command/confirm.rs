//! `tolken confirm`: translations that were reviewed beside the present source text.

use std::collections::{HashMap, HashSet};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, anyhow, bail};
use clap::Args;
use tolken::check::{Checker, Confirmation, LOCK, State, Translation, Translations};
use tolken::{Catalog, Code, LanguageIdentifier, Rule};

use super::{folder, meant};
use crate::files::Changes;
use crate::hint::unknown_locale;
use crate::report::count;
use crate::{Outcome, report};
use tolken::check::nearest;

/// Mark translations as reviewed beside the present text of the source locale
#[derive(Args, Debug)]
#[command(after_help = "\
Writes source.lock in the nearest `locales` in this folder or above it; docs/FORMAT.md describes it. Lines
of messages that are gone are removed from it. Exit status: 0 confirmed, 1 a translation that was
named is missing, 2 failure, and nothing was written.

Examples:
  tolken confirm NotFound -l sv
  tolken confirm NotFound.action
  tolken confirm -- -product
  tolken confirm --all -l ko")]
pub(super) struct ConfirmArgs {
    /// What was reviewed: a code, with its attributes; one attribute; or, behind `--`, a term
    #[arg(value_name = "CODE")]
    names: Vec<String>,
    /// Only in this locale, such as ko-KR or just ko; may be given more than once
    #[arg(short, long, value_name = "LOCALE")]
    locale: Vec<String>,
    /// All translations that there are
    #[arg(long, conflicts_with = "names")]
    all: bool,
}

pub(super) fn run(args: &ConfirmArgs, catalog: Option<&Path>) -> anyhow::Result<Outcome> {
    if args.names.is_empty() && !args.all {
        bail!(
            "expected the codes that were reviewed, or `--all`; `tolken check` tells what is out of \
             date"
        );
    }
    let dir = folder(None, catalog)?;
    let cannot = |error: &tolken::Error| match meant(&dir) {
        Some(near) => anyhow!(
            "cannot confirm: {error}; did you mean `{}`?",
            near.display()
        ),
        None => anyhow!("cannot confirm: {error}"),
    };
    let translations = Checker::new()
        .dir(&dir)
        .and_then(Checker::translations)
        .map_err(|error| cannot(&error))?;
    // What is wrong in the files is a matter of `check`.
    let loaded = Catalog::from_dir(&dir).map_err(|error| cannot(&error))?;
    let locales = locales(&args.locale, loaded.catalog())?;
    let names = names(&args.names, loaded.catalog(), &translations)?;
    let is_asked = |translation: &Translation| {
        let is_named = args.all || names.contains(translation.name());
        let is_here = locales.is_empty() || locales.contains(translation.locale());
        is_named && is_here
    };
    let asked: Vec<_> = translations.all().iter().filter(|t| is_asked(t)).collect();
    let confirmation = translations.confirm(is_asked);

    let is_there = asked.iter().any(|one| one.state() != State::Missing);
    let mut changes = Changes::default();
    put(&mut changes, &dir, &translations, &confirmation, is_there)?;
    changes.write()?;

    tell(&asked).context("cannot write the answer")?;
    for (lines, why) in [
        (confirmation.gone(), "of what is gone"),
        (confirmation.unread(), "that could not be read"),
    ] {
        if lines > 0 {
            let verb = if lines == 1 { "was" } else { "were" };
            let lines = count(lines, "line");
            report::note(&format!("{lines} {why} {verb} removed from the lock"));
        }
    }
    Ok(Outcome::of(tell_missing(&asked, args.all)))
}

/// Has the lock written, unless it says the same; the first one only when there is something to say.
pub(super) fn put(
    changes: &mut Changes,
    dir: &Path,
    translations: &Translations,
    confirmation: &Confirmation,
    is_there: bool,
) -> anyhow::Result<()> {
    match translations.lock() {
        Some(lock) if lock.text() == confirmation.text() => {}
        Some(lock) => {
            // Bytes that are not understood are not written over.
            let mut findings = translations.findings().iter();
            if let Some(finding) = findings.find(|finding| finding.rule() != Rule::Lock) {
                let help = finding.help().unwrap_or_default();
                let (path, why) = (lock.path(), finding.message());
                bail!("cannot change `{path}`: {why}; {help}");
            }
            changes.edit(lock, confirmation.text().to_owned())?;
        }
        None if is_there => changes.create(dir.join(LOCK), confirmation.text()),
        None => {}
    }
    Ok(())
}

/// The locales that are meant; none is all of them.
fn locales(ranges: &[String], catalog: &Catalog) -> anyhow::Result<HashSet<LanguageIdentifier>> {
    let mut locales = HashSet::new();
    for range in ranges {
        let Some(locale) = catalog.match_range(range) else {
            let hint = unknown_locale(catalog, range);
            bail!("no locale of the catalog fits `{range}`; {hint}");
        };
        if locale == catalog.source_locale() {
            bail!("`{locale}` is the source locale, which is translated from no other");
        }
        locales.insert(locale.clone());
    }
    Ok(locales)
}

/// The names of the texts that are meant, as the lock writes them.
fn names<'t>(
    asked: &[String],
    catalog: &Catalog,
    translations: &'t Translations,
) -> anyhow::Result<HashSet<&'t str>> {
    let mut known: Vec<&str> = Vec::new();
    let mut is_known = HashSet::new();
    for translation in translations.all() {
        if is_known.insert(translation.name()) {
            known.push(translation.name());
        }
    }
    let source = catalog.source_locale();
    let mut names = HashSet::new();
    for name in asked {
        // A code that is no id of Fluent has a message of another name.
        let message = catalog.code(name).map(|code| code.message_id().to_owned());
        let id = message.as_deref().unwrap_or(name);
        let is_of = |known: &str| known.split_once('.').is_some_and(|(own, _)| own == id);
        let own = known.iter().filter(|known| **known == id || is_of(known));
        let own: Vec<_> = own.copied().collect();
        if !own.is_empty() {
            names.extend(own);
            continue;
        }
        if known.is_empty() {
            bail!("there is nothing to confirm: no locale but `{source}` has a message");
        }
        let codes = catalog.codes().map(Code::name);
        match nearest(name, known.iter().copied().chain(codes)) {
            Some(near) => {
                bail!("`{source}` has no text `{name}`; did you mean `{near}`?")
            }
            None => bail!("`{source}` has no text `{name}`; `tolken list` shows the codes"),
        }
    }
    Ok(names)
}

/// Tells what is confirmed now and was not, a text a line.
fn tell(asked: &[&Translation]) -> std::io::Result<()> {
    let mut confirmed: Vec<(&str, Vec<String>)> = Vec::new();
    let mut places = HashMap::new();
    let (mut now, mut before) = (0, 0);
    for translation in asked {
        match translation.state() {
            State::Missing => continue,
            State::Confirmed => {
                before += 1;
                continue;
            }
            State::OutOfDate | State::Unconfirmed => now += 1,
        }
        let place = *places.entry(translation.name()).or_insert_with(|| {
            confirmed.push((translation.name(), Vec::new()));
            confirmed.len() - 1
        });
        confirmed[place].1.push(translation.locale().to_string());
    }
    let mut out = anstream::stdout().lock();
    for (name, locales) in confirmed {
        writeln!(out, "{name}: {}", locales.join(" "))?;
    }
    let were = |number: usize| {
        let verb = if number == 1 { "was" } else { "were" };
        format!("{} {verb}", count(number, "translation"))
    };
    report::note(&match (now, before) {
        (0, 0) => "nothing was confirmed".to_owned(),
        (0, before) => format!("{} confirmed before", were(before)),
        (now, 0) => format!("{} confirmed", were(now)),
        (now, before) => format!("{} confirmed, and {before} before", were(now)),
    });
    Ok(())
}

/// Tells what is not there to be confirmed; true when it was asked for by name.
fn tell_missing(asked: &[&Translation], is_all: bool) -> bool {
    let missing = asked.iter().filter(|t| t.state() == State::Missing);
    let missing: Vec<_> = missing.collect();
    if is_all && !missing.is_empty() {
        let verb = if missing.len() == 1 { "is" } else { "are" };
        let missing = count(missing.len(), "translation");
        report::note(&format!(
            "{missing} {verb} missing; `tolken check` names each"
        ));
        return false;
    }
    for translation in &missing {
        let (name, locale) = (translation.name(), translation.locale());
        report::warning(&format!("`{name}` is missing in `{locale}`"));
    }
    !missing.is_empty()
}
