//! One language range with its weight: the grammar of both, and nothing of what a range matches.
//!
//! A range is a basic language range of RFC 4647, section 2.1; a weight is that of RFC 9110,
//! section 12.4.2.

use super::AcceptLanguage;

/// One range of an `Accept-Language` header with its weight.
///
/// # Example
///
/// ```
/// use tolken::negotiation::AcceptLanguage;
///
/// let header = AcceptLanguage::parse("zh-TW;q=0.8");
/// assert_eq!(header.ranges()[0].tag(), "zh-TW");
/// assert_eq!(header.ranges()[0].weight(), 800);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanguageRange<'h> {
    tag: &'h str,
    weight: u16,
}

impl<'h> LanguageRange<'h> {
    /// Reads one element of a header: a range, optionally with `;q=` and a weight. `None` if either
    /// is malformed, or the range missing.
    pub(super) fn parse(element: &'h str) -> Option<Self> {
        let (tag, weight) = match element.split_once(';') {
            Some((tag, parameter)) => (tag, weight(trim(parameter))?),
            None => (element, 1_000),
        };
        Self::new(trim(tag), weight)
    }

    /// A range of that weight, if `tag` is well formed.
    pub(super) fn new(tag: &'h str, weight: u16) -> Option<Self> {
        is_well_formed(tag).then_some(Self { tag, weight })
    }

    /// Returns the range as it was written, extensions and all.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::negotiation::AcceptLanguage;
    ///
    /// assert_eq!(AcceptLanguage::parse(" KO-kr-u-nu-latn ").ranges()[0].tag(), "KO-kr-u-nu-latn");
    /// ```
    #[must_use]
    pub fn tag(&self) -> &'h str {
        self.tag
    }

    /// Returns the weight in thousandths, 0 to 1000. 0 says that the reader does not want it.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::negotiation::AcceptLanguage;
    ///
    /// assert_eq!(AcceptLanguage::parse("ko-KR").ranges()[0].weight(), 1000);
    /// assert_eq!(AcceptLanguage::parse("ko-KR;q=0").ranges()[0].weight(), 0);
    /// ```
    #[must_use]
    pub fn weight(&self) -> u16 {
        self.weight
    }

    /// The part of the tag that names a language, without extensions and private use: all before
    /// the first subtag of one character. `None` for a range that names none: `*`, `i-default`.
    pub(super) fn language(&self) -> Option<&'h str> {
        if self.tag == "*" || self.tag.eq_ignore_ascii_case("i-default") {
            return None;
        }
        let mut end = 0;
        for subtag in self.tag.split('-').take_while(|subtag| subtag.len() > 1) {
            // The hyphen before it is counted too, but for the first.
            end += subtag.len() + usize::from(end > 0);
        }
        Some(&self.tag[..end])
    }
}

/// Without the whitespace that RFC 9110 allows around elements.
fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}

/// `*`, or letters and then letters and digits, one to eight of them between hyphens.
///
/// RFC 5646 sets no length. The bound keeps the work on a single tag as bounded as on a header.
fn is_well_formed(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let first = subtags.next().unwrap_or_default();
    let fits = |subtag: &str| (1..=8).contains(&subtag.len());
    tag == "*"
        || tag.len() <= AcceptLanguage::MAX_BYTES
            && (fits(first) && first.bytes().all(|byte| byte.is_ascii_alphabetic()))
            && subtags.all(|s| fits(s) && s.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Reads `q=` and a weight: 0 or 1, with up to three decimals, never above 1.
fn weight(parameter: &str) -> Option<u16> {
    let [b'q' | b'Q', b'=', whole, rest @ ..] = parameter.as_bytes() else {
        return None;
    };
    let decimals = match rest {
        [] => rest,
        [b'.', decimals @ ..] if decimals.len() <= 3 => decimals,
        _ => return None,
    };
    let mut thousandths = match whole {
        b'0' => 0,
        b'1' => 1_000,
        _ => return None,
    };
    for (digit, place) in decimals.iter().zip([100, 10, 1]) {
        thousandths += match digit {
            b'0'..=b'9' => u16::from(digit - b'0') * place,
            _ => return None,
        };
    }
    (thousandths <= 1_000).then_some(thousandths)
}

#[cfg(test)]
mod tests {
    use super::{AcceptLanguage, LanguageRange};

    fn read(element: &str) -> Option<(&str, u16)> {
        LanguageRange::parse(element).map(|range| (range.tag(), range.weight()))
    }

    fn language(tag: &str) -> Option<&str> {
        LanguageRange::new(tag, 1_000).unwrap().language()
    }

    #[test]
    fn a_range_without_weight_weighs_one() {
        assert_eq!(read("ko-KR"), Some(("ko-KR", 1_000)));
        assert_eq!(read("*"), Some(("*", 1_000)));
    }

    #[test]
    fn a_weight_has_up_to_three_decimals() {
        for (element, weight) in [
            ("ko;q=0", 0),
            ("ko;q=0.", 0),
            ("ko;q=0.000", 0),
            ("ko;q=0.001", 1),
            ("ko;q=0.05", 50),
            ("ko;q=0.5", 500),
            ("ko;q=0.999", 999),
            ("ko;q=1", 1_000),
            ("ko;q=1.", 1_000),
            ("ko;q=1.000", 1_000),
        ] {
            assert_eq!(read(element), Some(("ko", weight)), "{element}");
        }
    }

    #[test]
    fn the_q_has_either_case_and_space_around_the_semicolon() {
        for element in ["ko;Q=0.5", " ko ; q=0.5 ", "\tko\t;\tq=0.5\t"] {
            assert_eq!(read(element), Some(("ko", 500)), "{element:?}");
        }
    }

    #[test]
    fn a_malformed_weight_spoils_its_range() {
        for element in [
            "ko;",
            "ko;q",
            "ko;q=",
            "ko;q=2",
            "ko;q=abc",
            "ko;q=0.1234",
            "ko;q=-1",
            "ko;q=+1",
            "ko;q=1.001",
            "ko;q=00.5",
            "ko;q=.5",
            "ko;q=0,5",
            "ko;q=0.5x",
            "ko;q=0.5;q=0.4",
            "ko;q =0.5",
            "ko;q= 0.5",
            "ko;level=1",
            "ko;q=\u{ff11}",
        ] {
            assert_eq!(read(element), None, "{element}");
        }
    }

    #[test]
    fn a_malformed_or_missing_tag_is_no_range() {
        for element in [
            "",
            " ",
            ";q=0.5",
            "ko_KR",
            "-",
            "ko-",
            "-ko",
            "ko--KR",
            "ko KR",
            "419",
            "ko-*",
            "*-KR",
            "**",
            "abcdefghi",
            "ko-abcdefghi",
            "한국어",
            "ko\0",
            "ko\u{a0}",
        ] {
            assert_eq!(read(element), None, "{element:?}");
        }
    }

    #[test]
    fn a_tag_has_a_longest_length() {
        let longest = format!("en{}", "-abcde".repeat(341));
        assert_eq!(longest.len(), AcceptLanguage::MAX_BYTES);
        assert!(LanguageRange::new(&longest, 0).is_some());
        assert!(LanguageRange::new(&format!("{longest}x"), 0).is_none());
    }

    #[test]
    fn extensions_and_private_use_are_cut_off() {
        assert_eq!(language("ko-KR"), Some("ko-KR"));
        assert_eq!(language("ko-KR-u-nu-latn"), Some("ko-KR"));
        assert_eq!(language("ko-x-formal"), Some("ko"));
        assert_eq!(language("ko-1-x"), Some("ko"));
        assert_eq!(language("x-formal"), Some(""));
        assert_eq!(language("i-klingon"), Some(""));
    }

    #[test]
    fn the_wildcard_and_i_default_name_no_language() {
        assert_eq!(language("*"), None);
        assert_eq!(language("I-Default"), None);
    }
}
