//! `tolken explain`: all about a code.

use std::io::{self, Write};

use anyhow::{Context, bail};
use clap::Args;
use tolken::check::nearest;
use tolken::{ArgumentType, Catalog, Code, FaultKind, LanguageIdentifier, Request, Value};

use super::LanguageArgs;
use crate::report::{BOLD, DIM};
use crate::{Outcome, report};

/// Show all about a code, in one language or in every one.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  tolken explain ResourceNotFound
  tolken explain ResourceNotFound -l sv")]
pub(super) struct ExplainArgs {
    /// The code: its status, arguments, message and action are shown
    code: String,
    #[command(flatten)]
    language: LanguageArgs,
}

pub(super) fn run(args: &ExplainArgs, catalog: &Catalog) -> anyhow::Result<Outcome> {
    let name = &args.code;
    let Some(code) = catalog.code(name) else {
        if catalog.contains(name) {
            bail!("`{name}` is a message and no code; `tolken render {name}` shows it");
        }
        match nearest(name, catalog.codes().map(Code::name)) {
            Some(near) => bail!("unknown code `{name}`; did you mean `{near}`?"),
            None => bail!("unknown code `{name}`; `tolken list` shows the codes"),
        }
    };
    let values = examples(code);
    let request = Request::new(name).args(&values);
    let mut out = anstream::stdout().lock();
    head(&mut out, catalog, code).context("cannot write the answer")?;
    let mut has_faults = false;
    if args.language.locale.is_some() || args.language.accept_language.is_some() {
        let message = catalog.render(&args.language.apply(request));
        texts(&mut out, catalog, &request, message.locale()).context("cannot write the answer")?;
        // An argument without an example is no fault of whoever asks.
        let faults = message.faults().iter();
        let faults: Vec<_> = faults
            .filter(|fault| fault.kind != FaultKind::MissingArgument)
            .cloned()
            .collect();
        report::faults(catalog, name, &faults);
        has_faults = !faults.is_empty();
    } else {
        for locale in catalog.locales() {
            texts(&mut out, catalog, &request, locale).context("cannot write the answer")?;
        }
    }
    Ok(Outcome::of(has_faults))
}

/// The examples of the manifest; an argument without one shows its name.
fn examples(code: Code<'_>) -> Vec<(&str, Value<'_>)> {
    code.arguments()
        .iter()
        .filter_map(|argument| Some((argument.name(), argument.example()?.borrowed())))
        .collect()
}

fn head(out: &mut impl Write, catalog: &Catalog, code: Code<'_>) -> io::Result<()> {
    writeln!(out, "{BOLD}{}{BOLD:#}", code.name())?;
    if let Some(status) = code.status() {
        writeln!(out, "  status     {status}")?;
    }
    if code.is_retired() {
        match code.replaced_by() {
            Some(other) => writeln!(out, "  retired    use {other}")?,
            None => writeln!(out, "  retired    nothing new may use it")?,
        }
    }
    if let Some(link) = catalog.help_link(code.name()) {
        writeln!(out, "  help       {link}")?;
    }
    for argument in code.arguments() {
        write!(
            out,
            "  argument   {} ({}",
            argument.name(),
            argument.kind().name()
        )?;
        if argument.kind() == ArgumentType::Enum {
            write!(out, ": {}", argument.values().join(", "))?;
        }
        if argument.is_sensitive() {
            write!(out, ", sensitive")?;
        }
        write!(out, ")")?;
        match argument.example() {
            Some(Value::String(text)) => writeln!(out, ", for example {text}")?,
            Some(Value::Number(number)) => writeln!(out, ", for example {number}")?,
            Some(Value::DateTime(when)) => writeln!(out, ", for example {when}")?,
            _ => writeln!(out)?,
        }
    }
    Ok(())
}

fn texts(
    out: &mut impl Write,
    catalog: &Catalog,
    request: &Request<'_>,
    locale: &LanguageIdentifier,
) -> io::Result<()> {
    let locales = [locale.clone()];
    let message = catalog.render(&request.locales(&locales));
    writeln!(out, "\n{DIM}{locale}{DIM:#}")?;
    if message.locale() != locale {
        return writeln!(out, "  {DIM}no message{DIM:#}");
    }
    writeln!(out, "  {}", message.text())?;
    if let Some(action) = message.action() {
        writeln!(out, "  {DIM}→{DIM:#} {action}")?;
    }
    Ok(())
}
