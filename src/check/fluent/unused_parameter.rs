//! Arguments that a term is given and does not read.

use std::collections::{HashMap, HashSet};

use crate::check::engine::{Locale, Whole};
use crate::check::nearest::nearest;
use crate::check::text::{Part, visit};
use crate::finding::Rule;
use crate::findings::Findings;
use crate::syntax::InlineKind;

pub(in crate::check) fn check(locale: &Locale<'_>, _: &Whole<'_>, findings: &mut Findings) {
    if locale.entries.terms.is_empty() {
        return;
    }
    let read = read(locale);
    for text in &locale.texts {
        visit(text.pattern, &mut |part| {
            let Part::Inline(inline) = part else {
                return;
            };
            let InlineKind::Term(id, _, arguments) = &inline.kind else {
                return;
            };
            let id = text.source.slice(*id);
            let Some(known) = read.get(id) else {
                return;
            };
            for (name, value) in &arguments.named {
                let given = text.source.slice(*name);
                if known.contains(given) {
                    continue;
                }
                let help = match nearest(given, known.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "remove it, or choose by it in the term".to_owned(),
                };
                findings.push(
                    text.finding(Rule::UnusedParameter, name.to(value.span))
                        .with_message(format!("term `-{id}` does not read `${given}`"))
                        .with_help(help),
                );
            }
        });
    }
}

/// What each term reads, in its value and its attributes.
fn read<'c>(locale: &Locale<'c>) -> HashMap<&'c str, HashSet<&'c str>> {
    let mut read: HashMap<_, HashSet<_>> = HashMap::new();
    for text in locale.texts.iter().filter(|text| text.is_term) {
        let names = read.entry(text.id()).or_default();
        visit(text.pattern, &mut |part| {
            if let Part::Inline(inline) = part
                && let InlineKind::Variable(id) = inline.kind
            {
                names.insert(text.source.slice(id));
            }
        });
    }
    read
}
