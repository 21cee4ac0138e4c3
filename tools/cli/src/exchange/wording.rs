//! A pattern as it is exchanged: Fluent in one canonical form, whatever its file's spaces were.
//!
//! Two patterns that say the same have the same text, so that a unit which comes back unchanged
//! changes no byte of a file. The form is that of Fluent's own serializers.

use std::collections::BTreeSet;

use tolken::syntax::{
    CallArguments, Element, Entry, Expression, Inline, InlineKind, Pattern, Select, parse,
};
use tolken::{Limits, Source, Span};

/// The functions that add what a language needs beside a value, and show no value.
const ADDITIONS: [&str; 2] = ["JOSA", "ELIDE"];

/// A pattern, read.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    /// All of it in Fluent, from the first column.
    pub(super) text: String,
    /// The same in its parts.
    pub(super) pieces: Vec<Piece>,
    /// The names of all arguments in it.
    pub(super) arguments: BTreeSet<String>,
    /// Whether a choice is in it.
    pub(super) has_choice: bool,
    /// The choice that it is, if it is one and nothing else, by an argument, of simple texts.
    pub(super) choice: Option<Choice>,
    /// Where it stands.
    pub(super) span: Span,
}

/// A part of a wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text as it is shown.
    Text(String),
    /// A placeable in Fluent, with its braces.
    Placeable {
        fluent: String,
        /// Whether it is a value, which a translation must keep.
        is_value: bool,
    },
}

/// A choice by an argument.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) argument: String,
    /// What decides, in Fluent: `$n` or a call.
    pub(super) selector: String,
    /// Whether the selector says that it is a number.
    pub(super) is_number: bool,
    pub(super) variants: Vec<Variant>,
}

/// A variant of a choice.
#[derive(Clone, Debug)]
pub(super) struct Variant {
    pub(super) key: String,
    pub(super) key_span: Span,
    pub(super) is_number: bool,
    pub(super) is_default: bool,
    pub(super) wording: Wording,
}

impl Wording {
    pub(super) fn of(source: &Source, pattern: &Pattern) -> Self {
        let mut wording = Wording::inner(source, pattern);
        if let [Element::Placeable(only)] = &pattern.elements[..]
            && let Expression::Select(select) = &only.expression
        {
            wording.choice = choice_of(source, select);
        }
        wording
    }

    /// A pattern in another; what choice it is matters only for a whole one.
    fn inner(source: &Source, pattern: &Pattern) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut reader = Reader {
            source,
            arguments: BTreeSet::new(),
            has_choice: false,
        };
        for element in &pattern.elements {
            match element {
                Element::Text(span) => {
                    let text = source.slice(*span);
                    match pieces.last_mut() {
                        Some(Piece::Text(before)) => before.push_str(text),
                        _ => pieces.push(Piece::Text(text.to_owned())),
                    }
                }
                Element::Placeable(placeable) => pieces.push(Piece::Placeable {
                    fluent: reader.placeable(&placeable.expression),
                    is_value: is_value(source, &placeable.expression),
                }),
            }
        }
        let text = pieces.iter().map(Piece::fluent).collect();
        Wording {
            text,
            pieces,
            arguments: reader.arguments,
            has_choice: reader.has_choice,
            choice: None,
            span: pattern.span(),
        }
    }

    /// Reads Fluent that came from elsewhere; or says why it is none.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let control = |c: &char| c.is_control() && !matches!(c, '\n' | '\t');
        if let Some(control) = text.chars().find(control) {
            return Err(format!("it holds U+{:04X}", u32::from(control)));
        }
        if text.trim_matches([' ', '\n']).is_empty() {
            return Err("it is empty".to_owned());
        }
        let source = Source::new(
            "",
            format!("x ={}\n", layout(text.trim_matches([' ', '\n']), 4)),
        );
        let (resource, findings) = parse(&source, &Limits::default());
        if let Some(finding) = findings.first() {
            return Err(finding.message().to_owned());
        }
        match &resource.entries[..] {
            [Entry::Message(message)] if message.attributes.is_empty() => {
                let pattern = message.value.as_ref();
                pattern
                    .map(|pattern| Wording::of(&source, pattern))
                    .ok_or_else(|| "it is empty".to_owned())
            }
            [Entry::Message(_)] => {
                Err("a line of it begins with `.`; write `{ \".\" }` in its place".to_owned())
            }
            _ => Err("a line of it does not belong to a text".to_owned()),
        }
    }

    /// The values in it, each as often as it is there.
    pub(super) fn values(&self) -> Vec<&str> {
        let mut values: Vec<_> = self
            .pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Placeable { fluent, is_value } => is_value.then_some(fluent.as_str()),
                Piece::Text(_) => None,
            })
            .collect();
        values.sort_unstable();
        values
    }
}

impl PartialEq for Wording {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Piece {
    pub(super) fn fluent(&self) -> &str {
        match self {
            Piece::Text(text) => text,
            Piece::Placeable { fluent, .. } => fluent,
        }
    }
}

/// What stands behind `=`: a blank and the text, or, where it has several lines, each on a line of
/// its own, so many columns in.
pub(super) fn layout(text: &str, indent: usize) -> String {
    // These would begin something else at the beginning of a line.
    let is_inline = !text.contains('\n') || text.starts_with(['.', '*', '[', '}']);
    let text = indented(text, indent);
    if is_inline {
        format!(" {text}")
    } else {
        format!("\n{:indent$}{text}", "")
    }
}

/// The text, each line but the first so many columns in; empty ones stay empty.
pub(super) fn indented(text: &str, indent: usize) -> String {
    let mut lines = text.split('\n');
    let mut all = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        all.push('\n');
        if !line.is_empty() {
            all.extend(std::iter::repeat_n(' ', indent));
            all.push_str(line);
        }
    }
    all
}

/// A choice in Fluent.
pub(super) fn choice<'v>(
    selector: &str,
    variants: impl IntoIterator<Item = (&'v str, bool, &'v str)>,
) -> String {
    let mut text = format!("{{ {selector} ->");
    for (key, is_default, wording) in variants {
        let star = if is_default { "*" } else { " " };
        for part in ["\n   ", star, "[", key, "]", &layout(wording, 8)] {
            text.push_str(part);
        }
    }
    text.push_str("\n}");
    text
}

/// Whether a placeable shows a value; a literal and a particle are the translator's own.
fn is_value(source: &Source, expression: &Expression) -> bool {
    match expression {
        Expression::Select(_) => true,
        Expression::Inline(inline) => match &inline.kind {
            InlineKind::String(_) | InlineKind::Number => false,
            InlineKind::Function(name, _) => !ADDITIONS.contains(&source.slice(*name)),
            InlineKind::Placeable(inner) => is_value(source, &inner.expression),
            InlineKind::Variable(_) | InlineKind::Message(..) | InlineKind::Term(..) => true,
        },
    }
}

/// Writes expressions and notes what is in them.
struct Reader<'s> {
    source: &'s Source,
    arguments: BTreeSet<String>,
    has_choice: bool,
}

impl Reader<'_> {
    fn placeable(&mut self, expression: &Expression) -> String {
        match expression {
            Expression::Inline(inline) => format!("{{ {} }}", self.inline(inline)),
            Expression::Select(select) => {
                self.has_choice = true;
                let selector = self.inline(&select.selector);
                let variants: Vec<_> = select
                    .variants
                    .iter()
                    .map(|variant| {
                        let key = self.source.slice(variant.key);
                        let wording = Wording::inner(self.source, &variant.value);
                        self.arguments.extend(wording.arguments);
                        (key, variant.is_default, wording.text)
                    })
                    .collect();
                let variants = variants.iter();
                choice(
                    &selector,
                    variants.map(|(key, is_default, text)| (*key, *is_default, text.as_str())),
                )
            }
        }
    }

    fn inline(&mut self, inline: &Inline) -> String {
        let slice = |span: Span| self.source.slice(span);
        match &inline.kind {
            InlineKind::String(_) | InlineKind::Number => slice(inline.span).to_owned(),
            InlineKind::Variable(name) => {
                let name = slice(*name).to_owned();
                let text = format!("${name}");
                self.arguments.insert(name);
                text
            }
            InlineKind::Message(id, attribute) => dotted(slice(*id), attribute.map(slice)),
            InlineKind::Term(id, attribute, arguments) => {
                let name = dotted(slice(*id), attribute.map(slice));
                let arguments = self.arguments(arguments);
                let arguments = if arguments == "()" { "" } else { &arguments };
                format!("-{name}{arguments}")
            }
            InlineKind::Function(name, arguments) => {
                let name = slice(*name).to_owned();
                name + &self.arguments(arguments)
            }
            InlineKind::Placeable(inner) => self.placeable(&inner.expression),
        }
    }

    fn arguments(&mut self, arguments: &CallArguments) -> String {
        let positional = arguments.positional.iter();
        let mut all: Vec<_> = positional.map(|value| self.inline(value)).collect();
        for (name, value) in &arguments.named {
            let value = self.inline(value);
            all.push(format!("{}: {value}", self.source.slice(*name)));
        }
        format!("({})", all.join(", "))
    }
}

/// The choice that a select is, if it goes by an argument and its variants are simple.
fn choice_of(source: &Source, select: &Select) -> Option<Choice> {
    let slice = |span: Span| source.slice(span);
    let is_cardinal = |arguments: &CallArguments| {
        let mut named = arguments.named.iter();
        named.all(|(name, value)| slice(*name) != "type" || slice(value.span) == "\"cardinal\"")
    };
    let (argument, is_number) = match &select.selector.kind {
        InlineKind::Variable(name) => (*name, false),
        InlineKind::Function(function, arguments)
            if slice(*function) == "NUMBER" && is_cardinal(arguments) =>
        {
            match &arguments.positional[..] {
                [
                    Inline {
                        kind: InlineKind::Variable(name),
                        ..
                    },
                ] => (*name, true),
                _ => return None,
            }
        }
        _ => return None,
    };
    let variants: Vec<_> = select
        .variants
        .iter()
        .map(|variant| Variant {
            key: slice(variant.key).to_owned(),
            key_span: variant.key,
            is_number: variant.is_number,
            is_default: variant.is_default,
            wording: Wording::inner(source, &variant.value),
        })
        .collect();
    let mut reader = Reader {
        source,
        arguments: BTreeSet::new(),
        has_choice: false,
    };
    let selector = reader.inline(&select.selector);
    let is_simple = variants.iter().all(|variant| !variant.wording.has_choice);
    is_simple.then(|| Choice {
        argument: slice(argument).to_owned(),
        selector,
        is_number,
        variants,
    })
}

fn dotted(id: &str, attribute: Option<&str>) -> String {
    attribute.map_or(id.to_owned(), |attribute| format!("{id}.{attribute}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fluent in canonical form, read from text.
    fn canonical(text: &str) -> String {
        Wording::read(text).unwrap().text
    }

    #[test]
    fn spaces_do_not_matter_and_words_do() {
        assert_eq!(
            canonical("URL {$url}  is\n  bad."),
            "URL { $url }  is\n  bad."
        );
        assert_eq!(
            canonical("{ F( $x,a:\"b\" ) }{-t()}"),
            "{ F($x, a: \"b\") }{ -t }"
        );
        let choice = "{$n ->\n [one] Ett\n *[other]\n   Flera\n   rader\n}.";
        let written = "{ $n ->\n    [one] Ett\n   *[other]\n        Flera\n        rader\n}.";
        assert_eq!(canonical(choice), written);
        assert_eq!(canonical(written), written);
        assert_eq!(canonical("[x] 값\n다음"), "[x] 값\n다음");
    }

    #[test]
    fn what_is_no_text_is_named() {
        let why = |text| Wording::read(text).unwrap_err();
        assert_eq!(why("a\u{1}"), "it holds U+0001");
        assert_eq!(why(" \n "), "it is empty");
        assert_eq!(
            why("a\n.b = c"),
            "a line of it begins with `.`; write `{ \".\" }` in its place"
        );
        assert!(why("a { $x").starts_with("expected"), "{}", why("a { $x"));
        assert!(Wording::read(&"{".repeat(100_000)).is_err());
    }

    #[test]
    fn particles_and_literals_are_no_values() {
        let wording =
            Wording::read("{ $b }{ JOSA($b, pair: \"이/가\") } { \"{\" }{ -t } { $a }").unwrap();
        assert_eq!(wording.values(), ["{ $a }", "{ $b }", "{ -t }"]);
    }
}
