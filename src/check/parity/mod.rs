//! Rules about a locale beside the source locale and the manifest, one a file.

pub(super) mod argument_type;
pub(super) mod empty_text;
pub(super) mod english;
pub(super) mod extra_attribute;
pub(super) mod extra_message;
pub(super) mod extra_term;
pub(super) mod extra_value;
pub(super) mod full_stop;
pub(super) mod markup;
pub(super) mod missing_argument;
pub(super) mod missing_attribute;
pub(super) mod missing_in_variant;
pub(super) mod missing_message;
pub(super) mod missing_term;
pub(super) mod missing_value;
pub(super) mod missing_variant;
pub(super) mod out_of_date;
pub(super) mod placeholder;
pub(super) mod protected_word;
pub(super) mod script;
pub(super) mod selector;
pub(super) mod unconfirmed;
pub(super) mod unknown_argument;
pub(super) mod unknown_variant;
pub(super) mod untranslated;

use super::engine::{Locale, Whole};
use super::text::{Part, Text, visit};
use crate::manifest::Argument;
use crate::source::Span;
use crate::syntax::{InlineKind, Message};
use crate::template::Located;

/// How many texts of one message are looked at for what another text may use; no honest message
/// has as many.
const MOST: usize = 200;

/// What the manifest says of a message's arguments; `None` where it does not name the message.
fn declared<'w>(whole: &'w Whole<'_>, id: &str) -> Option<&'w [Argument]> {
    if !whole.has_manifest {
        return None;
    }
    whole.codes.get(id).map(|code| code.arguments.as_slice())
}

fn declared_argument<'w>(whole: &'w Whole<'_>, id: &str, name: &str) -> Option<&'w Argument> {
    let mut arguments = declared(whole, id)?.iter();
    arguments.find(|argument| argument.name() == name)
}

/// The texts of a message in the source locale.
fn source_texts<'w, 'c>(whole: &'w Whole<'c>, id: &str) -> impl Iterator<Item = &'w Text<'c>> {
    whole.source.texts_of(id).take(MOST)
}

/// The names that a message may use: those of the manifest, and those of the source locale.
fn known_arguments<'w>(whole: &'w Whole<'_>, id: &str) -> Vec<&'w str> {
    let declared = declared(whole, id).unwrap_or_default();
    let mut names: Vec<_> = declared.iter().map(Argument::name).collect();
    for text in source_texts(whole, id) {
        for argument in &text.shape().arguments {
            if !names.contains(&argument.name) {
                names.push(argument.name);
            }
        }
    }
    names
}

/// Where a text reads an argument itself.
fn uses(text: &Text<'_>, name: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    visit(text.pattern, &mut |part| {
        if let Part::Inline(inline) = part
            && let InlineKind::Variable(id) = inline.kind
            && text.source.slice(id) == name
        {
            spans.push(id);
        }
    });
    spans
}

/// Where a text refers to another message, which may read an argument for it.
fn reference(text: &Text<'_>) -> Option<Span> {
    let mut span = None;
    visit(text.pattern, &mut |part| {
        if let Part::Inline(inline) = part
            && matches!(inline.kind, InlineKind::Message(..))
        {
            span.get_or_insert(inline.span);
        }
    });
    span
}

/// The message or term of this id in the source locale.
fn counterpart<'w>(whole: &'w Whole<'_>, id: &str) -> Option<&'w Located<'w>> {
    whole.source.entries.messages.get(id)
}

/// The messages that both a locale and the source locale have.
fn shared<'l>(
    locale: &'l Locale<'_>,
    whole: &'l Whole<'_>,
) -> impl Iterator<Item = (&'l Located<'l>, &'l Located<'l>)> {
    let messages = locale.entries.messages.iter().filter(|_| !locale.is_source);
    messages.filter_map(|(id, target)| Some((counterpart(whole, id)?, target)))
}

/// The names of the attributes, in their order.
fn attribute_names<'l>(located: &'l Located<'_>) -> Vec<&'l str> {
    let Message { attributes, .. } = located.message;
    let names = attributes
        .iter()
        .map(|attribute| located.source.slice(attribute.id));
    names.collect()
}
