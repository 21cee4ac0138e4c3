//! How a service comes to its end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::watch;

/// Where a service is on its way; shared by all who must know. A clone is the same.
#[derive(Clone)]
pub(crate) struct Shutdown(Arc<Way>);

struct Way {
    phase: watch::Sender<Phase>,
    /// Whether it is another phase than the first; looked at by each request.
    is_ending: AtomicBool,
}

/// Where a service is on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Phase {
    /// It serves.
    #[default]
    Serving,
    /// It is not ready for more, and each of its answers ends a connection.
    Draining,
    /// Connections without a request are closed.
    Closing,
}

impl Shutdown {
    pub(crate) fn new() -> Self {
        Shutdown(Arc::new(Way {
            phase: watch::Sender::new(Phase::default()),
            is_ending: AtomicBool::new(false),
        }))
    }

    /// Whether the service was told to end.
    pub(crate) fn is_ending(&self) -> bool {
        self.0.is_ending.load(Ordering::Relaxed)
    }

    /// Goes on to a phase.
    pub(crate) fn enter(&self, phase: Phase) {
        self.0
            .is_ending
            .store(phase > Phase::Serving, Ordering::Relaxed);
        self.0.phase.send_replace(phase);
    }

    /// Tells when a phase is there.
    pub(crate) async fn reached(&self, phase: Phase) {
        let mut phases = self.0.phase.subscribe();
        // The sender is this.
        let _ = phases.wait_for(|now| *now >= phase).await;
    }
}
