//! Every rule's exact words, at the exact place, for every case of `tests/cases/check`.

use std::path::{Path, PathBuf};

use tolken::Rule;
use tolken::check::{fixed, rules};

use super::case::{check, entries, report};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/check")
}

/// The rules that loading does not look after.
fn checked_rules() -> Vec<String> {
    let is_loading = |id: &str| Rule::LOADING.iter().any(|rule| rule.id() == id);
    let ids = rules().map(|rule| rule.id().to_owned());
    ids.filter(|id| !is_loading(id)).collect()
}

fn cases(rule: &str) -> Vec<PathBuf> {
    let folder = folder().join(rule);
    if folder.is_dir() {
        entries(&folder)
    } else {
        Vec::new()
    }
}

#[test]
fn every_case_has_its_one_finding() {
    let mut wrong = Vec::new();
    for rule in checked_rules() {
        let mut text = String::new();
        for path in cases(&rule) {
            let checked = check(&path);
            let found: Vec<_> = checked.findings().iter().map(ToString::to_string).collect();
            let is_it = matches!(checked.findings(), [only] if only.rule_id() == rule);
            if !is_it {
                wrong.push(format!("{}: {found:#?}", path.display()));
            }
            report(&path, &checked, &mut text);
        }
        insta::with_settings!({
            snapshot_path => folder(),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(rule.as_str(), text);
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case_and_every_folder_is_a_rule() {
    let rules = checked_rules();
    for rule in &rules {
        assert!(!cases(rule).is_empty(), "rule `{rule}` has no case");
    }
    for entry in entries(&folder()) {
        let name = entry.file_stem().unwrap().to_str().unwrap();
        assert!(rules.iter().any(|rule| rule == name), "`{name}` is no rule");
    }
}

#[test]
fn every_sentence_follows_the_grammar_of_messages() {
    for path in checked_rules().iter().flat_map(|rule| cases(rule)) {
        for finding in check(&path).findings() {
            assert!(finding.help().is_some(), "{finding}");
            for sentence in [Some(finding.message()), finding.help()]
                .into_iter()
                .flatten()
            {
                let sentence = sentence.replace("did you mean", "did it mean");
                let first = sentence.chars().next().unwrap();
                assert!(!first.is_uppercase(), "{sentence}");
                assert!(!sentence.ends_with(['.', ' ']), "{sentence}");
                assert_eq!(sentence.matches('`').count() % 2, 0, "{sentence}");
                for word in ["invalid", "illegal", "wrong", "failed", "you "] {
                    assert!(!sentence.contains(word), "{sentence}");
                }
            }
        }
    }
}

/// What a fix puts in does not break the rule that it mends.
#[test]
fn a_fix_mends_its_finding_for_good() {
    for rule in checked_rules() {
        for path in cases(&rule).iter().filter(|path| path.is_file()) {
            let checked = check(path);
            let source = checked.findings()[0].source();
            let Some((text, 1)) = fixed(source, checked.findings()) else {
                continue;
            };
            let tag = path
                .to_str()
                .unwrap()
                .rsplit('.')
                .nth(1)
                .unwrap()
                .to_owned();
            let again = super::check(&[(&tag, &text)]);
            assert!(
                again.findings().is_empty(),
                "{rule}: {text}{:?}",
                again.findings()
            );
        }
    }
}
