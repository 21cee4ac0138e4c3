//! Dates and times as they were given: the fields that were, and the offset if there was one.
//!
//! Only what an argument needs: reading, writing and handing over. Calendars and the ways to show
//! a date belong to the locale.

#[cfg(feature = "jiff")]
mod jiff;
mod read;
#[cfg(feature = "time")]
mod time;

use std::fmt;

pub(crate) use self::read::parse_offset;

/// A date, a time of day, or both, with or without an offset from UTC.
///
/// Read from text by RFC 3339, in the Gregorian calendar: `2026-11-05T14:05:09+09:00`. Without the
/// offset, and the date or the time alone, the text is that of ISO 8601. With the features `jiff`
/// and `time`, the types of those crates convert.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, DateTime, Layer, Request, Value};
///
/// let when: DateTime = "2026-11-05T14:05:09Z".parse()?;
/// assert_eq!(when, DateTime::new((2026, 11, 5), (14, 5, 9))?.with_offset(0));
///
/// let layer = Layer::new().source("ko-KR", "a.ftl", "Expired = { $when }에 만료되었습니다.\n");
/// let catalog = Catalog::builder().layer(layer).build()?.into_catalog();
/// let args = [("when", Value::from(when))];
/// let message = catalog.render(&Request::new("Expired").args(&args));
/// assert_eq!(message.text(), "2026/11/5 오후 2:05:09에 만료되었습니다.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateTime {
    parts: Parts,
    /// Seconds east of UTC.
    offset: Option<i32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Parts {
    Date(Date),
    Time(Time),
    Both(Date, Time),
}

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Date {
    pub(crate) year: i32,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

/// A time of day; second 60 is a leap second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Time {
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    pub(crate) second: u8,
    pub(crate) nanosecond: u32,
}

impl DateTime {
    /// A day and a time of it: year, month and day; hour, minute and second.
    ///
    /// # Errors
    ///
    /// When there is no such day, or no such time, or the year has more than four digits.
    pub fn new(date: (i32, u8, u8), time: (u8, u8, u8)) -> Result<Self, ParseDateTimeError> {
        let (date, time) = (Date::new(date)?, Time::new(time)?);
        Ok(DateTime {
            parts: Parts::Both(date, time),
            offset: None,
        })
    }

    /// A day: year, month and day.
    ///
    /// # Errors
    ///
    /// When there is no such day, or the year has more than four digits.
    pub fn from_date(date: (i32, u8, u8)) -> Result<Self, ParseDateTimeError> {
        Ok(DateTime {
            parts: Parts::Date(Date::new(date)?),
            offset: None,
        })
    }

    /// A time of day: hour, minute and second.
    ///
    /// # Errors
    ///
    /// When there is no such time.
    pub fn from_time(time: (u8, u8, u8)) -> Result<Self, ParseDateTimeError> {
        Ok(DateTime {
            parts: Parts::Time(Time::new(time)?),
            offset: None,
        })
    }

    /// The same with a fraction of the second; what is a second or more counts as the last
    /// nanosecond. A day alone has no second and stays as it is.
    #[must_use]
    pub fn with_nanosecond(mut self, nanosecond: u32) -> Self {
        if let Parts::Time(time) | Parts::Both(_, time) = &mut self.parts {
            time.nanosecond = nanosecond.min(999_999_999);
        }
        self
    }

    /// The same day and time in an offset, in seconds east of UTC, less than a day. Only a day with
    /// a time has an offset; all else stays as it is.
    #[must_use]
    pub fn with_offset(mut self, seconds: i32) -> Self {
        if let Parts::Both(..) = self.parts {
            self.offset = Some(seconds.clamp(1 - DAY, DAY - 1));
        }
        self
    }

    /// Year, month and day, if it has a date.
    #[must_use]
    pub fn date(&self) -> Option<(i32, u8, u8)> {
        self.day().map(|date| (date.year, date.month, date.day))
    }

    /// Hour, minute, second and nanosecond, if it has a time.
    #[must_use]
    pub fn time(&self) -> Option<(u8, u8, u8, u32)> {
        self.clock()
            .map(|time| (time.hour, time.minute, time.second, time.nanosecond))
    }

    /// The offset, in seconds east of UTC, if it has one.
    #[must_use]
    pub fn offset(&self) -> Option<i32> {
        self.offset
    }

    pub(crate) fn day(&self) -> Option<Date> {
        match self.parts {
            Parts::Date(date) | Parts::Both(date, _) => Some(date),
            Parts::Time(_) => None,
        }
    }

    pub(crate) fn clock(&self) -> Option<Time> {
        match self.parts {
            Parts::Time(time) | Parts::Both(_, time) => Some(time),
            Parts::Date(_) => None,
        }
    }
}

const DAY: i32 = 24 * 60 * 60;

impl Date {
    fn new((year, month, day): (i32, u8, u8)) -> Result<Self, ParseDateTimeError> {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        let is_real = (-9999..=9999).contains(&year) && (1..=days).contains(&day);
        let date = Date { year, month, day };
        is_real.then_some(date).ok_or(ParseDateTimeError)
    }
}

impl Time {
    fn new((hour, minute, second): (u8, u8, u8)) -> Result<Self, ParseDateTimeError> {
        let time = Time {
            hour,
            minute,
            second,
            nanosecond: 0,
        };
        let is_real = hour < 24 && minute < 60 && second <= 60;
        is_real.then_some(time).ok_or(ParseDateTimeError)
    }
}

/// RFC 3339, or the part of it that the value has. A year that has no four digits is signed, as in
/// ISO 8601's expanded form.
impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Date { year, month, day }) = self.day() {
            match year {
                0..=9999 => write!(f, "{year:04}")?,
                _ => write!(f, "{year:+07}")?,
            }
            write!(f, "-{month:02}-{day:02}")?;
        }
        if let Parts::Both(..) = self.parts {
            f.write_str("T")?;
        }
        if let Some(time) = self.clock() {
            let Time {
                hour,
                minute,
                second,
                nanosecond,
            } = time;
            write!(f, "{hour:02}:{minute:02}:{second:02}")?;
            if nanosecond > 0 {
                let fraction = format!("{nanosecond:09}");
                write!(f, ".{}", fraction.trim_end_matches('0'))?;
            }
        }
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                let offset = offset.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", offset / 3600, offset / 60 % 60)?;
                match offset % 60 {
                    0 => Ok(()),
                    seconds => write!(f, ":{seconds:02}"),
                }
            }
        }
    }
}

/// There is no such date or time, or the text was none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseDateTimeError;

impl fmt::Display for ParseDateTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "expected a date and time such as `2026-11-05T14:05:09Z`, `2026-11-05` or `14:05`",
        )
    }
}

impl std::error::Error for ParseDateTimeError {}
