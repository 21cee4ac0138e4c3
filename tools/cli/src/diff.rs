//! What edits change in a text, line by line, as a reader compares it.
//!
//! The edits say where the lines differ, so nothing is searched for: the time is that of the text.

use std::io::{self, Write};
use std::ops::Range;

use anstyle::{AnsiColor, Style};
use tolken::{Edit, Source};

use crate::visible::visible;

const REMOVED: Style = AnsiColor::Red.on_default();
const ADDED: Style = AnsiColor::Green.on_default();

/// How many lines are shown of a file.
const LINES: usize = 20;

/// How many characters are shown of a line.
const WIDTH: usize = 200;

/// Lines that differ.
struct Hunk<'t> {
    /// The number of the first line, from 1.
    line: usize,
    before: Vec<&'t str>,
    after: Vec<String>,
}

/// Writes what edits change in a text, up to some lines; they are in the order of their places.
pub(crate) fn write(source: &Source, edits: &[Edit], out: &mut impl Write) -> io::Result<()> {
    let mut left = LINES;
    let mut more = 0;
    let mut next = 0;
    for hunk in hunks(source, edits) {
        if left == 0 {
            more += hunk.before.len() + hunk.after.len();
            continue;
        }
        if hunk.line != next {
            writeln!(out, "  line {}", hunk.line)?;
        }
        next = hunk.line + hunk.before.len();
        let removed = hunk.before.iter().map(|line| (REMOVED, '-', *line));
        let added = hunk.after.iter().map(|line| (ADDED, '+', line.as_str()));
        for (style, sign, line) in removed.chain(added) {
            if left == 0 {
                more += 1;
                continue;
            }
            left -= 1;
            writeln!(out, "  {style}{sign}{}{style:#}", shown(line))?;
        }
    }
    if more > 0 {
        writeln!(out, "  and {more} more lines")?;
    }
    Ok(())
}

/// The lines that differ, each with what takes its place.
fn hunks<'t>(source: &'t Source, edits: &'t [Edit]) -> impl Iterator<Item = Hunk<'t>> {
    let text = source.text();
    let mut rest = edits;
    std::iter::from_fn(move || {
        let lines = |edit: &Edit| {
            let span = edit.span();
            line_start(text, span.start())..line_end(text, span.end())
        };
        loop {
            let mut range = lines(rest.first()?);
            let mut count = 1;
            while let Some(edit) = rest.get(count)
                && edit.span().start() < range.end
            {
                range.end = lines(edit).end;
                count += 1;
            }
            let (edits, behind) = rest.split_at(count);
            rest = behind;
            let hunk = hunk(source, range, edits);
            // The end of a file may differ where no line does.
            if !hunk.before.is_empty() || !hunk.after.is_empty() {
                return Some(hunk);
            }
        }
    })
}

fn hunk<'t>(source: &'t Source, range: Range<usize>, edits: &[Edit]) -> Hunk<'t> {
    let text = source.text();
    let mut after = String::new();
    let mut at = range.start;
    for edit in edits {
        after.push_str(&text[at..edit.span().start()]);
        after.push_str(edit.text());
        at = edit.span().end();
    }
    after.push_str(&text[at..range.end]);
    let before: Vec<_> = text[range.clone()].split_inclusive('\n').collect();
    let after: Vec<_> = after.split_inclusive('\n').map(str::to_owned).collect();
    // An edit between two lines touches both, and changes neither.
    let pairs = before.iter().zip(&after);
    let same = pairs.take_while(|(before, after)| before == after).count();
    let (before, after) = (&before[same..], &after[same..]);
    let pairs = before.iter().rev().zip(after.iter().rev());
    let tail = pairs.take_while(|(before, after)| before == after).count();
    Hunk {
        line: source.position(range.start).line + same,
        before: before[..before.len() - tail].to_vec(),
        after: after[..after.len() - tail].to_vec(),
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The end of the line that a place is in, with its line end.
fn line_end(text: &str, at: usize) -> usize {
    text[at..]
        .find('\n')
        .map_or(text.len(), |newline| at + newline + 1)
}

/// A line as a terminal may see it, with the blanks at its end and a missing line end to be seen.
fn shown(line: &str) -> String {
    let (line, end) = match line.strip_suffix('\n') {
        Some(line) => (line, ""),
        None => (line, " (no line end)"),
    };
    let solid = line.trim_end_matches([' ', '\r']);
    let mut shown: String = visible(solid).chars().take(WIDTH).collect();
    if solid.chars().count() > WIDTH {
        shown.push('…');
    }
    for blank in line[solid.len()..].chars().take(WIDTH) {
        shown.push_str(if blank == ' ' { "·" } else { "\\r" });
    }
    shown + end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let source = Source::new("a.ftl", text);
        let formatting = tolken::format::format(&source, &tolken::Limits::default());
        let mut out = Vec::new();
        write(&source, formatting.edits(), &mut out).expect("memory can be written");
        anstream::adapter::strip_str(&String::from_utf8(out).expect("it is text")).to_string()
    }

    #[test]
    fn lines_that_differ_are_shown_before_and_after() {
        assert_eq!(
            told("a = b\nc={$x}\n# d\n\n\n\n\ne = f"),
            "  line 2\n  -c={$x}\n  +c = { $x }\n  line 5\n  -\n  -\n  -\n  -e = f (no line end)\n  +e = f\n"
        );
        assert_eq!(
            told("\u{feff}a = b \r\n"),
            "  line 1\n  -\\u{feff}a = b·\\r\n  +a = b\n"
        );
        assert_eq!(told("a = b\n"), "");
    }

    #[test]
    fn no_file_fills_the_terminal() {
        let told = told(&"a=b\n".repeat(1_000));
        assert_eq!(told.lines().count(), LINES + 2);
        assert!(told.ends_with("  and 1980 more lines\n"), "{told}");
    }
}
