//! Variants whose key the argument never has: a value that was translated or misspelt.

use super::{declared_argument, source_texts};
use crate::check::engine::Whole;
use crate::check::nearest::{all_of, nearest};
use crate::check::text::{Part, Text, visit};
use crate::finding::Rule;
use crate::findings::Findings;
use crate::manifest::ArgumentType;
use crate::syntax::{InlineKind, Select};

/// How many keys of one choice are told.
const MOST: usize = 20;

pub(in crate::check) fn check(text: &Text<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    if text.is_term {
        return;
    }
    visit(text.pattern, &mut |part| {
        if let Part::Select(select) = part
            && let InlineKind::Variable(argument) = select.selector.kind
            && let Some(known) = keys(text, whole, text.source.slice(argument))
        {
            look(text, select, text.source.slice(argument), &known, findings);
        }
    });
}

/// The keys that a choice by an argument may have, where anyone says which.
fn keys<'w>(text: &Text<'_>, whole: &'w Whole<'_>, argument: &str) -> Option<Vec<&'w str>> {
    if let Some(declared) = declared_argument(whole, text.id(), argument) {
        let values = declared.values().iter().map(String::as_str);
        return (declared.kind() == ArgumentType::Enum).then(|| values.collect());
    }
    if text.locale == whole.source.id {
        return None;
    }
    let mut keys = Vec::new();
    for source in source_texts(whole, text.id()) {
        let choices = source.shape().choices.iter();
        for choice in choices.filter(|choice| choice.argument == argument) {
            // By a number, plural categories are the keys of each language.
            if choice.is_numeric {
                return None;
            }
            keys.extend(choice.keys.iter().copied());
        }
    }
    (keys.len() > 1).then_some(keys)
}

fn look(text: &Text<'_>, select: &Select, name: &str, known: &[&str], findings: &mut Findings) {
    let own: Vec<_> = select
        .variants
        .iter()
        .map(|variant| text.source.slice(variant.key))
        .collect();
    let missing: Vec<_> = known
        .iter()
        .filter(|known| !own.contains(known))
        .copied()
        .collect();
    let mut told = 0;
    for variant in &select.variants {
        let key = text.source.slice(variant.key);
        // The default may be called what everyone calls it.
        if known.contains(&key) || (variant.is_default && key == "other") {
            continue;
        }
        // Of a choice that is all mistakes, the first say as much as all of them.
        told += 1;
        if told > MOST {
            break;
        }
        let near = nearest(key, missing.iter().copied());
        let finding = text
            .finding(Rule::UnknownVariant, variant.key)
            .with_message(format!("`${name}` never has the value `{key}`"));
        findings.push(match near {
            Some(near) => finding
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(variant.key, near),
            None if known.len() > 12 => {
                finding.with_help("keys are values, and are not translated")
            }
            None => finding.with_help(format!(
                "its values are {}, and are not translated",
                all_of(known)
            )),
        });
    }
}
