//! The `Accept-Language` header of RFC 9110, section 12.5.4: its ranges in order of preference.
//!
//! The bounds stand here, because a header is the one input of negotiation that a stranger writes.

use std::cmp::Reverse;

use super::LanguageRange;

/// A parsed `Accept-Language` header, or a list of ranges given in its place.
///
/// Reading never fails: an element that is malformed (`ko_KR`, `ko;q=2`, junk) is skipped. It is
/// bounded too, by [`MAX_BYTES`](Self::MAX_BYTES) and [`MAX_RANGES`](Self::MAX_RANGES).
///
/// Collecting tags gives a header in which all weigh the same, so that the order alone counts.
///
/// # Example
///
/// ```
/// use tolken::negotiation::AcceptLanguage;
///
/// let header = AcceptLanguage::parse("en;q=0.5, sv_SE, zh-TW, fr;q=0, ko-KR");
/// let tags: Vec<_> = header.ranges().iter().map(|range| range.tag()).collect();
/// assert_eq!(tags, ["zh-TW", "ko-KR", "en", "fr"]);
///
/// let listed: AcceptLanguage = ["zh-TW", "ko-KR"].into_iter().collect();
/// assert_eq!(listed, AcceptLanguage::parse("zh-TW, ko-KR"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AcceptLanguage<'h> {
    ranges: Vec<LanguageRange<'h>>,
}

impl<'h> AcceptLanguage<'h> {
    /// How many bytes of a header are read. A longer one counts up to its last comma within them,
    /// so that no range is read by half. A single tag may not be longer either.
    ///
    /// Browsers send less than 200 bytes. Reading and negotiating a header of a megabyte costs what
    /// the worst of this size costs: some tens of microseconds, whatever follows.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::negotiation::AcceptLanguage;
    ///
    /// let megabyte = format!("ko-KR,{}", "x".repeat(1_000_000));
    /// let header = AcceptLanguage::parse(&megabyte);
    /// assert_eq!(header, AcceptLanguage::parse(&megabyte[..AcceptLanguage::MAX_BYTES]));
    /// assert_eq!(header.ranges().len(), 1);
    /// ```
    pub const MAX_BYTES: usize = 2_048;

    /// How many ranges are kept: the first ones written that are well formed.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::negotiation::AcceptLanguage;
    ///
    /// let header = "ko_KR,zh-TW,".repeat(100);
    /// assert_eq!(AcceptLanguage::parse(&header).ranges().len(), AcceptLanguage::MAX_RANGES);
    /// ```
    pub const MAX_RANGES: usize = 32;

    /// Reads the value of a header.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::negotiation::AcceptLanguage;
    ///
    /// assert_eq!(AcceptLanguage::parse("ko-KR, ko;q=0.9").ranges().len(), 2);
    /// assert!(AcceptLanguage::parse(";;;").ranges().is_empty());
    /// ```
    #[must_use]
    pub fn parse(header: &'h str) -> Self {
        Self::new(bounded(header).split(',').filter_map(LanguageRange::parse))
    }

    /// Returns the ranges in order of preference: by descending weight, equal weights as written.
    /// Those with weight 0 stand at the end.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::negotiation::AcceptLanguage;
    ///
    /// let header = AcceptLanguage::parse("en;q=0.1, ko-KR;q=0.9");
    /// assert_eq!(header.ranges()[0].tag(), "ko-KR");
    /// ```
    #[must_use]
    pub fn ranges(&self) -> &[LanguageRange<'h>] {
        &self.ranges
    }

    fn new(ranges: impl Iterator<Item = LanguageRange<'h>>) -> Self {
        let mut ranges: Vec<_> = ranges.take(Self::MAX_RANGES).collect();
        ranges.sort_by_key(|range| Reverse(range.weight()));
        Self { ranges }
    }
}

impl<'h> FromIterator<&'h str> for AcceptLanguage<'h> {
    /// Takes tags by order of preference; what is malformed is skipped, as in a header.
    fn from_iter<I: IntoIterator<Item = &'h str>>(tags: I) -> Self {
        Self::new(
            tags.into_iter()
                .filter_map(|tag| LanguageRange::new(tag, 1_000)),
        )
    }
}

/// The part of a header that is read.
fn bounded(header: &str) -> &str {
    if header.len() <= AcceptLanguage::MAX_BYTES {
        return header;
    }
    // A comma right behind the bound still ends a whole range. It is one byte, so that the cut
    // never falls within a character.
    let read = &header.as_bytes()[..=AcceptLanguage::MAX_BYTES];
    let end = read.iter().rposition(|&byte| byte == b',').unwrap_or(0);
    &header[..end]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::{AcceptLanguage, LanguageRange};

    fn tags(header: &str) -> Vec<&str> {
        AcceptLanguage::parse(header)
            .ranges()
            .iter()
            .map(LanguageRange::tag)
            .collect()
    }

    #[test]
    fn ranges_come_by_descending_weight() {
        assert_eq!(tags("en;q=0.1, ko;q=0.9, sv"), ["sv", "ko", "en"]);
    }

    #[test]
    fn equal_weights_keep_the_order_written() {
        assert_eq!(
            tags("sv;q=0.5,nl,ko;q=0.500,fr,zh;q=0.5"),
            ["nl", "fr", "sv", "ko", "zh"]
        );
    }

    #[test]
    fn a_weight_of_zero_stands_at_the_end() {
        assert_eq!(tags("fr;q=0, en;q=0.001, *;q=0"), ["en", "fr", "*"]);
    }

    #[test]
    fn what_is_malformed_is_skipped_alone() {
        assert_eq!(
            tags(", ko_KR, sv;q=2, \u{fffd}\0, nl,,;q=1, fr;q=x,"),
            ["nl"]
        );
    }

    #[test]
    fn an_empty_header_has_no_ranges() {
        assert_eq!(tags(""), [""; 0]);
        assert_eq!(AcceptLanguage::parse(""), AcceptLanguage::default());
    }

    #[test]
    fn at_most_32_ranges_are_kept_and_junk_does_not_count() {
        let header = format!("{}{}", "k_o,".repeat(40), "ko;q=0.5,".repeat(31));
        assert_eq!(tags(&format!("{header}sv,nl")).len(), 32);
        assert_eq!(tags(&format!("{header}sv,nl"))[0], "sv");
    }

    #[test]
    fn a_long_header_is_read_up_to_its_last_whole_range() {
        let cut = format!("ko,{}zh-TW", " ".repeat(2_041));
        assert_eq!(cut.len(), AcceptLanguage::MAX_BYTES + 1);
        assert_eq!(tags(&cut), ["ko"], "zh-T is not read");
        let whole = format!("ko,{}zh-TW,sv", " ".repeat(2_040));
        assert_eq!(
            tags(&whole),
            ["ko", "zh-TW"],
            "the comma stands right behind the bound"
        );
        let wide = format!("ko,{}", "語".repeat(1_000));
        assert_eq!(tags(&wide), ["ko"], "the bound falls within a character");
        assert_eq!(tags(&"k".repeat(3_000)), [""; 0]);
    }

    #[test]
    fn a_megabyte_is_read_as_its_first_2048_bytes() {
        let long = "zz-ZZ;q=0.1, ".repeat(80_000);
        assert!(long.len() > 1_000_000);
        assert_eq!(
            AcceptLanguage::parse(&long),
            AcceptLanguage::parse(&long[..2_047])
        );
    }

    #[test]
    fn a_list_of_tags_keeps_its_order_and_drops_junk() {
        let listed: AcceptLanguage = ["zh-TW", "k_o", "sv"].into_iter().collect();
        assert_eq!(listed, AcceptLanguage::parse("zh-TW,sv"));
    }

    proptest! {
        // The same cases on every machine.
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(1),
            ..ProptestConfig::default()
        })]

        #[test]
        fn any_bytes_are_read_within_bounds(bytes in prop::collection::vec(any::<u8>(), 0..5_000)) {
            let header = String::from_utf8_lossy(&bytes);
            let parsed = AcceptLanguage::parse(&header);
            prop_assert!(parsed.ranges().len() <= AcceptLanguage::MAX_RANGES);
            let weights: Vec<_> = parsed.ranges().iter().map(LanguageRange::weight).collect();
            prop_assert!(weights.iter().rev().is_sorted());
            prop_assert!(weights.iter().all(|&weight| weight <= 1_000));
        }

        #[test]
        fn every_weight_is_read_as_written(weight in 0..=1_000_u16) {
            let header = format!("ko;q={}.{:03}", weight / 1_000, weight % 1_000);
            prop_assert_eq!(AcceptLanguage::parse(&header).ranges()[0].weight(), weight);
        }
    }
}
