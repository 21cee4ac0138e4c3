//! What holds whatever the input.

use proptest::collection::vec;
use proptest::prelude::*;
use tolken::{Catalog, DateTime, Layer, Output, Request, Value};

/// Text that is rich in what Fluent gives a meaning to.
fn fluent_soup() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("a = "),
        Just("\nb = "),
        Just("\n-t = "),
        Just("\n    .action = "),
        Just("{ "),
        Just(" }"),
        Just("{"),
        Just("}"),
        Just("$x"),
        Just(" -> "),
        Just("\n   *[other] "),
        Just("\n    [one] "),
        Just("\""),
        Just("NUMBER("),
        Just("DATETIME("),
        Just("JOSA($x, pair: \"이/가\")"),
        Just(")"),
        Just("a"),
        Just("-t"),
        Just("-t(k: 1)"),
        Just("\r\n"),
        Just("\n"),
        Just("\t"),
        Just("# "),
        Just("값 "),
        Just("\u{feff}"),
        Just("\\u0041"),
        Just("1.5"),
        Just("."),
        Just("[0] "),
    ];
    vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

fn date() -> impl Strategy<Value = DateTime> {
    let date = (-9999..=9999, 1..=12_u8, 1..=28_u8);
    let time = (0..24_u8, 0..60_u8, 0..=60_u8);
    (date, time, any::<u32>(), any::<i32>()).prop_map(|(date, time, nanosecond, offset)| {
        let when = match nanosecond % 3 {
            0 => DateTime::from_date(date),
            1 => DateTime::from_time(time),
            _ => DateTime::new(date, time),
        };
        when.unwrap()
            .with_nanosecond(nanosecond)
            .with_offset(offset)
    })
}

fn value() -> impl Strategy<Value = Value<'static>> {
    prop_oneof![
        ".{0,20}".prop_map(Value::from),
        any::<i128>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        date().prop_map(Value::from),
        vec(".{0,5}".prop_map(Value::from), 0..4).prop_map(Value::from),
    ]
}

proptest! {
    #![proptest_config(crate::util::cases(512))]

    #[test]
    fn any_file_loads_or_is_refused_and_all_that_loads_renders(
        text in fluent_soup(),
        good in "[a-z가-힣 ]{1,10}",
        value in value(),
    ) {
        let layer = Layer::new()
            .source("ko-KR", "soup.ftl", text)
            .source("ko-KR", "zz.ftl", format!("Good = 값{good}.\n"));
        let loaded = Catalog::builder().layer(layer).build().unwrap();
        for finding in loaded.findings() {
            let length = finding.source().text().len();
            prop_assert!(finding.span().end() <= length.max(finding.span().start() + 1));
            prop_assert!(!finding.to_string().contains('\n'));
        }
        let args = [("x", value)];
        for name in loaded.catalog().names() {
            for output in Output::ALL {
                let _ = loaded.catalog().render(&Request::new(name).args(&args).output(*output));
            }
        }
        let message = loaded.catalog().render(&Request::new("Good"));
        prop_assert_eq!(message.text(), format!("값{good}."));
    }

    #[test]
    fn every_code_renders_any_value_and_shows_it(value in ".{1,40}", range in ".{0,12}") {
        let catalog = Catalog::builtin();
        for code in catalog.codes() {
            let args: Vec<_> =
                code.arguments().iter().map(|argument| (argument.name(), value.as_str().into())).collect();
            let message = catalog.render(&Request::new(code.name()).args(&args).range(&range));
            prop_assert!(!message.text().is_empty());
            let shows = code.arguments().iter().any(|argument| argument.kind().name() == "string");
            prop_assert!(!shows || message.text().contains(&value), "{}", message.text());
        }
    }

    #[test]
    fn the_locale_that_answers_is_offered_whatever_is_asked(header in ".{0,60}") {
        let catalog = Catalog::builtin();
        let message = catalog.render(&Request::new("NotFound").accept_language(&header));
        prop_assert!(catalog.locales().contains(message.locale()));
        let locales = catalog.negotiate(&header);
        prop_assert!(locales.contains(&catalog.source_locale()));
    }

    #[test]
    fn isolates_are_all_that_an_interface_adds(value in "\\PC{0,20}") {
        let catalog = Catalog::builtin();
        for code in catalog.codes() {
            let args: Vec<_> =
                code.arguments().iter().map(|argument| (argument.name(), value.as_str().into())).collect();
            for locale in catalog.locales() {
                let locales = [locale.clone()];
                let request = Request::new(code.name()).args(&args).locales(&locales);
                let text = catalog.render(&request).into_text();
                let ui = catalog.render(&request.output(Output::Ui)).into_text();
                prop_assert_eq!(ui.replace(['\u{2068}', '\u{2069}'], ""), text);
            }
        }
    }
}

proptest! {
    #![proptest_config(crate::util::cases(2048))]

    #[test]
    fn any_date_has_a_text_and_what_is_read_is_written_alike(
        when in date(),
        text in "[0-9T:Z.+-]{0,30}",
        locale in proptest::sample::select(vec!["en-US", "ko-KR", "fa-IR", "th-TH", "ar-EG"]),
        zone in proptest::sample::select(vec!["UTC", "+14:00", "-23:59"]),
    ) {
        if let Ok(read) = text.parse::<DateTime>() {
            prop_assert_eq!(read.to_string().parse::<DateTime>(), Ok(read));
        }
        let calls = format!(
            "a = {{ $x }} {{ DATETIME($x, dateStyle: \"full\", timeStyle: \"full\") }} \
             {{ DATETIME($x, timeZone: \"{zone}\") }}\n"
        );
        let catalog = crate::util::catalog(locale, &calls);
        let args = [("x", Value::from(when))];
        let message = catalog.render(&Request::new("a").args(&args));
        prop_assert!(message.text().len() > 10);
    }
}
