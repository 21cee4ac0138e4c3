//! Structured logs on standard error.

use std::panic;

use tracing_subscriber::EnvFilter;

/// How an event of the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// A line for people.
    #[default]
    Text,
    /// An object of JSON a line.
    Json,
}

/// Starts the log of this process with a filter such as `info` or `warn,tolken_portal::request=off`.
///
/// # Errors
///
/// When the filter cannot be read, or the process has a log already.
pub fn start(format: LogFormat, filter: &str) -> anyhow::Result<()> {
    let filter: EnvFilter = filter.parse().map_err(|error| {
        anyhow::anyhow!(
            "expected a filter such as `info` or `warn,tolken_portal=debug`, but found `{filter}`: {error}"
        )
    })?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let started = match format {
        LogFormat::Text => log.with_ansi(false).try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    };
    started.map_err(|error| anyhow::anyhow!("cannot start the log: {error}"))?;
    // What a panic says may quote a text that was pasted; where it was is enough to find it.
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        let constant = panic.payload().downcast_ref::<&'static str>();
        tracing::error!(place, constant, "a panic was caught");
    }));
    Ok(())
}
