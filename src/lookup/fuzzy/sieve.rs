//! A sieve: whether enough of a skeleton can be in a text, before it is aligned.
//!
//! An alignment costs more than all else. A skeleton of which a few pieces alone stand in a text,
//! joints like “is not” and endings that many words share, is none that the text resembles.

use crate::lookup::bounds;
use crate::lookup::index::{Data, runs};

/// The share of a skeleton's bits that must be in pieces that the text has too.
const LEAST: f32 = 0.25;
/// The same in a line, where nothing says that the text is a message.
const LEAST_SCAN: f32 = 0.4;

/// How many bits the pieces of a text are noted in.
const BITS: usize = 1 << 13;

/// The pieces of a text.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    bits: Vec<u64>,
    letters: Vec<(char, bool)>,
}

impl Sieve {
    /// Notes the pieces of a folded text; of a long one, which has about all there are, none.
    pub(super) fn note(&mut self, text: &[u8]) {
        self.bits.clear();
        if text.len() > bounds::SIEVED {
            return;
        }
        self.bits.resize(BITS / 64, 0);
        let text = str::from_utf8(text).unwrap_or_default();
        let mut letters = ['\0'; 3];
        for c in text.chars() {
            letters = [letters[1], letters[2], c];
            if let Some(slot) = piece(&letters) {
                self.bits[slot / 64] |= 1 << (slot % 64);
            }
        }
    }

    /// Whether so much of a skeleton is in the text that an alignment can show more.
    pub(super) fn passes(&mut self, data: &Data, skeleton: u32, is_scan: bool) -> bool {
        if self.bits.is_empty() {
            return true;
        }
        let (mut all, mut found) = (0.0, 0.0);
        for (_, literal) in runs(data.skeleton(skeleton)) {
            let literal = str::from_utf8(literal).unwrap_or_default();
            self.letters.clear();
            let mut letters = ['\0'; 3];
            for c in literal.chars() {
                self.letters.push((c, false));
                letters = [letters[1], letters[2], c];
                let slot = piece(&letters);
                if slot.is_some_and(|slot| self.bits[slot / 64] >> (slot % 64) & 1 == 1) {
                    let from = self.letters.len().saturating_sub(length(c));
                    for letter in &mut self.letters[from..] {
                        letter.1 = true;
                    }
                }
            }
            for &(c, is_found) in &self.letters {
                let bits = data.model.of(c);
                all += bits;
                found += if is_found { bits } else { 0.0 };
            }
        }
        found >= all * if is_scan { LEAST_SCAN } else { LEAST }
    }
}

/// How many letters a piece has that ends in one.
fn length(last: char) -> usize {
    if last < '\u{1100}' { 3 } else { 2 }
}

/// Where the piece that the last letters are is noted.
fn piece(letters: &[char; 3]) -> Option<usize> {
    let letters = &letters[3 - length(letters[2])..];
    let mut hash = 0_u64;
    for &letter in letters {
        if letter == '\0' {
            return None;
        }
        hash = (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x517C_C1B7_2722_0A95);
        hash ^= hash >> 29;
    }
    Some((hash >> 32) as u32 as usize % BITS)
}
