//! What a source text was when it was exported: a number that another text does not have.
//!
//! 64 bits of FNV-1a, which is the same on every machine and in every release. It guards against
//! forgetting, not against an enemy: whoever sends a translation may write what they like anyway.

use std::fmt;

/// The number of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fingerprint(u64);

impl Fingerprint {
    pub(super) fn of(text: &str) -> Self {
        let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Fingerprint(text.bytes().fold(0xcbf2_9ce4_8422_2325, mix))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_the_same_number_in_every_release() {
        assert_eq!(Fingerprint::of("").to_string(), "cbf29ce484222325");
        assert_eq!(Fingerprint::of("foobar").to_string(), "85944171f73967e8");
        assert_ne!(Fingerprint::of("{ $x }"), Fingerprint::of("{ $y }"));
    }
}
