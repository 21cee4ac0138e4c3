//! Numbers: digits, rounding and grouping, as ECMA-402 and CLDR have them.

use fixed_decimal::{Decimal, FloatPrecision, Sign, SignedRoundingMode, UnsignedRoundingMode};
use writeable::Writeable;

use super::Conventions;
use crate::value::{Digits, Number};

/// The options of `NUMBER`; names and ranges are those of ECMA-402's `Intl.NumberFormat`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NumberOptions {
    pub(crate) minimum_integer_digits: Option<u8>,
    pub(crate) minimum_fraction_digits: Option<u8>,
    pub(crate) maximum_fraction_digits: Option<u8>,
    pub(crate) minimum_significant_digits: Option<u8>,
    pub(crate) maximum_significant_digits: Option<u8>,
    pub(crate) grouping: Grouping,
    /// `type: "ordinal"`: chooses by the categories of 1st, 2nd, 3rd.
    pub(crate) ordinal: bool,
}

/// When digits are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Grouping {
    /// As the locale does.
    #[default]
    Auto,
    /// Also where the locale would rather not.
    Always,
    /// From five digits on.
    Min2,
    /// Not at all.
    Never,
}

/// How many fraction digits are shown unless told otherwise; ECMA-402, `SetNumberFormatDigitOptions`.
const DEFAULT_FRACTION_DIGITS: u8 = 3;

impl NumberOptions {
    /// Whether an integer's digits are all that is shown, so that it needs no rounding or padding.
    pub(crate) fn shows_integers_plainly(&self) -> bool {
        let NumberOptions {
            grouping, ordinal, ..
        } = *self;
        *self
            == NumberOptions {
                grouping,
                ordinal,
                ..NumberOptions::default()
            }
    }
}

pub(super) fn write(
    conventions: &Conventions,
    number: &Number,
    options: &NumberOptions,
    out: &mut String,
) {
    let Some(decimal) = decimal(number, options) else {
        let float = number.to_f64();
        out.push_str(if float.is_nan() {
            "NaN"
        } else if float < 0.0 {
            "-∞"
        } else {
            "∞"
        });
        return;
    };
    let formatter = conventions.decimal_formatter(options.grouping);
    // Writing to a string does not fail.
    let _ = formatter.format(&decimal).write_to(out);
}

/// The digits that are shown, or `None` for what has no digits.
pub(super) fn decimal(number: &Number, options: &NumberOptions) -> Option<Decimal> {
    let mut decimal = match number.digits() {
        Digits::Integer(integer) => Decimal::from(integer),
        Digits::Float(float) => Decimal::try_from_f64(float, FloatPrecision::RoundTrip).ok()?,
    };
    if options.shows_integers_plainly() && number.as_integer().is_some() {
        return Some(decimal);
    }
    match (
        options.minimum_significant_digits,
        options.maximum_significant_digits,
    ) {
        (None, None) => round_fraction(&mut decimal, number, options),
        (minimum, maximum) => {
            let first = decimal.absolute.nonzero_magnitude_start();
            let last = |digits: u8| first - i16::from(digits) + 1;
            round(&mut decimal, last(maximum.unwrap_or(21)));
            decimal.absolute.trim_end();
            decimal.absolute.pad_end(last(minimum.unwrap_or(1)).min(0));
        }
    }
    if let Some(digits) = options.minimum_integer_digits {
        decimal.absolute.pad_start(i16::from(digits));
    }
    Some(decimal)
}

fn round_fraction(decimal: &mut Decimal, number: &Number, options: &NumberOptions) {
    let written = number.fraction_digits();
    let (minimum, maximum) = match (
        options.minimum_fraction_digits,
        options.maximum_fraction_digits,
    ) {
        (Some(minimum), Some(maximum)) => (minimum.min(maximum), maximum),
        (Some(minimum), None) => (minimum, minimum.max(DEFAULT_FRACTION_DIGITS)),
        (None, Some(maximum)) => (written.min(maximum), maximum),
        (None, None) => (written, written.max(DEFAULT_FRACTION_DIGITS)),
    };
    round(decimal, -i16::from(maximum));
    decimal.absolute.trim_end();
    decimal.absolute.pad_end(-i16::from(minimum));
}

/// Rounds half away from zero, as ECMA-402 does by default.
fn round(decimal: &mut Decimal, position: i16) {
    let mode = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
    decimal.round_with_mode(position, mode);
    if decimal.absolute.is_zero() && decimal.sign == Sign::Negative {
        decimal.sign = Sign::None;
    }
}
