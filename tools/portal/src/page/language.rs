//! The language that a person chose: the switch of the pages, and the cookie that remembers it.

use axum::Form;
use axum::extract::State;
use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::Portal;

/// The name of the cookie; its value is a language tag.
const NAME: &str = "tolken-language";

/// A year, in seconds.
const AGE: u32 = 365 * 24 * 60 * 60;

/// What the switch sends.
#[derive(Deserialize)]
pub(super) struct Choice {
    language: String,
    #[serde(default)]
    to: String,
}

/// Remembers a language and leads back to the page that it was chosen on.
pub(super) async fn switch(State(portal): State<Portal>, Form(choice): Form<Choice>) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    let to = back(&choice.to);
    let location = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    headers.insert(LOCATION, location);
    if let Some(cookie) = cookie(&portal, &choice.language) {
        headers.insert(SET_COOKIE, cookie);
    }
    response
}

/// The cookie that remembers a language; none for one that no page has.
pub(super) fn cookie(portal: &Portal, language: &str) -> Option<HeaderValue> {
    let revision = portal.live().now();
    let locale = revision.words().match_range(language)?;
    let cookie = format!("{NAME}={locale}; Path=/; Max-Age={AGE}; HttpOnly; SameSite=Lax");
    HeaderValue::from_str(&cookie).ok()
}

/// The language that the cookie of a request names.
pub(crate) fn chosen(headers: &HeaderMap) -> Option<&str> {
    let values = headers.get_all(COOKIE).iter();
    let mut pairs = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs.find_map(|(name, value)| (name == NAME).then_some(value))
}

/// The path and query of an address, without the language that it asks for: the switch chooses another.
pub(super) fn without_choice(uri: &Uri) -> String {
    let path = uri.path();
    let query = uri.query().unwrap_or_default();
    let kept: Vec<_> = query
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("lang="))
        .collect();
    if kept.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", kept.join("&"))
    }
}

/// Where the switch leads back to: a path of this service, and nothing that a browser takes for the address of
/// another.
fn back(to: &str) -> &str {
    let is_here = to.starts_with('/')
        && !to.starts_with("//")
        && to
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if is_here { to } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_leads_nowhere_else() {
        for here in ["/", "/codes/NotFound?arg.a=%2F", "/?q=%EA%B0%92&status=404"] {
            assert_eq!(back(here), here);
        }
        for elsewhere in [
            "",
            "//evil.test/",
            "/\\evil.test",
            "https://evil.test",
            "\\\\evil.test",
            "/\t/evil.test",
            "/ /evil.test",
            "/a\r\nset-cookie: a=b",
            "javascript:alert(1)",
            "evil.test",
        ] {
            assert_eq!(back(elsewhere), "/", "{elsewhere:?}");
        }
    }

    #[test]
    fn an_address_loses_its_language_alone() {
        let without = |uri: &'static str| without_choice(&Uri::from_static(uri));
        assert_eq!(
            without("/codes/A?lang=ko&arg.lang=x"),
            "/codes/A?arg.lang=x"
        );
        assert_eq!(without("/?lang=ko"), "/");
        assert_eq!(without("http://host.test/?q=a"), "/?q=a");
    }

    #[test]
    fn the_cookie_is_found_among_others() {
        let headers: HeaderMap = [
            (COOKIE, HeaderValue::from_static("a=b; c")),
            (
                COOKIE,
                HeaderValue::from_static("d=e;tolken-language=ko-KR"),
            ),
        ]
        .into_iter()
        .collect();
        // Of a name twice, a map keeps the last.
        assert_eq!(chosen(&headers), Some("ko-KR"));
        assert_eq!(chosen(&HeaderMap::new()), None);
    }
}
