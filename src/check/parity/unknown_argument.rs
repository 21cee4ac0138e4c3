//! Arguments that neither the manifest nor the source locale has: readers would see `{$ulr}`.

use super::{known_arguments, reference, uses};
use crate::check::engine::Whole;
use crate::check::nearest::{all_of, nearest};
use crate::check::text::Text;
use crate::finding::{Edit, Rule};
use crate::findings::Findings;

pub(in crate::check) fn check(text: &Text<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    let shape = text.shape();
    if shape.arguments.is_empty() {
        return;
    }
    let is_source = text.locale == whole.source.id;
    // Nearly always the text that it translates has them all.
    let has = |source: &Text<'_>| {
        let arguments = shape.arguments.iter();
        arguments
            .map(|argument| argument.name)
            .all(|name| source.shape().argument(name).is_some())
    };
    let source = whole.source.text(text.id(), text.attribute);
    if !is_source && !text.is_term && source.is_some_and(has) {
        return;
    }
    let id = text.id();
    let declared: Option<Vec<_>> = super::declared(whole, id).map(|arguments| {
        arguments
            .iter()
            .map(crate::manifest::Argument::name)
            .collect()
    });
    let known = match (declared, is_source) {
        (Some(declared), true) => declared,
        (_, false) if whole.source.entries.messages.contains_key(id) => known_arguments(whole, id),
        // A message that the manifest does not name declares its arguments itself.
        _ => return,
    };
    for argument in &shape.arguments {
        let name = argument.name;
        if known.contains(&name) {
            continue;
        }
        let places = uses(text, name);
        let span = places.first().copied().or_else(|| reference(text));
        let finding = text
            .finding(Rule::UnknownArgument, span.unwrap_or(text.name_span()))
            .with_message(if is_source {
                format!("the manifest gives `{id}` no argument `${name}`")
            } else {
                format!("`{id}` has no argument `${name}`")
            });
        let near = nearest(name, known.iter().copied());
        findings.push(match near {
            // Certain only where the argument that is meant is shown nowhere else.
            Some(near) if shape.argument(near).is_none() => finding
                .with_help(format!("did you mean `${near}`?"))
                .with_edits(
                    places
                        .into_iter()
                        .map(|place| Edit::new(place, near))
                        .collect(),
                ),
            Some(near) => finding.with_help(format!("did you mean `${near}`?")),
            None if is_source => finding.with_help("declare it in the manifest, or remove it"),
            None if known.is_empty() => finding.with_help("remove it; the message has none"),
            None => {
                let names: Vec<_> = known
                    .iter()
                    .take(12)
                    .map(|name| format!("${name}"))
                    .collect();
                let names: Vec<_> = names.iter().map(String::as_str).collect();
                finding.with_help(format!("known are {}", all_of(&names)))
            }
        });
    }
}
