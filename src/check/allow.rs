//! Allowances: a comment that says which rule a message may break, and why.
//!
//! `# tolken: allow english: a product name` above a message allows what is found in it, and
//! `### tolken: allow english: quoted from a standard` anywhere what is found in the file. It is
//! separate from the rules because none of them knows that it is not listened to.

use std::collections::HashMap;

use super::nearest::nearest;
use super::settings::Settings;
use crate::catalog::Parsed;
use crate::finding::{Finding, Rule};
use crate::findings::Findings;
use crate::limits::Limits;
use crate::source::{Source, Span};
use crate::syntax::{Comment, Entry};

/// How an allowance begins.
const MARK: &str = "tolken: allow ";

/// What one comment allows.
pub(super) struct Allowance {
    source: Source,
    /// Where the rule is named.
    place: Span,
    rule: String,
    has_reason: bool,
    /// What it is allowed in; `None` is all of the file.
    scope: Option<Span>,
    is_used: bool,
}

/// The allowances of all files.
pub(super) fn allowances(layers: &[Parsed]) -> Vec<Allowance> {
    let mut allowances = Vec::new();
    for (_, resource) in layers.iter().flat_map(|layer| &layer.resources) {
        let source = &resource.source;
        if memchr::memmem::find(source.text().as_bytes(), MARK.as_bytes()).is_none() {
            continue;
        }
        let mut attached = None;
        for entry in &resource.entries {
            match entry {
                Entry::Message(message) | Entry::Term(message) => {
                    let own = message.comment.as_deref();
                    if let Some(comment) = own {
                        read(source, comment, Some(message.span), &mut allowances);
                    }
                    attached = None;
                }
                Entry::Comment(comment) => {
                    let scope = (comment.level == 1).then_some(Span::default());
                    attached = Some(allowances.len());
                    read(source, comment, scope, &mut allowances);
                }
                // What is not Fluent has no comment of its own.
                Entry::Junk(span) => {
                    for allowance in allowances.iter_mut().skip(attached.unwrap_or(usize::MAX)) {
                        if allowance.scope == Some(Span::default()) {
                            allowance.scope = Some(*span);
                        }
                    }
                }
            }
        }
    }
    allowances
}

fn read(source: &Source, comment: &Comment, scope: Option<Span>, out: &mut Vec<Allowance>) {
    for line in &comment.lines {
        let text = source.slice(*line);
        let Some(rest) = text.trim_start().strip_prefix(MARK) else {
            continue;
        };
        let start = line.end() - rest.len();
        let (rules, reason) = rest.split_once(':').unwrap_or((rest, ""));
        let mut at = start;
        for rule in rules.split(',') {
            let name = rule.trim();
            let place = at + rule.len() - rule.trim_start().len();
            out.push(Allowance {
                source: source.clone(),
                place: Span::new(place, place + name.len()),
                rule: name.to_owned(),
                has_reason: !reason.trim().is_empty(),
                scope,
                is_used: false,
            });
            at += rule.len() + 1;
        }
    }
}

/// The findings as settings and allowances leave them, sorted.
pub(super) fn apply(
    found: Vec<Finding>,
    mut allowances: Vec<Allowance>,
    settings: &Settings,
    limits: &Limits,
) -> Vec<Finding> {
    let mut kept = Findings::new(limits);
    let mut by_rule: HashMap<(usize, String), Vec<usize>> = HashMap::new();
    for (index, allowance) in allowances.iter().enumerate() {
        let key = (allowance.source.address(), allowance.rule.clone());
        by_rule.entry(key).or_default().push(index);
    }
    for finding in found {
        let Some(severity) = settings.severity(&finding) else {
            continue;
        };
        let key = (finding.source().address(), finding.rule_id().to_owned());
        let near = by_rule.get(&key).map(Vec::as_slice).unwrap_or_default();
        let allows = |index: &&usize| {
            let is_within = |scope: Span| {
                scope.start() <= finding.span().start() && finding.span().end() <= scope.end()
            };
            let allowance = &allowances[**index];
            allowance.has_reason && allowance.scope.is_none_or(is_within)
        };
        if let Some(index) = near.iter().find(allows) {
            allowances[*index].is_used = true;
        } else {
            kept.push(finding.with_severity(severity));
        }
    }
    let mut sorted = kept.into_vec();
    let mut known: Option<Vec<String>> = None;
    let mut told = Findings::new(limits);
    for allowance in &allowances {
        let Allowance { rule, .. } = allowance;
        let finding = Finding::new(Rule::Allowance, &allowance.source, allowance.place);
        let known = known.get_or_insert_with(|| {
            let own = settings.table.ids().map(str::to_owned);
            super::rules()
                .map(|rule| rule.id().to_owned())
                .chain(own)
                .collect()
        });
        let finding = if !known.iter().any(|known| known == rule) {
            let help = match nearest(rule, known.iter().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "docs/RULES.md lists the rules".to_owned(),
            };
            finding
                .with_message(format!("there is no rule `{rule}` to allow"))
                .with_help(help)
        } else if !allowance.has_reason {
            finding
                .with_message(format!("`{rule}` is allowed without a reason"))
                .with_help("write it behind a colon; until then nothing is allowed")
        } else if allowance.is_used {
            continue;
        } else {
            finding
                .with_message(format!("`{rule}` is allowed, and not found here"))
                .with_help("remove the allowance")
        };
        if let Some(severity) = settings.severity(&finding) {
            told.push(finding.with_severity(severity));
        }
    }
    sorted.extend(told.into_vec());
    Finding::sort(&mut sorted);
    sorted
}
