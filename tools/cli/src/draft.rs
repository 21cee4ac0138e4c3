//! The draft of a translation: a file of the source locale, ready for a translator of another.
//!
//! Each message stands as a comment: what the source says, and below it the message as the language
//! wants it, plural categories laid out, to be translated and freed of its `#`. A message that is not
//! translated yet is so absent from the locale, and readers get the one of the source locale, under its
//! name; a copy of the source text would be served as if it were a translation, and counted as one.

use std::collections::BTreeSet;

use tolken::syntax::{
    Comment, Element, Entry, Expression, InlineKind, Message, Pattern, Placeable, Resource, Select,
    Variant,
};
use tolken::{Catalog, Edit, Source, Span};

use crate::patch::patched;
use crate::plural::{CATEGORIES, Kind, categories, kind};
use crate::tree::{self, patterns};

/// How an allowance begins; it is about a text of the source locale, and no other.
const ALLOWANCE: &str = "tolken: allow ";

/// A file to be translated.
pub(crate) struct Draft {
    /// What it holds.
    pub(crate) text: String,
    /// How many messages and terms it has.
    pub(crate) messages: usize,
    /// What it chooses by.
    pub(crate) kinds: BTreeSet<Kind>,
}

/// The draft of a file in another locale.
pub(crate) fn draft(resource: &Resource, catalog: &Catalog, locale: &str) -> Draft {
    let mut writer = Writer {
        source: &resource.source,
        catalog,
        locale,
        blocks: Vec::new(),
        kinds: BTreeSet::new(),
    };
    let mut messages = 0;
    for entry in &resource.entries {
        match entry {
            Entry::Message(message) | Entry::Term(message) => {
                messages += 1;
                writer.message(message);
            }
            Entry::Comment(comment) => writer.comment(comment),
            Entry::Junk(_) => {}
        }
    }
    writer.head();
    let mut text = writer.blocks.join("\n\n");
    text.push('\n');
    Draft {
        text,
        messages,
        kinds: writer.kinds,
    }
}

struct Writer<'r> {
    source: &'r Source,
    catalog: &'r Catalog,
    locale: &'r str,
    blocks: Vec<String>,
    kinds: BTreeSet<Kind>,
}

impl Writer<'_> {
    /// What a translator reads first.
    fn head(&mut self) {
        let mut lines = vec![
            "To translate: write each text in your language, and take the `#` away from the lines of"
                .to_owned(),
            "its message. What is left is not shown to anybody, and `tolken check` names it.".to_owned(),
        ];
        for kind in &self.kinds {
            let what = match kind {
                Kind::Cardinal => "Plural categories",
                Kind::Ordinal => "Categories of ordinal numbers",
            };
            lines.push(String::new());
            lines.push(format!("{what} of {}:", self.locale));
            let categories = categories(self.locale, *kind).into_iter();
            lines.extend(categories.map(|one| format!("  [{}] {}", one.name, one.samples)));
        }
        let head = commented("###", lines.iter().map(String::as_str));
        self.blocks.insert(0, head);
    }

    fn comment(&mut self, comment: &Comment) {
        let mark = "#".repeat(usize::from(comment.level));
        let lines: Vec<_> = self.lines(comment).collect();
        if lines.iter().any(|line| !line.is_empty()) {
            self.blocks.push(commented(&mark, lines));
        }
    }

    /// The lines of a comment, without allowances, and without a message that is commented out: nobody
    /// needs its translation.
    fn lines(&self, comment: &Comment) -> impl Iterator<Item = &str> {
        let lines = comment.lines.iter().map(|line| self.source.slice(*line));
        lines
            .take_while(|line| tree::draft(line).is_none())
            .filter(|line| !line.trim_start().starts_with(ALLOWANCE))
    }

    fn message(&mut self, message: &Message) {
        let id = self.source.slice(message.id);
        let mut edits = Vec::new();
        for pattern in patterns(message) {
            self.lay_out(id, pattern, &mut edits);
        }
        let from = self.catalog.source_locale();
        let value = message.value.as_ref().map(Pattern::span);
        let value = value.map_or("", |span| self.source.slice(span));
        let mut texts = vec![format!("{from}: {value}")];
        texts.extend(message.attributes.iter().map(|attribute| {
            let name = self.source.slice(attribute.id);
            let text = self.source.slice(attribute.value.span());
            format!("    .{name}: {text}")
        }));
        texts.push(within(self.source, message.span, &edits));
        let block = texts.join("\n");
        let comment = message.comment.as_deref();
        let own = comment.into_iter().flat_map(|comment| self.lines(comment));
        let block = commented("#", own.chain(block.lines()));
        self.blocks.push(block);
    }

    /// The edits that give each choice by number the categories of the locale.
    fn lay_out(&mut self, id: &str, pattern: &Pattern, edits: &mut Vec<Edit>) {
        for element in &pattern.elements {
            if let Element::Placeable(placeable) = element {
                self.lay_out_placeable(id, placeable, edits);
            }
        }
    }

    fn lay_out_placeable(&mut self, id: &str, placeable: &Placeable, edits: &mut Vec<Edit>) {
        match &placeable.expression {
            Expression::Inline(inline) => {
                if let InlineKind::Placeable(inner) = &inline.kind {
                    self.lay_out_placeable(id, inner, edits);
                }
            }
            Expression::Select(select) => {
                if let Some(kind) = kind(self.catalog, id, self.source, select) {
                    self.kinds.insert(kind);
                    edits.extend(self.variants(id, select, kind));
                } else {
                    for variant in &select.variants {
                        self.lay_out(id, &variant.value, edits);
                    }
                }
            }
        }
    }

    /// The variants of a choice, with the categories of the locale in the place of those that it has.
    fn variants(&mut self, id: &str, select: &Select, kind: Kind) -> Option<Edit> {
        let text = self.source.text();
        let bracket = |variant: &Variant| text[..variant.key.start()].rfind('[');
        let first = bracket(select.variants.first()?)?;
        let line = text[..first].rfind('\n').map_or(0, |at| at + 1);
        let before = text[line..first].trim_end_matches('*');
        let is_blank = before.bytes().all(|byte| byte == b' ');
        let indent = if is_blank { first - line } else { 4 };
        let mut out = Vec::new();
        let write = |key: &str, value: &str, is_default: bool, out: &mut Vec<String>| {
            let star = if is_default { "*" } else { "" };
            let indent = " ".repeat(indent.saturating_sub(star.len()));
            out.push(format!("{indent}{star}[{key}]{value}"));
        };
        let key = |variant: &Variant| self.source.slice(variant.key).to_owned();
        let is_kept = |variant: &&Variant| {
            variant.is_number || !CATEGORIES.contains(&self.source.slice(variant.key))
        };
        let kept: Vec<_> = select.variants.iter().filter(is_kept).collect();
        let default = select.variants.iter().find(|variant| variant.is_default)?;
        let categories = categories(self.locale, kind);
        let category = |name: &str| {
            let mut variants = select.variants.iter();
            variants.find(|variant| !variant.is_number && key(variant) == name)
        };
        let mut all: Vec<(String, &Variant)> = Vec::new();
        all.extend(kept.into_iter().map(|variant| (key(variant), variant)));
        all.extend(categories.iter().map(|one| {
            let similar = category(one.name).unwrap_or(default);
            (one.name.to_owned(), similar)
        }));
        let has_other = all.iter().any(|(key, _)| key == "other");
        for (key, variant) in all {
            let is_default = key == "other" || !has_other && variant.is_default;
            let value = self.value(id, variant)?;
            write(&key, &value, is_default, &mut out);
        }
        let start = if is_blank { line } else { first };
        let end = select.variants.last()?.value.span().end();
        Some(Edit::new(Span::new(start, end), out.join("\n")))
    }

    /// A variant behind its key, as it is written.
    fn value(&mut self, id: &str, variant: &Variant) -> Option<String> {
        let text = self.source.text();
        let close = variant.key.end() + text[variant.key.end()..].find(']')? + 1;
        let mut edits = Vec::new();
        self.lay_out(id, &variant.value, &mut edits);
        let span = Span::new(close, variant.value.span().end());
        Some(within(self.source, span, &edits))
    }
}

/// A part of a file with edits, its lines ended by LF.
fn within(source: &Source, span: Span, edits: &[Edit]) -> String {
    let moved = |edit: &Edit| {
        let at = edit.span();
        let (start, end) = (at.start() - span.start(), at.end() - span.start());
        Edit::new(Span::new(start, end), edit.text())
    };
    let edits: Vec<_> = edits.iter().map(moved).collect();
    patched(source.slice(span), &edits).replace("\r\n", "\n")
}

/// Lines as a comment.
fn commented<'l>(mark: &str, lines: impl IntoIterator<Item = &'l str>) -> String {
    let line = |line: &str| {
        let line = line.trim_end();
        if line.is_empty() {
            mark.to_owned()
        } else {
            format!("{mark} {line}")
        }
    };
    lines.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tolken::check::Checker;
    use tolken::{Layer, Limits, syntax};

    use super::*;
    use crate::generate;
    use crate::tree::inlines;

    const SOURCE: &str = "### Errors

# Variables:
#   $n (Number)
# tolken: allow english: it is
a = { $n ->
    [one] One item
   *[other] { NUMBER($n) } items { $kind ->
        [alert] of one { $n ->
           *[other] deep
        }
       *[machine] of two
    }
} left.
    .action = Take the { NUMBER($n, type: \"ordinal\") ->
        [one] { $n }st
       *[other] { $n }th
    }.
-brand = Brand
b =
    { -brand }

    said { \"\" }
";

    fn parse(text: &str) -> Resource {
        syntax::parse(&Source::new("a.ftl", text), &Limits::default()).0
    }

    fn catalog(text: &str) -> Catalog {
        let layer = Layer::new().source("en-US", "a.ftl", text);
        let loaded = Catalog::builder().layer(layer).build();
        loaded.unwrap().into_catalog()
    }

    /// The file with each message freed of its `#`.
    fn freed(draft: &str) -> String {
        let mut is_message = false;
        let mut text = String::new();
        for line in draft.lines() {
            let inner = line.strip_prefix("# ").or(line.strip_prefix('#'));
            match inner {
                None => is_message = false,
                Some(inner) if tree::draft(inner).is_some() => is_message = true,
                Some(_) => {}
            }
            text.push_str(inner.filter(|_| is_message).unwrap_or(line));
            text.push('\n');
        }
        text
    }

    /// The keys of every choice.
    fn keys(resource: &Resource, pattern: &Pattern, keys: &mut Vec<Vec<String>>) {
        for element in &pattern.elements {
            if let Element::Placeable(placeable) = element
                && let Expression::Select(select) = &placeable.expression
            {
                let own = select.variants.iter();
                keys.push(
                    own.map(|one| resource.source.slice(one.key).to_owned())
                        .collect(),
                );
                for variant in &select.variants {
                    self::keys(resource, &variant.value, keys);
                }
            }
        }
    }

    #[test]
    fn choices_have_exactly_the_categories_of_the_locale() {
        let catalog = catalog(SOURCE);
        for (tag, cardinal, ordinal) in [
            ("ja", "other", "other"),
            ("pl", "one few many other", "other"),
            ("ar", "zero one two few many other", "other"),
            ("ru", "one few many other", "other"),
            ("lv", "zero one other", "other"),
            (
                "cy",
                "zero one two few many other",
                "zero one two few many other",
            ),
            ("pt-BR", "one many other", "other"),
            ("zh-Hant-TW", "other", "other"),
            ("ga", "one two few many other", "one other"),
            ("he", "one two other", "other"),
            ("cs", "one few many other", "other"),
            ("is", "one other", "other"),
            ("sv", "one other", "one other"),
            ("it", "one many other", "many other"),
        ] {
            let draft = draft(&parse(SOURCE), &catalog, tag);
            assert_eq!(draft.messages, 3);
            let resource = parse(&freed(&draft.text));
            let (_, findings) = syntax::parse(&resource.source, &Limits::default());
            assert!(findings.is_empty(), "{tag}: {findings:?}");
            let mut found = Vec::new();
            for entry in &resource.entries {
                if let Entry::Message(message) = entry {
                    for pattern in patterns(message) {
                        keys(&resource, pattern, &mut found);
                    }
                }
            }
            let found: BTreeSet<_> = found.iter().map(|keys| keys.join(" ")).collect();
            let all = ["alert machine", cardinal, ordinal].map(str::to_owned);
            assert_eq!(found, BTreeSet::from(all), "{tag}");
        }
    }

    #[test]
    fn what_is_not_translated_is_missing_and_nothing_else_is_found() {
        for tag in ["ja", "ar", "sv-SE"] {
            let draft = draft(&parse(SOURCE), &catalog(SOURCE), tag);
            let layer = Layer::new().source("en-US", "en-US/a.ftl", SOURCE).source(
                tag,
                &*format!("{tag}/a.ftl"),
                draft.text,
            );
            let checker = Checker::new().layer(layer).locale(tag.parse().unwrap());
            let found = checker.run().unwrap();
            let found: Vec<_> = found
                .findings()
                .iter()
                .filter(|finding| finding.source().path().starts_with(tag))
                .map(|finding| {
                    let source = finding.source();
                    (finding.rule_id(), source.slice(finding.span()).to_owned())
                })
                .collect();
            let missing = |rule, id: &str| (rule, id.to_owned());
            assert_eq!(
                found,
                [
                    missing("missing-message", "a"),
                    missing("missing-term", "-brand"),
                    missing("missing-message", "b"),
                ],
                "{tag}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_draft_holds_no_entry_and_frees_into_all(text in generate::resource()) {
            let resource = parse(&text);
            let draft = draft(&resource, &Catalog::builtin(), "pl");
            let comments = parse(&draft.text);
            let is_comment = |entry: &Entry| matches!(entry, Entry::Comment(_));
            prop_assert!(comments.entries.iter().all(is_comment), "{}", draft.text);
            // A choice has other variants, so what is read may be read more often.
            let names = |resource: &Resource| {
                let entries = resource.entries.iter().filter_map(|entry| match entry {
                    Entry::Message(message) | Entry::Term(message) => {
                        let slice = |span| resource.source.slice(span).to_owned();
                        let inlines = inlines(message).into_iter();
                        let read: BTreeSet<_> = inlines.map(|inline| slice(inline.span)).collect();
                        Some((slice(message.id), read))
                    }
                    _ => None,
                });
                entries.collect::<Vec<_>>()
            };
            prop_assert_eq!(names(&parse(&freed(&draft.text))), names(&resource));
        }
    }
}
