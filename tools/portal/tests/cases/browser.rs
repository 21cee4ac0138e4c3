//! A browser that asks for pages, and what is true of every page.

use std::path::Path;

use axum::body::Body;
use axum::http::Request;
use tolken_portal::{Origin, Portal, Settings};

use crate::service::{Answer, ask, get};

pub(crate) const TAGS: [&str; 6] = ["en-US", "fr-FR", "ko-KR", "nl-NL", "sv-SE", "zh-CN"];

/// What a browser sends.
pub(crate) const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/// An argument that would like to be more than an argument.
pub(crate) const HOSTILE: &str =
    "\u{202e}abc\r\nERROR forged \u{1b}[31m<script>\"'&</bdi></textarea>";

pub(crate) async fn page(portal: &Portal, path: &str, tag: &str) -> Answer {
    let headers = [("accept", BROWSER), ("accept-language", tag)];
    get(portal, path, &headers).await
}

pub(crate) async fn post(
    portal: &Portal,
    path: &str,
    body: String,
    headers: &[(&str, &str)],
) -> Answer {
    let request = Request::post(path)
        .header("accept", BROWSER)
        .header("content-type", "application/x-www-form-urlencoded");
    let request = headers.iter().fold(request, |request, (name, value)| {
        request.header(*name, *value)
    });
    ask(portal, request.body(Body::from(body)).expect("a request")).await
}

pub(crate) async fn lookup(portal: &Portal, text: &str, tag: &str) -> Answer {
    let headers = [("accept-language", tag)];
    post(
        portal,
        "/lookup",
        format!("text={}", encoded(text)),
        &headers,
    )
    .await
}

pub(crate) fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |encoded, byte| {
        format!("{encoded}%{byte:02X}")
    })
}

#[track_caller]
pub(crate) fn html(answer: &Answer) -> &str {
    assert!(answer.header("content-type").starts_with("text/html"));
    std::str::from_utf8(&answer.body).expect("pages are UTF-8")
}

/// What is true of every page, whatever it shows.
#[track_caller]
pub(crate) fn assert_sound(answer: &Answer, tag: &str) {
    let html = html(answer);
    assert!(html.starts_with("<!doctype html>"), "{html}");
    assert!(
        html.contains(&format!("<html lang=\"{tag}\" dir=\"ltr\">")),
        "{tag}"
    );
    assert_eq!(answer.header("content-language"), tag);
    assert!(
        !html.contains("undefined") && !html.contains("{{"),
        "{html}"
    );
    for (attribute, address) in addresses(html) {
        let is_own =
            address.starts_with('/') && !address.starts_with("//") || address.starts_with('#');
        // A link to the documentation of a code leads away when it is followed, and loads nothing.
        let is_help = attribute == "href" && address.starts_with("https:&#x2f;&#x2f;example.com");
        assert!(is_own || is_help, "{attribute}={address}");
    }
    assert!(
        !html.contains("<style") && !html.contains(" style="),
        "{tag}"
    );
    for script in html.split("<script").skip(1) {
        assert!(
            script.starts_with(" src=\"/assets/") || script.starts_with(" src=\"&#x2f;assets"),
            "{script}"
        );
        assert!(script.contains("defer></script>"));
    }
    for tag in html.split('<').skip(1) {
        let inside = tag.split('>').next().unwrap_or_default();
        let handler = inside.split(" on").skip(1).find(|rest| {
            let name = rest.trim_start_matches(|c: char| c.is_ascii_lowercase());
            name.starts_with('=')
        });
        assert_eq!(handler, None, "no handler stands in the page");
    }
    let policy = answer.header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'") && !policy.contains("unsafe"),
        "{policy}"
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
}

/// A page without what its fields hold.
pub(crate) fn without_fields(html: &str) -> String {
    let mut pieces = html.split(" value=\"");
    let mut shown = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        shown.push_str(piece.split_once('"').expect("a value ends").1);
    }
    match (shown.find("<textarea"), shown.find("</textarea>")) {
        (Some(start), Some(end)) => shown.replace_range(start..end, ""),
        fields => assert_eq!(fields, (None, None)),
    }
    shown
}

/// The addresses that a page refers to, as they are written.
pub(crate) fn addresses(html: &str) -> Vec<(&str, &str)> {
    let attributes = ["href", "src", "action", "formaction", "poster", "data"];
    let found = attributes.into_iter().flat_map(|name| {
        let start = format!(" {name}=\"");
        let places: Vec<_> = html
            .match_indices(&start)
            .map(|(at, it)| at + it.len())
            .collect();
        places.into_iter().map(move |at| {
            let end = html[at..].find('"').expect("a value ends");
            (name, &html[at..at + end])
        })
    });
    let found: Vec<_> = found.collect();
    // Slashes are written as references.
    found
        .into_iter()
        .map(|(name, address)| {
            (
                name,
                address.strip_prefix("&#x2f;").map_or(address, |_| {
                    if address.starts_with("&#x2f;&#x2f;") {
                        "//"
                    } else {
                        "/"
                    }
                }),
            )
        })
        .collect()
}

pub(crate) fn of_folder(path: &Path) -> Portal {
    let settings = Settings {
        origin: Origin::at(path.to_owned()).unwrap(),
        ..Settings::default()
    };
    Portal::new(settings).expect("the folder has messages")
}

pub(crate) fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder of the test");
    std::fs::write(path, text).expect("a file of the test");
}
