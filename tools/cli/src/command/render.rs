//! `tolken render`: a code and its arguments to a text.

use std::io::{IsTerminal, Write};

use anyhow::{Context, bail};
use clap::Args;
use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser as _};
use tolken::{Catalog, Request};
use tolken_protocol::Form;

use super::{LanguageArgs, jsonl};
use crate::{Outcome, arguments, report};

/// Print the message of a code in the user's language.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  tolken render InvalidUrl url=htp://x -l ko
  tolken render NotFound --accept-language 'zh-TW, fr-CA;q=0.8' --as problem
  echo '{\"code\":\"NotFound\",\"locale\":\"sv\"}' | tolken render --jsonl

Fields of a request: code; args, locale or accept_language, as, tracking_id.")]
pub(super) struct RenderArgs {
    /// The code; any message id, or id.attribute, does as well
    #[arg(value_name = "CODE", required_unless_present = "jsonl")]
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    code: Option<String>,
    /// The arguments; a list repeats the name
    #[arg(value_name = "NAME=VALUE")]
    values: Vec<String>,
    #[command(flatten)]
    language: LanguageArgs,
    /// What to print: the text (plain, for a user interface with each argument in Unicode isolates,
    /// for HTML, or for a log), or the JSON body of a response in one of the profiles
    #[arg(long = "as", value_name = "FORM", default_value = "text")]
    #[arg(value_parser = PossibleValuesParser::new(Form::ALL.iter().map(|form| form.name()))
        .try_map(|name| name.parse::<Form>()))]
    form: Form,
    /// The tracking ID of a response; without it, a GUID is made
    #[arg(long, value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    tracking_id: Option<String>,
    /// Read requests from standard input and answer each on a line of JSON
    #[arg(long, conflicts_with_all = ["code", "values", "locale", "accept_language", "form", "tracking_id"])]
    jsonl: bool,
}

pub(super) fn run(args: &RenderArgs, catalog: &Catalog) -> anyhow::Result<Outcome> {
    if args.jsonl {
        return jsonl::run(catalog);
    }
    let Some(code) = args.code.as_deref() else {
        bail!("expected a code");
    };
    let values = arguments::parse(catalog, code, &args.values)?;
    let request = Request::new(code).args(&values).output(args.form.output());
    let request = args.language.apply(request);
    let (text, faults) = match args.form {
        Form::Text(_) => {
            let message = catalog.render(&request);
            let faults = message.faults().to_vec();
            (message.into_text(), faults)
        }
        Form::Body(profile) => {
            let id = args.tracking_id.clone().unwrap_or_else(jsonl::tracking_id);
            let report = catalog.report(&request).with_tracking_id(id);
            let body = serde_json::to_string(&profile.body(&report));
            let body = body.context("cannot write the body")?;
            (body, report.message().faults().to_vec())
        }
    };
    // A file gets what an argument holds; a terminal would obey its control characters. This is
    // no matter of colour, so it is not anstream's, which would strip them from the file.
    let mut out = std::io::stdout().lock();
    let text = if out.is_terminal() {
        report::printable(&text)
    } else {
        text
    };
    writeln!(out, "{text}").context("cannot write the answer")?;
    if args.tracking_id.is_some() && matches!(args.form, Form::Text(_)) {
        report::note("a text carries no tracking ID; `--as envelope` does");
    }
    report::faults(catalog, code, &faults);
    Ok(Outcome::of(!faults.is_empty()))
}
