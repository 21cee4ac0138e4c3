//! Numbers by the hash of what they stand for, which lies elsewhere.
//!
//! A table to be asked far more often than it is changed: a slot holds the hash as well, so that
//! nearly always the first slot looked at has the answer and nothing else is compared.

/// The table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slots {
    /// As many as a power of two, at least half of them free; or none at all.
    slots: Vec<Slot>,
    used: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// Zero where there is no number.
    hash: u32,
    number: u32,
}

impl Slots {
    /// A table with room for so many numbers.
    pub(crate) fn with_capacity(numbers: usize) -> Self {
        Slots {
            slots: vec![Slot::default(); (2 * numbers).next_power_of_two()],
            used: 0,
        }
    }

    /// The number of this hash that is the one asked for.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "calls are a tenth of what a short message costs"
    )]
    pub(crate) fn find(&self, hash: u64, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let hash = shortened(hash);
        let mut place = hash as usize & self.last();
        loop {
            let slot = self.slots.get(place)?;
            if slot.hash == hash && is_it(slot.number) {
                return Some(slot.number);
            }
            if slot.hash == 0 {
                return None;
            }
            place = (place + 1) & self.last();
        }
    }

    /// Adds a number that is not in the table.
    pub(crate) fn insert(&mut self, hash: u64, number: u32) {
        self.find_or_insert(hash, number, |_| false);
    }

    /// The number of this hash that is the one asked for; where there is none, adds one.
    #[inline]
    pub(crate) fn find_or_insert(
        &mut self,
        hash: u64,
        number: u32,
        is_it: impl Fn(u32) -> bool,
    ) -> Option<u32> {
        if 2 * (self.used + 1) > self.slots.len() {
            self.grow();
        }
        let slot = Slot {
            hash: shortened(hash),
            number,
        };
        self.put(slot, is_it)
    }

    #[cold]
    fn grow(&mut self) {
        let mut larger = Slots::with_capacity(self.used + 1);
        for slot in self.slots.iter().filter(|slot| slot.hash != 0) {
            larger.put(*slot, |_| false);
        }
        *self = larger;
    }

    /// Fills the first free slot, unless the number asked for comes before it.
    #[inline]
    fn put(&mut self, slot: Slot, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let last = self.last();
        let mut place = slot.hash as usize & last;
        loop {
            let known = &mut self.slots[place];
            if known.hash == 0 {
                *known = slot;
                self.used += 1;
                return None;
            }
            if known.hash == slot.hash && is_it(known.number) {
                return Some(known.number);
            }
            place = (place + 1) & last;
        }
    }

    /// The last place, which has a bit for each that a hash decides.
    #[inline]
    fn last(&self) -> usize {
        self.slots.len().wrapping_sub(1)
    }
}

/// The lower half of a hash, and never zero.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "which is what is wanted")]
fn shortened(hash: u64) -> u32 {
    hash as u32 | 1 << 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_is_found_by_its_hash_even_where_all_are_alike() {
        for factor in [0, 1, 0x9E37_79B9_7F4A_7C15] {
            let hash = |number: u32| u64::from(number).wrapping_mul(factor);
            let mut slots = Slots::default();
            for number in 0..100 {
                assert_eq!(slots.find(hash(number), |known| known == number), None);
                slots.insert(hash(number), number);
            }
            for number in 0..100 {
                let found = slots.find(hash(number), |known| known == number);
                assert_eq!(found, Some(number));
            }
            assert_eq!(slots.find(hash(100), |known| known == 100), None);
        }
    }
}
