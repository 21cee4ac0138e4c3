//! `DATETIME`: the options that Fluent names, as far as ICU4X's sets of fields go.
//!
//! ECMA-402 lets each field have a length of its own; CLDR has patterns for some combinations, and
//! ICU4X for those that languages really use. What lies beyond is told at load.

use icu_datetime::fieldsets::builder::{DateFields, ZoneStyle};
use icu_datetime::options::{Alignment, Length, SubsecondDigits, TimePrecision, YearStyle};

use super::{Literal, OptionError};
use crate::locale::{DateOptions, Fields};
use crate::value::parse_offset;

const KNOWN: &str = "its options are `dateStyle`, `timeStyle`, `weekday`, `era`, `year`, `month`, `day`, `hour`, \
                     `minute`, `second`, `fractionalSecondDigits`, `hour12`, `timeZone` and \
                     `timeZoneName`";

pub(crate) fn date_options(
    given: &[(&str, Literal<'_>)],
    errors: &mut Vec<OptionError>,
) -> DateOptions {
    let mut reader = Reader {
        errors,
        asked: Asked::default(),
        options: DateOptions::default(),
    };
    for (name, literal) in given {
        reader.option(name, literal);
    }
    let fields = reader.fields();
    let mut options = DateOptions {
        fields,
        ..reader.options
    };
    if !options.can_be_shown() {
        // What the rules above let through and ICU4X does not have after all.
        options.fields = DateOptions::default().fields;
        reader.impossible("such a set of fields", HELP);
    }
    options
}

const HELP: &str = "use `dateStyle` and `timeStyle`, or fewer fields";

/// The options as they were written.
#[derive(Default)]
struct Asked {
    date_style: Option<Style>,
    time_style: Option<Style>,
    weekday: Option<Length>,
    era: bool,
    year: Option<Digits>,
    month: Option<Month>,
    day: Option<Digits>,
    hour: Option<Digits>,
    minute: Option<Digits>,
    second: Option<Digits>,
    fraction: Option<SubsecondDigits>,
    zone: Option<ZoneStyle>,
}

#[derive(Clone, Copy, PartialEq)]
enum Style {
    Full,
    Long,
    Medium,
    Short,
}

#[derive(Clone, Copy, PartialEq)]
enum Digits {
    Numeric,
    Two,
}

#[derive(Clone, Copy, PartialEq)]
enum Month {
    Digits(Digits),
    Name(Length),
}

struct Reader<'e> {
    errors: &'e mut Vec<OptionError>,
    asked: Asked,
    options: DateOptions,
}

impl Reader<'_> {
    fn option(&mut self, name: &str, literal: &Literal<'_>) {
        const STYLES: &[(&str, Style)] = &[
            ("full", Style::Full),
            ("long", Style::Long),
            ("medium", Style::Medium),
            ("short", Style::Short),
        ];
        const DIGITS: &[(&str, Digits)] = &[("numeric", Digits::Numeric), ("2-digit", Digits::Two)];
        const MONTHS: &[(&str, Month)] = &[
            ("numeric", Month::Digits(Digits::Numeric)),
            ("2-digit", Month::Digits(Digits::Two)),
            ("short", Month::Name(Length::Medium)),
            ("long", Month::Name(Length::Long)),
        ];
        const WEEKDAYS: &[(&str, Length)] = &[("short", Length::Medium), ("long", Length::Long)];
        const ZONES: &[(&str, ZoneStyle)] = &[
            ("shortOffset", ZoneStyle::LocalizedOffsetShort),
            ("longOffset", ZoneStyle::LocalizedOffsetLong),
        ];
        match name {
            "dateStyle" => self.asked.date_style = self.one_of(name, literal, STYLES),
            "timeStyle" => self.asked.time_style = self.one_of(name, literal, STYLES),
            "weekday" => self.asked.weekday = self.one_of(name, literal, WEEKDAYS),
            "era" => self.asked.era = self.one_of(name, literal, &[("short", ())]).is_some(),
            "year" => self.asked.year = self.one_of(name, literal, DIGITS),
            "month" => self.asked.month = self.one_of(name, literal, MONTHS),
            "day" => self.asked.day = self.one_of(name, literal, DIGITS),
            "hour" => self.asked.hour = self.one_of(name, literal, DIGITS),
            "minute" => self.asked.minute = self.one_of(name, literal, DIGITS),
            "second" => self.asked.second = self.one_of(name, literal, DIGITS),
            "fractionalSecondDigits" => self.asked.fraction = self.fraction(name, literal),
            "hour12" => self.options.twelve_hours = self.boolean(name, literal),
            "timeZoneName" => self.asked.zone = self.one_of(name, literal, ZONES),
            "timeZone" => self.options.offset = self.offset(name, literal),
            "calendar" | "numberingSystem" | "dayPeriod" | "hourCycle" => {
                let help = "the locale decides it; leave it out";
                let error = OptionError::unsupported("DATETIME", name, help);
                self.errors.push(error);
            }
            _ => {
                let error = OptionError::unknown("DATETIME", name, KNOWN);
                self.errors.push(error);
            }
        }
    }

    fn one_of<T: Copy>(
        &mut self,
        name: &str,
        literal: &Literal<'_>,
        values: &[(&str, T)],
    ) -> Option<T> {
        let found = match literal {
            Literal::Text(text) => values.iter().find(|(value, _)| value == text),
            Literal::Number(_) => None,
        };
        if found.is_none() {
            let expected: Vec<_> = values
                .iter()
                .map(|(value, _)| format!("\"{value}\""))
                .collect();
            let expected = match name {
                "timeZoneName" => format!(
                    "{}; names of time zones are not shown",
                    expected.join(" or ")
                ),
                _ => expected.join(" or "),
            };
            self.wrong(name, &expected, literal);
        }
        found.map(|(_, value)| *value)
    }

    fn fraction(&mut self, name: &str, literal: &Literal<'_>) -> Option<SubsecondDigits> {
        let digits = match literal {
            Literal::Number(number) => number.as_integer().and_then(|n| u8::try_from(n).ok()),
            Literal::Text(_) => None,
        };
        // The range of ECMA-402; ICU4X would go on to nine.
        let digits = digits.filter(|digits| (1..=3).contains(digits));
        let digits = digits.and_then(SubsecondDigits::try_from_int);
        if digits.is_none() {
            self.wrong(name, "a whole number from 1 to 3", literal);
        }
        digits
    }

    /// Fluent has no booleans, so a string or a number stands for one, as in fluent.js.
    fn boolean(&mut self, name: &str, literal: &Literal<'_>) -> Option<bool> {
        let boolean = match literal {
            Literal::Text("true") => Some(true),
            Literal::Text("false") => Some(false),
            Literal::Number(number) => match number.as_integer() {
                Some(0) => Some(false),
                Some(1) => Some(true),
                _ => None,
            },
            Literal::Text(_) => None,
        };
        if boolean.is_none() {
            self.wrong(name, "\"true\" or \"false\"", literal);
        }
        boolean
    }

    fn offset(&mut self, name: &str, literal: &Literal<'_>) -> Option<i32> {
        let offset = match literal {
            Literal::Text(text) => parse_offset(text),
            Literal::Number(_) => None,
        };
        if offset.is_none() {
            let expected =
                "\"UTC\" or an offset such as \"+09:00\"; the rules of time zones are not known";
            self.wrong(name, expected, literal);
        }
        offset
    }

    fn wrong(&mut self, name: &str, expected: &str, found: &Literal<'_>) {
        let error = OptionError::value("DATETIME", name, expected, found);
        self.errors.push(error);
    }

    fn impossible(&mut self, what: &str, help: &str) {
        self.errors.push(OptionError {
            option: None,
            message: format!("`DATETIME` cannot show {what}"),
            help: help.to_owned(),
        });
    }

    fn fields(&mut self) -> Fields {
        let has_style = self.asked.date_style.is_some() || self.asked.time_style.is_some();
        let Asked {
            weekday,
            era,
            year,
            month,
            day,
            hour,
            minute,
            second,
            fraction,
            ..
        } = self.asked;
        let has_date = weekday.is_some() || year.is_some() || month.is_some() || day.is_some();
        let has_time = hour.is_some() || minute.is_some() || second.is_some() || fraction.is_some();
        let mut fields = match (has_style, has_date || has_time || era) {
            (true, has_fields) => {
                if has_fields {
                    let help = "leave out the fields, or the styles";
                    self.impossible("styles and fields together; the styles count", help);
                }
                self.styles()
            }
            (false, true) => {
                let mut fields = Fields {
                    time: self.precision(),
                    ..Fields::default()
                };
                self.date(&mut fields);
                fields
            }
            (false, false) => DateOptions::default().fields,
        };
        if fields.date.is_none() && fields.time.is_none() {
            // Everything asked for was found to be wrong.
            fields = DateOptions::default().fields;
        }
        if let Some(zone) = self.asked.zone {
            if fields.time.is_some() {
                fields.zone = Some(zone);
            } else {
                let help = "add `timeStyle`, or `hour` and `minute`";
                self.impossible("a time zone without a time", help);
            }
        }
        fields
    }

    fn styles(&self) -> Fields {
        let mut fields = Fields::default();
        let length = match self.asked.date_style.or(self.asked.time_style) {
            Some(Style::Full | Style::Long) => Length::Long,
            Some(Style::Short) => Length::Short,
            Some(Style::Medium) | None => Length::Medium,
        };
        fields.length = Some(length);
        fields.date = self.asked.date_style.map(|style| match style {
            Style::Full => DateFields::YMDE,
            _ => DateFields::YMD,
        });
        fields.time = self.asked.time_style.map(|style| match style {
            Style::Short => TimePrecision::Minute,
            _ => TimePrecision::Second,
        });
        fields.zone = match self.asked.time_style {
            Some(Style::Full) => Some(ZoneStyle::LocalizedOffsetLong),
            Some(Style::Long) => Some(ZoneStyle::LocalizedOffsetShort),
            _ => None,
        };
        fields
    }

    fn precision(&mut self) -> Option<TimePrecision> {
        let Asked {
            hour,
            minute,
            second,
            fraction,
            ..
        } = self.asked;
        match (hour.is_some(), minute.is_some(), second.is_some(), fraction) {
            (false, false, false, None) => None,
            (true, false, false, None) => Some(TimePrecision::Hour),
            (true, true, false, None) => Some(TimePrecision::Minute),
            (true, true, true, None) => Some(TimePrecision::Second),
            (true, true, true, Some(digits)) => Some(TimePrecision::Subsecond(digits)),
            _ => {
                let help = "ask for all from the hour to the smallest";
                self.impossible("a part of a time without the parts before it", help);
                None
            }
        }
    }

    fn date(&mut self, fields: &mut Fields) {
        let Asked {
            weekday,
            era,
            year,
            month,
            day,
            hour,
            ..
        } = self.asked;
        let parts = (year.is_some(), month.is_some(), day.is_some());
        let date = match (parts, weekday.is_some()) {
            ((false, false, false), false) => None,
            ((false, false, false), true) => Some(DateFields::E),
            ((false, false, true), false) => Some(DateFields::D),
            ((false, false, true), true) => Some(DateFields::DE),
            ((false, true, true), false) => Some(DateFields::MD),
            ((false, true, true), true) => Some(DateFields::MDE),
            ((true, true, true), false) => Some(DateFields::YMD),
            ((true, true, true), true) => Some(DateFields::YMDE),
            ((false, true, false), false) => Some(DateFields::M),
            ((true, true, false), false) => Some(DateFields::YM),
            ((true, false, false), false) => Some(DateFields::Y),
            _ => {
                self.impossible("such a choice of date fields", HELP);
                None
            }
        };
        let is_period = date.is_some_and(DateFields::is_calendar_period);
        if is_period && fields.time.is_some() {
            self.impossible(
                "a month or a year with a time",
                "add `day`, or leave out the time",
            );
            fields.time = None;
        }
        fields.date = date;
        fields.length = Some(self.length(month, weekday));
        let is_short = fields.length == Some(Length::Short);
        if date.is_some() && year.is_some() {
            fields.year = match year {
                Some(Digits::Two) if is_short && !era => Some(YearStyle::Auto),
                Some(Digits::Two) => {
                    let help = "write `year: \"numeric\"`, or the month in digits and no era";
                    self.impossible("a year of two digits here", help);
                    Some(YearStyle::Full)
                }
                _ if era => Some(YearStyle::WithEra),
                _ => Some(YearStyle::Full),
            };
        } else if era {
            self.impossible("an era without a year", "add `year: \"numeric\"`");
        }
        let is_padded =
            [day, hour].contains(&Some(Digits::Two)) || month == Some(Month::Digits(Digits::Two));
        let can_be_padded =
            fields.time.is_some() || !matches!(date, None | Some(DateFields::E | DateFields::Y));
        fields.alignment = (is_padded && can_be_padded).then_some(Alignment::Column);
    }

    /// One length is of all fields, as the month or the weekday is written.
    fn length(&mut self, month: Option<Month>, weekday: Option<Length>) -> Length {
        match (month, weekday) {
            (Some(Month::Name(month)), Some(weekday)) if month != weekday => {
                let help = "write both \"short\" or both \"long\"";
                self.impossible("a month and a weekday of different lengths", help);
                month
            }
            (Some(Month::Name(month)), _) => month,
            (Some(Month::Digits(_)), Some(Length::Long)) => {
                let help = "write the weekday \"short\", or the month \"long\"";
                self.impossible("a long weekday beside a month in digits", help);
                Length::Short
            }
            (Some(Month::Digits(_)), _) | (None, None) => Length::Short,
            (None, Some(weekday)) => weekday,
        }
    }
}
