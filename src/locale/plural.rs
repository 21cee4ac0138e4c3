//! Plural categories, by CLDR's rules.
//!
//! Most numbers that choose a category are small integers, and the rules are expressions that
//! ICU4X works out anew each time; so each locale keeps what it has worked out.

use std::sync::atomic::{AtomicU8, Ordering};

use icu_locale::Locale;
use icu_plurals::{PluralCategory, PluralOperands, PluralRuleType, PluralRules};

use super::HAS_ROOT;

/// The integers whose categories are kept.
const KEPT: usize = 1_024;

/// The categories by their number in [`Categories::kept`]; zero is what is not worked out yet.
const CATEGORIES: [PluralCategory; 6] = [
    PluralCategory::Zero,
    PluralCategory::One,
    PluralCategory::Two,
    PluralCategory::Few,
    PluralCategory::Many,
    PluralCategory::Other,
];

/// The rules of one locale and type.
#[derive(Debug)]
pub(super) struct Categories {
    rules: PluralRules,
    /// A byte an integer. Two threads may work out the same one, and write the same byte.
    kept: Box<[AtomicU8]>,
}

impl Categories {
    pub(super) fn new(locale: &Locale, kind: PluralRuleType) -> Self {
        Categories {
            rules: PluralRules::try_new(locale.clone().into(), kind.into()).expect(HAS_ROOT),
            kept: (0..KEPT).map(|_| AtomicU8::new(0)).collect(),
        }
    }

    /// The category of an integer of at most 64 bits.
    #[inline]
    pub(super) fn of_small(&self, integer: i64) -> PluralCategory {
        let kept = usize::try_from(integer)
            .ok()
            .and_then(|integer| self.kept.get(integer));
        let known = kept.map_or(0, |kept| kept.load(Ordering::Relaxed));
        match CATEGORIES.get(usize::from(known).wrapping_sub(1)) {
            Some(category) => *category,
            None => self.work_out(integer),
        }
    }

    #[cold]
    fn work_out(&self, integer: i64) -> PluralCategory {
        let category = match u64::try_from(integer) {
            Ok(integer) => self.rules.category_for(integer),
            Err(_) => self.rules.category_for(integer),
        };
        let kept = usize::try_from(integer)
            .ok()
            .and_then(|integer| self.kept.get(integer));
        if let Some(kept) = kept {
            let number = (1..).zip(CATEGORIES).find(|(_, known)| *known == category);
            kept.store(number.map_or(0, |(number, _)| number), Ordering::Relaxed);
        }
        category
    }

    /// The category of any integer.
    pub(super) fn of_integer(&self, integer: i128) -> PluralCategory {
        match (i64::try_from(integer), u64::try_from(integer)) {
            (Ok(integer), _) => self.of_small(integer),
            (_, Ok(integer)) => self.rules.category_for(integer),
            _ => self.rules.category_for(integer),
        }
    }

    /// The category of a decimal as it is shown.
    pub(super) fn of(&self, operands: PluralOperands) -> PluralCategory {
        self.rules.category_for(operands)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_was_worked_out() {
        for tag in [
            "en", "ko", "sv", "zh", "fr", "nl", "ar", "pl", "cy", "lv", "br",
        ] {
            let locale = Locale::try_from_str(tag).unwrap();
            for kind in [PluralRuleType::Cardinal, PluralRuleType::Ordinal] {
                let categories = Categories::new(&locale, kind);
                let worked_out = |integer: i128| match u64::try_from(integer) {
                    Ok(integer) => categories.rules.category_for(integer),
                    Err(_) => categories.rules.category_for(integer),
                };
                for integer in (-3..2_000).chain(-3..2_000) {
                    let category = categories.of_integer(integer);
                    assert_eq!(category, worked_out(integer), "{integer} in {tag}");
                }
            }
        }
    }
}
