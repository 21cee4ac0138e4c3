//! Edits of a text: what stands at a span is replaced, every other byte stays.
//!
//! Every command that changes a file goes through it, so that what a translator wrote around a change,
//! comments, blank lines and line ends included, is as it was.

use tolken::Edit;

/// The text with edits put in. They must be of this text and must not overlap; one that is not, or
/// that does, is left out.
pub(crate) fn patched(text: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<_> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span());
    let mut out = String::with_capacity(text.len() + 16 * edits.len());
    let mut at = 0;
    for edit in edits {
        let span = edit.span();
        let Some(between) = text.get(at..span.start()) else {
            continue;
        };
        if text.get(span.range()).is_none() {
            continue;
        }
        out.push_str(between);
        out.push_str(edit.text());
        at = span.end();
    }
    out.push_str(&text[at..]);
    out
}

/// The line end that a file uses.
pub(crate) fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use tolken::Span;

    use super::*;

    #[test]
    fn edits_are_put_in_whatever_their_order() {
        let edit = |start, end, text: &str| Edit::new(Span::new(start, end), text);
        let edits = [edit(4, 5, "C"), edit(0, 1, "AA"), edit(2, 2, "-")];
        assert_eq!(patched("a b c", &edits), "AA -b C");
        assert_eq!(patched("äb", &[edit(1, 2, "x"), edit(2, 3, "c")]), "äc");
        assert_eq!(patched("ab", &[edit(0, 9, "x")]), "ab");
    }
}
