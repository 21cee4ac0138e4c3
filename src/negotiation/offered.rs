//! The locales that a catalog offers, and which of them answers what is asked for.
//!
//! All that CLDR says of the offered locales is worked out once, when they are given; a look-up
//! works out the range alone.

use unic_langid::LanguageIdentifier;

use super::entry::Entry;
use super::identity::Identity;
use super::matching::{Reach, coverage, nearest};
use super::{AcceptLanguage, LanguageRange};
use crate::slots::Slots;

/// The locales that a catalog offers, prepared for matching.
///
/// Locales are named by their index in the list given to [`new`](Self::new). Where one locale is
/// offered twice, the first answers.
///
/// # Example
///
/// ```
/// use tolken::negotiation::{AcceptLanguage, Offered};
///
/// let tags = ["en-US", "fr-FR", "ko-KR", "zh-CN"];
/// let available = tags.map(str::parse).into_iter().collect::<Result<_, _>>()?;
/// let offered = Offered::new(available, 0);
///
/// let header = AcceptLanguage::parse("zh-TW, ko;q=0.5, fr-CA;q=0.9");
/// let answers: Vec<_> = offered.negotiate(&header).into_iter().map(|index| tags[index]).collect();
/// assert_eq!(answers, ["fr-FR", "ko-KR", "en-US"]);
/// # Ok::<(), unic_langid::LanguageIdentifierError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Offered {
    locales: Vec<LanguageIdentifier>,
    /// Each locale as one number; and the indexes of those that are, by its hash.
    packed: Vec<u128>,
    slots: Slots,
    entries: Vec<Entry>,
    source: usize,
}

/// Language, script and region as one number, so that comparing identifiers is comparing integers.
#[inline]
fn packed(locale: &LanguageIdentifier) -> u128 {
    let language: Option<u64> = locale.language.into();
    let script: Option<u32> = locale.script.map(Into::into);
    let region: Option<u32> = locale.region.map(Into::into);
    // No subtag is empty, so zero is none.
    let [script, region] = [script, region].map(|subtag| u128::from(subtag.unwrap_or_default()));
    u128::from(language.unwrap_or_default()) << 64 | script << 32 | region
}

/// The hash of a packed locale. Whoever offers locales that collide has few of them.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "both halves are taken")]
fn hash(packed: u128) -> u64 {
    // The golden ratio, as in Fibonacci hashing (Knuth, volume 3, section 6.4).
    const RATIO: u64 = 0x9E37_79B9_7F4A_7C15;
    ((packed >> 64) as u64 ^ packed as u64).wrapping_mul(RATIO) >> 32
}

impl Offered {
    /// Prepares the locales of a catalog, in its own order; `source` is the index of the source
    /// locale.
    ///
    /// # Panics
    ///
    /// If `source` is not an index of `available`. A catalog without a source locale has no answer
    /// of last resort.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::negotiation::Offered;
    ///
    /// let offered = Offered::new(vec!["ko-KR".parse()?, "en-US".parse()?], 1);
    /// assert_eq!(offered.match_tag("*"), Some(1));
    /// # Ok::<(), unic_langid::LanguageIdentifierError>(())
    /// ```
    #[must_use]
    pub fn new(available: Vec<LanguageIdentifier>, source: usize) -> Self {
        assert!(
            source < available.len(),
            "expected the source locale among the available ones"
        );
        let entries = Entry::all(&available);
        let mut offered = Self {
            packed: available.iter().map(packed).collect(),
            slots: Slots::with_capacity(available.len()),
            locales: available,
            entries,
            source,
        };
        for (locale, index) in offered.locales.iter().zip(0..) {
            if locale.variants().len() == 0 && offered.exact(locale).is_none() {
                offered.slots.insert(hash(packed(locale)), index);
            }
        }
        offered
    }

    /// Returns the locales, as they were given.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::negotiation::Offered;
    ///
    /// let offered = Offered::new(vec!["en-US".parse()?, "ko-KR".parse()?], 0);
    /// assert_eq!(offered.locales()[1].to_string(), "ko-KR");
    /// # Ok::<(), unic_langid::LanguageIdentifierError>(())
    /// ```
    #[must_use]
    pub fn locales(&self) -> &[LanguageIdentifier] {
        &self.locales
    }

    /// Returns the index of the source locale.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::negotiation::Offered;
    ///
    /// let offered = Offered::new(vec!["ko-KR".parse()?, "en-US".parse()?], 1);
    /// assert_eq!(offered.source(), 1);
    /// # Ok::<(), unic_langid::LanguageIdentifierError>(())
    /// ```
    #[must_use]
    pub fn source(&self) -> usize {
        self.source
    }

    /// Returns the locales that answer a header, in the reader's order and each once. The source
    /// locale is always among them: last, unless it was asked for earlier.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::negotiation::{AcceptLanguage, Offered};
    ///
    /// let offered = Offered::new(vec!["en-US".parse()?, "ko-KR".parse()?, "zh-CN".parse()?], 0);
    /// let negotiate = |header| offered.negotiate(&AcceptLanguage::parse(header));
    ///
    /// assert_eq!(negotiate("en;q=0.1, ko;q=0.9"), [1, 0]);
    /// assert_eq!(negotiate("zh-TW, ko-KR;q=0"), [0]); // another script; not wanted
    /// assert_eq!(negotiate("en;q=0"), [0]); // better than nothing
    /// # Ok::<(), unic_langid::LanguageIdentifierError>(())
    /// ```
    #[must_use]
    pub fn negotiate(&self, header: &AcceptLanguage<'_>) -> Vec<usize> {
        let unwanted = header.ranges().partition_point(|range| range.weight() > 0);
        let (wanted, unwanted) = header.ranges().split_at(unwanted);
        let barred = self.barred(wanted, unwanted);
        let is_open = |index: usize| !barred.contains(&index);
        let mut answers = Vec::with_capacity(wanted.len() + 1);
        let asked = wanted.iter().filter_map(|range| self.find(range, &is_open));
        for index in asked.chain([self.source]) {
            if !answers.contains(&index) {
                answers.push(index);
            }
        }
        answers
    }

    /// Returns the locale that answers one range, `None` if none does or the tag is malformed.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::negotiation::Offered;
    ///
    /// let offered = Offered::new(vec!["en-US".parse()?, "ko-KR".parse()?, "zh-CN".parse()?], 0);
    /// assert_eq!(offered.match_tag("ko"), Some(1));
    /// assert_eq!(offered.match_tag("zh-SG"), Some(2));
    /// assert_eq!(offered.match_tag("zh-TW"), None);
    /// assert_eq!(offered.match_tag("*"), Some(0));
    /// # Ok::<(), unic_langid::LanguageIdentifierError>(())
    /// ```
    #[must_use]
    pub fn match_tag(&self, tag: &str) -> Option<usize> {
        self.find(&LanguageRange::new(tag, 1_000)?, &|_| true)
    }

    /// Returns the locale that answers an identifier, as [`match_tag`](Self::match_tag) does for
    /// its tag. An identifier that is offered itself is found without allocating.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::negotiation::Offered;
    ///
    /// let offered = Offered::new(vec!["en-US".parse()?, "ko-KR".parse()?, "zh-CN".parse()?], 0);
    /// assert_eq!(offered.match_locale(&"ko-KR".parse()?), Some(1));
    /// assert_eq!(offered.match_locale(&"ko-KP".parse()?), Some(1));
    /// assert_eq!(offered.match_locale(&"zh-TW".parse()?), None);
    /// # Ok::<(), unic_langid::LanguageIdentifierError>(())
    /// ```
    #[must_use]
    pub fn match_locale(&self, locale: &LanguageIdentifier) -> Option<usize> {
        self.exact(locale)
            .or_else(|| self.match_tag(&locale.to_string()))
    }

    /// The index of an identifier that is offered itself.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "calls are a tenth of what a short message costs"
    )]
    pub(crate) fn exact(&self, locale: &LanguageIdentifier) -> Option<usize> {
        if locale.variants().len() > 0 {
            return self.locales.iter().position(|offered| offered == locale);
        }
        let asked = packed(locale);
        let is_it = |index: u32| self.packed[index as usize] == asked;
        let index = self.slots.find(hash(asked), is_it)?;
        Some(index as usize)
    }

    /// Returns the CLDR parents of a locale that are offered, nearest first: where a message is
    /// missing, they are asked in turn. Empty for an index out of range.
    ///
    /// The root is no parent, and no parent crosses a script: `zh-Hant-HK` goes to `zh-Hant`, never
    /// to `zh`. CLDR may cross a language, though: `nn` goes to `no`, `hi-Latn` to `en-IN`. Where
    /// one locale is offered under two names (`he` and `iw`), each is a parent of the other.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::negotiation::Offered;
    ///
    /// let tags = ["es", "es-419", "es-MX", "zh", "zh-TW"];
    /// let available = tags.map(str::parse).into_iter().collect::<Result<_, _>>()?;
    /// let offered = Offered::new(available, 0);
    /// assert_eq!(offered.parents(2), [1, 0]);
    /// assert!(offered.parents(4).is_empty());
    /// # Ok::<(), unic_langid::LanguageIdentifierError>(())
    /// ```
    #[must_use]
    pub fn parents(&self, index: usize) -> &[usize] {
        self.entries.get(index).map_or(&[], |entry| &entry.parents)
    }

    /// The one locale that a range gets, among those that `is_open` allows.
    fn find(&self, range: &LanguageRange<'_>, is_open: &dyn Fn(usize) -> bool) -> Option<usize> {
        let Some(tag) = range.language() else {
            return Some(self.source).filter(|&index| is_open(index));
        };
        let open = || {
            self.entries
                .iter()
                .enumerate()
                .filter(|&(index, _)| is_open(index))
        };
        if let Some((index, _)) = open().find(|(_, entry)| entry.tag.eq_ignore_ascii_case(tag)) {
            return Some(index);
        }
        let asked = Identity::parse(tag)?;
        if asked.canonical.language.is_unknown() {
            return Some(self.source).filter(|&index| is_open(index));
        }
        nearest(
            &asked,
            open().filter_map(|(index, entry)| Some((index, entry.identity.as_ref()?))),
        )
    }

    /// The locales that the ranges of weight 0 keep from answering.
    fn barred(&self, wanted: &[LanguageRange<'_>], unwanted: &[LanguageRange<'_>]) -> Vec<usize> {
        if unwanted.is_empty() {
            return Vec::new();
        }
        let identities = |ranges: &[LanguageRange<'_>]| -> Vec<Identity> {
            ranges
                .iter()
                .filter_map(|range| Identity::parse(range.language()?))
                .collect()
        };
        let (wanted, unwanted) = (identities(wanted), identities(unwanted));
        let is_barred = |offered: &Identity| {
            let best = |ranges: &[Identity], reach| {
                ranges
                    .iter()
                    .filter_map(|range| coverage(range, offered, reach))
                    .max()
            };
            let (yes, no) = (
                best(&wanted, Reach::Likely),
                best(&unwanted, Reach::Written),
            );
            // Of two that are equally specific, the one that says no is heard.
            no.is_some() && no >= yes
        };
        let entries = self.entries.iter().enumerate();
        entries
            .filter(|(_, entry)| entry.identity.as_ref().is_some_and(is_barred))
            .map(|(index, _)| index)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{AcceptLanguage, Offered};

    const SIX: &[&str] = &["en-US", "fr-FR", "ko-KR", "nl-NL", "sv-SE", "zh-CN"];

    /// The first is the source locale.
    fn offered(tags: &[&str]) -> Offered {
        Offered::new(tags.iter().map(|tag| tag.parse().unwrap()).collect(), 0)
    }

    /// What a header gets, but for the source locale that closes the list.
    #[track_caller]
    fn assert_answers(tags: &[&str], header: &str, expected: &[&str]) {
        let answers = offered(tags).negotiate(&AcceptLanguage::parse(header));
        let answers: Vec<_> = answers.into_iter().map(|index| tags[index]).collect();
        assert_eq!(answers, expected, "{header} of {tags:?}");
    }

    #[track_caller]
    fn assert_matches(tags: &[&str], tag: &str, expected: Option<&str>) {
        let index = offered(tags).match_tag(tag);
        assert_eq!(
            index.map(|index| tags[index]),
            expected,
            "{tag} of {tags:?}"
        );
    }

    #[test]
    fn weights_decide_and_not_the_order_written() {
        assert_answers(SIX, "en;q=0.1, ko;q=0.9", &["ko-KR", "en-US"]);
        assert_answers(SIX, "fr;q=0.5, ko;q=0.5", &["fr-FR", "ko-KR", "en-US"]);
    }

    #[test]
    fn the_source_locale_closes_every_list() {
        for header in [
            "",
            "da",
            "x",
            "ko;q=0",
            "*;q=0",
            "en;q=0",
            "en-US;q=0, en;q=0",
            "\0\u{fffd}",
        ] {
            assert_answers(SIX, header, &["en-US"]);
        }
    }

    #[test]
    fn the_source_locale_stands_earlier_if_asked_for() {
        assert_answers(SIX, "en-GB, fr;q=0.5", &["en-US", "fr-FR"]);
        assert_answers(SIX, "sv, *;q=0.5, fr;q=0.1", &["sv-SE", "en-US", "fr-FR"]);
    }

    #[test]
    fn a_range_without_an_answer_makes_way_for_the_next() {
        assert_answers(SIX, "zh-TW, zh-HK, nb, ko;q=0.5", &["ko-KR", "en-US"]);
    }

    #[test]
    fn an_answer_stands_once() {
        assert_answers(
            SIX,
            "fr-CA, fr-FR, fr, ko-KP, ko, en",
            &["fr-FR", "ko-KR", "en-US"],
        );
    }

    #[test]
    fn anything_is_the_source_locale() {
        for tag in [
            "*",
            "und",
            "UND",
            "i-default",
            "I-DEFAULT",
            "und-x-a",
            "und-KR",
        ] {
            assert_matches(SIX, tag, Some("en-US"));
        }
        assert_answers(SIX, "*;q=0.1, ko;q=0.2", &["ko-KR", "en-US"]);
    }

    #[test]
    fn extensions_and_private_use_do_not_matter() {
        assert_matches(SIX, "ko-KR-u-nu-latn-x-formal", Some("ko-KR"));
        assert_matches(SIX, "fr-x-zh-CN", Some("fr-FR"));
        assert_matches(SIX, "x-zh-CN", None);
        assert_matches(SIX, "i-klingon", None);
    }

    #[test]
    fn case_does_not_matter() {
        assert_matches(SIX, "KO-kr", Some("ko-KR"));
        assert_matches(SIX, "Fr-lAtN-cA", Some("fr-FR"));
    }

    #[test]
    fn a_malformed_tag_matches_nothing() {
        for tag in [
            "", "ko_KR", " ko", "ko-", "ko,fr", "ko;q=1", "語", "k", "four",
        ] {
            assert_matches(SIX, tag, None);
        }
        assert_answers(
            SIX,
            "ko_KR, sv;q=2, nl;q=0.1234, zh;q=-1, fr;q=0.1",
            &["fr-FR", "en-US"],
        );
    }

    #[test]
    fn an_unwanted_range_bars_what_it_covers() {
        assert_answers(SIX, "ko;q=0, fr", &["fr-FR", "en-US"]);
        assert_answers(SIX, "ko-KR;q=0, ko", &["en-US"]);
        assert_answers(&["en", "fr-FR", "fr-CA"], "fr, fr-FR;q=0", &["fr-CA", "en"]);
        assert_answers(&["en", "pt-BR"], "pt-PT, pt;q=0", &["en"]);
        assert_answers(&["en", "zh-CN", "zh-TW"], "zh, zh-Hans;q=0", &["en"]);
        assert_answers(&["en", "nb"], "no;q=0, nb", &["en"]);
    }

    #[test]
    fn a_more_specific_range_lifts_the_bar() {
        assert_answers(SIX, "ko;q=0, ko-KR;q=0.1", &["ko-KR", "en-US"]);
        assert_answers(&["en", "de"], "de;q=0, de-DE", &["de", "en"]);
        assert_answers(
            &["en", "zh-CN", "zh-TW"],
            "zh-Hant, zh;q=0",
            &["zh-TW", "en"],
        );
        assert_answers(&["en", "fr-FR", "fr-CA"], "fr-CA, fr;q=0", &["fr-CA", "en"]);
    }

    #[test]
    fn an_unwanted_region_says_nothing_against_the_language() {
        assert_answers(&["sv", "en"], "en-US;q=0, en", &["en", "sv"]);
    }

    #[test]
    fn an_unwanted_wildcard_bars_nothing_that_is_asked_for() {
        assert_answers(SIX, "ko, fr-CA, *;q=0", &["ko-KR", "fr-FR", "en-US"]);
    }

    #[test]
    fn an_unwanted_source_locale_answers_last() {
        assert_answers(SIX, "en;q=0, *, fr;q=0.1", &["fr-FR", "en-US"]);
        assert_answers(SIX, "en-GB, en;q=0, fr;q=0.1", &["fr-FR", "en-US"]);
    }

    #[test]
    fn the_source_locale_may_stand_anywhere() {
        let offered = Offered::new(vec!["ko".parse().unwrap(), "en".parse().unwrap()], 1);
        assert_eq!(offered.source(), 1);
        assert_eq!(offered.negotiate(&AcceptLanguage::parse("fr")), [1]);
        assert_eq!(offered.match_tag("*"), Some(1));
    }

    #[test]
    fn of_one_locale_offered_twice_the_first_answers() {
        let offered = offered(&["en", "ko", "ko"]);
        assert_eq!(offered.match_tag("ko"), Some(1));
        assert_eq!(offered.match_locale(&"ko".parse().unwrap()), Some(1));
    }

    #[test]
    #[should_panic(expected = "expected the source locale among the available ones")]
    fn a_source_locale_is_required() {
        let _ = Offered::new(Vec::new(), 0);
    }

    #[test]
    fn an_index_out_of_range_has_no_parents() {
        assert!(offered(SIX).parents(SIX.len()).is_empty());
    }

    #[test]
    fn offered_locales_are_shared_between_threads() {
        fn is_shared<T: Clone + Send + Sync + 'static>() {}
        is_shared::<Offered>();
    }
}
