//! The `tolken` command: a thin layer over the library.
//!
//! One subcommand a file. The command's own words are plain English; what it prints about a code
//! is in the language asked for. Exit status 0 is done, 1 done with faults, 2 failure.
//!
//! It is a library so that the protocol can be tested and fuzzed without a process; applications
//! use the crate tolken.

mod addition;
mod arguments;
mod command;
mod diff;
mod draft;
mod exchange;
mod files;
mod findings;
#[cfg(test)]
mod generate;
mod hint;
mod lock;
mod lsp;
mod patch;
mod places;
mod plural;
mod preview;
mod project;
mod pseudo;
mod rename;
mod report;
mod tree;
mod visible;
mod watch;
mod wrap;

use std::process::ExitCode;

use clap::Parser;

pub use command::{answer_lines, answer_lookups};
pub use exchange::{Exchange, Exported, Format, Imported, ImportedFile, Only, Told};

use command::Cli;

/// Runs the command with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    match command::run(&Cli::parse()) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Faults) => ExitCode::from(1),
        Err(error) if report::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            report::error(&error);
            ExitCode::from(2)
        }
    }
}

/// How a command that gave its answer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Without a fault.
    Done,
    /// With faults, each of which was told.
    Faults,
}

impl Outcome {
    /// By whether there was any fault.
    fn of(has_faults: bool) -> Self {
        if has_faults {
            Outcome::Faults
        } else {
            Outcome::Done
        }
    }
}
