//! The language server: what `tolken check` finds, and what the catalog knows, while a translator types.
//!
//! The protocol is spoken on one thread ([`server`]); checks run on another ([`worker`]), of the files
//! with the texts that are not saved yet. What an editor asks is answered from what was last checked and
//! the documents as they are now ([`project`]). One ability more is a line in
//! [`capabilities`], a line in [`answers`], and a file.

mod actions;
mod answers;
mod capabilities;
mod completion;
mod cursor;
mod definition;
mod diagnostics;
mod document;
mod function;
mod hover;
mod manifest;
mod names;
mod places;
mod position;
mod project;
mod publish;
mod rename;
mod root;
mod server;
mod sync;
mod transport;
mod uri;
mod worker;

pub(crate) use self::server::serve;
