//! What the index of [lookup](crate::lookup) reads of a catalog beyond its public interface.

use serde::{Deserialize, Serialize};

use super::Catalog;
use crate::locale::Conventions;
use crate::lookup::Index;
use crate::template::{Check, Compiler, Damaged, Located, Op, Template};

/// An earlier wording.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Former {
    id: Box<str>,
    is_action: bool,
    ops: Op,
}

/// Compiles earlier wordings: the attributes of messages, and their values if they have any.
pub(super) fn former<'s>(messages: &[Located<'s>], compiler: &mut Compiler<'s>) -> Vec<Former> {
    let mut wordings = Vec::new();
    for Located {
        source, message, ..
    } in messages
    {
        let id = source.slice(message.id);
        let value = message.value.iter().map(|value| ("", value));
        let attributes = message.attributes.iter();
        let attributes = attributes.map(|it| (source.slice(it.id), &it.value));
        for (name, pattern) in value.chain(attributes) {
            wordings.push(Former {
                id: id.into(),
                is_action: name.starts_with("action"),
                ops: compiler.compile(&format!("{id}.{name}"), source, pattern),
            });
        }
    }
    wordings.sort_by(|a, b| a.id.cmp(&b.id));
    wordings
}

/// Checks what was read: sorted, as [`Catalog::former`] searches it, and each template whole.
pub(super) fn check(wordings: &[Former], check: &mut Check<'_>) -> Result<(), Damaged> {
    if !wordings.is_sorted_by(|a, b| a.id <= b.id) {
        return Err(Damaged);
    }
    wordings.iter().try_for_each(|it| check.template(it.ops))
}

impl Catalog {
    /// Builds the index that leads from a text back to its code, arguments and locale.
    ///
    /// It holds the catalog, and like it is immutable and cheap to clone. It takes some
    /// milliseconds for a catalog of hundreds of messages, so build it once and keep it.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::{Catalog, Query};
    ///
    /// let index = Catalog::builtin().index();
    /// let query = Query::new("Hashvärdet abc123 är ogiltigt.");
    /// let matches = index.lookup(&query);
    /// assert_eq!(matches.best().unwrap().code(), "InvalidHashValue");
    /// ```
    #[must_use]
    pub fn index(&self) -> Index {
        Index::new(self)
    }

    /// The conventions of the locale at a place of [`locales`](Self::locales).
    pub(crate) fn conventions(&self, locale: usize) -> &Conventions {
        &self.0.locales[locale].conventions
    }

    /// The earlier wordings of a message in a locale, with whether each is one of the action.
    pub(crate) fn former(
        &self,
        id: &str,
        locale: usize,
    ) -> impl Iterator<Item = (bool, Template<'_>)> {
        let table = &self.0.locales[locale];
        let start = table.former.partition_point(|former| *former.id < *id);
        let own = table.former[start..].iter();
        own.take_while(move |former| *former.id == *id)
            .map(|former| (former.is_action, Template::new(&table.pool, &former.ops)))
    }

    /// Whether a function is the application's own.
    pub(crate) fn is_application_function(&self, name: &str) -> bool {
        self.0.functions.position(name).is_some()
    }
}
