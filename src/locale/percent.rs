//! Percent: the sign, and what stands between it and the number.
//!
//! The stable crates of ICU4X have numbers but no percent, so the few patterns of CLDR stand here:
//! those of the npm package cldr-numbers-full 48.2.0, with the percent sign of each locale's own
//! digits. A locale is named where it differs from its parent; the rest write `26%`.

use icu_locale::Locale;
use icu_locale::fallback::{LocaleFallbackConfig, LocaleFallbacker};

/// What is written around the number of a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Affixes {
    pub(super) before: &'static str,
    pub(super) after: &'static str,
    /// Whether the sign of a negative number comes first of all, as in `-%5`.
    pub(super) is_sign_first: bool,
}

const PLAIN: Affixes = after("%");

const TABLE: &[(Affixes, &[&str])] = &[
    (PLAIN, &["de-CH", "de-LI", "es-419", "fr-CH"]),
    (
        after("\u{a0}%"),
        &[
            "bas", "be", "br", "bua", "ca", "ce", "cs", "cv", "da", "de", "dsb", "dua", "dz",
            "en-AT", "en-DE", "en-DK", "en-FI", "en-NO", "en-SE", "es", "fi", "fo", "fr", "gl",
            "gsw", "hr", "hsb", "ht", "kl", "ksh", "lb", "lt", "mk", "nds", "no", "qu", "rn", "ro",
            "ru", "se", "sk", "sl", "smn", "sv", "tk", "tt", "zgh",
        ],
    ),
    (after("\u{202f}%"), &["oc"]),
    (before("%", true), &["ku", "tr"]),
    (before("%\u{a0}", true), &["eu"]),
    (before("%\u{a0}", false), &["blo"]),
    (after("\u{200e}%\u{200e}"), &["ar"]),
    (
        after("\u{66a}\u{61c}"),
        &[
            "ar-BH", "ar-DJ", "ar-EG", "ar-ER", "ar-IL", "ar-IQ", "ar-JO", "ar-KM", "ar-KW",
            "ar-LB", "ar-MR", "ar-OM", "ar-PS", "ar-QA", "ar-SA", "ar-SD", "ar-SO", "ar-SS",
            "ar-SY", "ar-TD", "ar-YE", "sd", "sdh",
        ],
    ),
    (
        after("\u{66a}"),
        &[
            "az-Arab", "bgn", "fa", "ks", "lrc", "mzn", "pa-Arab", "ps", "uz-Arab",
        ],
    ),
    (after("\u{a0}\u{66a}"), &["ckb"]),
];

const fn after(after: &'static str) -> Affixes {
    Affixes {
        before: "",
        after,
        is_sign_first: false,
    }
}

const fn before(before: &'static str, is_sign_first: bool) -> Affixes {
    Affixes {
        before,
        after: "",
        is_sign_first,
    }
}

/// The affixes of a locale, or of its nearest parent that has a row.
pub(super) fn affixes(locale: &Locale) -> Affixes {
    let chain = LocaleFallbacker::new().for_config(LocaleFallbackConfig::default());
    let mut steps = chain.fallback_for(locale.into());
    while !steps.get().is_unknown() {
        let name = steps.get().to_string();
        let row = TABLE
            .iter()
            .find(|(_, locales)| locales.contains(&name.as_str()));
        if let Some((affixes, _)) = row {
            return *affixes;
        }
        steps.step();
    }
    PLAIN
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(tag: &str) -> String {
        let Affixes { before, after, .. } = affixes(&tag.parse().unwrap());
        format!("{before}0{after}")
    }

    #[test]
    fn each_locale_has_the_pattern_of_cldr() {
        let rows = [
            ("en-US", "0%"),
            ("ko-KR", "0%"),
            ("zh-CN", "0%"),
            ("zh-Hant-HK", "0%"),
            ("nl-NL", "0%"),
            ("pt-PT", "0%"),
            ("sv-SE", "0\u{a0}%"),
            ("fr-FR", "0\u{a0}%"),
            ("fr-CA", "0\u{a0}%"),
            ("fr-CH", "0%"),
            ("de", "0\u{a0}%"),
            ("de-AT", "0\u{a0}%"),
            ("de-CH", "0%"),
            ("es-ES", "0\u{a0}%"),
            ("es-MX", "0%"),
            ("es-PH", "0\u{a0}%"),
            ("en-GB", "0%"),
            ("en-DE", "0\u{a0}%"),
            ("en-NL", "0%"),
            ("nb-NO", "0\u{a0}%"),
            ("nn", "0\u{a0}%"),
            ("oc-ES", "0\u{202f}%"),
            ("tr-TR", "%0"),
            ("eu-ES", "%\u{a0}0"),
            ("blo", "%\u{a0}0"),
            ("ar", "0\u{200e}%\u{200e}"),
            ("ar-MA", "0\u{200e}%\u{200e}"),
            ("ar-EG", "0\u{66a}\u{61c}"),
            ("fa-IR", "0\u{66a}"),
            ("ckb-IR", "0\u{a0}\u{66a}"),
            ("pa", "0%"),
            ("pa-Arab", "0\u{66a}"),
            ("ht", "0\u{a0}%"),
            ("qaa", "0%"),
            ("und", "0%"),
        ];
        for (tag, expected) in rows {
            assert_eq!(shown(tag), expected, "{tag}");
        }
    }

    #[test]
    fn no_locale_has_two_rows() {
        let mut locales: Vec<_> = TABLE.iter().flat_map(|(_, locales)| *locales).collect();
        let rows = locales.len();
        locales.sort_unstable();
        locales.dedup();
        assert_eq!(locales.len(), rows);
    }
}
