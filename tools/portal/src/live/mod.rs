//! The catalog that is served, and how another takes its place.
//!
//! A request takes the [`Revision`] of the moment once and answers from it alone, so that no answer mixes
//! two of them.

mod files;
mod origin;
mod places;
mod refused;
mod renders;
mod revision;
mod watch;
mod words;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Context;
use arc_swap::{ArcSwap, ArcSwapOption};
use tolken::Finding;

use self::files::Files;
pub use self::origin::Origin;
pub use self::refused::Refused;
use self::refused::{Reason, is_error, new_errors};
pub use self::revision::Revision;
pub(crate) use self::watch::Watch;
pub(crate) use self::words::words;

/// The revision that is served now.
pub struct Live {
    origin: Origin,
    now: ArcSwap<Revision>,
    /// Why the last change was refused, until a good one comes.
    refused: ArcSwapOption<Refused>,
    /// One change after the other.
    turn: Mutex<()>,
    accepted: AtomicU64,
    refusals: AtomicU64,
}

/// What became of reading the catalog again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reload {
    /// It is live.
    Live,
    /// It was refused; [`Live::refused`] says why.
    Refused,
    /// It is what was read before.
    Unchanged,
}

/// How many findings of one change are logged, each as an event.
const MOST_LOGGED: usize = 100;

impl Live {
    /// Loads the first revision. Errors in its files are logged and it is served, since there is no better one.
    pub(crate) fn new(origin: Origin) -> anyhow::Result<Self> {
        let revision = Files::read(&origin).and_then(|files| Ok(Revision::new(files, None)?));
        let revision = revision.map_err(anyhow::Error::new);
        let revision = revision.with_context(|| {
            let help = match &origin {
                Origin::Prebuilt(_) => "make it anew with `tolken build`",
                _ => {
                    "it is to have folders named after locales, such as `en-US`, with `.ftl` files"
                }
            };
            format!("cannot load {origin}; help: {help}")
        })?;
        let errors = revision.findings().iter();
        log(errors.filter(|finding| is_error(finding)));
        Ok(Live {
            origin,
            now: ArcSwap::from_pointee(revision),
            refused: ArcSwapOption::empty(),
            turn: Mutex::default(),
            accepted: AtomicU64::new(0),
            refusals: AtomicU64::new(0),
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
        self.refused.load_full()
    }

    /// How many changes went live, and how many were refused.
    #[must_use]
    pub fn reloads(&self) -> (u64, u64) {
        let load = |count: &AtomicU64| count.load(Ordering::Relaxed);
        (load(&self.accepted), load(&self.refusals))
    }

    /// Reads the catalog again. It goes live as a whole, unless it cannot be loaded or has an error that the
    /// one that is served does not have.
    pub fn reload(&self) -> Reload {
        self.take(Files::read_settled(&self.origin), true)
    }

    /// Whether what lies at the origin is neither what is served nor what was refused.
    fn is_stale(&self) -> bool {
        if self.origin == Origin::Builtin {
            return false;
        }
        match Files::read(&self.origin) {
            Ok(files) => match self.refused() {
                Some(refused) => refused.id() != Some(&files.id),
                None => self.now.load().id() != files.id,
            },
            Err(_) => self.refused().is_none_or(|refused| refused.id().is_some()),
        }
    }

    /// Takes what was read. A change that is refused again is told again only to who asked.
    fn take(&self, files: Result<Files, Reason>, is_asked: bool) -> Reload {
        let _turn = self.turn();
        let now = self.now();
        let files = match files {
            Ok(files) if files.id == now.id() => {
                if self.refused.swap(None).is_some() {
                    tracing::info!(revision = now.id(), "the catalog is again what is served");
                }
                return Reload::Unchanged;
            }
            Ok(files) => files,
            Err(reason) => return self.refuse(None, reason, is_asked),
        };
        let id = files.id.clone();
        let is_known = |refused: Arc<Refused>| refused.id() == Some(&id);
        if !is_asked && self.refused().is_some_and(is_known) {
            return Reload::Unchanged;
        }
        let revision = match Revision::new(files, Some(&now)) {
            Ok(revision) => revision,
            Err(error) => return self.refuse(Some(id), error.into(), is_asked),
        };
        let errors = new_errors(now.findings(), revision.findings());
        if !errors.is_empty() {
            return self.refuse(Some(id), Reason::Findings(errors), is_asked);
        }
        let codes = revision.catalog().codes().len();
        let locales = revision.catalog().locales().len();
        self.now.store(Arc::new(revision));
        self.refused.store(None);
        self.accepted.fetch_add(1, Ordering::Relaxed);
        tracing::info!(
            revision = id,
            codes,
            locales,
            "a change of the catalog is live"
        );
        Reload::Live
    }

    fn refuse(&self, id: Option<String>, reason: Reason, is_asked: bool) -> Reload {
        let refused = Arc::new(Refused::new(id, reason));
        let is_known = |before: Arc<Refused>| before.is_like(&refused);
        if !is_asked && self.refused().is_some_and(is_known) {
            return Reload::Unchanged;
        }
        self.refusals.fetch_add(1, Ordering::Relaxed);
        tracing::warn!(
            revision = refused.id(),
            reason = %refused,
            serving = self.now.load().id(),
            "a change of the catalog was refused"
        );
        log(refused.findings().iter());
        self.refused.store(Some(refused));
        Reload::Refused
    }

    fn turn(&self) -> MutexGuard<'_, ()> {
        // It guards no data that a panic could have left half done.
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Logs findings, one event each.
fn log<'f>(findings: impl Iterator<Item = &'f Finding>) {
    let mut findings = findings.enumerate();
    for (_, finding) in findings.by_ref().take(MOST_LOGGED) {
        let position = finding.position();
        tracing::warn!(
            rule = finding.rule_id(),
            severity = finding.severity().name(),
            path = finding.source().path(),
            line = position.line,
            column = position.column,
            code = finding.code(),
            help = finding.help(),
            "{}",
            finding.message()
        );
    }
    let more = findings.count();
    if more > 0 {
        tracing::warn!(
            more,
            "further findings are not logged; `tolken check` shows them"
        );
    }
}
