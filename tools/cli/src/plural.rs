//! Plural categories: which ones a locale has, for which numbers, and which choices go by them.

use fixed_decimal::Decimal;
use icu_locale::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};
use tolken::syntax::{InlineKind, Select};
use tolken::{ArgumentType, Catalog, Code, Source};

/// CLDR's categories, in its order.
pub(crate) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// How many integers are tried for the category that they are of.
const TRIED: usize = 200;

/// How many stretches of numbers are shown.
const SHOWN: usize = 2;

/// Whether numbers count or order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Cardinal,
    Ordinal,
}

/// A category of a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Category {
    pub(crate) name: &'static str,
    /// Numbers that are of it, such as `2–4, 22–24, …`; empty where none is found.
    pub(crate) samples: String,
}

/// The categories of a locale, in CLDR's order; of a language that it does not know, only `other`.
pub(crate) fn categories(locale: &str, kind: Kind) -> Vec<Category> {
    let locale = Locale::try_from_str(locale).unwrap_or(Locale::UNKNOWN);
    let kind = match kind {
        Kind::Cardinal => PluralRuleType::Cardinal,
        Kind::Ordinal => PluralRuleType::Ordinal,
    };
    let Ok(rules) = PluralRules::try_new(locale.into(), kind.into()) else {
        return Vec::new();
    };
    let known: Vec<_> = rules.categories().map(name).collect();
    let of_integers: Vec<_> = (0..=TRIED)
        .map(|integer| name(rules.category_for(integer)))
        .collect();
    let category = |category: &'static str| Category {
        name: category,
        samples: match stretches(&of_integers, category) {
            samples if samples.is_empty() => ["1.5", "0.1", "1000000"]
                .into_iter()
                .find(|number| {
                    let decimal = number.parse::<Decimal>();
                    decimal.is_ok_and(|decimal| name(rules.category_for(&decimal)) == category)
                })
                .unwrap_or_default()
                .to_owned(),
            samples => samples,
        },
    };
    let categories = CATEGORIES.into_iter();
    let categories = categories.filter(|category| known.contains(category));
    categories.map(category).collect()
}

/// The first numbers of a category: `1`, `2–4, 22–24, …`.
fn stretches(of_integers: &[&str], category: &str) -> String {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for (integer, of) in of_integers.iter().enumerate() {
        if *of != category {
            continue;
        }
        match stretches.last_mut() {
            Some((_, last)) if *last + 1 == integer => *last = integer,
            _ => stretches.push((integer, integer)),
        }
    }
    let has_more = stretches.len() > SHOWN;
    let reaches_on = |last: usize| last + 1 == of_integers.len();
    let mut shown: Vec<_> = stretches
        .iter()
        .take(SHOWN)
        .map(|&(first, last)| match last {
            last if last == first => first.to_string(),
            last if reaches_on(last) => format!("{first}, {}, …", first + 1),
            last => format!("{first}–{last}"),
        })
        .collect();
    if has_more {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

/// Says how a choice goes by plural categories, if it does.
pub(crate) fn kind(
    catalog: &Catalog,
    message: &str,
    source: &Source,
    select: &Select,
) -> Option<Kind> {
    let name = match &select.selector.kind {
        InlineKind::Variable(id) => source.slice(*id),
        InlineKind::Function(name, arguments) if source.slice(*name) == "NUMBER" => {
            let is_ordinal = arguments.named.iter().any(|(name, value)| {
                source.slice(*name) == "type" && source.slice(value.span) == "\"ordinal\""
            });
            return Some(if is_ordinal {
                Kind::Ordinal
            } else {
                Kind::Cardinal
            });
        }
        _ => return None,
    };
    let arguments = catalog.code(message).map(Code::arguments);
    let declared = arguments.and_then(|arguments| {
        let mut arguments = arguments.iter();
        arguments.find(|argument| argument.name() == name)
    });
    let mut names = select.variants.iter().filter(|variant| !variant.is_number);
    let has_category = names.any(|variant| {
        let key = source.slice(variant.key);
        key != "other" && CATEGORIES.contains(&key)
    });
    let is_plural = match declared.map(tolken::Argument::kind) {
        Some(ArgumentType::Integer | ArgumentType::Number) => true,
        Some(ArgumentType::Enum) => false,
        _ => has_category || catalog.variables(message).contains(&(name, true)),
    };
    is_plural.then_some(Kind::Cardinal)
}

pub(crate) fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_come_with_their_numbers() {
        let shown = |locale, kind| {
            let categories = categories(locale, kind).into_iter();
            let categories = categories.map(|one| format!("{}: {}", one.name, one.samples));
            categories.collect::<Vec<_>>().join("; ")
        };
        assert_eq!(
            shown("pl", Kind::Cardinal),
            "one: 1; few: 2–4, 22–24, …; many: 0, 5–21, …; other: 1.5"
        );
        assert_eq!(shown("ja", Kind::Cardinal), "other: 0, 1, …");
        assert_eq!(
            shown("fr-FR", Kind::Cardinal),
            "one: 0–1; many: 1000000; other: 2, 3, …"
        );
        assert_eq!(
            shown("en", Kind::Ordinal),
            "one: 1, 21, …; two: 2, 22, …; few: 3, 23, …; other: 0, 4–20, …"
        );
    }
}
