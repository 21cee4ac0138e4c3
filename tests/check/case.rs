//! A case: files with a mistake in them, as `tests/cases/README.md` describes.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use tolken::check::{Checked, Checker, fixed};
use tolken::{Catalog, Layer};

/// The folders and files in a folder, sorted.
pub(super) fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut entries: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

/// Checks a case: `<case>.<tag>.ftl` is the only file of its locale; a folder is a catalog, or holds
/// two, `released` and `now`.
pub(super) fn check(path: &Path) -> Checked {
    let checker = if path.is_dir() && path.join("now").is_dir() {
        let released = Catalog::from_dir(path.join("released")).unwrap();
        let checker = Checker::new().dir(path.join("now")).unwrap();
        checker.against(released.into_catalog())
    } else if path.is_dir() {
        Checker::new().dir(path).unwrap()
    } else {
        let tag = name(path)
            .split('.')
            .nth(1)
            .expect("a file names its locale");
        let text = fs::read_to_string(path).unwrap();
        Checker::new().layer(Layer::new().source(tag, name(path), text))
    };
    checker.run().unwrap()
}

/// Writes a case as it is reviewed: the line with the place underlined, what is said, what mends it.
pub(super) fn report(path: &Path, checked: &Checked, out: &mut String) {
    let folder = format!("{}/", path.display());
    writeln!(out, "==== {}\n", name(path)).unwrap();
    for finding in checked.findings() {
        let source = finding.source();
        let place = finding.position();
        if let Some(line) = source.text().lines().nth(place.line - 1) {
            writeln!(out, "{:>3} | {}", place.line, visible(line)).unwrap();
            let start: usize = source
                .text()
                .split_inclusive('\n')
                .take(place.line - 1)
                .map(str::len)
                .sum();
            let marks: String = line
                .char_indices()
                .map(|(at, c)| {
                    let at = start + at;
                    let is_in =
                        finding.span().range().contains(&at) || finding.span().start() == at;
                    let mark = if is_in { "^" } else { " " };
                    mark.repeat(visible(&c.to_string()).chars().count())
                })
                .collect();
            let marks = marks.trim_end();
            if marks.is_empty() {
                writeln!(out, "    | {:>1$}", "^", line.chars().count() + 1).unwrap();
            } else {
                writeln!(out, "    | {marks}").unwrap();
            }
        }
        writeln!(out, "{}", finding.to_string().replace(&folder, "")).unwrap();
        let locale = finding.locale().map(ToString::to_string);
        let names: Vec<_> = [locale.as_deref(), finding.code()]
            .into_iter()
            .flatten()
            .collect();
        writeln!(out, "    {}", names.join(" ")).unwrap();
        if let Some((text, _)) = fixed(source, checked.findings()) {
            let lines = text.lines().zip(source.text().lines());
            let changed = lines
                .filter(|(now, before)| now != before)
                .map(|(now, _)| now);
            for line in changed {
                writeln!(out, "  → {}", visible(line)).unwrap();
            }
        }
        out.push('\n');
    }
}

/// A text with what cannot be seen as escapes.
fn visible(text: &str) -> String {
    let escape = |c: char| {
        let is_seen = !(c.is_control() || (c.is_whitespace() && c != ' '));
        let is_mark = matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}');
        if is_seen && !is_mark {
            c.to_string()
        } else {
            c.escape_default().to_string()
        }
    };
    text.chars().map(escape).collect()
}
