//! Findings as the diagnostics of an editor.

use std::collections::HashMap;

use lsp_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString,
};
use tolken::check::{Group, rules};
use tolken::{Finding, Rule, Severity, Source, Span};

use super::position::Lines;
use super::project::{Project, messages};

/// What the client shows beside a message.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shows {
    pub(super) related: bool,
    pub(super) unused: bool,
}

/// Where the messages of the source locale are, by their names.
pub(super) struct Originals<'p> {
    locale: String,
    messages: HashMap<&'p str, (&'p Source, Span)>,
    terms: HashMap<&'p str, (&'p Source, Span)>,
}

impl<'p> Originals<'p> {
    pub(super) fn new(project: &Project<'p>) -> Option<Self> {
        let locale = project.source_locale()?;
        let (mut known, mut terms) = (HashMap::new(), HashMap::new());
        for resource in project.of(locale) {
            for (message, is_term) in messages(resource) {
                let id = resource.source.slice(message.id);
                let place = (&resource.source, message.id);
                let of_kind = if is_term { &mut terms } else { &mut known };
                of_kind.entry(id).or_insert(place);
            }
        }
        Some(Originals {
            locale: locale.to_string(),
            messages: known,
            terms,
        })
    }

    /// The message that a finding compares with.
    fn of(&self, finding: &Finding) -> Option<&(&'p Source, Span)> {
        let is_translation = finding
            .locale()
            .is_some_and(|locale| locale.to_string() != self.locale);
        let name = finding.code().filter(|_| is_translation)?;
        let id = name.split('.').next().unwrap_or(name);
        match id.strip_prefix('-') {
            Some(id) => self.terms.get(id),
            None => self.messages.get(id),
        }
    }
}

/// The rules that compare with the source locale.
pub(super) struct Parity(Vec<String>);

impl Parity {
    pub(super) fn new() -> Self {
        let rules = rules().filter(|rule| rule.group() == Group::Parity);
        Parity(rules.map(|rule| rule.id().to_owned()).collect())
    }
}

/// A finding as a diagnostic of its file. Where another file is meant, `locate` says how it is named.
pub(super) fn diagnostic<'p>(
    finding: &Finding,
    lines: &Lines<'_>,
    shows: Shows,
    originals: Option<(&Originals<'p>, &Parity)>,
    locate: &dyn Fn(&'p Source, Span) -> Option<Location>,
) -> Diagnostic {
    let mut diagnostic = plain(finding, lines);
    let is_unused = matches!(
        finding.rule(),
        Rule::UnusedTerm | Rule::UnusedParameter | Rule::UnusedArgument
    );
    if shows.unused && is_unused {
        diagnostic.tags = Some(vec![DiagnosticTag::UNNECESSARY]);
    }
    if let Some((originals, parity)) = originals.filter(|_| shows.related)
        && parity.0.iter().any(|id| id == finding.rule_id())
        && let Some((source, span)) = originals.of(finding)
        && let Some(location) = locate(source, *span)
    {
        diagnostic.related_information = Some(vec![DiagnosticRelatedInformation {
            location,
            message: format!("the message of {}", originals.locale),
        }]);
    }
    diagnostic
}

/// A finding with no more than every client shows.
pub(super) fn plain(finding: &Finding, lines: &Lines<'_>) -> Diagnostic {
    let help = finding.help().map(|help| format!("\nhelp: {help}"));
    Diagnostic {
        range: lines.range(finding.span()),
        severity: Some(match finding.severity() {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
            Severity::Note => DiagnosticSeverity::INFORMATION,
        }),
        code: Some(NumberOrString::String(finding.rule_id().to_owned())),
        source: Some("tolken".to_owned()),
        message: format!("{}{}", finding.message(), help.unwrap_or_default()),
        ..Diagnostic::default()
    }
}

/// What says of a document that it is too long to be checked.
pub(super) fn too_long(limit: usize) -> Diagnostic {
    Diagnostic {
        severity: Some(DiagnosticSeverity::ERROR),
        code: Some(NumberOrString::String(Rule::Unreadable.id().to_owned())),
        source: Some("tolken".to_owned()),
        message: format!(
            "the document is longer than {limit} bytes\nhelp: split it into several files; what is \
             on the disk is checked instead"
        ),
        ..Diagnostic::default()
    }
}
