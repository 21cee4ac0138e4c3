//! Folding: what a text is when it does not matter how it was copied.
//!
//! Owns the one function that templates and queries both go through, and the way back from a place
//! in the folded text to the bytes of the original. Case, full width, spaces, quotes, dashes,
//! ellipses, invisible characters and canonical equivalents are levelled; words are not. It is
//! separate because everything else in lookup sees folded bytes only.

use icu_normalizer::properties::{
    CanonicalCompositionBorrowed, CanonicalDecompositionBorrowed, Decomposed,
};

use super::letters::{ASCII, DROP, SLOW, expansion, simple_lower, table};

/// A folded text with the way back.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// UTF-8 without control characters.
    pub(super) text: Vec<u8>,
    /// Where the difference between folded and original places changes: the folded start of a
    /// character and its original start, ascending.
    starts: Vec<(u32, u32)>,
    /// Folded start and original end of characters that were composed from several.
    ends: Vec<(u32, u32)>,
    /// The isolates of the original, in order.
    pub(super) marks: Vec<Mark>,
    /// Whether every character has the place and the length that it has in the original.
    pub(super) is_plain: bool,
}

/// An isolate in the original.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The folded text before it ends here.
    pub(super) folded: u32,
    /// The first byte of the isolate.
    pub(super) original: u32,
    /// Whether it opens an isolation.
    pub(super) opens: bool,
    /// The place of the one that closes what this opens, in the list; itself where none does.
    pub(super) partner: u32,
}

/// How long an isolate is in UTF-8.
pub(super) const MARK_BYTES: usize = 3;

/// Folds text piece by piece.
#[derive(Debug)]
pub(super) struct Folder<'f> {
    out: &'f mut Folded,
    /// Original place minus folded place, of the last character.
    delta: usize,
    /// Whether a space now would be one too many.
    after_space: bool,
    /// The folded start of the last character, for marks that join it.
    last: usize,
}

impl Folded {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.starts.clear();
        self.ends.clear();
        self.marks.clear();
        self.is_plain = false;
    }

    /// Folds a whole text, without spaces at its ends.
    pub(super) fn fold(&mut self, text: &str) {
        self.clear();
        self.text.reserve(text.len() + 8);
        let mut folder = Folder {
            out: self,
            delta: 0,
            after_space: true,
            last: 0,
        };
        folder.push(text, 0);
        if self.text.last() == Some(&b' ') {
            self.text.pop();
            // Isolates around that space stand at the end now.
            let end = narrow(self.text.len());
            let behind = self.marks.iter_mut().rev();
            for mark in behind.take_while(|mark| mark.folded > end) {
                mark.folded = end;
            }
        }
        // Nothing moved, and the last one is as long as it was.
        self.is_plain = self.text.len() == text.len()
            && self.starts.is_empty()
            && self.ends.is_empty()
            && self.marks.is_empty();
        let mut open = Vec::new();
        for at in 0..self.marks.len() {
            if self.marks[at].opens {
                open.push(at);
            } else if let Some(opening) = open.pop() {
                self.marks[opening].partner = narrow(at);
                self.marks[at].partner = narrow(opening);
            }
        }
    }

    /// The isolations that open at a place: their opening and closing isolates, outermost first.
    pub(super) fn isolations(&self, from: usize) -> impl Iterator<Item = (Mark, Mark)> {
        let place = |mark: &Mark| mark.folded as usize;
        let first = self.marks.partition_point(|mark| place(mark) < from);
        self.marks[first..]
            .iter()
            .zip(first..)
            .take_while(move |(mark, _)| place(mark) == from)
            .take(8)
            .filter(|(mark, at)| mark.opens && mark.partner as usize != *at)
            .map(|(mark, _)| (*mark, self.marks[mark.partner as usize]))
    }

    /// Whether an isolate closes at a place.
    pub(super) fn is_closed(&self, to: usize) -> bool {
        !self.marks.is_empty() && self.isolations_to(to).next().is_some()
    }

    /// The isolations that close at a place, outermost first.
    pub(super) fn isolations_to(&self, to: usize) -> impl Iterator<Item = (Mark, Mark)> {
        let place = |mark: &Mark| mark.folded as usize;
        let end = self.marks.partition_point(|mark| place(mark) <= to);
        self.marks[..end]
            .iter()
            .zip(0..end)
            .rev()
            .take_while(move |(mark, _)| place(mark) == to)
            .take(8)
            .filter(|(mark, at)| !mark.opens && mark.partner as usize != *at)
            .map(|(mark, _)| (self.marks[mark.partner as usize], *mark))
    }

    /// Where the character that begins at a folded place begins in the original.
    pub(super) fn start(&self, folded: usize) -> usize {
        let after = self
            .starts
            .partition_point(|&(at, _)| at as usize <= folded);
        match after.checked_sub(1).map(|at| self.starts[at]) {
            Some((at, original)) => original as usize + (folded - at as usize),
            None => folded,
        }
    }

    /// Where the character that ends at a folded place ends in the original.
    pub(super) fn end(&self, folded: usize, original: &str) -> usize {
        if self.is_plain {
            return folded;
        }
        let mut begin = folded;
        while begin > 0 {
            begin -= 1;
            if self.text[begin] & 0xC0 != 0x80 {
                break;
            }
        }
        if begin == folded {
            return 0;
        }
        if let Ok(at) = self
            .ends
            .binary_search_by_key(&begin, |&(at, _)| at as usize)
        {
            return self.ends[at].1 as usize;
        }
        let start = self.start(begin);
        let length = original.get(start..).and_then(|rest| rest.chars().next());
        start + length.map_or(0, char::len_utf8)
    }
}

impl<'f> Folder<'f> {
    /// Adds to a buffer that is no query: a literal of a template.
    pub(super) fn literal(out: &'f mut Folded, after_space: bool) -> Self {
        let last = out.text.len();
        Folder {
            out,
            delta: 0,
            after_space,
            last,
        }
    }

    /// Whether the last character was a space, or nothing has come yet.
    pub(super) fn is_after_space(&self) -> bool {
        self.after_space
    }

    /// Folds more text, whose first byte has this place in the original.
    pub(super) fn push(&mut self, text: &str, offset: usize) {
        let table = table();
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let run = same(&bytes[at..], table, self.after_space);
            if run > 0 {
                let run = &bytes[at..at + run];
                self.note(offset + at);
                let last = run.iter().rposition(|byte| byte & 0xC0 != 0x80);
                self.last += last.unwrap_or_default();
                self.after_space = run.last() == Some(&b' ');
                self.out.text.extend_from_slice(run);
                at += run.len();
            }
            while let Some(&byte) = bytes.get(at)
                && let Some(&letter) = ASCII.get(usize::from(byte))
                && (letter != byte || byte == b' ' && self.after_space)
            {
                match letter {
                    b' ' => self.space(offset + at),
                    _ => self.one(letter, offset + at),
                }
                at += 1;
            }
            if let Some((code, length)) = decode(&bytes[at..]) {
                match table.get(code as usize) {
                    Some(&folded) => self.tabled(folded, code, offset + at, length),
                    None => self.beyond(code, offset + at),
                }
                at += length;
            }
        }
    }

    fn tabled(&mut self, folded: u16, code: u32, original: usize, length: usize) {
        match folded {
            DROP => {}
            SLOW => self.slow(code, original, length),
            0x20 => self.space(original),
            0x80..0x800 => {
                self.note(original);
                let [high, low] = [folded >> 6 | 0xC0, folded & 0x3F | 0x80];
                let [high, low] = [high, low].map(|byte| byte.to_le_bytes()[0]);
                self.out.text.extend_from_slice(&[high, low]);
            }
            _ => {
                self.note(original);
                self.encode(u32::from(folded));
            }
        }
    }

    fn beyond(&mut self, code: u32, original: usize) {
        // Tags and variation selectors are invisible.
        if (0xE_0000..=0xE_0FFF).contains(&code) {
            return;
        }
        self.note(original);
        let lower = char::from_u32(code).map_or(code, |c| u32::from(simple_lower(c)));
        self.encode(lower);
    }

    fn space(&mut self, original: usize) {
        if !self.after_space {
            self.note(original);
            self.out.text.push(b' ');
            self.after_space = true;
        }
    }

    #[inline]
    fn one(&mut self, byte: u8, original: usize) {
        self.note(original);
        self.out.text.push(byte);
    }

    /// Notes where the next character begins.
    #[inline]
    fn note(&mut self, original: usize) {
        let folded = self.out.text.len();
        self.last = folded;
        self.after_space = false;
        let delta = original.wrapping_sub(folded);
        if delta != self.delta {
            self.delta = delta;
            self.out.starts.push((narrow(folded), narrow(original)));
        }
    }

    fn encode(&mut self, code: u32) {
        let mut buffer = [0; 4];
        let c = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
        let text = c.encode_utf8(&mut buffer);
        self.out.text.extend_from_slice(text.as_bytes());
    }

    #[cold]
    fn slow(&mut self, code: u32, original: usize, length: usize) {
        let Some(c) = char::from_u32(code) else {
            return;
        };
        match c {
            '\u{2066}'..='\u{2069}' => {
                let at = narrow(self.out.marks.len());
                self.out.marks.push(Mark {
                    folded: narrow(self.out.text.len()),
                    original: narrow(original),
                    opens: c != '\u{2069}',
                    partner: at,
                });
                // A space on the other side of an isolate is another one.
                if !self.out.text.is_empty() {
                    self.after_space = false;
                }
            }
            _ => {
                if let Some(text) = expansion(c) {
                    for byte in text.bytes() {
                        self.one(byte, original);
                    }
                } else if !self.join(c, original + length) {
                    self.decomposed(c, original);
                }
            }
        }
    }

    /// Composes with the character before.
    fn join(&mut self, mark: char, original_end: usize) -> bool {
        let last = self.last;
        let base = str::from_utf8(&self.out.text[last..])
            .ok()
            .and_then(|text| text.chars().next());
        let normal = CanonicalCompositionBorrowed::new();
        let Some(composed) = base.and_then(|base| normal.compose(base, mark)) else {
            return false;
        };
        self.out.text.truncate(last);
        self.encode(u32::from(composed));
        let entry = (narrow(last), narrow(original_end));
        match self.out.ends.last_mut() {
            Some(known) if known.0 == entry.0 => *known = entry,
            _ => self.out.ends.push(entry),
        }
        true
    }

    /// A character that stands decomposed in NFC, or a mark that joins nothing.
    fn decomposed(&mut self, c: char, original: usize) {
        let decomposer = CanonicalDecompositionBorrowed::new();
        if let Decomposed::Expansion(base, mark) = decomposer.decompose(c)
            && CanonicalCompositionBorrowed::new().compose(base, mark) != Some(c)
        {
            for part in [base, mark] {
                if !self.join(part, original + c.len_utf8()) {
                    self.decomposed(part, original);
                }
            }
            return;
        }
        self.note(original);
        self.encode(u32::from(simple_lower(c)));
    }
}

/// How many bytes are of characters that are folded already, as most of a text is.
#[inline]
fn same(bytes: &[u8], table: &[u16], after_space: bool) -> usize {
    let mut before = if after_space { b' ' } else { 0 };
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if let Some(&letter) = ASCII.get(usize::from(byte)) {
            if letter != byte || (byte == b' ' && before == b' ') {
                break;
            }
            before = byte;
            at += 1;
            continue;
        }
        let Some((code, length)) = decode(&bytes[at..]) else {
            break;
        };
        // What stands for something to be done is below any character beyond ASCII.
        if table.get(code as usize).map(|&folded| u32::from(folded)) != Some(code) {
            break;
        }
        before = byte;
        at += length;
    }
    at
}

/// An offset in 32 bits; texts beyond 4 GiB are cut long before.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// The character that valid UTF-8 begins with, and its length; at least two bytes.
#[inline]
fn decode(bytes: &[u8]) -> Option<(u32, usize)> {
    let rest = |byte: u8| u32::from(byte & 0x3F);
    let lead = |byte: u8, mask: u8| u32::from(byte & mask);
    Some(match *bytes {
        [a @ 0xC0..0xE0, b, ..] => (lead(a, 31) << 6 | rest(b), 2),
        [a @ 0xE0..0xF0, b, c, ..] => (lead(a, 15) << 12 | rest(b) << 6 | rest(c), 3),
        [a @ 0xF0..=0xFF, b, c, d, ..] => {
            (lead(a, 7) << 18 | rest(b) << 12 | rest(c) << 6 | rest(d), 4)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut folded = Folded::default();
        folded.fold(text);
        String::from_utf8(folded.text).unwrap()
    }

    #[test]
    fn what_copying_changes_is_level() {
        let rows = [
            ("  L’URL\u{a0}:  \r\n x ", "l'url : x"),
            ("ＵＲＬ　１２：", "url 12:"),
            ("a\u{2068}b\u{2069}\u{200b}c\u{ad}d", "abcd"),
            ("e\u{301}E\u{301}é", "ééé"),
            ("\u{1112}\u{1162}\u{11ab}", "핸"),
            ("İıΣς…—", "iiσσ...-"),
            ("無效。「x」", "無效.'x'"),
            ("Å\u{212b}A\u{30a}", "ååå"),
            ("\u{958}", "\u{915}\u{93c}"),
            ("\u{2068}", ""),
            ("", ""),
        ];
        for (text, expected) in rows {
            assert_eq!(folded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn every_place_leads_back() {
        let text = "\u{2068}Ｖ\u{a0} e\u{301}…\u{2069}x\u{200b}\u{1112}\u{1161}y";
        let mut fold = Folded::default();
        fold.fold(text);
        let folded = String::from_utf8(fold.text.clone()).unwrap();
        assert_eq!(folded, "v é...x하y");
        for (piece, original) in [
            ("v", "Ｖ"),
            (" ", "\u{a0}"),
            ("é", "e\u{301}"),
            ("...", "…"),
            ("x", "x"),
            ("하", "\u{1112}\u{1161}"),
            ("y", "y"),
        ] {
            let at = folded.find(piece).unwrap();
            let range = fold.start(at)..fold.end(at + piece.len(), text);
            assert_eq!(&text[range], original);
        }
        assert_eq!(fold.marks.len(), 2);
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for code in 1..=0x1_FFFF {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            let once = folded(&format!("x{c}y"));
            assert_eq!(folded(&once), once, "{code:x}");
        }
    }
}
