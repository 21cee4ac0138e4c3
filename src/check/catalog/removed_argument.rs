//! Arguments that are gone from a code since a release: programs that send them, and readers of
//! what they sent, would break.

use crate::check::engine::Whole;
use crate::finding::{Finding, Rule};
use crate::findings::Findings;

pub(in crate::check) fn check(whole: &Whole<'_>, findings: &mut Findings) {
    let Some(released) = whole.against.filter(|_| whole.has_manifest) else {
        return;
    };
    for code in released.codes() {
        let Some(known) = whole.catalog.code(code.name()) else {
            continue;
        };
        let own = whole.catalog.variables(known.name());
        let has = |name: &str| {
            own.iter().any(|(own, _)| *own == name)
                || known.arguments().iter().any(|own| own.name() == name)
        };
        let text = released.template(code.message_id(), released.source_locale());
        let read = text
            .map(crate::template::Template::variables)
            .unwrap_or_default();
        let declared = code.arguments().iter().map(crate::manifest::Argument::name);
        let read = read.into_iter().map(|(name, _)| name);
        let mut told: Vec<&str> = Vec::new();
        for name in declared.chain(read) {
            if has(name) || told.contains(&name) {
                continue;
            }
            told.push(name);
            let manifests = whole.manifests();
            let entries = manifests.flat_map(|(source, codes)| {
                codes
                    .iter()
                    .map(move |(span, entry)| (source, *span, entry))
            });
            let place = entries
                .into_iter()
                .find(|(_, _, entry)| entry.code == code.name());
            let Some((source, span, _)) = place else {
                continue;
            };
            findings.push(
                Finding::new(Rule::RemovedArgument, source, span)
                    .with_code(code.name())
                    .with_message(format!(
                        "`${name}` was an argument of `{}`, and is gone",
                        code.name()
                    ))
                    .with_help("keep it, or retire the code and add one without it"),
            );
        }
    }
}
