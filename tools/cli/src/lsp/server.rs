//! The loop of the server: who is asked what, in which order, and how it begins and ends.
//!
//! It never waits for a check. A request that needs one is kept until the check is done; whatever a
//! client sends is answered, and nothing that it sends ends the server but `exit`.

use std::collections::{BTreeMap, HashMap};
use std::io::{BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use anyhow::Context;
use lsp_server::{ErrorCode, Message, Request, RequestId};
use lsp_types::{Diagnostic, InitializeParams, InitializeResult, MessageType, ServerInfo, Uri};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tolken::check::Checked;

use super::capabilities::{self, Client};
use super::diagnostics::Parity;
use super::document::Document;
use super::transport::{self, Received};
use super::worker::{self, Worker};
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
pub(super) enum Stage {
    New,
    Running,
    ShutDown,
}

/// A folder of locales with an open document.
#[derive(Default)]
pub(super) struct Root {
    /// Which state it is in; what is checked of an earlier one is stale.
    pub(super) generation: u64,
    pub(super) checked: Option<Checked>,
    /// The state that was last checked.
    pub(super) seen: Option<u64>,
    /// What was last told of the files with diagnostics, by their paths.
    pub(super) published: HashMap<String, Vec<Diagnostic>>,
    /// What is answered when this state, or a later one, is checked.
    pub(super) parked: Vec<(u64, Request)>,
}

/// The server of one client.
pub(super) struct Server {
    pub(super) out: SyncSender<Value>,
    pub(super) worker: Worker,
    pub(super) client: Client,
    pub(super) stage: Stage,
    pub(super) documents: HashMap<Uri, Document>,
    pub(super) roots: BTreeMap<PathBuf, Root>,
    pub(super) parity: Parity,
}

/// Why a request has no answer.
pub(super) struct Refusal {
    pub(super) code: ErrorCode,
    pub(super) why: String,
}

impl Refusal {
    pub(super) fn new(code: ErrorCode, why: impl Into<String>) -> Self {
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

    pub(super) fn answer_now(&mut self, request: Request) {
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

    /// The folder of the document that a request names.
    fn root_of(&self, request: &Request) -> Option<PathBuf> {
        let uri = request.params.get("textDocument")?.get("uri")?.as_str()?;
        let document = self.documents.get(&uri.parse::<Uri>().ok()?)?;
        Some(document.place.as_ref()?.root.clone())
    }

    pub(super) fn respond(&self, id: &RequestId, answer: Result<Value, Refusal>) {
        let message = match answer {
            Ok(result) => json!({ "jsonrpc": "2.0", "id": id, "result": result }),
            Err(Refusal { code, why }) => transport::refusal(&json!(id), code, &why),
        };
        self.send(message);
    }

    pub(super) fn log(&self, kind: MessageType, text: &str) {
        self.notify(
            "window/logMessage",
            &json!({ "type": kind, "message": text }),
        );
    }

    pub(super) fn notify(&self, method: &str, params: &Value) {
        self.send(json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    pub(super) fn send(&self, message: Value) {
        // A client that reads no more is about to be gone, which ends the loop.
        let _ = self.out.send(message);
    }
}

/// Reads what a method is given.
pub(super) fn read<P: DeserializeOwned>(params: Value) -> Result<P, Refusal> {
    serde_json::from_value(params).map_err(|error| {
        let why = format!("expected other parameters: {error}");
        Refusal::new(ErrorCode::InvalidParams, why)
    })
}
