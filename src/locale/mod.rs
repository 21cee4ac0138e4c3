//! How one locale writes: its dates, its numbers, its lists, its plural categories.
//!
//! Owns all that ICU4X knows for us, for the locale that answers and never for the host's. It is
//! separate so that templates say what to show and this module alone says how.

mod date;
mod integer;
mod list;
mod number;
mod percent;
mod plural;

use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_list::ListFormatter;
use icu_locale::Locale;
use icu_plurals::{PluralCategory, PluralOperands, PluralRuleType};
use unic_langid::LanguageIdentifier;

pub(crate) use self::date::{DateOptions, Fields};
use self::integer::Integers;
pub(crate) use self::list::ListKind;
pub(crate) use self::number::{Grouping, NumberOptions};
use self::plural::Categories;

use crate::value::{DateTime, Number};

/// The conventions of one locale, by CLDR.
#[derive(Debug)]
pub(crate) struct Conventions {
    dates: date::Dates,
    /// `None` where integers need more than digits and marks.
    integers: Option<Integers>,
    grouped: DecimalFormatter,
    grouped_from_two: DecimalFormatter,
    plain: DecimalFormatter,
    cardinal: Categories,
    ordinal: Categories,
    and: ListFormatter,
    or: ListFormatter,
    unit: ListFormatter,
    percent: percent::Affixes,
}

/// Why no formatter can fail to be made: with compiled data, ICU4X answers for every locale, with
/// the root's conventions if it knows nothing nearer.
const HAS_ROOT: &str = "the compiled data has the root locale";

impl Conventions {
    /// A locale that CLDR does not know has the conventions of its nearest parent.
    pub(crate) fn new(id: &LanguageIdentifier) -> Self {
        let locale = Locale::try_from_str(&id.to_string()).unwrap_or(Locale::UNKNOWN);
        let decimal = |grouping: GroupingStrategy| {
            let options = DecimalFormatterOptions::from(grouping);
            DecimalFormatter::try_new(locale.clone().into(), options).expect(HAS_ROOT)
        };
        let grouped = decimal(GroupingStrategy::Auto);
        Conventions {
            integers: Integers::measure(&grouped),
            grouped,
            grouped_from_two: decimal(GroupingStrategy::Min2),
            plain: decimal(GroupingStrategy::Never),
            cardinal: Categories::new(&locale, PluralRuleType::Cardinal),
            ordinal: Categories::new(&locale, PluralRuleType::Ordinal),
            and: list::formatter(&locale, ListKind::And),
            or: list::formatter(&locale, ListKind::Or),
            unit: list::formatter(&locale, ListKind::Unit),
            percent: percent::affixes(&locale),
            dates: date::Dates::new(&locale),
        }
    }

    /// Writes a number.
    pub(crate) fn write_number(&self, number: &Number, options: &NumberOptions, out: &mut String) {
        number::write(self, number, options, out);
    }

    /// Writes an integer as it is written unless an option says otherwise.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "calls are a tenth of what a short message costs"
    )]
    pub(crate) fn write_integer(&self, integer: i64, out: &mut String) {
        match &self.integers {
            Some(integers) => integers.write_small(integer, out),
            None => self.write_number(&integer.into(), &NumberOptions::default(), out),
        }
    }

    /// The plural category of an integer that is written so.
    #[inline]
    pub(crate) fn integer_category(&self, integer: i64) -> PluralCategory {
        self.cardinal.of_small(integer)
    }

    /// Writes a date and time, or tells that it cannot be shown so and writes nothing.
    pub(crate) fn write_date(
        &self,
        value: &DateTime,
        options: &DateOptions,
        out: &mut String,
    ) -> bool {
        self.dates.write(value, options, out)
    }

    /// Writes a list of texts.
    pub(crate) fn write_list(&self, items: &[String], kind: ListKind, out: &mut String) {
        list::write(self, items, kind, out);
    }

    /// The plural category of a number as it is shown: 1 is `one` in English, 1.0 is `other`.
    pub(crate) fn category(&self, number: &Number, options: &NumberOptions) -> PluralCategory {
        let rules = if options.ordinal {
            &self.ordinal
        } else {
            &self.cardinal
        };
        match options.plain_integer(number) {
            Some(integer) => rules.of_integer(integer),
            None => match number::decimal(number, options) {
                Some(decimal) => rules.of(PluralOperands::from(&decimal)),
                None => PluralCategory::Other,
            },
        }
    }

    fn decimal_formatter(&self, grouping: Grouping) -> &DecimalFormatter {
        match grouping {
            Grouping::Auto | Grouping::Always => &self.grouped,
            Grouping::Min2 => &self.grouped_from_two,
            Grouping::Never => &self.plain,
        }
    }
}
