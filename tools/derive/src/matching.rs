//! Holds what a type says against what the catalog says.
//!
//! Owns every mistake that a variant can make. What it finds out is what the code is written from,
//! so that what was not held against the catalog cannot be written.

use proc_macro2::Span;
use syn::{Error, Ident, Result};
use tolken::{Argument, ArgumentType, Code, Request};

use crate::attributes::Attributes;
use crate::catalog::Known;
use crate::model::{Given, Kind};

/// The longest source text that an error shows.
const MAX_SHOWN: usize = 160;

/// The code that a variant names, with what its attributes hold it to.
pub(crate) fn code<'k>(
    known: &'k Known,
    name: &Ident,
    attributes: &Attributes,
) -> Result<Code<'k>> {
    let (wanted, span) = match &attributes.code {
        Some(code) => (code.value(), code.span()),
        None => (unraw(name), name.span()),
    };
    let Some(code) = known.catalog.code(&wanted) else {
        return Err(Error::new(span, unknown_code(known, &wanted, attributes)));
    };
    let place = at(known.places.code(code.name(), code.message_id()));
    if code.is_retired() {
        let instead = match code.replaced_by() {
            Some(other) => format!("use `{other}` instead"),
            None => "nothing new may use it".to_owned(),
        };
        let message = format!("code `{wanted}` is retired{place}; {instead}");
        return Err(Error::new(span, message));
    }
    if let Some((status, span)) = attributes.status
        && code.status() != Some(status)
    {
        let found = code.status().map_or("no status".to_owned(), |status| {
            format!("the status {status}")
        });
        let message =
            format!("expected the status {status}, but code `{wanted}` has {found}{place}");
        return Err(Error::new(span, message));
    }
    drift(known, code, span)?;
    Ok(code)
}

/// A message that uses what the manifest does not name: one of both was renamed without the other.
fn drift(known: &Known, code: Code<'_>, span: Span) -> Result<()> {
    if !known.has_manifest {
        return Ok(());
    }
    let names: Vec<&str> = code.arguments().iter().map(Argument::name).collect();
    let mut variables = known.catalog.variables(code.message_id()).into_iter();
    let Some((variable, _)) = variables.find(|(variable, _)| !names.contains(variable)) else {
        return Ok(());
    };
    let message = at(known.places.message(code.message_id()));
    let place = at(known.places.code(code.name(), code.message_id()));
    let near =
        nearest(variable, names).map_or_else(String::new, |near| format!("; it has `{near}`"));
    Err(Error::new(
        span,
        format!(
            "the message of `{}` shows `${variable}`{message}, but the manifest does not name such an \
             argument{place}{near}; mend one of them",
            code.name()
        ),
    ))
}

/// The arguments of a code, each with the field that gives it.
pub(crate) fn arguments(
    known: &Known,
    code: Code<'_>,
    name: Span,
    fields: Vec<Given>,
) -> Result<Vec<(Kind, Given)>> {
    let arguments = expected(known, code);
    let mut errors = Vec::new();
    let mut matched: Vec<(Kind, Given)> = Vec::new();
    for field in fields {
        let span = field.name_span;
        if let Some((_, other)) = matched
            .iter()
            .find(|(_, other)| other.argument == field.argument)
        {
            let message = format!(
                "argument `{}` is given twice, by the fields `{}` and `{}`",
                field.argument,
                other.shown(),
                field.shown()
            );
            errors.push(Error::new(span, message));
            continue;
        }
        let is_meant = |(argument, ..): &&(&str, Kind, bool)| *argument == field.argument;
        if let Some((_, kind, is_sensitive)) = arguments.iter().find(is_meant) {
            errors.extend(unfit(known, code, &field, kind, *is_sensitive));
            matched.push((kind.clone(), field));
            continue;
        }
        let names = arguments.iter().map(|(argument, ..)| *argument);
        let mean = nearest(&field.argument, names)
            .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        let message = format!(
            "code `{}` has no argument `{}`{mean}{}",
            code.name(),
            field.argument,
            described(known, code)
        );
        errors.push(Error::new(span, message));
    }
    // After a field that nobody knows, an argument without a field is the same mistake once more.
    let missing: Vec<_> = arguments
        .iter()
        .map(|(argument, ..)| *argument)
        .filter(|argument| matched.iter().all(|(_, field)| field.argument != *argument))
        .collect();
    if errors.is_empty() && !missing.is_empty() {
        let fields = if missing.len() == 1 {
            "a field"
        } else {
            "fields"
        };
        let message = format!(
            "code `{}` needs {fields} for {}{}",
            code.name(),
            all_of(&missing),
            described(known, code)
        );
        errors.push(Error::new(name, message));
    }
    match all(errors) {
        Some(error) => Err(error),
        None => Ok(matched),
    }
}

/// What the attributes of a field say that the manifest does not.
fn unfit(
    known: &Known,
    code: Code<'_>,
    field: &Given,
    kind: &Kind,
    is_sensitive: bool,
) -> Vec<Error> {
    let argument = &field.argument;
    let place = at(known.places.argument(code.name(), argument));
    let mut errors = Vec::new();
    if let (Some(span), false) = (field.sensitive, is_sensitive) {
        let message = format!(
            "the manifest does not say that `{argument}` is sensitive{place}, so logs would show it; \
             add `sensitive = true` there"
        );
        errors.push(Error::new(span, message));
    }
    if let (Some(span), false) = (field.from_display, matches!(kind, Kind::String | Kind::Any)) {
        let message = format!(
            "`from = Display` gives a text, but argument `{argument}` has the type `{}`{place}",
            kind.name()
        );
        errors.push(Error::new(span, message));
    }
    errors
}

/// The arguments that a code has: by the manifest, else by its message.
pub(crate) fn expected<'k>(known: &'k Known, code: Code<'k>) -> Vec<(&'k str, Kind, bool)> {
    if known.has_manifest {
        let of =
            |argument: &'k Argument| (argument.name(), Kind::of(argument), argument.is_sensitive());
        return code.arguments().iter().map(of).collect();
    }
    let variables = known.catalog.variables(code.message_id()).into_iter();
    let kind = |is_number| if is_number { Kind::Number } else { Kind::Any };
    variables
        .map(|(name, is_number)| (name, kind(is_number), false))
        .collect()
}

/// Errors as one.
pub(crate) fn all(errors: Vec<Error>) -> Option<Error> {
    errors.into_iter().reduce(|mut all, error| {
        all.combine(error);
        all
    })
}

fn unknown_code(known: &Known, wanted: &str, attributes: &Attributes) -> String {
    let codes = known.catalog.codes().map(Code::name);
    let near = nearest(wanted, codes);
    let mend = match near {
        Some(near) => {
            let code = known.catalog.code(near);
            let place = code.map(|code| at(known.places.code(near, code.message_id())));
            format!("; did you mean `{near}`{}?", place.unwrap_or_default())
        }
        None if attributes.code.is_some() => "; `tolken list` shows all of them".to_owned(),
        None => {
            "; `#[tolken(code = \"…\")]` names one, and `tolken list` shows all of them".to_owned()
        }
    };
    format!("{} has no code `{wanted}`{mend}", known.name)
}

/// What a code has, on lines of their own: its arguments and the text that shows them.
fn described(known: &Known, code: Code<'_>) -> String {
    let arguments = expected(known, code);
    let list = if arguments.is_empty() {
        "none".to_owned()
    } else {
        let shown = |(name, kind, _): &(&str, Kind, bool)| match kind.name() {
            "" => format!("`{name}`"),
            kind => format!("`{name}` ({kind})"),
        };
        arguments.iter().map(shown).collect::<Vec<_>>().join(", ")
    };
    let manifest = at(known.places.code(code.name(), code.message_id()));
    let message = at(known.places.message(code.message_id()));
    let text = known.catalog.text(&Request::new(code.name()));
    let cut = text
        .char_indices()
        .nth(MAX_SHOWN)
        .map_or(text.len(), |(end, _)| end);
    let more = if cut < text.len() { "…" } else { "" };
    format!(
        "\nits arguments{manifest}: {list}\nits text{message}: {}{more}",
        &text[..cut]
    )
}

/// ` (path:line)`, where there is one.
fn at(place: Option<&str>) -> String {
    place.map_or_else(String::new, |place| format!(" ({place})"))
}

impl Kind {
    fn of(argument: &Argument) -> Self {
        match argument.kind() {
            ArgumentType::Integer => Kind::Integer,
            ArgumentType::Number => Kind::Number,
            ArgumentType::DateTime => Kind::DateTime,
            ArgumentType::List => Kind::List,
            ArgumentType::Enum => Kind::Enum(argument.values().to_vec()),
            // `string`, and whatever a later manifest may have that is shown as it comes.
            _ => Kind::String,
        }
    }
}

/// A name without the `r#` that lets a keyword be one.
pub(crate) fn unraw(name: &Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#").map_or(name.clone(), str::to_owned)
}

/// Names in backticks.
fn all_of(names: &[&str]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The nearest of some names, if one is near enough to be meant; by the measure of `tolken check`.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let fold = |name: &str| -> String {
        let letters = name
            .chars()
            .filter(|c| !matches!(c, '-' | '_' | ' '))
            .take(100);
        letters.flat_map(char::to_lowercase).collect()
    };
    let folded = fold(name);
    let allowed = (folded.chars().count() / 3).max(1);
    let distances = known
        .into_iter()
        .map(|known| (strsim::damerau_levenshtein(&folded, &fold(known)), known));
    distances
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, known)| known)
}
