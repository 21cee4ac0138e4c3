//! Plural categories that the locale does not have, and keys that are no category at all.

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
    let all: Vec<_> = categories.iter().map(|category| category.name).collect();
    let keys: Vec<_> = select
        .variants
        .iter()
        .map(|variant| text.source.slice(variant.key))
        .collect();
    let missing: Vec<_> = all
        .iter()
        .filter(|name| !keys.contains(name))
        .copied()
        .collect();
    for variant in select.variants.iter().filter(|variant| !variant.is_number) {
        let key = text.source.slice(variant.key);
        if all.contains(&key) {
            continue;
        }
        let finding = text.finding(Rule::UnknownPlural, variant.key);
        let known = format!("`{}` has {}", text.locale, all_of(&all));
        if CATEGORIES.contains(&key) {
            findings.push(
                finding
                    .with_message(format!("no number of `{}` is `{key}`", text.locale))
                    .with_help(format!("remove the variant; {known}")),
            );
            continue;
        }
        let finding = finding
            .with_severity(Severity::Error)
            .with_message(format!("`{key}` is no plural category"));
        findings.push(match nearest(key, missing.iter().copied()) {
            Some(near) => finding
                .with_help(format!("did you mean `{near}`?"))
                .with_fix(variant.key, near),
            None => finding.with_help(known),
        });
    }
}
