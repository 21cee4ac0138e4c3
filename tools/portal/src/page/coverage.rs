//! `/locales`: the languages of the catalog, and what each of them lacks.

use axum::response::Response;
use serde::Serialize;
use tolken::LanguageIdentifier;

use super::answer::Link;
use super::frame::{Frame, Language};
use super::shown::action_of;

/// How many codes without a text are listed.
const MOST: usize = 200;

/// What the page shows.
#[derive(Serialize)]
struct View {
    rows: Vec<Row>,
}

/// A language and how much of the source it has.
#[derive(Serialize)]
struct Row {
    language: Language,
    is_source: bool,
    messages: Share,
    actions: Share,
    /// Where its Fluent files are.
    file: Option<String>,
}

/// How many texts there are, and which are not.
#[derive(Serialize)]
struct Share {
    count: usize,
    total: usize,
    missing: Vec<Link>,
    /// How many more are missing than are listed.
    more: usize,
}

pub(super) async fn page(frame: Frame) -> Response {
    let catalog = frame.catalog();
    let source = catalog.source_locale();
    let rows = catalog.locales().iter().map(|locale| Row {
        language: frame.language(locale),
        is_source: locale == source,
        messages: share(&frame, locale, str::to_owned),
        actions: share(&frame, locale, |code| action_of(catalog, code)),
        file: frame
            .revision
            .fluent(&locale.to_string())
            .map(|_| format!("/v1/locales/{locale}/messages.ftl")),
    });
    let view = View {
        rows: rows.collect(),
    };
    frame.page("locales.html", &view)
}

/// How many texts of the source a locale has.
fn share(frame: &Frame, locale: &LanguageIdentifier, name: impl Fn(&str) -> String) -> Share {
    let catalog = frame.catalog();
    let source = catalog.source_locale();
    let mut share = Share {
        count: 0,
        total: 0,
        missing: Vec::new(),
        more: 0,
    };
    for code in catalog.codes() {
        let name = name(code.name());
        if catalog.template(&name, source).is_none() {
            continue;
        }
        share.total += 1;
        if catalog.template(&name, locale).is_some() {
            share.count += 1;
        } else if share.missing.len() < MOST {
            share.missing.push(Link::new(code.name()));
        } else {
            share.more += 1;
        }
    }
    share
}
