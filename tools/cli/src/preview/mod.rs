//! What a translator sees of a locale before users do: every message, each of its branches, with
//! arguments of every kind, beside the source locale's.
//!
//! Owns what is shown, as data; [`terminal`] and [`html`] say how. Which arguments a text is shown
//! with is planned in [`examples`], which knows nothing of either.

#[cfg(test)]
mod coverage;
mod examples;
mod groups;
pub(crate) mod html;
mod notes;
mod plurals;
mod sample;
pub(crate) mod terminal;
mod walk;

use icu_locale::{Locale, LocaleDirectionality};
use serde::Serialize;
use tolken::{Catalog, Code, Finding, LanguageIdentifier, Marked, Request, Severity, Value};

use self::examples::{Example, Examples};
use self::groups::{Group, groups};
pub(crate) use self::notes::Note;
use self::notes::{Notes, note_faults};
use crate::report::printable;

/// All that is shown of a locale.
#[derive(Debug, Serialize)]
pub(crate) struct Preview {
    pub(crate) language: Language,
    /// `None` of the source locale itself.
    pub(crate) source: Option<Language>,
    pub(crate) messages: Vec<Message>,
    /// What is wrong in its files, and belongs to no message.
    pub(crate) notes: Vec<Note>,
}

/// A locale, as a page names it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Language {
    pub(crate) tag: String,
    /// `ltr` or `rtl`.
    pub(crate) direction: &'static str,
}

/// A message with its attributes.
#[derive(Debug, Serialize)]
pub(crate) struct Message {
    pub(crate) id: String,
    /// The codes that show it, as a rule the one that is its id.
    pub(crate) codes: Vec<String>,
    pub(crate) status: Option<u16>,
    pub(crate) is_retired: bool,
    pub(crate) texts: Vec<Text>,
    pub(crate) notes: Vec<Note>,
}

/// The value of a message, or an attribute.
#[derive(Debug, Serialize)]
pub(crate) struct Text {
    pub(crate) attribute: Option<String>,
    /// Whether the locale does not have it.
    pub(crate) is_missing: bool,
    pub(crate) rows: Vec<Row>,
    /// How many variants no row shows, there being too many.
    pub(crate) left_out: usize,
}

/// A text with some arguments.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    /// Those that differ from the first row.
    pub(crate) arguments: Vec<Shown>,
    pub(crate) own: Option<Vec<Piece>>,
    pub(crate) source: Option<Vec<Piece>>,
}

/// An argument of a row.
#[derive(Debug, Serialize)]
pub(crate) struct Shown {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) label: Option<&'static str>,
}

/// A part of a text, and whether it shows a value.
#[derive(Debug, Serialize)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) is_value: bool,
}

impl Preview {
    /// The preview of one locale: of all messages, or of those that are named by id or code.
    pub(crate) fn new(
        catalog: &Catalog,
        findings: &[Finding],
        locale: &LanguageIdentifier,
        named: &[String],
    ) -> Self {
        let source = catalog.source_locale();
        let mut notes = Notes::of(findings, locale);
        let examples = Examples::new(catalog, locale);
        let looking = Looking {
            catalog,
            examples,
            locales: [[locale.clone()], [source.clone()]],
        };
        let mut messages = Vec::new();
        for (id, group) in groups(catalog) {
            let is_named = |name: &String| name == id || group.codes.contains(&name.as_str());
            let own = notes.take(id, &group.codes);
            if named.is_empty() || named.iter().any(is_named) {
                messages.push(looking.message(id, &group, own));
            }
        }
        Preview {
            language: Language::of(locale),
            source: (locale != source).then(|| Language::of(source)),
            messages,
            notes: if named.is_empty() {
                notes.rest()
            } else {
                Vec::new()
            },
        }
    }

    /// Whether anything is wrong with what is shown.
    pub(crate) fn is_clean(&self) -> bool {
        let messages = self.messages.iter().flat_map(|message| &message.notes);
        let mut notes = self.notes.iter().chain(messages);
        notes.all(|note| note.level == Severity::Note)
    }
}

impl Language {
    fn of(locale: &LanguageIdentifier) -> Self {
        let tag = locale.to_string();
        let is_rtl = Locale::try_from_str(&tag)
            .is_ok_and(|locale| LocaleDirectionality::new_common().is_right_to_left(&locale.id));
        Language {
            tag,
            direction: if is_rtl { "rtl" } else { "ltr" },
        }
    }
}

/// What messages are looked at with.
struct Looking<'c> {
    catalog: &'c Catalog,
    examples: Examples<'c>,
    /// The locale, and the source locale.
    locales: [[LanguageIdentifier; 1]; 2],
}

impl Looking<'_> {
    fn message(&self, id: &str, group: &Group<'_>, mut notes: Vec<Note>) -> Message {
        let code = group.codes.first().and_then(|code| self.catalog.code(code));
        let names = std::iter::once((id.to_owned(), None)).chain(
            group
                .attributes
                .iter()
                .map(|name| (format!("{id}.{name}"), Some((*name).to_owned()))),
        );
        let mut texts = Vec::new();
        for (name, attribute) in names {
            let [own, source] = self
                .locales
                .each_ref()
                .map(|[locale]| self.catalog.template(&name, locale).is_some());
            // What neither has is a matter of other languages; a code has a message all the same.
            if own
                || source
                || (attribute.is_none() && code.is_some() && group.attributes.is_empty())
            {
                texts.push(self.text(&name, attribute, own, &mut notes));
            }
        }
        Message {
            id: id.to_owned(),
            codes: group.codes.iter().map(|code| printable(code)).collect(),
            status: code.and_then(Code::status),
            is_retired: code.is_some_and(Code::is_retired),
            texts,
            notes,
        }
    }

    fn text(
        &self,
        name: &str,
        attribute: Option<String>,
        is_own: bool,
        notes: &mut Vec<Note>,
    ) -> Text {
        let plan = self.examples.of(name);
        let [own, source] = &self.locales;
        let first = &plan.examples[0];
        let is_same = own == source;
        let is_value = attribute.is_none();
        let mut rows = Vec::new();
        for (example, place) in plan.examples.iter().zip(0..) {
            let marked = |locales: &[LanguageIdentifier]| {
                let request = Request::new(name).args(example).locales(locales);
                self.catalog.marked(&request)
            };
            // Users get what a parent of the locale has, of a message but not of an attribute.
            let is_answered = is_own || is_value;
            let own = is_answered.then(|| marked(own));
            let own = own.filter(|own| is_own || self.is_of_parent(own));
            if let Some(own) = &own {
                note_faults(own, notes);
            }
            let has_source = self.catalog.template(name, &source[0]).is_some();
            let source = (has_source && !(is_same && is_own)).then(|| marked(source));
            rows.push(Row {
                arguments: changed(example, (place > 0).then_some(first)),
                own: own.as_ref().map(pieces),
                source: source.as_ref().map(pieces),
            });
        }
        Text {
            attribute,
            is_missing: !is_own,
            rows,
            left_out: plan.left_out,
        }
    }

    /// Whether it was neither the source locale nor nobody that answered.
    fn is_of_parent(&self, marked: &Marked) -> bool {
        let [_, [source]] = &self.locales;
        marked.locale().is_some_and(|locale| locale != source)
    }
}

/// The arguments that are not those of another example.
fn changed(example: &Example, other: Option<&Example>) -> Vec<Shown> {
    let arguments = example.arguments.iter().enumerate();
    let changed = arguments.filter(|(place, argument)| {
        other.is_none_or(|other| other.arguments.get(*place) != Some(argument))
    });
    changed
        .map(|(_, (name, sample))| Shown {
            name: printable(name),
            value: printable(&shown(&sample.value)),
            label: sample.label,
        })
        .collect()
}

fn shown(value: &Value<'_>) -> String {
    match value {
        Value::String(text) | Value::Unsupported(text) => text.clone().into_owned(),
        Value::Number(number) => number.to_string(),
        Value::DateTime(moment) => moment.to_string(),
        Value::List(values) => {
            let values: Vec<_> = values.iter().map(shown).collect();
            values.join(" | ")
        }
        _ => String::new(),
    }
}

fn pieces(marked: &Marked) -> Vec<Piece> {
    let pieces = marked.pieces().map(|(text, is_value)| Piece {
        text: printable(text),
        is_value,
    });
    pieces.collect()
}
