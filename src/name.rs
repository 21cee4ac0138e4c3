//! Names of codes, messages and arguments, compared.
//!
//! They are short, and a call of the comparison that fits any length costs more than comparing them
//! here, by their first bytes and their last ones, which may overlap.

/// Whether two names are the same.
#[inline]
pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len()
        && match a.len() {
            0 => true,
            1..4 => {
                let middle = a.len() / 2;
                a[0] == b[0] && a[middle] == b[middle] && a.last() == b.last()
            }
            4..=8 => same_ends::<4>(a, b),
            9..=16 => same_ends::<8>(a, b),
            17..=32 => same_ends::<16>(a, b),
            _ => a == b,
        }
}

/// Compares so many bytes at either end.
#[inline]
fn same_ends<const BYTES: usize>(a: &[u8], b: &[u8]) -> bool {
    a.first_chunk::<BYTES>() == b.first_chunk() && a.last_chunk::<BYTES>() == b.last_chunk()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_every_length_is_compared() {
        let name: Vec<u8> = (0..40).collect();
        for length in 0..=name.len() {
            let name = &name[..length];
            assert!(same(name, name));
            assert!(!same(name, &[name, b"x"].concat()));
            for at in 0..length {
                let mut other = name.to_vec();
                other[at] ^= 0x80;
                assert!(!same(name, &other), "{length} bytes, that at {at} changed");
            }
        }
    }
}
