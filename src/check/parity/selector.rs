//! Choices by another value than in the source locale, or by none.

use crate::check::engine::{Pair, Whole};
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(pair: &Pair<'_, '_, '_>, whole: &Whole<'_>, findings: &mut Findings) {
    let (source, target) = (pair.source.shape(), pair.target.shape());
    if source.is_broken || target.is_broken {
        return;
    }
    for choice in source.choices.iter().filter(|choice| !choice.is_numeric) {
        let name = choice.argument;
        // Where the one variant is the default, every language may leave the choice out.
        let own = target.choices.iter().find(|own| own.argument == name);
        if choice.keys.len() < 2 || own.is_some() {
            continue;
        }
        findings.push(
            pair.target
                .finding_here(Rule::Selector)
                .with_message(format!(
                    "no choice goes by `${name}`, as one does in `{}`",
                    whole.source.id
                ))
                .with_help("choose by it as the source locale does"),
        );
    }
    for choice in target.choices.iter().filter(|choice| !choice.is_numeric) {
        let name = choice.argument;
        let known = source.argument(name);
        // What nobody knows is told elsewhere, and so are keys that are not the argument's.
        if known.is_none_or(|known| known.selects) || choice.keys.len() < 2 {
            continue;
        }
        let is_enum = super::declared_argument(whole, pair.target.id(), name)
            .is_some_and(|argument| !argument.values().is_empty());
        if is_enum {
            continue;
        }
        let span = super::uses(pair.target, name).first().copied();
        findings.push(
            pair.target
                .finding(Rule::Selector, span.unwrap_or(pair.target.name_span()))
                .with_message(format!(
                    "a choice goes by `${name}`, and none does in `{}`",
                    whole.source.id
                ))
                .with_help("nobody says which values it has; show it, or choose by another"),
        );
    }
}
