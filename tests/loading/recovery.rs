//! Whatever one entry is like, the entries around it are read.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use tolken::syntax::{self, Entry};
use tolken::{Limits, Rule, Source};

/// The middle of an entry that somebody was still writing.
fn torn() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "{",
        "}",
        "{ ",
        " }",
        "(",
        ")",
        "NUMBER(",
        ", ",
        ": ",
        "\"",
        "\\u12",
        "\\",
        "é",
        "값",
        "$x",
        "-t",
        "a",
        ".b",
        " ->",
        "\n    [one] ",
        "\n   *[other] ",
        "\n    .action = ",
        "\n",
        "\r\n",
        "\n}",
        "\t",
        "\u{A0}",
        "1.",
        "=",
    ]);
    vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

/// The same cases on every machine.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2),
        ..ProptestConfig::with_cases(2000)
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_entries_around_a_torn_one_are_read(torn in torn()) {
        let text = format!("before = Before.\ntorn = {torn}\nafter = After.\n-after-term = Term.\n");
        let source = Source::new("errors.ftl", text);
        let (resource, findings) = syntax::parse(&source, &Limits::default());
        let ids: Vec<_> = resource.entries.iter().filter_map(|entry| match entry {
            Entry::Message(message) | Entry::Term(message) => Some(source.slice(message.id)),
            Entry::Comment(_) | Entry::Junk(_) => None,
        }).collect();
        for id in ["before", "after", "after-term"] {
            prop_assert!(ids.contains(&id), "{id} of {:?}", source.text());
        }
        // What is not read is found, at a place in the text.
        let junk = resource.entries.iter().any(|entry| matches!(entry, Entry::Junk(_)));
        let errors: Vec<_> = findings.iter().filter(|finding| finding.rule() == Rule::Syntax).collect();
        prop_assert_eq!(junk, !errors.is_empty());
        for finding in errors {
            prop_assert!(source.text().get(finding.span().range()).is_some(), "{finding}");
            prop_assert!((2..=source.text().lines().count()).contains(&finding.position().line));
        }
    }
}
