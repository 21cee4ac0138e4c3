//! Lookup: from a text that a user saw back to the code, its arguments and the locale.
//!
//! Owns the [`Index`] over a catalog's templates and what is asked of it and answered. It reads
//! templates and never renders but to check itself; nothing of the catalog depends on it.
//!
//! A text is [folded](fold), the [literals] of templates that stand in it are found, and the
//! templates whose rarest literals are all there are [held against it](verify). What their gaps
//! hold is [read back](read), and the readings are [ranked](rank) by how much their words say.

mod bits;
mod block;
mod bounds;
mod build;
mod date;
mod edge;
mod escapes;
mod exact;
mod explain;
mod filter;
mod fold;
mod fuzzy;
mod given;
mod hit;
mod identify;
mod index;
mod letters;
mod literals;
mod matches;
mod number;
mod placement;
mod probe;
mod query;
mod rank;
mod read;
mod search;
mod sequence;
mod skeleton;
mod spaces;
mod starts;
mod unescape;
mod unkeyed;
mod verify;
mod view;
mod windows;

use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

pub use self::identify::{Ambiguity, AmbiguityKind, TextName};
pub use self::matches::{
    ArgumentStatus, Difference, Evidence, Literal, Match, MatchArgument, MatchKind, Matches,
};
pub use self::query::{Mode, Query};
#[cfg(feature = "check")]
pub(crate) use self::skeleton::MAX_VARIANTS;

use self::index::{Data, Parts};
use self::search::Scratch;
use self::windows::search_all;
use crate::catalog::Catalog;

/// An index over the texts of a catalog, in all its locales.
///
/// Immutable, `Send + Sync`, and an [`Arc`] inside, like the catalog that it holds.
///
/// # Example
///
/// ```
/// use tolken::{ArgumentStatus, Catalog, Query};
///
/// let index = Catalog::builtin().index();
/// let line = r#"{"level":"error","msg":"Dom\u00e4nnamnet contoso..com \u00e4r ogiltigt."}"#;
/// let matches = index.lookup(&Query::new(line));
/// let best = matches.best().unwrap();
/// assert_eq!((best.code(), best.locales()[0].to_string()), ("InvalidDomainName", "sv-SE".into()));
/// let domain = &best.arguments()[0];
/// assert_eq!((domain.name(), domain.status()), ("domain", ArgumentStatus::Exact));
/// assert_eq!(&line[domain.range().unwrap()], "contoso..com");
/// ```
#[derive(Clone)]
pub struct Index(Arc<Data>);

/// Builds an [`Index`] with less than all.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct IndexBuilder {
    parts: Parts,
}

impl Index {
    /// Builds the index of a catalog.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        Index::builder().build(catalog)
    }

    /// Builds an index with less than all.
    pub fn builder() -> IndexBuilder {
        IndexBuilder {
            parts: Parts {
                fuzzy: true,
                others: true,
            },
        }
    }

    /// The catalog.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.0.catalog
    }

    /// Finds the messages that made a text.
    ///
    /// Total and bounded: there is an answer for any text, if only an empty one, and twice the text
    /// takes no more than about twice the time. A text beyond 64 KiB is looked through in windows,
    /// 3.5 MiB of it; similar texts are looked for in its first 64 KiB, and only where nothing sure
    /// is found. An answer that is therefore not of all of the text [says so](Matches::is_complete).
    #[must_use]
    pub fn lookup<'a>(&'a self, query: &Query<'a>) -> Matches<'a> {
        thread_local! {
            static SCRATCH: RefCell<Scratch> = RefCell::default();
        }
        SCRATCH.with(|scratch| match scratch.try_borrow_mut() {
            Ok(mut scratch) => search_all(&self.0, query, &mut scratch),
            // An application's function that looks up while a lookup renders.
            Err(_) => search_all(&self.0, query, &mut Scratch::default()),
        })
    }

    /// How many distinct texts there are, each variant of a choice for itself.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.count()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many bytes the index takes beside the catalog and the folded texts.
    #[must_use]
    pub fn heap_bytes(&self) -> usize {
        self.0.heap_bytes()
    }
}

impl IndexBuilder {
    /// With or without what similar texts need, which is more than half of an index.
    pub fn fuzzy(mut self, fuzzy: bool) -> Self {
        self.parts.fuzzy = fuzzy;
        self
    }

    /// With messages alone, without what only lookup asks for.
    #[cfg(feature = "check")]
    pub(crate) fn of_messages() -> Self {
        IndexBuilder {
            parts: Parts {
                fuzzy: false,
                others: false,
            },
        }
    }

    /// Builds the index.
    #[must_use]
    pub fn build(self, catalog: &Catalog) -> Index {
        Index(Arc::new(Data::new(catalog, self.parts)))
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index")
            .field("catalog", &self.0.catalog)
            .field("len", &self.len())
            .finish_non_exhaustive()
    }
}
