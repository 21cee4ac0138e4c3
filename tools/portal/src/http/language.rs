//! Which language a person chose, beside what their browser prefers.

use axum::extract::Request;

/// The language that a request names by itself: `?lang=` of its address, else the cookie that the switch of
/// the pages set. Without either, `Accept-Language` counts.
pub(crate) fn chosen_language(request: &Request) -> Option<String> {
    let query = request.uri().query()?;
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let mut tags = pairs.filter_map(|(name, value)| (name == "lang").then_some(value));
    tags.next().map(str::to_owned)
}
