//! `tolken negotiate`: which locales answer a header.

use std::io::Write;

use anyhow::Context;
use clap::Args;
use tolken::Catalog;

use crate::Outcome;

/// Show which locales answer an Accept-Language header, the best first. The source locale is
/// always among them.
#[derive(Args, Debug)]
#[command(after_help = "Example:
  tolken negotiate 'zh-TW, fr-CA;q=0.8, en;q=0.1'

The last is always the source locale, which answers when no other does.")]
pub(super) struct NegotiateArgs {
    /// The header, as a browser sends it
    #[arg(allow_hyphen_values = true)]
    header: String,
}

pub(super) fn run(args: &NegotiateArgs, catalog: &Catalog) -> anyhow::Result<Outcome> {
    let mut out = anstream::stdout().lock();
    for locale in catalog.negotiate(&args.header) {
        writeln!(out, "{locale}").context("cannot write the answer")?;
    }
    Ok(Outcome::Done)
}
