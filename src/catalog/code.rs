//! What a catalog knows of a code, whatever the language.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::entry::Entries;
use crate::manifest::{Argument, CodeEntry};

/// A code, as compact as a catalog without a manifest wants it, where each message is one.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CodeRecord {
    /// The code itself and the id of its message, as [`Names`](super::names::Names) has them.
    pub(super) name: u32,
    pub(super) message: u32,
    pub(super) status: Option<u16>,
    pub(super) is_retired: bool,
    pub(super) replaced_by: Option<Box<str>>,
    pub(super) arguments: Box<[Argument]>,
}

impl CodeRecord {
    pub(super) fn new(entry: &CodeEntry, entries: &mut Entries) -> Self {
        let name = entries.intern(&entry.code);
        let message = entry.message.as_ref();
        CodeRecord {
            name,
            message: message.map_or(name, |id| entries.intern(id)),
            status: entry.status,
            is_retired: entry.retired,
            replaced_by: entry.replaced_by.as_deref().map(Box::from),
            arguments: entry.arguments.as_slice().into(),
        }
    }
}

/// A code of a catalog.
///
/// # Example
///
/// ```
/// let catalog = tolken::Catalog::builtin();
/// let code = catalog.code("MaximumBatchSizeExceeded").unwrap();
/// assert_eq!(code.status(), Some(400));
/// let names: Vec<_> = code.arguments().iter().map(|argument| argument.name()).collect();
/// assert_eq!(names, ["received", "allowed"]);
/// ```
#[derive(Clone, Copy)]
pub struct Code<'c> {
    entries: &'c Entries,
    record: &'c CodeRecord,
}

impl<'c> Code<'c> {
    pub(super) fn new(entries: &'c Entries, record: &'c CodeRecord) -> Self {
        Code { entries, record }
    }

    /// The code itself, never translated.
    #[must_use]
    pub fn name(self) -> &'c str {
        self.entries.names.text(self.record.name)
    }

    /// The HTTP status, when a manifest gives one.
    #[must_use]
    pub fn status(self) -> Option<u16> {
        self.record.status
    }

    /// The id of its message: the code itself, unless the manifest names another.
    #[must_use]
    pub fn message_id(self) -> &'c str {
        self.entries.names.text(self.record.message)
    }

    /// The arguments that the manifest names, in its order.
    #[must_use]
    pub fn arguments(self) -> &'c [Argument] {
        &self.record.arguments
    }

    /// Whether nothing new may use it.
    #[must_use]
    pub fn is_retired(self) -> bool {
        self.record.is_retired
    }

    /// The code to use instead of a retired one.
    #[must_use]
    pub fn replaced_by(self) -> Option<&'c str> {
        self.record.replaced_by.as_deref()
    }
}

impl fmt::Debug for Code<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Code")
            .field("name", &self.name())
            .field("status", &self.status())
            .finish_non_exhaustive()
    }
}
