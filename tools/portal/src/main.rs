//! The `tolken-portal` program: reads its arguments and serves until it is told to end.

mod options;

use std::process::ExitCode;

use clap::Parser;
use tolken_portal::{Portal, logging, serve};

use self::options::Options;

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> anyhow::Result<()> {
    logging::start(options.log_format, &options.log)?;
    let portal = Portal::new(options.settings()?)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(serve(&portal, options.listen))
}
