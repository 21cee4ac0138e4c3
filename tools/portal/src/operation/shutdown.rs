//! How a service comes to its end.

use std::sync::Arc;

use tokio::sync::watch;

/// Where a service is on its way; shared by all who must know. A clone is the same.
#[derive(Clone)]
pub(crate) struct Shutdown(Arc<watch::Sender<Phase>>);

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
        Shutdown(Arc::new(watch::Sender::new(Phase::default())))
    }

    pub(crate) fn phase(&self) -> Phase {
        *self.0.borrow()
    }

    /// Goes on to a phase.
    pub(crate) fn enter(&self, phase: Phase) {
        self.0.send_replace(phase);
    }

    /// Tells when a phase is there.
    pub(crate) async fn reached(&self, phase: Phase) {
        let mut phases = self.0.subscribe();
        // The sender is this.
        let _ = phases.wait_for(|now| *now >= phase).await;
    }
}
