//! Markup and character references that are not those of the source locale.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use regex::Regex;

use crate::check::engine::{Pair, Whole};
use crate::check::text::Text;
use crate::finding::Rule;
use crate::findings::Findings;

/// A tag, or a character reference.
fn pattern() -> Option<&'static Regex> {
    static PATTERN: OnceLock<Option<Regex>> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        Regex::new(r"<(/?[A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>|&(#?[A-Za-z0-9]+;)").ok()
    });
    pattern.as_ref()
}

pub(in crate::check) fn check(pair: &Pair<'_, '_, '_>, whole: &Whole<'_>, findings: &mut Findings) {
    let (known, found) = (tags(pair.source), tags(pair.target));
    let extra = found
        .iter()
        .find(|(tag, _)| !known.iter().any(|(known, _)| known == tag));
    let missing = known
        .iter()
        .find(|(tag, _)| !found.iter().any(|(found, _)| found == tag));
    let source = whole.source.id;
    if let Some((tag, span)) = extra {
        findings.push(
            pair.target
                .finding(Rule::Markup, *span)
                .with_message(format!("`{tag}` is not in the text of `{source}`"))
                .with_help("keep the markup of the source locale"),
        );
    } else if let Some((tag, _)) = missing {
        findings.push(
            pair.target
                .finding_here(Rule::Markup)
                .with_message(format!("`{tag}` of the text of `{source}` is missing"))
                .with_help("keep the markup of the source locale"),
        );
    }
}

/// The tags of a text, each once, and where they stand.
fn tags(text: &Text<'_>) -> BTreeSet<(String, crate::source::Span)> {
    let mut tags: BTreeSet<(String, crate::source::Span)> = BTreeSet::new();
    for view in text.views() {
        let Some(pattern) = pattern().filter(|_| view.text.contains(['<', '&'])) else {
            continue;
        };
        for found in pattern.captures_iter(&view.text) {
            let Some(all) = found.get(0) else {
                continue;
            };
            let tag = match (found.get(1), found.get(2)) {
                (Some(tag), _) => format!("<{}>", tag.as_str()),
                (_, Some(reference)) => format!("&{}", reference.as_str()),
                _ => continue,
            };
            if !tags.iter().any(|(known, _)| *known == tag) {
                tags.insert((tag, view.span(all.range())));
            }
        }
    }
    tags
}
