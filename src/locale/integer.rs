//! Integers, written without ICU4X's decimals in between.
//!
//! Most numbers of a message are small integers without options, and what a locale does to them is
//! little: its digits, a mark every few of them, a minus. That is read off ICU4X's own output when
//! a locale is made, and checked against it; a locale that does more is left to ICU4X.

use icu_decimal::DecimalFormatter;
use writeable::Writeable;

/// How a locale writes integers.
#[derive(Debug)]
pub(super) struct Integers {
    /// The mark between groups; `None` where there are none.
    mark: Option<char>,
    /// How many digits the last group has, and those before it.
    sizes: [usize; 2],
    /// The smallest integer that is grouped.
    from: u64,
    minus: String,
}

/// The integers that a locale is measured and checked by: below, at and above each group.
const PROBES: [i128; 14] = [
    0,
    7,
    -1,
    999,
    1_000,
    -1_234,
    9_999,
    10_000,
    12_345,
    999_999,
    -1_234_567,
    1_234_567_890,
    u64::MAX as i128,
    i128::MIN,
];

impl Integers {
    /// Measures a formatter; `None` when it writes integers in any other way.
    pub(super) fn measure(formatter: &DecimalFormatter) -> Option<Self> {
        let shown = |integer: i128| {
            let mut text = String::new();
            formatter.format(&integer.into()).write_to(&mut text).ok()?;
            Some(text)
        };
        let minus = shown(-1)?.strip_suffix('1')?.to_owned();
        let long = shown(1_234_567_890)?;
        let groups: Vec<usize> = long
            .split(|c: char| !c.is_ascii_digit())
            .map(str::len)
            .filter(|len| *len > 0)
            .collect();
        let first = groups.first()?;
        let mark = long.get(*first..)?.chars().next();
        let last = *groups.last()?;
        let sizes = [
            last,
            if groups.len() > 2 {
                groups[groups.len() - 2]
            } else {
                last
            },
        ];
        let mut from = u64::MAX;
        if let Some(mark) = mark {
            for integer in [10_000_u16, 1_000] {
                if shown(integer.into())?.contains(mark) {
                    from = integer.into();
                }
            }
        }
        let integers = Integers {
            mark,
            sizes,
            from,
            minus,
        };
        PROBES
            .into_iter()
            .all(|probe| {
                let mut text = String::new();
                integers.write(probe, &mut text);
                shown(probe) == Some(text)
            })
            .then_some(integers)
    }

    /// Writes an integer.
    #[inline]
    pub(super) fn write(&self, integer: i128, out: &mut String) {
        if integer < 0 {
            out.push_str(&self.minus);
        }
        match u64::try_from(integer.unsigned_abs()) {
            Ok(magnitude) => self.write_magnitude(magnitude, out),
            Err(_) => self.write_wide(integer.unsigned_abs(), out),
        }
    }

    /// Writes an integer of at most 64 bits.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "calls are a tenth of what a short message costs"
    )]
    pub(super) fn write_small(&self, integer: i64, out: &mut String) {
        if integer < 0 {
            out.push_str(&self.minus);
        }
        self.write_magnitude(integer.unsigned_abs(), out);
    }

    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "calls are a tenth of what a short message costs"
    )]
    fn write_magnitude(&self, magnitude: u64, out: &mut String) {
        if magnitude < 1_000 {
            out.push_str(leading(magnitude));
        } else {
            self.write_long(magnitude, out);
        }
    }

    fn write_long(&self, magnitude: u64, out: &mut String) {
        if magnitude < self.from {
            by_thousands(magnitude, None, out);
        } else if self.sizes == [3, 3] {
            by_thousands(magnitude, self.mark, out);
        } else {
            self.write_wide(magnitude.into(), out);
        }
    }

    /// Writes any integer, in groups of any size.
    fn write_wide(&self, magnitude: u128, out: &mut String) {
        let mut digits = Digits::new(magnitude);
        let digits = digits.as_str();
        let Some(mark) = self.mark.filter(|_| magnitude >= self.from.into()) else {
            out.push_str(digits);
            return;
        };
        let [last, other] = self.sizes;
        let (head, tail) = digits.split_at(digits.len() - last);
        let first = match head.len() % other {
            0 => other,
            rest => rest,
        };
        let mut at = first.min(head.len());
        out.push_str(&head[..at]);
        while at < head.len() {
            out.push(mark);
            out.push_str(&head[at..at + other]);
            at += other;
        }
        out.push(mark);
        out.push_str(tail);
    }
}

/// The digits of every integer below 1,000, three each, one after the other.
const THOUSAND: &str = {
    const DIGITS: &[u8; 10] = b"0123456789";
    const BYTES: [u8; 3_000] = {
        let mut bytes = [b'0'; 3_000];
        let mut at = 0;
        while at < 3_000 {
            let integer = at / 3;
            bytes[at] = DIGITS[integer / 100];
            bytes[at + 1] = DIGITS[integer / 10 % 10];
            bytes[at + 2] = DIGITS[integer % 10];
            at += 3;
        }
        bytes
    };
    match str::from_utf8(&BYTES) {
        Ok(text) => text,
        Err(_) => "",
    }
};

/// The three digits of an integer below 1,000.
#[inline]
fn three(integer: u64) -> &'static str {
    let at = (integer % 1_000) as usize * 3;
    &THOUSAND[at..at + 3]
}

/// The digits of an integer below 1,000, without zeros before them.
#[inline]
fn leading(integer: u64) -> &'static str {
    let zeros = usize::from(integer < 100) + usize::from(integer < 10);
    &three(integer)[zeros..]
}

/// Writes an integer by threes, with a mark between them. `u64::MAX` has seven such groups.
fn by_thousands(integer: u64, mark: Option<char>, out: &mut String) {
    let (head, group) = (integer / 1_000, integer % 1_000);
    if head < 1_000 {
        out.push_str(leading(head));
    } else {
        by_thousands(head, mark, out);
    }
    if let Some(mark) = mark {
        out.push(mark);
    }
    out.push_str(three(group));
}

/// The ASCII digits of an integer, at the end of a buffer.
struct Digits {
    /// As many as `u128::MAX` has.
    buffer: [u8; 39],
    start: usize,
}

impl Digits {
    fn new(mut integer: u128) -> Self {
        let mut digits = Digits {
            buffer: [b'0'; 39],
            start: 39,
        };
        // Division of 128 bits is slow, and hardly ever needed.
        while integer > u128::from(u64::MAX) {
            let rest = integer % 10_000_000_000_000_000_000;
            integer /= 10_000_000_000_000_000_000;
            let end = digits.start - 19;
            // The rest is below 10^19, which fits.
            digits.push(u64::try_from(rest).unwrap_or_default());
            digits.start = end;
        }
        if integer > 0 || digits.start == 39 {
            digits.push(u64::try_from(integer).unwrap_or_default());
        }
        digits
    }

    fn push(&mut self, mut integer: u64) {
        loop {
            self.start -= 1;
            // A remainder of ten is one digit.
            self.buffer[self.start] = b'0' + u8::try_from(integer % 10).unwrap_or_default();
            integer /= 10;
            if integer == 0 {
                break;
            }
        }
    }

    fn as_str(&mut self) -> &str {
        // Only ASCII digits are ever written.
        str::from_utf8(&self.buffer[self.start..]).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Conventions;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    #[test]
    fn every_digit_of_the_widest_integers_is_written() {
        for integer in [
            0,
            9,
            10,
            u64::MAX.into(),
            1 << 64,
            10_u128.pow(19),
            10_u128.pow(38),
            u128::MAX,
        ] {
            assert_eq!(Digits::new(integer).as_str(), integer.to_string());
        }
    }

    proptest! {
        // The same cases on every machine.
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(1),
            ..ProptestConfig::with_cases(512)
        })]

        #[test]
        fn every_locale_writes_as_icu4x_does(
            integer in prop_oneof![any::<i128>(), -20_000_i128..20_000, any::<i64>().prop_map(i128::from)],
            tag in prop::sample::select(&["en", "ko", "sv", "zh", "fr", "nl", "hi", "es", "pl", "de-CH", "pt-PT", "bn", "ar-EG", "my", "en-IN", "bg"][..]),
        ) {
            let conventions = Conventions::new(&tag.parse().unwrap());
            if let Some(integers) = &conventions.integers {
                let mut text = String::new();
                integers.write(integer, &mut text);
                let mut expected = String::new();
                conventions.grouped.format(&integer.into()).write_to(&mut expected).unwrap();
                prop_assert_eq!(text, expected);
            }
        }
    }

    #[test]
    fn the_built_in_locales_are_all_measured() {
        for tag in [
            "en-US", "ko-KR", "sv-SE", "zh-CN", "fr-FR", "nl-NL", "en-IN", "de-CH",
        ] {
            assert!(
                Conventions::new(&tag.parse().unwrap()).integers.is_some(),
                "{tag}"
            );
        }
        assert!(
            Conventions::new(&"my".parse().unwrap()).integers.is_none(),
            "other digits"
        );
    }
}
