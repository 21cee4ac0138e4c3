//! The language server: what `tolken check` finds, and what the catalog knows, while a translator types.
//!
//! The protocol is spoken on one thread ([`server`]); checks run on another ([`worker`]), of the files
//! with the texts that are not saved yet. What an editor asks is answered from what was last checked and
//! the documents as they are now ([`project`]). One ability more is a line in
//! [`capabilities`], a line in [`Server::answer`](server::Server::answer), and a file.

mod actions;
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
mod position;
mod project;
mod rename;
mod root;
mod server;
mod transport;
mod uri;
mod worker;

pub(crate) use self::server::serve;
