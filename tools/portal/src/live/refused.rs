//! Why a change does not go live.

use std::collections::BTreeMap;
use std::{fmt, io};

use jiff::Timestamp;
use tolken::{Finding, Severity};

/// A change that did not go live, and why.
#[derive(Debug)]
pub struct Refused {
    since: Timestamp,
    /// The name of its content, when it could be read.
    id: Option<String>,
    reason: Reason,
}

/// Why a change does not go live.
#[derive(Debug)]
pub(super) enum Reason {
    /// The folder or the file cannot be read.
    Io(io::Error),
    /// There is nothing to serve in it.
    Load(tolken::Error),
    /// It has errors that the catalog that is served does not have.
    Findings(Vec<Finding>),
}

impl Refused {
    pub(super) fn new(id: Option<String>, reason: Reason) -> Self {
        Refused {
            since: Timestamp::now(),
            id,
            reason,
        }
    }

    /// When it was refused.
    #[must_use]
    pub fn since(&self) -> Timestamp {
        self.since
    }

    /// The name of its content; `None` when it could not be read.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Why it was refused, in a sentence that names no path.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match &self.reason {
            Reason::Io(_) => "the catalog cannot be read",
            Reason::Load(error) if error.is_io() => "the catalog cannot be read",
            Reason::Load(error) if error.is_prebuilt() => {
                "the file is no prebuilt catalog, or is damaged"
            }
            Reason::Load(_) => "the catalog has no message",
            Reason::Findings(_) => "the change has errors that the catalog does not have",
        }
    }

    /// What is wrong in its files.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        match &self.reason {
            Reason::Io(_) => &[],
            Reason::Load(error) => error.findings(),
            Reason::Findings(findings) => findings,
        }
    }

    /// Whether both say the same of the same content.
    pub(super) fn is_like(&self, other: &Refused) -> bool {
        self.id == other.id && self.to_string() == other.to_string()
    }
}

/// One line for the log, with paths.
impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.reason.fmt(f)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Io(error) => error.fmt(f),
            Reason::Load(error) => error.fmt(f),
            Reason::Findings(findings) => {
                let errors = if findings.len() == 1 {
                    "error"
                } else {
                    "errors"
                };
                write!(f, "{} new {errors}", findings.len())
            }
        }
    }
}

impl std::error::Error for Reason {}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        Reason::Io(error)
    }
}

impl From<tolken::Error> for Reason {
    fn from(error: tolken::Error) -> Self {
        Reason::Load(error)
    }
}

/// The errors of a change that the live catalog does not have, wherever in their files they stand.
pub(super) fn new_errors(live: &[Finding], change: &[Finding]) -> Vec<Finding> {
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for finding in live.iter().filter(|finding| is_error(finding)) {
        *known.entry(key(finding)).or_default() += 1;
    }
    let mut errors = Vec::new();
    for finding in change.iter().filter(|finding| is_error(finding)) {
        match known.get_mut(&key(finding)) {
            Some(left) if *left > 0 => *left -= 1,
            _ => errors.push(finding.clone()),
        }
    }
    errors
}

pub(super) fn is_error(finding: &Finding) -> bool {
    finding.severity() == Severity::Error
}

/// What a finding says, without its place, which an edit above it moves.
fn key(finding: &Finding) -> (&str, &str, Option<&str>, &str) {
    let path = finding.source().path();
    (finding.rule_id(), path, finding.code(), finding.message())
}

#[cfg(test)]
mod tests {
    use tolken::{Catalog, Layer};

    use super::*;

    fn findings(text: &str) -> Vec<Finding> {
        let layer = Layer::new().source("sv-SE", "a.ftl", text);
        let loaded = Catalog::builder().layer(layer).build().unwrap();
        loaded.findings().to_vec()
    }

    #[test]
    fn an_error_that_only_moved_is_not_new() {
        let live = findings("a = Ja\nb = { $x\n");
        let moved = findings("# Mer\na = Ja\nc = Nej\nb = { $x\n");
        assert_eq!(live.iter().filter(|finding| is_error(finding)).count(), 1);
        assert!(new_errors(&live, &moved).is_empty());
    }

    #[test]
    fn an_error_that_stands_twice_is_new_once() {
        let live = findings("a = { b }\nb = { a }\nc = { $x\n");
        let twice = findings("a = { b }\nb = { a }\nc = { $x\nc = { $x\n");
        assert_eq!(
            new_errors(&[], &live).len(),
            2 + usize::from(live.len() > 2)
        );
        assert_eq!(new_errors(&live, &twice).len(), 1);
        assert!(new_errors(&twice, &live).is_empty());
    }
}
