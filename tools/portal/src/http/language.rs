//! Which language a person chose, beside what their browser prefers.

use axum::extract::Request;

use crate::page;

/// The language that a request names by itself: `?lang=` of its address, else the cookie that the switch of
/// the pages set. Without either, `Accept-Language` counts.
pub(crate) fn chosen_language(request: &Request) -> Option<String> {
    let query = request.uri().query().unwrap_or_default();
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let mut tags = pairs.filter_map(|(name, value)| (name == "lang").then_some(value));
    let chosen = tags.next().or_else(|| page::chosen(request.headers()));
    chosen.map(str::to_owned)
}
