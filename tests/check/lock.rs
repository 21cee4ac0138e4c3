//! The lock: what is confirmed is up to date until its source text changes, and nothing else is out
//! of date then.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;
use tolken::check::{Checked, Checker, State, Translations};
use tolken::{Layer, Source};

use super::ids;
use crate::util::cases;

const TAGS: [&str; 3] = ["fr-FR", "ko-KR", "sv-SE"];

/// A text of the source locale, by its name.
#[derive(Clone, Debug)]
struct Text {
    /// Its message, and its attribute or the message's value.
    name: (usize, Option<&'static str>),
    words: Vec<&'static str>,
}

impl Text {
    fn name(&self) -> String {
        match self.name {
            (id, None) => format!("m{id}"),
            (id, Some(attribute)) => format!("m{id}.{attribute}"),
        }
    }
}

/// Texts of words that a lock might take for something else.
fn texts() -> impl Strategy<Value = Vec<Text>> {
    let words = [
        "one",
        "two",
        "=",
        "# x",
        "{ $x }",
        "{ -t }",
        "<<<<<<<",
        "a = b",
        "[x]",
        "{ \"\\u00A0\" }",
        "값",
        "{ NUMBER($x, useGrouping: \"false\") }",
        "{ $x ->\n    [one] a [b\n   *[other] c\n    }",
        "\n    next",
    ];
    let words = prop::collection::vec(prop::sample::select(words.to_vec()), 1..6);
    prop::collection::vec((words, any::<bool>()), 1..8).prop_map(|all| {
        let mut texts = Vec::new();
        for (id, (words, has_action)) in all.into_iter().enumerate() {
            let text = |attribute, words| Text {
                name: (id, attribute),
                words,
            };
            texts.push(text(None, words.clone()));
            if has_action {
                texts.push(text(Some("action"), words));
            }
        }
        texts
    })
}

fn fluent(texts: &[Text]) -> String {
    let mut out = "-t = Term\n".to_owned();
    for text in texts {
        // A value that begins with a bracket would be no value.
        let words = format!("w {}", text.words.join(" "));
        match text.name {
            (id, None) => writeln!(out, "m{id} =\n    {words}").unwrap(),
            (_, Some(attribute)) => writeln!(out, "    .{attribute} = {words}").unwrap(),
        }
    }
    out
}

fn checker(english: &str, lock: Option<&str>) -> Checker {
    let mut layer = Layer::new().source("en-US", "en-US/a.ftl", english);
    for tag in TAGS {
        // Whatever it says: it is there.
        layer = layer.source(tag, format!("{tag}/a.ftl"), english);
    }
    let checker = Checker::new().layer(layer);
    match lock {
        Some(lock) => checker.lock("source.lock", lock),
        None => checker,
    }
}

fn translations(english: &str, lock: Option<&str>) -> Translations {
    checker(english, lock).translations().unwrap()
}

/// The translations that a rule names.
fn named(checked: &Checked, rule: &str) -> BTreeSet<(String, String)> {
    let findings = checked.findings().iter();
    let findings = findings.filter(|finding| finding.rule_id() == rule);
    let named = findings.map(|finding| {
        let locale = finding.locale().unwrap().to_string();
        (locale, finding.code().unwrap().to_owned())
    });
    named.collect()
}

fn of_rules(checked: &Checked) -> [BTreeSet<(String, String)>; 2] {
    ["out-of-date", "unconfirmed"].map(|rule| named(checked, rule))
}

fn shuffled(text: &str, seed: u64) -> String {
    let mut lines: Vec<_> = text.lines().filter(|line| !line.is_empty()).collect();
    let mut state = seed | 1;
    for last in (1..lines.len()).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        lines.swap(last, usize::try_from(state >> 33).unwrap() % (last + 1));
    }
    lines.join("\n")
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn what_is_confirmed_is_out_of_date_when_its_text_changes(
        texts in texts(),
        changed in any::<prop::sample::Index>(),
        seed in any::<u64>(),
    ) {
        let english = fluent(&texts);
        let lock = translations(&english, None).confirm(|_| true).into_text();
        let empty: [BTreeSet<_>; 2] = Default::default();
        let checked = checker(&english, Some(&lock)).run().unwrap();
        prop_assert_eq!(of_rules(&checked), empty.clone(), "{}\n{}", english, lock);
        prop_assert!(!ids(&checked).contains(&"lock"), "{lock}");

        // One word more, at the end of one text.
        let index = changed.index(texts.len());
        let mut later = texts.clone();
        later[index].words.push("more");
        let english = fluent(&later);
        let expected: BTreeSet<_> =
            TAGS.map(|tag| (tag.to_owned(), texts[index].name())).into_iter().collect();
        for lock in [lock.clone(), shuffled(&lock, seed), format!("{lock}{}", shuffled(&lock, seed))] {
            let checked = checker(&english, Some(&lock)).run().unwrap();
            prop_assert_eq!(named(&checked, "out-of-date"), expected.clone(), "{}\n{}", english, lock);
            prop_assert_eq!(named(&checked, "unconfirmed"), BTreeSet::new());
        }

        // One locale reviews it; after a merge of both locks it is the only one.
        let was = translations(&english, Some(&lock));
        let reviewed = was.confirm(|one| *one.locale() == "ko-KR").into_text();
        for lock in [reviewed.clone(), shuffled(&format!("{lock}\n{reviewed}"), seed)] {
            let checked = checker(&english, Some(&lock)).run().unwrap();
            let mut expected = expected.clone();
            expected.remove(&("ko-KR".to_owned(), texts[index].name()));
            prop_assert_eq!(named(&checked, "out-of-date"), expected);
            // What is written does not depend on how the merge went.
            let tidy = translations(&english, Some(&lock)).confirm(|_| true).into_text();
            prop_assert_eq!(tidy, translations(&english, None).confirm(|_| true).into_text());
        }
    }

    #[test]
    fn layout_and_comments_of_the_source_are_no_change(texts in texts()) {
        let english = fluent(&texts);
        let lock = translations(&english, None).confirm(|_| true).into_text();
        let folded = english.replace("{ $x }", "{$x}").replace(" w ", " \n\n      w   ");
        let folded = folded.replace("\nm", "\n\n# A comment\nm").replace(" = ", "    =  ");
        // The equals sign within a text is no layout.
        let folded = folded.replace("a    =  b", "a = b");
        prop_assume!(folded.matches("[other] c").count() == english.matches("[other] c").count());
        let checked = checker(&folded, Some(&lock)).run().unwrap();
        prop_assert_eq!(named(&checked, "out-of-date"), BTreeSet::new(), "{}\n{}", folded, lock);
    }

    #[test]
    fn any_bytes_are_a_lock(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        survive(bytes);
    }

    #[test]
    fn any_lines_are_a_lock(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "fr-FR", " ", "m0", ".action", "-t", "=", " = ", "\n", "w one", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n",
                "|||||||\n", "#", "\r\n", "\u{feff}", "\u{1a}", "{ $x }", "xx-", "\u{85}", "\u{2028}", "`", "\t",
            ]),
            0..80,
        ),
    ) {
        survive(parts.concat().into_bytes());
    }
}

/// Checks and confirms beside a lock of these bytes, and again beside what was written.
fn survive(bytes: Vec<u8>) {
    let (source, _) = Source::from_bytes("source.lock", bytes);
    let english = "-t = Term\nm0 = w one\n    .action = Do.\n";
    let checked = checker(english, Some(source.text())).run().unwrap();
    for finding in checked.findings() {
        assert!(
            finding
                .source()
                .text()
                .get(finding.span().range())
                .is_some(),
            "{finding}"
        );
    }
    let confirmed = translations(english, Some(source.text()))
        .confirm(|_| true)
        .into_text();
    let again = checker(english, Some(&confirmed)).run().unwrap();
    assert!(
        !ids(&again)
            .iter()
            .any(|id| ["lock", "out-of-date", "unconfirmed"].contains(id))
    );
    // Fixes leave what can be mended for certain mended.
    if let Some((mended, _)) = tolken::check::fixed(
        checked
            .findings()
            .iter()
            .find(|finding| finding.fix().is_some() && finding.rule_id() == "lock")
            .map_or(&source, |finding| finding.source()),
        checked.findings(),
    ) {
        let again = checker(english, Some(&mended)).run().unwrap();
        let conflicts = again
            .findings()
            .iter()
            .filter(|finding| finding.message().contains("conflict"));
        assert_eq!(conflicts.count(), 0, "{mended}");
    }
}

#[test]
fn without_a_lock_nothing_is_out_of_date() {
    let english = "a = One\n";
    let checked = checker(english, None).run().unwrap();
    assert_eq!(of_rules(&checked), <[BTreeSet<_>; 2]>::default());
    assert_eq!(checked.progress()[1].out_of_date(), None);
}

#[test]
fn a_term_that_changes_leaves_what_shows_it() {
    let lock = translations("-t = Old\na = See { -t }.\n", None).confirm(|_| true);
    let checked = checker("-t = New\na = See { -t }.\n", Some(lock.text()))
        .run()
        .unwrap();
    let names: BTreeSet<_> = named(&checked, "out-of-date")
        .into_iter()
        .map(|(_, name)| name)
        .collect();
    assert_eq!(names, BTreeSet::from(["-t".to_owned()]));
}

#[test]
fn lines_of_what_is_gone_are_removed_unless_something_cannot_be_read() {
    let lock = translations("a = One\nb = Two\n", None)
        .confirm(|_| true)
        .into_text();
    let gone = translations("a = One\n", Some(&lock)).confirm(|_| false);
    assert_eq!(gone.gone(), 3);
    assert!(!gone.text().contains(" b = "), "{}", gone.text());

    let broken = translations("a = One\nb = { Two\n", Some(&lock)).confirm(|_| false);
    assert_eq!((broken.gone(), broken.text()), (0, lock.as_str()));
}

#[test]
fn each_translation_has_its_state() {
    let layer = Layer::new()
        .source(
            "en-US",
            "en-US/a.ftl",
            "a = One\nb = Two\nc = Three\nd = Four\n",
        )
        .source("nl-NL", "nl-NL/a.ftl", "a = Een\nb = Twee\nc = Drie\n");
    let lock = "nl-NL a = One\nnl-NL b = 2\nnl-NL b = II\n";
    let case = Checker::new().layer(layer).lock("source.lock", lock);
    let found = case.clone().translations().unwrap();
    let states: Vec<_> = found
        .all()
        .iter()
        .map(|one| (one.name(), one.state()))
        .collect();
    assert_eq!(
        states,
        [
            ("a", State::Confirmed),
            ("b", State::OutOfDate),
            ("c", State::Unconfirmed),
            ("d", State::Missing),
        ]
    );
    let checked = case.run().unwrap();
    let dutch = &checked.progress()[1];
    assert_eq!(
        (dutch.texts(), dutch.translated(), dutch.missing()),
        (4, 3, 1)
    );
    assert_eq!(
        (dutch.out_of_date(), dutch.unconfirmed()),
        (Some(1), Some(1))
    );
    // Nothing is confirmed that nobody has asked for, and nothing that is not there.
    let text = found
        .confirm(|one| one.name() == "c" || one.name() == "d")
        .into_text();
    let lines: Vec<_> = text.lines().filter(|line| line.starts_with("nl")).collect();
    assert_eq!(
        lines,
        [
            "nl-NL a = One",
            "nl-NL b = 2",
            "nl-NL b = II",
            "nl-NL c = Three"
        ]
    );
}

/// Findings are bounded, however many lines are none.
#[test]
fn nothing_but_mistakes_is_read_to_the_end() {
    let lock = "<<<<<<< a\nnonsense\nxx-XX a = b\n".repeat(20_000);
    let checked = checker("a = One\n", Some(&lock)).run().unwrap();
    assert!(
        checked.findings().len() < 2_000,
        "{}",
        checked.findings().len()
    );
}
