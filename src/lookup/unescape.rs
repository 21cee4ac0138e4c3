//! Texts that came out of JSON, HTML, a URL or a terminal, as their readers would have seen them.
//!
//! A second try, made only where a text has what looks like an escape: what is decoded here may
//! have been meant as it stood.

use std::ops::Range;

use super::edge;
use super::escapes::{Decoded, backslash, entity, escape, hex};
use super::matches::Matches;

/// A text without its escapes, with the way back.
#[derive(Debug, Default)]
pub(super) struct Unescaped {
    pub(super) text: String,
    /// Where decoded characters and escapes begin and end: place here, and range in the original.
    pieces: Vec<(u32, u32)>,
    /// The places of what was a backslash and what was an entity.
    escapes: [Vec<u32>; 2],
    percents: Vec<Percent>,
    /// The quotes of the original, but for those behind a backslash.
    quotes: Vec<u32>,
    length: u32,
    /// Whether it was decoded for the second time.
    is_twice: bool,
}

/// A percent escape: where it stands here, and in the original.
#[derive(Debug)]
struct Percent {
    here: Range<usize>,
    from: Range<usize>,
}

/// Which escapes the words of a message have, and so its arguments.
#[derive(Clone, Copy, Debug)]
pub(super) struct Escaping {
    backslash: bool,
    entity: bool,
    percent: bool,
}

impl Unescaped {
    /// Decodes a text; `None` when it has no escapes.
    pub(super) fn new(given: &str) -> Option<Self> {
        if memchr::memchr3(b'\\', b'&', 0x1B, given.as_bytes()).is_none()
            && memchr::memchr(b'%', given.as_bytes()).is_none()
        {
            return None;
        }
        let bytes = given.as_bytes();
        let is_quote = |&at: &usize| at == 0 || bytes[at - 1] != b'\\';
        let quotes = memchr::memchr_iter(b'"', bytes).filter(is_quote);
        let mut unescaped = Unescaped {
            text: String::with_capacity(given.len()),
            quotes: quotes.map(narrow).collect(),
            length: narrow(given.len()),
            ..Unescaped::default()
        };
        let (mut at, mut plain, mut found) = (0, 0, false);
        let (mut form, mut slashes) = (Form::default(), Slashes::default());
        while let Some(next) = bytes[at..].iter().position(|byte| is_escape(*byte)) {
            at += next;
            let decoded = match bytes[at] {
                b'+' if !form.has_plus(bytes, at) => None,
                b'+' => Some((Decoded::Char(' '), 1)),
                b'\\' if !slashes.are_escapes(given, at) => None,
                _ => escape(&given[at..]),
            };
            let Some((decoded, length)) = decoded else {
                at += 1;
                continue;
            };
            found = true;
            unescaped.push(&given[plain..at], plain);
            unescaped.push(&decoded.into_text(), at);
            unescaped.note(bytes[at], at..at + length);
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
        let mut pieces = Vec::with_capacity(twice.pieces.len() + once.pieces.len());
        let mut inner = once.pieces.iter().peekable();
        for (index, &(here, at)) in twice.pieces.iter().enumerate() {
            let start = once.given(at as usize..at as usize).start;
            pieces.push((here, narrow(start)));
            while inner.next_if(|(known, _)| *known <= at).is_some() {}
            // Of each escape there are three: the text before it, itself, and the text behind it. What
            // was decoded before is known in the texts; in an escape it is taken whole.
            if index % 3 == 1 {
                continue;
            }
            let next = twice.pieces.get(index + 1).map(|&(next, _)| next);
            let is_here = |known: u32| next.is_none_or(|next| here + (known - at) < next);
            while let Some((known, from)) = inner.next_if(|(known, _)| is_here(*known)) {
                pieces.push((here + (known - at), *from));
            }
        }
        twice.pieces = pieces;
        twice.length = once.length;
        twice.is_twice = true;
        Some(twice)
    }

    /// Notes an escape that was just decoded, and what it began with.
    fn note(&mut self, sign: u8, from: Range<usize>) {
        // What was pushed last.
        let start = self.pieces.last().map_or(0, |&(here, _)| here);
        match sign {
            b'\\' => self.escapes[0].push(start),
            b'&' => self.escapes[1].push(start),
            b'%' | b'+' => {
                let here = start as usize..self.text.len();
                self.percents.push(Percent { here, from });
            }
            _ => {}
        }
    }

    /// Whether there is a backslash, or an entity, in a range.
    fn has(&self, kind: usize, range: &Range<usize>) -> bool {
        let places = &self.escapes[kind];
        let first = places.partition_point(|&at| (at as usize) < range.start);
        places
            .get(first)
            .is_some_and(|&at| (at as usize) < range.end)
    }

    fn percents(&self, range: &Range<usize>) -> &[Percent] {
        let first = self
            .percents
            .partition_point(|it| it.here.start < range.start);
        let rest = &self.percents[first..];
        &rest[..rest.partition_point(|it| it.here.end <= range.end)]
    }

    /// Which escapes the words of a message have, given as ranges; what is quoted has backslashes.
    pub(super) fn escaping(&self, words: impl Iterator<Item = Range<usize>>) -> Escaping {
        let mut escaping = Escaping {
            backslash: self.is_twice,
            entity: self.is_twice,
            percent: self.is_twice,
        };
        for (word, index) in words.zip(0..) {
            if index == 0 {
                let start = narrow(self.given(word.clone()).start);
                let before = self.quotes.partition_point(|&quote| quote < start);
                escaping.backslash |= before % 2 == 1;
            }
            escaping.backslash |= self.has(0, &word);
            escaping.entity |= self.has(1, &word);
            escaping.percent |= !self.percents(&word).is_empty();
        }
        escaping
    }

    /// The text of an argument, without the escapes that its message has not, and whether it is sure
    /// that it had those that are left out.
    ///
    /// A percent sign is in many an address, so it stays unless the words have some. Backslashes
    /// and entities are what no one means to show.
    pub(super) fn value(
        &self,
        given: &str,
        range: Range<usize>,
        words: Escaping,
    ) -> (String, bool) {
        let is_sure =
            (words.backslash || !self.has(0, &range)) && (words.entity || !self.has(1, &range));
        let mut value = String::with_capacity(range.len());
        let mut from = range.start;
        if !words.percent {
            for percent in self.percents(&range) {
                value.push_str(self.text.get(from..percent.here.start).unwrap_or_default());
                value.push_str(given.get(percent.from.clone()).unwrap_or_default());
                from = percent.here.end;
            }
        }
        value.push_str(self.text.get(from..range.end).unwrap_or_default());
        (value, is_sure)
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

/// Words in which each backslash begins an escape. In any other, a path or a pattern, none does.
#[derive(Default)]
struct Slashes {
    /// The end of the word looked at last.
    end: usize,
    are_escapes: bool,
}

impl Slashes {
    /// Whether the backslash at a place is of such a word. Asked in order.
    fn are_escapes(&mut self, text: &str, at: usize) -> bool {
        if at >= self.end {
            self.look(text, at);
        }
        self.are_escapes
    }

    /// Looks at a word from its first backslash on.
    fn look(&mut self, text: &str, first: usize) {
        let bytes = text.as_bytes();
        let mut at = first;
        self.are_escapes = !is_drive(bytes, first);
        while let Some(&byte) = bytes.get(at)
            && !is_border(byte)
        {
            let length = match byte {
                b'\\' => backslash(&text[at..]).map(|(_, length)| length),
                _ => Some(1),
            };
            self.are_escapes &= length.is_some();
            at += length.unwrap_or(1);
        }
        self.end = at;
    }
}

/// Whether a backslash stands behind the letter of a drive, as in `C:\new`, and is a single one.
fn is_drive(text: &[u8], at: usize) -> bool {
    let [.., before, letter, b':'] = text[..at] else {
        return at == 2 && text[1] == b':' && text[0].is_ascii_alphabetic() && is_single(text, at);
    };
    letter.is_ascii_alphabetic() && !before.is_ascii_alphanumeric() && is_single(text, at)
}

fn is_single(text: &[u8], at: usize) -> bool {
    text.get(at + 1) != Some(&b'\\')
}

fn is_border(byte: u8) -> bool {
    byte.is_ascii_whitespace()
        || matches!(byte, b'"' | b',' | b';' | b'<' | b'>' | b'|' | b'(' | b')')
}

/// Whether an argument of the best match has an escape that it will not have had when the message
/// was rendered: any in a quoted text, and some anywhere.
pub(super) fn is_due(given: &str, answer: &Matches<'_>) -> bool {
    let Some(best) = answer.matches.first() else {
        return false;
    };
    let is_quoted = || {
        let before = given.get(..best.span.start).unwrap_or_default();
        edge::open_quote(before).is_some()
    };
    let ranges = best.arguments.iter().filter_map(|it| it.range.clone());
    for range in ranges {
        let value = given.get(range.clone()).unwrap_or_default();
        let Some(first) = memchr::memchr2(b'\\', b'&', value.as_bytes()) else {
            continue;
        };
        let before = given.get(..range.start).unwrap_or_default();
        // What is isolated was not touched.
        let is_plain = !before.ends_with('\u{2068}') && has_plain(value, first);
        if is_plain || (value.contains('\\') && is_quoted()) {
            return true;
        }
    }
    false
}

/// Whether a value has an escape that is none by chance: an entity, or a backslash before a
/// backslash, a quote or a number, not that of a server's name.
fn has_plain(value: &str, first: usize) -> bool {
    let mut slashes = Slashes::default();
    let mut signs = memchr::memchr2_iter(b'\\', b'&', &value.as_bytes()[first..]);
    signs.any(|at| {
        let at = first + at;
        if value.as_bytes()[at] == b'&' {
            return entity(&value[at..]).is_some();
        }
        slashes.are_escapes(value, at)
            && match value.as_bytes().get(at + 1) {
                Some(b'\\') => at > 0 && !value.as_bytes()[at - 1].is_ascii_whitespace(),
                next => matches!(next, Some(b'"' | b'u')),
            }
    })
}

fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
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

    /// What was escaped once stands beside what was escaped twice.
    #[test]
    fn every_place_of_a_second_round_leads_back() {
        let given = r"Hashv\\u00e4rdet a \u00e4r ogiltigt, v\\u00e4l slut";
        let once = Unescaped::new(given).unwrap();
        let twice = Unescaped::again(&once).unwrap();
        for piece in ["rdet a ", "r ogiltigt, v", "l slut", "Hashv"] {
            let at = twice.text.find(piece).unwrap();
            assert_eq!(&given[twice.given(at..at + piece.len())], piece);
        }
    }
}
