//! Rendering: there is always a text, and what went wrong is told.

use tolken::fluent::{FluentArgs, FluentNumber, FluentNumberOptions, FluentValue};
use tolken::{
    Args, Catalog, Envelope, FaultKind, LanguageIdentifier, Layer, Output, Request, Value,
};

use crate::util::{catalog, faults, render, visible};

#[test]
fn an_unknown_code_is_its_own_text() {
    let message = render("NoSuchCode", &[], "ko");
    assert_eq!(message.text(), "NoSuchCode");
    assert_eq!(message.locale().to_string(), "und");
    assert_eq!(message.status(), None);
    assert_eq!(faults(&message), ["unknown-code NoSuchCode"]);
}

#[test]
fn a_missing_argument_shows_its_name() {
    let message = render("InvalidHashValue", &[], "sv");
    assert_eq!(message.text(), "Hashvärdet {$hash} är ogiltigt.");
    assert_eq!(faults(&message), ["missing-argument hash"]);
}

#[test]
fn particles_beside_a_missing_argument_take_the_double_form() {
    let message = render("MissingRequiredParameter", &[], "ko");
    assert_eq!(
        message.text(),
        "필수 매개 변수 {$parameter}이(가) 누락되었습니다."
    );
    assert_eq!(faults(&message), ["missing-argument parameter"]);
}

#[test]
fn a_missing_selector_takes_the_default() {
    let message = render("ResourceNotFound", &[("resource_id", "7".into())], "nl");
    assert_eq!(message.text(), "De resource 7 is niet gevonden.");
    assert_eq!(faults(&message), ["missing-argument resource_type"]);
}

#[test]
fn an_empty_argument_renders_and_is_told() {
    let message = render("InvalidUrl", &[("url", "".into())], "fr");
    assert_eq!(message.text(), "L’URL  n’est pas valide.");
    assert_eq!(faults(&message), ["empty-argument url"]);
}

#[test]
fn an_unknown_argument_is_told_and_one_of_the_action_alone_is_not() {
    let args = [
        ("received", 3.into()),
        ("allowed", 2.into()),
        ("ulr", "x".into()),
    ];
    let message = render("MaximumBatchSizeExceeded", &args, "en");
    assert_eq!(faults(&message), ["unknown-argument ulr"]);
    let catalog = catalog("en-US", "a = A\n    .action = { $only-here }\n");
    let args = [("only-here", Value::from("x"))];
    assert_eq!(catalog.render(&Request::new("a").args(&args)).faults(), []);
    let mut text = String::new();
    assert_eq!(
        catalog
            .write_to(&Request::new("a").args(&args), &mut text)
            .faults(),
        []
    );
}

#[test]
fn an_enum_takes_its_values_and_no_others() {
    let args = |kind| {
        [
            ("resource_type", Value::from(kind)),
            ("resource_id", "7".into()),
        ]
    };
    assert_eq!(
        render("ResourceNotFound", &args("alert"), "zh").text(),
        "找不到警报 7。"
    );
    let message = render("ResourceNotFound", &args("Alert"), "zh");
    assert_eq!(message.text(), "找不到资源 7。");
    assert_eq!(faults(&message), ["wrong-type resource_type"]);
}

#[test]
fn an_id_that_came_as_a_number_is_never_grouped() {
    let args = [
        ("resource_type", "machine".into()),
        ("resource_id", 123_123_123.into()),
    ];
    let message = render("ResourceNotFound", &args, "ko");
    assert_eq!(message.text(), "컴퓨터 123123123을 찾을 수 없습니다.");
    assert_eq!(faults(&message), ["wrong-type resource_id"]);
}

#[test]
fn an_integer_may_come_as_text_and_no_text_is_one() {
    let args = [
        ("received", Value::from("18446744073709551616")),
        ("allowed", 1.into()),
    ];
    let message = render("MaximumBatchSizeExceeded", &args, "nl");
    assert!(
        message.text().contains(" 18.446.744.073.709.551.616,"),
        "{}",
        message.text()
    );
    assert_eq!(faults(&message), [""; 0]);
    let args = [("received", Value::from("many")), ("allowed", 1.5.into())];
    let message = render("MaximumBatchSizeExceeded", &args, "en");
    assert_eq!(
        message.text(),
        "The maximum batch size was exceeded. Received: many; allowed: 1.5."
    );
    assert_eq!(
        faults(&message),
        ["wrong-type received", "wrong-type allowed"]
    );
}

#[test]
fn what_no_type_takes_is_shown_and_told() {
    for (json, text) in [("true", "true"), ("null", "null"), ("{\"a\":1}", "{…}")] {
        let args: Args = serde_json::from_str(&format!("{{\"url\":{json}}}")).unwrap();
        let message = Catalog::builtin().render(&Request::new("InvalidUrl").args(&args));
        assert_eq!(message.text(), format!("URL {text} is invalid."));
        assert_eq!(faults(&message), ["wrong-type url"]);
    }
}

#[test]
fn a_locale_without_the_message_is_told_and_the_next_one_answers() {
    let layer = Layer::new()
        .source("en-US", "a.ftl", "a = English\nb = English\n")
        .source("fr", "a.ftl", "a = français\nb = français\n")
        .source("fr-CA", "a.ftl", "b = québécois\n")
        .source("sv", "a.ftl", "b = svenska\n");
    let catalog = Catalog::builder()
        .layer(layer)
        .build()
        .unwrap()
        .into_catalog();
    let message = catalog.render(&Request::new("a").range("fr-CA"));
    assert_eq!((message.text(), faults(&message)), ("français", vec![]));
    let message = catalog.render(&Request::new("a").range("sv"));
    assert_eq!(message.text(), "English");
    assert_eq!(
        message.faults()[0].to_string(),
        "locale `sv` has no message `a`"
    );
    let message = catalog.render(&Request::new("a").accept_language("sv, fr-CA;q=0.5"));
    assert_eq!(message.text(), "français");
    assert_eq!(faults(&message), ["missing-message a"]);
    let locales: Vec<LanguageIdentifier> = vec!["sv".parse().unwrap(), "fr-CA".parse().unwrap()];
    let message = catalog.render(&Request::new("a").locales(&locales));
    assert_eq!(message.text(), "français");
}

#[test]
fn a_locale_that_matches_nothing_is_told() {
    for range in [
        "ja", "zh-TW", "zh-Hant", "no", "x", "", "de_DE", "ko-KR\n", "💥",
    ] {
        let message = render("NotFound", &[], range);
        assert_eq!(message.locale().to_string(), "en-US", "{range:?}");
        assert_eq!(
            message.faults()[0].kind,
            FaultKind::UnknownLocale,
            "{range:?}"
        );
    }
    let message =
        Catalog::builtin().render(&Request::new("NotFound").accept_language("ja, zh-TW;q=0.5"));
    assert_eq!(faults(&message), ["unknown-locale ja"]);
    for header in ["", "*", "en;q=0", "ja;q=0"] {
        let request = Request::new("NotFound").accept_language(header);
        assert_eq!(
            Catalog::builtin().render(&request).faults(),
            [],
            "{header:?}"
        );
    }
}

#[test]
fn each_fault_is_told_once() {
    let catalog = catalog("en-US", "a = { $x } { $x } { NUMBER($x) } { $y }\n");
    let message = catalog.render(&Request::new("a"));
    assert_eq!(message.text(), "{$x} {$x} {$x} {$y}");
    assert_eq!(
        faults(&message),
        ["missing-argument x", "missing-argument y"]
    );
}

#[test]
fn attributes_and_labels_render_by_their_names() {
    assert_eq!(
        render("NotFound.action", &[], "fr").text(),
        "Vérifiez le chemin et les identificateurs de la requête."
    );
    assert_eq!(render("label-action", &[], "ko").text(), "권장 조치");
    assert_eq!(
        faults(&render("NotFound.title", &[], "ko")),
        ["unknown-code NotFound.title"]
    );
}

#[test]
fn the_buffer_gets_what_the_message_says() {
    let mut buffer = String::from("> ");
    let catalog = Catalog::builtin();
    let request = Request::new("Forbidden").range("zh");
    let answer = catalog.write_to(&request, &mut buffer);
    assert_eq!(answer.locale().unwrap().to_string(), "zh-CN");
    assert_eq!(buffer, format!("> {}", catalog.render(&request).text()));
    let answer = catalog.write_to(&Request::new("Nope"), &mut buffer);
    assert_eq!(answer.locale(), None);
    assert!(buffer.ends_with("Nope"));
}

#[test]
fn an_interface_gets_isolates_and_the_particle_is_that_of_the_value() {
    let args = [("hash", Value::from("abb01"))];
    let request = Request::new("InvalidHashValue").args(&args).range("ko");
    let catalog = Catalog::builtin();
    let text = catalog.render(&request.output(Output::Ui)).into_text();
    assert_eq!(
        visible(&text),
        "해시 값 \\u{2068}abb01\\u{2069}이 잘못되었습니다."
    );
    let text = catalog.render(&request.output(Output::Text)).into_text();
    assert_eq!(text, "해시 값 abb01이 잘못되었습니다.");
}

#[test]
fn french_words_elide_before_the_value() {
    let catalog = catalog(
        "fr-FR",
        "a = Une copie { ELIDE($x, form: \"de\") }{ $x }.\n",
    );
    let text = |value: &str| {
        let args = [("x", Value::from(value))];
        catalog.render(&Request::new("a").args(&args)).into_text()
    };
    assert_eq!(text("Android"), "Une copie d’Android.");
    assert_eq!(text("Linux"), "Une copie de Linux.");
    assert_eq!(text("« Alerte »"), "Une copie d’« Alerte ».");
    assert_eq!(
        catalog.render(&Request::new("a")).text(),
        "Une copie de {$x}."
    );
}

#[test]
fn a_function_of_the_application_gets_fluent_values() {
    let layer = Layer::new().source(
        "sv-SE",
        "a.ftl",
        "a = { SHOW($x, unit: \"st\", digits: 2) }\nb = { SHOW($x) ->\n    [one] ett\n   *[other] flera\n }\n",
    );
    let loaded = Catalog::builder()
        .layer(layer)
        .function(
            "SHOW",
            |positional: &[FluentValue<'_>], named: &FluentArgs<'_>| match (
                positional.first(),
                named.get("unit"),
            ) {
                (Some(FluentValue::Number(number)), None) => number.clone().into(),
                (Some(FluentValue::Number(number)), Some(FluentValue::String(unit))) => {
                    format!("{} {unit}", number.value).into()
                }
                (Some(FluentValue::String(text)), _) => text.to_string().into(),
                _ => FluentValue::Error,
            },
        )
        .build()
        .unwrap();
    assert!(loaded.findings().is_empty());
    let render = |code: &str, value: Value<'_>| {
        let args = [("x", value)];
        loaded.catalog().render(&Request::new(code).args(&args))
    };
    assert_eq!(render("a", 5.into()).text(), "5 st");
    assert_eq!(render("b", 1.into()).text(), "ett");
    assert_eq!(render("b", 2.into()).text(), "flera");
    let message = render("a", ((1_i64 << 53) + 1).into());
    assert_eq!(message.text(), "9007199254740993");
    assert_eq!(faults(&message), ["lossy-number x"]);
    let message = loaded.catalog().render(&Request::new("a"));
    assert_eq!(message.text(), "{SHOW()}");
    assert_eq!(faults(&message), ["missing-argument x", "wrong-type SHOW"]);
}

#[test]
fn arguments_of_fluent_bundle_are_taken_as_they_are() {
    let mut args = FluentArgs::new();
    args.set("received", FluentValue::from(1500));
    args.set(
        "allowed",
        FluentValue::Number(FluentNumber::new(1000.0, FluentNumberOptions::default())),
    );
    let request = Request::new("MaximumBatchSizeExceeded")
        .args(&args)
        .range("nl");
    let message = Catalog::builtin().render(&request);
    assert_eq!(
        message.text(),
        "De maximale batchgrootte is overschreden. Ontvangen: 1.500, toegestaan: 1.000."
    );
    assert_eq!(message.faults(), []);
}

#[test]
fn an_envelope_reads_back_to_the_same_value_in_every_locale() {
    let catalog = Catalog::builtin();
    for code in catalog.codes() {
        for locale in catalog.locales() {
            let locales = [locale.clone()];
            let message = catalog.render(&Request::new(code.name()).locales(&locales));
            for tracking_id in [None, Some("1fa66c0f-18bd-4133-b378-36d76f3a2ba0")] {
                let envelope = Envelope::new(&message, tracking_id);
                let json = serde_json::to_value(&envelope).unwrap();
                let keys: Vec<_> = json["error"].as_object().unwrap().keys().collect();
                assert_eq!(keys, ["code", "message", "target"]);
                assert_eq!(serde_json::from_value::<Envelope>(json).unwrap(), envelope);
            }
        }
    }
}

#[test]
fn a_catalog_is_shared_between_threads() {
    fn crosses_threads<T: Send + Sync + 'static>(_: &T) {}
    let catalog = Catalog::builtin();
    crosses_threads(&catalog);
    let other = catalog.clone();
    let text = std::thread::spawn(move || {
        other
            .render(&Request::new("NotFound").range("ko"))
            .into_text()
    });
    assert_eq!(text.join().unwrap(), "요청한 항목을 찾을 수 없습니다.");
}

/// A text in pieces, the values in `[ ]`.
#[track_caller]
fn marked(catalog: &Catalog, name: &str, args: &[(&str, Value<'_>)]) -> String {
    let marked = catalog.marked(&Request::new(name).args(&args));
    let pieces = marked.pieces();
    pieces
        .map(|(piece, is_value)| {
            if is_value {
                format!("[{piece}]")
            } else {
                piece.to_owned()
            }
        })
        .collect()
}

#[test]
fn what_comes_from_a_value_is_marked() {
    let catalog = catalog(
        "ko",
        "a = 값 { $x }{ JOSA($x, pair: \"을/를\") } { $y } { NUMBER($n) }{ $none }\n\
         b = { $n }\n\
         c = { NUMBER($n) }\n\
         d = { $x ->\n    [k] 하나 { $y }\n   *[other] { $x }\n} 끝\n\
         e = { LIST($l) }, { -t }, { \"{\" }, { $y ->\n   *[other] 둘\n}\n\
         -t = 용어\n\
         f = { JOSA(LIST($l), pair: \"을/를\") }{ DATETIME($when) }\n",
    );
    let list = Value::List(vec!["가".into(), "나".into()]);
    let args = [
        ("x", Value::from("서버")),
        ("y", Value::from("")),
        ("n", Value::from(1_500)),
        ("l", list),
        ("when", Value::from("2026-03-05")),
    ];
    assert_eq!(
        marked(&catalog, "a", &args),
        "값 [서버]를 [] [1,500]{$none}"
    );
    assert_eq!(marked(&catalog, "b", &args), "[1,500]");
    assert_eq!(marked(&catalog, "c", &args), "[1,500]");
    assert_eq!(marked(&catalog, "d", &args), "[서버] 끝");
    assert_eq!(
        marked(&catalog, "d", &[("x", "k".into()), ("y", "z".into())]),
        "하나 [z] 끝"
    );
    assert_eq!(marked(&catalog, "e", &args), "[가 및 나], 용어, {, 둘");
    assert_eq!(marked(&catalog, "f", &args), "를[2026/3/5]");
    assert_eq!(marked(&catalog, "NoSuchCode", &args), "NoSuchCode");
}

#[test]
fn a_marked_text_is_the_text() {
    let catalog = Catalog::builtin();
    for code in catalog.codes() {
        let args = crate::util::examples(code);
        for locale in catalog.locales() {
            for output in Output::ALL {
                let locales = [locale.clone()];
                let request = Request::new(code.name()).args(&args).locales(&locales);
                let request = request.output(*output);
                let marked = catalog.marked(&request);
                let message = catalog.render(&request);
                assert_eq!(marked.text(), message.text());
                assert_eq!(marked.locale(), Some(message.locale()));
                let pieces: String = marked.pieces().map(|(piece, _)| piece).collect();
                assert_eq!(pieces, marked.text());
            }
        }
    }
}
