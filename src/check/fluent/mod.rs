//! Rules about Fluent's own constructs, one a file.

pub(super) mod literal_selector;
pub(super) mod missing_plural;
mod plural;
pub(super) mod unknown_plural;
pub(super) mod unused_parameter;
pub(super) mod unused_term;

pub use self::plural::plural_categories;
