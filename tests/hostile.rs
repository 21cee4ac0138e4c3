//! Input that once did harm, each with what it did.

use std::collections::HashMap;
use std::fmt::Write;

use tolken::{Arguments, Catalog, Layer, Limits, Output, Request, Rule, Value};

use crate::util::faults;

/// Loads one file beside one good message, which must survive.
fn load(ftl: &str) -> tolken::Loaded {
    let layer = Layer::new()
        .source("sv-SE", "a.ftl", ftl)
        .source("sv-SE", "z.ftl", "Bra = Bra.\n");
    let loaded = Catalog::builder().layer(layer).build().unwrap();
    for name in loaded.catalog().names() {
        for output in Output::ALL {
            let _ = loaded.catalog().render(&Request::new(name).output(*output));
        }
    }
    assert_eq!(loaded.catalog().render(&Request::new("Bra")).text(), "Bra.");
    loaded
}

/// It panicked in rendering, or while loading, or made a template that held itself.
#[test]
fn a_choice_without_a_default_is_no_message() {
    for ftl in [
        "a = { $x ->\n *}\n",
        "a = { 1 ->\n *}\n",
        "a = { -t }\n-t = { $x ->\n *}\n",
        "a = { $x ->\n *[o] { $y ->\n *}\n }\n",
        "a = { $x ->\n [a] b\n *}\n",
        "a = A\n    .b = { $x ->\n *}\n",
    ] {
        let loaded = load(ftl);
        assert!(
            loaded.findings().iter().any(|f| f.rule() == Rule::Syntax),
            "{ftl}"
        );
        // What is lost is the text with the choice, and not the one before it.
        let text = loaded.catalog().render(&Request::new("a"));
        let expected = if ftl.starts_with("a = A") { "A" } else { "a" };
        let is_reference = ftl.contains("-t");
        assert!(is_reference || text.text() == expected, "{ftl}");
        assert!(!loaded.catalog().contains("a.b"), "{ftl}");
    }
}

/// It panicked in the parser: four bytes behind `\u` were cut out of a character.
#[test]
fn an_escape_may_be_cut_short_by_any_character() {
    for ftl in [
        "a = { \"\\u한\" }\n",
        "a = { \"\\U0000é\" }\n",
        "a = A\n    .b = { \"\\u12é\" }\n",
    ] {
        load(ftl);
    }
}

/// It took 9 GB: what a reference copies was not counted unless it was text.
#[test]
fn what_references_copy_is_counted_whatever_it_is() {
    let mut ftl = format!("-t = {{ NUMBER(1 {}) }}\n", "1 ".repeat(40_000));
    writeln!(ftl, "a = {}", "{ -t }".repeat(4_900)).unwrap();
    let loaded = load(&ftl);
    assert!(
        loaded
            .findings()
            .iter()
            .any(|finding| finding.rule() == Rule::Expansion)
    );
    let variant = format!("t = {{ $y ->\n *[x{}] x\n }}\n", "x".repeat(1 << 20));
    let loaded = load(&format!("{variant}a = {}\n", "{ t }".repeat(3_000)));
    assert!(
        loaded
            .findings()
            .iter()
            .any(|finding| finding.rule() == Rule::Expansion)
    );
}

/// It made 20 million findings of one circle.
#[test]
fn a_circle_is_told_once_for_each_reference() {
    let loaded = load(&format!(
        "a = {}\nb = {}\n",
        "{ b }".repeat(50),
        "{ a }".repeat(50)
    ));
    assert_eq!(loaded.findings().len(), 100);
}

/// It took time by the square of what one message holds.
#[test]
fn a_message_of_many_attributes_and_variants_loads() {
    let mut ftl = String::from("a = A\n");
    for index in 0..20_000 {
        writeln!(ftl, "    .a{index} = A").unwrap();
    }
    ftl.push_str("b = { $x ->\n");
    for index in 0..5_000 {
        writeln!(ftl, "    [v{index}] V").unwrap();
    }
    ftl.push_str("   *[o] O\n  }\n");
    assert_eq!(load(&ftl).findings().len(), 0);
}

/// It took gigabytes: each locale had room for the messages of all.
#[test]
fn a_thousand_locales_cost_what_they_hold() {
    let mut layer = Layer::new();
    for index in 0..1_200_u32 {
        let letter = |n: u32| char::from(b'a' + u8::try_from(n % 26).unwrap());
        let tag = format!(
            "{}{}{}",
            letter(index),
            letter(index / 26),
            letter(index / 676)
        );
        layer = layer.source(&tag, "a.ftl", format!("m{index} = M\n"));
    }
    let loaded = Catalog::builder().layer(layer).build().unwrap();
    assert_eq!(loaded.catalog().locales().len(), Limits::default().locales);
    assert!(
        loaded.findings()[0]
            .message()
            .starts_with("there are more than 1000 locales")
    );
}

/// A limit that the stack cannot hold is lowered, also where the parser is called for itself.
#[test]
fn no_limit_lets_the_parser_overflow_the_stack() {
    let source = tolken::Source::new("a.ftl", format!("a = {}\n", "{".repeat(100_000)));
    let limits = Limits {
        nesting: usize::MAX,
        ..Limits::default()
    };
    let (_, findings) = tolken::syntax::parse(&source, &limits);
    assert!(
        findings
            .iter()
            .any(|finding| finding.rule() == Rule::Nesting)
    );
}

/// It was looked for forever.
#[test]
fn arguments_may_lie_about_how_many_they_are() {
    struct Liar;

    impl Arguments for Liar {
        fn len(&self) -> usize {
            usize::MAX
        }

        fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
            (index == 0).then(|| ("url", "x".into()))
        }
    }

    let request = Request::new("InvalidUrl").args(&Liar).range("nl");
    assert_eq!(
        Catalog::builtin().render(&request).text(),
        "De URL x is ongeldig."
    );
    assert_eq!(
        Catalog::builtin()
            .render(&Request::new("NotFound").args(&Liar))
            .faults()
            .len(),
        1
    );
    assert!(format!("{request:?}").contains("url"));
}

/// It overflowed the stack sooner than the caller's own values did.
#[test]
fn lists_in_lists_are_not_followed() {
    let mut value = Value::from("x");
    for _ in 0..1_000 {
        value = Value::from(vec![value]);
    }
    let args = [("url", value)];
    let message = Catalog::builtin().render(&Request::new("InvalidUrl").args(&args));
    assert_eq!(faults(&message), ["wrong-type url"]);
}

/// Faults were searched for each new one, and there was no end of them.
#[test]
fn the_number_of_faults_is_bounded() {
    let args: HashMap<String, Value<'_>> = (0..5_000)
        .map(|index| (format!("a{index}"), Value::from(index)))
        .collect();
    let message = Catalog::builtin().render(&Request::new("NotFound").args(&args));
    assert_eq!(message.faults().len(), 256);
}

/// A sensitive argument was shown in a log when its message was asked for by another name.
#[test]
fn a_sensitive_argument_is_redacted_whatever_the_message_is_called() {
    let manifest = "[codes.\"auth/denied\"]\nmessage = \"denied\"\n\
                    [codes.\"auth/denied\".args]\nuser = { type = \"string\", sensitive = true }\n";
    let layer = Layer::new().manifest("catalog.toml", manifest).source(
        "fr-FR",
        "a.ftl",
        "denied = Refusé à { $user }.\n    .action = Demandez à { $user }.\n",
    );
    let catalog = Catalog::builder()
        .layer(layer)
        .build()
        .unwrap()
        .into_catalog();
    let args = [("user", Value::from("zoé"))];
    for name in ["auth/denied", "denied", "denied.action"] {
        let request = Request::new(name).args(&args).output(Output::Log);
        let message = catalog.render(&request);
        assert!(
            message.text().ends_with("à [redacted]."),
            "{}",
            message.text()
        );
    }
}
