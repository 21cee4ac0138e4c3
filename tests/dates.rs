//! Dates and times, as each locale writes them.

use tolken::{Catalog, DateTime, Layer, Request, Value};

use crate::util::{catalog, faults, visible};

/// The moment of all tables.
const WHEN: &str = "2026-11-05T14:05:09Z";

/// Renders `{ $x }`-like text in a locale, with the faults.
#[track_caller]
fn render<'v>(locale: &str, text: &str, value: impl Into<Value<'v>>) -> (String, Vec<String>) {
    let catalog = catalog(locale, &format!("a = {text}\n"));
    let args = [("x", value.into())];
    let message = catalog.render(&Request::new("a").args(&args));
    let faults = faults(&message);
    (visible(message.text()), faults)
}

#[track_caller]
fn show<'v>(locale: &str, text: &str, value: impl Into<Value<'v>>) -> String {
    let (text, faults) = render(locale, text, value);
    assert_eq!(faults, [""; 0], "{text}");
    text
}

fn when(text: &str) -> DateTime {
    text.parse().unwrap()
}

/// What loading a message finds.
fn found(text: &str) -> Vec<String> {
    let layer = Layer::new().source("en-US", "a.ftl", format!("a = {{ {text} }}\n"));
    let loaded = Catalog::builder().layer(layer).build().unwrap();
    loaded
        .findings()
        .iter()
        .map(|finding| {
            let finding = finding.to_string();
            let (_, finding) = finding.split_once("error[function-option]: ").unwrap();
            finding.to_owned()
        })
        .collect()
}

/// CLDR 49. Up to 48, Korean had `2026. 11. 5.`, and morning and afternoon as AM and PM.
#[test]
fn medium_dates_and_times_are_the_locales_own() {
    let rows = [
        (
            "en-US",
            "Nov 5, 2026",
            "2:05:09\\u{202f}PM",
            "Nov 5, 2026, 2:05:09\\u{202f}PM",
        ),
        (
            "ko-KR",
            "2026/11/5",
            "오후 2:05:09",
            "2026/11/5 오후 2:05:09",
        ),
        ("sv-SE", "5 nov. 2026", "14:05:09", "5 nov. 2026 14:05:09"),
        (
            "zh-CN",
            "2026年11月5日",
            "14:05:09",
            "2026年11月5日 14:05:09",
        ),
        ("fr-FR", "5 nov. 2026", "14:05:09", "5 nov. 2026, 14:05:09"),
        ("nl-NL", "5 nov 2026", "14:05:09", "5 nov 2026, 14:05:09"),
    ];
    for (locale, date, time, both) in rows {
        let date_style = "{ DATETIME($x, dateStyle: \"medium\") }";
        let time_style = "{ DATETIME($x, timeStyle: \"medium\") }";
        let styles = "{ DATETIME($x, dateStyle: \"medium\", timeStyle: \"medium\") }";
        assert_eq!(show(locale, date_style, when(WHEN)), date);
        assert_eq!(show(locale, time_style, when(WHEN)), time);
        assert_eq!(show(locale, styles, when(WHEN)), both);
        assert_eq!(show(locale, "{ $x }", when(WHEN)), both);
        assert_eq!(show(locale, "{ DATETIME($x) }", when(WHEN)), both);
        assert_eq!(show(locale, "{ $x }", when("2026-11-05")), date);
        assert_eq!(show(locale, "{ $x }", when("14:05:09")), time);
    }
}

#[test]
fn styles_go_from_full_to_short() {
    let rows = [
        ("en-US", "full", "Thursday, November 5, 2026"),
        ("en-US", "long", "November 5, 2026"),
        ("en-US", "short", "11/5/26"),
        ("ko-KR", "full", "2026년 11월 5일 목요일"),
        ("ko-KR", "long", "2026년 11월 5일"),
        ("ko-KR", "short", "26/11/5"),
        ("sv-SE", "full", "torsdag 5 november 2026"),
        ("sv-SE", "short", "2026-11-05"),
        ("zh-CN", "full", "2026年11月5日星期四"),
        ("zh-CN", "short", "2026/11/5"),
        ("fr-FR", "full", "jeudi 5 novembre 2026"),
        ("fr-FR", "short", "05/11/2026"),
        ("nl-NL", "full", "donderdag 5 november 2026"),
        ("nl-NL", "short", "05-11-2026"),
    ];
    for (locale, style, shown) in rows {
        let text = format!("{{ DATETIME($x, dateStyle: \"{style}\") }}");
        assert_eq!(show(locale, &text, when(WHEN)), shown, "{locale} {style}");
    }
    let rows = [
        ("en-US", "full", "2:05:09\\u{202f}PM GMT+00:00"),
        ("en-US", "short", "2:05\\u{202f}PM"),
        ("ko-KR", "short", "오후 2:05"),
        ("nl-NL", "short", "14:05"),
    ];
    for (locale, style, shown) in rows {
        let text = format!("{{ DATETIME($x, timeStyle: \"{style}\") }}");
        assert_eq!(show(locale, &text, when(WHEN)), shown, "{locale} {style}");
    }
}

#[test]
fn korean_mornings_and_afternoons_are_korean() {
    let time = "{ DATETIME($x, timeStyle: \"short\") }";
    assert_eq!(show("ko-KR", time, when("00:00:00")), "오전 12:00");
    assert_eq!(show("ko-KR", time, when("12:00:00")), "오후 12:00");
}

#[test]
fn fields_are_shown_in_the_order_of_the_locale() {
    let rows = [
        (
            "year: \"numeric\", month: \"long\", day: \"numeric\"",
            "November 5, 2026",
            "2026년 11월 5일",
        ),
        ("year: \"numeric\", month: \"short\"", "Nov 2026", "2026/11"),
        (
            "month: \"long\", day: \"numeric\"",
            "November 5",
            "11월 5일",
        ),
        ("weekday: \"long\"", "Thursday", "목요일"),
        (
            "weekday: \"short\", month: \"short\", day: \"numeric\"",
            "Thu, Nov 5",
            "11월 5일 (목)",
        ),
        (
            "year: \"numeric\", month: \"2-digit\", day: \"2-digit\"",
            "11/05/2026",
            "2026/11/05",
        ),
        (
            "year: \"2-digit\", month: \"numeric\", day: \"numeric\"",
            "11/5/26",
            "26/11/5",
        ),
        ("year: \"numeric\"", "2026", "2026년"),
        ("era: \"short\", year: \"numeric\"", "2026 AD", "AD 2026년"),
        ("hour: \"numeric\"", "2\\u{202f}PM", "오후 2시"),
        (
            "hour: \"numeric\", minute: \"2-digit\"",
            "2:05\\u{202f}PM",
            "오후 2:05",
        ),
        (
            "hour: \"numeric\", minute: \"2-digit\", hour12: \"false\"",
            "14:05",
            "14:05",
        ),
        (
            "hour: \"numeric\", minute: \"2-digit\", second: \"2-digit\", fractionalSecondDigits: 2",
            "2:05:09.00\\u{202f}PM",
            "오후 2:05:09.00",
        ),
        (
            "hour: \"numeric\", minute: \"2-digit\", timeZoneName: \"shortOffset\", timeZone: \"+09:00\"",
            "11:05\\u{202f}PM GMT+9",
            "오후 11:05 GMT+9",
        ),
    ];
    for (options, english, korean) in rows {
        let text = format!("{{ DATETIME($x, {options}) }}");
        assert_eq!(show("en-US", &text, when(WHEN)), english, "{options}");
        assert_eq!(show("ko-KR", &text, when(WHEN)), korean, "{options}");
    }
}

#[test]
fn an_instant_is_shown_in_its_offset_or_the_one_that_is_named() {
    let long = "{ DATETIME($x, dateStyle: \"short\", timeStyle: \"full\", hour12: 0) }";
    let there = when("2026-12-31T20:30:00-05:00");
    assert_eq!(show("en-US", long, there), "12/31/26, 20:30:00 GMT-05:00");
    let in_seoul =
        "{ DATETIME($x, dateStyle: \"short\", timeStyle: \"long\", timeZone: \"+09:00\") }";
    assert_eq!(show("ko-KR", in_seoul, there), "27/1/1 오전 10:30:00 GMT+9");
    let in_utc = "{ DATETIME($x, timeZone: \"UTC\", hour12: 0) }";
    assert_eq!(show("en-US", in_utc, there), "Jan 1, 2027, 01:30:00");
    // A leap second is one everywhere.
    assert_eq!(
        show(
            "sv-SE",
            "{ DATETIME($x, timeZone: \"+01:00\") }",
            when("2016-12-31T23:59:60Z")
        ),
        "1 jan. 2017 00:59:60"
    );
    // A day alone is the same day everywhere.
    assert_eq!(
        show(
            "sv-SE",
            "{ DATETIME($x, timeZone: \"+14:00\") }",
            when("2016-12-31")
        ),
        "31 dec. 2016"
    );
}

#[test]
fn what_a_value_lacks_is_not_shown() {
    let both = "{ DATETIME($x, dateStyle: \"long\", timeStyle: \"full\") }";
    assert_eq!(show("fr-FR", both, when("2026-11-05")), "5 novembre 2026");
    assert_eq!(show("fr-FR", both, when("14:05")), "14:05:00");
    let time = "{ DATETIME($x, timeStyle: \"short\") }";
    assert_eq!(
        render("fr-FR", time, when("2026-11-05")),
        ("2026-11-05".to_owned(), vec!["wrong-type x".to_owned()])
    );
}

#[test]
fn text_is_a_date_where_datetime_or_the_manifest_says_so() {
    let date = "{ DATETIME($x, dateStyle: \"medium\") }";
    assert_eq!(show("nl-NL", date, WHEN), "5 nov 2026");
    assert_eq!(show("nl-NL", "{ $x }", WHEN), WHEN);
    assert_eq!(
        render("nl-NL", date, "morgen"),
        ("morgen".to_owned(), vec!["wrong-type x".to_owned()])
    );
    assert_eq!(
        render("nl-NL", date, 1_500),
        ("1500".to_owned(), vec!["wrong-type x".to_owned()])
    );

    let manifest = "[codes.Expired.args]\nx = { type = \"datetime\", example = \"2026-11-05\" }\n";
    let layer = Layer::new().manifest("catalog.toml", manifest).source(
        "nl-NL",
        "a.ftl",
        "Expired = Verlopen op { $x }.\n",
    );
    let loaded = Catalog::builder().layer(layer).build().unwrap();
    let findings: Vec<_> = loaded.findings().iter().map(ToString::to_string).collect();
    assert_eq!(findings, [""; 0]);
    let render = |value: Value<'_>| {
        let args = [("x", value)];
        let message = loaded
            .catalog()
            .render(&Request::new("Expired").args(&args));
        (message.text().to_owned(), faults(&message).concat())
    };
    let right = (
        "Verlopen op 5 nov 2026, 14:05:09.".to_owned(),
        String::new(),
    );
    assert_eq!(render(WHEN.into()), right);
    assert_eq!(render(when(WHEN).into()), right);
    for (value, shown) in [
        (Value::from("2026-13-05"), "Verlopen op 2026-13-05."),
        (1_762_351_509.into(), "Verlopen op 1762351509."),
    ] {
        assert_eq!(render(value), (shown.to_owned(), "wrong-type x".to_owned()));
    }
}

#[test]
fn a_missing_date_shows_its_name() {
    let catalog = catalog("en-US", "a = { DATETIME($x, dateStyle: \"short\") }\n");
    let message = catalog.render(&Request::new("a"));
    assert_eq!(message.text(), "{$x}");
    assert_eq!(faults(&message), ["missing-argument x"]);
}

#[test]
fn a_date_decides_no_choice_and_is_no_number() {
    let select = "{ $x ->\n    [one] one\n    [2026-11-05] text\n   *[other] other\n }";
    let select = select.replace("[2026-11-05]", "[text]");
    assert_eq!(show("en-US", &select, when(WHEN)), "other");
    let select = select.replace("$x", "DATETIME($x)");
    assert_eq!(show("en-US", &select, when(WHEN)), "other");
    assert_eq!(
        render("sv-SE", "{ NUMBER($x) }", when(WHEN)),
        (
            "5 nov. 2026 14:05:09".to_owned(),
            vec!["wrong-type x".to_owned()]
        )
    );
}

#[test]
fn a_date_is_a_value_like_any_other() {
    let list = Value::from(vec![when("2026-11-05").into(), when("2026-11-06").into()]);
    assert_eq!(show("sv-SE", "{ $x }", list), "5 nov. 2026 och 6 nov. 2026");
    let particle = "{ DATETIME($x, dateStyle: \"long\") }{ JOSA(DATETIME($x, dateStyle: \"long\"), pair: \"이/가\") }";
    assert_eq!(show("ko-KR", particle, when(WHEN)), "2026년 11월 5일이");
    assert_eq!(
        serde_json::to_string(&Value::from(when(WHEN))).unwrap(),
        format!("\"{WHEN}\"")
    );
}

#[test]
fn every_date_has_a_text_in_every_locale() {
    let styles = ["full", "long", "medium", "short"];
    for locale in [
        "en-US", "ko-KR", "ar-SA", "fa-IR", "th-TH", "zh-TW", "ja-JP", "am-ET", "he-IL",
    ] {
        for text in [
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999-23:59",
            "0001-01-01T00:00:00+23:59",
        ] {
            for style in styles {
                let call = format!(
                    "{{ DATETIME($x, dateStyle: \"{style}\", timeStyle: \"{style}\", timeZone: \"+14:00\") }}"
                );
                assert!(!show(locale, &call, when(text)).is_empty());
            }
        }
        let early = DateTime::from_date((-9999, 1, 1)).unwrap();
        assert!(!show(locale, "{ $x }", early).is_empty());
    }
    // Beyond what the locale's data can show as a zone.
    assert_eq!(
        render(
            "en-US",
            "{ DATETIME($x, timeStyle: \"full\") }",
            when("2026-11-05T00:00:00+23:59")
        ),
        (
            "2026-11-05T00:00:00+23:59".to_owned(),
            vec!["wrong-type x".to_owned()]
        )
    );
}

#[test]
fn what_cannot_be_shown_is_found_at_load() {
    let rows = [
        (
            "DATETIME($x, month: \"narrow\")",
            "`month` of `DATETIME` cannot be `\"narrow\"`; help: write \"numeric\" or \"2-digit\" or \"short\" or \"long\"",
        ),
        (
            "DATETIME($x, timeZone: \"Asia/Seoul\")",
            "`timeZone` of `DATETIME` cannot be `\"Asia/Seoul\"`; help: write \"UTC\" or an offset such as \"+09:00\"; the rules of time zones are not known",
        ),
        (
            "DATETIME($x, timeStyle: \"short\", timeZoneName: \"long\")",
            "`timeZoneName` of `DATETIME` cannot be `\"long\"`; help: write \"shortOffset\" or \"longOffset\"; names of time zones are not shown",
        ),
        (
            "DATETIME($x, dateStyle: \"short\", timeZoneName: \"shortOffset\")",
            "`DATETIME` cannot show a time zone without a time; help: add `timeStyle`, or `hour` and `minute`",
        ),
        (
            "DATETIME($x, year: \"numeric\", day: \"numeric\")",
            "`DATETIME` cannot show such a choice of date fields; help: use `dateStyle` and `timeStyle`, or fewer fields",
        ),
        (
            "DATETIME($x, minute: \"numeric\")",
            "`DATETIME` cannot show a part of a time without the parts before it; help: ask for all from the hour to the smallest",
        ),
        (
            "DATETIME($x, weekday: \"short\", month: \"long\", day: \"numeric\")",
            "`DATETIME` cannot show a month and a weekday of different lengths; help: write both \"short\" or both \"long\"",
        ),
        (
            "DATETIME($x, year: \"2-digit\", month: \"long\")",
            "`DATETIME` cannot show a year of two digits here; help: write `year: \"numeric\"`, or the month in digits and no era",
        ),
        (
            "DATETIME($x, month: \"long\", hour: \"numeric\")",
            "`DATETIME` cannot show a month or a year with a time; help: add `day`, or leave out the time",
        ),
        (
            "DATETIME($x, dateStyle: \"short\", year: \"numeric\")",
            "`DATETIME` cannot show styles and fields together; the styles count; help: leave out the fields, or the styles",
        ),
        (
            "DATETIME($x, month: \"long\", era: \"short\")",
            "`DATETIME` cannot show an era without a year; help: add `year: \"numeric\"`",
        ),
        (
            "DATETIME($x, calendar: \"buddhist\")",
            "`calendar` of `DATETIME` is not supported; help: the locale decides it; leave it out",
        ),
        (
            "DATETIME($x, hour12: \"yes\")",
            "`hour12` of `DATETIME` cannot be `\"yes\"`; help: write \"true\" or \"false\"",
        ),
        (
            "DATETIME($x, fractionalSecondDigits: 4)",
            "`fractionalSecondDigits` of `DATETIME` cannot be `4`; help: write a whole number from 1 to 3",
        ),
    ];
    for (call, finding) in rows {
        assert_eq!(found(call), [finding], "{call}");
    }
}

#[test]
fn a_locale_has_its_own_calendar() {
    let date = "{ DATETIME($x, dateStyle: \"long\", timeStyle: \"short\") }";
    for (locale, shown) in [
        ("th-TH", "5 พฤศจิกายน 2569 เวลา 14:05"),
        ("fa-IR", "۱۴ آبان ۱۴۰۵ ساعت ۱۴:۰۵"),
        ("ja-JP", "2026年11月5日 14:05"),
    ] {
        assert_eq!(show(locale, date, when(WHEN)), shown, "{locale}");
    }
}
