//! What single escapes stand for: those of JSON, HTML, URLs and terminals.
//!
//! Separate from [unescaping](super::unescape), which knows of texts, words and places.

/// What an escape stands for: at most a few characters.
pub(super) enum Decoded {
    Nothing,
    Char(char),
    Text(String),
}

impl Decoded {
    pub(super) fn into_text(self) -> String {
        match self {
            Decoded::Nothing => String::new(),
            Decoded::Char(c) => String::from(c),
            Decoded::Text(text) => text,
        }
    }
}

/// The escape that a text begins with, and its length.
pub(super) fn escape(text: &str) -> Option<(Decoded, usize)> {
    match text.as_bytes().first()? {
        b'\\' => backslash(text),
        b'&' => entity(text),
        b'%' => percent(text),
        _ => terminal(text),
    }
}

/// Those of JSON, and `\x1b` and `\u{2026}` of other languages. Not `\b` and `\f`: no message has
/// what they stand for, and many a path has them.
pub(super) fn backslash(text: &str) -> Option<(Decoded, usize)> {
    let bytes = text.as_bytes();
    let c = match bytes.get(1)? {
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
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

pub(super) fn hex(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    let digits = bytes.get(at..at + count)?;
    digits.iter().try_fold(0, |value, &digit| {
        Some(value << 4 | char::from(digit).to_digit(16)?)
    })
}

/// References of HTML and XML: by number, and the names that text is full of.
pub(super) fn entity(text: &str) -> Option<(Decoded, usize)> {
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
