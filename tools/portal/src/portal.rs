//! The running service, as each of its handlers sees it.

use std::sync::Arc;

use axum::extract::FromRef;

use crate::live::Live;
use crate::operation::{Metrics, Shutdown};
use crate::page::Pages;
use crate::settings::{Limits, Settings};

/// A running service: the catalog that is served now, and what is counted. A clone is the same service.
#[derive(Clone)]
pub struct Portal(Arc<Parts>);

/// What there is one of for all requests.
struct Parts {
    live: Arc<Live>,
    metrics: Arc<Metrics>,
    pages: Arc<Pages>,
    limits: Limits,
    shutdown: Shutdown,
}

impl Portal {
    /// Loads the catalog. Nothing is listened to, and no folder is watched yet.
    ///
    /// # Errors
    ///
    /// When there is no catalog to serve: nothing to be read, or a prebuilt file that is damaged.
    /// Findings in its files are no error here; they are in the [`Revision`](crate::Revision).
    pub fn new(settings: Settings) -> anyhow::Result<Self> {
        let live = Arc::new(Live::new(settings.origin)?);
        Ok(Portal(Arc::new(Parts {
            metrics: Arc::new(Metrics::new(live.clone())),
            live,
            pages: Arc::new(Pages::new()),
            limits: settings.limits,
            shutdown: Shutdown::new(),
        })))
    }

    /// The catalog that is served.
    #[must_use]
    pub fn live(&self) -> &Arc<Live> {
        &self.0.live
    }

    /// The limits of requests.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub(crate) fn metrics(&self) -> &Arc<Metrics> {
        &self.0.metrics
    }

    pub(crate) fn shutdown(&self) -> &Shutdown {
        &self.0.shutdown
    }

    pub(crate) fn pages(&self) -> &Arc<Pages> {
        &self.0.pages
    }
}

impl FromRef<Portal> for Limits {
    fn from_ref(portal: &Portal) -> Limits {
        *portal.limits()
    }
}
