//! The loop of the server: who is asked what, in which order, and how it begins and ends.
//!
//! It never waits for a check. A request that needs one is kept until the check is done; whatever a
//! client sends is answered, and nothing that it sends ends the server but `exit`.

use std::collections::{BTreeMap, HashMap};
use std::io::{BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use anyhow::Context;
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId};
use lsp_types::{
    CodeAction, CodeActionOrCommand, CodeActionParams, CompletionList, CompletionParams,
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, DidSaveTextDocumentParams, DocumentChanges, GotoDefinitionParams,
    Hover, HoverContents, HoverParams, InitializeParams, InitializeResult, Location, MarkupContent,
    MarkupKind, MessageType, OneOf, OptionalVersionedTextDocumentIdentifier, PrepareRenameResponse,
    PublishDiagnosticsParams, ReferenceParams, RenameParams, ServerInfo, TextDocumentEdit,
    TextDocumentPositionParams, TextEdit, Uri, WorkspaceEdit,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tolken::check::Checked;
use tolken::{Finding, LanguageIdentifier, Limits, Source, Span};

use super::capabilities::{self, Client};
use super::diagnostics::{self, Originals, Parity};
use super::document::Document;
use super::names::{self, Name};
use super::position::Lines;
use super::project::Project;
use super::root::Role;
use super::transport::{self, Received};
use super::worker::{self, Job, Worker};
use super::{actions, completion, definition, hover, rename, root, uri};
use crate::Outcome;

/// How many messages wait to be handled; a client that sends more waits.
const UNREAD: usize = 64;

/// How many messages wait to be read by the client; the server waits before it sends more.
const UNSENT: usize = 1_024;

/// How many requests wait for the check of one folder.
const MOST_PARKED: usize = 1_000;

/// What the loop handles.
enum Event {
    Received(Received),
    Checked(worker::Outcome),
    /// The client is gone, or sends what is no protocol.
    Closed(Option<std::io::Error>),
}

impl From<worker::Outcome> for Event {
    fn from(outcome: worker::Outcome) -> Self {
        Event::Checked(outcome)
    }
}

/// Serves one client until it says `exit` or is gone. Done is an end by the protocol.
pub(crate) fn serve(
    mut input: impl BufRead + Send + 'static,
    mut output: impl Write + Send + 'static,
) -> anyhow::Result<Outcome> {
    let (events, incoming) = mpsc::sync_channel(UNREAD);
    let (out, outgoing) = mpsc::sync_channel::<Value>(UNSENT);
    let received = events.clone();
    // It is left alone at the end: nobody can end a thread that reads.
    thread::spawn(move || {
        loop {
            let event = match transport::read(&mut input) {
                Ok(Some(received)) => Event::Received(received),
                Ok(None) => Event::Closed(None),
                Err(error) => Event::Closed(Some(error)),
            };
            let is_last = matches!(event, Event::Closed(_));
            if received.send(event).is_err() || is_last {
                return;
            }
        }
    });
    let worker = Worker::start(events);
    let writer = thread::spawn(move || {
        for message in outgoing {
            transport::write(&mut output, &message)?;
        }
        Ok::<_, std::io::Error>(())
    });
    let server = Server {
        out,
        worker,
        client: Client::default(),
        stage: Stage::New,
        documents: HashMap::new(),
        roots: BTreeMap::new(),
        parity: Parity::new(),
    };
    let outcome = server.run(&incoming);
    // The server is gone, and with it the way to the writer, who ends when all is written.
    let written = writer.join().unwrap_or(Ok(()));
    let outcome = outcome.context("cannot read what the editor sends")?;
    written.context("cannot write to the editor")?;
    Ok(outcome)
}

/// How far a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    New,
    Running,
    ShutDown,
}

/// A folder of locales with an open document.
#[derive(Default)]
struct Root {
    /// Which state it is in; what is checked of an earlier one is stale.
    generation: u64,
    checked: Option<Checked>,
    /// The state that was last checked.
    seen: Option<u64>,
    /// The files with diagnostics, by their paths.
    published: HashMap<String, Uri>,
    /// What is answered when this state, or a later one, is checked.
    parked: Vec<(u64, Request)>,
}

/// The server of one client.
pub(super) struct Server {
    out: SyncSender<Value>,
    worker: Worker,
    client: Client,
    stage: Stage,
    documents: HashMap<Uri, Document>,
    roots: BTreeMap<PathBuf, Root>,
    parity: Parity,
}

/// Why a request has no answer.
struct Refusal {
    code: ErrorCode,
    why: String,
}

impl Refusal {
    fn new(code: ErrorCode, why: impl Into<String>) -> Self {
        Refusal {
            code,
            why: why.into(),
        }
    }
}

/// What a request needs before it can be answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    Nothing,
    /// A catalog, of whatever state.
    Catalog,
    /// The findings of this state.
    Findings,
    /// All files read again.
    Files,
}

fn needs(method: &str) -> Needs {
    match method {
        "textDocument/hover"
        | "textDocument/completion"
        | "textDocument/definition"
        | "textDocument/references"
        | "textDocument/prepareRename" => Needs::Catalog,
        "textDocument/codeAction" => Needs::Findings,
        "textDocument/rename" => Needs::Files,
        _ => Needs::Nothing,
    }
}

impl Server {
    fn run(mut self, events: &Receiver<Event>) -> std::io::Result<Outcome> {
        for event in events {
            match event {
                Event::Received(Received::Message(Message::Notification(notification)))
                    if notification.method == "exit" =>
                {
                    return Ok(Outcome::of(self.stage != Stage::ShutDown));
                }
                Event::Received(Received::Message(message)) => {
                    // Nothing in here panics; if it did, the documents would be lost.
                    let handled = catch_unwind(AssertUnwindSafe(|| self.message(message)));
                    if handled.is_err() {
                        self.log(MessageType::ERROR, "tolken failed to handle a message");
                    }
                }
                Event::Received(Received::Malformed { id, code, why }) => {
                    self.send(transport::refusal(&id, code, &why));
                }
                Event::Checked(outcome) => self.checked(outcome),
                Event::Closed(None) => return Ok(Outcome::of(self.stage != Stage::ShutDown)),
                Event::Closed(Some(error)) => return Err(error),
            }
        }
        Ok(Outcome::Faults)
    }

    fn message(&mut self, message: Message) {
        match message {
            Message::Request(request) => self.request(request),
            Message::Notification(notification) if self.stage == Stage::Running => {
                let method = notification.method.clone();
                if let Err(refusal) = self.notification(notification) {
                    let text = format!("cannot handle `{method}`: {}", refusal.why);
                    self.log(MessageType::WARNING, &text);
                }
            }
            // What the client answers is that it was told; before and after a session nothing counts.
            Message::Notification(_) | Message::Response(_) => {}
        }
    }

    fn request(&mut self, request: Request) {
        let refuse = |code, why: &str| Err(Refusal::new(code, why));
        let answer = match (self.stage, request.method.as_str()) {
            (Stage::New, "initialize") => self.initialize(request.params),
            (Stage::New, _) => refuse(
                ErrorCode::ServerNotInitialized,
                "expected `initialize` first",
            ),
            (Stage::ShutDown, _) => refuse(
                ErrorCode::InvalidRequest,
                "expected `exit` after `shutdown`",
            ),
            (Stage::Running, "initialize") => refuse(
                ErrorCode::InvalidRequest,
                "expected one `initialize`, but found a second",
            ),
            (Stage::Running, "shutdown") => {
                self.stage = Stage::ShutDown;
                Ok(Value::Null)
            }
            (Stage::Running, _) => return self.ask(request),
        };
        self.respond(&request.id, answer);
    }

    /// Answers a request, or keeps it until what it needs is there.
    fn ask(&mut self, request: Request) {
        let needs = needs(&request.method);
        let root = self.root_of(&request).filter(|_| needs != Needs::Nothing);
        if let Some(path) = root {
            if needs == Needs::Files {
                self.touch(&path);
            }
            let root = self.roots.entry(path).or_default();
            let wanted = match needs {
                Needs::Nothing | Needs::Catalog => 0,
                Needs::Findings | Needs::Files => root.generation,
            };
            if root.seen.is_none_or(|seen| seen < wanted) {
                if root.parked.len() < MOST_PARKED {
                    root.parked.push((wanted, request));
                } else {
                    let why = "expected fewer requests that wait for a check";
                    let refusal = Refusal::new(ErrorCode::ServerCancelled, why);
                    self.respond(&request.id, Err(refusal));
                }
                return;
            }
        }
        self.answer_now(request);
    }

    fn answer_now(&mut self, request: Request) {
        let Request { id, method, params } = request;
        let answer = catch_unwind(AssertUnwindSafe(|| self.answer(&method, params)));
        let failed = |_| {
            Err(Refusal::new(
                ErrorCode::InternalError,
                "tolken failed to answer",
            ))
        };
        self.respond(&id, answer.unwrap_or_else(failed));
    }

    /// The answer to a request of the languages' part of the protocol.
    fn answer(&self, method: &str, params: Value) -> Result<Value, Refusal> {
        match method {
            "textDocument/hover" => given(params, |params| self.hover(&params)),
            "textDocument/completion" => given(params, |params| self.completion(&params)),
            "textDocument/definition" => given(params, |params| self.definition(&params)),
            "textDocument/references" => given(params, |params| self.references(&params)),
            "textDocument/prepareRename" => given(params, |params| self.prepare_rename(&params)),
            "textDocument/codeAction" => given(params, |params| self.code_action(&params)),
            "textDocument/rename" => self.rename(read(params)?),
            _ => Err(Refusal::new(
                ErrorCode::MethodNotFound,
                format!("`{method}` is not known"),
            )),
        }
    }

    fn initialize(&mut self, params: Value) -> Result<Value, Refusal> {
        let params: InitializeParams = read(params)?;
        self.client = Client::new(&params.capabilities);
        self.stage = Stage::Running;
        let result = InitializeResult {
            capabilities: capabilities::server(self.client.encoding),
            server_info: Some(ServerInfo {
                name: "tolken".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        };
        Ok(json!(result))
    }

    fn notification(&mut self, notification: Notification) -> Result<(), Refusal> {
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
    fn watch(&self) {
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

    fn open(&mut self, params: DidOpenTextDocumentParams) {
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

    fn change(&mut self, params: DidChangeTextDocumentParams) {
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

    fn tell_too_long(&self, uri: &Uri) {
        let limit = Limits::default().file_bytes;
        let text = format!(
            "`{}` is not checked: it is longer than {limit} bytes, or too much is open",
            uri.as_str()
        );
        let params = json!({ "type": MessageType::ERROR, "message": text });
        self.notify("window/showMessage", params);
    }

    fn cancel(&mut self, params: &Value) {
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

    /// The folder of the document that a request names.
    fn root_of(&self, request: &Request) -> Option<PathBuf> {
        let uri = request.params.get("textDocument")?.get("uri")?.as_str()?;
        let document = self.documents.get(&uri.parse::<Uri>().ok()?)?;
        Some(document.place.as_ref()?.root.clone())
    }

    fn touch_of(&mut self, uri: &Uri) {
        let document = self.documents.get(uri);
        if let Some(place) = document.and_then(|document| document.place.as_ref()) {
            let root = place.root.clone();
            self.touch(&root);
        }
    }

    /// Has a folder checked as it is now.
    fn touch(&mut self, path: &Path) {
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

    fn documents_of<'s>(&'s self, root: &'s Path) -> impl Iterator<Item = &'s Document> {
        self.documents.values().filter(move |document| {
            let place = document.place.as_ref();
            place.is_some_and(|place| place.root == root)
        })
    }

    /// Takes what a check found, tells it if it is of the newest state, and answers who waited for it.
    fn checked(&mut self, outcome: worker::Outcome) {
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

    /// Tells the findings of a folder, and that those of files without any are gone.
    fn publish(&mut self, path: &Path) {
        let project = self.project(path);
        let originals = Originals::new(&project);
        let originals = originals
            .as_ref()
            .map(|originals| (originals, &self.parity));
        let mut by_path: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in project.findings {
            by_path
                .entry(finding.source().path())
                .or_default()
                .push(finding);
        }
        let mut told: BTreeMap<String, Vec<lsp_types::Diagnostic>> = BTreeMap::new();
        for (path, findings) in by_path {
            let Some(first) = findings.first() else {
                continue;
            };
            let lines = self.lines(first.source());
            let diagnostics = findings.iter().map(|finding| {
                // Those of one path share their text, but for what could not be read.
                let locate = |source: &Source, span| self.location(source, span);
                diagnostics::diagnostic(finding, &lines, self.client.shows, originals, &locate)
            });
            told.insert(path.to_owned(), diagnostics.collect());
        }
        for document in self.documents_of(path) {
            if let (None, Some(path)) = (&document.source, document.shown()) {
                let too_long = diagnostics::too_long(Limits::default().file_bytes);
                told.insert(path, vec![too_long]);
            }
        }
        let before = self.roots.get(path).map(|root| root.published.clone());
        for (path, uri) in before.unwrap_or_default() {
            if !told.contains_key(&path) {
                let uri = self.uri(&path).unwrap_or(uri);
                self.publish_file(uri, Vec::new());
            }
        }
        let mut published = HashMap::new();
        for (path, diagnostics) in told {
            if let Some(uri) = self.uri(&path) {
                self.publish_file(uri.clone(), diagnostics);
                published.insert(path, uri);
            }
        }
        // A document that was always clean is told so, for whoever waits for it.
        for document in self.documents_of(path) {
            let shown = document.shown().unwrap_or_default();
            if !published.contains_key(&shown) {
                self.publish_file(document.uri.clone(), Vec::new());
            }
        }
        if let Some(root) = self.roots.get_mut(path) {
            root.published = published;
        }
    }

    fn publish_file(&self, uri: Uri, diagnostics: Vec<lsp_types::Diagnostic>) {
        let version = self.documents.get(&uri).map(|document| document.version);
        let params = PublishDiagnosticsParams {
            uri,
            diagnostics,
            version,
        };
        self.notify("textDocument/publishDiagnostics", json!(params));
    }

    /// A folder as it was last checked, with its documents as they are.
    fn project<'s>(&'s self, path: &'s Path) -> Project<'s> {
        let checked = self.roots.get(path).and_then(|root| root.checked.as_ref());
        Project::new(path, checked, self.documents_of(path))
    }

    fn hover(&self, params: &HoverParams) -> Option<Hover> {
        let at = self.at(&params.text_document_position_params)?;
        let (text, span) = match at.role {
            Role::Messages(locale) => {
                let resource = at.document.resource()?;
                hover::hover(&at.project, locale, resource, at.offset)?
            }
            Role::Manifest => hover::hover_manifest(&at.project, at.source, at.offset)?,
            Role::Settings => return None,
        };
        Some(Hover {
            contents: HoverContents::Markup(MarkupContent {
                kind: MarkupKind::Markdown,
                value: text,
            }),
            range: Some(at.lines.range(span)),
        })
    }

    fn completion(&self, params: &CompletionParams) -> Option<CompletionList> {
        let at = self.at(&params.text_document_position)?;
        let locale = at.locale()?;
        let (items, is_complete) =
            completion::completion(&at.project, locale, at.source, at.offset, &at.lines);
        Some(CompletionList {
            is_incomplete: !is_complete,
            items,
        })
    }

    fn definition(&self, params: &GotoDefinitionParams) -> Option<Vec<Location>> {
        let at = self.at(&params.text_document_position_params)?;
        let (name, span) = at.name()?;
        let from = (at.source, span);
        let found = definition::definitions(&at.project, at.locale(), &name, from);
        let locations = found.iter();
        Some(
            locations
                .filter_map(|(source, span)| self.location(source, *span))
                .collect(),
        )
    }

    fn references(&self, params: &ReferenceParams) -> Option<Vec<Location>> {
        let at = self.at(&params.text_document_position)?;
        let (name, _) = at.name()?;
        let files = at.project.files.iter().map(|file| file.resource);
        let places = names::places(&name, files, at.project.manifest).into_iter();
        let places =
            places.filter(|place| params.context.include_declaration || !place.is_definition);
        Some(
            places
                .filter_map(|place| self.location(&place.source, place.span))
                .collect(),
        )
    }

    fn prepare_rename(&self, params: &TextDocumentPositionParams) -> Option<PrepareRenameResponse> {
        let at = self.at(params)?;
        let (name, span) = at.name()?;
        Some(PrepareRenameResponse::RangeWithPlaceholder {
            range: at.lines.range(span),
            placeholder: name.text().to_owned(),
        })
    }

    fn rename(&self, params: RenameParams) -> Result<Value, Refusal> {
        let named = self.at(&params.text_document_position).and_then(|at| {
            let (name, _) = at.name()?;
            Some((at, name))
        });
        let Some((at, name)) = named else {
            let why = "expected the name of a message, a term, an attribute or an argument here";
            return Err(Refusal::new(ErrorCode::RequestFailed, why));
        };
        let edits = rename::rename(&at.project, &name, &params.new_name)
            .map_err(|why| Refusal::new(ErrorCode::RequestFailed, why))?;
        Ok(json!(self.workspace_edit(edits)))
    }

    fn code_action(&self, params: &CodeActionParams) -> Option<Vec<CodeActionOrCommand>> {
        let start = TextDocumentPositionParams {
            text_document: params.text_document.clone(),
            position: params.range.start,
        };
        let at = self.at(&start)?;
        // The findings are of this text, or say nothing about it.
        let mut findings = at.project.findings.iter();
        let of_path = findings.find(|finding| finding.source().path() == at.source.path());
        if of_path.is_some_and(|finding| finding.source().text() != at.source.text()) {
            return Some(Vec::new());
        }
        let source = of_path.map_or(at.source, Finding::source);
        let resource = at.locale().and_then(|_| at.document.resource());
        let actions = actions::actions(
            source,
            resource,
            at.project.findings,
            at.lines.span(params.range),
            params.context.only.as_deref(),
            &at.lines,
        );
        let actions = actions.into_iter().map(|action| {
            let document = at.document;
            let edits = vec![(document.uri.clone(), Some(document.version), action.edits)];
            CodeActionOrCommand::CodeAction(CodeAction {
                title: action.title,
                kind: Some(action.kind),
                diagnostics: action.mends.map(|mends| vec![mends]),
                edit: Some(self.edit(edits)),
                is_preferred: action.is_preferred.then_some(true),
                ..CodeAction::default()
            })
        });
        Some(actions.collect())
    }

    /// What is at a place of a document.
    fn at(&self, params: &TextDocumentPositionParams) -> Option<At<'_>> {
        let document = self.documents.get(&params.text_document.uri)?;
        let (place, source) = (document.place.as_ref()?, document.source.as_ref()?);
        let lines = Lines::of_document(source.text(), self.client.encoding);
        Some(At {
            document,
            source,
            role: &place.role,
            offset: lines.offset(params.position),
            lines,
            project: self.project(&place.root),
        })
    }

    fn document_by(&self, path: &str) -> Option<&Document> {
        let mut documents = self.documents.values();
        documents.find(|document| document.shown().as_deref() == Some(path))
    }

    fn uri(&self, path: &str) -> Option<Uri> {
        match self.document_by(path) {
            Some(document) => Some(document.uri.clone()),
            None => uri::of(Path::new(path)),
        }
    }

    /// The lines of a text: as the client has it, or as it is on the disk.
    fn lines<'t>(&self, source: &'t Source) -> Lines<'t> {
        let open = self.document_by(source.path());
        let is_open = open.is_some_and(|document| document.source.is_some());
        if is_open {
            Lines::of_document(source.text(), self.client.encoding)
        } else {
            Lines::of_file(source.text(), self.client.encoding)
        }
    }

    fn location(&self, source: &Source, span: Span) -> Option<Location> {
        let range = self.lines(source).range(span);
        Some(Location::new(self.uri(source.path())?, range))
    }

    /// Edits of places, as edits of files.
    fn workspace_edit(&self, edits: Vec<(Source, Span, String)>) -> WorkspaceEdit {
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
    fn edit(&self, files: Vec<(Uri, Option<i32>, Vec<TextEdit>)>) -> WorkspaceEdit {
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

    fn respond(&self, id: &RequestId, answer: Result<Value, Refusal>) {
        let message = match answer {
            Ok(result) => json!({ "jsonrpc": "2.0", "id": id, "result": result }),
            Err(Refusal { code, why }) => transport::refusal(&json!(id), code, &why),
        };
        self.send(message);
    }

    fn log(&self, kind: MessageType, text: &str) {
        self.notify(
            "window/logMessage",
            json!({ "type": kind, "message": text }),
        );
    }

    fn notify(&self, method: &str, params: Value) {
        self.send(json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn send(&self, message: Value) {
        // A client that reads no more is about to be gone, which ends the loop.
        let _ = self.out.send(message);
    }
}

/// A place of an open document.
struct At<'s> {
    document: &'s Document,
    source: &'s Source,
    role: &'s Role,
    offset: usize,
    lines: Lines<'s>,
    project: Project<'s>,
}

impl At<'_> {
    /// The locale, of a file with messages.
    fn locale(&self) -> Option<&LanguageIdentifier> {
        match self.role {
            Role::Messages(locale) => Some(locale),
            Role::Manifest | Role::Settings => None,
        }
    }

    /// The name that stands here.
    fn name(&self) -> Option<(Name, Span)> {
        match self.role {
            Role::Messages(_) => names::at(self.document.resource()?, self.offset),
            Role::Manifest => names::at_manifest(self.source, self.offset),
            Role::Settings => None,
        }
    }
}

/// Reads what a method is given.
fn read<P: DeserializeOwned>(params: Value) -> Result<P, Refusal> {
    serde_json::from_value(params).map_err(|error| {
        let why = format!("expected other parameters: {error}");
        Refusal::new(ErrorCode::InvalidParams, why)
    })
}

/// Answers a request that has an answer for whatever it is given.
fn given<P: DeserializeOwned, R: Serialize>(
    params: Value,
    answer: impl FnOnce(P) -> R,
) -> Result<Value, Refusal> {
    Ok(json!(answer(read(params)?)))
}
