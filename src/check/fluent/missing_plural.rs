//! Plural categories of the locale that a choice does not have, so that some numbers read as others.

use std::collections::HashSet;

use super::plural::{CATEGORIES, Categories, Category, plural};
use crate::check::engine::{Locale, Whole};
use crate::check::nearest::{all_of, nearest};
use crate::check::text::{Part, Text, visit};
use crate::finding::{Rule, Severity};
use crate::findings::Findings;
use crate::syntax::Select;

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    let categories = Categories::new(locale.id);
    for text in &locale.texts {
        visit(text.pattern, &mut |part| {
            if let Part::Select(select) = part
                && let Some(plural) = plural(text, whole, select)
            {
                look(text, select, categories.of(plural), findings);
            }
        });
    }
}

fn look(text: &Text<'_>, select: &Select, categories: &[Category], findings: &mut Findings) {
    let keys: Vec<_> = select
        .variants
        .iter()
        .map(|variant| text.source.slice(variant.key))
        .collect();
    // Where no category is told apart, none is missing: `[0] none`, `*[other] some`.
    let is_plural = |key: &&str| *key != "other" && CATEGORIES.contains(key);
    if !keys.iter().any(is_plural) {
        return;
    }
    let numbers: HashSet<usize> = keys.iter().filter_map(|key| key.parse().ok()).collect();
    let missing: Vec<_> = categories
        .iter()
        .filter(|category| !keys.contains(&category.name))
        .filter(|category| {
            let is_covered = |integer: &usize| numbers.contains(integer);
            category.integers.is_empty() || !category.integers.iter().all(is_covered)
        })
        .collect();
    // One that is there, misspelt, is told there.
    let mut strangers = select.variants.iter().filter(|variant| {
        !variant.is_number && !CATEGORIES.contains(&text.source.slice(variant.key))
    });
    let is_misspelt = strangers.any(|variant| {
        let names = missing.iter().map(|category| category.name);
        nearest(text.source.slice(variant.key), names).is_some()
    });
    if missing.is_empty() || is_misspelt {
        return;
    }
    // Of a category that only fractions or millions have, few readers see anything.
    let is_rare = missing.iter().all(|category| category.integers.is_empty());
    let names: Vec<_> = missing.iter().map(|category| category.name).collect();
    let all: Vec<_> = categories.iter().map(|category| category.name).collect();
    let variants = if names.len() == 1 {
        "variant is"
    } else {
        "variants are"
    };
    let finding = text
        .finding(Rule::MissingPlural, select.selector.span)
        .with_message(format!(
            "the plural {variants} missing for {}",
            all_of(&names)
        ))
        .with_help(format!("`{}` has {}", text.locale, all_of(&all)));
    findings.push(if is_rare {
        finding.with_severity(Severity::Warning)
    } else {
        finding
    });
}
