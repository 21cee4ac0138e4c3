//! The `tolken-portal` program: reads its arguments and serves until it is told to end.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use tolken_portal::{Origin, Portal, Settings, logging, serve};

/// Serve a catalog of errors: an HTTP API, and pages for support agents
#[derive(Debug, Parser)]
#[command(version)]
struct Options {
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
    listen: SocketAddr,
}

fn main() -> ExitCode {
    logging::start();
    match run(Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(options: Options) -> anyhow::Result<()> {
    let settings = Settings {
        origin: options.catalog.map(Origin::at).unwrap_or_default(),
        ..Settings::default()
    };
    let portal = Portal::new(settings)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(serve(&portal, options.listen))
}
