//! Arguments that the manifest declares and no text of the source locale reads.

use super::place;
use crate::check::engine::Whole;
use crate::check::nearest::nearest;
use crate::finding::{Finding, Rule};
use crate::findings::Findings;

pub(in crate::check) fn check(whole: &Whole<'_>, findings: &mut Findings) {
    for (source, codes) in whole.manifests() {
        for (index, (_, code)) in codes.iter().enumerate() {
            let id = code.message.as_deref().unwrap_or(&code.code);
            let Some(located) = whole.source.entries.messages.get(id) else {
                continue;
            };
            let attributes = located.message.attributes.iter();
            let attributes = attributes.map(|attribute| Some(located.source.slice(attribute.id)));
            let names: Vec<_> = std::iter::once(None).chain(attributes).collect();
            let read: Vec<_> = names
                .into_iter()
                .filter_map(|attribute| whole.source.text(id, attribute))
                .flat_map(|text| &text.shape().arguments)
                .map(|argument| argument.name)
                .collect();
            for argument in &code.arguments {
                let name = argument.name();
                // One that is there under another name is told there.
                let strangers = read
                    .iter()
                    .filter(|read| !code.arguments.iter().any(|known| known.name() == **read));
                if read.contains(&name) || nearest(name, strangers.copied()).is_some() {
                    continue;
                }
                findings.push(
                    Finding::new(Rule::UnusedArgument, source, place(source, codes, index, name))
                        .with_code(&code.code)
                        .with_message(format!("no text of `{}` shows `${name}`", code.code))
                        .with_help("show it, or remove it; where it is for machines alone, set the rule to `off`"),
                );
            }
        }
    }
}
