//! `tolken lsp`: the language server, which an editor starts.

use std::io::{self, IsTerminal};
use std::path::Path;

use anyhow::bail;
use clap::Args;

use crate::{Outcome, lsp, report};

/// Serve an editor: what `check` finds, and what the catalog knows, while you type
#[derive(Args, Debug)]
#[command(after_help = "\
Speaks the Language Server Protocol on standard input and output. The catalog of a file is the folder
that its locale lies in, so none is named. docs/EDITORS.md says how to set up VS Code, Neovim and Helix.
Exit status: 0 ended by the protocol, 1 ended without it, 2 failure.

Example:
  tolken lsp")]
pub(super) struct LspArgs {
    /// Speak on standard input and output, which is what it does anyway; many editors say so
    #[arg(long)]
    stdio: bool,
}

pub(super) fn run(args: &LspArgs, catalog: Option<&Path>) -> anyhow::Result<Outcome> {
    let LspArgs { stdio: _ } = args;
    if catalog.is_some() {
        bail!("expected no `--catalog`: each file says by its path which folder it belongs to");
    }
    if io::stdin().is_terminal() {
        report::note(
            "an editor starts this, and speaks the Language Server Protocol; Ctrl-D ends it",
        );
    }
    lsp::serve(io::BufReader::new(io::stdin()), io::stdout())
}
