//! Numbers read back as one locale writes them.
//!
//! The marks are read off the locale's own output, so that nothing here knows a locale by name:
//! what [`Conventions`] writes can be read, and whether the reading was right is seen by writing it
//! again.

use crate::locale::{Conventions, NumberOptions};
use crate::value::Number;

/// How a locale writes numbers.
#[derive(Debug, Default)]
pub(super) struct NumberMarks {
    digits: Vec<char>,
    decimal: String,
    group: String,
    minus: String,
}

impl NumberMarks {
    /// Reads the marks off what a locale writes.
    pub(super) fn measure(conventions: &Conventions) -> Self {
        let shown = |text: &str| {
            let number = text.parse().unwrap_or_else(|_| Number::from(0));
            let mut out = String::new();
            conventions.write_number(&number, &NumberOptions::default(), &mut out);
            out
        };
        let digits: Vec<char> = (0..10)
            .filter_map(|digit: u8| shown(&digit.to_string()).chars().next_back())
            .collect();
        let marks = |text: String| {
            let is_digit = |c: char| digits.contains(&c);
            text.trim_matches(is_digit).to_owned()
        };
        let group = shown("1234567");
        let group = group
            .chars()
            .skip_while(|c| digits.contains(c))
            .take_while(|c| !digits.contains(c))
            .collect();
        NumberMarks {
            decimal: marks(shown("1.5")),
            minus: marks(shown("-1")),
            group,
            digits,
        }
    }

    /// Reads a number in this locale's digits and marks; spaces and minus signs may be others.
    pub(super) fn read(&self, text: &str, options: &NumberOptions) -> Option<Number> {
        let text = text.trim();
        if text.len() > 80 {
            return None;
        }
        let mut plain = String::with_capacity(text.len());
        let mut rest = text;
        if options.percent {
            rest = rest.trim_matches(|c: char| {
                matches!(c, '%' | '\u{66a}' | '\u{61c}' | '\u{200e}') || c.is_whitespace()
            });
        }
        let minus = |c: char| matches!(c, '-' | '\u{2212}' | '\u{2010}'..='\u{2013}');
        if let Some(positive) = strip(rest, &self.minus) {
            plain.push('-');
            rest = positive;
        } else if let Some(positive) = rest.strip_prefix(minus) {
            plain.push('-');
            rest = positive;
        }
        let mut has_digit = false;
        let mut has_fraction = false;
        while let Some(c) = rest.chars().next() {
            if let Some(digit) = self.digit(c) {
                plain.push(digit);
                has_digit = true;
            } else if let Some(fraction) = strip(rest, &self.decimal) {
                if has_fraction || !has_digit {
                    return None;
                }
                plain.push('.');
                has_fraction = true;
                rest = fraction;
                continue;
            } else if let Some(group) = strip(rest, &self.group) {
                if has_fraction || !has_digit {
                    return None;
                }
                rest = group;
                continue;
            } else if !(c.is_whitespace() && self.group.chars().all(char::is_whitespace))
                || has_fraction
                || self.group.is_empty()
            {
                return None;
            }
            rest = &rest[c.len_utf8()..];
        }
        if !has_digit {
            return None;
        }
        let number: Number = plain.parse().ok()?;
        if options.percent {
            return hundredth(&plain);
        }
        Some(number)
    }

    fn digit(&self, c: char) -> Option<char> {
        if c.is_ascii_digit() {
            return Some(c);
        }
        let index = self.digits.iter().position(|&digit| digit == c)?;
        char::from_digit(u32::try_from(index).ok()?, 10)
    }
}

fn strip<'t>(text: &'t str, mark: &str) -> Option<&'t str> {
    if mark.is_empty() {
        return None;
    }
    text.strip_prefix(mark)
}

/// A hundredth of a plain decimal, by its digits.
fn hundredth(plain: &str) -> Option<Number> {
    let (sign, digits) = plain
        .strip_prefix('-')
        .map_or(("", plain), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let padded = format!("{whole:0>3}");
    let (head, tail) = padded.split_at(padded.len() - 2);
    let fraction = format!("{tail}{fraction}");
    let fraction = fraction.trim_end_matches('0');
    let text = if fraction.is_empty() {
        format!("{sign}{head}")
    } else {
        format!("{sign}{head}.{fraction}")
    };
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_locale_writes_is_read() {
        for tag in [
            "en-US", "sv-SE", "fr-FR", "nl-NL", "ko-KR", "zh-CN", "de-CH", "en-IN", "ar-EG", "hi",
            "fa", "my",
        ] {
            let conventions = Conventions::new(&tag.parse().unwrap());
            let marks = NumberMarks::measure(&conventions);
            for text in [
                "0",
                "7",
                "1500",
                "-1234567",
                "18446744073709551616",
                "1.5",
                "-1234.25",
            ] {
                let number: Number = text.parse().unwrap();
                for percent in [false, true] {
                    let options = NumberOptions {
                        percent,
                        maximum_fraction_digits: Some(4),
                        ..NumberOptions::default()
                    };
                    let mut shown = String::new();
                    conventions.write_number(&number, &options, &mut shown);
                    assert_eq!(marks.read(&shown, &options), Some(number), "{tag} {shown}");
                }
            }
        }
        let marks = NumberMarks::measure(&Conventions::new(&"sv-SE".parse().unwrap()));
        let options = NumberOptions::default();
        assert_eq!(marks.read("1 500", &options), Some(1500.into()));
        for text in ["", "-", "1.5", "abc", "1,2,3"] {
            assert_eq!(marks.read(text, &options), None, "{text}");
        }
    }
}
