//! Dates read back, where the digits of a text are those of a date.
//!
//! A locale's way to write dates is only known by writing: the numbers of a text are put together
//! in every order that could be meant, and the one that gives the text again is the date.

use crate::locale::{Conventions, DateOptions};
use crate::value::DateTime;

/// How many dates are tried.
const TRIES: usize = 64;

/// Reads a date; `None` where no date tried is written so.
pub(super) fn read(
    text: &str,
    options: &DateOptions,
    conventions: &Conventions,
) -> Option<DateTime> {
    if let Ok(when) = text.parse() {
        return Some(when);
    }
    if text.len() > 120 {
        return None;
    }
    let numbers: Vec<u32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| (1..=4).contains(&digits.len()))
        .filter_map(|digits| digits.parse().ok())
        .take(8)
        .collect();
    let year_at = numbers.iter().position(|&number| number > 31)?;
    let year = i32::try_from(numbers[year_at]).ok()?;
    // Numbers beside the year are the day and the month, what follows them is the time.
    let with_month = match year_at {
        0 => (numbers.get(1), numbers.get(2), 3),
        1 => (numbers.first(), None, 2),
        _ => (numbers.first(), numbers.get(1), year_at + 1),
    };
    let with_name = match year_at {
        0 => (numbers.get(1), 2),
        1 => (numbers.first(), 2),
        _ => (None, 0),
    };
    let mut dates = Vec::new();
    if let (Some(&a), Some(&b), rest) = with_month {
        dates.extend([(a, b, rest), (b, a, rest)]);
    }
    if let (Some(&day), rest) = with_name {
        dates.extend((1..=12).map(|month| (month, day, rest)));
    }
    let mut shown = String::new();
    let mut tries = 0;
    for (month, day, rest) in dates {
        let clock = numbers.get(rest..).unwrap_or_default();
        let part = |at: usize| clock.get(at).copied().unwrap_or_default();
        for later in [0, 12] {
            let hour = match (part(0), later) {
                (12, 12) => 0,
                (hour, later) => hour + later,
            };
            let narrow = |number: u32| u8::try_from(number).ok();
            let date = (year, narrow(month)?, narrow(day)?);
            let when = if clock.is_empty() {
                DateTime::from_date(date)
            } else {
                let time = (narrow(hour)?, narrow(part(1))?, narrow(part(2))?);
                DateTime::new(date, time)
            };
            let Ok(when) = when else { continue };
            tries += 1;
            if tries > TRIES {
                return None;
            }
            shown.clear();
            if conventions.write_date(&when, options, &mut shown) && is_same(&shown, text) {
                return Some(when);
            }
        }
    }
    None
}

/// Whether two texts are the same but for their spaces.
fn is_same(one: &str, other: &str) -> bool {
    let solid = |text: &str| -> String {
        let is_space = |c: char| c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}');
        text.chars().filter(|&c| !is_space(c)).collect()
    };
    solid(one) == solid(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_locale_writes_is_read() {
        let when = DateTime::new((2026, 11, 5), (14, 5, 9)).unwrap();
        for tag in ["en-US", "ko-KR", "sv-SE", "zh-CN", "fr-FR", "nl-NL"] {
            let conventions = Conventions::new(&tag.parse().unwrap());
            let options = DateOptions::default();
            let mut text = String::new();
            assert!(conventions.write_date(&when, &options, &mut text));
            assert_eq!(read(&text, &options, &conventions), Some(when), "{text}");
        }
    }
}
