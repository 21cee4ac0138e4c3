//! Where the codes, arguments and messages of a folder stand, so that an error can lead there.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use tolken::syntax::{Entry, parse};
use tolken::{Limits, Source};
use toml::Spanned;

/// Places as `path:line`; none for the built-in catalog.
#[derive(Default)]
pub(crate) struct Places {
    codes: HashMap<String, String>,
    arguments: HashMap<(String, String), String>,
    messages: HashMap<String, String>,
}

#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    codes: HashMap<Spanned<String>, Code>,
}

#[derive(Deserialize)]
struct Code {
    #[serde(default)]
    args: BTreeMap<Spanned<String>, toml::Value>,
}

impl Places {
    /// Notes where a manifest has its codes; one that cannot be read has none, and is told elsewhere.
    pub(crate) fn add_manifest(&mut self, path: &str, text: &str) {
        let Ok(manifest) = toml::from_str::<Manifest>(text) else {
            return;
        };
        let source = Source::new(path, text);
        let place =
            |name: &Spanned<String>| format!("{path}:{}", source.position(name.span().start).line);
        for (code, entry) in manifest.codes {
            self.codes.insert(code.get_ref().clone(), place(&code));
            for argument in entry.args.into_keys() {
                let key = (code.get_ref().clone(), argument.get_ref().clone());
                self.arguments.insert(key, place(&argument));
            }
        }
    }

    /// Notes where a file has its messages.
    pub(crate) fn add_messages(&mut self, path: &str, text: &str) {
        let source = Source::new(path, text);
        let (resource, _) = parse(&source, &Limits::default());
        for entry in &resource.entries {
            if let Entry::Message(message) = entry {
                let line = source.position(message.id.start()).line;
                let id = source.slice(message.id).to_owned();
                self.messages.insert(id, format!("{path}:{line}"));
            }
        }
    }

    /// Where the manifest has a code, else where its message is.
    pub(crate) fn code(&self, code: &str, message: &str) -> Option<&str> {
        let place = self.codes.get(code).or_else(|| self.messages.get(message));
        place.map(String::as_str)
    }

    /// Where the message is.
    pub(crate) fn message(&self, id: &str) -> Option<&str> {
        self.messages.get(id).map(String::as_str)
    }

    /// Where the manifest has an argument.
    pub(crate) fn argument(&self, code: &str, argument: &str) -> Option<&str> {
        let key = (code.to_owned(), argument.to_owned());
        self.arguments.get(&key).map(String::as_str)
    }
}
