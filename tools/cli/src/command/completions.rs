//! `tolken completions`: a script that completes this command in a shell.

use std::io::Write;

use anyhow::Context;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::Cli;
use crate::Outcome;

/// Print a completion script for a shell.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  tolken completions bash > ~/.local/share/bash-completion/completions/tolken")]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

pub(super) fn run(args: &CompletionsArgs) -> anyhow::Result<Outcome> {
    // Written to memory first: the generator itself would panic on a closed pipe.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "tolken", &mut script);
    std::io::stdout()
        .write_all(&script)
        .context("cannot write the answer")?;
    Ok(Outcome::Done)
}
