//! Code actions: the certain fixes of findings, all of them at once, and allowances.

use lsp_types::{CodeActionKind, Diagnostic, TextEdit};
use tolken::check::edits;
use tolken::syntax::Resource;
use tolken::{Edit, Finding, Source, Span};

use super::diagnostics;
use super::position::Lines;
use super::project::message_at;

/// All that is certain, mended in one go.
pub(super) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.tolken");

/// How many findings of a place are offered actions.
const MOST: usize = 50;

/// How much of a text a title shows.
const SHOWN: usize = 40;

/// What may be done to a file.
pub(super) struct Action {
    pub(super) title: String,
    pub(super) kind: CodeActionKind,
    pub(super) mends: Option<Diagnostic>,
    pub(super) is_preferred: bool,
    pub(super) edits: Vec<TextEdit>,
}

/// What may be done at a place, among the kinds that the client wants.
pub(super) fn actions(
    source: &Source,
    resource: Option<&Resource>,
    findings: &[Finding],
    span: Span,
    only: Option<&[CodeActionKind]>,
    lines: &Lines<'_>,
) -> Vec<Action> {
    let is_wanted = |kind: &CodeActionKind| match only {
        None => true,
        Some(only) => only.iter().any(|wanted| {
            let rest = kind.as_str().strip_prefix(wanted.as_str());
            rest.is_some_and(|rest| {
                rest.is_empty() || rest.starts_with('.') || wanted.as_str().is_empty()
            })
        }),
    };
    let here = findings
        .iter()
        .filter(|finding| finding.source().path() == source.path());
    let mut actions = Vec::new();
    if is_wanted(&CodeActionKind::QUICKFIX) {
        let touching = here.clone().filter(|finding| {
            finding.span().start() <= span.end() && span.start() <= finding.span().end()
        });
        let touching: Vec<_> = touching.take(MOST).collect();
        actions.extend(
            touching
                .iter()
                .filter_map(|finding| fix(source, finding, lines)),
        );
        let allowances = touching.iter().filter_map(|finding| {
            let message = message_at(resource?, finding.span().start())?.0;
            Some(allowance(
                source,
                message.span.start(),
                message.id,
                finding,
                lines,
            ))
        });
        actions.extend(allowances);
    }
    if is_wanted(&FIX_ALL) {
        let (edits, mended) = edits(source, findings);
        if mended > 0 {
            actions.push(Action {
                title: match mended {
                    1 => "Mend the finding whose fix is certain".to_owned(),
                    mended => format!("Mend all {mended} findings whose fixes are certain"),
                },
                kind: FIX_ALL,
                mends: None,
                is_preferred: false,
                edits: edits.into_iter().map(|edit| lines.edit(edit)).collect(),
            });
        }
    }
    actions
}

fn fix(source: &Source, finding: &Finding, lines: &Lines<'_>) -> Option<Action> {
    let fix = finding.fix()?;
    let title = match fix.edits() {
        [edit] => title(source, edit),
        _ => format!("Mend: {}", finding.message()),
    };
    Some(Action {
        title,
        kind: CodeActionKind::QUICKFIX,
        mends: Some(diagnostics::plain(finding, lines)),
        is_preferred: true,
        edits: fix.edits().iter().map(|edit| lines.edit(edit)).collect(),
    })
}

/// What an edit does, in words.
fn title(source: &Source, edit: &Edit) -> String {
    let (before, after) = (visible(source.slice(edit.span())), visible(edit.text()));
    match (before.is_empty(), after.is_empty()) {
        (_, true) => format!("Remove `{before}`"),
        (true, false) => format!("Insert `{after}`"),
        (false, false) => format!("Replace `{before}` by `{after}`"),
    }
}

/// A text as a title shows it: no more than fits, and blanks that differ from each other told apart.
fn visible(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    let mut seen = String::new();
    for c in crate::visible::visible(&shown).chars() {
        match c {
            '\u{A0}' | '\u{202F}' | '\u{3000}' => seen.extend(c.escape_unicode()),
            c => seen.push(c),
        }
    }
    seen
}

/// The comment that allows a finding in its message. It has no reason yet, and allows nothing until
/// someone writes it; the check says so, at that place.
fn allowance(
    source: &Source,
    start: usize,
    id: Span,
    finding: &Finding,
    lines: &Lines<'_>,
) -> Action {
    let rule = finding.rule_id();
    let text = source.text();
    let end = if text[..start].ends_with("\r\n") || text.contains("\r\n") && start == 0 {
        "\r\n"
    } else {
        "\n"
    };
    let place = lines.position(start);
    Action {
        title: format!("Allow `{rule}` in `{}`: write the reason", source.slice(id)),
        kind: CodeActionKind::QUICKFIX,
        mends: Some(diagnostics::plain(finding, lines)),
        is_preferred: false,
        edits: vec![TextEdit::new(
            lsp_types::Range::new(place, place),
            format!("# tolken: allow {rule}: {end}"),
        )],
    }
}
