//! `l10n.toml`, by which Pontoon and compare-locales know the locales of a project.
//!
//! tolken reads folder names and has no use for it; a locale that it does not list is one that those
//! tools do not see.

use std::fs;
use std::path::{Path, PathBuf};

use tolken::{Edit, Source, Span};

use crate::places::{Array, Places, text_like};

/// The file.
const NAME: &str = "l10n.toml";

/// How many folders above the one of the locales are looked into.
const MOST: usize = 8;

/// The file that is about a folder of locales, if there is one.
pub(crate) fn find(dir: &Path) -> Option<Source> {
    let mut folder = above(dir)?;
    for _ in 0..MOST {
        let file = folder.join(NAME);
        if let Ok(text) = fs::read_to_string(&file) {
            return Some(Source::new(file.display().to_string(), text));
        }
        if folder.join(".git").exists() {
            return None;
        }
        folder = above(&folder)?;
    }
    None
}

/// The folder that a folder lies in.
pub(crate) fn above(folder: &Path) -> Option<PathBuf> {
    match folder.file_name() {
        Some(_) => folder.parent().map(Path::to_owned),
        None if folder.has_root() => None,
        None => Some(folder.join("..")),
    }
}

/// The edits that list a locale; none where it is listed, or no locales are, or the file is about
/// other folders.
///
/// # Errors
///
/// When the file is not TOML.
pub(crate) fn listing(source: &Source, dir: &Path, tag: &str) -> anyhow::Result<Vec<Edit>> {
    let places = Places::read(source)?;
    let is_locales = |array: &&Array| array.path == ["locales"];
    let Some(array) = places.arrays.iter().find(is_locales) else {
        return Ok(Vec::new());
    };
    let listed = places.texts_at(&[Some("locales")]);
    if listed.iter().any(|text| text.value == tag) || !is_about(source, &places, dir) {
        return Ok(Vec::new());
    }
    Ok(added(source.text(), array, &places, tag))
}

/// Whether a path of the file leads into the folder.
fn is_about(source: &Source, places: &Places, dir: &Path) -> bool {
    let base = places.texts_at(&[Some("basepath")]);
    let base = base.first().map_or(".", |text| text.value.as_str());
    let folder = Path::new(source.path()).parent().unwrap_or(Path::new(""));
    let Ok(dir) = fs::canonicalize(dir) else {
        return false;
    };
    let paths = places.texts_at(&[Some("paths"), Some("l10n")]);
    paths.iter().any(|path| {
        let own = path.value.split("{locale}").next().unwrap_or_default();
        let own = Path::new(".").join(folder).join(base).join(own);
        fs::canonicalize(own).is_ok_and(|own| own == dir)
    })
}

/// A locale among the others: in their order, if they have one, else behind them.
fn added(text: &str, array: &Array, places: &Places, tag: &str) -> Vec<Edit> {
    let edit = |at: usize, text: String| Edit::new(Span::new(at, at), text);
    let (Some(first), Some(last)) = (array.items.first(), array.items.last()) else {
        return vec![edit(array.span.start + 1, text_like("", tag))];
    };
    let written = text_like(&text[first.clone()], tag);
    let values: Vec<_> = places
        .texts_at(&[Some("locales")])
        .into_iter()
        .map(|text| (text.value.as_str(), text.span.clone()))
        .collect();
    let is_sorted = values.is_sorted_by(|a, b| a.0 < b.0);
    // What a line of its own begins with, where each value has one.
    let line = text[..last.start].rfind('\n').map_or(0, |at| at + 1);
    let indent = &text[line..last.start];
    let has_line = line > array.span.start && indent.bytes().all(|byte| byte.is_ascii_whitespace());
    if let Some((_, next)) = values.iter().find(|(value, _)| is_sorted && *value > tag) {
        let between = if has_line {
            format!("{written},\n{indent}")
        } else {
            format!("{written}, ")
        };
        return vec![edit(next.start, between)];
    }
    if !has_line {
        return vec![edit(last.end, format!(", {written}"))];
    }
    // A comment behind the last value stays on its line.
    let rest = &text[last.end..array.span.end];
    let end = last.end + rest.find('\n').unwrap_or(0);
    let end = end - usize::from(text[..end].ends_with('\r') && end > last.end);
    let has_comma = rest.trim_start().starts_with(',');
    let newline = crate::patch::line_end(text);
    if has_comma {
        vec![edit(end, format!("{newline}{indent}{written},"))]
    } else if end == last.end {
        vec![edit(end, format!(",{newline}{indent}{written}"))]
    } else {
        vec![
            edit(last.end, ",".to_owned()),
            edit(end, format!("{newline}{indent}{written}")),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::patch::patched;

    fn with(text: &str, tag: &str) -> String {
        let source = Source::new(NAME, text);
        let places = Places::read(&source).unwrap();
        patched(text, &added(text, &places.arrays[0], &places, tag))
    }

    #[test]
    fn a_locale_is_listed_as_the_others_are() {
        assert_eq!(with("locales = []\n", "pl"), "locales = [\"pl\"]\n");
        assert_eq!(
            with("locales = ['ko', 'sv', 'nl'] # all\n", "pl"),
            "locales = ['ko', 'sv', 'nl', 'pl'] # all\n"
        );
        assert_eq!(
            with("locales = [\"ko\", \"sv\"]\n", "pl"),
            "locales = [\"ko\", \"pl\", \"sv\"]\n"
        );
        let lines = "locales = [\n  \"sv\",\n  \"ko\", # Korean\n]\n";
        assert_eq!(
            with(lines, "pl"),
            "locales = [\n  \"sv\",\n  \"ko\", # Korean\n  \"pl\",\n]\n"
        );
        let lines = "locales = [\n  \"sv\",\n  \"ko\" # Korean\n]\n";
        assert_eq!(
            with(lines, "pl"),
            "locales = [\n  \"sv\",\n  \"ko\", # Korean\n  \"pl\"\n]\n"
        );
        let lines = "locales = [\n  \"ko\",\n  \"sv\"\n]\n";
        assert_eq!(
            with(lines, "pl"),
            "locales = [\n  \"ko\",\n  \"pl\",\n  \"sv\"\n]\n"
        );
        assert_eq!(
            with(lines, "uk"),
            "locales = [\n  \"ko\",\n  \"sv\",\n  \"uk\"\n]\n"
        );
    }
}
