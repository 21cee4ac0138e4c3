//! Evidence in bits: how surprising a literal is where nothing is known.
//!
//! Owns the model of characters, counted over the catalog's own literals, and the prices of what a
//! reading leaves free. It is separate so that every number a score is made of stands in one file.

/// What an argument may explain away: a text can be anything.
pub(super) const SLOT: f32 = 2.0;
/// A full stop that is missing.
pub(super) const NO_STOP: f32 = 1.5;
/// An edge of the message inside a word.
pub(super) const IN_WORD: f32 = 14.0;
/// A particle or an article that does not fit its argument.
pub(super) const WRONG_FORM: f32 = 4.0;
/// A variant that the argument would not have chosen, or a value of the wrong type.
pub(super) const WRONG_VARIANT: f32 = 6.0;
/// One argument with two values, which a typo may have made of one, and which nothing has.
pub(super) const UNEQUAL: f32 = 16.0;
pub(super) const UNLIKE: f32 = 64.0;
/// An argument that takes no more than it must have left something over.
pub(super) const EMPTY: f32 = 3.0;
/// The locale that was hinted at.
pub(super) const HINT: f32 = 4.0;
/// What a reading of the whole text has before one that leaves something over.
pub(super) const WHOLE: f32 = 8.0;
/// What stands in for a text that is no message at all: one that is the whole text, and one that
/// stands somewhere in a longer text.
pub(super) const PRIOR_WHOLE: f32 = 9.0;
pub(super) const PRIOR_SCAN: f32 = 22.0;
/// The same for one that is only similar, and for one that is cut off.
pub(super) const PRIOR_FUZZY: f32 = 6.0;
pub(super) const PRIOR_FUZZY_SCAN: f32 = 14.0;
pub(super) const PRIOR_CUT: f32 = 8.0;
pub(super) const PRIOR_CUT_SCAN: f32 = 26.0;
/// The most that what is similar can weigh when a word that matters is another, when a word is left
/// of what was cut off, and when too little is the same to be sure.
pub(super) const OTHER: f32 = -2.0;
pub(super) const LITTLE: f32 = -1.5;
pub(super) const UNSURE: f32 = 1.5;
/// Characters of a text are not independent: a word's later letters follow from its first ones.
const DEPENDENCE: f32 = 0.6;

const BUCKETS: usize = 4096;

/// How many bits each character carries.
#[derive(Debug)]
pub(super) struct Model {
    costs: Box<[f32]>,
}

/// Counts characters for a [`Model`].
#[derive(Debug)]
pub(super) struct Counter {
    counts: Box<[u32]>,
    total: u64,
}

impl Counter {
    pub(super) fn new() -> Self {
        Counter {
            counts: vec![0; BUCKETS].into(),
            total: 0,
        }
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        for code in codes(bytes) {
            self.counts[bucket(code)] += 1;
            self.total += 1;
        }
    }

    pub(super) fn model(self) -> Model {
        // Precision is not lost below 2^24, and above it nobody misses it.
        #[expect(clippy::cast_precision_loss)]
        let cost = |count: u32| {
            let share = (count as f32 + 1.0) / (self.total as f32 + 256.0);
            (-share.log2()).min(12.0) * DEPENDENCE
        };
        Model {
            costs: self.counts.iter().copied().map(cost).collect(),
        }
    }
}

impl Model {
    /// The bits of folded text.
    pub(super) fn bits(&self, bytes: &[u8]) -> f32 {
        codes(bytes).map(|code| self.costs[bucket(code)]).sum()
    }

    /// The bits of one character.
    pub(super) fn of(&self, c: char) -> f32 {
        self.costs[bucket(u32::from(c))]
    }
}

fn bucket(code: u32) -> usize {
    code as usize % BUCKETS
}

/// The characters of valid UTF-8 without control characters.
fn codes(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let mut code = 0;
    let mut left = 0;
    bytes.iter().filter_map(move |&byte| {
        match byte {
            0..=31 => return None,
            32..=0x7F => return Some(u32::from(byte)),
            0xF0.. => (code, left) = (u32::from(byte & 7), 3),
            0xE0.. => (code, left) = (u32::from(byte & 15), 2),
            0xC0.. => (code, left) = (u32::from(byte & 31), 1),
            _ => {
                code = code << 6 | u32::from(byte & 0x3F);
                left -= 1;
            }
        }
        (left == 0).then_some(code)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rare_says_more_than_the_common() {
        let mut counter = Counter::new();
        counter.add("해시 값 eeeeeeeeeeeeeee".as_bytes());
        let model = counter.model();
        assert!(model.bits("값".as_bytes()) > model.bits(b"e"));
        assert!(model.bits("값 e".as_bytes()) > model.bits("값".as_bytes()));
    }
}
