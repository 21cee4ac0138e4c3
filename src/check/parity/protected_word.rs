//! Words that stay as they are: codes, addresses, and those that the settings name.

use std::collections::HashSet;

use crate::check::engine::{Pair, Whole};
use crate::check::text::Text;
use crate::finding::Rule;
use crate::findings::Findings;

/// How many words of one text are looked for; each is searched in all of the other.
const MOST: usize = 200;

pub(in crate::check) fn check(pair: &Pair<'_, '_, '_>, whole: &Whole<'_>, findings: &mut Findings) {
    let source = literal(pair.source);
    let mut target = None;
    let mut missing: Vec<&str> = Vec::new();
    let mut look = |word: &'_ str, is_quoted: bool| {
        let target = target.get_or_insert_with(|| literal(pair.target));
        !(has(target, word, is_quoted) || whole.settings.translates(pair.target.locale, word))
    };
    let mut seen = HashSet::new();
    for token in source.split(|c: char| c.is_whitespace() || c == '{' || c == '}') {
        // Of an address the end of the sentence is no part.
        let token = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
        if seen.len() > MOST {
            break;
        }
        if token.contains("://") {
            if seen.insert(token) && look(token, false) && !missing.contains(&token) {
                missing.push(token);
            }
            continue;
        }
        for word in token
            .split(|c: char| !is_part(c))
            .filter(|word| is_code(word, whole))
        {
            if seen.insert(word) && look(word, false) && !missing.contains(&word) {
                missing.push(word);
            }
        }
    }
    let settings = whole.settings;
    for (words, is_quoted) in [
        (settings.protected(), false),
        (settings.protected_in_quotes(), true),
    ] {
        for word in words {
            if has(&source, word, is_quoted)
                && look(word, is_quoted)
                && !missing.contains(&word.as_str())
            {
                missing.push(word);
            }
        }
    }
    for word in missing {
        let in_case = |text: &Text<'_>| {
            text.views().iter().find_map(|view| {
                let lower = view.text.to_ascii_lowercase();
                let at = lower.find(&word.to_ascii_lowercase())?;
                Some(view.span(at..at + word.len()))
            })
        };
        let other = in_case(pair.target);
        let finding = pair.target.finding(
            Rule::ProtectedWord,
            other.unwrap_or(pair.target.name_span()),
        );
        findings.push(match other {
            Some(span) if pair.target.source.slice(span) != word => finding
                .with_message(format!("`{word}` stays as it is, in the same case"))
                .with_help("write it as the source locale does"),
            Some(_) => finding
                .with_message(format!("`{word}` stays as it is, in quotes"))
                .with_help("put it in the quotes of your language"),
            None => finding
                .with_message(format!("`{word}` of the source locale is missing"))
                .with_help("keep it as it is; it is not translated"),
        });
    }
}

/// A code of the manifest that nobody takes for a word: one with a capital or digit within.
fn is_code(word: &str, whole: &Whole<'_>) -> bool {
    let is_sign = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    whole.has_manifest && word.chars().skip(1).any(is_sign) && whole.is_code(word)
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

/// All literal text, variants behind.
fn literal(text: &Text<'_>) -> String {
    let mut out = String::new();
    for view in text.views() {
        out.push_str(&view.text);
        out.push('\n');
    }
    out
}

/// Whether a text has a word, with no other letter of the same alphabet beside it; in quotes, if
/// that is asked.
fn has(text: &str, word: &str, is_quoted: bool) -> bool {
    if word.is_empty() {
        return false;
    }
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let is_open = |c: Option<char>| !c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '$');
        let quotes =
            |c: Option<char>| c.is_some_and(|c| "“”‘’'\"«»„‚「」『』`\u{A0}\u{202F}".contains(c));
        is_open(before) && is_open(after) && (!is_quoted || (quotes(before) && quotes(after)))
    })
}
