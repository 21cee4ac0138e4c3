//! `parse`: what a file holds.

use serde_json::{Value, json};
use tolken::syntax::{self, Entry};
use tolken::{Limits, Source};

pub(crate) fn answer(request: &Value) -> Option<Value> {
    let source = Source::new("test.ftl", request["source"].as_str()?);
    let (resource, _) = syntax::parse(&source, &Limits::default());
    let mut messages = Vec::new();
    let mut terms = Vec::new();
    let mut junk = 0;
    for entry in &resource.entries {
        match entry {
            Entry::Message(message) => messages.push(source.slice(message.id)),
            Entry::Term(term) => terms.push(source.slice(term.id)),
            Entry::Junk(_) => junk += 1,
            Entry::Comment(_) => {}
        }
    }
    Some(json!({ "messages": messages, "terms": terms, "junk": junk }))
}
