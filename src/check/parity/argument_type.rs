//! Arguments that go where their type does not: an id to `NUMBER`, a number to `DATETIME`.

use super::{declared_argument, source_texts, uses};
use crate::check::engine::Whole;
use crate::check::text::Text;
use crate::finding::Rule;
use crate::findings::Findings;
use crate::manifest::ArgumentType;

pub(in crate::check) fn check(text: &Text<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    for argument in &text.shape().arguments {
        let Some(taken) = taken(argument.is_number, argument.is_date) else {
            continue;
        };
        let declared = declared_argument(whole, text.id(), argument.name);
        let known = if let Some(declared) = declared {
            match (declared.kind(), taken) {
                (ArgumentType::Integer | ArgumentType::Number, "a number")
                | (ArgumentType::DateTime, "a date") => continue,
                (kind, _) => format!("`{}` in the manifest", kind.name()),
            }
        } else {
            let mut source = source_texts(whole, text.id())
                .filter_map(|source| source.shape().argument(argument.name))
                .filter_map(|argument| self::taken(argument.is_number, argument.is_date));
            match source.find(|known| *known != taken) {
                Some(known) => format!("{known} in `{}`", whole.source.id),
                None => continue,
            }
        };
        let places = uses(text, argument.name);
        let span = places.first().copied().unwrap_or(text.name_span());
        let name = argument.name;
        findings.push(
            text.finding(Rule::ArgumentType, span)
                .with_message(format!("`${name}` is taken for {taken}, and is {known}"))
                .with_help(format!("write `{{ ${name} }}`, or give it the type it has")),
        );
    }
}

fn taken(is_number: bool, is_date: bool) -> Option<&'static str> {
    match (is_number, is_date) {
        (true, _) => Some("a number"),
        (false, true) => Some("a date"),
        (false, false) => None,
    }
}
