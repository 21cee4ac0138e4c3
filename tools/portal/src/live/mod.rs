//! The catalog that is served, and how another takes its place.
//!
//! A request takes the [`Revision`] of the moment once and answers from it alone, so that no answer mixes
//! two of them.

mod origin;
mod revision;
mod words;

use std::sync::Mutex;

use arc_swap::ArcSwap;
use std::sync::Arc;

pub use self::origin::Origin;
pub use self::revision::Revision;
pub(crate) use self::words::words;

/// The revision that is served now.
pub struct Live {
    origin: Origin,
    now: ArcSwap<Revision>,
    /// Why the last change was refused, until a good one comes.
    refused: Mutex<Option<Arc<Refused>>>,
}

/// A change that did not go live.
#[derive(Debug)]
pub struct Refused {
    /// What is wrong, one line each: findings, or why nothing could be read.
    pub reasons: Vec<String>,
}

impl Live {
    /// Loads the first revision.
    pub(crate) fn new(origin: Origin) -> anyhow::Result<Self> {
        let revision = Revision::load(&origin)?;
        Ok(Live {
            origin,
            now: ArcSwap::from_pointee(revision),
            refused: Mutex::default(),
        })
    }

    /// Where the catalog is.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The revision that is served now.
    #[must_use]
    pub fn now(&self) -> Arc<Revision> {
        self.now.load_full()
    }

    /// Why the last change was refused; `None` when what lies at the origin is served.
    #[must_use]
    pub fn refused(&self) -> Option<Arc<Refused>> {
        let refused = self.refused.lock();
        refused
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone()
    }
}
