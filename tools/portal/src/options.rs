//! The options of the program, each also a variable of the environment.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;
use tolken_portal::logging::LogFormat;
use tolken_portal::{Limits, Origin, Settings};

/// Serve a catalog of errors: an HTTP API, and pages for support agents
///
/// Without options it serves the built-in catalog on this machine alone. A folder is watched: what changes in it
/// is served within a second, unless it has errors. SIGHUP reads it again, SIGTERM and SIGINT end the service.
#[derive(Debug, Parser)]
#[command(version)]
pub(crate) struct Options {
    /// A folder of locales, or a file that `tolken build` made; the built-in catalog without it
    #[arg(long, value_name = "DIR|FILE", env = "TOLKEN_CATALOG")]
    catalog: Option<PathBuf>,
    /// The address to listen on; others than this machine reach it only if it says so
    #[arg(
        long,
        value_name = "ADDR",
        env = "TOLKEN_LISTEN",
        default_value = "127.0.0.1:8080"
    )]
    pub(crate) listen: SocketAddr,
    /// What is logged: a level, or levels by target such as `warn,tolken_portal::request=off`
    #[arg(long, value_name = "FILTER", env = "RUST_LOG", default_value = "info")]
    pub(crate) log: String,
    /// How it is logged, on standard error
    #[arg(long, value_enum, env = "TOLKEN_LOG_FORMAT", default_value_t)]
    pub(crate) log_format: LogFormat,
    #[command(flatten, next_help_heading = "Limits")]
    limits: LimitOptions,
}

/// The limits, with the defaults of the library.
#[derive(Debug, clap::Args)]
struct LimitOptions {
    /// The longest body; a longer one is answered with 413
    #[arg(long, value_name = "BYTES", env = "TOLKEN_MAX_BODY", default_value = "256K", value_parser = bytes)]
    max_body: usize,
    /// The most messages or texts in one request
    #[arg(
        long,
        value_name = "N",
        env = "TOLKEN_MAX_BATCH",
        default_value = "100"
    )]
    max_batch: usize,
    /// The longest headers; longer ones are answered with 431
    #[arg(long, value_name = "BYTES", env = "TOLKEN_MAX_HEADERS", default_value = "32K", value_parser = bytes)]
    max_headers: usize,
    /// The longest path with its query; a longer one is answered with 414
    #[arg(long, value_name = "BYTES", env = "TOLKEN_MAX_URI", default_value = "8K", value_parser = bytes)]
    max_uri: usize,
    /// The most connections at once; further ones wait
    #[arg(
        long,
        value_name = "N",
        env = "TOLKEN_MAX_CONNECTIONS",
        default_value = "1024"
    )]
    max_connections: usize,
    /// How long a request may take; then it is answered with 408
    #[arg(long, value_name = "TIME", env = "TOLKEN_REQUEST_TIME", default_value = "10s", value_parser = time)]
    request_time: Duration,
    /// How long the headers of a request may take; then the connection is closed
    #[arg(long, value_name = "TIME", env = "TOLKEN_HEADER_TIME", default_value = "5s", value_parser = time)]
    header_time: Duration,
    /// How long a connection may rest between requests
    #[arg(long, value_name = "TIME", env = "TOLKEN_IDLE_TIME", default_value = "75s", value_parser = time)]
    idle_time: Duration,
    /// How long new connections are still accepted when told to end, while /readyz answers 503
    #[arg(long, value_name = "TIME", env = "TOLKEN_DRAIN_TIME", default_value = "0s", value_parser = time)]
    drain_time: Duration,
    /// How long requests may still take after that
    #[arg(long, value_name = "TIME", env = "TOLKEN_SHUTDOWN_TIME", default_value = "10s", value_parser = time)]
    shutdown_time: Duration,
}

impl Options {
    /// What the service is told.
    pub(crate) fn settings(&self) -> anyhow::Result<Settings> {
        let origin = self.catalog.clone().map(Origin::at).transpose()?;
        Ok(Settings {
            origin: origin.unwrap_or_default(),
            limits: self.limits.limits(),
        })
    }
}

impl LimitOptions {
    fn limits(&self) -> Limits {
        Limits {
            body_bytes: self.max_body,
            batch: self.max_batch,
            header_bytes: self.max_headers,
            uri_bytes: self.max_uri,
            request_time: self.request_time,
            header_time: self.header_time,
            idle_time: self.idle_time,
            connections: self.max_connections,
            drain_time: self.drain_time,
            shutdown_time: self.shutdown_time,
        }
    }
}

/// The most bytes of a limit: a gigabyte is more than any request has.
const MOST_BYTES: usize = 1 << 30;

fn bytes(text: &str) -> Result<usize, String> {
    let (number, unit) = match text.strip_suffix(['K', 'k']) {
        Some(number) => (number, 1 << 10),
        None => match text.strip_suffix(['M', 'm']) {
            Some(number) => (number, 1 << 20),
            None => (text, 1),
        },
    };
    let number: Option<usize> = number.parse().ok();
    let bytes = number.and_then(|number| number.checked_mul(unit));
    let bytes = bytes.filter(|bytes| (1..=MOST_BYTES).contains(bytes));
    bytes.ok_or_else(|| "expected a number of bytes such as `65536`, `64K` or `1M`".to_owned())
}

/// The longest time of a limit, a day.
const MOST_MILLIS: u64 = 24 * 60 * 60 * 1000;

fn time(text: &str) -> Result<Duration, String> {
    let (number, unit) = match text.strip_suffix("ms") {
        Some(number) => (number, 1),
        None => match text.strip_suffix('m') {
            Some(number) => (number, 60_000),
            None => (text.strip_suffix('s').unwrap_or(text), 1000),
        },
    };
    let number: Option<u64> = number.parse().ok();
    let millis = number.and_then(|number| number.checked_mul(unit));
    let millis = millis.filter(|millis| *millis <= MOST_MILLIS);
    let millis = millis.ok_or("expected a time such as `10s`, `500ms` or `2m`")?;
    Ok(Duration::from_millis(millis))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_options_are_sound_and_their_defaults_are_the_librarys() {
        <Options as clap::CommandFactory>::command().debug_assert();
        let options = Options::try_parse_from(["tolken-portal"]).unwrap();
        let limits = format!("{:?}", options.limits.limits());
        assert_eq!(limits, format!("{:?}", Limits::default()));
    }

    #[test]
    fn bytes_and_times_have_units() {
        assert_eq!(
            (bytes("17"), bytes("2K"), bytes("1M")),
            (Ok(17), Ok(2048), Ok(1 << 20))
        );
        for broken in ["", "0", "-1", "1.5K", "K", "9999M", "99999999999999999999K"] {
            assert!(bytes(broken).is_err(), "{broken}");
        }
        let millis = |text| time(text).map(|time| time.as_millis());
        assert_eq!(
            (millis("1"), millis("2s"), millis("3ms"), millis("4m")),
            (Ok(1000), Ok(2000), Ok(3), Ok(240_000))
        );
        for broken in ["", "s", "-1s", "1h", "25000m", "99999999999999999999"] {
            assert!(time(broken).is_err(), "{broken}");
        }
    }
}
