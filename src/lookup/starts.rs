//! Where characters begin, in a block of text.
//!
//! Owns the one loop that tells it for many bytes at once. Who then goes from one beginning to the next
//! need not look at lengths, which a processor has to guess where scripts are mixed.

/// How many bytes a block has.
pub(super) const BLOCK: usize = 64;
/// How many of the bytes behind it are at hand.
pub(super) const BEHIND: usize = 8;

/// A block of text with what is behind it; beyond the end of the text are zeros, which no text has once
/// it is folded.
pub(super) type Block = [u8; BLOCK + BEHIND];

/// The block that a text begins with.
#[inline]
pub(super) fn block(text: &[u8]) -> Block {
    if let Some(block) = text.first_chunk() {
        return *block;
    }
    let mut block = [0; BLOCK + BEHIND];
    block[..text.len()].copy_from_slice(text);
    block
}

/// The places in a block where characters begin, as bits.
pub(super) fn starts(block: &Block, length: usize) -> u64 {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // Brings the lowest bit of each byte into the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let mut starts = 0;
    for (at, bytes) in (0..).zip(block[..BLOCK].chunks_exact(8)) {
        let bytes = bytes.first_chunk().map_or(0, |it| u64::from_le_bytes(*it));
        // All but those that go on: 10 in their highest bits.
        let begins = (!bytes | bytes << 1) & HIGH;
        starts |= (begins >> 7).wrapping_mul(GATHER) >> 56 << (8 * at);
    }
    starts & first(length)
}

/// So many bits.
#[inline]
pub(super) fn first(count: usize) -> u64 {
    let none = u64::MAX.checked_shl(u32::try_from(count).unwrap_or(u32::MAX));
    !none.unwrap_or_default()
}

/// Each place of some bits, in order.
pub(super) fn places(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
        (place < BLOCK).then_some(place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_begins_where_it_does() {
        for text in ["", "a", "é해😀", "값이 잘못", "x\u{301}yz"] {
            let text = text.repeat(23);
            let mut found = Vec::new();
            for at in (0..text.len()).step_by(BLOCK) {
                let rest = &text.as_bytes()[at..];
                let starts = starts(&block(rest), rest.len().min(BLOCK));
                found.extend(places(starts).map(|place| at + place));
            }
            let expected: Vec<_> = text.char_indices().map(|(at, _)| at).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
