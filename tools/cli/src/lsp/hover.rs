//! What is told of the thing under the pointer: a message, an argument, a function, a term.
//!
//! A translator wants to know what the source says, what stands in a place, and how the sentence reads
//! once it is filled in.

use std::fmt::Write as _;

use tolken::syntax::{
    Element, Expression, Inline, InlineKind, Message, Pattern, Placeable, Resource,
};
use tolken::{
    Argument, ArgumentType, Catalog, Code, LanguageIdentifier, Request, Source, Span, Value,
};

use super::function::{self, Function};
use super::names::{self, Name, Owner};
use super::project::{Project, messages};

/// How much of a text is quoted.
const LONGEST: usize = 4_000;

/// What is told of a place in a file of messages, in Markdown, and what it is about.
pub(super) fn hover(
    project: &Project<'_>,
    locale: &LanguageIdentifier,
    resource: &Resource,
    offset: usize,
) -> Option<(String, Span)> {
    if let Some((name, span)) = names::at(resource, offset) {
        return Some((of_name(project, locale, &name)?, span));
    }
    let span = function_at(resource, offset)?;
    let function = function::named(resource.source.slice(span))?;
    Some((of_function(function), span))
}

/// What is told of a place in the manifest.
pub(super) fn hover_manifest(
    project: &Project<'_>,
    source: &Source,
    offset: usize,
) -> Option<(String, Span)> {
    let (name, span) = names::at_manifest(source, offset)?;
    let locale = project.source_locale()?;
    Some((of_name(project, locale, &name)?, span))
}

fn of_name(project: &Project<'_>, locale: &LanguageIdentifier, name: &Name) -> Option<String> {
    match name {
        Name::Message(id) => Some(of_message(project, locale, id)),
        Name::Term(id) => of_term(project, locale, id),
        Name::Attribute(owner, _) if owner.is_term => None,
        Name::Attribute(owner, _) => Some(of_message(project, locale, &owner.id)),
        Name::Argument(owner, argument) => of_argument(project, owner, argument),
    }
}

/// The code whose message it is.
pub(super) fn code_of<'c>(catalog: &'c Catalog, id: &str) -> Option<Code<'c>> {
    let own = catalog.code(id).filter(|code| code.message_id() == id);
    own.or_else(|| catalog.codes().find(|code| code.message_id() == id))
}

fn of_message(project: &Project<'_>, locale: &LanguageIdentifier, id: &str) -> String {
    let mut text = format!("**{}**", escaped(id));
    let code = project.catalog.and_then(|catalog| code_of(catalog, id));
    if let Some(code) = code {
        if code.name() != id {
            _ = write!(text, " · code {}", quoted(code.name()));
        }
        if let Some(status) = code.status() {
            _ = write!(text, " · status {status}");
        }
        if code.is_retired() {
            text.push_str(" · retired");
            if let Some(other) = code.replaced_by() {
                _ = write!(text, ", use {}", quoted(other));
            }
        }
        text.push('\n');
        for argument in code.arguments() {
            _ = write!(text, "\n* {}", argument_line(argument));
        }
        text.push('\n');
    }
    let source_locale = project.source_locale().unwrap_or(locale);
    if let Some((resource, message)) = project.message(source_locale, id, false) {
        _ = write!(
            text,
            "\n{source_locale}\n{}",
            block(&resource.source, message)
        );
    }
    if let Some(rendered) = rendered(project, locale, id, code) {
        _ = write!(text, "\nAn example in {locale}\n\n{rendered}");
    }
    text
}

/// The message as users read it, with the examples of the manifest.
fn rendered(
    project: &Project<'_>,
    locale: &LanguageIdentifier,
    id: &str,
    code: Option<Code<'_>>,
) -> Option<String> {
    let catalog = project.catalog?;
    let arguments = code.map_or(&[][..], Code::arguments).iter();
    let examples: Vec<(&str, Value<'_>)> = arguments
        .filter_map(|argument| Some((argument.name(), argument.example()?.borrowed())))
        .collect();
    let locales = [locale.clone()];
    let message = catalog.render(&Request::new(id).args(&examples).locales(&locales));
    if message.locale() != locale {
        return None;
    }
    let mut text = format!("> {}\n", escaped(message.text()));
    if let Some(action) = message.action() {
        _ = write!(text, ">\n> → {}\n", escaped(action));
    }
    Some(text)
}

fn of_term(project: &Project<'_>, locale: &LanguageIdentifier, id: &str) -> Option<String> {
    let source_locale = project.source_locale().unwrap_or(locale);
    let mut text = format!("**-{}**\n", escaped(id));
    let mut is_known = false;
    for locale in [
        Some(locale),
        Some(source_locale).filter(|source| *source != locale),
    ] {
        let found = locale.and_then(|locale| {
            let (resource, message) = project.message(locale, id, true)?;
            Some((locale, resource, message))
        });
        if let Some((locale, resource, message)) = found {
            _ = write!(text, "\n{locale}\n{}", block(&resource.source, message));
            is_known = true;
        }
    }
    is_known.then_some(text)
}

fn of_argument(project: &Project<'_>, owner: &Owner, name: &str) -> Option<String> {
    let mut text = format!("**${}**", escaped(name));
    if owner.is_term {
        _ = write!(
            text,
            " · parameter of {}",
            quoted(&format!("-{}", owner.id))
        );
        return Some(text);
    }
    let catalog = project.catalog?;
    let code = code_of(catalog, &owner.id);
    let declared = code.and_then(|code| {
        let mut arguments = code.arguments().iter();
        arguments.find(|argument| argument.name() == name)
    });
    if let Some(argument) = declared {
        _ = write!(text, " · {}", kind(argument));
    } else {
        let variables = catalog.variables(&owner.id);
        let (_, is_number) = variables.into_iter().find(|(known, _)| *known == name)?;
        if is_number {
            text.push_str(" · a number");
        }
    }
    if let Some(description) = described(project, &owner.id, name) {
        _ = write!(text, "\n\n{}", escaped(description));
    }
    if let Some(example) = declared.and_then(example) {
        _ = write!(text, "\n\nfor example {}", quoted(&example));
    }
    Some(text)
}

/// What the source locale's comment says of an argument.
pub(super) fn described<'p>(project: &Project<'p>, id: &str, name: &str) -> Option<&'p str> {
    let (resource, message) = project.message(project.source_locale()?, id, false)?;
    names::description(&resource.source, message.comment.as_deref()?, name)
}

fn argument_line(argument: &Argument) -> String {
    let mut line = format!(
        "{} · {}",
        quoted(&format!("${}", argument.name())),
        kind(argument)
    );
    if let Some(example) = example(argument) {
        _ = write!(line, ", for example {}", quoted(&example));
    }
    line
}

/// The type of an argument, in words.
pub(super) fn kind(argument: &Argument) -> String {
    let mut text = argument.kind().name().to_owned();
    if argument.kind() == ArgumentType::Enum {
        let values = argument.values().iter().map(|value| quoted(value));
        _ = write!(text, ": {}", values.collect::<Vec<_>>().join(", "));
    }
    if argument.is_sensitive() {
        text.push_str(", sensitive");
    }
    text
}

fn example(argument: &Argument) -> Option<String> {
    match argument.example()? {
        Value::String(text) => Some(text.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::DateTime(when) => Some(when.to_string()),
        _ => None,
    }
}

/// What a function takes and gives.
pub(super) fn of_function(function: &Function) -> String {
    let mut text = format!("**{}** gives {}\n", function.name, function.gives);
    for option in function.options {
        _ = write!(text, "\n* `{}`: {}", option.name, option.values.described());
    }
    text
}

/// The name of a function that an offset is in.
fn function_at(resource: &Resource, offset: usize) -> Option<Span> {
    let (message, _) = messages(resource)
        .find(|(message, _)| message.span.start() <= offset && offset <= message.span.end())?;
    let attributes = message.attributes.iter().map(|attribute| &attribute.value);
    let mut patterns = message.value.iter().chain(attributes);
    patterns.find_map(|pattern| in_pattern(pattern, offset))
}

fn in_pattern(pattern: &Pattern, offset: usize) -> Option<Span> {
    pattern.elements.iter().find_map(|element| match element {
        Element::Placeable(placeable) => in_placeable(placeable, offset),
        Element::Text(_) => None,
    })
}

fn in_placeable(placeable: &Placeable, offset: usize) -> Option<Span> {
    match &placeable.expression {
        Expression::Inline(inline) => in_inline(inline, offset),
        Expression::Select(select) => in_inline(&select.selector, offset).or_else(|| {
            let mut variants = select.variants.iter();
            variants.find_map(|variant| in_pattern(&variant.value, offset))
        }),
    }
}

fn in_inline(inline: &Inline, offset: usize) -> Option<Span> {
    match &inline.kind {
        InlineKind::Function(name, _) if name.start() <= offset && offset <= name.end() => {
            Some(*name)
        }
        InlineKind::Function(_, arguments) | InlineKind::Term(_, _, arguments) => {
            let mut positional = arguments.positional.iter();
            positional.find_map(|inline| in_inline(inline, offset))
        }
        InlineKind::Placeable(placeable) => in_placeable(placeable, offset),
        _ => None,
    }
}

/// A message as it is written, in a block that nothing in it can end.
fn block(source: &Source, message: &Message) -> String {
    let text = cut(source.slice(message.span));
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}ftl\n{text}\n{fence}\n")
}

/// A text between backticks, more of them than are in it.
pub(super) fn quoted(text: &str) -> String {
    let text = cut(text).replace(['\n', '\r'], " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    if longest == 0 {
        return format!("`{text}`");
    }
    let marks = "`".repeat(longest + 1);
    format!("{marks} {text} {marks}")
}

/// A text in which nothing is Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in cut(text).chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            c if c.is_ascii_punctuation()
                && !matches!(
                    c,
                    '.' | ',' | ':' | ';' | '?' | '/' | '\'' | '"' | '%' | '=' | '@' | '^' | '$'
                ) =>
            {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

fn cut(text: &str) -> &str {
    let end = (0..=LONGEST.min(text.len())).rfind(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or_default()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markdown() {
        assert_eq!(
            escaped("a *b* <img> [c](d)\n# e_f"),
            "a \\*b\\* \\<img\\> \\[c\\]\\(d\\) \\# e\\_f"
        );
        assert_eq!(quoted("a"), "`a`");
        assert_eq!(quoted("a``b"), "``` a``b ```");
        let text = "a = ```x```\n";
        let source = Source::new("a.ftl", text);
        let (resource, _) = tolken::syntax::parse(&source, &tolken::Limits::default());
        let (message, _) = messages(&resource).next().unwrap();
        assert_eq!(block(&source, message), "````ftl\na = ```x```\n````\n");
    }
}
