//! What a pseudo-locale leaves as it is in a text: markup, addresses, codes and protected words.

use std::collections::HashSet;
use std::ops::Range;

use crate::tree::words;

/// The words that every locale keeps.
#[derive(Debug, Default)]
pub(crate) struct Keep {
    words: Vec<String>,
    /// Those that are kept where they stand in quotes.
    quoted: Vec<String>,
    /// Codes that nobody takes for a word: with a capital or a digit within.
    codes: HashSet<String>,
}

impl Keep {
    /// Protected words, those that are so in quotes, and the codes of a catalog.
    pub(crate) fn new(
        words: Vec<String>,
        quoted: Vec<String>,
        codes: impl IntoIterator<Item = String>,
    ) -> Self {
        let is_sign = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        let codes = codes.into_iter();
        Keep {
            words,
            quoted,
            codes: codes
                .filter(|code| code.chars().skip(1).any(is_sign))
                .collect(),
        }
    }

    /// What is kept of a piece of a text, in order and apart. A tag may reach from one piece into the
    /// next, where an argument stands in it.
    pub(super) fn ranges(&self, text: &str, is_tag_open: &mut bool) -> Vec<Range<usize>> {
        let mut ranges = tags(text, is_tag_open);
        let mut at = 0;
        for token in text.split_inclusive(|c: char| c.is_whitespace() || "<>\"“”«»()".contains(c))
        {
            let start = at;
            at += token.len();
            let is_end = |c: char| c.is_whitespace() || "<>\"“”«»(),;:!?…".contains(c);
            let token = token.trim_end_matches(is_end).trim_end_matches('.');
            if is_address(token) || is_reference(token) {
                ranges.push(start..start + token.len());
            }
        }
        ranges.extend(escapes(text));
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        for word in text
            .split(|c: char| !is_part(c))
            .filter(|word| self.codes.contains(*word))
        {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            ranges.push(start..start + word.len());
        }
        for word in &self.words {
            ranges.extend(words(text, word).map(|at| at..at + word.len()));
        }
        for word in &self.quoted {
            let quotes = |c: Option<char>| c.is_some_and(|c| "“”‘’'\"«»„‚「」『』`".contains(c));
            let found = words(text, word).map(|at| at..at + word.len());
            ranges.extend(found.filter(|range| {
                let before = text[..range.start].chars().next_back();
                let after = text[range.end..].chars().next();
                quotes(before) && quotes(after)
            }));
        }
        apart(ranges)
    }
}

/// Ranges in order, those that touch as one.
fn apart(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// Tags, `<b>` and `</b>`.
fn tags(text: &str, is_open: &mut bool) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    let mut at = 0;
    loop {
        let start = if *is_open {
            Some(at)
        } else {
            text[at..]
                .match_indices('<')
                .map(|(start, _)| at + start)
                .find(|start| {
                    let name = text[start + 1..].trim_start_matches('/');
                    name.starts_with(|c: char| c.is_ascii_alphabetic())
                })
        };
        let Some(start) = start else {
            return tags;
        };
        let end = text[start..].find('>').map(|end| start + end + 1);
        *is_open = end.is_none();
        tags.push(start..end.unwrap_or(text.len()));
        match end {
            Some(end) => at = end,
            None => return tags,
        }
    }
}

/// `https://…`, `example.com`, `10.0.0.1`, `a@example.com`, `/api/alerts`.
fn is_address(token: &str) -> bool {
    let is_within = |mark: char| {
        token.match_indices(mark).any(|(at, _)| {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            is_letter(token[..at].chars().next_back())
                && is_letter(token[at + mark.len_utf8()..].chars().next())
        })
    };
    token.contains("://") || is_within('.') || is_within('@') || token.starts_with('/')
}

/// `&amp;`, whose semicolon is cut off here.
fn is_reference(token: &str) -> bool {
    let name = token.strip_prefix('&').unwrap_or_default();
    let name = name.strip_prefix('#').unwrap_or(name);
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// `\n` and `%s`, as other formats write them.
fn escapes(text: &str) -> Vec<Range<usize>> {
    let mut escapes = Vec::new();
    for (at, mark) in text.match_indices(['\\', '%']) {
        let rest = &text[at + 1..];
        let digits = if mark == "%" {
            rest.len()
                - rest
                    .trim_start_matches(|c: char| c.is_ascii_digit() || c == '$')
                    .len()
        } else {
            0
        };
        let letter = rest[digits..].chars().next().filter(|c| c.is_alphabetic());
        if let Some(letter) = letter {
            escapes.push(at..at + 1 + digits + letter.len_utf8());
        }
    }
    escapes
}
