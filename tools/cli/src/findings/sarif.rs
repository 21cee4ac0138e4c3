//! Findings as a SARIF 2.1.0 log, which code hosts and editors read.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::{Value, json};
use tolken::{Finding, Severity};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

pub(super) fn write(findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    let ids: BTreeMap<_, _> = findings
        .iter()
        .map(|finding| (finding.rule_id(), level(finding.severity())))
        .collect();
    let rules: Vec<_> = ids
        .iter()
        .map(|(id, level)| json!({ "id": id, "defaultConfiguration": { "level": level } }))
        .collect();
    let results: Vec<_> = findings.iter().map(result).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "tolken",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn result(finding: &Finding) -> Value {
    let source = finding.source();
    let (start, end) = (finding.position(), source.position(finding.span().end()));
    let help = finding.help().map(|help| format!("; {help}"));
    let mut result = json!({
        "ruleId": finding.rule_id(),
        "level": level(finding.severity()),
        "message": { "text": format!("{}{}", finding.message(), help.unwrap_or_default()) },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri(source.path()) },
                "region": {
                    "startLine": start.line,
                    "startColumn": start.column,
                    "endLine": end.line,
                    "endColumn": end.column,
                },
            },
        }],
    });
    if let Some(code) = finding.code() {
        result["locations"][0]["logicalLocations"] = json!([{ "fullyQualifiedName": code }]);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    severity.name()
}

/// A path as a URI reference: what has a meaning in one is escaped.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
