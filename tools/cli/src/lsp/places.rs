//! Places and edits as the client names them: by its own URIs, versions and columns.

use std::collections::BTreeMap;
use std::path::Path;

use lsp_types::{
    DocumentChanges, Location, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit,
    TextEdit, Uri, WorkspaceEdit,
};
use tolken::{Source, Span};

use super::document::Document;
use super::position::Lines;
use super::project::Project;
use super::server::Server;
use super::uri;

impl Server {
    /// A folder as it was last checked, with its documents as they are.
    pub(super) fn project<'s>(&'s self, path: &'s Path) -> Project<'s> {
        let checked = self.roots.get(path).and_then(|root| root.checked.as_ref());
        Project::new(path, checked, self.documents_of(path))
    }

    pub(super) fn document_by(&self, path: &str) -> Option<&Document> {
        let mut documents = self.documents.values();
        documents.find(|document| document.shown().as_deref() == Some(path))
    }

    pub(super) fn uri(&self, path: &str) -> Option<Uri> {
        match self.document_by(path) {
            Some(document) => Some(document.uri.clone()),
            None => uri::of(Path::new(path)),
        }
    }

    /// The lines of a text: as the client has it, or as it is on the disk.
    pub(super) fn lines<'t>(&self, source: &'t Source) -> Lines<'t> {
        let open = self.document_by(source.path());
        let is_open = open.is_some_and(|document| document.source.is_some());
        if is_open {
            Lines::of_document(source.text(), self.client.encoding)
        } else {
            Lines::of_file(source.text(), self.client.encoding)
        }
    }

    pub(super) fn location(&self, source: &Source, span: Span) -> Option<Location> {
        let range = self.lines(source).range(span);
        Some(Location::new(self.uri(source.path())?, range))
    }

    /// Edits of places, as edits of files.
    pub(super) fn workspace_edit(&self, edits: Vec<(Source, Span, String)>) -> WorkspaceEdit {
        let mut files: BTreeMap<String, (Source, Vec<(Span, String)>)> = BTreeMap::new();
        for (source, span, text) in edits {
            let file = files.entry(source.path().to_owned());
            file.or_insert_with(|| (source, Vec::new()))
                .1
                .push((span, text));
        }
        let files = files.into_iter().filter_map(|(path, (source, edits))| {
            let lines = self.lines(&source);
            let edits = edits.into_iter();
            let edits = edits.map(|(span, text)| TextEdit::new(lines.range(span), text));
            let version = self.document_by(&path).map(|document| document.version);
            Some((self.uri(&path)?, version, edits.collect()))
        });
        self.edit(files.collect())
    }

    /// Edits of files, each for its version where it is open, in the form that the client knows.
    pub(super) fn edit(&self, files: Vec<(Uri, Option<i32>, Vec<TextEdit>)>) -> WorkspaceEdit {
        if !self.client.versioned_edits {
            let changes = files.into_iter().map(|(uri, _, edits)| (uri, edits));
            return WorkspaceEdit::new(changes.collect());
        }
        let edits = files
            .into_iter()
            .map(|(uri, version, edits)| TextDocumentEdit {
                text_document: OptionalVersionedTextDocumentIdentifier { uri, version },
                edits: edits.into_iter().map(OneOf::Left).collect(),
            });
        WorkspaceEdit {
            document_changes: Some(DocumentChanges::Edits(edits.collect())),
            ..WorkspaceEdit::default()
        }
    }
}
