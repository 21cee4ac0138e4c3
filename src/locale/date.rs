//! Dates and times: which fields, how long, in which offset.
//!
//! ICU4X knows sets of fields for which CLDR has patterns, and not any pattern one could think of.
//! To make a formatter takes far longer than to use it, so each locale keeps the first ones that it
//! needs. That is a few: a catalog's messages name the options, and a request cannot.

use std::fmt;
use std::sync::OnceLock;

use icu_calendar::cal::{Buddhist, Persian};
use icu_calendar::types::RataDie;
use icu_calendar::{AnyCalendarKind, Date, Gregorian};
use icu_datetime::fieldsets::builder::{DateFields, FieldSetBuilder, ZoneStyle};
use icu_datetime::fieldsets::enums::CompositeDateTimeFieldSet;
use icu_datetime::fieldsets::zone::{LocalizedOffsetLong, LocalizedOffsetShort};
use icu_datetime::options::{Alignment, Length, TimePrecision, YearStyle};
use icu_datetime::preferences::HourCycle;
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use icu_locale::Locale;
use icu_time::zone::UtcOffset;
use icu_time::{Time, ZonedDateTime};
use writeable::Writeable;

use crate::value::DateTime;

/// What of a date and time is shown, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct DateOptions {
    pub(crate) fields: Fields,
    /// Twelve hours or twenty-four, where the locale's own choice is not wanted.
    pub(crate) twelve_hours: Option<bool>,
    /// The offset to be shown in, in seconds east of UTC, instead of the value's own.
    pub(crate) offset: Option<i32>,
}

/// ICU4X's builder of field sets, as a value that can be copied.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Fields {
    pub(crate) length: Option<Length>,
    pub(crate) date: Option<DateFields>,
    pub(crate) time: Option<TimePrecision>,
    pub(crate) zone: Option<ZoneStyle>,
    pub(crate) alignment: Option<Alignment>,
    pub(crate) year: Option<YearStyle>,
}

impl Fields {
    /// The fields but for the zone, which has formatters of its own.
    fn build(self) -> Option<CompositeDateTimeFieldSet> {
        let mut builder = FieldSetBuilder::new();
        builder.length = self.length;
        builder.date_fields = self.date;
        builder.time_precision = self.time;
        builder.alignment = self.alignment;
        builder.year_style = self.year;
        builder.build_composite_datetime().ok()
    }
}

/// The medium date and the medium time.
impl Default for DateOptions {
    fn default() -> Self {
        DateOptions {
            fields: Fields {
                length: Some(Length::Medium),
                date: Some(DateFields::YMD),
                time: Some(TimePrecision::Second),
                ..Fields::default()
            },
            twelve_hours: None,
            offset: None,
        }
    }
}

impl DateOptions {
    /// Whether ICU4X has such a set of fields.
    pub(crate) fn can_be_shown(&self) -> bool {
        self.fields.build().is_some()
    }

    /// The fields that a value has, or `None` when it has none of them.
    fn fields_of(&self, value: &DateTime) -> Option<Fields> {
        let mut fields = self.fields;
        if value.date().is_none() {
            fields.date = None;
            fields.year = None;
            fields.zone = None;
        }
        if value.time().is_none() {
            fields.time = None;
            fields.zone = None;
        }
        (fields.date.is_some() || fields.time.is_some()).then_some(fields)
    }
}

/// How a locale writes dates, whatever the options.
#[derive(Debug)]
pub(super) struct Dates {
    preferences: DateTimeFormatterPreferences,
    calendar: AnyCalendarKind,
    /// Filled from the front, and never changed again, so that no thread waits for another.
    kept: [OnceLock<Kept>; KEPT],
}

/// How many formatters a locale keeps.
const KEPT: usize = 8;

/// A formatter, and what it is for.
struct Kept {
    form: Form,
    write: Write,
}

/// What decides which formatter it is: the fields, and twelve hours or twenty-four.
type Form = (Fields, Option<bool>);

/// Writes a moment, whose offset is the one to be shown.
type Write = Box<dyn Fn(&Moment, &mut String) -> Option<()> + Send + Sync>;

type Moment = ZonedDateTime<Gregorian, UtcOffset>;

impl Dates {
    pub(super) fn new(locale: &Locale) -> Self {
        Dates {
            preferences: locale.into(),
            calendar: AnyCalendarKind::try_new(locale.into()).unwrap_or(AnyCalendarKind::Gregorian),
            kept: Default::default(),
        }
    }

    /// Writes a date and time, or tells that it cannot be shown so.
    pub(super) fn write(&self, value: &DateTime, options: &DateOptions, out: &mut String) -> bool {
        self.try_write(value, options, out).is_some()
    }

    fn try_write(&self, value: &DateTime, options: &DateOptions, out: &mut String) -> Option<()> {
        let fields = options.fields_of(value)?;
        let moment = moment(value, options.offset)?;
        if fields.zone.is_some() {
            // An offset of a day, which only hostile text has, is none that ICU4X shows.
            UtcOffset::try_from_seconds(offset(value, options.offset)).ok()?;
        }
        let form = (fields, options.twelve_hours);
        for kept in &self.kept {
            if let Some(kept) = kept.get() {
                if kept.form == form {
                    return (kept.write)(&moment, out);
                }
                continue;
            }
            // Another thread may have taken the place meanwhile; then the next is tried.
            let write = self.formatter(form)?;
            let kept = kept.get_or_init(|| Kept { form, write });
            if kept.form == form {
                return (kept.write)(&moment, out);
            }
        }
        self.formatter(form)?(&moment, out)
    }

    /// Makes a formatter; `None` when ICU4X has none for such fields.
    fn formatter(&self, (fields, twelve_hours): Form) -> Option<Write> {
        let mut preferences = self.preferences;
        preferences.hour_cycle = twelve_hours.map(|twelve| {
            if twelve {
                HourCycle::Clock12
            } else {
                HourCycle::Clock24
            }
        });
        // One formatter a calendar and a kind of field set: those for all of them would carry every
        // calendar there is and the names of all time zones.
        macro_rules! formatter_in {
            ($calendar:ident, $fields:expr) => {{
                let formatter =
                    FixedCalendarDateTimeFormatter::<$calendar, _>::try_new(preferences, $fields);
                let formatter = formatter.ok()?;
                Some(Box::new(move |moment: &Moment, out: &mut String| {
                    let moment = ZonedDateTime {
                        date: moment.date.to_calendar($calendar),
                        time: moment.time,
                        zone: moment.zone,
                    };
                    // Writing to a string does not fail.
                    formatter.format(&moment).write_to(out).ok()
                }))
            }};
        }
        macro_rules! formatter {
            ($fields:expr) => {
                // What locales prefer by themselves.
                match self.calendar {
                    AnyCalendarKind::Buddhist => formatter_in!(Buddhist, $fields),
                    AnyCalendarKind::Persian => formatter_in!(Persian, $fields),
                    _ => formatter_in!(Gregorian, $fields),
                }
            };
        }
        let zone = fields.zone;
        let fields = fields.build()?;
        let Some(zone) = zone else {
            return formatter!(fields);
        };
        let is_long = zone == ZoneStyle::LocalizedOffsetLong;
        match fields {
            CompositeDateTimeFieldSet::DateTime(fields) if is_long => {
                formatter!(fields.with_zone(LocalizedOffsetLong))
            }
            CompositeDateTimeFieldSet::DateTime(fields) => {
                formatter!(fields.with_zone(LocalizedOffsetShort))
            }
            CompositeDateTimeFieldSet::Time(fields) if is_long => {
                formatter!(fields.with_zone(LocalizedOffsetLong))
            }
            CompositeDateTimeFieldSet::Time(fields) => {
                formatter!(fields.with_zone(LocalizedOffsetShort))
            }
            _ => None,
        }
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Kept").field(&self.form).finish()
    }
}

/// The offset that a value is shown in.
fn offset(value: &DateTime, wanted: Option<i32>) -> i32 {
    wanted.or(value.offset()).unwrap_or(0)
}

/// The day and time in the offset that is shown. A day or a time alone is no instant, and stays.
fn moment(value: &DateTime, wanted: Option<i32>) -> Option<Moment> {
    let (year, month, day) = value.date().unwrap_or((2000, 1, 1));
    let (hour, minute, second, nanosecond) = value.time().unwrap_or((0, 0, 0, 0));
    let mut date = Date::try_new_gregorian(year, month, day).ok()?;
    let mut time = Time::try_new(hour, minute, second, nanosecond).ok()?;
    let offset = offset(value, wanted);
    let shift = offset - value.offset().unwrap_or(0);
    if shift != 0 && value.date().is_some() && value.time().is_some() {
        let minutes = i32::from(hour) * 60 + i32::from(minute);
        // A leap second is one in every offset, but for those of old that had seconds themselves.
        let (shifted, second) = if shift % 60 == 0 {
            (minutes * 60 + shift, second)
        } else {
            let shifted = minutes * 60 + i32::from(second) + shift;
            (shifted, u8::try_from(shifted.rem_euclid(60)).ok()?)
        };
        let minutes = shifted.div_euclid(60);
        let days: RataDie = date.to_rata_die() + i64::from(minutes.div_euclid(24 * 60));
        date = Date::from_rata_die(days, Gregorian);
        let minutes = minutes.rem_euclid(24 * 60);
        let (hour, minute) = (minutes / 60, minutes % 60);
        let (hour, minute) = (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?);
        time = Time::try_new(hour, minute, second, nanosecond).ok()?;
    }
    let zone = UtcOffset::try_from_seconds(offset).unwrap_or(UtcOffset::zero());
    Some(ZonedDateTime { date, time, zone })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_writes_as_what_is_made_anew() {
        let locale = Locale::try_from_str("sv").unwrap();
        let dates = Dates::new(&locale);
        let lengths = [Length::Short, Length::Medium, Length::Long];
        let zones = [None, Some(ZoneStyle::LocalizedOffsetShort)];
        // More than are kept, and each again, when those that are kept are not the first to come.
        for _ in 0..2 {
            for (length, zone) in lengths
                .iter()
                .flat_map(|length| zones.map(|zone| (length, zone)))
            {
                for (twelve_hours, value) in [
                    (None, "2026-02-03T16:05:06+01:00"),
                    (Some(true), "2026-02-03T16:05:06+01:00"),
                    (Some(true), "16:05:06"),
                    (None, "2026-02-03"),
                ] {
                    let mut options = DateOptions {
                        twelve_hours,
                        ..DateOptions::default()
                    };
                    (options.fields.length, options.fields.zone) = (Some(*length), zone);
                    let value = value.parse().unwrap();
                    let written = |dates: &Dates| {
                        let mut text = String::new();
                        assert!(dates.write(&value, &options, &mut text));
                        text
                    };
                    assert_eq!(written(&dates), written(&Dates::new(&locale)));
                }
            }
        }
    }
}
