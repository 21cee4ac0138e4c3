//! Text that is not in normal form C, such as Hangul in single letters: it looks the same, and is
//! neither found nor compared as the same.

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::check::engine::File;
use crate::finding::Rule;
use crate::findings::Findings;
use crate::source::Span;

pub(in crate::check) fn check(file: &File<'_>, findings: &mut Findings) {
    let source = &file.resource.source;
    let text = source.text();
    let normalizer = ComposingNormalizerBorrowed::new_nfc();
    if text.is_ascii() || normalizer.is_normalized(text) {
        return;
    }
    let mut at = 0;
    for word in text.split_inclusive([' ', '\n', '\r', '\t']) {
        let start = at;
        at += word.len();
        let word = word.trim_end_matches([' ', '\n', '\r', '\t']);
        let span = Span::new(start, start + word.len());
        if word.is_ascii() || normalizer.is_normalized(word) {
            continue;
        }
        findings.add(Rule::NotNfc, source, span, |finding| {
            finding
                .with_locale(file.locale)
                .with_message("the letters are not composed, as Unicode’s form NFC has them")
                .with_help("write each letter with its marks as one character")
                .with_fix(span, normalizer.normalize(word))
        });
    }
}
