//! Places for values that are written as in another format, and shown as they are written.

use std::sync::OnceLock;

use regex::Regex;

use super::known_arguments;
use crate::check::engine::Whole;
use crate::check::text::Text;
use crate::finding::Rule;
use crate::findings::Findings;
use crate::syntax::{Element, Expression, InlineKind};

/// `%s`, `%1$d`, `%(name)s`, `${name}` and `$name`, the last in a group.
fn pattern() -> Option<&'static Regex> {
    static PATTERN: OnceLock<Option<Regex>> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        Regex::new(
            r"%(?:[0-9]+\$)?[sdif]\b|%\([A-Za-z_]+\)[sd]|%@|\$(?P<name>[A-Za-z][A-Za-z0-9_-]*)",
        )
        .ok()
    });
    pattern.as_ref()
}

pub(in crate::check) fn check(text: &Text<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    for view in text.views() {
        let Some(pattern) = pattern().filter(|_| view.text.contains(['%', '$'])) else {
            continue;
        };
        for (at, literal) in view.literals() {
            for found in pattern.captures_iter(literal) {
                let Some(all) = found.get(0) else {
                    continue;
                };
                let name = found.name("name").map(|name| name.as_str());
                if name.is_some_and(|name| !known_arguments(whole, text.id()).contains(&name)) {
                    continue;
                }
                let span = view.span(at + all.start()..at + all.end());
                let shown = all.as_str();
                let finding = text
                    .finding(Rule::Placeholder, span)
                    .with_message(format!("`{shown}` is shown as it is written"));
                findings.push(match name {
                    Some(name) => finding
                        .with_help(format!("write `{{ ${name} }}`"))
                        .with_fix(span, format!("{{ ${name} }}")),
                    None => finding.with_help("name the argument, as in `{ $name }`"),
                });
            }
        }
    }
    for element in &text.pattern.elements {
        let Element::Placeable(placeable) = element else {
            continue;
        };
        let Expression::Inline(inline) = &placeable.expression else {
            continue;
        };
        if matches!(inline.kind, InlineKind::Number) {
            let number = text.source.slice(inline.span);
            findings.push(
                text.finding(Rule::Placeholder, placeable.span)
                    .with_message(format!("`{{ {number} }}` shows the number {number}"))
                    .with_help("name the argument, as in `{ $name }`; a number needs no braces"),
            );
        }
    }
}
