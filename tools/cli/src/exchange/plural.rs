//! The cardinal categories of a locale, by CLDR, and which one an integer has.

use icu_locale::Locale;
use icu_plurals::{PluralRuleType, PluralRules};
use tolken::LanguageIdentifier;

use crate::plural::{CATEGORIES, name};

/// The integers that are tried: those that differ in what any language looks at.
pub(super) fn integers() -> impl Iterator<Item = usize> {
    (0..=1_000).chain([
        1_001, 2_000, 10_000, 100_000, 1_000_000, 1_000_001, 2_000_000,
    ])
}

/// The categories of a locale, in CLDR's order, and which one an integer has.
pub(super) struct Plurals {
    rules: Option<PluralRules>,
    pub(super) categories: Vec<&'static str>,
}

impl Plurals {
    pub(super) fn new(locale: &LanguageIdentifier) -> Self {
        let id = Locale::try_from_str(&locale.to_string()).unwrap_or(Locale::UNKNOWN);
        let rules = PluralRules::try_new(id.into(), PluralRuleType::Cardinal.into()).ok();
        let mut categories: Vec<_> = match &rules {
            Some(rules) => rules.categories().map(name).collect(),
            None => vec!["other"],
        };
        categories.sort_by_key(|name| CATEGORIES.iter().position(|known| known == name));
        Plurals { rules, categories }
    }

    /// The category of an integer.
    pub(super) fn of(&self, integer: usize) -> &'static str {
        let rules = self.rules.as_ref();
        rules.map_or("other", |rules| name(rules.category_for(integer)))
    }

    /// What numbers are of a category, in words for a translator.
    pub(super) fn examples(&self, category: &str) -> String {
        let of = integers().filter(|&integer| self.of(integer) == category);
        let some: Vec<_> = of.take(4).map(|integer| integer.to_string()).collect();
        if some.is_empty() {
            "fractions".to_owned()
        } else {
            some.join(", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_locale_has_its_own_categories() {
        let of = |tag: &str| Plurals::new(&tag.parse().unwrap());
        assert_eq!(of("ko-KR").categories, ["other"]);
        assert_eq!(of("fr-FR").categories, ["one", "many", "other"]);
        assert_eq!(of("fr-FR").examples("many"), "1000000, 2000000");
        assert_eq!(of("fr-FR").examples("one"), "0, 1");
        assert_eq!(of("cs-CZ").examples("many"), "fractions");
        assert_eq!(of("xx").categories, ["other"]);
    }
}
