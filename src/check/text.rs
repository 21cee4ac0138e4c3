//! One text of a catalog as rules see it: where it belongs, how it is written, and how it reads.
//!
//! A rule about words wants the text as one string, and a finding wants the place in the file; a
//! [`View`] is the string that knows both. It is separate from the syntax tree because that says
//! what is written, and a view what is read.

use std::cell::OnceCell;
use std::ops::Range;

use unic_langid::LanguageIdentifier;

use super::shape::Shape;
use crate::catalog::Catalog;
use crate::finding::{Finding, Rule};
use crate::source::{Source, Span};
use crate::syntax::{
    Element, Expression, Inline, InlineKind, Message, Pattern, Placeable, Select, unescape,
};

/// A value or an attribute of a message or a term.
pub(super) struct Text<'c> {
    pub(super) locale: &'c LanguageIdentifier,
    pub(super) source: &'c Source,
    pub(super) message: &'c Message,
    pub(super) pattern: &'c Pattern,
    pub(super) attribute: Option<&'c str>,
    pub(super) is_term: bool,
    /// The id, or the attribute's name.
    name_span: Span,
    catalog: &'c Catalog,
    views: OnceCell<Vec<View>>,
    shape: OnceCell<Shape<'c>>,
    wording: OnceCell<String>,
}

impl<'c> Text<'c> {
    pub(super) fn new(
        locale: &'c LanguageIdentifier,
        source: &'c Source,
        message: &'c Message,
        pattern: &'c Pattern,
        attribute: Option<Span>,
        is_term: bool,
        catalog: &'c Catalog,
    ) -> Self {
        Text {
            locale,
            source,
            message,
            pattern,
            attribute: attribute.map(|name| source.slice(name)),
            is_term,
            name_span: attribute.unwrap_or(message.id),
            catalog,
            views: OnceCell::new(),
            shape: OnceCell::new(),
            wording: OnceCell::new(),
        }
    }

    /// The id of the message or term, without a mark.
    pub(super) fn id(&self) -> &'c str {
        self.source.slice(self.message.id)
    }

    /// The name in findings, such as `NotFound.action` or `-product`.
    pub(super) fn name(&self) -> String {
        name(self.id(), self.attribute, self.is_term)
    }

    /// A finding in this text.
    pub(super) fn finding(&self, rule: Rule, span: Span) -> Finding {
        Finding::new(rule, self.source, span)
            .with_locale(self.locale)
            .with_code(self.name())
    }

    /// A finding about the text as a whole.
    pub(super) fn finding_here(&self, rule: Rule) -> Finding {
        self.finding(rule, self.name_span())
    }

    /// Where the text is named: the id, or the attribute's name.
    pub(super) fn name_span(&self) -> Span {
        self.name_span
    }

    /// The text, and then each variant of a choice in it, as they read.
    pub(super) fn views(&self) -> &[View] {
        self.views.get_or_init(|| views(self.source, self.pattern))
    }

    /// All that it says in one line, as the lock keeps it.
    pub(super) fn wording(&self) -> &str {
        self.wording
            .get_or_init(|| super::lock::wording(self.source, self.pattern))
    }

    /// What it does with its arguments; of a term nothing is known, since its arguments are its own.
    pub(super) fn shape(&self) -> &Shape<'c> {
        self.shape.get_or_init(|| {
            if self.is_term {
                return Shape::default();
            }
            let template = match self.attribute {
                None => self.catalog.template(self.id(), self.locale),
                Some(_) => self.catalog.template(&self.name(), self.locale),
            };
            template.map(Shape::of).unwrap_or_default()
        })
    }
}

/// `id`, `id.attribute` or `-id`.
pub(super) fn name(id: &str, attribute: Option<&str>, is_term: bool) -> String {
    let mark = if is_term { "-" } else { "" };
    match attribute {
        None => format!("{mark}{id}"),
        Some(attribute) => format!("{mark}{id}.{attribute}"),
    }
}

/// A text without its variants, or one variant, as it reads. A placeable stands as `{$name}`,
/// `{NAME($name)}`, `{id}` or `{-id}`, a choice as `{*}`, and a string as what it holds.
#[derive(Debug, Default)]
pub(super) struct View {
    pub(super) text: String,
    pieces: Vec<Piece>,
}

/// Where a part of a view is written.
#[derive(Debug)]
struct Piece {
    at: usize,
    span: Span,
    /// Whether it reads as it is written, byte by byte.
    is_literal: bool,
}

impl View {
    fn push(&mut self, text: &str, span: Span, is_literal: bool) {
        self.pieces.push(Piece {
            at: self.text.len(),
            span,
            is_literal: is_literal && text.len() == span.range().len(),
        });
        self.text.push_str(text);
    }

    /// Where a part of the view is written.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let piece = |at: usize| {
            let index = self.pieces.partition_point(|piece| piece.at <= at);
            self.pieces.get(index.saturating_sub(1))
        };
        let Some(first) = piece(range.start) else {
            return Span::default();
        };
        let start = if first.is_literal {
            (first.span.start() + range.start - first.at).min(first.span.end())
        } else {
            first.span.start()
        };
        if range.is_empty() {
            return Span::new(start, start);
        }
        let end = match piece(range.end - 1) {
            Some(last) if last.is_literal => last.span.start() + range.end - last.at,
            Some(last) => last.span.end(),
            None => start,
        };
        Span::new(start, end)
    }

    /// Whether a part of the view is written byte by byte as it reads, so that it can be replaced.
    pub(super) fn is_literal(&self, range: Range<usize>) -> bool {
        let first = self.pieces.partition_point(|piece| piece.at <= range.start);
        let last = self
            .pieces
            .partition_point(|piece| piece.at < range.end.max(range.start + 1));
        let pieces = self.pieces.get(first.saturating_sub(1)..last);
        pieces.is_some_and(|pieces| {
            let is_joined = |pair: &[Piece]| pair[0].span.end() == pair[1].span.start();
            pieces.iter().all(|piece| piece.is_literal) && pieces.windows(2).all(is_joined)
        })
    }

    /// The literal text alone, placeables left out.
    pub(super) fn literals(&self) -> impl Iterator<Item = (usize, &str)> {
        let ends = self.pieces.iter().skip(1).map(|piece| piece.at);
        let ends = ends.chain(std::iter::once(self.text.len()));
        self.pieces
            .iter()
            .zip(ends)
            .map(|(piece, end)| (piece.at, &self.text[piece.at..end]))
            .filter(|(_, text)| !(text.starts_with('{') && text.ends_with('}')))
    }
}

pub(super) fn views(source: &Source, pattern: &Pattern) -> Vec<View> {
    let mut views = Vec::new();
    collect(source, pattern, &mut views);
    views
}

fn collect(source: &Source, pattern: &Pattern, views: &mut Vec<View>) {
    let mut view = View::default();
    let mut choices = Vec::new();
    for element in &pattern.elements {
        match element {
            Element::Text(span) => view.push(source.slice(*span), *span, true),
            Element::Placeable(placeable) => push(source, placeable, &mut view, &mut choices),
        }
    }
    views.push(view);
    for choice in choices {
        for variant in &choice.variants {
            collect(source, &variant.value, views);
        }
    }
}

fn push<'p>(
    source: &Source,
    placeable: &'p Placeable,
    view: &mut View,
    choices: &mut Vec<&'p Select>,
) {
    let span = placeable.span;
    match &placeable.expression {
        Expression::Select(select) => {
            view.push("{*}", span, false);
            choices.push(select);
        }
        Expression::Inline(inline) => match &inline.kind {
            InlineKind::Placeable(inner) => push(source, inner, view, choices),
            InlineKind::String(text) => {
                let raw = source.slice(*text);
                if raw.contains('\\') {
                    view.push(&unescape(raw), span, false);
                } else {
                    view.push(raw, *text, true);
                }
            }
            InlineKind::Number => view.push(source.slice(inline.span), span, false),
            _ => view.push(&format!("{{{}}}", short(source, inline)), span, false),
        },
    }
}

/// A value in a few letters: what is called, and with what.
fn short(source: &Source, inline: &Inline) -> String {
    match &inline.kind {
        InlineKind::Variable(id) => format!("${}", source.slice(*id)),
        InlineKind::Message(id, None) => source.slice(*id).to_owned(),
        InlineKind::Message(id, Some(attribute)) => {
            format!("{}.{}", source.slice(*id), source.slice(*attribute))
        }
        InlineKind::Term(id, ..) => format!("-{}", source.slice(*id)),
        InlineKind::Function(id, arguments) => {
            let first = arguments.positional.first().map(|first| match &first.kind {
                InlineKind::Variable(id) => format!("${}", source.slice(*id)),
                _ => String::new(),
            });
            format!("{}({})", source.slice(*id), first.unwrap_or_default())
        }
        InlineKind::String(_) | InlineKind::Number | InlineKind::Placeable(_) => String::new(),
    }
}

/// What a pattern is made of, each part once, outermost first.
pub(super) fn visit<'p>(pattern: &'p Pattern, see: &mut dyn FnMut(Part<'p>)) {
    for element in &pattern.elements {
        if let Element::Placeable(placeable) = element {
            visit_placeable(placeable, see);
        }
    }
}

/// A part of a pattern.
#[derive(Clone, Copy)]
pub(super) enum Part<'p> {
    /// A value, in text, in a call or deciding a choice.
    Inline(&'p Inline),
    /// A choice.
    Select(&'p Select),
}

fn visit_placeable<'p>(placeable: &'p Placeable, see: &mut dyn FnMut(Part<'p>)) {
    match &placeable.expression {
        Expression::Inline(inline) => visit_inline(inline, see),
        Expression::Select(select) => {
            see(Part::Select(select));
            visit_inline(&select.selector, see);
            for variant in &select.variants {
                visit(&variant.value, see);
            }
        }
    }
}

fn visit_inline<'p>(inline: &'p Inline, see: &mut dyn FnMut(Part<'p>)) {
    see(Part::Inline(inline));
    match &inline.kind {
        InlineKind::Placeable(placeable) => visit_placeable(placeable, see),
        InlineKind::Function(_, arguments) | InlineKind::Term(_, _, arguments) => {
            for value in &arguments.positional {
                visit_inline(value, see);
            }
        }
        InlineKind::String(_)
        | InlineKind::Number
        | InlineKind::Variable(_)
        | InlineKind::Message(..) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::syntax::{self, Entry};

    #[test]
    fn a_view_reads_as_the_text_and_knows_its_places() {
        let text = "a = Le { $n ->\n    [one] mot { NUMBER($n) }\n   *[other] mots\n }{ \"\\u00A0\" }: { -x }\n";
        let source = Source::new("a.ftl", text);
        let (resource, _) = syntax::parse(&source, &Limits::default());
        let Entry::Message(message) = &resource.entries[0] else {
            panic!("it is a message");
        };
        let views = views(&source, message.value.as_ref().unwrap());
        let texts: Vec<_> = views.iter().map(|view| view.text.as_str()).collect();
        assert_eq!(texts, ["Le {*}\u{A0}: {-x}", "mot {NUMBER($n)}", "mots"]);
        let place = |view: &View, part: &str| {
            let at = view.text.find(part).unwrap();
            source.slice(view.span(at..at + part.len())).to_owned()
        };
        assert_eq!(place(&views[0], "\u{A0}"), "{ \"\\u00A0\" }");
        assert_eq!(
            place(&views[0], "e {"),
            "e { $n ->\n    [one] mot { NUMBER($n) }\n   *[other] mots\n }"
        );
        assert_eq!(place(&views[1], "t {"), "t { NUMBER($n) }");
        assert!(views[2].is_literal(0..4) && !views[0].is_literal(0..4));
    }
}
