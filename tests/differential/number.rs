//! Numbers as ECMA-402 and CLDR have them, by ICU4X, from fluent-bundle's own number type.
//!
//! Written apart from the library, from ECMA-402's `Intl.NumberFormat`, so that it can disagree
//! with it. As in the library, zero has no sign, and a minimum above the maximum gives way.

use fixed_decimal::{Decimal, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale::Locale;
use tolken::fluent::{FluentNumber, FluentNumberOptions};

/// Writes a number as a locale does.
pub(super) fn number(locale: &str, number: &FluentNumber) -> String {
    let Ok(mut decimal) = Decimal::try_from_str(&number.value.to_string()) else {
        return special(number.value).to_owned();
    };
    let options = &number.options;
    if options.minimum_significant_digits.is_some() || options.maximum_significant_digits.is_some()
    {
        significant(&mut decimal, options);
    } else {
        fraction(&mut decimal, options);
    }
    if let Some(digits) = options.minimum_integer_digits {
        decimal.absolute.pad_start(position(digits));
    }
    if decimal.absolute.is_zero() {
        decimal.sign = fixed_decimal::Sign::None;
    }
    let grouping = if options.use_grouping {
        GroupingStrategy::Auto
    } else {
        GroupingStrategy::Never
    };
    let locale: Locale = locale.parse().expect("a locale of the tests");
    DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::from(grouping))
        .expect("the compiled data has every locale")
        .format_to_string(&decimal)
}

fn special(value: f64) -> &'static str {
    if value.is_nan() {
        "NaN"
    } else if value < 0.0 {
        "-∞"
    } else {
        "∞"
    }
}

/// `ToRawFixed`: at least as many digits behind the mark as asked for, three at most by default.
fn fraction(decimal: &mut Decimal, options: &FluentNumberOptions) {
    let minimum = options.minimum_fraction_digits;
    let maximum = options
        .maximum_fraction_digits
        .unwrap_or_else(|| minimum.unwrap_or_default().max(3));
    let minimum = minimum.unwrap_or_default().min(maximum);
    round(decimal, -position(maximum));
    decimal.absolute.trim_end();
    decimal.absolute.pad_end(-position(minimum));
}

/// `ToRawPrecision`: the digits count from the first that is not zero, after rounding.
fn significant(decimal: &mut Decimal, options: &FluentNumberOptions) {
    let maximum = options.maximum_significant_digits.unwrap_or(21);
    let minimum = options.minimum_significant_digits.unwrap_or(1).min(maximum);
    let first = decimal.absolute.nonzero_magnitude_start();
    round(decimal, first - position(maximum) + 1);
    let first = decimal.absolute.nonzero_magnitude_start();
    decimal.absolute.trim_end();
    decimal
        .absolute
        .pad_end((first - position(minimum) + 1).min(0));
}

fn round(decimal: &mut Decimal, position: i16) {
    let mode = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
    decimal.round_with_mode(position, mode);
}

fn position(digits: usize) -> i16 {
    i16::try_from(digits).expect("a count of digits that ECMA-402 allows")
}
