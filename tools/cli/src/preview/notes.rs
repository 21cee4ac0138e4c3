//! What is wrong with the messages that are shown: findings of the files, and faults of rendering.

use std::collections::BTreeMap;

use serde::Serialize;
use tolken::{FaultKind, Finding, LanguageIdentifier, Marked, Severity};

use crate::report::printable;

/// A finding, or a fault of rendering.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Note {
    #[serde(skip)]
    pub(crate) level: Severity,
    pub(crate) severity: &'static str,
    pub(crate) rule: String,
    pub(crate) place: Option<String>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

/// Notes what goes wrong with a text whatever its arguments, each once. What the examples bring
/// about, such as an empty argument, is meant.
pub(super) fn note_faults(marked: &Marked, notes: &mut Vec<Note>) {
    for fault in marked.faults() {
        if matches!(
            fault.kind,
            FaultKind::EmptyArgument | FaultKind::UnknownArgument | FaultKind::LossyNumber
        ) {
            continue;
        }
        let note = Note {
            level: Severity::Warning,
            severity: "fault",
            rule: fault.kind.name().to_owned(),
            place: None,
            message: printable(&fault.to_string()),
            help: None,
        };
        let is_known = |known: &Note| known.rule == note.rule && known.message == note.message;
        if !notes.iter().any(is_known) {
            notes.push(note);
        }
    }
}

/// The findings of a locale, by message.
pub(super) struct Notes {
    of_messages: BTreeMap<String, Vec<Note>>,
    of_files: Vec<Note>,
}

impl Notes {
    pub(super) fn of(findings: &[Finding], locale: &LanguageIdentifier) -> Self {
        let mut notes = Notes {
            of_messages: BTreeMap::new(),
            of_files: Vec::new(),
        };
        let of_locale = |finding: &&Finding| finding.locale() == Some(locale);
        for finding in findings.iter().filter(of_locale) {
            let note = Note::of(finding);
            match finding.code() {
                Some(code) => notes
                    .of_messages
                    .entry(code.to_owned())
                    .or_default()
                    .push(note),
                None => notes.of_files.push(note),
            }
        }
        notes
    }

    /// Takes the notes of a message, of its attributes and of its codes.
    pub(super) fn take(&mut self, id: &str, codes: &[&str]) -> Vec<Note> {
        let mut names = vec![id.to_owned()];
        let attribute = format!("{id}.");
        let attributes = self.of_messages.range(attribute.clone()..);
        let attributes = attributes.map(|(name, _)| name.clone());
        names.extend(attributes.take_while(|name| name.starts_with(&attribute)));
        names.extend(codes.iter().map(|code| (*code).to_owned()));
        let taken = names
            .iter()
            .filter_map(|name| self.of_messages.remove(name));
        taken.flatten().collect()
    }

    /// What no message took.
    pub(super) fn rest(self) -> Vec<Note> {
        let of_messages = self.of_messages.into_values().flatten();
        self.of_files.into_iter().chain(of_messages).collect()
    }
}

impl Note {
    fn of(finding: &Finding) -> Self {
        let place = finding.position();
        let path = finding.source().path();
        Note {
            level: finding.severity(),
            severity: finding.severity().name(),
            rule: finding.rule_id().to_owned(),
            place: Some(printable(&format!(
                "{path}:{}:{}",
                place.line, place.column
            ))),
            message: printable(finding.message()),
            help: finding.help().map(printable),
        }
    }
}
