//! Codes whose message does not say what to do next.

use crate::check::engine::{Locale, Whole};
use crate::check::nearest::nearest;
use crate::finding::Rule;
use crate::findings::Findings;

const ACTION: &str = "action";

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    // Of other locales it is an attribute that the source locale has.
    if !locale.is_source || !whole.has_manifest {
        return;
    }
    for (id, located) in locale.entries.messages.iter() {
        let code = whole.codes.get(id).filter(|code| !code.retired);
        if code.is_none() || locale.text(id, Some(ACTION)).is_some() {
            continue;
        }
        let names = located.message.attributes.iter();
        let names = names.map(|attribute| (attribute.id, located.source.slice(attribute.id)));
        // `.title` has a meaning of its own.
        let names: Vec<_> = names.filter(|(_, name)| *name != "title").collect();
        let near = names
            .iter()
            .find(|(_, name)| nearest(name, [ACTION]).is_some());
        let span = near.map_or(located.message.id, |(span, _)| *span);
        let finding = locale
            .finding(Rule::MissingAction, located.source, span)
            .with_code(id)
            .with_message(format!("`{id}` does not say what to do next"));
        findings.push(match near {
            Some((span, _)) => finding
                .with_help("did you mean `.action`?")
                .with_fix(*span, ACTION),
            None => finding.with_help("add the attribute `.action`"),
        });
    }
}
