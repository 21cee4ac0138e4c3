//! Arguments that the source locale shows, and a text does not.

use crate::check::engine::{Pair, Whole};
use crate::check::nearest::nearest;
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(pair: &Pair<'_, '_, '_>, whole: &Whole<'_>, findings: &mut Findings) {
    let (source, target) = (pair.source.shape(), pair.target.shape());
    if target.is_broken || source.is_broken {
        return;
    }
    for argument in source.arguments.iter().filter(|argument| argument.is_shown) {
        let own = target.argument(argument.name);
        if own.is_some_and(|own| own.is_shown || (own.selects && own.is_number)) {
            continue;
        }
        // One that is there under another name is told there.
        let strangers = target.arguments.iter().map(|argument| argument.name);
        let strangers = strangers.filter(|name| source.argument(name).is_none());
        if nearest(argument.name, strangers).is_some() {
            continue;
        }
        let name = argument.name;
        findings.push(
            pair.target
                .finding_here(Rule::MissingArgument)
                .with_message(format!(
                    "`${name}` is not shown, as it is in `{}`",
                    whole.source.id
                ))
                .with_help(format!("write `{{ ${name} }}` where it belongs")),
        );
    }
}
