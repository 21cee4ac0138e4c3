//! PO, the files of gettext.

mod expression;
mod forms;
mod read;
mod write;

pub(super) use self::forms::header;
pub(super) use self::read::read;
pub(super) use self::write::write;
