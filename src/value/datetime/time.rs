//! The types of the crate time, with the feature `time`.

use ::time::{OffsetDateTime, PrimitiveDateTime};

use super::{Date, DateTime, Parts, Time};

/// In the offset that it has.
impl From<OffsetDateTime> for DateTime {
    fn from(instant: OffsetDateTime) -> Self {
        DateTime {
            parts: Parts::Both(Date::from(instant.date()), Time::from(instant.time())),
            offset: Some(instant.offset().whole_seconds()),
        }
    }
}

impl From<PrimitiveDateTime> for DateTime {
    fn from(date_time: PrimitiveDateTime) -> Self {
        DateTime {
            parts: Parts::Both(Date::from(date_time.date()), Time::from(date_time.time())),
            offset: None,
        }
    }
}

impl From<::time::Date> for DateTime {
    fn from(date: ::time::Date) -> Self {
        DateTime {
            parts: Parts::Date(Date::from(date)),
            offset: None,
        }
    }
}

impl From<::time::Time> for DateTime {
    fn from(time: ::time::Time) -> Self {
        DateTime {
            parts: Parts::Time(Time::from(time)),
            offset: None,
        }
    }
}

impl From<::time::Date> for Date {
    fn from(date: ::time::Date) -> Self {
        Date {
            year: date.year(),
            month: date.month().into(),
            day: date.day(),
        }
    }
}

impl From<::time::Time> for Time {
    fn from(time: ::time::Time) -> Self {
        let (hour, minute, second, nanosecond) = time.as_hms_nano();
        Time {
            hour,
            minute,
            second,
            nanosecond,
        }
    }
}

crate::value::from_dates!(
    OffsetDateTime,
    PrimitiveDateTime,
    ::time::Date,
    ::time::Time
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_keeps_its_offset() {
        let offset = ::time::UtcOffset::from_hms(9, 0, 0).unwrap();
        let instant = OffsetDateTime::UNIX_EPOCH.to_offset(offset);
        assert_eq!(
            DateTime::from(instant).to_string(),
            "1970-01-01T09:00:00+09:00"
        );
        assert_eq!(
            DateTime::from(PrimitiveDateTime::new(
                instant.date(),
                ::time::Time::MIDNIGHT
            ))
            .to_string(),
            "1970-01-01T00:00:00"
        );
        assert_eq!(
            DateTime::from(::time::Date::MIN).to_string(),
            "-009999-01-01"
        );
    }

    #[test]
    fn a_year_that_no_calendar_shows_is_shown_as_it_is() {
        let layer = crate::Layer::new().source("ko-KR", "a.ftl", "a = { $x }\n");
        let catalog = crate::Catalog::builder().layer(layer).build().unwrap();
        // With time's feature large-dates, years have six digits.
        let date = super::super::Date {
            year: 123_456,
            month: 1,
            day: 1,
        };
        let when = DateTime {
            parts: Parts::Date(date),
            offset: None,
        };
        let args = [("x", crate::Value::from(when))];
        let message = catalog
            .catalog()
            .render(&crate::Request::new("a").args(&args));
        assert_eq!(message.text(), "+123456-01-01");
        assert_eq!(message.faults()[0].kind, crate::FaultKind::WrongType);
    }
}
