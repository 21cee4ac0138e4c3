//! How near an offered locale is to what was asked for.
//!
//! Only identities are compared here; tags, weights and the source locale are the caller's.

use std::cmp::Reverse;

use super::identity::Identity;

/// The locale that a range gets where none has its tag: the first on cutting the range back, else
/// a likely one. Both are of its language and script.
pub(super) fn nearest<'o>(
    asked: &Identity,
    offered: impl Iterator<Item = (usize, &'o Identity)>,
) -> Option<usize> {
    let related: Vec<_> = offered
        .filter(|(_, offered)| offered.canonical.language == asked.canonical.language)
        .filter(|(_, offered)| offered.shares_script(asked))
        .collect();
    truncated(asked, &related).or_else(|| likely(asked, &related))
}

/// The first locale met on cutting the range back. Of several under one step, the one that keeps
/// most variants, and then the one written with the language asked for (`nb` or `no`), wins.
fn truncated(asked: &Identity, related: &[(usize, &Identity)]) -> Option<usize> {
    asked.lineage.iter().find_map(|step| {
        let found = related
            .iter()
            .filter(|(_, offered)| offered.is_at(step) && asked.has_variants_of(offered));
        let best = found.min_by_key(|(_, offered)| {
            (
                Reverse(offered.canonical.variants.len()),
                offered.written != asked.written,
            )
        });
        best.map(|&(index, _)| index)
    })
}

/// The first of the locales of one language and script; those of the same region go first, and
/// then those without a variant that was not asked for.
fn likely(asked: &Identity, related: &[(usize, &Identity)]) -> Option<usize> {
    let best = related.iter().min_by_key(|(_, offered)| {
        (
            offered.region != asked.region,
            !asked.has_variants_of(offered),
        )
    });
    best.map(|&(index, _)| index)
}

/// How far a range reaches into the locales that leave the region to likely subtags.
#[derive(Clone, Copy)]
pub(super) enum Reach {
    /// Not at all: `de-DE;q=0` says nothing against `de`.
    Written,
    /// As likely subtags say: `de-DE` asks for `de` as well.
    Likely,
}

/// How specific a range is that covers a locale, `None` if it does not: each subtag of the range is
/// found in the locale. A variant counts for more than a region, a region more than a script.
pub(super) fn coverage(range: &Identity, offered: &Identity, reach: Reach) -> Option<usize> {
    let asked = &range.canonical;
    let region = match reach {
        Reach::Written => offered.canonical.region,
        Reach::Likely => offered.region,
    };
    let covers = asked.language == offered.canonical.language
        && (asked.script.is_none() || asked.script == offered.script)
        && (asked.region.is_none() || asked.region == region)
        && offered.has_variants_of(range);
    let script = usize::from(asked.script.is_some());
    let region = usize::from(asked.region.is_some());
    covers.then_some(4 * asked.variants.len() + 2 * region + script)
}

#[cfg(test)]
mod tests {
    use crate::negotiation::Offered;

    const SIX: &[&str] = &["en-US", "fr-FR", "ko-KR", "nl-NL", "sv-SE", "zh-CN"];

    /// What one range gets; the first tag is the source locale.
    #[track_caller]
    fn assert_matches(tags: &[&str], tag: &str, expected: Option<&str>) {
        let offered = Offered::new(tags.iter().map(|tag| tag.parse().unwrap()).collect(), 0);
        let index = offered.match_tag(tag);
        assert_eq!(
            index.map(|index| tags[index]),
            expected,
            "{tag} of {tags:?}"
        );
    }

    #[test]
    fn exact_tag_goes_before_all() {
        assert_matches(&["en", "pt", "pt-BR", "pt-PT"], "pt-PT", Some("pt-PT"));
        assert_matches(&["en", "zh-Hans", "zh", "zh-CN"], "zh", Some("zh"));
        assert_matches(&["en", "zh", "zh-Hant"], "zh-hant", Some("zh-Hant"));
    }

    #[test]
    fn region_falls_back_to_language() {
        assert_matches(&["en", "fr-FR", "fr"], "fr-CA", Some("fr"));
        assert_matches(&["en", "de-AT", "de"], "de-Latn-CH-1996", Some("de"));
    }

    #[test]
    fn cutting_back_follows_cldr_parents() {
        assert_matches(&["en", "es", "es-ES", "es-419"], "es-MX", Some("es-419"));
        assert_matches(&["en-US", "en", "en-001"], "en-AU", Some("en-001"));
        assert_matches(&["en", "pt-BR", "pt-PT"], "pt-AO", Some("pt-PT"));
        assert_matches(&["en", "zh-HK", "zh-Hant"], "zh-MO", Some("zh-Hant"));
    }

    #[test]
    fn a_script_that_goes_without_saying_may_be_said() {
        assert_matches(&["en", "en-GB"], "en-Latn-GB", Some("en-GB"));
        assert_matches(&["en", "zh-Hant", "zh-HK"], "zh-Hant-HK", Some("zh-HK"));
        assert_matches(&["en", "zh-TW", "zh-Hans"], "zh-CN", Some("zh-Hans"));
        assert_matches(&["en", "sr", "sr-Latn"], "sh-RS", Some("sr-Latn"));
    }

    #[test]
    fn variants_are_cut_one_by_one() {
        let tags = ["en", "sl", "sl-rozaj", "sl-rozaj-biske"];
        assert_matches(&tags, "sl-rozaj-biske-1994", Some("sl-rozaj-biske"));
        assert_matches(&tags, "sl-rozaj-njiva", Some("sl-rozaj"));
        assert_matches(&tags, "sl-nedis", Some("sl"));
        assert_matches(&["en", "ca-valencia", "ca-ES"], "ca", Some("ca-ES"));
        assert_matches(&["en", "ca-valencia"], "ca", Some("ca-valencia"));
    }

    #[test]
    fn a_language_finds_its_likely_region() {
        assert_matches(SIX, "ko", Some("ko-KR"));
        assert_matches(SIX, "en", Some("en-US"));
        assert_matches(&["en-GB", "en-US"], "en", Some("en-US"));
        assert_matches(&["en", "pt-PT", "pt-BR"], "pt", Some("pt-BR"));
        assert_matches(&["en", "zh-SG", "zh-CN"], "zh-Hans", Some("zh-CN"));
    }

    #[test]
    fn another_region_of_the_same_script_answers_in_catalog_order() {
        assert_matches(&["en", "pt-PT"], "pt-BR", Some("pt-PT"));
        assert_matches(&["en", "fr-CH", "fr-BE"], "fr-CA", Some("fr-CH"));
        assert_matches(SIX, "en-GB", Some("en-US"));
        assert_matches(SIX, "zh-SG", Some("zh-CN"));
    }

    #[test]
    fn traditional_chinese_never_gets_simplified() {
        for tag in [
            "zh-TW",
            "zh-HK",
            "zh-MO",
            "zh-Hant",
            "zh-Hant-CN",
            "zh-Hant-TW",
            "ZH-tw",
        ] {
            assert_matches(SIX, tag, None);
            assert_matches(&["en", "zh", "zh-Hans", "zh-CN"], tag, None);
        }
        assert_matches(&["en", "zh", "zh-CN", "zh-TW"], "zh-HK", Some("zh-TW"));
        assert_matches(&["en", "zh-TW"], "zh-CN", None);
        assert_matches(&["en", "zh-TW"], "zh", None);
    }

    #[test]
    fn no_language_crosses_a_script() {
        assert_matches(&["en", "sr"], "sr-Latn", None);
        assert_matches(&["en", "sr-Latn"], "sr", None);
        assert_matches(&["en", "az-Latn", "az-Arab"], "az-IR", Some("az-Arab"));
        assert_matches(&["en", "pa"], "pa-PK", None);
        assert_matches(&["en-IN", "en"], "hi-Latn", None);
    }

    #[test]
    fn norwegian_and_danish_never_get_swedish() {
        for tag in ["nb", "no", "nn", "da", "nb-NO", "da-DK", "no-nyn"] {
            assert_matches(SIX, tag, None);
        }
    }

    #[test]
    fn bokmal_and_norwegian_are_one_language() {
        assert_matches(&["en", "nb-NO"], "no", Some("nb-NO"));
        assert_matches(&["en", "no"], "nb-NO", Some("no"));
        assert_matches(&["en", "no", "nb"], "nb-SJ", Some("nb"));
        assert_matches(&["en", "nb"], "nn", None);
    }

    #[test]
    fn aliases_are_one_language_from_either_side() {
        assert_matches(&["en", "he"], "iw", Some("he"));
        assert_matches(&["en", "iw"], "he-IL", Some("iw"));
        assert_matches(&["en", "he", "iw"], "iw-IL", Some("iw"));
        assert_matches(SIX, "cmn-Hans", Some("zh-CN"));
        assert_matches(SIX, "kor", Some("ko-KR"));
        assert_matches(&["en", "fil"], "tl", Some("fil"));
    }

    #[test]
    fn extended_languages_stand_for_themselves() {
        assert_matches(&["en", "zh-HK", "yue"], "zh-yue-Hant-HK", Some("yue"));
        assert_matches(SIX, "zh-cmn-Hans", Some("zh-CN"));
        assert_matches(SIX, "zh-yue", None);
        assert_matches(SIX, "zh-cmn-Hant", None);
    }

    #[test]
    fn an_unknown_language_matches_itself() {
        assert_matches(&["en", "qaa-AA"], "qaa", Some("qaa-AA"));
        assert_matches(&["en", "qaa"], "qaa-Latn-AA", Some("qaa"));
        assert_matches(&["en", "qaa"], "qab", None);
        assert_matches(&["en", "klingons"], "KLINGONS", Some("klingons"));
    }
}
