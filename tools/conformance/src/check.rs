//! `check`: the findings of a folder.

use std::path::Path;

use serde_json::{Value, json};
use tolken::check::Checker;
use tolken::{Error, Finding, LanguageIdentifier, Layer, Rule};

pub(crate) fn answer(request: &Value) -> Option<Value> {
    let dir = Path::new(request["dir"].as_str()?);
    let locales: Vec<_> = request["locales"]
        .as_array()
        .into_iter()
        .flatten()
        .collect();
    let locales: Vec<LanguageIdentifier> = locales
        .into_iter()
        .filter_map(|locale| locale.as_str()?.parse().ok())
        .collect();
    let found = match findings(dir, request["reference"].as_str(), &locales) {
        Ok(found) => found,
        Err(error) => return Some(json!({ "error": error.to_string() })),
    };
    let is_asked = |finding: &&Finding| {
        let locale = finding.locale();
        locales.is_empty() || locale.is_none_or(|locale| locales.contains(locale))
    };
    let found: Vec<_> = found.iter().filter(is_asked).map(entry).collect();
    Some(json!({ "findings": found }))
}

fn findings(
    dir: &Path,
    reference: Option<&str>,
    locales: &[LanguageIdentifier],
) -> Result<Vec<Finding>, Error> {
    let mut checker = Checker::new().dir(dir)?;
    for locale in locales {
        checker = checker.locale(locale.clone());
    }
    // A manifest of the folder says itself what the source locale is.
    if let Some(reference) = reference.filter(|_| !dir.join("catalog.toml").exists()) {
        checker = checker.layer(source_locale(reference));
    }
    Ok(checker.run()?.into_findings())
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
