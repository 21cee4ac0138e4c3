//! What each output does to text so that an argument cannot change what surrounds it.
//!
//! The threats, and who stops them: direction that leaks out of an argument (UAX #9, "Trojan
//! Source") in `ui`, `html` and `log`; markup in `html`; forged lines and terminal escapes in `log`.

use super::Output;

/// FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, UAX #9.
const ISOLATE: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// What stands in the place of a sensitive argument in a log.
pub(super) const REDACTED: &str = "[redacted]";

impl Output {
    /// Adds text of a message.
    #[inline]
    pub(crate) fn push_literal(self, text: &str, out: &mut String) {
        match self {
            Output::Text | Output::Ui => out.push_str(text),
            Output::Html => escape(text, out),
            Output::Log => reveal(text, out),
        }
    }

    /// Adds text that came from outside.
    #[inline]
    pub(crate) fn push_argument(self, text: &str, out: &mut String) {
        match self {
            Output::Text => out.push_str(text),
            Output::Ui => contain(text, out),
            Output::Html => {
                let mut contained = String::with_capacity(text.len());
                contain(text, &mut contained);
                escape(&contained, out);
            }
            Output::Log => reveal(text, out),
        }
    }

    /// What stands before and behind a value: nothing, unless it has neighbours or could reach
    /// beyond itself.
    #[inline]
    pub(super) fn brackets(self, isolate: bool) -> Option<[&'static str; 2]> {
        match self {
            Output::Ui if isolate => Some(ISOLATE),
            Output::Html if isolate => Some(["<bdi>", "</bdi>"]),
            _ => None,
        }
    }

    /// Whether an argument is isolated even when it is the whole message: in HTML always, since a
    /// page puts text around it; in an interface when it holds marks that change direction.
    #[inline]
    pub(super) fn always_isolates(self, text: &str) -> bool {
        match self {
            Output::Text | Output::Log => false,
            Output::Html => true,
            Output::Ui => text.chars().any(is_bidi_mark),
        }
    }
}

/// The characters of UAX #9 that change direction: marks, embeddings, overrides, isolates.
fn is_bidi_mark(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The characters that end a paragraph, UAX #9 class B, and with it every isolation.
fn ends_paragraph(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2029}')
}

/// Keeps the direction of a text within it: isolates that it opens are closed, and one that it did
/// not open is not closed. Embeddings and overrides end with the isolate around it (UAX #9, X6a).
fn contain(text: &str, out: &mut String) {
    let is_plain = |c: char| !c.is_control() && !matches!(c, '\u{2066}'..='\u{2069}' | '\u{2029}');
    if text.chars().all(is_plain) {
        out.push_str(text);
        return;
    }
    let mut open = 0_usize;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => {
                open += 1;
                out.push(c);
            }
            '\u{2069}' if open == 0 => {}
            '\u{2069}' => {
                open -= 1;
                out.push(c);
            }
            '\t' => out.push(c),
            _ if ends_paragraph(c) => out.push(' '),
            _ if c.is_control() => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(c),
        }
    }
    for _ in 0..open {
        out.push('\u{2069}');
    }
}

/// Writes the characters that HTML gives a meaning to as references; enough for an element's
/// content and for an attribute in either kind of quotes (HTML Standard, 13.1.2).
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

/// Writes what a log cannot show, or what would do something to a terminal, as escapes.
fn reveal(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || is_bidi_mark(c) || is_invisible(c) => {
                out.extend(c.escape_unicode());
            }
            c => out.push(c),
        }
    }
}

/// Separators of lines and paragraphs, and characters without a form that spell words apart
/// unseen. The joiners U+200C and U+200D are left: words and emoji are spelled with them.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{180E}' | '\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(output: Output, text: &str) -> String {
        let mut out = String::new();
        output.push_argument(text, &mut out);
        out
    }

    #[test]
    fn isolates_are_closed_within_and_never_beyond() {
        assert_eq!(
            shown(Output::Ui, "a\u{2069}b\u{2067}c"),
            "ab\u{2067}c\u{2069}"
        );
        assert_eq!(
            shown(Output::Ui, "\u{2066}a\u{2069}\u{2069}"),
            "\u{2066}a\u{2069}"
        );
        assert_eq!(shown(Output::Ui, "a\r\nb\u{2029}c\u{1b}"), "a  b c\u{fffd}");
    }

    #[test]
    fn text_that_needs_nothing_is_unchanged() {
        for output in Output::ALL {
            assert_eq!(
                shown(*output, "서버 é 👩\u{200D}💻 10 €"),
                "서버 é 👩\u{200D}💻 10 €"
            );
        }
    }
}
