//! Replacements of retired codes that are no codes, or are the code itself.

use super::place;
use crate::check::engine::Whole;
use crate::check::nearest::nearest;
use crate::finding::{Finding, Rule};
use crate::findings::Findings;

pub(in crate::check) fn check(whole: &Whole<'_>, findings: &mut Findings) {
    for (source, codes) in whole.manifests() {
        for (index, (_, code)) in codes.iter().enumerate() {
            let Some(next) = &code.replaced_by else {
                continue;
            };
            let is_itself = *next == code.code;
            if whole.catalog.code(next).is_some() && !is_itself {
                continue;
            }
            let finding =
                Finding::new(Rule::Replacement, source, place(source, codes, index, next));
            let finding = finding.with_code(&code.code);
            let known = whole
                .catalog
                .codes()
                .map(crate::catalog::Code::name)
                .take(1_000);
            findings.push(match nearest(next, known) {
                _ if is_itself => finding
                    .with_message(format!("`{next}` is replaced by itself"))
                    .with_help("name another code, or remove `replaced-by`"),
                Some(near) => finding
                    .with_message(format!(
                        "there is no code `{next}` to replace `{}`",
                        code.code
                    ))
                    .with_help(format!("did you mean `{near}`?")),
                None => finding
                    .with_message(format!(
                        "there is no code `{next}` to replace `{}`",
                        code.code
                    ))
                    .with_help("name a code of the manifest"),
            });
        }
    }
}
