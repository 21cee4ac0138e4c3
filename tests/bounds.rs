//! How long what is rendered may be.

use tolken::fluent::FluentValue;
use tolken::{Catalog, FaultKind, Layer, Limits, Message, Output, Request, Value};

fn catalog(ftl: &str, limits: Limits) -> Catalog {
    let layer = Layer::new()
        .manifest(
            "catalog.toml",
            "[codes.A.args.secret]\ntype = \"string\"\nsensitive = true\n",
        )
        .source("ko-KR", "a.ftl", ftl);
    let builder = Catalog::builder().layer(layer).limits(limits);
    builder
        .function("LONG", |_, _| FluentValue::from("길".repeat(100_000)))
        .build()
        .unwrap()
        .into_catalog()
}

fn faults(message: &Message) -> Vec<String> {
    message.faults().iter().map(ToString::to_string).collect()
}

#[test]
fn a_long_argument_is_cut_in_every_output() {
    let text = "글".repeat(1 << 19);
    let args = [("url", Value::from(&text))];
    for output in Output::ALL {
        let request = Request::new("InvalidUrl")
            .args(&args)
            .range("ko")
            .output(*output);
        let message = Catalog::builtin().render(&request);
        assert_eq!(
            faults(&message),
            ["`url` is longer than the limit, and was cut"]
        );
        let most = Limits::default().argument_bytes;
        let kept = message.text().matches('글').count() * 3;
        assert!((most - 3..=most).contains(&kept), "{kept} in {output:?}");
        assert_eq!(message.text().matches('…').count(), 1);
        let end = match output {
            Output::Ui => "…\u{2069}",
            Output::Html => "…</bdi>",
            _ => "…",
        };
        assert!(message.text().ends_with(end), "{output:?}");
    }
}

#[test]
fn what_fits_is_not_cut() {
    let limits = Limits {
        argument_bytes: 6,
        ..Limits::default()
    };
    let catalog = catalog("A = { $x }{ JOSA($x, pair: \"이/가\") }\n", limits);
    let args = [("x", Value::from("한글"))];
    let message = catalog.render(&Request::new("A").args(&args));
    assert_eq!(message.text(), "한글이");
    assert!(message.faults().is_empty());
    // The particle is that of what is shown.
    let args = [("x", Value::from("서버 파일"))];
    let message = catalog.render(&Request::new("A").args(&args));
    assert_eq!(message.text(), "서버…가");
}

#[test]
fn a_text_ends_where_it_is_full() {
    let catalog = catalog(
        &format!("A = {}\n", "{ $x }".repeat(10_000)),
        Limits::default(),
    );
    let text = "글".repeat(20_000);
    let args = [("x", Value::from(&text))];
    for output in Output::ALL {
        let request = Request::new("A").args(&args).output(*output);
        let message = catalog.render(&request);
        assert!(message.text().len() < 2 << 20, "{}", message.text().len());
        assert!(message.text().ends_with('…'));
        assert_eq!(
            faults(&message),
            ["`A` is longer than the limit, and was cut"]
        );
        let count = |mark| message.text().matches(mark).count();
        assert_eq!(count("\u{2068}"), count("\u{2069}"));
        assert_eq!(count("<bdi>"), count("</bdi>"));
    }
}

#[test]
fn what_a_buffer_holds_already_does_not_count() {
    let limits = Limits {
        text_bytes: 8,
        ..Limits::default()
    };
    let catalog = catalog("A = 한글\n", limits);
    let mut buffer = "x".repeat(100);
    let answer = catalog.write_to(&Request::new("A"), &mut buffer);
    assert!(buffer.ends_with("x한글"));
    assert!(answer.faults().is_empty());
}

#[test]
fn lists_functions_and_nothing_at_all_are_cut_too() {
    let limits = Limits {
        argument_bytes: 10,
        ..Limits::default()
    };
    let catalog = catalog("A = { $x }\nB = { LONG() }\n", limits);
    let items: Vec<_> = (0..1_000).map(|_| Value::from("한글")).collect();
    let args = [("x", Value::from(items))];
    let message = catalog.render(&Request::new("A").args(&args));
    assert_eq!(message.text(), "한글 및 …");
    assert_eq!(message.faults()[0].kind, FaultKind::TooLong);
    let message = catalog.render(&Request::new("B"));
    assert_eq!(message.text(), "길길길…");
    assert_eq!(
        faults(&message),
        ["`LONG` is longer than the limit, and was cut"]
    );

    let limits = Limits {
        argument_bytes: 0,
        text_bytes: 0,
        ..Limits::default()
    };
    let catalog = self::catalog("A = { $x } { $y }\n", limits);
    let args = [("x", Value::from("한")), ("y", Value::from("글"))];
    let message = catalog.render(&Request::new("A").args(&args));
    assert_eq!(message.text(), "……");
}

#[test]
fn a_secret_stays_one_however_long() {
    let catalog = catalog("A = { $secret }\n", Limits::default());
    let secret = "글".repeat(100_000);
    let args = [("secret", Value::from(&secret))];
    let message = catalog.render(&Request::new("A").args(&args).output(Output::Log));
    assert_eq!(message.text(), "[redacted]");
}
