//! `negotiate`, `negotiate_header` and `accept_language`.

use serde_json::{Value, json};
use tolken::LanguageIdentifier;
use tolken::negotiation::{AcceptLanguage, Offered};

/// The locales that are available, the default among them.
struct Available {
    locales: Vec<LanguageIdentifier>,
    default: Option<usize>,
}

impl Available {
    fn read(request: &Value) -> Option<Self> {
        let mut locales = Vec::new();
        for tag in request["available"].as_array()? {
            locales.push(tag.as_str()?.parse().ok()?);
        }
        let default = match request["default"].as_str() {
            None => None,
            Some(tag) => {
                let default = tag.parse().ok()?;
                let known = locales.iter().position(|locale| *locale == default);
                Some(known.unwrap_or_else(|| {
                    locales.push(default);
                    locales.len() - 1
                }))
            }
        };
        Some(Available { locales, default })
    }

    fn offered(&self) -> Offered {
        Offered::new(self.locales.clone(), self.default.unwrap_or_default())
    }
}

/// tolken's own way is the strategy that Fluent calls matching: the best locale for each range.
pub(crate) fn strategy(request: &Value) -> Option<Value> {
    let strategy = request["strategy"].as_str()?;
    if !matches!(strategy, "matching" | "lookup") {
        return None;
    }
    let available = Available::read(request)?;
    let offered = available.offered();
    let mut answers = Vec::new();
    for range in request["requested"].as_array()? {
        let range = range.as_str()?;
        answers.extend(
            offered
                .match_tag(range)
                .filter(|index| !answers.contains(index)),
        );
    }
    answers.extend(available.default.filter(|index| !answers.contains(index)));
    if strategy == "lookup" {
        answers.truncate(1);
    }
    let tags: Vec<_> = answers
        .into_iter()
        .map(|index| available.locales[index].to_string())
        .collect();
    Some(json!({ "locales": tags }))
}

pub(crate) fn header(request: &Value) -> Option<Value> {
    let available = Available::read(request)?;
    let header = AcceptLanguage::parse(request["header"].as_str()?);
    let first = available.offered().negotiate(&header).into_iter().next()?;
    Some(json!({ "locale": available.locales[first].to_string() }))
}

pub(crate) fn ranges(request: &Value) -> Option<Value> {
    let header = AcceptLanguage::parse(request["header"].as_str()?);
    let ranges: Vec<_> = header
        .ranges()
        .iter()
        .filter(|range| range.weight() > 0)
        .map(tolken::negotiation::LanguageRange::tag)
        .collect();
    Some(json!({ "ranges": ranges }))
}
