//! Full stops: a sentence ends as it does in the source locale, by the locale's own mark.

use crate::check::engine::{Pair, Whole};
use crate::check::text::{Text, View};
use crate::finding::Rule;
use crate::findings::Findings;

/// What may end a sentence, in any language.
const STOPS: [char; 12] = [
    '.', '。', '!', '?', '！', '？', '…', '।', '؟', '۔', '．', '։',
];

/// What may stand behind it.
const CLOSING: [char; 9] = ['”', '’', '"', '\'', '»', ')', '）', '」', '\u{A0}'];

pub(in crate::check) fn check(pair: &Pair<'_, '_, '_>, _: &Whole<'_>, findings: &mut Findings) {
    let (Some(source), Some(target)) = (ends(pair.source), ends(pair.target)) else {
        return;
    };
    if source == target {
        return;
    }
    let span = pair.target.pattern.span();
    let finding = pair.target.finding(
        Rule::FullStop,
        crate::source::Span::new(
            span.end().saturating_sub(last_width(pair.target)),
            span.end(),
        ),
    );
    findings.push(if source {
        finding
            .with_message("the sentence has no full stop")
            .with_help("end it with one, as the source locale does")
    } else {
        finding
            .with_message("a full stop ends what is no sentence in the source locale")
            .with_help("remove it")
    });
}

/// The bytes of the last character, to be underlined.
fn last_width(text: &Text<'_>) -> usize {
    let written = text.source.slice(text.pattern.span());
    written.chars().next_back().map_or(0, char::len_utf8)
}

/// Whether a text ends in a full stop; `None` where a value ends it, or its variants differ.
fn ends(text: &Text<'_>) -> Option<bool> {
    let views = text.views();
    // What shows nothing breaks another rule.
    if text.is_term || views.iter().all(|view| view.text.trim().is_empty()) {
        return None;
    }
    let outer = views.first()?;
    match end(outer) {
        End::Stop => Some(true),
        End::Letter => Some(false),
        End::Value => None,
        End::Choice => {
            let ends: Vec<_> = views[1..].iter().map(end).collect();
            let is_all = |wanted: End| !ends.is_empty() && ends.iter().all(|end| *end == wanted);
            match () {
                () if is_all(End::Stop) => Some(true),
                () if is_all(End::Letter) => Some(false),
                () => None,
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    Stop,
    Letter,
    Value,
    Choice,
}

fn end(view: &View) -> End {
    let text = view.text.trim_end().trim_end_matches(CLOSING);
    match text {
        _ if text.ends_with("{*}") => End::Choice,
        _ if text.ends_with('}') || text.ends_with([':', '：']) => End::Value,
        _ if text.ends_with(STOPS) => End::Stop,
        _ => End::Letter,
    }
}
