//! What CLDR knows of a language tag: its canonical form, likely subtags and parents.
//!
//! ICU4X is met in this file alone. The catalog's locales and the ranges asked for pass through the
//! same steps, so that matching only compares.

use icu_locale::fallback::{LocaleFallbackConfig, LocaleFallbacker};
use icu_locale::subtags::{Language, Region, Script, Variant, Variants, language};
use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleExpander};

/// Languages under which RFC 5646 registers extended language subtags (`zh-yue`, `ar-arb`).
const MACROLANGUAGES: [Language; 8] = [
    language!("ar"),
    language!("kok"),
    language!("lv"),
    language!("ms"),
    language!("sgn"),
    language!("sw"),
    language!("uz"),
    language!("zh"),
];

/// A language tag in the forms that matching compares.
#[derive(Clone, Debug)]
pub(super) struct Identity {
    /// The language as it was written, to prefer `nb` before `no` where both are offered.
    pub(super) written: Language,
    /// Aliases and deprecated subtags replaced; says nothing that was not said.
    pub(super) canonical: LanguageIdentifier,
    /// The identifier without variants and without a script that the rest implies, then its CLDR
    /// parents, nearest first, without the root: `es-MX`, `es-419`, `es`. Empty for `und`.
    ///
    /// No step changes the script, but a step may lead to another language: `nn` to `no`.
    pub(super) lineage: Vec<LanguageIdentifier>,
    /// The likely script; `None` only where CLDR knows none.
    pub(super) script: Option<Script>,
    /// The likely region.
    pub(super) region: Option<Region>,
}

impl Identity {
    /// Reads a tag without extensions, as far as it is a language identifier: what follows the
    /// first subtag that has no place is dropped, as truncation would (`en-US-abc` is `en-US`).
    /// `None` if it does not start with a language.
    pub(super) fn parse(tag: &str) -> Option<Self> {
        let mut subtags = tag.split('-').peekable();
        let written = Language::try_from_str(subtags.next()?).ok()?;
        let mut id = LanguageIdentifier::from(written);
        if MACROLANGUAGES.contains(&written)
            && let Some(extended) = subtags.peek().and_then(|s| Language::try_from_str(s).ok())
            && extended.as_str().len() == 3
        {
            // An extended language stands for itself (RFC 5646, section 4.5). Only zh-min and
            // zh-min-nan, older than the rule, mean Min Nan and not the language min.
            let min = written == language!("zh") && extended == language!("min");
            id.language = if min { language!("nan") } else { extended };
            subtags.next();
            if min {
                subtags.next_if(|s| s.eq_ignore_ascii_case("nan"));
            }
        }
        id.script = subtags.peek().and_then(|s| Script::try_from_str(s).ok());
        subtags.next_if(|_| id.script.is_some());
        id.region = subtags.peek().and_then(|s| Region::try_from_str(s).ok());
        subtags.next_if(|_| id.region.is_some());
        for variant in subtags.map_while(|s| Variant::try_from_str(s).ok()) {
            id.variants.push(variant);
        }
        Some(Self::new(written, id))
    }

    fn new(written: Language, id: LanguageIdentifier) -> Self {
        let mut locale = Locale::from(id);
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        let mut canonical = locale.id;
        if canonical.language == language!("nb") {
            // CLDR gives Bokmål under the macrolanguage, and makes `no` the parent of `nb`.
            canonical.language = language!("no");
        }
        let mut likely = canonical.clone();
        LocaleExpander::new_extended().maximize(&mut likely);
        let lineage = lineage(&canonical);
        Self {
            written,
            canonical,
            lineage,
            script: likely.script,
            region: likely.region,
        }
    }

    /// Whether this is the locale at one step of a lineage, variants aside.
    pub(super) fn is_at(&self, step: &LanguageIdentifier) -> bool {
        self.lineage.first() == Some(step)
    }

    /// Whether both are written in one script, as far as their scripts are known.
    pub(super) fn shares_script(&self, other: &Self) -> bool {
        self.script.is_none() || other.script.is_none() || self.script == other.script
    }

    /// Whether `other` has no variant that this one lacks.
    pub(super) fn has_variants_of(&self, other: &Self) -> bool {
        other
            .canonical
            .variants
            .iter()
            .all(|variant| self.canonical.variants.contains(variant))
    }
}

fn lineage(canonical: &LanguageIdentifier) -> Vec<LanguageIdentifier> {
    let id = LanguageIdentifier {
        variants: Variants::new(),
        ..canonical.clone()
    };
    // By default the language is kept longest, which is how messages are inherited.
    let chain = LocaleFallbacker::new().for_config(LocaleFallbackConfig::default());
    let mut steps = chain.fallback_for((&id).into());
    let mut lineage = Vec::new();
    while !steps.get().is_unknown() {
        let step = steps.get();
        let (language, script, region) = (step.language, step.script, step.region);
        lineage.push(LanguageIdentifier {
            language,
            script,
            region,
            variants: Variants::new(),
        });
        steps.step();
    }
    lineage
}

#[cfg(test)]
mod tests {
    use super::Identity;

    fn canonical(tag: &str) -> Option<String> {
        Identity::parse(tag).map(|identity| identity.canonical.to_string())
    }

    fn lineage(tag: &str) -> Vec<String> {
        Identity::parse(tag)
            .unwrap()
            .lineage
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn aliases_are_replaced() {
        for (tag, expected) in [
            ("iw", "he"),
            ("in-ID", "id-ID"),
            ("cmn-Hans", "zh-Hans"),
            ("nb-NO", "no-NO"),
            ("no", "no"),
            ("nn", "nn"),
            ("sh", "sr-Latn"),
            ("tl", "fil"),
            ("kor", "ko"),
            ("de-DD", "de-DE"),
            ("hy-arevela", "hy"),
        ] {
            assert_eq!(canonical(tag).as_deref(), Some(expected), "{tag}");
        }
    }

    #[test]
    fn an_extended_language_stands_for_itself() {
        for (tag, expected) in [
            ("zh-yue-Hant-HK", "yue-Hant-HK"),
            ("zh-cmn-Hans", "zh-Hans"),
            ("ZH-CMN", "zh"),
            ("ar-arb", "ar"),
            ("zh-min-nan-TW", "nan-TW"),
            ("zh-min", "nan"),
            ("ms-min", "min"),
        ] {
            assert_eq!(canonical(tag).as_deref(), Some(expected), "{tag}");
        }
    }

    #[test]
    fn a_subtag_without_a_place_ends_the_tag() {
        for (tag, expected) in [
            ("en-US-abc", "en-US"),
            ("no-nyn", "no"),
            ("en-US-Latn", "en-US"),
            ("en-abc-US", "en"),
        ] {
            assert_eq!(canonical(tag).as_deref(), Some(expected), "{tag}");
        }
    }

    #[test]
    fn a_tag_that_starts_with_no_language_is_none() {
        for tag in ["", "e", "four", "longlang", "419"] {
            assert_eq!(canonical(tag), None, "{tag}");
        }
    }

    #[test]
    fn likely_subtags_fill_script_and_region() {
        let taiwan = Identity::parse("zh-TW").unwrap();
        assert_eq!(taiwan.script.unwrap().as_str(), "Hant");
        let traditional = Identity::parse("zh-Hant").unwrap();
        assert_eq!(traditional.region.unwrap().as_str(), "TW");
        let unknown = Identity::parse("qaa").unwrap();
        assert_eq!((unknown.script, unknown.region), (None, None));
    }

    #[test]
    fn lineage_follows_cldr_and_keeps_the_script() {
        assert_eq!(lineage("es-MX"), ["es-MX", "es-419", "es"]);
        assert_eq!(lineage("en-GB"), ["en-GB", "en-001", "en"]);
        assert_eq!(lineage("zh-TW"), ["zh-TW", "zh-Hant"]);
        assert_eq!(lineage("zh-Hant-HK"), ["zh-HK", "zh-Hant"]);
        assert_eq!(lineage("zh-Hans-CN"), ["zh-CN", "zh"]);
        assert_eq!(lineage("sr-ME"), ["sr-ME", "sr-Latn"]);
        assert_eq!(lineage("nn"), ["nn", "no"]);
        assert_eq!(lineage("ca-valencia"), ["ca"]);
        assert_eq!(lineage("qaa-AA"), ["qaa-AA", "qaa"]);
    }
}
