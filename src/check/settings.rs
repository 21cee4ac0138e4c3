//! The settings of a project, `check.toml`: which rules count how much, and the words of its trade.
//!
//! Owns the file's form. What the words mean is known to the rules alone.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use unic_langid::LanguageIdentifier;

use super::language::{RuleData, Table};
use super::nearest::nearest;
use crate::finding::{Finding, Rule, Severity};
use crate::findings::Findings;
use crate::source::{Source, Span};

/// The settings as read; without a file, those that fit every project.
#[derive(Debug, Default)]
pub(super) struct Settings {
    file: File,
    /// The rules of languages that the project adds.
    pub(super) table: Table,
}

/// How much a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Level {
    Off,
    Note,
    Warning,
    Error,
}

impl Level {
    pub(super) fn severity(self) -> Option<Severity> {
        match self {
            Level::Off => None,
            Level::Note => Some(Severity::Note),
            Level::Warning => Some(Severity::Warning),
            Level::Error => Some(Severity::Error),
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    rules: BTreeMap<Spanned<String>, Level>,
    words: Words,
    locales: BTreeMap<Spanned<String>, Local>,
    rule: Vec<Spanned<OwnRule>>,
}

/// The words of a project's trade.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Words {
    /// Words that every locale keeps.
    protected: Vec<String>,
    /// Words that every locale keeps where they stand in quotes.
    protected_in_quotes: Vec<String>,
    /// English words that may stand in any locale.
    english: Vec<String>,
}

/// What one locale has of its own.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Local {
    rules: BTreeMap<Spanned<String>, Level>,
    /// Protected words that this locale translates.
    translated: Vec<String>,
    english: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct OwnRule {
    language: String,
    #[serde(flatten)]
    data: RuleData,
}

impl Settings {
    /// Reads settings; a mistake in them is a finding, and what stands beside it counts.
    pub(super) fn read(source: &Source, findings: &mut Findings) -> Self {
        let mut settings = Settings::default();
        let file: File = match toml::from_str(source.text()) {
            Ok(file) => file,
            Err(error) => {
                findings.push(
                    Finding::new(Rule::Settings, source, span(error.span()))
                        .with_message(format!(
                            "the settings cannot be read: {}",
                            said(error.message())
                        ))
                        .with_help("write them as docs/RULES.md shows; none of the file is used"),
                );
                return settings;
            }
        };
        for own in &file.rule {
            let OwnRule { language, data } = own.get_ref();
            if let Err(why) = settings.table.add(language, data) {
                findings.push(
                    Finding::new(Rule::Settings, source, span(Some(own.span())))
                        .with_message(format!("rule `{}` cannot be used: {why}", data.id))
                        .with_help("correct it as docs/RULES.md shows; it was left out"),
                );
            }
        }
        let known: Vec<String> = super::rules()
            .map(|rule| rule.id().to_owned())
            .chain(settings.table.ids().map(str::to_owned))
            .collect();
        let is_known: HashSet<&str> = known.iter().map(String::as_str).collect();
        let of_locales = file.locales.values().flat_map(|local| local.rules.keys());
        for id in file.rules.keys().chain(of_locales) {
            if is_known.contains(id.get_ref().as_str()) {
                continue;
            }
            let near = nearest(id.get_ref(), known.iter().map(String::as_str));
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "docs/RULES.md lists the rules".to_owned(),
            };
            findings.push(
                Finding::new(Rule::Settings, source, span(Some(id.span())))
                    .with_message(format!("there is no rule `{}`", id.get_ref()))
                    .with_help(help),
            );
        }
        for tag in file.locales.keys() {
            if tag.get_ref().parse::<LanguageIdentifier>().is_err() {
                findings.push(
                    Finding::new(Rule::Settings, source, span(Some(tag.span())))
                        .with_message(format!("`{}` is not the name of a locale", tag.get_ref()))
                        .with_help("name it by a language tag such as `ko-KR`"),
                );
            }
        }
        settings.file = file;
        settings
    }

    /// How much a finding counts; `None` when its rule is off.
    pub(super) fn severity(&self, finding: &Finding) -> Option<Severity> {
        let locale = finding.locale().map(ToString::to_string);
        let of_locale = locale
            .and_then(|tag| self.local(&tag))
            .and_then(|local| level(&local.rules, finding.rule_id()));
        match of_locale.or_else(|| level(&self.file.rules, finding.rule_id())) {
            Some(level) => level.severity(),
            None => Some(finding.severity()),
        }
    }

    pub(super) fn protected(&self) -> &[String] {
        &self.file.words.protected
    }

    pub(super) fn protected_in_quotes(&self) -> &[String] {
        &self.file.words.protected_in_quotes
    }

    /// Whether a locale translates a protected word.
    pub(super) fn translates(&self, locale: &LanguageIdentifier, word: &str) -> bool {
        let local = self.local(&locale.to_string());
        local.is_some_and(|local| local.translated.iter().any(|known| known == word))
    }

    /// Whether an English word may stand in a locale, its case aside.
    pub(super) fn may_be_english(&self, locale: &LanguageIdentifier, word: &str) -> bool {
        let is_it = |known: &String| known.eq_ignore_ascii_case(word);
        let local = self.local(&locale.to_string());
        self.file.words.english.iter().any(is_it)
            || local.is_some_and(|local| local.english.iter().any(is_it))
    }

    fn local(&self, tag: &str) -> Option<&Local> {
        let mut locales = self.file.locales.iter();
        locales
            .find(|(known, _)| known.get_ref() == tag)
            .map(|(_, local)| local)
    }
}

/// What serde or TOML says, in our words.
fn said(message: &str) -> String {
    let line = message.lines().collect::<Vec<_>>().join(", ");
    let found = line
        .strip_prefix("invalid type: ")
        .or(line.strip_prefix("invalid value: "));
    match found.and_then(|found| found.split_once(", expected ")) {
        Some((found, expected)) => format!("expected {expected}, but found {found}"),
        None => line.replace("invalid", "unusable"),
    }
}

fn level(levels: &BTreeMap<Spanned<String>, Level>, id: &str) -> Option<Level> {
    let mut levels = levels.iter();
    levels
        .find(|(known, _)| known.get_ref() == id)
        .map(|(_, level)| *level)
}

fn span(range: Option<Range<usize>>) -> Span {
    range.map_or(Span::default(), |range| Span::new(range.start, range.end))
}
