//! The escapes of a string: `\\`, `\"`, `\uHHHH` and `\UHHHHHH`.

use std::borrow::Cow;
use std::ops::Range;

/// The text of a string that the parser has accepted. What is no character's escape is U+FFFD, as
/// Fluent has it.
pub(crate) fn unescape(raw: &str) -> Cow<'_, str> {
    let mut escapes = escapes(raw).peekable();
    if escapes.peek().is_none() {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut from = 0;
    for (place, character) in escapes {
        text.push_str(&raw[from..place.start]);
        text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
        from = place.end;
    }
    text.push_str(&raw[from..]);
    Cow::Owned(text)
}

/// The escapes of such a string: where each is, and its character if it has one.
pub(crate) fn escapes(raw: &str) -> impl Iterator<Item = (Range<usize>, Option<char>)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + memchr::memchr(b'\\', &raw.as_bytes()[from..])?;
        let digits = match raw.as_bytes().get(start + 1) {
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => 0,
        };
        let end = start + 2 + digits;
        from = end;
        let character = match &raw[start + 1..end] {
            "\\" => Some('\\'),
            "\"" => Some('"'),
            escape => u32::from_str_radix(&escape[1..], 16)
                .ok()
                .and_then(char::from_u32),
        };
        Some((start..end, character))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read() {
        assert_eq!(
            unescape(r#"값 \u00e9\U01F44D \\u \" end"#),
            "값 é👍 \\u \" end"
        );
        assert!(matches!(unescape("값"), Cow::Borrowed("값")));
    }

    #[test]
    fn what_is_no_character_is_replaced() {
        assert_eq!(unescape(r"\{\uD800\U110000\uFFFD"), "\u{FFFD}".repeat(4));
        let characters: Vec<_> = escapes(r"\{\uD800 \uFFFD")
            .map(|(_, found)| found)
            .collect();
        assert_eq!(characters, [None, None, Some('\u{FFFD}')]);
    }
}
