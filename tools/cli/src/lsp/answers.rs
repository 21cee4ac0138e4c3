//! What the client asks of a place, each answered by the file of its name.

use std::path::Path;

use lsp_server::ErrorCode;
use lsp_types::{
    CodeAction, CodeActionOrCommand, CodeActionParams, CompletionList, CompletionParams,
    DocumentFormattingParams, GotoDefinitionParams, Hover, HoverContents, HoverParams, Location,
    MarkupContent, MarkupKind, PrepareRenameResponse, ReferenceParams, RenameParams,
    TextDocumentPositionParams, TextEdit,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tolken::check::LOCK;
use tolken::format::format;
use tolken::{Finding, LanguageIdentifier, Limits, Source, Span};

use super::document::{Document, shown};
use super::names::{self, Name};
use super::position::Lines;
use super::project::Project;
use super::root::Role;
use super::server::{Refusal, Server, read};
use super::{actions, completion, definition, hover, rename, uri};
use crate::files;

impl Server {
    /// The answer to a request of the languages' part of the protocol.
    pub(super) fn answer(&self, method: &str, params: Value) -> Result<Value, Refusal> {
        match method {
            "textDocument/hover" => given(params, |params| self.hover(&params)),
            "textDocument/completion" => given(params, |params| self.completion(&params)),
            "textDocument/definition" => given(params, |params| self.definition(&params)),
            "textDocument/references" => given(params, |params| self.references(&params)),
            "textDocument/prepareRename" => given(params, |params| self.prepare_rename(&params)),
            "textDocument/codeAction" => given(params, |params| self.code_action(&params)),
            "textDocument/formatting" => given(params, |params| self.formatting(&params)),
            "textDocument/rename" => self.rename(&read(params)?),
            _ => Err(Refusal::new(
                ErrorCode::MethodNotFound,
                format!("`{method}` is not known"),
            )),
        }
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

    /// The form of `tolken fmt`, whatever the client would rather have: one form for all.
    fn formatting(&self, params: &DocumentFormattingParams) -> Option<Vec<TextEdit>> {
        let document = self.documents.get(&params.text_document.uri)?;
        let (place, source) = (document.place.as_ref()?, document.source.as_ref()?);
        if !matches!(place.role, Role::Messages(_)) {
            return None;
        }
        let lines = Lines::of_document(source.text(), self.client.encoding);
        let formatting = format(source, &Limits::default());
        let edits = formatting.edits().iter().map(|edit| lines.edit(edit));
        Some(edits.collect())
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

    fn rename(&self, params: &RenameParams) -> Result<Value, Refusal> {
        let named = self.at(&params.text_document_position).and_then(|at| {
            let (name, _) = at.name()?;
            Some((at, name))
        });
        let Some((at, name)) = named else {
            let why = "expected the name of a message, a term, an attribute or an argument here";
            return Err(Refusal::new(ErrorCode::RequestFailed, why));
        };
        let root = at.document.place.as_ref().map(|place| &place.root);
        let lock = root.map_or(Ok(None), |root| self.lock(root));
        let edits = lock
            .and_then(|lock| rename::rename(&at.project, lock.as_ref(), &name, &params.new_name))
            .map_err(|why| Refusal::new(ErrorCode::RequestFailed, why))?;
        Ok(json!(self.workspace_edit(edits)))
    }

    /// The lock of a folder, if it has one: as the client has it open, or as it is on the disk.
    fn lock(&self, root: &Path) -> Result<Option<Source>, String> {
        let file = root.join(LOCK);
        let mut documents = self.documents.values();
        let open = documents.find(|document| uri::path(&document.uri).as_ref() == Some(&file));
        match open.and_then(|document| document.source.as_ref()) {
            Some(source) => Ok(Some(Source::new(shown(&file), source.text()))),
            None => files::read_if_there(&file).map_err(|error| format!("{error:#}")),
        }
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

/// Answers a request that has an answer for whatever it is given.
fn given<P: DeserializeOwned, R: Serialize>(
    params: Value,
    answer: impl FnOnce(P) -> R,
) -> Result<Value, Refusal> {
    Ok(json!(answer(read(params)?)))
}
