//! Which plural categories a language has, and a number of each.
//!
//! It is separate from the planning because it alone knows CLDR: what is asked of it is which
//! category a number takes, and which number shows a category.

use fixed_decimal::Decimal;
use icu_locale::Locale;
use icu_plurals::{PluralCategory, PluralOperands, PluralRuleType, PluralRules};
use tolken::{Call, LanguageIdentifier, Number, Operand};

/// The numbers that are tried for a category: the plainest first, then what only some languages
/// tell apart.
const INTEGERS: [i64; 19] = [
    1, 2, 5, 0, 3, 4, 6, 7, 8, 10, 11, 12, 20, 21, 100, 101, 1_000, 1_000_000, 2_000_000,
];
const DECIMALS: [&str; 3] = ["1.5", "0.5", "1.1"];

/// The longest fraction that a number is given; the renderer gives none longer either.
const LONGEST_FRACTION: usize = 20;

/// The plural rules of one language.
pub(super) struct Plurals {
    cardinal: Option<PluralRules>,
    ordinal: Option<PluralRules>,
}

/// How a number is shown where it decides a choice.
#[derive(Clone, Copy, Default)]
pub(super) struct Form {
    is_ordinal: bool,
    least_fraction: usize,
}

impl Form {
    /// As the options of `NUMBER` say.
    pub(super) fn of(call: Call<'_>) -> Self {
        let mut form = Form::default();
        for (name, value) in call.named() {
            match (name, value) {
                ("type", Operand::Text(kind)) => form.is_ordinal = kind == "ordinal",
                ("minimumFractionDigits", Operand::Number(digits)) => {
                    let digits = digits.as_integer().unwrap_or_default();
                    let digits = usize::try_from(digits).unwrap_or_default();
                    form.least_fraction = digits.min(LONGEST_FRACTION);
                }
                _ => {}
            }
        }
        form
    }
}

impl Plurals {
    pub(super) fn of(locale: &LanguageIdentifier) -> Self {
        let locale = Locale::try_from_str(&locale.to_string()).unwrap_or(Locale::UNKNOWN);
        let rules =
            |kind: PluralRuleType| PluralRules::try_new(locale.clone().into(), kind.into()).ok();
        Plurals {
            cardinal: rules(PluralRuleType::Cardinal),
            ordinal: rules(PluralRuleType::Ordinal),
        }
    }

    fn rules(&self, form: Form) -> Option<&PluralRules> {
        let rules = if form.is_ordinal {
            &self.ordinal
        } else {
            &self.cardinal
        };
        rules.as_ref()
    }

    /// The name of the category of a number.
    pub(super) fn category(&self, number: &Number, form: Form) -> &'static str {
        let mut digits = number.to_string();
        let fraction = digits.split_once('.').map_or(0, |(_, digits)| digits.len());
        if fraction < form.least_fraction {
            if fraction == 0 {
                digits.push('.');
            }
            digits.extend(std::iter::repeat_n('0', form.least_fraction - fraction));
        }
        match (self.rules(form), digits.parse::<Decimal>()) {
            (Some(rules), Ok(decimal)) => name(rules.category_for(PluralOperands::from(&decimal))),
            _ => "other",
        }
    }

    /// A number of each category that is none of those named.
    pub(super) fn samples(
        &self,
        form: Form,
        but: &[Number],
        is_whole: bool,
    ) -> Vec<(&'static str, Number)> {
        let decimals = DECIMALS.iter().filter_map(|digits| digits.parse().ok());
        let tried = INTEGERS.into_iter().map(Number::from);
        let tried: Vec<Number> = if is_whole {
            tried.collect()
        } else {
            tried.chain(decimals).collect()
        };
        let mut categories: Vec<_> = self
            .rules(form)
            .into_iter()
            .flat_map(PluralRules::categories)
            .map(name)
            .collect();
        categories.sort_by_key(|name| ORDER.iter().position(|known| known == name));
        let sample = |category: &'static str| {
            let mut tried = tried.iter().filter(|number| !but.contains(number));
            let number = tried.find(|number| self.category(number, form) == category)?;
            Some((category, *number))
        };
        categories.into_iter().filter_map(sample).collect()
    }
}

/// CLDR's categories, in its order.
const ORDER: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn name(category: PluralCategory) -> &'static str {
    ORDER[match category {
        PluralCategory::Zero => 0,
        PluralCategory::One => 1,
        PluralCategory::Two => 2,
        PluralCategory::Few => 3,
        PluralCategory::Many => 4,
        PluralCategory::Other => 5,
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn samples(locale: &str, form: Form, is_whole: bool) -> Vec<String> {
        let plurals = Plurals::of(&locale.parse().unwrap());
        let samples = plurals.samples(form, &[], is_whole).into_iter();
        samples
            .map(|(category, number)| format!("{category} {number}"))
            .collect()
    }

    #[test]
    fn every_category_of_a_language_has_a_number() {
        let cardinal = Form::default();
        let ordinal = Form {
            is_ordinal: true,
            ..cardinal
        };
        assert_eq!(samples("ko-KR", cardinal, true), ["other 1"]);
        assert_eq!(
            samples("fr-FR", cardinal, true),
            ["one 1", "many 1000000", "other 2"]
        );
        assert_eq!(
            samples("pl", cardinal, false),
            ["one 1", "few 2", "many 5", "other 1.5"]
        );
        assert_eq!(
            samples("ar", cardinal, true),
            ["zero 0", "one 1", "two 2", "few 5", "many 11", "other 100"]
        );
        assert_eq!(
            samples("en-US", ordinal, true),
            ["one 1", "two 2", "few 3", "other 5"]
        );
        assert_eq!(samples("sv-SE", ordinal, true), ["one 1", "other 5"]);
    }

    #[test]
    fn a_number_is_of_the_category_that_its_form_has() {
        let plurals = Plurals::of(&"en-US".parse().unwrap());
        let with_fraction = Form {
            least_fraction: 1,
            ..Form::default()
        };
        assert_eq!(plurals.category(&1.into(), Form::default()), "one");
        assert_eq!(plurals.category(&1.into(), with_fraction), "other");
    }
}
