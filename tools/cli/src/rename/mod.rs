//! Renaming: from parsed files to the edits that give a thing another name everywhere.
//!
//! Owns where a name is written: in Fluent files, in the manifest and in `source.lock`. It reads and writes
//! no file, so that the command and an editor's protocol share it.

mod fluent;
mod lock;
mod manifest;

pub(crate) use self::fluent::{edits, group, places, taken, unread};
pub(crate) use self::lock::{attribute_edits, lock_edits};
pub(crate) use self::manifest::{argument_edits, code_edits, codes_of, message_edits, message_of};

/// What is to get another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// A message, which as a rule is a code.
    Message(String),
    /// A term, without its hyphen.
    Term(String),
    /// An argument of a message, and of those that it shares it with by reference; without `$`.
    Argument {
        /// The id of the message.
        message: String,
        /// The name of the argument.
        name: String,
    },
    /// A parameter of a term.
    Parameter {
        /// The id of the term, without its hyphen.
        term: String,
        /// The name of the parameter.
        name: String,
    },
}

impl Name {
    /// The same thing under another name.
    pub(crate) fn renamed(&self, new: &str) -> Self {
        let new = new.to_owned();
        match self {
            Name::Message(_) => Name::Message(new),
            Name::Term(_) => Name::Term(new),
            Name::Argument { message, .. } => Name::Argument {
                message: message.clone(),
                name: new,
            },
            Name::Parameter { term, .. } => Name::Parameter {
                term: term.clone(),
                name: new,
            },
        }
    }

    /// As it is written in a Fluent file.
    pub(crate) fn written(&self) -> String {
        match self {
            Name::Message(id) => id.clone(),
            Name::Term(id) => format!("-{id}"),
            Name::Argument { name, .. } | Name::Parameter { name, .. } => format!("${name}"),
        }
    }
}
