//! Every finding's exact words, at the exact place, for every case of `tests/cases/findings`.

use std::path::{Path, PathBuf};

use tolken::Rule;

use super::case::{Case, entries};
use super::report;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/findings")
}

fn cases(rule: Rule) -> Vec<PathBuf> {
    let folder = folder().join(rule.id());
    if folder.is_dir() {
        entries(&folder)
    } else {
        Vec::new()
    }
}

#[test]
fn every_finding_reads_as_reviewed() {
    for &rule in Rule::LOADING {
        let mut text = String::new();
        for path in cases(rule) {
            let case = Case::load(&path);
            let mut findings = case.loaded.findings().iter();
            let is_found = findings.any(|finding| finding.rule() == rule);
            assert!(is_found, "{} breaks no rule `{}`", case.name, rule.id());
            report::write(&case, &mut text);
        }
        insta::with_settings!({
            snapshot_path => folder(),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(rule.id(), text);
        });
    }
}

#[test]
fn every_rule_has_a_case_and_every_folder_is_a_rule() {
    for &rule in Rule::LOADING {
        assert!(!cases(rule).is_empty(), "rule `{}` has no case", rule.id());
    }
    for entry in entries(&folder()) {
        let name = entry.file_stem().unwrap().to_str().unwrap();
        let is_rule = Rule::LOADING.iter().any(|rule| rule.id() == name);
        assert!(is_rule, "`{name}` is no rule");
    }
}

/// The grammar of messages: lower case, no full stop, one line, no name in other quotes than
/// backticks, and a help for all that is to be mended.
#[test]
fn every_sentence_follows_the_grammar_of_messages() {
    for path in Rule::LOADING.iter().flat_map(|&rule| cases(rule)) {
        let case = Case::load(&path);
        for finding in case.loaded.findings() {
            let sentences = [Some(finding.message()), finding.help()];
            for sentence in sentences.into_iter().flatten() {
                let first = sentence.chars().next().unwrap();
                assert!(!first.is_uppercase(), "{sentence}");
                assert!(
                    !sentence.ends_with('.') && !sentence.ends_with(' '),
                    "{sentence}"
                );
                assert!(!sentence.contains(char::is_control), "{sentence}");
                // A backtick in a backticked string cannot be told apart, and does not occur.
                assert_eq!(sentence.matches('`').count() % 2, 0, "{sentence}");
                for word in ["invalid", "illegal", "wrong", "failed", "you "] {
                    let is_toml = finding.rule() == Rule::Manifest && word == "invalid";
                    assert!(is_toml || !sentence.contains(word), "{sentence}");
                }
            }
            let needs_help = finding.rule() != Rule::Override;
            assert_eq!(finding.help().is_some(), needs_help, "{finding}");
            let text = finding.source().text();
            assert!(
                text.is_char_boundary(finding.span().start().min(text.len())),
                "{finding}"
            );
            assert!(
                text.is_char_boundary(finding.span().end().min(text.len())),
                "{finding}"
            );
        }
    }
}
