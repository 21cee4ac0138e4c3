//! The form of a language's rules in TOML.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::check::settings::Level;

/// A file of a language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LanguageFile {
    pub(super) rule: Vec<RuleData>,
}

/// A rule as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::check) struct RuleData {
    pub(in crate::check) id: String,
    pub(super) severity: Level,
    /// What must not be there. The group `at` is the place, and what a fix replaces.
    #[serde(default)]
    pub(super) pattern: Option<String>,
    /// Words, and what to write in their place; a star at the end stands for any ending.
    #[serde(default)]
    pub(super) words: BTreeMap<String, String>,
    /// What is right all the same, wherever it overlaps.
    #[serde(default)]
    pub(super) except: Vec<String>,
    /// Messages that are left alone; a star at the end stands for any ending.
    #[serde(default)]
    pub(super) skip: Vec<String>,
    /// `{match}` stands for what was found, `{fix}` for what to write.
    pub(super) message: String,
    pub(super) help: String,
    /// What takes the place, where that is certain; `${name}` is a group.
    #[serde(default)]
    pub(super) fix: Option<String>,
    /// The same, by what was found at the place.
    #[serde(default)]
    pub(super) fixes: BTreeMap<String, String>,
    /// Texts that are right.
    #[serde(default)]
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "examples are for readers and tests")
    )]
    pub(super) good: Vec<String>,
    /// Texts in which it finds one fault.
    #[serde(default)]
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "examples are for readers and tests")
    )]
    pub(super) bad: Vec<String>,
}
