//! Lists: A, B and C.

use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_locale::Locale;
use writeable::Writeable;

use super::{Conventions, HAS_ROOT};

/// How the last item is joined; ECMA-402's `type` of `Intl.ListFormat`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ListKind {
    /// A, B and C
    #[default]
    And,
    /// A, B or C
    Or,
    /// A, B, C
    Unit,
}

pub(super) fn formatter(locale: &Locale, kind: ListKind) -> ListFormatter {
    let options = ListFormatterOptions::default().with_length(ListLength::Wide);
    let preferences = locale.clone().into();
    match kind {
        ListKind::And => ListFormatter::try_new_and(preferences, options),
        ListKind::Or => ListFormatter::try_new_or(preferences, options),
        ListKind::Unit => ListFormatter::try_new_unit(preferences, options),
    }
    .expect(HAS_ROOT)
}

pub(super) fn write(conventions: &Conventions, items: &[String], kind: ListKind, out: &mut String) {
    let formatter = match kind {
        ListKind::And => &conventions.and,
        ListKind::Or => &conventions.or,
        ListKind::Unit => &conventions.unit,
    };
    // Writing to a string does not fail.
    let _ = formatter.format(items.iter()).write_to(out);
}
