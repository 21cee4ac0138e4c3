//! Where an argument ends that nothing of its message ends.
//!
//! A message that begins or ends with an argument, inside a longer text, has no border there. What
//! surrounds it has: line ends, quotes that were opened before, brackets, the next field of a log.
//! These are guesses, so they stand apart and what they give is always marked as open.

use std::ops::Range;

use super::bounds;
use super::placement::{Gap, Placement};
use super::view::View;

/// The end of an argument that begins at `from`, in a message that begins at `start`.
pub(super) fn right(view: &View<'_, '_>, start: usize, from: usize, has_stop: bool) -> usize {
    let text = &view.folded.text;
    let limit = (from + bounds::WINDOW).min(text.len());
    let before = start.checked_sub(1).map(|at| text[at]);
    let quoted = before == Some(b'\'');
    let bracketed = match before {
        Some(b'(') => Some(b')'),
        Some(b'[') => Some(b']'),
        Some(b'{') => Some(b'}'),
        Some(b'<') => Some(b'>'),
        _ => None,
    };
    let mut depth = 0_usize;
    let mut at = from;
    while at < limit {
        let byte = text[at];
        let rest = &text[at + 1..limit];
        match byte {
            b'\'' if quoted && ends_value(rest) => break,
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' if depth > 0 => depth -= 1,
            b')' | b']' | b'}' | b'>' if bracketed == Some(byte) => break,
            b' ' if is_line_end(view, at) => break,
            b' ' if start > 0 && begins_field(rest) => break,
            b' ' if rest.starts_with(b"| ") => break,
            b'<' if rest.first() == Some(&b'/') => break,
            b'.' if has_stop && stops(view, at, rest) => break,
            _ => {}
        }
        at += 1;
    }
    while at < text.len() && text[at] & 0xC0 == 0x80 {
        at -= 1;
    }
    // A comma or a quote before the border belongs to the text around.
    while at > from && (text[at - 1] == b' ' || quoted && text[at - 1] == b'\\') {
        at -= 1;
    }
    at
}

/// The beginning of an argument that ends at `to`.
pub(super) fn left(view: &View<'_, '_>, to: usize) -> usize {
    let text = &view.folded.text;
    let limit = to.saturating_sub(bounds::WINDOW);
    let mut depth = 0_usize;
    let mut at = to;
    while at > limit {
        let byte = text[at - 1];
        let before = &text[limit..at - 1];
        match byte {
            b'\'' if begins_value(before) => break,
            b')' | b']' | b'}' => depth += 1,
            b'(' | b'[' | b'{' if depth > 0 => depth -= 1,
            b'(' | b'[' | b'{' => break,
            b' ' if is_line_end(view, at - 1) => break,
            b' ' if matches!(before, [.., b':' | b'|' | b']' | b'>' | b'=' | b')'])
                || before.ends_with(b" -") =>
            {
                break;
            }
            b' ' if ends_prefix(before) => break,
            b'=' if ends_name(before) => break,
            _ => {}
        }
        at -= 1;
    }
    while at < to && (text[at] & 0xC0 == 0x80 || text[at] == b' ') {
        at += 1;
    }
    at
}

/// Whether a message that begins or ends with an argument would swallow what stands around it in
/// a line of a log, a letter or a trace.
pub(super) fn is_in_log(view: &View<'_, '_>, placement: &Placement) -> bool {
    let slots = &placement.slots;
    let text = &view.folded.text;
    if let Some(gap) = slots.first()
        && gap.range.start == 0
        && !gap.isolated
    {
        let prefix = &text[..gap.range.end];
        let mut words = prefix.split(|&byte| byte == b' ').enumerate();
        if words.any(|(index, word)| (index > 0 && ends_prefix(word)) || is_clock(word))
            || has_paragraph(view, gap)
            || is_field(view, placement)
        {
            return true;
        }
    }
    slots
        .last()
        .is_some_and(|gap| gap.range.end == text.len() && !gap.isolated && has_paragraph(view, gap))
}

/// Whether a message is the value of a field: its first gap has the field's name and the quote
/// that opens the value, its last one the quote that closes it.
fn is_field(view: &View<'_, '_>, placement: &Placement) -> bool {
    let [first, .., last] = placement.slots.as_slice() else {
        return false;
    };
    let shown = |gap: &Gap| {
        let range = view.unfolded(gap.range.clone());
        view.text.get(range).unwrap_or_default()
    };
    let before = shown(first);
    let is_value = |quote: usize| before[..quote].trim_end().ends_with([':', '=']);
    memchr::memchr(b'"', shown(last).as_bytes()).is_some()
        && open_quote(before).is_some_and(is_value)
}

/// The quote that a text opens and does not close; one behind a backslash is none.
pub(super) fn open_quote(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_quote = |&at: &usize| at == 0 || bytes[at - 1] != b'\\';
    let quotes = memchr::memchr_iter(b'"', bytes).filter(is_quote);
    quotes.fold(None, |open, at| match open {
        Some(_) => None,
        None => Some(at),
    })
}

/// Whether a blank line or an indented one is in a gap.
fn has_paragraph(view: &View<'_, '_>, gap: &Gap) -> bool {
    let range = view.unfolded(gap.range.clone());
    let shown = view.text.get(range).unwrap_or_default();
    memchr::memchr_iter(b'\n', shown.as_bytes()).any(|at| {
        let rest = shown[at + 1..].trim_start_matches('\r');
        rest.starts_with(['\n', '\t']) || rest.starts_with("    ")
    })
}

/// Whether a word is a time of day, as logs have it.
fn is_clock(word: &[u8]) -> bool {
    word.windows(8).any(|window| {
        window.iter().enumerate().all(|(at, byte)| match at {
            2 | 5 => *byte == b':',
            _ => byte.is_ascii_digit(),
        })
    })
}

/// Whether an edge of a message stands inside a word of the text.
pub(super) fn is_in_word(text: &[u8], at: usize) -> bool {
    let word = |byte: u8| byte.is_ascii_alphanumeric();
    let before = at.checked_sub(1).map(|at| text[at]);
    match (before, text.get(at)) {
        (Some(before), Some(&after)) if before < 0x80 && after < 0x80 => {
            word(before) && word(after)
        }
        (Some(before), Some(&after)) => {
            // Letters of alphabets; scripts without spaces have no words that could be cut.
            let letter = |byte: u8| word(byte) || (0xC3..=0xD4).contains(&byte);
            let lead = last_lead(text, at);
            letter(after) && (word(before) || lead.is_some_and(letter))
        }
        _ => false,
    }
}

fn last_lead(text: &[u8], at: usize) -> Option<u8> {
    let head = &text[at.saturating_sub(4)..at];
    head.iter().rev().copied().find(|byte| byte & 0xC0 != 0x80)
}

/// Whether a space in the folded text was a line's end.
fn is_line_end(view: &View<'_, '_>, at: usize) -> bool {
    let range = Range {
        start: view.folded.start(at),
        end: view.folded.start(at + 1),
    };
    let space = view.text.get(range).unwrap_or_default();
    space.contains(['\n', '\r', '\t', '\u{2028}', '\u{2029}'])
}

/// Whether what follows a quote is what follows a quoted value.
fn ends_value(rest: &[u8]) -> bool {
    match rest {
        [] | [b',' | b'}' | b']' | b')' | b';' | b':' | b'>', ..] => true,
        [b' ', rest @ ..] => !matches!(rest, [b'\'', ..]) || begins_field(rest),
        _ => false,
    }
}

fn begins_value(before: &[u8]) -> bool {
    matches!(
        before,
        [] | [.., b' ' | b':' | b'=' | b',' | b'{' | b'[' | b'(' | b'>']
    )
}

/// Whether a name and an equals sign come next, as in `request=7`.
fn begins_field(rest: &[u8]) -> bool {
    let name = rest
        .iter()
        .take(40)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-'))
        .count();
    name > 1 && rest.get(name) == Some(&b'=') && rest[0].is_ascii_alphabetic()
}

/// Whether the name of a field stands before.
fn ends_name(before: &[u8]) -> bool {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let start = before.iter().rposition(|byte| !is_name(byte));
    let start = start.map_or(0, |at| at + 1);
    before.len() > start + 1 && (start == 0 || matches!(before[start - 1], b' ' | b','))
}

/// Whether a level of a log stands before.
fn ends_prefix(before: &[u8]) -> bool {
    const LEVELS: [&[u8]; 10] = [
        b"error",
        b"warn",
        b"warning",
        b"info",
        b"debug",
        b"trace",
        b"fatal",
        b"err",
        b"notice",
        b"critical",
    ];
    let start = before
        .iter()
        .rposition(|byte| !byte.is_ascii_alphabetic())
        .map_or(0, |at| at + 1);
    LEVELS.contains(&&before[start..])
}

/// Whether a full stop ends the sentence.
fn stops(view: &View<'_, '_>, at: usize, rest: &[u8]) -> bool {
    let original = view.text.get(view.folded.start(at)..).unwrap_or_default();
    original.starts_with(['\u{3002}', '\u{ff61}'])
        || matches!(rest.first(), None | Some(b' ' | b'\''))
}
