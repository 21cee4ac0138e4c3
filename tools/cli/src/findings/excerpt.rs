//! The lines that a finding is about, as a terminal may show them.

use tolken::Finding;

/// How many lines are shown of a finding.
const LINES: usize = 4;

/// How many bytes are shown of a line, before the place and behind it.
const WIDTH: usize = 400;

/// What is shown of a file, with the place in it.
pub(super) struct Excerpt {
    pub(super) text: String,
    pub(super) place: std::ops::Range<usize>,
    /// Whether the line is shown from its beginning, so that columns can be counted in it.
    pub(super) is_whole: bool,
}

impl Excerpt {
    /// `None` of a file that was not read.
    pub(super) fn of(finding: &Finding) -> Option<Self> {
        let text = finding.source().text();
        if text.is_empty() {
            return None;
        }
        let span = finding.span().range();
        let start = boundary(text, span.start);
        let end = boundary(text, span.end.max(start));
        let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let from = boundary(text, line.max(start.saturating_sub(WIDTH)));
        // As many lines as anyone reads, and no line for ever.
        let mut lines = text[start..].match_indices('\n').map(|(at, _)| start + at);
        let ends_in_line = text[start..end].matches('\n').take(LINES).count();
        let until = lines.nth(ends_in_line.min(LINES - 1)).unwrap_or(text.len());
        let until = boundary(text, until.min(start.saturating_add(WIDTH)));
        let mut shown = String::new();
        let (mut first, mut last) = (None, None);
        for (at, c) in text[from..until].char_indices() {
            let at = from + at;
            if at >= start {
                first.get_or_insert(shown.len());
            }
            if at >= end {
                last.get_or_insert(shown.len());
            }
            match c {
                '\r' | '\u{FEFF}' => {}
                '\n' | '\t' => shown.push(c),
                c if c.is_control() => shown.push(char::REPLACEMENT_CHARACTER),
                c => shown.push(c),
            }
        }
        let first = first.unwrap_or(shown.len());
        Some(Excerpt {
            place: first..last.unwrap_or(shown.len()).max(first),
            text: shown,
            is_whole: from == line,
        })
    }
}

fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at)
        .rfind(|&at| text.is_char_boundary(at))
        .unwrap_or_default()
}
