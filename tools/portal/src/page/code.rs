//! `/codes/{code}`: all that there is to know of a code, with arguments to try.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tolken::{Args, Code, Profile, Request};

use super::answer::Link;
use super::frame::{Frame, Language};
use super::sample::{self, Field};
use super::shown::{Rendering, visible_json};
use crate::http::ServiceError;

/// The tracking ID of the responses that are shown.
const TRACKING_ID: &str = "43f4cb08-8fac-4b65-9db1-745c2ae65f3a";

/// The notes that the built-in catalog has for some of its codes; the first one is for all.
const NOTES: [(&str, &str); 6] = [
    ("", "note-tracking-id"),
    ("InvalidRequestBody", "note-case-sensitive"),
    ("MissingRequiredParameter", "note-case-sensitive"),
    ("Unauthorized", "note-authorization"),
    ("Forbidden", "note-permission"),
    ("InternalServerError", "note-internal"),
];

/// What the page shows.
#[derive(Serialize)]
struct View {
    code: String,
    status: Option<u16>,
    gloss: Option<String>,
    is_retired: bool,
    replacement: Option<Link>,
    help: Option<String>,
    reader: Rendering,
    others: Vec<Rendering>,
    /// The languages that do not have it.
    missing: Vec<Language>,
    fields: Vec<Field>,
    /// The page without arguments.
    action: String,
    /// The page with the arguments that were given.
    address: String,
    bodies: Vec<Body>,
    notes: Vec<Note>,
}

/// A response in the form of one profile.
#[derive(Serialize)]
struct Body {
    profile: &'static str,
    content_type: &'static str,
    json: String,
}

/// A note of the catalog, in the language that has it.
#[derive(Serialize)]
struct Note {
    language: Language,
    text: String,
}

pub(super) async fn page(
    frame: Frame,
    Path(code): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Response {
    let catalog = frame.catalog();
    let Some(known) = catalog.code(&code) else {
        return ServiceError::UnknownCode { code }.into_response();
    };
    let fields = sample::fields(catalog, &code, &query);
    let args = sample::args(catalog, &code, &fields);
    let given = fields.iter().map(|it| (it.name.as_str(), it.given.clone()));
    let reader = Rendering::new(&frame, &code, &args, &frame.locales);
    let missing = catalog.locales().iter();
    let missing = missing.filter(|locale| catalog.template(&code, locale).is_none());
    let view = View {
        status: known.status(),
        gloss: known
            .status()
            .and_then(|status| frame.word(&format!("status-{status}"))),
        is_retired: known.is_retired(),
        replacement: known.replaced_by().map(Link::new),
        help: catalog.help_link(&code).filter(|link| is_web(link)),
        others: Rendering::others(&frame, &code, &args, &reader),
        missing: missing.map(|locale| frame.language(locale)).collect(),
        action: sample::address(&code),
        address: format!("{}{}", sample::address(&code), sample::query(given)),
        bodies: bodies(&frame, known, &args),
        notes: notes(&frame, &code),
        reader,
        fields,
        code,
    };
    frame.page("code.html", &view)
}

fn bodies(frame: &Frame, code: Code<'_>, args: &Args) -> Vec<Body> {
    let request = Request::new(code.name()).args(args).locales(&frame.locales);
    let report = frame.catalog().report(&request);
    let report = report.with_tracking_id(TRACKING_ID);
    let bodies = Profile::ALL.iter().map(|profile| {
        // Texts and numbers can always be written.
        let json = serde_json::to_string_pretty(&profile.body(&report));
        Body {
            profile: profile.name(),
            content_type: profile.content_type(),
            json: visible_json(&json.unwrap_or_default()),
        }
    });
    bodies.collect()
}

fn notes(frame: &Frame, code: &str) -> Vec<Note> {
    let catalog = frame.catalog();
    let ids = NOTES.iter().filter(|(of, _)| of.is_empty() || *of == code);
    let ids = ids.filter(|(_, id)| catalog.contains(id));
    let notes = ids.map(|(_, id)| {
        let message = catalog.render(&Request::new(id).locales(&frame.locales));
        Note {
            language: frame.language(message.locale()),
            text: message.into_text(),
        }
    });
    notes.collect()
}

/// Whether a link of the manifest may be followed from a page.
fn is_web(link: &str) -> bool {
    link.starts_with("https://") || link.starts_with("http://")
}
