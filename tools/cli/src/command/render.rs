//! `tolken render`: a code and its arguments to a text.

use std::io::Write;
use std::str::FromStr;

use anyhow::{Context, bail};
use clap::Args;
use tolken::{Catalog, Envelope, Message, Output, Request};
use uuid::Uuid;

use super::{LanguageArgs, jsonl};
use crate::{Outcome, arguments, report};

/// Print the message of a code in the user's language.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  tolken render InvalidUrl url=htp://x -l ko
  tolken render NotFound --accept-language 'zh-TW, fr-CA;q=0.8' --as envelope
  echo '{\"code\":\"NotFound\",\"locale\":\"sv\"}' | tolken render --jsonl")]
pub(super) struct RenderArgs {
    /// The code; any message id, or id.attribute, does as well
    #[arg(value_name = "CODE", required_unless_present = "jsonl")]
    code: Option<String>,
    /// The arguments; a list repeats the name
    #[arg(value_name = "NAME=VALUE")]
    values: Vec<String>,
    #[command(flatten)]
    language: LanguageArgs,
    /// What to print
    #[arg(long = "as", value_name = "FORM", default_value = "text")]
    form: Form,
    /// The tracking ID of an envelope; without it, a GUID is made
    #[arg(long, value_name = "ID")]
    tracking_id: Option<String>,
    /// Read requests from standard input and answer each on a line of JSON
    #[arg(long, conflicts_with_all = ["code", "values", "locale", "accept_language", "form", "tracking_id"])]
    jsonl: bool,
}

/// What to print: a text for some output, or a profile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    Text(Output),
    Envelope,
}

impl FromStr for Form {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "envelope" => Ok(Form::Envelope),
            _ => Output::from_str(name)
                .map(Form::Text)
                .map_err(|_| "expected `text`, `ui` or `envelope`".to_owned()),
        }
    }
}

impl Form {
    /// The output that the text of this form is for.
    pub(super) fn output(self) -> Output {
        match self {
            Form::Text(output) => output,
            Form::Envelope => Output::Text,
        }
    }
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
    let message = catalog.render(&args.language.apply(request));
    let mut out = anstream::stdout().lock();
    match args.form {
        Form::Text(_) => writeln!(out, "{}", message.text()),
        Form::Envelope => {
            let envelope = envelope(&message, args.tracking_id.clone())?;
            writeln!(out, "{envelope}")
        }
    }
    .context("cannot write the answer")?;
    report::faults(catalog, code, message.faults());
    Ok(Outcome::of(!message.faults().is_empty()))
}

fn envelope(message: &Message, tracking_id: Option<String>) -> anyhow::Result<String> {
    let tracking_id = tracking_id.unwrap_or_else(|| Uuid::new_v4().to_string());
    let envelope = Envelope::new(message, Some(&tracking_id));
    serde_json::to_string(&envelope).context("cannot write the envelope")
}
