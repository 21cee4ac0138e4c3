//! What the index of [lookup](crate::lookup) reads of a catalog beyond its public interface.

use super::Catalog;
use crate::locale::Conventions;
use crate::lookup::Index;

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
    #[expect(clippy::unused_self)]
    pub(crate) fn former(
        &self,
        _id: &str,
        _locale: usize,
    ) -> impl Iterator<Item = (bool, crate::Template<'_>)> {
        std::iter::empty()
    }

    /// Whether a function is the application's own.
    pub(crate) fn is_application_function(&self, name: &str) -> bool {
        self.0.functions.position(name).is_some()
    }
}
