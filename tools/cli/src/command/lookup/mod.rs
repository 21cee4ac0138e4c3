//! `tolken lookup`: from a text that somebody saw to the code, its arguments and the locale.

mod answer;
mod drawing;
mod evidence;
mod lines;
mod show;
mod summary;

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, IsTerminal, Read};

use anyhow::{Context, bail};
use clap::Args;
use tolken::{Catalog, FaultKind, Index, Query};

pub use self::answer::answer_lookups;

use super::{LanguageArgs, jsonl};
use crate::{Outcome, report};

/// The most matches that an answer may have; the library's own bound.
const MOST: i64 = 32;
/// How many codes are told of that a text names without a message.
const MOST_NAMED: usize = 3;

/// Find the code, the arguments and the locale of a text that somebody saw
#[derive(Args, Debug)]
#[allow(clippy::struct_excessive_bools)] // each is an option of its own
#[command(after_help = "\
The text may be a message in any of the catalog's languages, a part of one, one with typing errors,
or anything with messages in it: a line of a log, JSON, a letter. The message and what to do next
are shown in the reader's language.

Examples:
  tolken lookup '해시 값 abc123가 잘못되었습니다' -l en
  tolken lookup -l ko < letter.txt
  tolken lookup --summary < service.log
  tolken lookup --lines --limit 1 < service.log > codes.jsonl
  echo '{\"text\":\"L’URL htp://x n’est pas valide.\",\"reader\":\"sv\"}' | tolken lookup --jsonl

Fields of a request: text, locale_hint, reader.

Exit status: 0 something matches, 1 nothing does or done with faults, 2 failure.")]
pub(super) struct LookupArgs {
    /// The text; without it, all of standard input is one
    text: Option<String>,
    #[command(flatten)]
    language: LanguageArgs,
    /// The locale that the text is thought to be in; it decides between equals and excludes nothing
    #[arg(long, value_name = "LOCALE")]
    locale_hint: Option<String>,
    /// Show at most so many matches for a text
    #[arg(long, value_name = "N", default_value_t = 5)]
    #[arg(value_parser = clap::value_parser!(i64).range(1..=MOST))]
    limit: i64,
    /// Only texts with all words of a message, none that are similar or cut off; many times as fast
    #[arg(long, conflicts_with = "jsonl")]
    exact: bool,
    /// Say why each match was found
    #[arg(long, conflicts_with_all = ["lines", "summary", "jsonl"])]
    explain: bool,
    /// Look up each line of standard input and answer it on a line of JSON
    #[arg(long, conflicts_with = "text")]
    lines: bool,
    /// Count the lines of standard input by code, instead of their answers; with --lines, on
    /// standard error after them
    #[arg(long, conflicts_with = "text")]
    summary: bool,
    /// Read requests from standard input and answer each on a line of JSON
    #[arg(long, conflicts_with_all = ["text", "locale", "accept_language", "locale_hint", "lines", "summary"])]
    jsonl: bool,
}

impl LookupArgs {
    fn query<'q>(&'q self, text: &'q str) -> Query<'q> {
        // Within the range that the parser allows.
        let query = Query::new(text)
            .limit(usize::try_from(self.limit).unwrap_or_default())
            .fuzzy(!self.exact);
        match &self.locale_hint {
            Some(hint) => query.locale_hint(hint),
            None => query,
        }
    }
}

pub(super) fn run(args: &LookupArgs, catalog: &Catalog) -> anyhow::Result<Outcome> {
    let index = catalog.index();
    if args.jsonl {
        let output = io::BufWriter::new(io::stdout().lock());
        let limit = usize::try_from(args.limit).unwrap_or_default();
        return answer_lookups(&index, limit, jsonl::input(), output);
    }
    let has_faults = warn(args, catalog);
    let is_found = if args.lines || args.summary {
        lines::run(args, &index)?
    } else {
        one(args, &index)?
    };
    Ok(Outcome::of(has_faults || !is_found))
}

/// Looks up one text; whether anything matches.
fn one(args: &LookupArgs, index: &Index) -> anyhow::Result<bool> {
    let text = match &args.text {
        Some(text) => text.clone(),
        None => read()?,
    };
    if text.trim().is_empty() {
        bail!("expected a text, but found nothing; give it as an argument or on standard input");
    }
    let matches = index.lookup(&args.query(&text));
    let reader = args.language.language();
    show::show(index, &text, &matches, reader, args.explain)?;
    if matches.best().is_none() {
        nothing_matches("the text matches none", index);
        for code in named(&text, index.catalog()).take(MOST_NAMED) {
            report::note(&format!(
                "the text names the code `{code}`; `tolken explain {code}` tells what it means"
            ));
        }
    }
    if !matches.is_complete() {
        report::note(
            "the text is too long to be searched as a whole, so that the answer may be incomplete; \
             give the part that holds the message",
        );
    }
    Ok(matches.best().is_some())
}

/// What to try when nothing matches.
fn nothing_matches(what: &str, index: &Index) {
    report::note(&format!(
        "{what} of the {} codes; give the whole message as it was shown, or name its \
         catalog with --catalog",
        index.catalog().codes().len()
    ));
}

/// The codes that a text names in any case, in the order of the manifest.
fn named<'c>(text: &str, catalog: &'c Catalog) -> impl Iterator<Item = &'c str> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let words = text.split(|c| !is_name(c)).filter(|word| !word.is_empty());
    let words: HashSet<_> = words.map(str::to_ascii_lowercase).collect();
    let names = catalog.codes().map(tolken::Code::name);
    names.filter(move |name| words.contains(&name.to_ascii_lowercase()))
}

/// All of standard input, as far as any text is read.
fn read() -> anyhow::Result<String> {
    let input = io::stdin().lock();
    if input.is_terminal() {
        report::note("reading a text until Ctrl-D");
    }
    let mut bytes = Vec::new();
    input
        .take(jsonl::MAX_LINE as u64)
        .read_to_end(&mut bytes)
        .context("cannot read the text")?;
    Ok(utf8(&bytes).into_owned())
}

/// The text of bytes. Each that belongs to none is a question mark, so that all keep their places.
fn utf8(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    Cow::Owned(text)
}

/// Tells a reader's locale that the catalog does not have; whether there was one.
fn warn(args: &LookupArgs, catalog: &Catalog) -> bool {
    let Some(code) = catalog.codes().next() else {
        return false;
    };
    let request = args.language.apply(tolken::Request::new(code.name()));
    let message = catalog.render(&request);
    let faults = message.faults().iter();
    let unknown = |fault: &&tolken::Fault| fault.kind == FaultKind::UnknownLocale;
    let faults: Vec<_> = faults.filter(unknown).cloned().collect();
    report::faults(catalog, code.name(), &faults);
    !faults.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_keep_the_places_of_all_others() {
        let bytes = b"\xffa\xea\xb0 \xea\xb0\x80b\xea\xb0";
        let text = utf8(bytes);
        assert_eq!(text, "?a?? 가b??");
        assert_eq!(text.len(), bytes.len());
    }
}
