//! `/`: the page to begin on, with a field for a text that somebody saw, and a search over the catalog.

use std::ops::Range;

use axum::extract::Query;
use axum::response::Response;
use serde::{Deserialize, Deserializer, Serialize};
use tolken::{Code, Request};

use super::finder::{Found, LONGEST, Wanted};
use super::fold::Folded;
use super::frame::{Frame, Language};
use super::shown::{Rendering, action_of, visible};
use super::{Pages, sample};

/// How many codes a page shows.
const PAGE: usize = 50;

/// What is searched for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    #[serde(deserialize_with = "number")]
    status: Option<u16>,
    #[serde(deserialize_with = "number")]
    page: Option<usize>,
}

/// What the page shows.
#[derive(Serialize)]
struct View {
    query: String,
    /// The query, for the title.
    title: String,
    status: Option<u16>,
    statuses: Vec<Status>,
    count: usize,
    page: usize,
    pages: usize,
    previous: Option<String>,
    next: Option<String>,
    rows: Vec<Row>,
}

/// A status, as the list of them names it.
#[derive(Serialize)]
struct Status {
    number: u16,
    gloss: Option<String>,
}

/// A code that was found.
#[derive(Serialize)]
struct Row {
    code: String,
    address: String,
    status: Option<u16>,
    is_retired: bool,
    rendering: Rendering,
    elsewhere: Option<Elsewhere>,
}

/// The text of another language in which the words were found.
#[derive(Serialize)]
struct Elsewhere {
    language: Language,
    pieces: Vec<Piece>,
}

/// A piece of a text, and whether it is what was looked for.
#[derive(Serialize)]
struct Piece {
    text: String,
    is_found: bool,
}

pub(super) async fn page(frame: Frame, Query(asked): Query<Asked>) -> Response {
    let finder = Pages::finder(frame.pages(), &frame.revision).await;
    let wanted = Wanted::new(&asked.q, asked.status);
    let found = finder.find(&wanted, reader(&frame));
    let pages = found.len().div_ceil(PAGE).max(1);
    let number = asked.page.unwrap_or(1).clamp(1, pages);
    let shown = found.iter().skip((number - 1) * PAGE).take(PAGE);
    let rows = shown.map(|it| row(&frame, finder.code(it), it, &wanted));
    let query: String = asked.q.chars().take(LONGEST).collect();
    let view = View {
        count: found.len(),
        page: number,
        pages,
        previous: (number > 1).then(|| address(&asked, number - 1)),
        next: (number < pages).then(|| address(&asked, number + 1)),
        rows: rows.collect(),
        statuses: finder
            .statuses()
            .iter()
            .map(|&number| Status {
                number,
                gloss: frame.word(&format!("status-{number}")),
            })
            .collect(),
        title: visible(&query),
        query,
        status: asked.status,
    };
    frame.page("search.html", &view)
}

/// The locale of the catalog in which a reader sees its texts, as a place in its list.
fn reader(frame: &Frame) -> Option<usize> {
    let catalog = frame.catalog();
    let place = |locale| catalog.locales().iter().position(|known| known == locale);
    let own = frame.locales.iter().find_map(place);
    own.or_else(|| place(catalog.source_locale()))
}

fn row(frame: &Frame, code: &str, found: &Found, wanted: &Wanted) -> Row {
    let catalog = frame.catalog();
    let args = sample::args(catalog, code, &sample::fields(catalog, code, &[]));
    let known = catalog.code(code);
    let elsewhere = found.elsewhere.map(|locale| {
        let locale = &catalog.locales()[locale];
        let locales = std::slice::from_ref(locale);
        let action = action_of(catalog, code);
        let texts = [code, &action].map(|name| {
            let request = Request::new(name).args(&args).locales(locales);
            catalog.text(&request)
        });
        // The message, unless the words are in the action.
        let folded = texts.each_ref().map(|text| Folded::new(text));
        let places = folded.each_ref().map(|text| text.places_of(&wanted.words));
        let shown = usize::from(places[0].len() < places[1].len() && places[0].is_empty());
        Elsewhere {
            language: frame.language(locale),
            pieces: pieces(&texts[shown], &places[shown]),
        }
    });
    Row {
        code: code.to_owned(),
        address: sample::address(code),
        status: known.and_then(Code::status),
        is_retired: known.is_some_and(Code::is_retired),
        rendering: Rendering::new(frame, code, &args, &frame.locales),
        elsewhere,
    }
}

/// A text with the places of what was looked for apart.
fn pieces(text: &str, places: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut end = 0;
    let mut push = |text: &str, is_found| {
        if !text.is_empty() {
            let text = text.to_owned();
            pieces.push(Piece { text, is_found });
        }
    };
    for place in places {
        push(&text[end..place.start], false);
        push(&text[place.clone()], true);
        end = place.end;
    }
    push(&text[end..], false);
    pieces
}

/// The address of another page of the same results.
fn address(asked: &Asked, page: usize) -> String {
    let query = sample::encoded(&asked.q);
    let status = asked.status.map(|status| status.to_string());
    format!(
        "/?q={query}&status={}&page={page}",
        status.unwrap_or_default()
    )
}

/// A number, or nothing where none can be read: an address is no reason for an error.
fn number<'de, D: Deserializer<'de>, N: std::str::FromStr>(
    deserializer: D,
) -> Result<Option<N>, D::Error> {
    let text = String::deserialize(deserializer)?;
    Ok(text.parse().ok())
}
