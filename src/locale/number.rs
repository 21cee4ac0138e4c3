//! Numbers: digits, rounding and grouping, as ECMA-402 and CLDR have them.

use fixed_decimal::{Decimal, FloatPrecision, Sign, SignedRoundingMode, UnsignedRoundingMode};
use fluent_bundle::types::{FluentNumberOptions, FluentNumberStyle, FluentNumberType};
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
    /// `style: "percent"`: a hundred times the number, with the sign.
    pub(crate) percent: bool,
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
    /// Whether they say nothing at all.
    #[inline]
    pub(crate) fn is_default(&self) -> bool {
        !self.changes_digits() && self.grouping == Grouping::Auto && !self.ordinal
    }

    #[inline]
    fn changes_digits(&self) -> bool {
        self.minimum_integer_digits.is_some()
            | self.minimum_fraction_digits.is_some()
            | self.maximum_fraction_digits.is_some()
            | self.minimum_significant_digits.is_some()
            | self.maximum_significant_digits.is_some()
            | self.percent
    }

    /// The integer whose digits are all that is shown, so that it needs no rounding or padding.
    pub(crate) fn plain_integer(&self, number: &Number) -> Option<i128> {
        let is_plain = number.fraction_digits() == 0 && !self.changes_digits();
        number.as_integer().filter(|_| is_plain)
    }

    /// These options, and where they say nothing, those of a call within the call.
    pub(crate) fn over(self, inner: NumberOptions) -> Self {
        NumberOptions {
            minimum_integer_digits: self.minimum_integer_digits.or(inner.minimum_integer_digits),
            minimum_fraction_digits: self
                .minimum_fraction_digits
                .or(inner.minimum_fraction_digits),
            maximum_fraction_digits: self
                .maximum_fraction_digits
                .or(inner.maximum_fraction_digits),
            minimum_significant_digits: self
                .minimum_significant_digits
                .or(inner.minimum_significant_digits),
            maximum_significant_digits: self
                .maximum_significant_digits
                .or(inner.maximum_significant_digits),
            grouping: match self.grouping {
                Grouping::Auto => inner.grouping,
                grouping => grouping,
            },
            ordinal: self.ordinal || inner.ordinal,
            percent: self.percent || inner.percent,
        }
    }
}

/// What an application's function is told.
impl From<NumberOptions> for FluentNumberOptions {
    fn from(options: NumberOptions) -> Self {
        FluentNumberOptions {
            r#type: if options.ordinal {
                FluentNumberType::Ordinal
            } else {
                FluentNumberType::Cardinal
            },
            style: if options.percent {
                FluentNumberStyle::Percent
            } else {
                FluentNumberStyle::Decimal
            },
            use_grouping: options.grouping != Grouping::Never,
            minimum_integer_digits: options.minimum_integer_digits.map(usize::from),
            minimum_fraction_digits: options.minimum_fraction_digits.map(usize::from),
            maximum_fraction_digits: options.maximum_fraction_digits.map(usize::from),
            minimum_significant_digits: options.minimum_significant_digits.map(usize::from),
            maximum_significant_digits: options.maximum_significant_digits.map(usize::from),
            ..FluentNumberOptions::default()
        }
    }
}

/// What an application's function asks for.
impl From<&FluentNumberOptions> for NumberOptions {
    fn from(options: &FluentNumberOptions) -> Self {
        let digits = |digits: Option<usize>, most: u8| {
            digits.map(|digits| u8::try_from(digits).unwrap_or(most).min(most))
        };
        NumberOptions {
            minimum_integer_digits: digits(options.minimum_integer_digits, 21),
            minimum_fraction_digits: digits(options.minimum_fraction_digits, 20),
            maximum_fraction_digits: digits(options.maximum_fraction_digits, 20),
            minimum_significant_digits: digits(options.minimum_significant_digits, 21),
            maximum_significant_digits: digits(options.maximum_significant_digits, 21),
            grouping: if options.use_grouping {
                Grouping::Auto
            } else {
                Grouping::Never
            },
            ordinal: options.r#type == FluentNumberType::Ordinal,
            percent: options.style == FluentNumberStyle::Percent,
        }
    }
}

pub(super) fn write(
    conventions: &Conventions,
    number: &Number,
    options: &NumberOptions,
    out: &mut String,
) {
    if let (Some(integer), Some(integers)) = (options.plain_integer(number), &conventions.integers)
        && options.grouping == Grouping::Auto
    {
        return integers.write(integer, out);
    }
    let start = out.len();
    match decimal(number, options) {
        Some(decimal) => {
            let formatter = conventions.decimal_formatter(options.grouping);
            // Writing to a string does not fail.
            let _ = formatter.format(&decimal).write_to(out);
        }
        None if number.to_f64().is_nan() => out.push_str("NaN"),
        None if number.to_f64() < 0.0 => out.push_str("-∞"),
        None => out.push('∞'),
    }
    if options.percent {
        let affixes = conventions.percent;
        let sign =
            match out[start..].find(|c: char| c.is_numeric() || c.is_alphabetic() || c == '∞') {
                Some(sign) if affixes.is_sign_first => sign,
                _ => 0,
            };
        out.insert_str(start + sign, affixes.before);
        out.push_str(affixes.after);
    }
}

/// The digits that are shown, or `None` for what has no digits.
pub(super) fn decimal(number: &Number, options: &NumberOptions) -> Option<Decimal> {
    let mut decimal = match number.digits() {
        Digits::Integer(integer) => Decimal::from(integer),
        Digits::Float(float) => Decimal::try_from_f64(float, FloatPrecision::RoundTrip).ok()?,
    };
    if options.plain_integer(number).is_some() {
        return Some(decimal);
    }
    if options.percent {
        decimal.absolute.multiply_pow10(2);
        decimal.absolute.trim_start();
    }
    match (
        options.minimum_significant_digits,
        options.maximum_significant_digits,
    ) {
        (None, None) => round_fraction(&mut decimal, number, options),
        (minimum, maximum) => {
            let last = |decimal: &Decimal, digits: u8| {
                decimal.absolute.nonzero_magnitude_start() - i16::from(digits) + 1
            };
            let maximum = maximum.unwrap_or(21);
            let position = last(&decimal, maximum);
            round(&mut decimal, position);
            decimal.absolute.trim_end();
            // Rounding may have made it a digit longer: 9.99 is 10.
            let position = last(&decimal, minimum.unwrap_or(1).min(maximum));
            decimal.absolute.pad_end(position.min(0));
        }
    }
    if let Some(digits) = options.minimum_integer_digits {
        decimal.absolute.pad_start(i16::from(digits));
    }
    Some(decimal)
}

fn round_fraction(decimal: &mut Decimal, number: &Number, options: &NumberOptions) {
    // As ECMA-402 has it, a percentage shows no fraction unless told to.
    let (written, most) = if options.percent {
        (0, 0)
    } else {
        (number.fraction_digits(), DEFAULT_FRACTION_DIGITS)
    };
    let (minimum, maximum) = match (
        options.minimum_fraction_digits,
        options.maximum_fraction_digits,
    ) {
        (Some(minimum), Some(maximum)) => (minimum.min(maximum), maximum),
        (Some(minimum), None) => (minimum, minimum.max(most)),
        (None, Some(maximum)) => (written.min(maximum), maximum),
        (None, None) => (written, written.max(most)),
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
