//! Reading RFC 3339.
//!
//! Strict, so that a date is never guessed from a number or from words.

use std::str::FromStr;

use super::{DAY, Date, DateTime, ParseDateTimeError, Parts, Time};

/// Reads RFC 3339, and without an offset also the date, the time, and a time without its seconds.
/// A fraction has at most nine digits; a leap second stands at the end of a day in UTC.
impl FromStr for DateTime {
    type Err = ParseDateTimeError;

    fn from_str(text: &str) -> Result<Self, ParseDateTimeError> {
        let mut reader = Reader(text.as_bytes());
        reader.date_time().ok_or(ParseDateTimeError)
    }
}

/// The bytes that are left to read.
struct Reader<'t>(&'t [u8]);

impl Reader<'_> {
    fn date_time(&mut self) -> Option<DateTime> {
        if self.0.get(2) == Some(&b':') {
            let (time, _) = self.time()?;
            return self.at_end(DateTime {
                parts: Parts::Time(time),
                offset: None,
            });
        }
        let year = i32::from(self.two()?) * 100 + i32::from(self.two()?);
        let month = self.byte(b"-").and_then(|_| self.two())?;
        let day = self.byte(b"-").and_then(|_| self.two())?;
        let date = Date::new((year, month, day)).ok()?;
        if self.0.is_empty() {
            return Some(DateTime {
                parts: Parts::Date(date),
                offset: None,
            });
        }
        self.byte(b"Tt ")?;
        let (time, has_seconds) = self.time()?;
        let offset = match self.0 {
            [] => None,
            _ if !has_seconds => return None,
            _ => Some(self.offset()?),
        };
        let minutes = i32::from(time.hour) * 60 + i32::from(time.minute);
        let minutes = (minutes - offset.unwrap_or(0) / 60).rem_euclid(DAY / 60);
        if time.second == 60 && minutes != DAY / 60 - 1 {
            return None;
        }
        self.at_end(DateTime {
            parts: Parts::Both(date, time),
            offset,
        })
    }

    /// A time of day, and whether its seconds were written.
    fn time(&mut self) -> Option<(Time, bool)> {
        let hour = self.two()?;
        let minute = self.byte(b":").and_then(|_| self.two())?;
        let has_seconds = self.byte(b":").is_some();
        let second = if has_seconds { self.two()? } else { 0 };
        let mut time = Time::new((hour, minute, second)).ok()?;
        if has_seconds && self.byte(b".").is_some() {
            let mut unit = 100_000_000;
            time.nanosecond = u32::from(self.digit()?) * unit;
            while let Some(digit) = self.digit() {
                unit /= 10;
                if unit == 0 {
                    return None;
                }
                time.nanosecond += u32::from(digit) * unit;
            }
        }
        Some((time, has_seconds))
    }

    fn offset(&mut self) -> Option<i32> {
        let sign = match self.byte(b"Zz+-")? {
            b'+' => 1,
            b'-' => -1,
            _ => return Some(0),
        };
        let hours = self.two().filter(|hours| *hours < 24)?;
        let minutes = self.byte(b":").and_then(|_| self.two())?;
        (minutes < 60).then(|| sign * (i32::from(hours) * 60 + i32::from(minutes)) * 60)
    }

    fn at_end(&self, date_time: DateTime) -> Option<DateTime> {
        self.0.is_empty().then_some(date_time)
    }

    fn byte(&mut self, any: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        any.contains(first).then(|| self.0 = rest)?;
        Some(*first)
    }

    fn digit(&mut self) -> Option<u8> {
        self.byte(b"0123456789").map(|digit| digit - b'0')
    }

    fn two(&mut self) -> Option<u8> {
        Some(self.digit()? * 10 + self.digit()?)
    }
}

/// An offset as an option of a message writes it: `UTC`, or hours and minutes as in RFC 3339.
pub(crate) fn parse_offset(text: &str) -> Option<i32> {
    let mut reader = Reader(text.as_bytes());
    match text {
        "UTC" => Some(0),
        _ if text.starts_with(['+', '-']) => reader.offset().filter(|_| reader.0.is_empty()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_alike() {
        for text in [
            "2026-11-05T14:05:09Z",
            "2026-11-05T14:05:09.5+09:00",
            "2026-11-05T14:05:09.123456789-03:30",
            "2026-11-05T14:05:09",
            "2026-11-05",
            "14:05:09",
            "0000-02-29",
            "2016-12-31T23:59:60Z",
            "2017-01-01T08:59:60+09:00",
        ] {
            let read: DateTime = text.parse().unwrap();
            assert_eq!(read.to_string(), text);
        }
        for (text, written) in [
            ("2026-11-05t14:05:09z", "2026-11-05T14:05:09Z"),
            ("2026-11-05 14:05", "2026-11-05T14:05:00"),
            ("14:05", "14:05:00"),
            ("2026-11-05T14:05:09-00:00", "2026-11-05T14:05:09Z"),
        ] {
            let read: DateTime = text.parse().unwrap();
            assert_eq!(read.to_string(), written);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "2026",
            "2026-11",
            "2026-13-01",
            "2026-00-01",
            "2026-02-29",
            "1900-02-29",
            "26-11-05",
            "+02026-11-05",
            "2026-11-05T",
            "2026-11-05T14",
            "2026-11-05T24:00:00Z",
            "2026-11-05T14:60:00Z",
            "2026-11-05T14:05:60Z",
            "2026-11-05T14:05Z",
            "2026-11-05T14:05:09.Z",
            "2026-11-05T14:05:09.1234567890Z",
            "2026-11-05T14:05:09+9",
            "2026-11-05T14:05:09+0900",
            "2026-11-05T14:05:09+24:00",
            "2026-11-05T14:05:09Z ",
            "2026-11-05T14:05:09[Asia/Seoul]",
            "14:05:09Z",
            "1762351509",
            "٢٠٢٦-11-05",
        ] {
            assert_eq!(text.parse::<DateTime>(), Err(ParseDateTimeError), "{text}");
        }
    }

    #[test]
    fn an_offset_belongs_to_a_day_with_a_time() {
        let day = DateTime::from_date((2026, 11, 5)).unwrap();
        assert_eq!(day.with_offset(3600).offset(), None);
        assert_eq!(parse_offset("-03:30"), Some(-12_600));
        assert_eq!(parse_offset("UTC"), Some(0));
        for text in ["Z", "utc", "+9", "+09:00 ", "Asia/Seoul", ""] {
            assert_eq!(parse_offset(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_beyond_four_digits_is_signed() {
        assert_eq!(
            DateTime::from_date((-1, 1, 1)).unwrap().to_string(),
            "-000001-01-01"
        );
    }
}
