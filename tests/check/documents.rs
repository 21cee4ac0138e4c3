//! `docs/RULES.md` describes each rule as it is.

use std::collections::HashMap;

use tolken::check::rules;

const RULES: &str = include_str!("../../docs/RULES.md");

#[test]
fn every_rule_has_a_section_in_order_and_every_section_is_a_rule() {
    let sections = RULES.lines().filter_map(|line| line.strip_prefix("### `"));
    let sections: Vec<_> = sections.filter_map(|line| line.split('`').next()).collect();
    let mut by_group: Vec<_> = rules().collect();
    by_group.sort_by(|a, b| (a.group(), a.id()).cmp(&(b.group(), b.id())));
    let ids: Vec<_> = by_group.iter().map(|rule| rule.id().to_owned()).collect();
    assert_eq!(sections, ids);
}

#[test]
fn every_section_says_the_severity() {
    let mut severities = HashMap::new();
    for line in RULES.lines() {
        if let Some(rest) = line.strip_prefix("### `")
            && let Some((id, severity)) = rest.split_once("` ")
        {
            severities.insert(id, severity);
        }
    }
    for rule in rules() {
        assert_eq!(
            severities.get(rule.id()),
            Some(&rule.severity().name()),
            "{}",
            rule.id()
        );
    }
}

/// The settings that the document shows can be read, and so can its allowance.
#[test]
fn what_is_shown_works() {
    let blocks = |kind: &str| {
        let fence = format!("```{kind}\n");
        let blocks = RULES.split(&fence).skip(1);
        let blocks = blocks.filter_map(|block| block.split("\n```").next());
        blocks.map(|block| format!("{block}\n")).collect::<Vec<_>>()
    };
    let settings = blocks("toml");
    assert_eq!(settings.len(), 2);
    for text in settings {
        let layer = tolken::Layer::new().source("sv-SE", "sv-SE/a.ftl", "a = Saknas.\n");
        let run = tolken::check::Checker::new()
            .layer(layer)
            .settings("check.toml", text);
        let checked = run.run().unwrap();
        assert!(checked.findings().is_empty(), "{:?}", checked.findings());
    }
    for text in blocks("ftl") {
        let checked = super::check(&[("sv-SE", &text)]);
        assert!(checked.findings().is_empty(), "{:?}", checked.findings());
    }
}

/// The lock that the document shows is one, and as `confirm` writes it.
#[test]
fn the_lock_that_is_shown_is_written() {
    const FORMAT: &str = include_str!("../../docs/FORMAT.md");
    let shown = FORMAT.split("```text\n# A comment.\n").nth(1);
    let shown = shown.and_then(|rest| rest.split("```").next()).unwrap();
    let english = "-product = Portal\nUploaded = { $count ->\n    [one] One file\n   *[other] { NUMBER($count) } files\n } in { -product }.\n    .action = Open { -product }.\n";
    let layer = tolken::Layer::new()
        .source("en-US", "en-US/a.ftl", english)
        .source("fr-FR", "fr-FR/a.ftl", english);
    let checker = tolken::check::Checker::new().layer(layer);
    let written = checker.translations().unwrap().confirm(|_| true);
    assert!(written.text().ends_with(shown), "{}", written.text());
}
