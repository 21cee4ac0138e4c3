//! Messages that were commented out: version control keeps them, and a file that is read by many
//! need not.
//!
//! One that the locale lacks and the source locale has is no such thing, but a draft, as
//! `tolken new-locale` writes them; it breaks the rule `missing-message`.

use std::collections::HashMap;

use super::files;
use crate::check::engine::{Locale, Whole};
use crate::finding::Rule;
use crate::findings::Findings;
use crate::source::{Source, Span};
use crate::syntax::{Comment, Entry, Resource};

pub(in crate::check) fn check(locale: &Locale<'_>, whole: &Whole<'_>, findings: &mut Findings) {
    for resource in files(whole, locale.id) {
        for comment in comments(resource) {
            look(locale, whole, &resource.source, comment, findings);
        }
    }
}

/// The messages that are commented out in the files of a locale: where each begins, the first of
/// each.
pub(in crate::check) fn drafts<'w>(
    locale: &'w Locale<'_>,
    whole: &'w Whole<'_>,
) -> HashMap<&'w str, (&'w Source, Span)> {
    let mut drafts = HashMap::new();
    for resource in files(whole, locale.id) {
        let lines = comments(resource).flat_map(|comment| &comment.lines);
        for line in lines {
            let text = resource.source.slice(*line);
            if let Some((id, _)) = entry(text) {
                let start = line.start();
                let span = Span::new(start, start + id.len());
                drafts.entry(id).or_insert((&resource.source, span));
            }
        }
    }
    drafts
}

fn comments(resource: &Resource) -> impl Iterator<Item = &Comment> {
    resource.entries.iter().filter_map(|entry| match entry {
        Entry::Comment(comment) => Some(comment),
        Entry::Message(message) | Entry::Term(message) => message.comment.as_deref(),
        Entry::Junk(_) => None,
    })
}

fn look(
    locale: &Locale<'_>,
    whole: &Whole<'_>,
    source: &Source,
    comment: &Comment,
    findings: &mut Findings,
) {
    let is_left_over = |line: &&Span| {
        entry(source.slice(**line))
            .is_some_and(|(id, text)| !text.is_empty() && !is_draft(id, locale, whole))
    };
    let Some(line) = comment.lines.iter().find(is_left_over) else {
        return;
    };
    findings.add(Rule::CommentedOut, source, *line, |finding| {
        finding
            .with_locale(locale.id)
            .with_message("a message is commented out")
            .with_help("remove it, or write it as a message")
    });
}

/// Whether the source locale has an entry that the locale lacks.
fn is_draft(id: &str, locale: &Locale<'_>, whole: &Whole<'_>) -> bool {
    let (own, source) = (locale.entries, whole.source.entries);
    match id.strip_prefix('-') {
        Some(id) => !own.terms.contains_key(id) && source.terms.contains_key(id),
        None => !own.messages.contains_key(id) && source.messages.contains_key(id),
    }
}

/// The id and the text of a line that reads `id = text` or `id =`; prose has no space before `=`, or
/// more than one word.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (id, text) = line
        .split_once(" = ")
        .or(line.strip_suffix(" =").map(|id| (id, "")))?;
    let name = id.trim_end().strip_prefix('-').unwrap_or(id.trim_end());
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    let is_id = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_name);
    is_id.then_some((id.trim_end(), text.trim()))
}
