//! Waits for files of a folder to be saved.
//!
//! The folder is watched and not its files, since many editors save by putting another file in a
//! file's place. What they do for one save is told once.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::Context;
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer,
};

/// How long nothing may happen until a save is told.
const QUIET: Duration = Duration::from_millis(100);

/// A folder that is being watched.
pub(crate) struct Watch {
    events: Receiver<DebounceEventResult>,
    /// Watches as long as it is there.
    _debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
}

impl Watch {
    /// Watches a folder from now on, with what is in it.
    pub(crate) fn folder(dir: &Path) -> anyhow::Result<Self> {
        let (sender, events) = channel();
        let watch = || {
            let mut debouncer = new_debouncer(QUIET, None, sender)?;
            debouncer.watch(dir, RecursiveMode::Recursive)?;
            Ok::<_, notify_debouncer_full::notify::Error>(debouncer)
        };
        let debouncer = watch().with_context(|| format!("cannot watch `{}`", dir.display()))?;
        Ok(Watch {
            events,
            _debouncer: debouncer,
        })
    }

    /// Waits until something was saved, made or removed.
    pub(crate) fn wait(&self) -> anyhow::Result<()> {
        loop {
            let events = self.events.recv().context("cannot watch any longer")?;
            // What went unseen may have been a save.
            let is_change = |event: &DebouncedEvent| !event.kind.is_access();
            if events.is_ok_and(|events| !events.iter().any(is_change)) {
                continue;
            }
            return Ok(());
        }
    }
}
