//! Guards the parser: hides entries that nest too deeply, or have too many options.
//!
//! fluent-syntax calls itself for every `{` and every `(` within a placeable and has no limit of
//! its own, so a few kilobytes of brackets would overflow the stack and end the process. The text
//! is therefore measured first, and an entry beyond the limit is replaced by blanks of the same
//! length: every other entry keeps its place and is parsed as if nothing had happened. It compares
//! each option of a call with all before it, too, so that no entry may have thousands.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr;

/// An entry that is kept from the parser.
pub(super) struct Hidden {
    pub(super) entry: Range<usize>,
    pub(super) excess: Excess,
    /// Where the limit is exceeded.
    pub(super) at: usize,
}

/// What an entry has too much of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Excess {
    Brackets,
    Options,
}

/// How many options the calls of one entry may have, in all.
pub(super) const MOST_OPTIONS: usize = 1_000;

/// The text with the entries that nest beyond `limit` blanked, and those entries.
pub(super) fn mask(text: &str, limit: usize) -> (Cow<'_, str>, Vec<Hidden>) {
    let bytes = text.as_bytes();
    let mut hidden = Vec::new();
    let mut gauge = Gauge {
        limit,
        frames: Vec::new(),
        options: 0,
        excess: None,
    };
    let mut entry = 0;
    let mut line = 0;
    while line < bytes.len() {
        let end = memchr(b'\n', &bytes[line..]).map_or(bytes.len(), |at| line + at + 1);
        if begins_entry(&bytes[line..end]) {
            hidden.extend(gauge.reset().map(|(excess, at)| Hidden {
                entry: entry..line,
                excess,
                at,
            }));
            entry = line;
        }
        if bytes[line] != b'#' {
            gauge.line(&bytes[line..end], line);
        }
        line = end;
    }
    hidden.extend(gauge.reset().map(|(excess, at)| Hidden {
        entry: entry..bytes.len(),
        excess,
        at,
    }));
    if hidden.is_empty() {
        return (Cow::Borrowed(text), hidden);
    }
    let mut bytes = bytes.to_vec();
    for Hidden { entry, .. } in &hidden {
        for byte in &mut bytes[entry.clone()] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    // Whole lines were replaced by ASCII, so the rest is UTF-8 as before.
    let masked = String::from_utf8(bytes).unwrap_or_default();
    (Cow::Owned(masked), hidden)
}

/// Whether a line can only be the start of an entry: an id at its very beginning and `=` behind
/// it, or a comment. Nowhere within a placeable does the grammar allow either, so the parser has
/// given up on what came before, and its depth is 0 again.
pub(super) fn begins_entry(line: &[u8]) -> bool {
    let name = line.strip_prefix(b"-").unwrap_or(line);
    match name.first() {
        Some(first) if first.is_ascii_alphabetic() => {
            let id = name
                .iter()
                .take_while(|&&b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
            let rest = &name[id.count()..];
            rest.iter().find(|&&byte| byte != b' ') == Some(&b'=')
        }
        _ => line.first() == Some(&b'#'),
    }
}

/// What the parser would be in the middle of, one frame for each call of itself.
struct Gauge {
    limit: usize,
    frames: Vec<Frame>,
    /// How many options there have been.
    options: usize,
    excess: Option<(Excess, usize)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Frame {
    /// In a placeable, where a quote opens a string.
    Expression,
    /// In the text of a placeable's variant, where a quote is a quote.
    Variant,
    /// In the arguments of a call.
    Arguments,
}

impl Gauge {
    fn reset(&mut self) -> Option<(Excess, usize)> {
        self.frames.clear();
        self.options = 0;
        self.excess.take()
    }

    fn line(&mut self, line: &[u8], offset: usize) {
        let mut at = 0;
        if self.frames.last() == Some(&Frame::Variant) {
            at = line.iter().take_while(|&&byte| byte == b' ').count();
            if matches!(line.get(at), Some(b'[' | b'*')) {
                self.replace(Frame::Expression);
            }
        }
        loop {
            // Outside of placeables nothing counts but the next brace.
            if self.frames.is_empty() {
                let Some(brace) = memchr(b'{', &line[at.min(line.len())..]) else {
                    break;
                };
                at += brace;
            }
            let Some(&byte) = line.get(at) else {
                break;
            };
            match (self.frames.last(), byte) {
                (_, b'{') => self.push(Frame::Expression, offset + at),
                (Some(Frame::Expression | Frame::Arguments), b'"') => {
                    at = string_end(line, at + 1);
                    continue;
                }
                (Some(Frame::Expression | Frame::Arguments), b'(') => {
                    self.push(Frame::Arguments, offset + at);
                }
                (Some(Frame::Arguments), b':') => {
                    self.options += 1;
                    if self.options > MOST_OPTIONS {
                        self.excess.get_or_insert((Excess::Options, offset + at));
                    }
                }
                (Some(Frame::Arguments), b')')
                | (Some(Frame::Expression | Frame::Variant), b'}') => drop(self.frames.pop()),
                (Some(Frame::Expression), b']') => self.replace(Frame::Variant),
                _ => {}
            }
            at += 1;
        }
    }

    fn push(&mut self, frame: Frame, at: usize) {
        if self.frames.len() < self.limit {
            self.frames.push(frame);
        } else {
            self.excess.get_or_insert((Excess::Brackets, at));
        }
    }

    fn replace(&mut self, frame: Frame) {
        if let Some(last) = self.frames.last_mut() {
            *last = frame;
        }
    }
}

/// The place behind the closing quote, or the end of the line, where the parser gives up.
fn string_end(line: &[u8], mut at: usize) -> usize {
    while let Some(&byte) = line.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    line.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_hidden(text: &str) -> bool {
        !mask(text, 8).1.is_empty()
    }

    #[test]
    fn only_the_entry_that_nests_too_deeply_is_hidden() {
        let deep = format!("deep = {}x{}\n", "{".repeat(9), "}".repeat(9));
        let text = format!("a = {{ $x }}\n{deep}    .more = text\nb = B\n");
        let (masked, hidden) = mask(&text, 8);
        assert_eq!(masked.len(), text.len());
        assert!(masked.starts_with("a = { $x }\n  ") && masked.ends_with("\nb = B\n"));
        assert!(!masked.contains("deep") && !masked.contains("more"));
        assert_eq!(hidden.len(), 1);
        assert!(matches!(mask(&text, 9), (Cow::Borrowed(_), hidden) if hidden.is_empty()));
    }

    #[test]
    fn calls_within_calls_are_counted() {
        assert!(is_hidden(&format!("a = {{ {}1", "F(".repeat(8))));
        assert!(is_hidden(&format!("a = {{ {}1", r#"F(")", "#.repeat(8))));
        assert!(is_hidden(&format!("a = \" {{ {}1", r#"F(")", "#.repeat(8))));
        assert!(is_hidden(&format!("a = {{ {}1", "F({ $x }, ".repeat(8))));
    }

    #[test]
    fn options_are_counted_in_calls_alone() {
        let call = |count| format!("a = {{ F({}) }} : {{ \":\" }}\n", "k: 1, ".repeat(count));
        assert!(!is_hidden(&call(1_000)));
        assert!(is_hidden(&call(1_001)));
        assert!(!is_hidden(&call(600).repeat(3)));
        assert!(!is_hidden(&format!(
            "a = {{ F(\"{0}\") }} {0}\n",
            ":".repeat(2_000)
        )));
        let (_, hidden) = mask(&call(1_001), 8);
        assert_eq!(hidden[0].excess, Excess::Options);
    }

    #[test]
    fn quotes_in_text_do_not_hide_braces() {
        assert!(is_hidden(&format!("a = {}", "{ $x ->\n *[o] ".repeat(9))));
        assert!(is_hidden(&format!(
            "a = {}",
            "{ $x ->\n *[o] \" ".repeat(9)
        )));
    }

    #[test]
    fn brackets_in_strings_texts_and_comments_do_not_count() {
        let strings = r#"{ "{" } { "{\"{((" } { F("(((") } "#.repeat(20);
        assert!(!is_hidden(&format!(
            "# {{{{{{{{{{{{{{{{{{{{\na = {strings}\n"
        )));
        let variant = " [a] :( { $x } (((\n".repeat(20);
        assert!(!is_hidden(&format!(
            "a = {{ $x ->\n{variant} *[b] :( {{ F($x) }} (\n }} ((((((((( \n"
        )));
    }
}
