//! Long tables as bytes: how a prebuilt catalog keeps what it has by the ten thousand.
//!
//! Owns the numbers, and nothing of what they say. Each has seven bits a byte, low ones first, and most
//! have one byte: of what follows on something, such as a range that lies behind the last one, the
//! distance is kept. Reading them is a loop over bytes, where a format of types makes a call for every
//! field.

/// What is written.
#[derive(Debug, Default)]
pub(crate) struct Writer(Vec<u8>);

/// What is left to be read.
#[derive(Debug)]
pub(crate) struct Reader<'b>(&'b [u8]);

impl Writer {
    pub(crate) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub(crate) fn number(&mut self, mut number: u32) {
        while let more @ 1.. = number >> 7 {
            self.0.push(low_bits(number) | 0x80);
            number = more;
        }
        self.0.push(low_bits(number));
    }

    /// A number as the distance from another one, whichever is larger.
    pub(crate) fn distance(&mut self, from: u32, to: u32) {
        let distance = to.wrapping_sub(from).cast_signed();
        self.number((distance << 1 ^ distance >> 31).cast_unsigned());
    }
}

#[expect(
    clippy::inline_always,
    reason = "a call for each number would keep the place in memory and take half as long again"
)]
impl Reader<'_> {
    /// Like the next two, `None` at the end of the bytes.
    #[inline(always)]
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    #[inline(always)]
    pub(crate) fn number(&mut self) -> Option<u32> {
        match self.byte()? {
            byte @ 0x80.. => {
                let (number, rest) = long(byte, self.0)?;
                self.0 = rest;
                Some(number)
            }
            byte => Some(byte.into()),
        }
    }

    #[inline(always)]
    pub(crate) fn distance(&mut self, from: u32) -> Option<u32> {
        let number = self.number()?;
        Some(from.wrapping_add(number >> 1 ^ (number & 1).wrapping_neg()))
    }
}

/// A number of several bytes, and what is behind them; `None` as well when it is beyond 32 bits.
///
/// Apart from the reader, whose place can so stay in a register.
fn long(first: u8, mut bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut number = u32::from(first & 0x7F);
    for shift in [7, 14, 21, 28] {
        let (byte, rest) = bytes.split_first()?;
        let bits = u32::from(byte & 0x7F);
        if bits > u32::MAX >> shift {
            return None;
        }
        number |= bits << shift;
        if *byte < 0x80 {
            return Some((number, rest));
        }
        bytes = rest;
    }
    None
}

/// A table as bytes: how many items there are, then each.
///
/// # Panics
///
/// Beyond 4 Gi of items; the bytes of a catalog's files are bounded far below.
pub(crate) fn pack<T>(items: &[T], mut write: impl FnMut(&T, &mut Writer)) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.number(u32::try_from(items.len()).expect("an item has at least a byte of the files"));
    for item in items {
        write(item, &mut writer);
    }
    writer.0
}

/// The table of bytes that [`pack`] made, in as much memory as it needs; `None` of other bytes, which take
/// no more than an item for each.
pub(crate) fn unpack<'b, T>(
    bytes: &'b [u8],
    mut read: impl FnMut(&mut Reader<'b>) -> Option<T>,
) -> Option<Vec<T>> {
    let mut reader = Reader(bytes);
    let count = reader.number()? as usize;
    if count > reader.0.len() {
        return None;
    }
    let mut items = Vec::with_capacity(count);
    for _ in 0..count {
        items.push(read(&mut reader)?);
    }
    reader.0.is_empty().then_some(items)
}

#[expect(clippy::cast_possible_truncation, reason = "which is what is wanted")]
fn low_bits(number: u32) -> u8 {
    number as u8 & 0x7F
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBERS: [u32; 9] = [0, 1, 127, 128, 16_383, 16_384, 1 << 28, 1 << 31, u32::MAX];

    #[test]
    fn numbers_and_distances_come_back() {
        let pairs: Vec<_> = NUMBERS
            .iter()
            .flat_map(|a| NUMBERS.map(|b| (*a, b)))
            .collect();
        let bytes = pack(&pairs, |(a, b), writer| {
            writer.number(*a);
            writer.distance(*a, *b);
        });
        let read = |reader: &mut Reader<'_>| {
            let a = reader.number()?;
            Some((a, reader.distance(a)?))
        };
        assert_eq!(unpack(&bytes, read), Some(pairs));
        for end in 0..bytes.len() {
            assert_eq!(unpack(&bytes[..end], read), None);
        }
        assert_eq!(unpack(&[bytes, vec![0]].concat(), read), None);
    }

    #[test]
    fn what_is_near_takes_a_byte() {
        let bytes = |from, to| pack(&[()], |(), writer| writer.distance(from, to)).len() - 1;
        assert_eq!(bytes(600_000, 600_063), 1);
        assert_eq!(bytes(600_000, 599_936), 1);
        assert_eq!(bytes(0, u32::MAX), 1);
        assert_eq!(bytes(0, 1 << 31), 5);
    }

    #[test]
    fn numbers_beyond_32_bits_and_counts_beyond_the_bytes_are_refused() {
        let number = |bytes: &[u8]| Reader(bytes).number();
        assert_eq!(number(b"\xFF\xFF\xFF\xFF\x0F"), Some(u32::MAX));
        assert_eq!(number(b"\xFF\xFF\xFF\xFF\x1F"), None);
        assert_eq!(number(b"\x80\x80\x80\x80\x80\x00"), None);
        assert_eq!(unpack(b"\xFF\xFF\xFF\xFF\x0F\0", Reader::byte), None);
    }
}
