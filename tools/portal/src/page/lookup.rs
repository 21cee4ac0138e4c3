//! `/lookup`: from a text that somebody saw to its code.
//!
//! The text comes in the body of a request and goes into the page alone: into no address, no header and no log.

use axum::Form;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, SET_COOKIE};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tolken::Query;

use super::answer::{Answer, answers};
use super::frame::Frame;
use super::language;
use crate::Portal;

/// The most matches that are asked for: several messages may stand in a text, each with others that it could be.
const MOST: usize = 12;

/// What the form sends.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    text: String,
    /// From the switch of language, which shows the same text again.
    language: Option<String>,
}

/// What the page shows.
#[derive(Default, Serialize)]
struct View {
    text: String,
    /// Whether something was looked up.
    is_asked: bool,
    is_complete: bool,
    answers: Vec<Answer>,
}

/// The form alone.
pub(super) async fn form(frame: Frame) -> Response {
    frame.page("lookup.html", &View::default())
}

/// What was found.
pub(super) async fn answer(
    State(portal): State<Portal>,
    frame: Frame,
    Form(asked): Form<Asked>,
) -> Response {
    let cookie = asked.language.as_ref();
    let cookie = cookie.and_then(|tag| language::cookie(&portal, tag));
    let frame = match &asked.language {
        Some(tag) => frame.in_language(tag),
        None => frame,
    };
    let frame = frame.of_text(&asked.text);
    let view = if asked.text.trim().is_empty() {
        View::default()
    } else {
        let index = frame.revision.index();
        let matches = index.lookup(&Query::new(&asked.text).limit(MOST));
        portal.metrics().looked_up(&matches);
        View {
            answers: answers(&frame, &asked.text, &matches),
            is_asked: true,
            is_complete: matches.is_complete(),
            text: asked.text.clone(),
        }
    };
    let mut response = frame.page("lookup.html", &view);
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(cookie) = cookie {
        headers.insert(SET_COOKIE, cookie);
    }
    response
}
