//! Numbers as they were given: every digit of an integer, and the digits that were written.

use std::str::FromStr;

/// A number for a message.
///
/// Integers keep every digit up to the range of `i128`. All else is an `f64`.
///
/// # Example
///
/// ```
/// use tolken::Number;
///
/// let exact: Number = u64::MAX.into();
/// assert_eq!(exact.as_integer(), Some(18_446_744_073_709_551_615));
/// let written: Number = "1.50".parse()?;
/// assert_eq!(written.fraction_digits(), 2); // shown as `1,50` in French
/// # Ok::<(), tolken::ParseNumberError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Number {
    digits: Stored,
    fraction_digits: u8,
}

/// The digits as most of the library reads them.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Digits {
    Integer(i128),
    Float(f64),
}

/// The digits as they are kept: most integers are small, and an `i128` would double the size of
/// every value with its alignment.
#[derive(Clone, Copy, Debug)]
enum Stored {
    Integer(i64),
    /// An integer beyond `i64`, in native byte order.
    Wide([u8; 16]),
    Float(f64),
}

impl From<i128> for Stored {
    fn from(integer: i128) -> Self {
        match i64::try_from(integer) {
            Ok(integer) => Stored::Integer(integer),
            Err(_) => Stored::Wide(integer.to_ne_bytes()),
        }
    }
}

/// The integers up to which an `f64` is exact, 2^53.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Number {
    /// The value, when it is an integer that was given as one.
    #[inline]
    #[must_use]
    pub fn as_integer(&self) -> Option<i128> {
        match self.digits() {
            Digits::Integer(integer) => Some(integer),
            Digits::Float(_) => None,
        }
    }

    /// The value, when it is an integer of at most 64 bits, as nearly all are.
    #[inline]
    pub(crate) fn as_small_integer(&self) -> Option<i64> {
        match self.digits {
            Stored::Integer(integer) => Some(integer),
            Stored::Wide(_) | Stored::Float(_) => None,
        }
    }

    /// The value, rounded to an `f64`.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        match self.digits() {
            // Rounds to the nearest, which is what the name says.
            #[expect(clippy::cast_precision_loss)]
            Digits::Integer(integer) => integer as f64,
            Digits::Float(float) => float,
        }
    }

    /// How many digits behind the decimal mark were written, and are shown at least.
    #[must_use]
    pub fn fraction_digits(&self) -> u8 {
        self.fraction_digits
    }

    /// The same number as an integer, when it is a whole one that an `f64` holds exactly.
    pub(crate) fn into_whole(self) -> Self {
        match self.digits {
            Stored::Float(float) if float.fract() == 0.0 && float.abs() <= EXACT => {
                // Whole and within 2^53, so nothing is cut off.
                #[expect(clippy::cast_possible_truncation)]
                Number {
                    digits: Stored::Integer(float as i64),
                    ..self
                }
            }
            _ => self,
        }
    }

    pub(crate) fn with_fraction_digits(self, fraction_digits: u8) -> Self {
        Number {
            fraction_digits,
            ..self
        }
    }

    /// Whether digits may have been lost before the number came here: an `f64` beyond 2^53 stands
    /// for many integers.
    #[inline]
    pub(crate) fn is_lossy(&self) -> bool {
        matches!(self.digits, Stored::Float(float) if float.is_finite() && float.abs() > EXACT)
    }

    /// Whether it is a whole number that an `f64` cannot hold exactly.
    pub(crate) fn exceeds_f64(&self) -> bool {
        self.as_integer()
            .is_some_and(|integer| integer.unsigned_abs() > 1 << 53)
    }

    #[inline]
    pub(crate) fn digits(&self) -> Digits {
        match self.digits {
            Stored::Integer(integer) => Digits::Integer(integer.into()),
            Stored::Wide(bytes) => Digits::Integer(i128::from_ne_bytes(bytes)),
            Stored::Float(float) => Digits::Float(float),
        }
    }
}

/// Compares values; the digits written do not matter, so `1.0` is 1.
impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        if let (Stored::Integer(a), Stored::Integer(b)) = (self.digits, other.digits) {
            return a == b;
        }
        match (self.digits(), other.digits()) {
            (Digits::Integer(a), Digits::Integer(b)) => a == b,
            _ => self.to_f64() == other.to_f64(),
        }
    }
}

macro_rules! from_integers {
    ($($type:ty)*) => {$(
        impl From<$type> for Number {
            fn from(integer: $type) -> Self {
                Number { digits: Stored::Integer(integer.into()), fraction_digits: 0 }
            }
        }
    )*};
}

from_integers!(i8 i16 i32 i64 u8 u16 u32);

impl From<i128> for Number {
    fn from(integer: i128) -> Self {
        Number {
            digits: integer.into(),
            fraction_digits: 0,
        }
    }
}

impl From<u64> for Number {
    fn from(integer: u64) -> Self {
        match i64::try_from(integer) {
            Ok(integer) => Number::from(integer),
            Err(_) => Number::from(i128::from(integer)),
        }
    }
}

impl From<usize> for Number {
    fn from(integer: usize) -> Self {
        // usize has at most 64 bits on every platform that Rust supports.
        Number::from(integer as u64)
    }
}

impl From<isize> for Number {
    fn from(integer: isize) -> Self {
        // isize has at most 64 bits on every platform that Rust supports.
        Number::from(integer as i64)
    }
}

impl From<f32> for Number {
    fn from(float: f32) -> Self {
        // Through the shortest text, so that 0.1f32 is 0.1 and not 0.10000000149011612.
        let float = float
            .to_string()
            .parse()
            .unwrap_or_else(|_| f64::from(float));
        Number::from(float)
    }
}

impl From<f64> for Number {
    fn from(float: f64) -> Self {
        Number {
            digits: Stored::Float(float),
            fraction_digits: 0,
        }
    }
}

/// The plain digits, as no locale writes them: for ids that came as numbers, and for messages to
/// developers.
impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.digits() {
            Digits::Integer(integer) => write!(f, "{integer}"),
            Digits::Float(float) => {
                let digits = usize::from(self.fraction_digits);
                let text = float.to_string();
                let written = text
                    .split_once('.')
                    .map_or(0, |(_, fraction)| fraction.len());
                if written >= digits {
                    f.write_str(&text)
                } else {
                    write!(f, "{float:.digits$}")
                }
            }
        }
    }
}

/// The text was not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseNumberError;

impl std::fmt::Display for ParseNumberError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("expected a number such as `1500` or `-0.25`")
    }
}

impl std::error::Error for ParseNumberError {}

/// Reads an optional minus, ASCII digits and an optional fraction: what Fluent calls a number
/// literal. No exponent, no grouping, no `inf`.
impl FromStr for Number {
    type Err = ParseNumberError;

    fn from_str(text: &str) -> Result<Self, ParseNumberError> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (unsigned, None),
        };
        let is_digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(whole) || !fraction.is_none_or(is_digits) {
            return Err(ParseNumberError);
        }
        if fraction.is_none()
            && let Ok(integer) = text.parse::<i128>()
        {
            return Ok(Number::from(integer));
        }
        let float = text.parse().map_err(|_| ParseNumberError)?;
        // Digits beyond what ECMA-402 shows at all are not asked for.
        let fraction_digits = fraction.map_or(0, |fraction| fraction.len().min(20));
        let fraction_digits = u8::try_from(fraction_digits).unwrap_or(20);
        Ok(Number {
            digits: Stored::Float(float),
            fraction_digits,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digit_of_an_integer_is_kept() {
        for integer in [
            i128::MIN,
            i128::from(i64::MIN),
            0,
            u64::MAX.into(),
            i128::MAX,
        ] {
            let number: Number = integer.to_string().parse().unwrap();
            assert_eq!(number.as_integer(), Some(integer));
        }
    }

    #[test]
    fn only_plain_decimals_are_numbers() {
        for text in [
            "", "-", "1e5", "1,5", " 1", "inf", "NaN", "٣", "1.", ".5", "+1", "0x1",
        ] {
            assert_eq!(text.parse::<Number>(), Err(ParseNumberError), "{text}");
        }
    }

    #[test]
    fn integers_beyond_i128_become_lossy_floats() {
        let number: Number = "999999999999999999999999999999999999999999"
            .parse()
            .unwrap();
        assert!(number.is_lossy());
    }

    #[test]
    fn single_precision_shows_no_digits_that_nobody_wrote() {
        assert_eq!(Number::from(0.1_f32), Number::from(0.1_f64));
    }
}
