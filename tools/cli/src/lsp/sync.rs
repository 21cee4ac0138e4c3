//! What the client tells: documents that open, change and close, and files that others change.

use std::path::{Path, PathBuf};

use lsp_server::{ErrorCode, Notification};
use lsp_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, DidSaveTextDocumentParams, MessageType, Uri,
};
use serde_json::{Value, json};
use tolken::Limits;

use super::document::Document;
use super::server::{Refusal, Server, read};
use super::worker::Job;
use super::{root, uri};

impl Server {
    pub(super) fn notification(&mut self, notification: Notification) -> Result<(), Refusal> {
        let Notification { method, params } = notification;
        match method.as_str() {
            "initialized" => self.watch(),
            "textDocument/didOpen" => self.open(read(params)?),
            "textDocument/didChange" => self.change(read(params)?),
            "textDocument/didSave" => {
                let params: DidSaveTextDocumentParams = read(params)?;
                self.touch_of(&params.text_document.uri);
            }
            "textDocument/didClose" => {
                let params: DidCloseTextDocumentParams = read(params)?;
                let closed = self.documents.remove(&params.text_document.uri);
                if let Some(place) = closed.and_then(|document| document.place) {
                    self.touch(&place.root);
                }
            }
            "workspace/didChangeWatchedFiles" => {
                let params: DidChangeWatchedFilesParams = read(params)?;
                let paths = params.changes.iter();
                let mut roots: Vec<PathBuf> = paths
                    .filter_map(|change| Some(root::of(&uri::path(&change.uri)?)?.0))
                    .filter(|root| self.roots.contains_key(root))
                    .collect();
                roots.sort();
                roots.dedup();
                for root in roots {
                    self.touch(&root);
                }
            }
            "$/cancelRequest" => self.cancel(&params),
            _ => {}
        }
        Ok(())
    }

    /// Asks to be told of files that others change.
    pub(super) fn watch(&self) {
        if !self.client.watches {
            return;
        }
        let globs = ["**/*.ftl", "**/catalog.toml", "**/check.toml"];
        let watchers = globs.map(|glob| json!({ "globPattern": glob }));
        self.send(json!({
            "jsonrpc": "2.0",
            "id": "tolken-watch",
            "method": "client/registerCapability",
            "params": { "registrations": [{
                "id": "tolken-watch",
                "method": "workspace/didChangeWatchedFiles",
                "registerOptions": { "watchers": watchers },
            }] },
        }));
    }

    pub(super) fn open(&mut self, params: DidOpenTextDocumentParams) {
        let document = params.text_document;
        let uri = document.uri.clone();
        let kept: usize = self.documents.values().filter_map(Document::length).sum();
        let limit = Limits::default().total_bytes;
        let mut opened = Document::new(document.uri, document.version, document.text);
        if opened
            .length()
            .is_none_or(|length| length > limit.saturating_sub(kept))
        {
            opened.source = None;
            self.tell_too_long(&uri);
        }
        self.documents.insert(uri.clone(), opened);
        self.touch_of(&uri);
    }

    pub(super) fn change(&mut self, params: DidChangeTextDocumentParams) {
        let uri = params.text_document.uri;
        let Some(document) = self.documents.get_mut(&uri) else {
            let text = format!("`{}` was changed and is not open", uri.as_str());
            return self.log(MessageType::WARNING, &text);
        };
        let was_kept = document.source.is_some();
        let version = params.text_document.version;
        document.change(version, params.content_changes, self.client.encoding);
        if was_kept && document.source.is_none() {
            self.tell_too_long(&uri);
        }
        self.touch_of(&uri);
    }

    pub(super) fn tell_too_long(&self, uri: &Uri) {
        let limit = Limits::default().file_bytes;
        let text = format!(
            "`{}` is not checked: it is longer than {limit} bytes, or too much is open",
            uri.as_str()
        );
        let params = json!({ "type": MessageType::ERROR, "message": text });
        self.notify("window/showMessage", &params);
    }

    pub(super) fn cancel(&mut self, params: &Value) {
        let Some(id) = params.get("id") else {
            return;
        };
        let mut cancelled = Vec::new();
        for root in self.roots.values_mut() {
            let (gone, kept) = std::mem::take(&mut root.parked)
                .into_iter()
                .partition(|(_, request)| json!(request.id) == *id);
            root.parked = kept;
            cancelled.extend::<Vec<_>>(gone);
        }
        for (_, request) in cancelled {
            let refusal = Refusal::new(ErrorCode::RequestCanceled, "cancelled");
            self.respond(&request.id, Err(refusal));
        }
    }

    pub(super) fn touch_of(&mut self, uri: &Uri) {
        let document = self.documents.get(uri);
        if let Some(place) = document.and_then(|document| document.place.as_ref()) {
            let root = place.root.clone();
            self.touch(&root);
        }
    }

    /// Has a folder checked as it is now.
    pub(super) fn touch(&mut self, path: &Path) {
        let documents = self.documents_of(path);
        let unsaved = documents.filter_map(|document| document.source.clone());
        let unsaved = unsaved.collect();
        let root = self.roots.entry(path.to_owned()).or_default();
        root.generation += 1;
        let job = Job {
            root: path.to_owned(),
            generation: root.generation,
            unsaved,
        };
        self.worker.check(job);
    }

    pub(super) fn documents_of<'s>(&'s self, root: &'s Path) -> impl Iterator<Item = &'s Document> {
        self.documents.values().filter(move |document| {
            let place = document.place.as_ref();
            place.is_some_and(|place| place.root == root)
        })
    }
}
