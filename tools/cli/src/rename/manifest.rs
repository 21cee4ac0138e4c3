//! Where a name is written in the manifest: a code in each header that names it, in `replaced-by`, and
//! an argument under its code. `message = "id"` names a message that is called otherwise than its code.

use std::ops::Range;

use tolken::{Edit, Source, Span};

use crate::places::{Key, Places, Text, key_like, text_like};

/// The edits that give a code another name.
pub(crate) fn code_edits(source: &Source, places: &Places, old: &str, new: &str) -> Vec<Edit> {
    let keys = places.keys_at(&[Some("codes"), Some(old)]).into_iter();
    let mut edits: Vec<_> = keys.map(|key| key_edit(source, key, new)).collect();
    let replaced = places
        .texts_at(&[Some("codes"), None, Some("replaced-by")])
        .into_iter();
    let replaced = replaced.filter(|text| text.value == old);
    edits.extend(replaced.map(|text| text_edit(source, text, new)));
    edits
}

/// The edits that give a message another name where a code names it.
pub(crate) fn message_edits(source: &Source, places: &Places, old: &str, new: &str) -> Vec<Edit> {
    let messages = places
        .texts_at(&[Some("codes"), None, Some("message")])
        .into_iter();
    let messages = messages.filter(|text| text.value == old);
    messages.map(|text| text_edit(source, text, new)).collect()
}

/// The edits that give an argument of a code another name.
pub(crate) fn argument_edits(
    source: &Source,
    places: &Places,
    code: &str,
    old: &str,
    new: &str,
) -> Vec<Edit> {
    let keys = places
        .keys_at(&[Some("codes"), Some(code), Some("args"), Some(old)])
        .into_iter();
    keys.map(|key| key_edit(source, key, new)).collect()
}

/// The id of the message of a code, where that is not the code.
pub(crate) fn message_of(places: &Places, code: &str) -> Option<String> {
    let texts = places.texts_at(&[Some("codes"), Some(code), Some("message")]);
    let message = texts.first()?.value.clone();
    (message != code).then_some(message)
}

/// The codes whose message this is.
pub(crate) fn codes_of(places: Option<&Places>, message: &str) -> Vec<String> {
    let mut codes = vec![message.to_owned()];
    let Some(places) = places else {
        return codes;
    };
    let named = places.texts_at(&[Some("codes"), None, Some("message")]);
    let named = named.into_iter().filter(|text| text.value == message);
    codes.extend(named.map(|text| text.path[1].clone()));
    codes.retain(|code| message_of(places, code).is_none_or(|own| own == message));
    codes.dedup();
    codes
}

fn key_edit(source: &Source, key: &Key, new: &str) -> Edit {
    let span = span(&key.span);
    Edit::new(span, key_like(source.slice(span), new))
}

fn text_edit(source: &Source, text: &Text, new: &str) -> Edit {
    let span = span(&text.span);
    Edit::new(span, text_like(source.slice(span), new))
}

fn span(range: &Range<usize>) -> Span {
    Span::new(range.start, range.end)
}
