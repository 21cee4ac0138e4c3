//! Limits: what is too deep, too long or too large is left out, and costs little.

use std::fmt::Write as _;

use tolken::{Catalog, FaultKind, Layer, Limits, Loaded, Request, Rule, Source, syntax};

use super::build;

fn source(text: impl Into<String>) -> Layer {
    Layer::new().source("en-US", "errors.ftl", text)
}

fn rules(loaded: &Loaded) -> Vec<Rule> {
    loaded
        .findings()
        .iter()
        .map(tolken::Finding::rule)
        .collect()
}

#[test]
fn the_defaults_are_as_documented() {
    let limits = Limits::default();
    assert_eq!(limits.file_bytes, 16 * 1024 * 1024);
    assert_eq!(limits.nesting, 32);
    assert_eq!(limits.depth, 64);
    assert_eq!(limits.parts, 10_000);
    assert_eq!(limits.expansion, 256 * 1024);
    assert_eq!(limits.expansion_total, 16 * 1024 * 1024);
    assert_eq!(limits.locales, 1_000);
    assert_eq!(limits.total_bytes, 256 * 1024 * 1024);
    assert_eq!(limits.entries, 1_000_000);
    assert_eq!(limits.name_bytes, 256);
    assert_eq!(limits.argument_bytes, 64 * 1024);
    assert_eq!(limits.text_bytes, 1024 * 1024);
    assert_eq!(limits.findings, 1_000);
    assert_eq!(limits.findings_total, 100_000);
}

#[test]
fn placeables_nest_as_deep_as_the_limit() {
    let nested = |depth| {
        format!(
            "Deep = {}$x{}\nKept = Kept.\n",
            "{".repeat(depth),
            "}".repeat(depth)
        )
    };
    assert!(rules(&build([source(nested(32))])).is_empty());
    assert_eq!(rules(&build([source(nested(33))])), [Rule::Nesting]);
}

#[test]
fn a_hundred_thousand_brackets_do_no_harm() {
    for bracket in ["{", "{ F(", "{ $x -> \n *[o] "] {
        let text = format!("Broken = {}\nKept = Kept.\n", bracket.repeat(100_000));
        let loaded = build([source(text)]);
        assert_eq!(super::text(&loaded, "Kept"), "Kept.");
        assert_eq!(rules(&loaded), [Rule::Nesting]);
    }
}

#[test]
fn a_chain_of_thirty_two_references_is_followed() {
    let chain = |last: usize| {
        let links = (0..last).map(|n| format!("m{n:03} = {{ m{:03} }}\n", n + 1));
        links.collect::<String>() + &format!("m{last:03} = The end.\n")
    };
    let loaded = build([source(chain(32))]);
    assert!(loaded.findings().is_empty());
    assert_eq!(super::text(&loaded, "m000"), "The end.");
    let loaded = build([source(chain(33))]);
    assert_eq!(rules(&loaded), [Rule::Expansion]);
    assert_eq!(loaded.findings()[0].code(), Some("m000"));
    assert_eq!(super::text(&loaded, "m001"), "The end.");
    let message = loaded.catalog().render(&Request::new("m000"));
    assert_eq!(message.text(), "{m033}");
    assert_eq!(message.faults()[0].kind, FaultKind::Cycle);
}

#[test]
fn a_billion_laughs_end_early() {
    let mut text = "l0 = lol\n".to_owned();
    for level in 1..30 {
        let reference = format!("{{ l{} }}", level - 1);
        writeln!(text, "l{level} = {}", reference.repeat(10)).unwrap();
    }
    text += "Kept = Kept.\n";
    let loaded = build([source(text)]);
    assert!(rules(&loaded).iter().all(|rule| *rule == Rule::Expansion));
    assert_eq!(loaded.findings().len(), 26);
    assert_eq!(super::text(&loaded, "l3").len(), 3000);
    assert_eq!(super::text(&loaded, "Kept"), "Kept.");
    let message = loaded.catalog().render(&Request::new("l29"));
    assert!(message.text().len() < 40_000);
    assert_eq!(message.faults()[0].kind, FaultKind::Cycle);
}

/// Each message alone is within its limit.
#[test]
fn many_messages_of_one_long_text_end_at_the_limit_of_the_locale() {
    let mut text = format!("long = {}\n", "x".repeat(1000));
    for n in 0..100 {
        writeln!(text, "user{n:02} = {{ long }}").unwrap();
    }
    let limits = Limits {
        expansion_total: 50_000,
        ..Limits::default()
    };
    let build = |layer| {
        Catalog::builder()
            .layer(layer)
            .limits(limits)
            .build()
            .unwrap()
    };
    let loaded = build(source(text.clone()));
    assert!((45..=55).contains(&loaded.findings().len()));
    // Another locale has room of its own.
    let both = source(text).source("sv-SE", "s.ftl", "long = Lång.\nuser00 = { long }\n");
    assert_eq!(super::text_in(&build(both), "user00", "sv"), "Lång.");
}

#[test]
fn a_text_exactly_as_long_as_the_limit_is_copied() {
    let text = format!(
        "long = {}\nUser = {{ long }}\nTwice = {{ long }}{{ long }}\n",
        "x".repeat(100)
    );
    let limits = Limits {
        expansion: 100,
        ..Limits::default()
    };
    let loaded = Catalog::builder()
        .layer(source(text))
        .limits(limits)
        .build()
        .unwrap();
    assert!(loaded.findings().is_empty(), "{:?}", loaded.findings());
    assert_eq!(super::text(&loaded, "User").len(), 100);
}

/// What is cut off is never silent: every text that lacks a part has a fault.
#[test]
fn a_message_that_is_cut_has_a_fault_in_every_variant() {
    let text = "\
Broken = { $n ->
    [one] { $a } { $b } { $c }
    [two] { $a } { $b } { $c }
   *[other] { $a } { $b } { $c }
}
";
    let limits = Limits {
        parts: 8,
        ..Limits::default()
    };
    let loaded = Catalog::builder()
        .layer(source(text))
        .limits(limits)
        .build()
        .unwrap();
    assert_eq!(rules(&loaded), [Rule::Expansion]);
    for (n, is_cut) in [(1, false), (5, true)] {
        let args = [
            ("n", n.into()),
            ("a", "A".into()),
            ("b", "B".into()),
            ("c", "C".into()),
        ];
        let message = loaded.catalog().render(&Request::new("Broken").args(&args));
        let has_fault = message
            .faults()
            .iter()
            .any(|fault| fault.kind == FaultKind::Cycle);
        assert_eq!(has_fault, is_cut, "{message:?}");
        assert!(!message.text().is_empty());
    }
}

/// A limit of nothing is a limit.
#[test]
fn limits_of_zero_leave_plain_texts() {
    let limits = Limits {
        nesting: 0,
        depth: 0,
        parts: 1,
        expansion: 0,
        expansion_total: 0,
        ..Limits::default()
    };
    let text = "Kept = Kept.\nBroken = { $x }\n";
    let loaded = Catalog::builder()
        .layer(source(text))
        .limits(limits)
        .build()
        .unwrap();
    assert_eq!(super::text(&loaded, "Kept"), "Kept.");
    assert_eq!(rules(&loaded), [Rule::Nesting]);
}

#[test]
fn a_file_of_nothing_but_mistakes_costs_in_proportion() {
    for line in [
        "x = {\n",
        "x = { F(\n",
        "x\n",
        "{\n",
        ".a = {\n",
        " .a = {\n",
        "x = { \"\\u12é\" }\n",
        "<<<<<<<\n",
    ] {
        let source = Source::new("errors.ftl", line.repeat(20_000));
        let (_, findings) = syntax::parse(&source, &Limits::default());
        assert!(!findings.is_empty());
        assert!(
            findings
                .iter()
                .all(|finding| finding.position().line <= 20_000)
        );
    }
}

#[test]
fn a_manifest_of_nothing_but_mistakes_costs_in_proportion() {
    for line in [
        "x\n",
        "= 5\n",
        "[codes\n",
        "[codes.X]\n",
        "a = 'x\n",
        "<<<<<<<\n",
    ] {
        let layer = source("Kept = Kept.\n").manifest("catalog.toml", line.repeat(5_000));
        assert!(!build([layer]).findings().is_empty());
    }
}
