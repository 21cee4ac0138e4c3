//! `tolken new-locale`: the files of a new locale, ready for a translator.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail};
use clap::Args;
use icu_locale::{
    LanguageIdentifier as IcuIdentifier, Locale, LocaleCanonicalizer, LocaleDirectionality,
    LocaleExpander,
};
use tolken::LanguageIdentifier;

use super::folder;
use super::sources::Sources;
use crate::draft::draft;
use crate::files::Changes;
use crate::patch::patched;
use crate::plural::{Kind, categories};
use crate::{Outcome, hint, project, report};

/// Make the files of a new locale, with every message ready to be translated
#[derive(Args, Debug)]
#[command(after_help = "\
Makes a folder beside the other locales, with a file for each of the source locale. Each message
is there as a comment: what the source locale says, and below it the message itself, its choices
by number laid out with the plural categories of the language. To translate it, write the text in
your language and take the `#` away. Until then it is no message: readers get the one of the source
locale, told as such, no tool counts it as translated, and `tolken check` names it and its line.
Where l10n.toml lists the locales, the new one is added.

Exit status: 0 done, 1 done, with errors in the files of the source locale, 2 failure.

Examples:
  tolken new-locale pl
  tolken new-locale zh-Hant-HK --catalog shop/locales")]
pub(super) struct NewLocaleArgs {
    /// The language tag, such as pl or pt-BR; it is the name of the folder
    tag: String,
}

pub(super) fn run(args: &NewLocaleArgs, catalog: Option<&Path>) -> anyhow::Result<Outcome> {
    let sources = Sources::read(&folder(None, catalog)?)?;
    let locale = canonical(&args.tag)?;
    let tag = args.tag.as_str();
    absent(&sources, &locale, tag)?;
    let has_errors = sources.tell();
    let mut changes = Changes::default();
    let mut lines = Vec::new();
    let mut kinds = BTreeSet::new();
    for file in sources.of_source() {
        let draft = draft(&file.resource, &sources.catalog, tag);
        kinds.extend(draft.kinds);
        let path = sources.dir.join(tag).join(&file.name);
        let messages = if draft.messages == 1 {
            "message"
        } else {
            "messages"
        };
        lines.push(format!(
            "{}: {} {messages} to translate",
            path.display(),
            draft.messages
        ));
        changes.create(path, draft.text);
    }
    let mut notes = notes(&sources, &locale, &kinds);
    if let Some(project) = project::find(&sources.dir) {
        match project::listing(&project, &sources.dir, tag) {
            Ok(edits) if edits.is_empty() => {}
            Ok(edits) => {
                lines.push(format!("{}: `{tag}` is listed", project.path()));
                changes.edit(&project, patched(project.text(), &edits))?;
            }
            Err(error) => notes.push(format!("`{tag}` was not listed: {error:#}")),
        }
    }
    changes.write()?;
    let mut out = anstream::stdout().lock();
    for line in lines {
        writeln!(out, "{line}").context("cannot write the answer")?;
    }
    for note in notes {
        report::note(&note);
    }
    Ok(Outcome::of(has_errors))
}

/// The locale of a tag, provided that it is written as everybody writes it: the tag is a folder's name,
/// and tools compare it letter by letter.
fn canonical(tag: &str) -> anyhow::Result<LanguageIdentifier> {
    // `fr_CA.UTF-8`, as operating systems write it.
    let plain = tag.split(['.', '@']).next().unwrap_or_default();
    let is_short = |locale: &LanguageIdentifier| matches!(locale.language.as_str().len(), 2 | 3);
    let locale = plain.parse().ok().filter(is_short);
    let known = locale.as_ref().and_then(|locale: &LanguageIdentifier| {
        let known = Locale::try_from_str(&locale.to_string());
        known.ok().filter(|_| locale.language.as_str() != "und")
    });
    let (Some(locale), Some(mut known)) = (locale, known) else {
        bail!("expected a language tag such as `pl` or `pt-BR`, but found `{tag}`");
    };
    LocaleCanonicalizer::new_extended().canonicalize(&mut known);
    let canonical = known.id.to_string();
    if canonical != tag {
        bail!(
            "expected a language tag in its canonical form, but found `{tag}`; write `{canonical}`"
        );
    }
    Ok(locale)
}

/// Refuses a locale that is there.
fn absent(sources: &Sources, locale: &LanguageIdentifier, tag: &str) -> anyhow::Result<()> {
    let mut folders = fs::read_dir(&sources.dir)
        .with_context(|| format!("cannot read `{}`", sources.dir.display()))?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_it = |name: &String| {
        name.eq_ignore_ascii_case(tag)
            || name
                .parse()
                .is_ok_and(|own: LanguageIdentifier| own == *locale)
    };
    match folders.find(is_it) {
        None => Ok(()),
        Some(name) => bail!(
            "`{}` is there already; `tolken check` says what it lacks",
            sources.dir.join(name).display()
        ),
    }
}

/// What is worth knowing of a locale.
fn notes(sources: &Sources, locale: &LanguageIdentifier, kinds: &BTreeSet<Kind>) -> Vec<String> {
    let tag = locale.to_string();
    let mut notes = Vec::new();
    let expander = LocaleExpander::new_extended();
    let likely = |tag: &str| {
        let mut id = IcuIdentifier::try_from_str(tag).unwrap_or(IcuIdentifier::UNKNOWN);
        expander.maximize(&mut id);
        id
    };
    let own = likely(&tag);
    if own.script.is_none() {
        notes.push(format!(
            "CLDR does not know `{tag}`: numbers, dates and plurals will be as in no language; is the \
             tag right?"
        ));
    }
    let others = sources.catalog.locales().iter();
    let others = others.filter(|other| other.language == locale.language);
    let others: Vec<_> = others
        .map(|other| (other.to_string(), likely(&other.to_string())))
        .collect();
    if let Some((same, _)) = others.iter().find(|(_, other)| *other == own) {
        notes.push(format!(
            "`{tag}` and `{same}` mean the same language, script and region"
        ));
    }
    let script = own
        .script
        .map(|script| script.to_string())
        .unwrap_or_default();
    let of_language = likely(own.language.as_str()).script;
    let other = others.iter().find(|(_, other)| other.script != own.script);
    if let Some((other, id)) = other {
        let theirs = id
            .script
            .map(|script| script.to_string())
            .unwrap_or_default();
        notes.push(format!(
            "`{tag}` is written in {script} and `{other}` in {theirs}: a reader of one never gets the other"
        ));
    } else if own.script.is_some() && of_language != own.script {
        let usual = of_language
            .map(|script| script.to_string())
            .unwrap_or_default();
        let language = locale.language.as_str();
        notes.push(format!(
            "`{tag}` is written in {script}, `{language}` alone means {usual}: a reader of one never gets \
             the other"
        ));
    }
    for kind in kinds {
        let categories = categories(&tag, *kind);
        let names = hint::all_of(categories.iter().map(|category| category.name));
        let what = match kind {
            Kind::Cardinal => "plural",
            Kind::Ordinal => "ordinal",
        };
        notes.push(match categories.len() {
            1 => format!("`{tag}` has only the {what} category {names}"),
            _ => format!("the {what} categories of `{tag}` are {names}"),
        });
    }
    if LocaleDirectionality::new_extended().is_right_to_left(&own) {
        notes.push(format!(
            "`{tag}` is written from right to left: show it by the outputs `ui` or `html`, which keep \
             each argument apart; `tolken pseudo --rtl` tries a layout out"
        ));
    }
    notes.push(format!(
        "next: translate, then `tolken check`; until a message is translated, readers get the one of `{}`",
        sources.catalog.source_locale()
    ));
    notes
}
