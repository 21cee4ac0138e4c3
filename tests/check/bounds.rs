//! Any bytes give findings, in time, and never a panic.

use std::fmt::Write as _;

use proptest::prelude::*;
use tolken::check::{Checker, fixed};
use tolken::{Layer, Source};

use super::check;

/// Checks bytes beside a catalog that has all that rules look for.
fn survive(bytes: Vec<u8>) {
    let (source, _) = Source::from_bytes("sv-SE/a.ftl", bytes);
    let english = "a = URL { $url } of { $n ->\n    [one] One\n   *[other] { $n }\n } <b>x</b>.\n    .action = Do.\n-t = { $x }\n";
    for tag in ["sv-SE", "ko-KR", "zh-CN", "fr-FR", "nl-NL", "ar"] {
        let layer = Layer::new()
            .manifest(
                "catalog.toml",
                "[codes.a]\nargs.url = { type = \"string\" }\n",
            )
            .source("en-US", "en-US/a.ftl", english)
            .source(tag, format!("{tag}/a.ftl"), source.text());
        let checked = Checker::new().layer(layer).run().unwrap();
        for finding in checked.findings() {
            let text = finding.source().text();
            // At the end of a file there is nothing to point at, so a place may lie behind it.
            let end = finding.span().end().min(text.len());
            let start = finding.span().start().min(end);
            assert!(text.get(start..end).is_some(), "{finding}");
            _ = fixed(finding.source(), checked.findings());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_bytes_survive(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survive(bytes);
    }

    #[test]
    fn any_fluent_survives(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "a", " = ", "\n", "    ", ".action", "{ ", " }", "$url", "$n", " ->\n", "[one]", "*[other]", "-t",
                "(x: \"y\")", "NUMBER(", ")", "\"", "이", "가 ", "대 한", "域名", "，", " ", "'", "«", "»", ":", "!",
                "domän namn", "<b>", "</b>", "\u{a0}", "# tolken: allow tab: x", "\t", "\u{202e}", "e\u{301}", "\r\n",
                "IP adress", "未找到", "de ", "l’", "the ", "\u{feff}", "İ", "ſ",
            ]),
            0..60,
        ),
    ) {
        survive(parts.concat().into_bytes());
    }
}

/// Findings are bounded, however many mistakes there are, and told in time that grows with the file.
#[test]
fn nothing_but_mistakes_is_checked_in_time() {
    let mut text = String::new();
    for number in 0..4_000 {
        let line = "Domän namn\u{202e} the";
        writeln!(text, "a{number} = {line} {{ $x{number} }} IP adress 'x'.").unwrap();
    }
    let english = text.replace("Domän", "No");
    let started = std::time::Instant::now();
    let checked = check(&[("en-US", &english), ("sv-SE", &text)]);
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    assert!(checked.findings().len() < 10_000);
}

/// A long line of what almost matches costs no more than its length.
#[test]
fn one_long_text_is_checked_in_time() {
    for part in [
        "domän namn",
        "대 한 ",
        "{ $x }이 ",
        "« ",
        "a' ",
        "IP: en ",
        "未找到,",
        "the ",
        "%s $x ",
    ] {
        let text = format!("a = {}\n", part.repeat(2_000));
        for tag in ["sv-SE", "ko-KR", "zh-CN", "fr-FR"] {
            check(&[("en-US", "a = x { $x }\n"), (tag, &text)]);
        }
    }
}

/// Each attribute was held against all that its message has.
#[test]
fn a_message_of_many_attributes_is_checked() {
    let mut text = String::from("a = A { $x }\n");
    for number in 0..30_000 {
        writeln!(text, "    .a{number} = A {{ $x{number} }}").unwrap();
    }
    let checked = check(&[("en-US", &text), ("sv-SE", &text)]);
    assert!(
        checked
            .findings()
            .iter()
            .all(|it| it.severity() == tolken::Severity::Note)
    );
}
