//! What the client is told of a folder when it is checked.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use lsp_types::{Diagnostic, Location, MessageType, PublishDiagnosticsParams, Uri};
use serde_json::json;
use tolken::{Limits, Source, Span};

use super::diagnostics::{self, Originals};
use super::document::Document;
use super::position::Lines;
use super::server::Server;
use super::worker;

impl Server {
    /// Takes what a check found, tells it if it is of the newest state, and answers who waited for it.
    pub(super) fn checked(&mut self, outcome: worker::Outcome) {
        let Some(root) = self.roots.get_mut(&outcome.root) else {
            return;
        };
        root.seen = Some(outcome.generation);
        let is_new = root.generation == outcome.generation;
        let failure = match outcome.checked {
            Ok(checked) => {
                root.checked = Some(checked);
                None
            }
            Err(why) => {
                root.checked = None;
                Some(why)
            }
        };
        let (ready, parked) = std::mem::take(&mut root.parked)
            .into_iter()
            .partition::<Vec<_>, _>(|(wanted, _)| *wanted <= outcome.generation);
        root.parked = parked;
        if let Some(why) = failure {
            self.log(MessageType::WARNING, &why);
        }
        if is_new {
            let told = catch_unwind(AssertUnwindSafe(|| self.publish(&outcome.root)));
            if told.is_err() {
                self.log(MessageType::ERROR, "tolken failed to tell what it found");
            }
        }
        for (_, request) in ready {
            self.answer_now(request);
        }
    }

    /// Tells the findings of a folder, and of files that had some and have none that they are gone.
    fn publish(&mut self, path: &Path) {
        let mut found = self.found(path);
        let before = match self.roots.get_mut(path) {
            Some(root) => std::mem::take(&mut root.published),
            None => return,
        };
        for path in before.keys() {
            found.entry(path.clone()).or_default();
        }
        // A document that was always clean is told so, for whoever waits for it.
        for shown in self.documents_of(path).filter_map(Document::shown) {
            found.entry(shown).or_default();
        }
        let mut published = HashMap::new();
        for (path, diagnostics) in found {
            let open = self.document_by(&path);
            let is_known = open.is_none() && before.get(&path) == Some(&diagnostics);
            if let Some(uri) = self.uri(&path).filter(|_| !is_known) {
                let version = open.map(|document| document.version);
                self.publish_file(uri, diagnostics.clone(), version);
            }
            if !diagnostics.is_empty() {
                published.insert(path, diagnostics);
            }
        }
        if let Some(root) = self.roots.get_mut(path) {
            root.published = published;
        }
    }

    /// The diagnostics of the files of a folder, by their paths.
    fn found(&self, path: &Path) -> BTreeMap<String, Vec<Diagnostic>> {
        let project = self.project(path);
        let shows_them = self.client.shows.related && !project.findings.is_empty();
        let originals = shows_them.then(|| Originals::new(&project)).flatten();
        let originals = originals
            .as_ref()
            .map(|originals| (originals, &self.parity));
        // Findings come file by file, and lead to the files of the source locale again and again.
        let mut current: Option<(&Source, Lines<'_>)> = None;
        let others = RefCell::new(HashMap::new());
        let locate = |source, span| self.locate(&others, source, span);
        let mut found: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
        for finding in project.findings {
            let source = finding.source();
            let is_same = |(known, _): &(&Source, Lines<'_>)| {
                known.path() == source.path() && std::ptr::eq(known.text(), source.text())
            };
            let (_, lines) = match current.take().filter(is_same) {
                Some(same) => current.insert(same),
                None => current.insert((source, self.lines(source))),
            };
            let shows = self.client.shows;
            let diagnostic = diagnostics::diagnostic(finding, lines, shows, originals, &locate);
            found
                .entry(source.path().to_owned())
                .or_default()
                .push(diagnostic);
        }
        for document in self.documents_of(path) {
            if let (None, Some(path)) = (&document.source, document.shown()) {
                let too_long = diagnostics::too_long(Limits::default().file_bytes);
                found.insert(path, vec![too_long]);
            }
        }
        found
    }

    /// A place in a file whose lines are kept.
    fn locate<'p>(
        &self,
        known: &RefCell<HashMap<&'p str, (Uri, Lines<'p>)>>,
        source: &'p Source,
        span: Span,
    ) -> Option<Location> {
        let mut known = known.borrow_mut();
        if !known.contains_key(source.path()) {
            let uri = self.uri(source.path())?;
            known.insert(source.path(), (uri, self.lines(source)));
        }
        let (uri, lines) = known.get(source.path())?;
        Some(Location::new(uri.clone(), lines.range(span)))
    }

    fn publish_file(&self, uri: Uri, diagnostics: Vec<Diagnostic>, version: Option<i32>) {
        let params = PublishDiagnosticsParams {
            uri,
            diagnostics,
            version,
        };
        self.notify("textDocument/publishDiagnostics", &json!(params));
    }
}
