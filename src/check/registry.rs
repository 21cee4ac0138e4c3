//! Every rule, with its group and what runs it.
//!
//! One table, so that documents, settings and tests cannot know other rules than are run.

use super::engine::{File, Locale, Pair, Whole};
use super::text::Text;
use super::{catalog, files, fluent, language, parity};
use crate::finding::{Rule, Severity};
use crate::findings::Findings;

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Files and their bytes.
    Files,
    /// A locale beside the source locale and the manifest.
    Parity,
    /// Fluent's own constructs.
    Fluent,
    /// The catalog as a whole.
    Catalog,
    /// What one language writes.
    Language,
}

impl Group {
    /// The name in lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Group::Files => "files",
            Group::Parity => "parity",
            Group::Fluent => "fluent",
            Group::Catalog => "catalog",
            Group::Language => "language",
        }
    }
}

/// What is known of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleInfo {
    id: String,
    severity: Severity,
    group: Group,
    language: Option<&'static str>,
}

impl RuleInfo {
    /// The stable id, in kebab-case.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How much a breach matters, unless settings or the case say otherwise.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// What it is about.
    #[must_use]
    pub fn group(&self) -> Group {
        self.group
    }

    /// The language, of a rule of one language.
    #[must_use]
    pub fn language(&self) -> Option<&'static str> {
        self.language
    }
}

/// Every rule of tolken's own, by group, and within it by id.
///
/// # Example
///
/// ```
/// use tolken::check::{Group, rules};
///
/// let josa = rules().find(|rule| rule.id() == "ko-josa").unwrap();
/// assert_eq!(josa.group(), Group::Language);
/// assert_eq!(josa.language(), Some("ko"));
/// ```
pub fn rules() -> impl Iterator<Item = RuleInfo> {
    let written = REGISTRY.iter().map(|entry| RuleInfo {
        id: entry.rule.id().to_owned(),
        severity: entry.rule.severity(),
        group: entry.group,
        language: None,
    });
    let data = language::built_in().rules();
    written.chain(data.map(|(language, rule)| RuleInfo {
        id: rule.id.clone(),
        severity: rule.severity,
        group: Group::Language,
        language: Some(language),
    }))
}

/// A rule and what runs it.
pub(super) struct Entry {
    pub(super) rule: Rule,
    pub(super) group: Group,
    pub(super) run: Run,
}

/// What a rule looks at.
pub(super) enum Run {
    /// Loading finds it.
    Loading,
    /// Each file.
    File(fn(&File<'_>, &mut Findings)),
    /// Each text of each locale.
    Text(fn(&Text<'_>, &Whole<'_>, &mut Findings)),
    /// Each text that the source locale has as well.
    Pair(fn(&Pair<'_, '_, '_>, &Whole<'_>, &mut Findings)),
    /// Each locale, the source locale as well.
    Locale(fn(&Locale<'_>, &Whole<'_>, &mut Findings)),
    /// All of it.
    Whole(fn(&Whole<'_>, &mut Findings)),
    /// Nothing: it is found where the file is read that it is about, or once all is found.
    Last,
}

macro_rules! registry {
    ($($group:ident { $($rule:ident: $run:expr,)+ })+) => {
        /// Every rule that is not data, by group, and within it by id.
        pub(super) const REGISTRY: &[Entry] = &[
            $($(Entry { rule: Rule::$rule, group: Group::$group, run: $run },)+)+
        ];
    };
}

use Run::{Last, Loading};

registry! {
    Files {
        BidiControl: Run::File(files::bidi_control::check),
        ByteOrderMark: Loading,
        CommentedOut: Run::Locale(files::commented_out::check),
        Encoding: Loading,
        ExtraFile: Run::Locale(files::extra_file::check),
        InvisibleCharacter: Run::File(files::invisible_character::check),
        LineEnds: Loading,
        LocaleName: Loading,
        MissingFile: Run::Locale(files::missing_file::check),
        Nesting: Loading,
        NotNfc: Run::File(files::not_nfc::check),
        Syntax: Loading,
        Tab: Run::Text(files::tab::check),
        Unreadable: Loading,
    }
    Parity {
        ArgumentType: Run::Text(parity::argument_type::check),
        DuplicateAttribute: Loading,
        DuplicateId: Loading,
        DuplicateVariant: Loading,
        EmptyText: Run::Text(parity::empty_text::check),
        English: Run::Locale(parity::english::check),
        ExtraAttribute: Run::Locale(parity::extra_attribute::check),
        ExtraMessage: Run::Locale(parity::extra_message::check),
        ExtraTerm: Run::Locale(parity::extra_term::check),
        ExtraValue: Run::Locale(parity::extra_value::check),
        FullStop: Run::Pair(parity::full_stop::check),
        Markup: Run::Pair(parity::markup::check),
        MissingArgument: Run::Pair(parity::missing_argument::check),
        MissingAttribute: Run::Locale(parity::missing_attribute::check),
        MissingInVariant: Run::Pair(parity::missing_in_variant::check),
        MissingMessage: Run::Locale(parity::missing_message::check),
        MissingTerm: Run::Locale(parity::missing_term::check),
        MissingValue: Run::Locale(parity::missing_value::check),
        MissingVariant: Run::Pair(parity::missing_variant::check),
        OutOfDate: Run::Locale(parity::out_of_date::check),
        Placeholder: Run::Text(parity::placeholder::check),
        ProtectedWord: Run::Pair(parity::protected_word::check),
        Script: Run::Locale(parity::script::check),
        Selector: Run::Pair(parity::selector::check),
        Unconfirmed: Run::Locale(parity::unconfirmed::check),
        UnknownArgument: Run::Text(parity::unknown_argument::check),
        UnknownVariant: Run::Text(parity::unknown_variant::check),
        Untranslated: Run::Pair(parity::untranslated::check),
    }
    Fluent {
        Cycle: Loading,
        Expansion: Loading,
        FunctionOption: Loading,
        LiteralSelector: Run::Text(fluent::literal_selector::check),
        MissingPlural: Run::Locale(fluent::missing_plural::check),
        UnknownFunction: Loading,
        UnknownPlural: Run::Locale(fluent::unknown_plural::check),
        UnknownReference: Loading,
        UnusedParameter: Run::Locale(fluent::unused_parameter::check),
        UnusedTerm: Run::Locale(fluent::unused_term::check),
    }
    Catalog {
        AdjacentValues: Run::Text(catalog::adjacent_values::check),
        Allowance: Last,
        CatchAll: Run::Text(catalog::catch_all::check),
        CodeWithoutMessage: Run::Whole(catalog::code_without_message::check),
        DuplicateText: Run::Locale(catalog::duplicate_text::check),
        FormerWording: Loading,
        IndistinctText: Run::Locale(catalog::indistinct_text::check),
        Lock: Last,
        Manifest: Loading,
        MissingAction: Run::Locale(catalog::missing_action::check),
        Override: Loading,
        RemovedArgument: Run::Whole(catalog::removed_argument::check),
        RemovedCode: Run::Whole(catalog::removed_code::check),
        Replacement: Run::Whole(catalog::replacement::check),
        Settings: Last,
        SwallowedText: Run::Locale(catalog::swallowed_text::check),
        TooManyVariants: Run::Text(catalog::too_many_variants::check),
        UnlistedMessage: Run::Locale(catalog::unlisted_message::check),
        UnusedArgument: Run::Whole(catalog::unused_argument::check),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_registered_once_and_in_order() {
        let mut rules: Vec<_> = REGISTRY.iter().map(|entry| entry.rule).collect();
        let keys: Vec<_> = REGISTRY
            .iter()
            .map(|entry| (entry.group, entry.rule.id()))
            .collect();
        assert!(keys.is_sorted(), "{keys:?}");
        rules.push(Rule::Language);
        rules.sort_unstable();
        let mut all = Rule::ALL.to_vec();
        all.sort_unstable();
        assert_eq!(rules, all);
    }

    #[test]
    fn loading_rules_are_those_that_loading_finds() {
        for entry in REGISTRY {
            let is_loading = matches!(entry.run, Loading);
            assert_eq!(
                is_loading,
                Rule::LOADING.contains(&entry.rule),
                "{}",
                entry.rule.id()
            );
        }
    }

    #[test]
    fn ids_are_unique_and_in_kebab_case() {
        let mut ids: Vec<_> = rules().map(|rule| rule.id().to_owned()).collect();
        let count = ids.len();
        for id in &ids {
            assert!(
                id.bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
                "{id}"
            );
        }
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}
