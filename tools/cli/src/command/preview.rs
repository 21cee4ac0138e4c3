//! `tolken preview`: the messages of a locale as their users will see them.

use std::collections::HashMap;
use std::env;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use terminal_size::{Width, terminal_size_of};
use tolken::check::Checker;
use tolken::check::nearest;
use tolken::{Catalog, Code, LanguageIdentifier};

use super::{folder, load_folder};
use crate::files::Changes;
use crate::hint::all_of;
use crate::preview::{Preview, html, terminal};
use crate::watch::Watch;
use crate::{Outcome, report};

/// The longest line, however wide the terminal is; and that of a file.
const WIDEST: usize = 100;

/// Show every message of a locale as its users will see it, with arguments of every kind
#[derive(Args, Debug)]
#[command(after_help = "\
Takes the nearest `locales` in this folder or above it. Each branch of a choice is shown, and each kind
of argument; below each text stands the one of the source locale. What a value puts into a text is
marked by a colour. Exit status: 0 clean, 1 something is wrong with a message, 2 failure.

Examples:
  tolken preview -l ko
  tolken preview ResourceNotFound -l fr
  tolken preview -l sv --html sv.html --watch")]
pub(super) struct PreviewArgs {
    /// Only these codes or messages
    #[arg(value_name = "CODE")]
    codes: Vec<String>,
    /// Only this locale, such as ko-KR or just ko
    #[arg(short, long, value_name = "LOCALE")]
    locale: Option<String>,
    /// Write a page of HTML that needs nothing else
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Show what has changed whenever a file is saved, until interrupted
    #[arg(long)]
    watch: bool,
}

pub(super) fn run(args: &PreviewArgs, catalog: Option<&Path>) -> anyhow::Result<Outcome> {
    let dir = folder(None, catalog)?;
    // Before the first look, so that nothing saved since is missed.
    let watch = args.watch.then(|| Watch::folder(&dir)).transpose()?;
    let mut screen = Screen::new(args);
    let looked = look(args, &dir).and_then(|previews| {
        screen.show(&previews)?;
        let is_clean = previews.iter().all(Preview::is_clean);
        Ok(Outcome::of(!is_clean))
    });
    let Some(watch) = watch else {
        return looked;
    };
    report::note(&format!("watching `{}`, until Ctrl-C", dir.display()));
    let mut looked = looked.map(drop);
    loop {
        if let Err(error) = looked {
            if report::is_closed_pipe(&error) {
                return Err(error);
            }
            // It may be gone when the file is saved next.
            report::error(&error);
        }
        watch.wait()?;
        looked = look(args, &dir).and_then(|previews| screen.show(&previews));
    }
}

/// What is in the folder now.
fn look(args: &PreviewArgs, dir: &Path) -> anyhow::Result<Vec<Preview>> {
    let catalog = load_folder(dir)?.into_catalog();
    known(&args.codes, &catalog)?;
    let locales = locales(args.locale.as_deref(), &catalog)?;
    let checked = Checker::new().dir(dir).and_then(Checker::run);
    let checked = checked.map_err(|error| anyhow::anyhow!("cannot check: {error}"))?;
    let previews = locales
        .into_iter()
        .map(|locale| Preview::new(&catalog, checked.findings(), locale, &args.codes));
    Ok(previews.collect())
}

/// The locale that is asked for, or all that are translated.
fn locales<'c>(
    range: Option<&str>,
    catalog: &'c Catalog,
) -> anyhow::Result<Vec<&'c LanguageIdentifier>> {
    let all = catalog.locales();
    let Some(range) = range else {
        let source = catalog.source_locale();
        let translated: Vec<_> = all.iter().filter(|locale| *locale != source).collect();
        return Ok(if translated.is_empty() {
            vec![source]
        } else {
            translated
        });
    };
    if let Some(locale) = catalog.match_range(range) {
        return Ok(vec![locale]);
    }
    let tags: Vec<_> = all.iter().map(ToString::to_string).collect();
    let tags = all_of(tags.iter().map(String::as_str));
    bail!("found no locale for `{range}`; the catalog has {tags}")
}

fn known(names: &[String], catalog: &Catalog) -> anyhow::Result<()> {
    for name in names {
        // An attribute is shown with its message.
        let is_message = !name.contains('.') && catalog.contains(name);
        if is_message || catalog.code(name).is_some() {
            continue;
        }
        let ids = catalog
            .names()
            .into_iter()
            .filter(|name| !name.contains('.'));
        match nearest(name, ids.chain(catalog.codes().map(Code::name))) {
            Some(near) => bail!("unknown code `{name}`; did you mean `{near}`?"),
            None => bail!("unknown code `{name}`; `tolken list` shows the codes"),
        }
    }
    Ok(())
}

/// Where previews are shown, and what is there already.
struct Screen<'a> {
    html: Option<&'a Path>,
    width: usize,
    page: String,
    blocks: HashMap<String, String>,
    has_shown: bool,
}

impl<'a> Screen<'a> {
    fn new(args: &'a PreviewArgs) -> Self {
        let columns = env::var("COLUMNS")
            .ok()
            .and_then(|columns| columns.parse().ok());
        let width = terminal_size_of(std::io::stdout()).map(|(Width(width), _)| usize::from(width));
        Screen {
            html: args.html.as_deref(),
            width: columns.or(width).unwrap_or(WIDEST).min(WIDEST),
            page: String::new(),
            blocks: HashMap::new(),
            has_shown: false,
        }
    }

    /// Shows what has changed since it was shown last, at first everything.
    fn show(&mut self, previews: &[Preview]) -> anyhow::Result<()> {
        match self.html {
            Some(file) => self.write(file, previews),
            None => self.print(previews),
        }
    }

    fn write(&mut self, file: &Path, previews: &[Preview]) -> anyhow::Result<()> {
        let page = html::page(previews)?;
        if page == self.page {
            return Ok(());
        }
        let mut changes = Changes::default();
        changes.put(file, page.clone());
        changes.write()?;
        self.page = page;
        let messages: usize = previews.iter().map(|preview| preview.messages.len()).sum();
        let plural = |count, noun| match count {
            1 => format!("1 {noun}"),
            _ => format!("{count} {noun}s"),
        };
        let mut out = anstream::stdout().lock();
        writeln!(
            out,
            "{}: {} in {}",
            report::printable(&file.display().to_string()),
            plural(messages, "message"),
            plural(previews.len(), "language")
        )
        .and_then(|()| out.flush())
        .context("cannot write the answer")
    }

    fn print(&mut self, previews: &[Preview]) -> anyhow::Result<()> {
        let mut out = anstream::stdout().lock();
        let mut now = HashMap::new();
        for block in previews
            .iter()
            .flat_map(|preview| terminal::blocks(preview, self.width))
        {
            if self.blocks.get(&block.key) != Some(&block.lines) {
                let gap = if std::mem::replace(&mut self.has_shown, true) {
                    "\n"
                } else {
                    ""
                };
                write!(out, "{gap}{}", block.lines).context("cannot write the answer")?;
            }
            now.insert(block.key, block.lines);
        }
        self.blocks = now;
        out.flush().context("cannot write the answer")
    }
}
