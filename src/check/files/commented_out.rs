//! Messages that were commented out: version control keeps them, and a file that is read by many
//! need not.

use crate::check::engine::File;
use crate::finding::Rule;
use crate::findings::Findings;
use crate::syntax::{Comment, Entry};

pub(in crate::check) fn check(file: &File<'_>, findings: &mut Findings) {
    for entry in &file.resource.entries {
        match entry {
            Entry::Comment(comment) => look(file, comment, findings),
            Entry::Message(message) | Entry::Term(message) => {
                if let Some(comment) = &message.comment {
                    look(file, comment, findings);
                }
            }
            Entry::Junk(_) => {}
        }
    }
}

fn look(file: &File<'_>, comment: &Comment, findings: &mut Findings) {
    let source = &file.resource.source;
    let is_message = |line: &&crate::source::Span| is_message(source.slice(**line));
    let Some(line) = comment.lines.iter().find(is_message) else {
        return;
    };
    findings.add(Rule::CommentedOut, source, *line, |finding| {
        finding
            .with_locale(file.locale)
            .with_message("a message is commented out")
            .with_help("remove it, or write it as a message")
    });
}

/// Whether a line reads `id = text`; prose has no space before `=`, or more than one word.
fn is_message(line: &str) -> bool {
    let Some((id, text)) = line.split_once(" = ") else {
        return false;
    };
    let name = id.trim_end().strip_prefix('-').unwrap_or(id.trim_end());
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(is_name)
        && !text.trim().is_empty()
}
