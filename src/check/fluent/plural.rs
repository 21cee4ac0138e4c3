//! Choices by plural category: which ones they are, and what categories a locale has.

use std::cell::OnceCell;

use icu_locale::Locale as IcuLocale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use crate::check::engine::Whole;
use crate::check::text::Text;
use crate::manifest::ArgumentType;
use crate::syntax::{InlineKind, Select};

/// CLDR's categories, in its order.
pub(super) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// How many integers are tried for the category that they are of.
const TRIED: usize = 1_000;

/// A choice by plural category.
#[derive(Clone, Copy)]
pub(super) struct Plural {
    pub(super) is_ordinal: bool,
}

/// Says how a choice goes by plural categories, if it does.
pub(super) fn plural(text: &Text<'_>, whole: &Whole<'_>, select: &Select) -> Option<Plural> {
    let source = text.source;
    let (argument, is_number, is_ordinal) = match &select.selector.kind {
        InlineKind::Variable(id) => (Some(*id), false, false),
        InlineKind::Function(name, arguments) if source.slice(*name) == "NUMBER" => {
            let first = arguments.positional.first().map(|first| &first.kind);
            let argument = match first {
                Some(InlineKind::Variable(id)) => Some(*id),
                _ => None,
            };
            let is_ordinal = arguments.named.iter().any(|(name, value)| {
                source.slice(*name) == "type" && source.slice(value.span) == "\"ordinal\""
            });
            (argument, true, is_ordinal)
        }
        _ => return None,
    };
    let plural = Plural { is_ordinal };
    let names = || select.variants.iter().filter(|variant| !variant.is_number);
    let has_category = names().any(|variant| {
        let key = source.slice(variant.key);
        key != "other" && CATEGORIES.contains(&key)
    });
    let name = argument.map(|id| source.slice(id));
    let declared = name
        .filter(|_| whole.has_manifest && !text.is_term)
        .and_then(|name| whole.codes.get(text.id()).map(|code| (code, name)))
        .and_then(|(code, name)| code.arguments.iter().find(|known| known.name() == name));
    match declared.map(crate::manifest::Argument::kind) {
        Some(ArgumentType::Integer | ArgumentType::Number) => return Some(plural),
        Some(ArgumentType::Enum) => return None,
        _ => {}
    }
    let known = name.and_then(|name| {
        let source = whole.source.text(text.id(), text.attribute)?;
        let mut choices = source.shape().choices.iter();
        choices.find(|choice| choice.argument == name)
    });
    let is_plural = is_number || has_category || known.is_some_and(|known| known.is_numeric);
    // What the source locale chooses by names is no number, whatever a name may be.
    let is_name = !is_number && known.is_some_and(|known| !known.is_numeric);
    (is_plural && !is_name).then_some(plural)
}

/// The categories of a locale.
pub(super) struct Categories {
    locale: IcuLocale,
    cardinal: OnceCell<Vec<Category>>,
    ordinal: OnceCell<Vec<Category>>,
}

/// The plural categories that a locale tells apart, in CLDR's order: of counts, or of places in an order.
///
/// # Example
///
/// ```
/// use tolken::check::plural_categories;
///
/// let french = "fr-FR".parse().expect("it is a locale");
/// assert_eq!(plural_categories(&french, false), ["one", "many", "other"]);
/// assert_eq!(plural_categories(&french, true), ["one", "other"]);
/// ```
#[must_use]
pub fn plural_categories(locale: &LanguageIdentifier, is_ordinal: bool) -> Vec<&'static str> {
    let categories = Categories::new(locale);
    let of = categories.of(Plural { is_ordinal });
    of.iter().map(|category| category.name).collect()
}

/// A category, and the integers that it has among the first.
#[derive(Clone)]
pub(super) struct Category {
    pub(super) name: &'static str,
    pub(super) integers: Vec<usize>,
}

impl Categories {
    pub(super) fn new(id: &LanguageIdentifier) -> Self {
        let locale = IcuLocale::try_from_str(&id.to_string());
        Categories {
            locale: locale.unwrap_or(IcuLocale::UNKNOWN),
            cardinal: OnceCell::new(),
            ordinal: OnceCell::new(),
        }
    }

    pub(super) fn of(&self, plural: Plural) -> &[Category] {
        if plural.is_ordinal {
            let of = || self.categories(PluralRuleType::Ordinal);
            self.ordinal.get_or_init(of)
        } else {
            let of = || self.categories(PluralRuleType::Cardinal);
            self.cardinal.get_or_init(of)
        }
    }

    fn categories(&self, kind: PluralRuleType) -> Vec<Category> {
        let Ok(rules) = PluralRules::try_new(self.locale.clone().into(), kind.into()) else {
            return Vec::new();
        };
        let mut categories: Vec<_> = rules
            .categories()
            .map(|category| Category {
                name: name(category),
                integers: Vec::new(),
            })
            .collect();
        for integer in 0..=TRIED {
            let found = name(rules.category_for(integer));
            let mut known = categories.iter_mut();
            if let Some(category) = known.find(|category| category.name == found) {
                category.integers.push(integer);
            }
        }
        let place = |category: &Category| CATEGORIES.iter().position(|name| *name == category.name);
        categories.sort_by_key(place);
        categories
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
