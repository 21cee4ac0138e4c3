//! The types of jiff, with the feature `jiff`.

use ::jiff::civil;
use ::jiff::{Timestamp, Zoned};

use super::{Date, DateTime, Parts, Time};

/// In the offset that the time zone has then.
impl From<&Zoned> for DateTime {
    fn from(zoned: &Zoned) -> Self {
        let offset = zoned.offset().seconds();
        DateTime::from(zoned.datetime()).with_offset(offset)
    }
}

/// In the offset that the time zone has then.
impl From<Zoned> for DateTime {
    fn from(zoned: Zoned) -> Self {
        DateTime::from(&zoned)
    }
}

/// In UTC.
impl From<Timestamp> for DateTime {
    fn from(timestamp: Timestamp) -> Self {
        let civil = ::jiff::tz::Offset::UTC.to_datetime(timestamp);
        DateTime::from(civil).with_offset(0)
    }
}

impl From<civil::DateTime> for DateTime {
    fn from(civil: civil::DateTime) -> Self {
        DateTime {
            parts: Parts::Both(Date::from(civil.date()), Time::from(civil.time())),
            offset: None,
        }
    }
}

impl From<civil::Date> for DateTime {
    fn from(date: civil::Date) -> Self {
        DateTime {
            parts: Parts::Date(Date::from(date)),
            offset: None,
        }
    }
}

impl From<civil::Time> for DateTime {
    fn from(time: civil::Time) -> Self {
        DateTime {
            parts: Parts::Time(Time::from(time)),
            offset: None,
        }
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Date {
            year: date.year().into(),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
        }
    }
}

impl From<civil::Time> for Time {
    fn from(time: civil::Time) -> Self {
        Time {
            hour: time.hour().unsigned_abs(),
            minute: time.minute().unsigned_abs(),
            second: time.second().unsigned_abs(),
            nanosecond: time.subsec_nanosecond().unsigned_abs(),
        }
    }
}

crate::value::from_dates!(
    &Zoned,
    Zoned,
    Timestamp,
    civil::DateTime,
    civil::Date,
    civil::Time
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_keeps_its_offset() {
        let zoned = Timestamp::UNIX_EPOCH.to_zoned(::jiff::tz::offset(9).to_time_zone());
        assert_eq!(
            DateTime::from(&zoned).to_string(),
            "1970-01-01T09:00:00+09:00"
        );
        assert_eq!(
            DateTime::from(Timestamp::MAX).to_string(),
            "9999-12-30T22:00:00.999999999Z"
        );
        assert_eq!(
            DateTime::from(civil::Date::MIN).to_string(),
            "-009999-01-01"
        );
        assert_eq!(
            DateTime::from(civil::Time::MAX).to_string(),
            "23:59:59.999999999"
        );
        assert_eq!(
            DateTime::from(civil::date(2026, 11, 5).at(14, 5, 9, 0)).to_string(),
            "2026-11-05T14:05:09"
        );
    }
}
