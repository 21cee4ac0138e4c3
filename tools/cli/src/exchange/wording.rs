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

/// How long a text may be, and how deep. Written in one form, each level is indented, so that a text
/// takes more room than it had.
const LONGEST: usize = 64 << 10;
const DEEPEST: usize = 8;

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
    /// Where it stands.
    pub(super) span: Span,
    /// Whether it is beyond measure, and so was not read.
    pub(super) is_beyond: bool,
}

/// A part of a wording: of one line, or a placeable.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// In Fluent; a placeable with its braces.
    pub(super) text: String,
    /// Where it stands.
    pub(super) span: Span,
    pub(super) kind: Kind,
}

/// What a piece is.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// Text as it is shown.
    Text,
    /// The end of a line.
    LineEnd,
    /// A placeable that shows a value, which a translator must keep.
    Value,
    /// A placeable that is the translator's own: a literal or a particle.
    Own,
    /// A choice.
    Choice(Choice),
}

/// A choice between variants.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// The argument that decides; not where an ordinal or anything else does.
    pub(super) argument: Option<String>,
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
    /// A pattern of a file, if it is within measure.
    pub(super) fn of(source: &Source, pattern: &Pattern) -> Self {
        let span = pattern.span();
        if span.range().len() <= LONGEST && depth(pattern) <= DEEPEST {
            return Wording::within(source, pattern);
        }
        Wording {
            text: String::new(),
            pieces: Vec::new(),
            arguments: BTreeSet::new(),
            has_choice: false,
            span,
            is_beyond: true,
        }
    }

    fn within(source: &Source, pattern: &Pattern) -> Self {
        let mut reader = Reader {
            source,
            arguments: BTreeSet::new(),
            has_choice: false,
        };
        let mut pieces: Vec<Piece> = Vec::new();
        for element in &pattern.elements {
            match element {
                Element::Text(span) => lines(source, *span, &mut pieces),
                Element::Placeable(placeable) => {
                    let (text, kind) = reader.placeable(&placeable.expression);
                    let span = placeable.span;
                    pieces.push(Piece { text, span, kind });
                }
            }
        }
        Wording {
            text: pieces.iter().map(|piece| piece.text.as_str()).collect(),
            pieces,
            arguments: reader.arguments,
            has_choice: reader.has_choice,
            span: pattern.span(),
            is_beyond: false,
        }
    }

    /// The choice that it is, if it is one and nothing else, by an argument, of simple texts.
    pub(super) fn choice(&self) -> Option<&Choice> {
        let [
            Piece {
                kind: Kind::Choice(choice),
                ..
            },
        ] = &self.pieces[..]
        else {
            return None;
        };
        let is_simple = || {
            choice
                .variants
                .iter()
                .all(|variant| !variant.wording.has_choice)
        };
        (choice.argument.is_some() && is_simple()).then_some(choice)
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
        if text.len() > LONGEST {
            return Err(format!("it is longer than {} KiB", LONGEST >> 10));
        }
        let source = Source::new(
            "",
            format!("x ={}\n", layout(text.trim_matches([' ', '\n']), 4)),
        );
        let limits = Limits {
            nesting: DEEPEST,
            ..Limits::default()
        };
        let (resource, findings) = parse(&source, &limits);
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
        let values = self
            .pieces
            .iter()
            .filter(|piece| matches!(piece.kind, Kind::Value));
        let mut values: Vec<_> = values.map(|piece| piece.text.as_str()).collect();
        values.sort_unstable();
        values
    }

    /// Why a file of another format does not have it, if it does not.
    pub(super) fn obstacle(&self) -> Option<String> {
        if self.is_beyond {
            let kib = LONGEST >> 10;
            return Some(format!(
                "it is longer than {kib} KiB, or nests deeper than {DEEPEST} levels"
            ));
        }
        let is_bad = |c: &char| {
            c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{FFFE}' | '\u{FFFF}')
        };
        let bad = self.text.chars().find(is_bad)?;
        Some(format!("it holds U+{:04X}", u32::from(bad)))
    }
}

/// How deep placeables nest in a pattern.
fn depth(pattern: &Pattern) -> usize {
    let elements = pattern.elements.iter();
    let depths = elements.map(|element| match element {
        Element::Text(_) => 0,
        Element::Placeable(placeable) => depth_of(&placeable.expression),
    });
    depths.max().unwrap_or_default()
}

fn depth_of(expression: &Expression) -> usize {
    1 + match expression {
        Expression::Inline(inline) => depth_in(inline),
        Expression::Select(select) => {
            let variants = select.variants.iter();
            let depths = variants.map(|variant| depth(&variant.value));
            depth_in(&select.selector).max(depths.max().unwrap_or_default())
        }
    }
}

fn depth_in(inline: &Inline) -> usize {
    match &inline.kind {
        InlineKind::Placeable(inner) => depth_of(&inner.expression),
        InlineKind::Term(_, _, arguments) | InlineKind::Function(_, arguments) => {
            let depths = arguments.positional.iter().map(depth_in);
            depths.max().unwrap_or_default()
        }
        _ => 0,
    }
}

impl PartialEq for Wording {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Piece {
    pub(super) fn is_placeable(&self) -> bool {
        !matches!(self.kind, Kind::Text | Kind::LineEnd)
    }
}

/// Adds the pieces of a text, each line for itself.
fn lines(source: &Source, span: Span, pieces: &mut Vec<Piece>) {
    let mut start = span.start();
    for line in source.slice(span).split_inclusive('\n') {
        let (text, is_ended) = match line.strip_suffix('\n') {
            Some(text) => (text, true),
            None => (line, false),
        };
        let end = start + text.len();
        match pieces.last_mut() {
            // What lies side by side is one.
            Some(Piece {
                text: before,
                span,
                kind: Kind::Text,
            }) if span.end() == start => {
                before.push_str(text);
                *span = Span::new(span.start(), end);
            }
            _ if !text.is_empty() => pieces.push(Piece {
                text: text.to_owned(),
                span: Span::new(start, end),
                kind: Kind::Text,
            }),
            _ => {}
        }
        if is_ended {
            pieces.push(Piece {
                text: "\n".to_owned(),
                span: Span::new(end, end + 1),
                kind: Kind::LineEnd,
            });
        }
        start = end + usize::from(is_ended);
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

impl Choice {
    /// The same in Fluent.
    fn text(&self) -> String {
        let variants = self.variants.iter();
        let variants = variants.map(|variant| {
            let wording = variant.wording.text.as_str();
            (variant.key.as_str(), variant.is_default, wording)
        });
        choice(&self.selector, variants)
    }
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
    fn placeable(&mut self, expression: &Expression) -> (String, Kind) {
        match expression {
            Expression::Inline(inline) => {
                let text = format!("{{ {} }}", self.inline(inline));
                let is_value = is_value(self.source, expression);
                (text, if is_value { Kind::Value } else { Kind::Own })
            }
            Expression::Select(select) => {
                self.has_choice = true;
                let choice = self.choice(select);
                (choice.text(), Kind::Choice(choice))
            }
        }
    }

    fn choice(&mut self, select: &Select) -> Choice {
        let source = self.source;
        let selector = self.inline(&select.selector);
        let variants = select.variants.iter().map(|variant| Variant {
            key: source.slice(variant.key).to_owned(),
            key_span: variant.key,
            is_number: variant.is_number,
            is_default: variant.is_default,
            wording: Wording::within(source, &variant.value),
        });
        let variants: Vec<_> = variants.collect();
        for variant in &variants {
            let arguments = variant.wording.arguments.iter();
            self.arguments.extend(arguments.cloned());
        }
        let (argument, is_number) = cardinal(source, &select.selector);
        Choice {
            argument: argument.map(str::to_owned),
            selector,
            is_number,
            variants,
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
            InlineKind::Placeable(inner) => self.placeable(&inner.expression).0,
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

/// The argument by which a choice goes, and whether it is said to be a number; none where it is not
/// the cardinal of one.
fn cardinal<'s>(source: &'s Source, selector: &Inline) -> (Option<&'s str>, bool) {
    let slice = |span: Span| source.slice(span);
    let is_cardinal = |arguments: &CallArguments| {
        let mut named = arguments.named.iter();
        named.all(|(name, value)| slice(*name) != "type" || slice(value.span) == "\"cardinal\"")
    };
    match &selector.kind {
        InlineKind::Variable(name) => (Some(slice(*name)), false),
        InlineKind::Function(function, arguments)
            if slice(*function) == "NUMBER" && is_cardinal(arguments) =>
        {
            let only = match &arguments.positional[..] {
                [only] => &only.kind,
                _ => return (None, true),
            };
            match only {
                InlineKind::Variable(name) => (Some(slice(*name)), true),
                _ => (None, true),
            }
        }
        _ => (None, false),
    }
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
