//! What is counted, in the format of Prometheus.

use prometheus_client::registry::Registry;

/// The counters of one service.
pub(crate) struct Metrics {
    registry: Registry,
}

impl Metrics {
    pub(crate) fn new() -> Self {
        Metrics {
            registry: Registry::with_prefix("tolken"),
        }
    }

    /// All counters, as Prometheus reads them.
    pub(crate) fn text(&self) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        prometheus_client::encoding::text::encode(&mut text, &self.registry)?;
        Ok(text)
    }
}
