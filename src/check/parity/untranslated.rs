//! Texts that are those of the source locale, word by word.

use super::english::split;
use crate::check::engine::{Pair, Whole};
use crate::check::text::{Text, View};
use crate::finding::Rule;
use crate::findings::Findings;

pub(in crate::check) fn check(pair: &Pair<'_, '_, '_>, whole: &Whole<'_>, findings: &mut Findings) {
    if !is_copy_of(pair.target, pair.source, whole) {
        return;
    }
    findings.push(
        pair.target
            .finding(Rule::Untranslated, pair.target.pattern.span())
            .with_message(format!("the text is the one of `{}`", whole.source.id))
            .with_help("translate it"),
    );
}

/// Whether a text was taken from the source locale as it is.
pub(super) fn is_copy(text: &Text<'_>, whole: &Whole<'_>) -> bool {
    if text.is_term || text.locale == whole.source.id {
        return false;
    }
    let source = whole.source.text(text.id(), text.attribute);
    source.is_some_and(|source| is_copy_of(text, source, whole))
}

fn is_copy_of(target: &Text<'_>, source: &Text<'_>, whole: &Whole<'_>) -> bool {
    if target.is_term || target.locale.language == source.locale.language {
        return false;
    }
    let (own, known) = (target.views(), source.views());
    let is_same = own.len() == known.len()
        && own
            .iter()
            .zip(known)
            .all(|(own, known)| own.text == known.text);
    is_same && is_sentence(source, whole)
}

/// Whether a text has two words that another language would write otherwise: names and initialisms
/// are the same everywhere.
fn is_sentence(text: &Text<'_>, whole: &Whole<'_>) -> bool {
    let protected = whole.settings.protected();
    let is_word = |word: &&str| {
        let lower = word.chars().skip(1).all(char::is_lowercase);
        lower && word.chars().count() > 1 && !protected.iter().any(|known| known == word)
    };
    let literals = text.views().iter().flat_map(View::literals);
    literals
        .flat_map(|(_, literal)| split(literal))
        .map(|(_, word)| word)
        .filter(is_word)
        .nth(1)
        .is_some()
}
