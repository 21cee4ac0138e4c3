//! Errors as pages, for browsers: what programs get as JSON, with a way on.

use serde::Serialize;
use tolken::check::nearest;
use tolken::{Report, Value};
use tolken_axum::Caller;

use super::answer::Link;
use super::frame::Frame;
use super::shown::visible;
use crate::Portal;
use axum::response::Response;

/// What the page shows.
#[derive(Serialize)]
struct View {
    title: Option<String>,
    text: String,
    action: Option<String>,
    language: super::frame::Language,
    status: Option<u16>,
    code: String,
    tracking_id: Option<String>,
    /// Codes that were perhaps meant.
    near: Vec<Link>,
}

/// How many codes are offered.
const MOST: usize = 5;

/// The page of an error.
pub(crate) fn failure(portal: &Portal, report: &Report, caller: &Caller<'_>) -> Response {
    let frame = Frame::new(portal, caller.locales.to_vec(), caller.uri);
    let message = report.message();
    let unknown = report.args().iter().find_map(|(name, value)| match value {
        Value::String(code) if name == "code" => Some(code.as_ref()),
        _ => None,
    });
    let view = View {
        title: report.title().map(str::to_owned),
        text: visible(message.text()),
        action: message.action().map(str::to_owned),
        language: frame.language(message.locale()),
        status: message.status(),
        code: message.code().to_owned(),
        tracking_id: report.tracking_id().map(str::to_owned),
        near: unknown.map_or_else(Vec::new, |code| near(&frame, code)),
    };
    frame.page("error.html", &view)
}

/// The codes that a name resembles, or is a part of.
fn near(frame: &Frame, name: &str) -> Vec<Link> {
    let codes = || frame.catalog().codes().map(tolken::Code::name);
    let nearest = nearest(name, codes());
    let folded = name.to_lowercase();
    let related = codes().filter(|code| {
        let code = code.to_lowercase();
        folded.len() > 2 && (code.contains(&folded) || folded.contains(&code))
    });
    let mut near: Vec<_> = nearest.into_iter().collect();
    near.extend(related.filter(|code| Some(*code) != nearest));
    near.truncate(MOST);
    near.into_iter().map(Link::new).collect()
}
