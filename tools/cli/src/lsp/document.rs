//! A document that is open in the editor: its text as it was last told, saved or not.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use lsp_types::{TextDocumentContentChangeEvent, Uri};
use tolken::syntax::{self, Resource};
use tolken::{Limits, Source};

use super::position::{Encoding, Lines};
use super::root::{self, Role};

/// An open document.
#[derive(Debug)]
pub(super) struct Document {
    /// As the client names it.
    pub(super) uri: Uri,
    pub(super) version: i32,
    /// The folder that it belongs to, and what it is there; others are none of ours.
    pub(super) place: Option<Place>,
    /// `None` when it is too long to be kept.
    pub(super) source: Option<Source>,
    parsed: OnceCell<Resource>,
}

/// Where a document belongs.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) path: PathBuf,
    pub(super) root: PathBuf,
    pub(super) role: Role,
}

impl Document {
    pub(super) fn new(uri: Uri, version: i32, text: String) -> Self {
        let place = super::uri::path(&uri).and_then(|path| {
            let (root, role) = root::of(&path)?;
            Some(Place { path, root, role })
        });
        let mut document = Document {
            uri,
            version,
            place,
            source: None,
            parsed: OnceCell::new(),
        };
        document.set(text);
        document
    }

    /// Takes the changes, in their order. Those to a part of a document that is too long are lost until
    /// all of its text comes again.
    pub(super) fn change(
        &mut self,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) {
        self.version = version;
        let mut text = self.source.take().map(|source| source.text().to_owned());
        for change in changes {
            match (change.range, &mut text) {
                (None, text) => *text = Some(change.text),
                (Some(range), Some(text)) => {
                    let span = Lines::of_document(text, encoding).span(range);
                    text.replace_range(span.range(), &change.text);
                }
                (Some(_), None) => {}
            }
            let is_too_long = |text: &String| text.len() > Limits::default().file_bytes;
            text = text.filter(|text| !is_too_long(text));
        }
        match text {
            Some(text) => self.set(text),
            None => self.parsed = OnceCell::new(),
        }
    }

    fn set(&mut self, text: String) {
        let path = self.place.as_ref().map(|place| shown(&place.path));
        let is_kept = text.len() <= Limits::default().file_bytes;
        self.source = is_kept.then(|| Source::new(path.unwrap_or_default(), text));
        self.parsed = OnceCell::new();
    }

    /// What a document with messages says.
    pub(super) fn resource(&self) -> Option<&Resource> {
        let source = self.source.as_ref()?;
        Some(
            self.parsed
                .get_or_init(|| syntax::parse(source, &Limits::default()).0),
        )
    }

    /// How many bytes it has, if it is kept.
    pub(super) fn length(&self) -> Option<usize> {
        self.source.as_ref().map(|source| source.text().len())
    }

    /// The path by which its findings name it.
    pub(super) fn shown(&self) -> Option<String> {
        Some(shown(&self.place.as_ref()?.path))
    }
}

/// A path as sources have it.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use lsp_types::{Position, Range};

    use super::*;

    fn change(range: Option<(u32, u32, u32, u32)>, text: &str) -> TextDocumentContentChangeEvent {
        TextDocumentContentChangeEvent {
            range: range.map(|(line, column, end, to)| {
                Range::new(Position::new(line, column), Position::new(end, to))
            }),
            range_length: None,
            text: text.to_owned(),
        }
    }

    fn document(text: &str) -> Document {
        let uri = "untitled:a".parse().unwrap();
        Document::new(uri, 1, text.to_owned())
    }

    #[test]
    fn changes_are_made_one_after_the_other() {
        let mut document = document("a = 👍 값\r\nb = c\r\n");
        let changes = vec![
            change(Some((0, 6, 0, 7)), "값어치"),
            change(Some((0, 4, 0, 6)), ""),
            change(Some((1, 0, 9, 9)), "끝"),
        ];
        document.change(2, changes, Encoding::Utf16);
        let source = document.source.as_ref().unwrap();
        assert_eq!((source.text(), document.version), ("a = 값어치값\r\n끝", 2));
        // A range that runs backwards, and one behind the end.
        let changes = vec![
            change(Some((0, 3, 0, 1)), "x"),
            change(Some((7, 0, 7, 0)), "y"),
        ];
        document.change(3, changes, Encoding::Utf16);
        let text = document.source.as_ref().unwrap().text();
        assert!(text.ends_with("끝y"), "{text}");
    }

    #[test]
    fn what_is_too_long_is_not_kept_until_all_of_it_comes_again() {
        let limit = Limits::default().file_bytes;
        let mut document = document(&"x".repeat(limit));
        assert!(document.source.is_some());
        document.change(2, vec![change(Some((0, 0, 0, 0)), "y")], Encoding::Utf16);
        assert!(document.source.is_none());
        document.change(3, vec![change(Some((0, 0, 0, 9)), "")], Encoding::Utf16);
        assert!(document.source.is_none());
        document.change(4, vec![change(None, "a = b\n")], Encoding::Utf16);
        assert_eq!(document.resource().unwrap().entries.len(), 1);
    }
}
