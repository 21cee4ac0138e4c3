//! What may be written at the cursor.

use std::collections::{BTreeMap, HashSet};

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionTextEdit, Documentation, InsertTextMode,
    MarkupContent, MarkupKind, TextEdit,
};
use tolken::check::plural_categories;
use tolken::{ArgumentType, Code, LanguageIdentifier, Source};

use super::cursor::{self, Context, Cursor};
use super::function::{self, FUNCTIONS};
use super::hover;
use super::position::Lines;
use super::project::{Project, messages};

/// How many items are offered; a client asks again when more letters are there.
const MOST: usize = 1_000;

/// What is offered at a place, and whether it is all there is.
pub(super) fn completion(
    project: &Project<'_>,
    locale: &LanguageIdentifier,
    source: &Source,
    offset: usize,
    lines: &Lines<'_>,
) -> (Vec<CompletionItem>, bool) {
    let Some(cursor) = cursor::at(source.text(), offset) else {
        return (Vec::new(), true);
    };
    let mut offers = Offers {
        project,
        locale,
        source,
        cursor: &cursor,
        lines,
        items: Vec::new(),
        is_complete: true,
    };
    offers.collect();
    (offers.items, offers.is_complete)
}

struct Offers<'o, 'p> {
    project: &'o Project<'p>,
    locale: &'o LanguageIdentifier,
    source: &'o Source,
    cursor: &'o Cursor<'o>,
    lines: &'o Lines<'o>,
    items: Vec<CompletionItem>,
    is_complete: bool,
}

impl Offers<'_, '_> {
    fn collect(&mut self) {
        match self.cursor.context {
            Context::Id => self.missing(self.cursor.entry == Some("-")),
            Context::Attribute => self.attributes(),
            Context::Value {
                call,
                takes_options,
            } => {
                if let Some(call) = call.filter(|_| takes_options) {
                    self.options(call);
                }
                if call.is_none_or(|call| !call.starts_with('-')) {
                    self.arguments();
                }
                if call.is_none() {
                    self.functions();
                    self.references();
                }
            }
            Context::Option { call, option } => self.values(call, option),
            Context::Key { selector } => self.keys(selector),
        }
    }

    /// Offers a text in the place of what is written already.
    fn offer(
        &mut self,
        label: &str,
        text: String,
        kind: CompletionItemKind,
        detail: Option<String>,
    ) {
        if self.items.len() >= MOST {
            self.is_complete = false;
            return;
        }
        let range = self.lines.range(self.cursor.written);
        self.items.push(CompletionItem {
            label: label.to_owned(),
            kind: Some(kind),
            detail,
            // By what stands there: a client cuts its own word otherwise, without `$` or a hyphen.
            filter_text: Some(text.lines().next().unwrap_or_default().to_owned()),
            sort_text: Some(format!("{:05}", self.items.len())),
            insert_text_mode: Some(InsertTextMode::AS_IS),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(range, text))),
            ..CompletionItem::default()
        });
    }

    fn document(&mut self, text: String) {
        if let Some(item) = self.items.last_mut() {
            item.documentation = Some(Documentation::MarkupContent(MarkupContent {
                kind: MarkupKind::Markdown,
                value: text,
            }));
        }
    }

    fn code(&self) -> Option<Code<'_>> {
        hover::code_of(self.project.catalog?, self.cursor.entry?)
    }

    /// The messages or terms of the source locale that this locale does not have, each with its source
    /// text to begin with.
    fn missing(&mut self, terms: bool) {
        let Some(source_locale) = self.project.source_locale() else {
            return;
        };
        let mut known: HashSet<&str> = HashSet::new();
        for resource in self.project.of(self.locale) {
            let own = messages(resource).filter(|(message, term)| {
                // What is being written is not there yet.
                let is_here = std::ptr::eq(resource.source.text(), self.source.text())
                    && message.id.end() == self.cursor.written.end();
                *term == terms && !is_here
            });
            known.extend(own.map(|(message, _)| resource.source.slice(message.id)));
        }
        let typed = self.source.slice(self.cursor.written);
        let mut missing = Vec::new();
        for resource in self.project.of(source_locale) {
            for (message, term) in messages(resource) {
                let id = resource.source.slice(message.id);
                if term == terms && !known.contains(id) && is_near(id, typed) {
                    missing.push((id, resource, message));
                }
            }
        }
        // Those of the file of the same name first.
        let name = |path: &str| path.rsplit(['/', '\\']).next().map(str::to_owned);
        let own = name(self.source.path());
        missing.sort_by_key(|(_, resource, _)| name(resource.source.path()) != own);
        for (id, resource, message) in missing {
            let text = resource.source.slice(message.span);
            let text = text.strip_prefix('-').unwrap_or(text).replace('\r', "");
            let detail = format!("missing here, with the text of {source_locale}");
            self.offer(id, text.clone(), CompletionItemKind::CLASS, Some(detail));
            self.document(format!("```ftl\n{text}\n```"));
        }
    }

    fn attributes(&mut self) {
        let (Some(id), Some(source_locale)) = (self.cursor.entry, self.project.source_locale())
        else {
            return;
        };
        let (id, is_term) = match id.strip_prefix('-') {
            Some(id) => (id, true),
            None => (id, false),
        };
        let Some((resource, message)) = self.project.message(source_locale, id, is_term) else {
            return;
        };
        for attribute in &message.attributes {
            let name = resource.source.slice(attribute.id);
            let text = resource
                .source
                .slice(attribute.id.to(attribute.value.span()));
            let text = text.replace('\r', "");
            let detail = Some(format!("with the text of {source_locale}"));
            self.offer(name, text, CompletionItemKind::PROPERTY, detail);
        }
    }

    fn arguments(&mut self) {
        let Some(id) = self.cursor.entry.filter(|id| !id.starts_with('-')) else {
            return;
        };
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        if let Some(catalog) = self.project.catalog {
            for (name, is_number) in catalog.variables(id) {
                let kind = if is_number { "a number" } else { "" };
                names.insert(name.to_owned(), kind.to_owned());
            }
        }
        let code = self.code();
        for argument in code.map_or(&[][..], Code::arguments) {
            names.insert(argument.name().to_owned(), hover::kind(argument));
        }
        // Names that are in this message alone may be misspelt, and are what is being written.
        if let Some(catalog) = self.project.catalog {
            let source = catalog.source_locale();
            let mut known = HashSet::new();
            let templates = [id.to_owned(), format!("{id}.action"), format!("{id}.title")];
            for name in templates {
                let template = catalog.template(&name, source);
                known.extend(template.into_iter().flat_map(tolken::Template::variables));
            }
            let declared = code.map_or(&[][..], Code::arguments);
            names.retain(|name, _| {
                known.is_empty() && declared.is_empty()
                    || known.iter().any(|(known, _)| known == name)
                    || declared.iter().any(|argument| argument.name() == name)
            });
        }
        for (name, kind) in names {
            let label = format!("${name}");
            let described = hover::described(self.project, id, &name).map(str::to_owned);
            let text = label.clone();
            let detail = Some(kind).filter(|kind| !kind.is_empty());
            self.offer(&label, text, CompletionItemKind::VARIABLE, detail);
            if let Some(described) = described {
                self.document(described);
            }
        }
    }

    fn functions(&mut self) {
        for function in &FUNCTIONS {
            let kind = CompletionItemKind::FUNCTION;
            let detail = Some(function.gives.to_owned());
            self.offer(function.name, function.name.to_owned(), kind, detail);
            self.document(hover::of_function(function));
        }
    }

    fn references(&mut self) {
        let typed = self.source.slice(self.cursor.written);
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        for resource in self.project.of(self.locale) {
            for (message, is_term) in messages(resource) {
                let id = resource.source.slice(message.id);
                let label = if is_term {
                    format!("-{id}")
                } else {
                    id.to_owned()
                };
                if Some(label.as_str()) == self.cursor.entry || !is_near(&label, typed) {
                    continue;
                }
                if seen.insert(label.clone()) {
                    let value = message.value.as_ref();
                    let text = value.map(|value| resource.source.slice(value.span()));
                    let text = text.and_then(|text| text.lines().next()).map(str::to_owned);
                    found.push((is_term, label, text));
                }
            }
        }
        found.sort_by_key(|(is_term, ..)| !is_term);
        for (is_term, label, detail) in found {
            let kind = if is_term {
                CompletionItemKind::CONSTANT
            } else {
                CompletionItemKind::REFERENCE
            };
            self.offer(&label, label.clone(), kind, detail);
        }
    }

    fn options(&mut self, call: &str) {
        for option in function::named(call).map_or(&[][..], |function| function.options) {
            let text = format!("{}: ", option.name);
            let detail = Some(option.values.described());
            self.offer(option.name, text, CompletionItemKind::PROPERTY, detail);
        }
    }

    fn values(&mut self, call: &str, option: &str) {
        let function = function::named(call);
        let options = function.map_or(&[][..], |function| function.options);
        let Some(parameter) = options.iter().find(|known| known.name == option) else {
            return;
        };
        // A quote that an editor has put in by itself is taken with it.
        let has_quote = self.source.text()[self.cursor.written.end()..].starts_with('"');
        let begun = self.source.slice(self.cursor.written).starts_with('"');
        for value in parameter.values.written() {
            let text = match value.strip_suffix('"') {
                Some(open) if has_quote && begun => open.to_owned(),
                _ => value.clone(),
            };
            self.offer(&value, text, CompletionItemKind::VALUE, None);
        }
    }

    /// The keys of a choice: the values of an `enum`, else the plural categories of the locale.
    fn keys(&mut self, selector: &str) {
        let name = selector.trim_start_matches("NUMBER(").trim_start();
        let name = name.strip_prefix('$').unwrap_or_default();
        let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
        let name = &name[..length.unwrap_or(name.len())];
        let arguments = self.code().map_or(&[][..], Code::arguments);
        let declared = arguments.iter().find(|argument| argument.name() == name);
        let values = declared.filter(|argument| argument.kind() == ArgumentType::Enum);
        let values = values.map(|argument| argument.values().to_vec());
        let closing = self.source.text()[self.cursor.written.end()..].starts_with(']');
        let end = if closing { "" } else { "]" };
        if let Some(values) = values {
            for value in values {
                let text = format!("{value}{end}");
                self.offer(&value, text, CompletionItemKind::ENUM_MEMBER, None);
            }
            return;
        }
        let is_ordinal = selector.contains("ordinal");
        for category in plural_categories(self.locale, is_ordinal) {
            let text = format!("{category}{end}");
            let detail = Some(format!("a plural category of {}", self.locale));
            self.offer(category, text, CompletionItemKind::ENUM_MEMBER, detail);
        }
    }
}

/// Whether a name may be meant by what is written of it: all letters, in their order.
fn is_near(name: &str, typed: &str) -> bool {
    let mut letters = name.chars().map(|c| c.to_ascii_lowercase());
    typed
        .chars()
        .map(|c| c.to_ascii_lowercase())
        .all(|typed| letters.any(|letter| letter == typed))
}

#[cfg(test)]
mod tests {
    use tolken::Layer;
    use tolken::check::Checker;
    use tolken::syntax::Resource;

    use super::*;
    use crate::lsp::position::Encoding;
    use crate::lsp::project::File;

    const ENGLISH: &str = "\
-brand = Portal
# Variables:
#   $count (Number) - how many there are
#   $kind (String) - what they are
Found = { $kind ->
    [machine] Machine
   *[other] Thing
} { NUMBER($count) }
    .action = Look for { $count }.
Gone = Gone with
    { $kind }
";
    const MANIFEST: &str = "\
[codes.Found.args]
count = { type = \"integer\", example = 3 }
kind = { type = \"enum\", values = [\"machine\", \"other\"], example = \"machine\" }
extra = { type = \"string\" }
";

    /// The texts offered at `|` in a file of French.
    fn offered(marked: &str) -> Vec<String> {
        let offset = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        let layer = Layer::new()
            .manifest("catalog.toml", MANIFEST)
            .source("en-US", "en-US/a.ftl", ENGLISH)
            .source("fr-FR", "fr-FR/a.ftl", text);
        let checked = Checker::new().layer(layer).run().unwrap();
        let files: Vec<File<'_>> = checked
            .files()
            .map(|(locale, resource)| File { locale, resource })
            .collect();
        let resource: &Resource = files[1].resource;
        let source = resource.source.clone();
        let project = Project {
            catalog: checked.catalog(),
            findings: &[],
            files: files.clone(),
            manifest: None,
        };
        let lines = Lines::of_document(source.text(), Encoding::Utf8);
        let (items, is_complete) = completion(&project, files[1].locale, &source, offset, &lines);
        assert!(is_complete);
        items
            .into_iter()
            .map(|item| match item.text_edit {
                Some(CompletionTextEdit::Edit(edit)) => {
                    let before = source.slice(lines.span(edit.range)).to_owned();
                    format!("{before}>{}", edit.new_text)
                }
                _ => panic!("it is an edit"),
            })
            .collect()
    }

    #[test]
    fn what_the_code_takes_is_offered() {
        assert_eq!(
            offered("Found = { $c|\n")[..3],
            ["$c>$count", "$c>$extra", "$c>$kind"]
        );
        assert_eq!(offered("Gone = { $|\n")[..1], ["$>$kind"]);
        let offers = offered("-brand = P\nGone = { |\n");
        assert!(offers.contains(&">-brand".to_owned()), "{offers:?}");
        assert!(offers.contains(&">NUMBER".to_owned()), "{offers:?}");
        assert_eq!(offered("Found = text |\n"), [""; 0]);
    }

    #[test]
    fn options_their_values_and_keys_are_offered() {
        assert_eq!(offered("Found = { LIST($kind, |)")[..1], [">type: "]);
        assert_eq!(
            offered("Found = { LIST($kind, type: \"|\") }\n"),
            ["\">\"and", "\">\"or", "\">\"unit"]
        );
        assert_eq!(
            offered("Found = { $count ->\n    [|\n"),
            [">one]", ">many]", ">other]"]
        );
        assert_eq!(
            offered("Found = { NUMBER($count, type: \"ordinal\") ->\n    [o|]\n"),
            ["o>one", "o>other"]
        );
        assert_eq!(
            offered("Found = { $kind ->\n    [|\n"),
            [">machine]", ">other]"]
        );
    }

    #[test]
    fn what_is_missing_begins_with_the_source_text() {
        assert_eq!(
            offered("Found = x\nG|\n"),
            ["G>Gone = Gone with\n    { $kind }"]
        );
        assert_eq!(offered("-b|\n"), ["b>brand = Portal"]);
        assert_eq!(
            offered("Found = x\n    .|\n"),
            [">action = Look for { $count }."]
        );
    }
}
