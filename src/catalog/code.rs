//! What a catalog knows of a code, whatever the language.

use crate::manifest::{Argument, CodeEntry};

/// A code and where its texts are.
#[derive(Debug)]
pub(super) struct CodeRecord {
    pub(super) entry: CodeEntry,
    /// The key of its text; `None` when no locale has one.
    pub(super) key: Option<u32>,
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
#[derive(Clone, Copy, Debug)]
pub struct Code<'c> {
    record: &'c CodeRecord,
}

impl<'c> Code<'c> {
    pub(super) fn new(record: &'c CodeRecord) -> Self {
        Code { record }
    }

    /// The code itself, never translated.
    #[must_use]
    pub fn name(self) -> &'c str {
        &self.record.entry.code
    }

    /// The HTTP status, when a manifest gives one.
    #[must_use]
    pub fn status(self) -> Option<u16> {
        self.record.entry.status
    }

    /// The id of its message: the code itself, unless the manifest names another.
    #[must_use]
    pub fn message_id(self) -> &'c str {
        self.record.entry.message.as_deref().unwrap_or(self.name())
    }

    /// The arguments that the manifest names, in its order.
    #[must_use]
    pub fn arguments(self) -> &'c [Argument] {
        &self.record.entry.arguments
    }

    /// Whether nothing new may use it.
    #[must_use]
    pub fn is_retired(self) -> bool {
        self.record.entry.retired
    }

    /// The code to use instead of a retired one.
    #[must_use]
    pub fn replaced_by(self) -> Option<&'c str> {
        self.record.entry.replaced_by.as_deref()
    }
}
