//! Variants of the source locale that a choice by the same argument does not have.

use crate::check::engine::{Pair, Whole};
use crate::check::nearest::nearest;
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(pair: &Pair<'_, '_, '_>, whole: &Whole<'_>, findings: &mut Findings) {
    let (source, target) = (pair.source.shape(), pair.target.shape());
    for known in source.choices.iter().filter(|choice| !choice.is_numeric) {
        let own = target
            .choices
            .iter()
            .find(|choice| choice.argument == known.argument);
        let Some(own) = own.filter(|own| !own.is_numeric) else {
            continue;
        };
        for key in known.keys.iter().filter(|key| !own.keys.contains(key)) {
            // One that is there, misspelt, is told there.
            let strangers = own
                .keys
                .iter()
                .filter(|own| !known.keys.contains(own))
                .copied();
            let mut strangers = strangers.peekable();
            if strangers.peek().is_some() && (*key == "other" || nearest(key, strangers).is_some())
            {
                continue;
            }
            let name = known.argument;
            let span = super::uses(pair.target, name).first().copied();
            findings.push(
                pair.target
                    .finding(
                        Rule::MissingVariant,
                        span.unwrap_or(pair.target.name_span()),
                    )
                    .with_message(format!("the choice by `${name}` has no variant `[{key}]`"))
                    .with_help(format!("add it, as `{}` has it", whole.source.id)),
            );
        }
    }
}
