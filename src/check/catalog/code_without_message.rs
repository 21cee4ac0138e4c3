//! Codes of the manifest for which the source locale has no message.

use crate::check::engine::Whole;
use crate::check::nearest::nearest;
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(whole: &Whole<'_>, findings: &mut Findings) {
    for (source, codes) in whole.manifests() {
        for (span, code) in codes {
            let id = code.message.as_deref().unwrap_or(&code.code);
            if whole.source.entries.messages.contains_key(id) {
                continue;
            }
            findings.add(Rule::CodeWithoutMessage, source, *span, |finding| {
                let ids = whole.source.entries.messages.keys();
                let strangers = ids.filter(|id| !whole.codes.contains_key(id)).take(200);
                let help = match nearest(id, strangers) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "write one, or remove the code".to_owned(),
                };
                finding
                    .with_code(&code.code)
                    .with_message(format!("`{}` has no message `{id}`", whole.source.id))
                    .with_help(help)
            });
        }
    }
}
