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
    /// The mark between groups; empty where there is none.
    mark: String,
    /// How many digits the last group has, and those before it.
    sizes: [usize; 2],
    /// The fewest digits that are grouped.
    from: usize,
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
        let mark = match long.get(*first..) {
            None | Some("") => String::new(),
            Some(rest) => rest.chars().take_while(|c| !c.is_ascii_digit()).collect(),
        };
        let last = *groups.last()?;
        let sizes = [
            last,
            if groups.len() > 2 {
                groups[groups.len() - 2]
            } else {
                last
            },
        ];
        let mut from = usize::MAX;
        if !mark.is_empty() {
            for (integer, digits) in [(1_000, 4), (10_000, 5)].into_iter().rev() {
                if shown(integer)?.contains(&mark) {
                    from = digits;
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
    pub(super) fn write(&self, integer: i128, out: &mut String) {
        if integer < 0 {
            out.push_str(&self.minus);
        }
        let mut digits = Digits::new(integer.unsigned_abs());
        let digits = digits.as_str();
        if digits.len() < self.from {
            out.push_str(digits);
            return;
        }
        let [last, other] = self.sizes;
        let (head, tail) = digits.split_at(digits.len() - last);
        let first = match head.len() % other {
            0 => other,
            rest => rest,
        };
        let mut at = first.min(head.len());
        out.push_str(&head[..at]);
        while at < head.len() {
            out.push_str(&self.mark);
            out.push_str(&head[at..at + other]);
            at += other;
        }
        out.push_str(&self.mark);
        out.push_str(tail);
    }
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
