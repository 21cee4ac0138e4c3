//! Text from outside, as a terminal may see it: nothing in it moves, hides or turns around.
//!
//! It is separate from [`report`](crate::report), whose texts are our own: what was pasted is shown
//! to be looked at, so the marks in it are worth seeing.

use std::borrow::Cow;

/// The text with every control character but those kept, every mark of direction and every
/// character without a form written as an escape such as `\u{202e}`.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| escape(c).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match escape(c) {
            Some(escape) => shown.push_str(&escape),
            None => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// What stands for a character that may not be shown itself.
pub(crate) fn escape(c: char) -> Option<String> {
    match c {
        '\n' => Some("\\n".to_owned()),
        '\r' => Some("\\r".to_owned()),
        '\t' => Some("\\t".to_owned()),
        c if c.is_control() || turns(c) || hides(c) => Some(c.escape_unicode().to_string()),
        _ => None,
    }
}

/// The characters of UAX #9 that change direction.
fn turns(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Separators of lines, and characters that spell words apart unseen. The joiners U+200C and U+200D
/// are left: words and emoji are spelled with them.
fn hides(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{180E}' | '\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_hides_or_turns_is_written_out() {
        assert_eq!(visible("해시 값 👩\u{200d}💻"), "해시 값 👩\u{200d}💻");
        assert_eq!(
            visible("a\u{1b}[31m\u{202e}b\u{2068}c\n\u{200b}"),
            "a\\u{1b}[31m\\u{202e}b\\u{2068}c\\n\\u{200b}"
        );
    }
}
