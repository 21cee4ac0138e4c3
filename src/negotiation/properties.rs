//! What holds of negotiation whatever the header and the catalog are.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::identity::Identity;
use super::{AcceptLanguage, LanguageRange, Offered};

/// Pieces of headers, sound and unsound; the space between them is no piece.
const PIECES: &str = "en ko zh nb no iw cmn yue min und x u i default * Hant Hans Latn US KR TW \
    419 001 valencia 1994 abcdefghi _ - - - - , , , , ; ;q= ;q=0 ;q=0.5 ;q=1.000 \
    q = 0 2 \0 語 \u{fffd}";

/// Locales of catalogs: several of one language, script or parent, and some that CLDR lacks.
const LOCALES: &str = "en-US en ko-KR zh zh-CN zh-TW zh-Hant nb no nn he iw es es-419 es-MX \
    ca-valencia yue und und-Hant klingons hi-Latn";

fn headers() -> impl Strategy<Value = String> {
    let pieces: Vec<_> = PIECES.split(' ').collect();
    let pieces = prop::collection::vec(prop::sample::select(pieces), 0..60);
    let bytes = prop::collection::vec(any::<u8>(), 0..3_000);
    prop_oneof![
        4 => pieces.prop_map(|pieces| pieces.concat()),
        1 => bytes.prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        1 => any::<String>(),
    ]
}

fn catalogs() -> impl Strategy<Value = Offered> {
    let locales: Vec<_> = LOCALES.split_whitespace().collect();
    let locales = prop::collection::vec(prop::sample::select(locales), 1..12);
    (locales, any::<prop::sample::Index>()).prop_map(|(locales, source)| {
        let source = source.index(locales.len());
        Offered::new(
            locales.iter().map(|tag| tag.parse().unwrap()).collect(),
            source,
        )
    })
}

fn are_distinct(indexes: &[usize]) -> bool {
    indexes
        .iter()
        .enumerate()
        .all(|(at, index)| !indexes[..at].contains(index))
}

/// Whether some range asks for that very tag, or for its language in its script.
fn is_asked_for(tag: &str, ranges: &[LanguageRange<'_>]) -> bool {
    ranges
        .iter()
        .filter(|range| range.weight() > 0)
        .filter_map(LanguageRange::language)
        .any(|asked| {
            let identities = Identity::parse(asked).zip(Identity::parse(tag));
            asked.eq_ignore_ascii_case(tag)
                || identities.is_some_and(|(asked, offered)| {
                    asked.canonical.language == offered.canonical.language
                        && asked.shares_script(&offered)
                })
        })
}

proptest! {
    // The same cases on every machine; fuzzing is where new ones are looked for.
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::with_cases(256)
    })]

    #[test]
    fn any_header_gets_offered_locales_once_and_the_source(
        offered in catalogs(),
        header in headers(),
    ) {
        let answers = offered.negotiate(&AcceptLanguage::parse(&header));
        prop_assert!(answers.iter().all(|&index| index < offered.locales().len()));
        prop_assert!(answers.contains(&offered.source()));
        prop_assert!(are_distinct(&answers));
    }

    #[test]
    fn no_answer_but_the_source_goes_unasked(offered in catalogs(), header in headers()) {
        let header = AcceptLanguage::parse(&header);
        for index in offered.negotiate(&header) {
            let tag = offered.locales()[index].to_string();
            prop_assert!(index == offered.source() || is_asked_for(&tag, header.ranges()), "{tag}");
        }
    }

    #[test]
    fn one_range_gets_what_a_header_of_it_gets_first(offered in catalogs(), tag in headers()) {
        if let Some(index) = offered.match_tag(&tag) {
            let header = AcceptLanguage::parse(&tag);
            prop_assert_eq!(offered.negotiate(&header)[0], index);
        }
    }

    #[test]
    fn each_locale_offered_finds_itself(offered in catalogs()) {
        for locale in offered.locales() {
            let index = offered.match_locale(locale).unwrap();
            prop_assert_eq!(&offered.locales()[index], locale);
            prop_assert_eq!(offered.match_tag(&locale.to_string()), Some(index));
        }
    }

    #[test]
    fn an_identifier_gets_what_its_tag_gets(offered in catalogs(), asked in catalogs()) {
        for locale in asked.locales() {
            prop_assert_eq!(offered.match_locale(locale), offered.match_tag(&locale.to_string()));
        }
    }

    #[test]
    fn no_locale_is_its_own_parent_and_none_stands_twice(offered in catalogs()) {
        for index in 0..offered.locales().len() {
            prop_assert!(!offered.parents(index).contains(&index));
            prop_assert!(are_distinct(offered.parents(index)));
        }
    }
}
