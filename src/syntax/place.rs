//! Where to point: from the place where the parser gave up to the one where a reader looks.
//!
//! The parser passes over blanks and lines in search of what it wants, and knows what an expression
//! is only behind its end. A reader looks where the missing thing should have been, or where the
//! thing that is wrong begins.

use std::ops::Range;

use fluent_syntax::parser::{ErrorKind, ParserError};

/// Blanks in Fluent; a CR counts only before LF, and stands nowhere else in honest files.
pub(super) const BLANKS: [char; 3] = [' ', '\r', '\n'];

/// The offset to show for an error.
pub(super) fn of(text: &str, error: &ParserError) -> usize {
    let junk = error.slice.clone().unwrap_or(0..text.len());
    let (start, end) = (floor_boundary(text, junk.start), junk.end);
    let mut at = floor_boundary(text, error.pos.start).min(end);
    if matches!(
        error.kind,
        ErrorKind::ExpectedToken(_) | ErrorKind::ExpectedInlineExpression
    ) {
        at = before_attribute(text, error, at);
    }
    let at = match &error.kind {
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => {
            let next = floor_boundary(text, error.pos.end);
            if text[next..].starts_with('\t') {
                next
            } else {
                at
            }
        }
        ErrorKind::InvalidUnicodeEscapeSequence(_) => text[..at].rfind('\\').unwrap_or(at),
        ErrorKind::MultipleDefaultVariants => at.saturating_sub(1),
        ErrorKind::MissingValue => behind(text, at),
        ErrorKind::ForbiddenCallee
        | ErrorKind::PositionalArgumentFollowsNamed
        | ErrorKind::DuplicatedNamedArgument(_)
        | ErrorKind::MessageReferenceAsSelector
        | ErrorKind::MessageAttributeAsSelector
        | ErrorKind::TermReferenceAsSelector
        | ErrorKind::TermAttributeAsPlaceable
        | ErrorKind::ExpectedSimpleExpressionAsSelector => expression_start(text, start, at),
        ErrorKind::ExpectedToken('}') if text[behind(text, at)..at].contains('\n') => {
            behind(text, at)
        }
        _ if at >= end => behind(text, at),
        _ => at,
    };
    let is_line_end = text[at..].starts_with('\n') && text[..at].ends_with('\r');
    at - usize::from(is_line_end)
}

/// The place, or the end of the line before when the parser has taken the next attribute for a part
/// of what it was reading: `{ id` and `.attribute` on the next line are a reference to it.
fn before_attribute(text: &str, error: &ParserError, at: usize) -> usize {
    let start = error.slice.as_ref().map_or(0, |slice| slice.start);
    match line_start(text, at) {
        Some(line) if line > start && attribute(text, line..text.len()).is_some() => {
            behind(text, line)
        }
        _ => at,
    }
}

/// The start of the line that a place is in; `None` for the first line.
pub(super) fn line_start(text: &str, at: usize) -> Option<usize> {
    let at = floor_boundary(text, at);
    text[..at].rfind('\n').map(|newline| newline + 1)
}

/// The dot of the attribute that a part of the text begins with.
pub(super) fn attribute(text: &str, part: Range<usize>) -> Option<usize> {
    let rest = text.get(part.clone())?.trim_start_matches(BLANKS);
    rest.starts_with('.').then_some(part.end - rest.len())
}

/// Whether another line of an attribute begins with a dot.
pub(super) fn next_attribute(text: &str, part: Range<usize>) -> bool {
    let mut lines = text[part].lines().skip(1);
    lines.any(|line| line.trim_start_matches(' ').starts_with('.'))
}

/// The same error in a text that begins earlier.
pub(super) fn moved(error: ParserError, by: usize) -> ParserError {
    let shift = |range: Range<usize>| range.start + by..range.end + by;
    ParserError {
        pos: shift(error.pos),
        slice: error.slice.map(shift),
        kind: error.kind,
    }
}

/// The end of what stands before a place, blanks left out.
fn behind(text: &str, at: usize) -> usize {
    text[..at].trim_end_matches(BLANKS).len()
}

/// The start of the expression that ends before a place. The text before it has been read as
/// Fluent, so its brackets and quotes are in order; where they are not, the search ends with the
/// entry, so that a file of such entries is not searched for each of them.
fn expression_start(text: &str, entry: usize, at: usize) -> usize {
    let bytes = &text.as_bytes()[entry.min(at)..];
    let from = text.len() - bytes.len();
    let mut start = behind(text, at).max(from) - from;
    match bytes[..start].last() {
        Some(b'"') => return from + string_start(bytes, start),
        Some(b'}') => return from + bracket_start(bytes, start),
        Some(b')') => {
            let open = from + bracket_start(bytes, start);
            start = behind(text, open).max(from) - from;
        }
        _ => {}
    }
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-_.$".contains(byte);
    from + start - bytes[..start].iter().rev().take_while(is_name).count()
}

/// The place of the bracket that the one before `end` closes.
fn bracket_start(bytes: &[u8], end: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = end;
    while at > 0 {
        at -= 1;
        match bytes[at] {
            b')' | b'}' => depth += 1,
            b'(' | b'{' => depth = depth.saturating_sub(1),
            b'"' => at = string_start(bytes, at + 1),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The place of the quote that opens the string before `end`.
fn string_start(bytes: &[u8], end: usize) -> usize {
    let mut at = end.saturating_sub(1);
    while at > 0 {
        at -= 1;
        let is_escape = |byte: &&u8| **byte == b'\\';
        // Backslashes are counted at quotes only, since there may be any number of them.
        if bytes[at] == b'"' && bytes[..at].iter().rev().take_while(is_escape).count() % 2 == 0 {
            break;
        }
    }
    at
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn starts(text: &str, expected: &str) {
        assert_eq!(&text[expression_start(text, 0, text.len())..], expected);
    }

    #[test]
    fn an_expression_is_found_from_its_end() {
        starts("a = { $count ", "$count ");
        starts("a = { -term.attribute\n", "-term.attribute\n");
        starts(r#"a = { "x" F("(", $x) "#, r#"F("(", $x) "#);
        starts(r#"a = { F ({ "}" }, "\")")"#, r#"F ({ "}" }, "\")")"#);
        starts(r#"a = { F(k: 1, "\\")"#.trim_end_matches(')'), r#""\\""#);
        starts("a = x { { $n }", "{ $n }");
    }

    #[test]
    fn brackets_out_of_order_end_at_the_start() {
        starts(")", ")");
        starts("\"", "\"");
        starts("", "");
    }

    #[test]
    fn the_search_ends_with_the_entry() {
        for text in ["( a = )", "\" a = \"", "{ a = }", "a)", "(\n)"] {
            let entry = text.len() - 1;
            assert_eq!(expression_start(text, entry, text.len()), entry, "{text}");
        }
        assert_eq!(expression_start("a = b", 4, 2), 2);
    }
}
