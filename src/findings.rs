//! The findings of files, as many as anyone reads.
//!
//! A few megabytes of nothing but mistakes would else give gigabytes of findings. It is separate
//! from [`Finding`] because whoever finds something knows nothing of what others have found.

use std::collections::HashMap;
use std::sync::Arc;

use unic_langid::LanguageIdentifier;

use crate::finding::{Finding, Rule};
use crate::limits::Limits;
use crate::source::{Source, Span};

/// Findings in the order in which they were made. Beyond the limits they are counted, by file and
/// by rule, so that a thousand of one kind hide none of another.
#[derive(Debug)]
pub(crate) struct Findings {
    /// How many of one rule one file may have.
    each: usize,
    /// How many there may be in all.
    total: usize,
    told: Vec<Finding>,
    counts: HashMap<(usize, Rule, Option<Arc<str>>), Count>,
}

/// What is known of one rule in one file.
#[derive(Debug, Default)]
struct Count {
    told: usize,
    left_out: usize,
    /// The first that was left out; it says where the rest begins.
    first: Option<Finding>,
}

impl Findings {
    pub(crate) fn new(limits: &Limits) -> Self {
        Findings {
            each: limits.findings,
            total: limits.findings_total,
            told: Vec::new(),
            counts: HashMap::new(),
        }
    }

    #[cfg(feature = "check")]
    pub(crate) fn is_empty(&self) -> bool {
        self.told.is_empty() && self.counts.is_empty()
    }

    pub(crate) fn push(&mut self, finding: Finding) {
        let (rule, source, span) = (finding.rule(), finding.source().clone(), finding.span());
        let id = finding.shared_id().cloned();
        self.add_of(rule, id, &source, span, |_| finding);
    }

    /// Adds a finding whose words are only made when it is told: what they quote may be long.
    pub(crate) fn add(
        &mut self,
        rule: Rule,
        source: &Source,
        span: Span,
        tell: impl FnOnce(Finding) -> Finding,
    ) {
        self.add_of(rule, None, source, span, tell);
    }

    /// The same, of a rule with an id of its own.
    pub(crate) fn add_of(
        &mut self,
        rule: Rule,
        id: Option<Arc<str>>,
        source: &Source,
        span: Span,
        tell: impl FnOnce(Finding) -> Finding,
    ) {
        // Each entry holds a finding, and with it its file, so that no other is in its place.
        let count = self.counts.entry((source.address(), rule, id)).or_default();
        if count.told < self.each && self.told.len() < self.total {
            count.told += 1;
            self.told.push(tell(Finding::new(rule, source, span)));
        } else {
            count.left_out += 1;
            let finding = || tell(Finding::new(rule, source, span));
            count.first.get_or_insert_with(finding);
        }
    }

    pub(crate) fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            self.push(finding);
        }
    }

    /// Adds the findings of others, and what they have left out.
    pub(crate) fn append(&mut self, others: Findings) {
        self.extend(others.told);
        for (place, others) in others.counts {
            if let Some(first) = others.first {
                let count = self.counts.entry(place).or_default();
                count.left_out += others.left_out;
                count.first.get_or_insert(first);
            }
        }
    }

    /// The same, of a locale's file.
    pub(crate) fn with_locale(mut self, locale: &LanguageIdentifier) -> Self {
        let left_out = self.counts.values_mut();
        let left_out = left_out.filter_map(|count| count.first.as_mut());
        for finding in self.told.iter_mut().chain(left_out) {
            finding.set_locale(locale);
        }
        self
    }

    /// All that is told, and for each rule and file how many were left out.
    pub(crate) fn into_vec(mut self) -> Vec<Finding> {
        for count in self.counts.into_values() {
            if let Some(first) = count.first {
                self.told.push(first.with_count(count.left_out));
            }
        }
        self.told
    }

    /// The same, in the order in which they are shown.
    pub(crate) fn into_sorted(self) -> Vec<Finding> {
        let mut findings = self.into_vec();
        Finding::sort(&mut findings);
        findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        findings: 2,
        findings_total: 3,
        ..Limits::DEFAULT
    };

    fn told(findings: Findings) -> Vec<String> {
        let findings = findings.into_sorted();
        let told = findings.iter().map(|finding| match finding.help() {
            Some(_) => format!("{} {}", finding.source().path(), finding.message()),
            None => format!("{} {}", finding.source().path(), finding.span().start()),
        });
        told.collect()
    }

    #[test]
    fn what_is_left_out_is_counted_by_file_and_rule() {
        let [a, b] = ["a", "b"].map(|path| Source::new(path, "0123456789"));
        let mut findings = Findings::new(&LIMITS);
        let mut others = Findings::new(&LIMITS);
        for at in 0..5 {
            let span = Span::new(at, at);
            findings.push(Finding::new(Rule::Syntax, &a, span));
            others.push(Finding::new(Rule::Cycle, &b, span));
        }
        findings.append(others);
        assert_eq!(
            told(findings),
            [
                "a 0",
                "a 1",
                "a 3 more findings of this rule in this file were left out",
                "b 0",
                "b 4 more findings of this rule in this file were left out",
            ]
        );
    }
}
