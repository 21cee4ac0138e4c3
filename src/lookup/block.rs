//! A block, literals with alternatives between, at a place of a text.
//!
//! Separate from [verifying](super::verify), which knows of gaps: here one block is compared or
//! searched, and every form of its alternatives that is tried is counted.

use std::ops::Range;

use memchr::memmem;

use super::bounds;
use super::skeleton::{ALT, ALT_BYTES, alternative};
use super::verify::Text;

impl Text<'_> {
    /// The first place of a block from `from` on that ends by `limit`.
    pub(super) fn search(
        &mut self,
        block: &[u8],
        from: usize,
        limit: usize,
        alts: &mut Vec<Range<usize>>,
    ) -> Option<Range<usize>> {
        if from > limit {
            return None;
        }
        if block.is_empty() {
            return Some(from..from);
        }
        let text = self.bytes();
        let core = core(block);
        let literal = &block[core.clone()];
        if literal.is_empty() {
            return self.search_forms(block, from, limit, alts);
        }
        let mark = alts.len();
        let mut begin = from;
        while begin < limit {
            if !self.steps.take(16) {
                return None;
            }
            let found = find(&text[begin..limit], literal);
            let at = begin + found.unwrap_or(limit - begin);
            if !self.steps.take(at - begin) {
                return None;
            }
            found?;
            let mut before = Vec::new();
            if let Some(start) = self.ending(&block[..core.start], at, from, &mut before) {
                alts.append(&mut before);
                if let Some(end) = self.at(&block[core.start..], at, alts)
                    && end <= limit
                {
                    return Some(start..end);
                }
                alts.truncate(mark);
            }
            begin = at + 1;
        }
        None
    }

    /// A block of alternatives alone.
    fn search_forms(
        &mut self,
        block: &[u8],
        from: usize,
        limit: usize,
        alts: &mut Vec<Range<usize>>,
    ) -> Option<Range<usize>> {
        let text = self.bytes();
        let mark = alts.len();
        for (at, byte) in (from..limit).zip(&text[from..limit]) {
            if byte & 0xC0 == 0x80 {
                continue;
            }
            if !self.steps.take(8) {
                return None;
            }
            self.forms = 0;
            if let Some(end) = self.at(block, at, alts)
                && end <= limit
            {
                return Some(at..end);
            }
            alts.truncate(mark);
        }
        None
    }

    /// Where a block that begins here ends.
    pub(super) fn at(
        &mut self,
        block: &[u8],
        at: usize,
        alts: &mut Vec<Range<usize>>,
    ) -> Option<usize> {
        let text = self.bytes();
        if block.is_empty() {
            return Some(at);
        }
        // No text has the sign of alternatives.
        if text.get(at..)?.starts_with(block) {
            return Some(at + block.len());
        }
        if block[0] != ALT {
            let end = memchr::memchr(ALT, block)?;
            let literal = &block[..end];
            if !text.get(at..)?.starts_with(literal) {
                return None;
            }
            return self.at(&block[end..], at + literal.len(), alts);
        }
        let mark = alts.len();
        let alternatives = self.alternatives;
        for form in alternatives.forms(alternative(block)) {
            self.forms += 1;
            if self.forms > bounds::FORMS {
                return None;
            }
            if text.get(at..)?.starts_with(form) {
                alts.push(at..at + form.len());
                if let Some(end) = self.at(&block[ALT_BYTES..], at + form.len(), alts) {
                    return Some(end);
                }
                alts.truncate(mark);
            }
        }
        None
    }

    /// Where a block that ends here begins, not before `from`.
    pub(super) fn ending(
        &mut self,
        block: &[u8],
        end: usize,
        from: usize,
        alts: &mut Vec<Range<usize>>,
    ) -> Option<usize> {
        let text = self.bytes();
        let Some(&last) = block.last() else {
            return (end >= from).then_some(end);
        };
        // No text has the sign of alternatives.
        if end >= from && text.get(from..end)?.ends_with(block) {
            return Some(end - block.len());
        }
        if last != ALT {
            let start = memchr::memrchr(ALT, block)? + 1;
            let literal = &block[start..];
            if end < from || !text.get(from..end)?.ends_with(literal) {
                return None;
            }
            return self.ending(&block[..start], end - literal.len(), from, alts);
        }
        let start = block.len() - ALT_BYTES;
        let alternatives = self.alternatives;
        for form in alternatives.forms(alternative(&block[start..])) {
            self.forms += 1;
            if self.forms > bounds::FORMS || end < from {
                return None;
            }
            if text.get(from..end)?.ends_with(form) {
                let found = end - form.len();
                if let Some(begin) = self.ending(&block[..start], found, from, alts) {
                    alts.push(found..end);
                    return Some(begin);
                }
            }
        }
        None
    }
}

/// The first place of a literal. Preparing a searcher costs more than searching a short text.
fn find(text: &[u8], literal: &[u8]) -> Option<usize> {
    const SHORT: usize = 256;
    if text.len() > SHORT {
        return memmem::find(text, literal);
    }
    // Spaces are everywhere.
    let sign = literal
        .iter()
        .position(|&byte| byte != b' ')
        .unwrap_or_default();
    let end = (text.len() + 1).checked_sub(literal.len())?;
    let mut from = sign;
    while let Some(at) = memchr::memchr(literal[sign], text.get(from..end + sign)?) {
        let start = from + at - sign;
        if text[start..].starts_with(literal) {
            return Some(start);
        }
        from += at + 1;
    }
    None
}

/// The longest literal of a block.
pub(super) fn core(block: &[u8]) -> Range<usize> {
    let mut best = 0..0;
    let mut at = 0;
    while at < block.len() {
        if block[at] == ALT {
            at += ALT_BYTES;
            continue;
        }
        let end = memchr::memchr(ALT, &block[at..]).map_or(block.len(), |next| at + next);
        if end - at > best.len() {
            best = at..end;
        }
        at = end;
    }
    best
}
