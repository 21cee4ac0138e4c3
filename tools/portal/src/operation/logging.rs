//! Structured logs on standard error.

use tracing_subscriber::EnvFilter;

/// Starts the log of this process, filtered by the environment's `RUST_LOG`, else from `info` on.
pub fn start() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
}
