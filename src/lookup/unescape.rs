//! Texts that came out of JSON, HTML, a URL or a terminal, as their readers would have seen them.
//!
//! A second try, made only where a text has what looks like an escape: what is decoded here may
//! have been meant as it stood.

use std::ops::Range;

/// A text without its escapes, with the way back.
#[derive(Debug, Default)]
pub(super) struct Unescaped {
    pub(super) text: String,
    /// Where decoded characters and escapes begin and end: place here, and range in the original.
    pieces: Vec<(u32, u32)>,
    length: u32,
}

impl Unescaped {
    /// Decodes a text; `None` when it has no escapes.
    pub(super) fn new(given: &str) -> Option<Self> {
        if memchr::memchr3(b'\\', b'&', 0x1B, given.as_bytes()).is_none()
            && memchr::memchr(b'%', given.as_bytes()).is_none()
        {
            return None;
        }
        let mut unescaped = Unescaped {
            text: String::with_capacity(given.len()),
            pieces: Vec::new(),
            length: narrow(given.len()),
        };
        let bytes = given.as_bytes();
        let (mut at, mut plain, mut found) = (0, 0, false);
        let mut form = Form::default();
        while let Some(next) = bytes[at..].iter().position(|byte| is_escape(*byte)) {
            at += next;
            let decoded = if bytes[at] == b'+' {
                let is_space = form.has_plus(bytes, at);
                is_space.then_some((Decoded::Char(' '), 1))
            } else {
                escape(&given[at..])
            };
            let Some((decoded, length)) = decoded else {
                at += 1;
                continue;
            };
            found = true;
            unescaped.push(&given[plain..at], plain);
            unescaped.push(&decoded.into_text(), at);
            at += length;
            plain = at;
            unescaped
                .pieces
                .push((narrow(unescaped.text.len()), narrow(at)));
        }
        unescaped.push(&given[plain..], plain);
        found.then_some(unescaped)
    }

    /// Decodes once more what was escaped twice, such as JSON in JSON.
    pub(super) fn again(once: &Unescaped) -> Option<Self> {
        let mut twice = Unescaped::new(&once.text)?;
        for (_, from) in &mut twice.pieces {
            *from = narrow(once.given(*from as usize..*from as usize).start);
        }
        twice.length = once.length;
        Some(twice)
    }

    fn push(&mut self, text: &str, from: usize) {
        self.pieces.push((narrow(self.text.len()), narrow(from)));
        self.text.push_str(text);
    }

    /// The original bytes of a range.
    pub(super) fn given(&self, range: Range<usize>) -> Range<usize> {
        let start = self.place(range.start, true);
        start..self.place(range.end, false).max(start)
    }

    fn place(&self, at: usize, is_start: bool) -> usize {
        // At a border the piece that begins there counts for a start, the one before for an end.
        let before = |&(here, _): &(u32, u32)| {
            if is_start {
                here as usize <= at
            } else {
                (here as usize) < at
            }
        };
        let piece = self.pieces.partition_point(before);
        let (here, from) = match piece.checked_sub(1) {
            Some(piece) => self.pieces[piece],
            None => (0, 0),
        };
        let inside = from as usize + (at - here as usize);
        // Never beyond where the next piece begins: an escape is longer than what it stands for,
        // and one that lies within is taken whole.
        let end = self
            .pieces
            .get(piece)
            .map_or(self.length, |&(_, from)| from) as usize;
        match self.pieces.get(piece) {
            Some(&(next, _)) if next as usize == at => end,
            _ => inside.min(end),
        }
    }
}

fn is_escape(byte: u8) -> bool {
    matches!(byte, b'\\' | b'&' | 0x1B | b'%' | b'+')
}

/// Words that are fields of a form, in which a plus sign is a space (URL Standard, 5.1).
#[derive(Default)]
struct Form {
    /// The end of the word looked at last, and whether it is one.
    end: usize,
    is_form: bool,
}

impl Form {
    /// Whether a plus sign is a space: in words that have a percent escape. Asked in order.
    fn has_plus(&mut self, text: &[u8], at: usize) -> bool {
        if at >= self.end {
            let is_space = |byte: &u8| byte.is_ascii_whitespace();
            let start = text[..at].iter().rposition(is_space).map_or(0, |it| it + 1);
            let start = start.max(self.end);
            let end = text[at..].iter().position(is_space);
            self.end = end.map_or(text.len(), |it| at + it);
            let word = &text[start..self.end];
            let mut escapes = memchr::memchr_iter(b'%', word);
            self.is_form = escapes.any(|at| hex(word, at + 1, 2).is_some());
        }
        self.is_form
    }
}

fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// What an escape stands for: at most a few characters.
enum Decoded {
    Nothing,
    Char(char),
    Text(String),
}

impl Decoded {
    fn into_text(self) -> String {
        match self {
            Decoded::Nothing => String::new(),
            Decoded::Char(c) => String::from(c),
            Decoded::Text(text) => text,
        }
    }
}

/// The escape that a text begins with, and its length.
fn escape(text: &str) -> Option<(Decoded, usize)> {
    match text.as_bytes().first()? {
        b'\\' => backslash(text),
        b'&' => entity(text),
        b'%' => percent(text),
        _ => terminal(text),
    }
}

/// Those of JSON, and `\x1b` and `\u{2026}` of other languages.
fn backslash(text: &str) -> Option<(Decoded, usize)> {
    let bytes = text.as_bytes();
    let c = match bytes.get(1)? {
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        quoted @ (b'"' | b'\\' | b'/' | b'\'') => char::from(*quoted),
        b'u' if bytes.get(2) == Some(&b'{') => {
            let end = memchr::memchr(b'}', &bytes[..bytes.len().min(12)])?;
            let code = u32::from_str_radix(text.get(3..end)?, 16).ok()?;
            return Some((Decoded::Char(char::from_u32(code)?), end + 1));
        }
        b'u' => {
            let unit = hex(bytes, 2, 4)?;
            if let Some(c) = char::from_u32(unit) {
                return Some((Decoded::Char(c), 6));
            }
            let is_pair = bytes.get(6..8) == Some(b"\\u");
            let low = is_pair.then(|| hex(bytes, 8, 4)).flatten();
            return Some(match low {
                Some(low @ 0xDC00..=0xDFFF) if unit < 0xDC00 => {
                    let code = 0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                    (Decoded::Char(char::from_u32(code)?), 12)
                }
                _ => (Decoded::Char(char::REPLACEMENT_CHARACTER), 6),
            });
        }
        b'x' => {
            let code = hex(bytes, 2, 2)?;
            return Some((Decoded::Char(char::from_u32(code)?), 4));
        }
        _ => return None,
    };
    Some((Decoded::Char(c), 2))
}

fn hex(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    let digits = bytes.get(at..at + count)?;
    digits.iter().try_fold(0, |value, &digit| {
        Some(value << 4 | char::from(digit).to_digit(16)?)
    })
}

/// References of HTML and XML: by number, and the names that text is full of.
fn entity(text: &str) -> Option<(Decoded, usize)> {
    const NAMES: [(&str, char); 30] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("hellip", '…'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("shy", '\u{ad}'),
        ("eacute", 'é'),
        ("egrave", 'è'),
        ("ecirc", 'ê'),
        ("agrave", 'à'),
        ("ccedil", 'ç'),
        ("ouml", 'ö'),
        ("auml", 'ä'),
        ("aring", 'å'),
        ("Ouml", 'Ö'),
        ("Auml", 'Ä'),
        ("Aring", 'Å'),
        ("Eacute", 'É'),
        ("ocirc", 'ô'),
        ("ugrave", 'ù'),
    ];
    let bytes = text.as_bytes();
    let end = memchr::memchr(b';', &bytes[..bytes.len().min(12)])?;
    let name = text.get(1..end)?;
    let c = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        char::from_u32(code.ok()?)?
    } else {
        NAMES.iter().find(|(known, _)| *known == name)?.1
    };
    Some((Decoded::Char(c), end + 1))
}

/// A run of percent escapes that is UTF-8.
fn percent(text: &str) -> Option<(Decoded, usize)> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::new();
    while bytes.get(decoded.len() * 3) == Some(&b'%') && decoded.len() < 64 {
        match hex(bytes, decoded.len() * 3 + 1, 2) {
            Some(byte) => decoded.push(u8::try_from(byte).unwrap_or_default()),
            None => break,
        }
    }
    if decoded.is_empty() {
        return None;
    }
    let length = decoded.len() * 3;
    Some((Decoded::Text(String::from_utf8(decoded).ok()?), length))
}

/// Colours and titles of terminals (ECMA-48, 5.4 and 5.6).
fn terminal(text: &str) -> Option<(Decoded, usize)> {
    let bytes = text.as_bytes();
    let length = match bytes.get(1)? {
        b'[' => {
            let parameters = bytes[2..].iter().take(64);
            let count = parameters
                .take_while(|byte| matches!(byte, 0x20..=0x3F))
                .count();
            let last = bytes.get(2 + count)?;
            matches!(last, 0x40..=0x7E).then_some(count + 3)?
        }
        b']' => {
            let head = &bytes[..bytes.len().min(512)];
            memchr::memchr2(0x07, 0x1B, &head[2..]).map(|end| {
                let end = end + 2;
                end + if head[end] == 0x07 { 1 } else { 2 }
            })?
        }
        0x30..=0x7E => 2,
        _ => return None,
    };
    text.is_char_boundary(length.min(text.len()))
        .then_some((Decoded::Nothing, length.min(text.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_what_they_stand_for() {
        let rows = [
            (r"Hashv\u00e4rdet \ud83d\ude00 \n\x41", "Hashvärdet 😀 \nA"),
            (
                "l&#39;URL &laquo;&nbsp;x&nbsp;&raquo;",
                "l'URL «\u{a0}x\u{a0}»",
            ),
            ("\u{1b}[1;31merror\u{1b}[0m x", "error x"),
            ("%ED%95%B4 100%", "해 100%"),
            (r"\u{d574}시", "해시"),
            ("Le+param%C3%A8tre+x 1+1", "Le paramètre x 1+1"),
        ];
        for (text, expected) in rows {
            assert_eq!(Unescaped::new(text).unwrap().text, expected);
        }
        for text in [
            "",
            "plain",
            r"C:\Program",
            "a & b",
            "a + b% 1+1 %",
            "100 %",
            "\\",
            "&;",
            "\u{1b}",
        ] {
            assert!(Unescaped::new(text).is_none(), "{text}");
        }
    }

    #[test]
    fn every_place_leads_back() {
        let given = r#"{"m":"Hashv\u00e4rdet \"a\" x"}"#;
        let unescaped = Unescaped::new(given).unwrap();
        for (piece, original) in [
            ("ä", r"\u00e4"),
            ("vär", r"v\u00e4r"),
            ("\"a\"", r#"\"a\""#),
            (" x\"", " x\""),
            ("Hash", "Hash"),
        ] {
            let at = unescaped.text.find(piece).unwrap();
            assert_eq!(&given[unescaped.given(at..at + piece.len())], original);
        }
    }
}
