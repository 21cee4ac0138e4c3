//! Numbers, plurals and lists, as each locale writes them.

use tolken::{Catalog, Request, Value};

use crate::util::{catalog, faults, visible};

/// Renders `{ $x }`-like text in a locale.
#[track_caller]
fn show<'v>(locale: &str, text: &str, value: impl Into<Value<'v>>) -> String {
    let catalog = catalog(locale, &format!("a = {text}\n"));
    let args = [("x", value.into())];
    visible(&catalog.render(&Request::new("a").args(&args)).into_text())
}

#[test]
fn grouping_and_decimal_marks_are_the_locales_own() {
    let rows = [
        ("en-US", "1,234,567", "12,345.6", "-5"),
        ("ko-KR", "1,234,567", "12,345.6", "-5"),
        ("zh-CN", "1,234,567", "12,345.6", "-5"),
        ("sv-SE", "1\\u{a0}234\\u{a0}567", "12\\u{a0}345,6", "−5"),
        (
            "fr-FR",
            "1\\u{202f}234\\u{202f}567",
            "12\\u{202f}345,6",
            "-5",
        ),
        ("nl-NL", "1.234.567", "12.345,6", "-5"),
    ];
    for (locale, integer, decimal, negative) in rows {
        assert_eq!(show(locale, "{ $x }", 1_234_567), integer);
        assert_eq!(show(locale, "{ $x }", 12345.6), decimal);
        assert_eq!(show(locale, "{ $x }", -5), negative);
    }
}

#[test]
fn every_digit_of_an_integer_is_kept_in_every_locale() {
    for locale in Catalog::builtin().locales() {
        let locale = locale.to_string();
        for integer in [i128::MIN, i64::MIN.into(), u64::MAX.into(), i128::MAX] {
            let shown = show(&locale, "{ NUMBER($x, useGrouping: \"false\") }", integer);
            assert_eq!(shown.replace('−', "-"), integer.to_string(), "{locale}");
            let digits: String = show(&locale, "{ $x }", integer)
                .chars()
                .filter(char::is_ascii_digit)
                .collect();
            // What is written as an escape has digits of its own.
            let escapes: String = digits.replace("2020", "").replace('a', "");
            assert!(
                escapes.len() >= integer.unsigned_abs().to_string().len(),
                "{locale}"
            );
        }
    }
}

#[test]
fn number_takes_the_digit_options_of_ecma_402() {
    let rows = [
        ("NUMBER($x, minimumFractionDigits: 2)", 5.into(), "5.00"),
        ("NUMBER($x, minimumFractionDigits: 0)", 5.into(), "5"),
        ("NUMBER($x, maximumFractionDigits: 1)", 1.25.into(), "1.3"),
        ("NUMBER($x, maximumFractionDigits: 0)", 2.5.into(), "3"),
        ("NUMBER($x)", 0.123_45.into(), "0.123"),
        ("NUMBER($x, minimumIntegerDigits: 5)", 42.into(), "00,042"),
        (
            "NUMBER($x, minimumIntegerDigits: 5, useGrouping: \"false\")",
            42.into(),
            "00042",
        ),
        (
            "NUMBER($x, maximumSignificantDigits: 2)",
            123_456.into(),
            "120,000",
        ),
        (
            "NUMBER($x, minimumSignificantDigits: 4)",
            1.5.into(),
            "1.500",
        ),
        ("NUMBER($x, useGrouping: \"min2\")", 1234.into(), "1234"),
        ("NUMBER($x, useGrouping: \"min2\")", 12345.into(), "12,345"),
        ("NUMBER($x, useGrouping: 0)", 12345.into(), "12345"),
    ];
    for (call, value, shown) in rows as [(&str, Value<'_>, &str); 12] {
        assert_eq!(
            show("en-US", &format!("{{ {call} }}"), value),
            shown,
            "{call}"
        );
    }
}

#[test]
fn what_has_no_digits_still_has_a_text() {
    for (float, text) in [
        (f64::NAN, "NaN"),
        (f64::INFINITY, "∞"),
        (f64::NEG_INFINITY, "-∞"),
    ] {
        assert_eq!(show("ko-KR", "{ $x }", float), text);
        assert_eq!(
            show("ko-KR", "{ NUMBER($x, minimumFractionDigits: 20) }", float),
            text
        );
    }
    assert_eq!(show("en-US", "{ $x }", -0.0), "0");
    assert!(show("en-US", "{ $x }", f64::MAX).starts_with("179,769,313,"));
    assert_eq!(show("en-US", "{ $x }", f64::MIN_POSITIVE), "0");
}

#[test]
fn a_number_beyond_the_exact_floats_is_told() {
    let catalog = catalog("en-US", "a = { $x }\n");
    let args = [("x", Value::from(1e17))];
    assert_eq!(
        faults(&catalog.render(&Request::new("a").args(&args))),
        ["lossy-number x"]
    );
    let args = [("x", Value::from(i64::MAX))];
    assert_eq!(
        faults(&catalog.render(&Request::new("a").args(&args))),
        [""; 0]
    );
}

#[test]
fn plural_categories_are_those_of_cldr() {
    let select = "{ $x ->\n    [one] one\n    [many] many\n   *[other] other\n }";
    let rows = [
        ("en-US", ["other", "one", "other", "other", "other"]),
        ("ko-KR", ["other"; 5]),
        ("sv-SE", ["other", "one", "other", "other", "other"]),
        ("zh-CN", ["other"; 5]),
        ("fr-FR", ["one", "one", "one", "other", "many"]),
        ("nl-NL", ["other", "one", "other", "other", "other"]),
    ];
    for (locale, categories) in rows {
        let values = [
            Value::from(0),
            1.into(),
            1.5.into(),
            2.into(),
            1_000_000.into(),
        ];
        for (value, category) in values.into_iter().zip(categories) {
            assert_eq!(
                show(locale, select, value.clone()),
                category,
                "{value:?} in {locale}"
            );
        }
    }
}

#[test]
fn a_choice_is_by_the_number_as_it_is_shown() {
    let select = "{ NUMBER($x, minimumFractionDigits: 1) ->\n    [one] one\n   *[other] other\n }";
    assert_eq!(
        show("en-US", select, 1),
        "other",
        "1.0 is no single thing in English"
    );
    let select = "{ NUMBER($x, type: \"ordinal\") ->\n    [one] st\n    [two] nd\n    [few] rd\n   *[other] th\n }";
    for (value, suffix) in [
        (1, "st"),
        (2, "nd"),
        (3, "rd"),
        (4, "th"),
        (11, "th"),
        (22, "nd"),
    ] {
        assert_eq!(show("en-US", select, value), suffix);
    }
}

#[test]
fn exact_numbers_and_names_are_chosen_in_their_order() {
    let select =
        "{ $x ->\n    [0] none\n    [1] exactly one\n    [one] one\n   *[other] { $x }\n }";
    assert_eq!(show("en-US", select, 0), "none");
    assert_eq!(show("en-US", select, 1), "exactly one");
    assert_eq!(show("en-US", select, 1.0), "exactly one");
    assert_eq!(show("en-US", select, 1500), "1,500");
    assert_eq!(show("en-US", select, "1"), "1", "text is not a number");
}

#[test]
fn the_largest_integers_have_a_category() {
    let select = "{ $x ->\n    [one] one\n    [many] many\n   *[other] other\n }";
    assert_eq!(show("fr-FR", select, i128::MAX), "other");
    assert_eq!(
        show("fr-FR", select, 1_000_000_000_000_000_000_000_000_i128),
        "many"
    );
}

#[test]
fn lists_are_joined_as_the_locale_does() {
    let items = || Value::from(vec![Value::from("A"), "B".into(), "C".into()]);
    let rows = [
        ("en-US", "A, B, and C", "A, B, or C"),
        ("ko-KR", "A, B 및 C", "A, B 또는 C"),
        ("sv-SE", "A, B och C", "A, B eller C"),
        ("zh-CN", "A、B和C", "A、B或C"),
        ("fr-FR", "A, B et C", "A, B ou C"),
        ("nl-NL", "A, B en C", "A, B of C"),
    ];
    for (locale, and, or) in rows {
        assert_eq!(show(locale, "{ $x }", items()), and);
        assert_eq!(show(locale, "{ LIST($x, type: \"or\") }", items()), or);
    }
    assert_eq!(
        show("nl-NL", "{ $x }", vec![Value::from(1500), 2.into()]),
        "1.500 en 2"
    );
}

#[test]
fn a_percentage_is_written_as_the_locale_does() {
    let percent = "{ NUMBER($x, style: \"percent\") }";
    for (locale, shown) in [
        ("en-US", "26%"),
        ("ko-KR", "26%"),
        ("zh-CN", "26%"),
        ("sv-SE", "26\\u{a0}%"),
        ("fr-FR", "26\\u{a0}%"),
        ("nl-NL", "26%"),
        ("de-CH", "26%"),
        ("es-MX", "26%"),
        ("tr-TR", "%26"),
        ("fa-IR", "۲۶٪"),
    ] {
        assert_eq!(show(locale, percent, 0.26), shown, "{locale}");
    }
    for (locale, shown) in [
        ("en-US", "-1,200%"),
        ("sv-SE", "−1\\u{a0}200\\u{a0}%"),
        ("tr-TR", "-%1.200"),
        ("eu-ES", "−%\\u{a0}1.200"),
        ("blo", "%\\u{a0}-1\\u{202f}200"),
    ] {
        assert_eq!(show(locale, percent, -12), shown, "{locale}");
    }
}

#[test]
fn a_percentage_has_no_fraction_unless_told_to() {
    let rows = [
        ("NUMBER($x, style: \"percent\")", "13%"),
        (
            "NUMBER($x, style: \"percent\", minimumFractionDigits: 1)",
            "12.6%",
        ),
        (
            "NUMBER($x, style: \"percent\", maximumFractionDigits: 3)",
            "12.58%",
        ),
        (
            "NUMBER($x, style: \"percent\", maximumSignificantDigits: 1)",
            "10%",
        ),
    ];
    for (call, shown) in rows {
        assert_eq!(show("en-US", &format!("{{ {call} }}"), 0.1258), shown);
    }
    let percent = "{ NUMBER($x, style: \"percent\") }";
    assert_eq!(show("en-US", percent, f64::NAN), "NaN%");
    assert_eq!(
        show("en-US", percent, i128::MAX),
        "17,014,118,346,046,923,173,168,730,371,588,410,572,700%"
    );
    assert!(show("en-US", percent, f64::MAX).ends_with(",000%"));
    let select = "{ NUMBER($x, style: \"percent\") ->\n    [one] one\n   *[other] other\n }";
    assert_eq!(show("en-US", select, 0.01), "one", "1% is shown");
    assert_eq!(show("en-US", select, 1), "other", "100% is shown");
}

#[test]
fn currencies_and_units_are_found_at_load() {
    let layer = tolken::Layer::new().source(
        "en-US",
        "test.ftl",
        "a = { NUMBER($x, style: \"currency\", currency: \"EUR\") }\n",
    );
    let loaded = Catalog::builder().layer(layer).build().unwrap();
    let findings: Vec<_> = loaded.findings().iter().map(ToString::to_string).collect();
    assert_eq!(
        findings,
        [
            "test.ftl:1:18: error[function-option]: `style` of `NUMBER` cannot be `\"currency\"`; \
             help: write \"decimal\" or \"percent\"; currencies and units are not shown",
            "test.ftl:1:37: error[function-option]: `currency` of `NUMBER` is not supported; \
             help: currencies and units are not shown; write the name beside the number"
        ]
    );
}
