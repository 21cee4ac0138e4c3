//! `tolken add`: a new code, in the manifest and in the source locale.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail};
use clap::Args;
use tolken::syntax::{Entry, Resource};
use tolken::{Code, Severity, Source, Span};

use super::folder;
use super::list::status;
use super::sources::Sources;
use crate::addition::{Addition, NewArgument, TYPES, message_edit};
use crate::files::Changes;
use crate::hint::{all_of, any_of};
use crate::patch::patched;
use crate::places::Places;
use crate::tree::is_identifier;
use crate::{Outcome, report};
use tolken::check::nearest;

/// Add a code to the manifest, and its message to the source locale
#[derive(Args, Debug)]
#[command(after_help = "\
The code goes to the end of catalog.toml, or where it belongs when the codes there are sorted, and
the message behind the one of the code before it, with a comment for its arguments. Nothing is
written unless the texts are Fluent and load. Translations are for translators: `tolken check` names
the locales that lack the message.

TYPE is string, integer, number, datetime, list, or enum:VALUE,VALUE.

Exit status: 0 done, 2 failure, with nothing changed.

Examples:
  tolken add QuotaExceeded --status 429 --arg limit=integer \\
    --message 'The quota of { NUMBER($limit) } requests is used up.' --action 'Try again tomorrow.'
  tolken add DiskFull --arg disk=enum:system,data")]
pub(super) struct AddArgs {
    /// The code; it is the id of its message as well
    code: String,
    /// Its HTTP status
    #[arg(long, value_name = "N", value_parser = status)]
    status: Option<u16>,
    /// An argument and its type; repeated for each
    #[arg(long, value_name = "NAME=TYPE", value_parser = argument)]
    arg: Vec<NewArgument>,
    /// The text that users read, as Fluent, in the language of the source locale
    #[arg(long, value_name = "TEXT")]
    message: Option<String>,
    /// What they can do next
    #[arg(long, value_name = "TEXT", requires = "message")]
    action: Option<String>,
}

pub(super) fn run(args: &AddArgs, catalog: Option<&Path>) -> anyhow::Result<Outcome> {
    let sources = Sources::read(&folder(None, catalog)?)?;
    let Some(manifest) = &sources.manifest else {
        bail!(
            "expected a manifest, but `{}` has none: there every message is a code, and writing it in \
             `{}` is all; a file `catalog.toml` gives codes a status and types",
            sources.dir.display(),
            sources.catalog.source_locale()
        );
    };
    let code = args.code.as_str();
    absent(&sources, code)?;
    let addition = Addition {
        code,
        status: args.status,
        arguments: &args.arg,
        message: args.message.as_deref(),
        action: args.action.as_deref(),
    };
    unique(&args.arg)?;
    let places = Places::read(manifest)?;
    let new_manifest = patched(
        manifest.text(),
        &[addition.manifest_edit(manifest, &places)],
    );
    let mut changed: Vec<(&Source, String)> = vec![(manifest, new_manifest)];
    let existing = find(&sources, code);
    if let Some(message) = addition.message {
        if let Some((source, span)) = existing {
            let place = source.position(span.start());
            bail!(
                "the message `{code}` is there already, at {}:{}; leave `--message` out to make it a code",
                source.path(),
                place.line
            );
        }
        let lines = addition.message_lines(message)?;
        let (resource, after) = place(&sources, code)?;
        let edit = message_edit(resource, after, &lines);
        let source = &resource.source;
        changed.push((source, patched(source.text(), &[edit])));
    }
    loads(&sources, code, &changed)?;
    let mut files = Changes::default();
    for (source, text) in &changed {
        files.edit(source, text.clone())?;
    }
    files.write()?;
    let mut out = anstream::stdout().lock();
    for (source, _) in &changed {
        writeln!(out, "{}: `{code}` is added", source.path()).context("cannot write the answer")?;
    }
    for note in notes(&sources, &addition, existing.is_some()) {
        report::note(&note);
    }
    Ok(Outcome::Done)
}

/// Refuses a code that is there, and a name that Fluent does not take.
fn absent(sources: &Sources, code: &str) -> anyhow::Result<()> {
    if let Some(known) = sources.catalog.code(code) {
        match (known.is_retired(), known.replaced_by()) {
            (false, _) => bail!("`{code}` is a code already; `tolken explain {code}` shows it"),
            (true, Some(other)) => bail!(
                "`{code}` was a code and is retired: clients may still know it, so it never gets another \
                 meaning; `{other}` replaces it"
            ),
            (true, None) => bail!(
                "`{code}` was a code and is retired: clients may still know it, so it never gets another \
                 meaning; choose another name"
            ),
        }
    }
    if !is_identifier(code) {
        bail!(
            "expected a code of letters, digits, `-` and `_`, a letter first, but found `{code}`; one that \
             is written otherwise is added by hand, with `message = \"id\"`"
        );
    }
    Ok(())
}

/// Refuses an argument that is given twice.
fn unique(arguments: &[NewArgument]) -> anyhow::Result<()> {
    for (index, argument) in arguments.iter().enumerate() {
        let before = &arguments[..index];
        if before.iter().any(|other| other.name == argument.name) {
            bail!("argument `{}` is given twice", argument.name);
        }
    }
    Ok(())
}

/// Where the message of a code stands in the source locale.
fn find<'s>(sources: &'s Sources, id: &str) -> Option<(&'s Source, Span)> {
    let mut files = sources.of_source();
    files.find_map(|file| Some((&file.resource.source, message_span(&file.resource, id)?)))
}

fn message_span(resource: &Resource, id: &str) -> Option<Span> {
    resource.entries.iter().find_map(|entry| match entry {
        Entry::Message(message) if resource.source.slice(message.id) == id => Some(message.span),
        _ => None,
    })
}

/// The file for the message of a new code, and what it stands behind: the message of the code before
/// it in the manifest.
fn place<'s>(sources: &'s Sources, code: &str) -> anyhow::Result<(&'s Resource, Option<Span>)> {
    let codes: Vec<_> = sources.catalog.codes().map(Code::name).collect();
    let is_sorted = codes.len() > 1 && codes.is_sorted();
    let before = codes
        .iter()
        .rev()
        .filter(|known| !is_sorted || **known < code);
    for known in before {
        for file in sources.of_source() {
            if let Some(span) = message_span(&file.resource, known) {
                return Ok((&file.resource, Some(span)));
            }
        }
    }
    let Some(file) = sources.of_source().next() else {
        bail!(
            "expected a file of `{}`, but found none",
            sources.catalog.source_locale()
        );
    };
    Ok((&file.resource, None))
}

/// Refuses a code that the catalog would not load, such as one with a reference that leads nowhere.
fn loads(sources: &Sources, code: &str, changed: &[(&Source, String)]) -> anyhow::Result<()> {
    let texts: Vec<_> = changed
        .iter()
        .map(|(source, text)| (*source, text.as_str()))
        .collect();
    let findings = sources.with(&texts);
    let known = |message: &str| {
        sources
            .findings()
            .iter()
            .any(|old| old.message() == message)
    };
    let new = findings
        .iter()
        .find(|finding| finding.severity() == Severity::Error && !known(finding.message()));
    match new {
        None => Ok(()),
        Some(finding) => {
            let help = finding.help().map(|help| format!("; {help}"));
            bail!(
                "`{code}` was not added: {}{}",
                finding.message(),
                help.unwrap_or_default()
            )
        }
    }
}

/// What is worth knowing, and what is next.
fn notes(sources: &Sources, addition: &Addition<'_>, is_there: bool) -> Vec<String> {
    let code = addition.code;
    let from = sources.catalog.source_locale();
    let mut notes = Vec::new();
    if let Some(near) = nearest(code, sources.catalog.codes().map(Code::name)) {
        notes.push(format!(
            "`{code}` resembles the code `{near}`; is it another error?"
        ));
    }
    let texts = [addition.message, addition.action].into_iter().flatten();
    let text: String = texts.collect();
    let names = addition
        .arguments
        .iter()
        .map(|argument| argument.name.as_str());
    let unread: Vec<_> = names
        .filter(|name| !text.contains(&format!("${name}")))
        .collect();
    if addition.message.is_some() && !unread.is_empty() {
        notes.push(format!("no text reads {}", all_of(unread)));
    }
    if addition.message.is_none() && !is_there {
        notes.push(format!(
            "next: write the message `{code}` in `{from}`; until then the code itself is shown"
        ));
        return notes;
    }
    if addition.message.is_some() && addition.action.is_none() {
        notes.push(format!(
            "`{code}` has no `.action`, which says what to do next"
        ));
    }
    let others = sources
        .catalog
        .locales()
        .iter()
        .filter(|locale| *locale != from);
    let others: Vec<_> = others.map(ToString::to_string).collect();
    if !others.is_empty() && !is_there {
        notes.push(format!(
            "next: translate it to {}; `tolken check` says where it is missing",
            all_of(others.iter().map(String::as_str))
        ));
    }
    notes
}

/// Reads `NAME=TYPE`.
fn argument(text: &str) -> Result<NewArgument, String> {
    let Some((name, kind)) = text.split_once('=') else {
        return Err("expected NAME=TYPE, such as `limit=integer`".to_owned());
    };
    let name = name.strip_prefix('$').unwrap_or(name);
    if !is_identifier(name) {
        return Err(format!(
            "expected a name of letters, digits, `-` and `_`, a letter first, but found `{name}`"
        ));
    }
    let (kind, values) = match kind.split_once(':') {
        Some((kind, values)) => (kind, values.split(',').map(str::to_owned).collect()),
        None => (kind, Vec::new()),
    };
    let types = || TYPES.iter().map(|kind| kind.name());
    let Some(known) = TYPES.iter().find(|known| known.name() == kind) else {
        return Err(match nearest(kind, types()) {
            Some(near) => format!("unknown type `{kind}`; did you mean `{near}`?"),
            None => format!("expected {}, but found `{kind}`", any_of(types())),
        });
    };
    let is_enum = *known == tolken::ArgumentType::Enum;
    if is_enum != values.iter().any(|value: &String| !value.is_empty()) {
        return Err(if is_enum {
            "an enum has values, as in `disk=enum:system,data`".to_owned()
        } else {
            format!("only an enum has values, but `{name}` is of type `{kind}`")
        });
    }
    Ok(NewArgument {
        name: name.to_owned(),
        kind: *known,
        values,
    })
}
