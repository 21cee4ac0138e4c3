//! `check`: the findings of a folder.

use std::path::Path;

use serde_json::{Value, json};
use tolken::check::Checker;
use tolken::{Finding, Layer, Rule};

pub(crate) fn answer(request: &Value) -> Option<Value> {
    let dir = Path::new(request["dir"].as_str()?);
    let mut checker = match Checker::new().dir(dir) {
        Ok(checker) => checker,
        Err(error) => return Some(json!({ "error": error.to_string() })),
    };
    if let Some(reference) = request["reference"].as_str() {
        let manifest = dir.join("catalog.toml");
        // A manifest of the folder says itself what the source locale is.
        if !manifest.exists() {
            checker = checker.layer(source_locale(reference));
        }
    }
    let locales: Vec<_> = request["locales"]
        .as_array()
        .into_iter()
        .flatten()
        .collect();
    let checked = match checker.run() {
        Ok(checked) => checked,
        Err(error) => return Some(json!({ "error": error.to_string() })),
    };
    let findings = checked.findings().iter().filter(|finding| {
        let locale = finding.locale().map(ToString::to_string);
        let is_asked = |locale: &str| locales.iter().any(|asked| asked.as_str() == Some(locale));
        locales.is_empty() || locale.is_none_or(|locale| is_asked(&locale))
    });
    let findings: Vec<_> = findings.map(entry).collect();
    Some(json!({ "findings": findings }))
}

/// A layer that says nothing but which locale is the source.
fn source_locale(reference: &str) -> Layer {
    let quoted = Value::from(reference).to_string();
    Layer::new().manifest("catalog.toml", format!("source-locale = {quoted}\n"))
}

fn entry(finding: &Finding) -> Value {
    let file = finding.source().path();
    let stem = || {
        Path::new(file)
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
    };
    let is_file = matches!(finding.rule(), Rule::MissingFile | Rule::ExtraFile);
    json!({
        "severity": finding.severity(),
        "locale": finding.locale().map(ToString::to_string),
        "file": file,
        "line": finding.position().line,
        "id": finding.code().map(str::to_owned).or_else(|| is_file.then(stem).flatten()),
        "message": finding.message(),
    })
}
