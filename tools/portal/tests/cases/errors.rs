//! The errors of the service: each is the answer to some request, in every language.

use std::collections::BTreeSet;
use std::path::Path;

use tolken::Catalog;
use tolken_portal::Portal;

use crate::service::{Answer, builtin, get, post, prebuilt};

/// What is asked for.
enum Asked {
    Get(&'static str),
    Post(&'static str, &'static [u8]),
    /// So many requests in one body.
    Batch(usize),
    /// An address of so many bytes.
    Address(usize),
    /// Headers of so many bytes.
    Headers(usize),
    /// Of a catalog that is prebuilt.
    Prebuilt(&'static str),
}

use Asked::{Address, Batch, Get, Headers, Post, Prebuilt};

const CASES: &[(&str, u16, Asked)] = &[
    ("UnknownCode", 404, Get("/v1/codes/NotFond")),
    ("UnknownLocale", 404, Get("/v1/locales/ja/messages.ftl")),
    ("NoSources", 404, Prebuilt("/v1/locales/ko-KR/messages.ftl")),
    ("UnknownProfile", 404, Get("/v1/schemas/soap.json")),
    ("AddressNotUtf8", 400, Get("/v1/codes/%FF")),
    ("NumberOutOfRange", 400, Get("/v1/codes?status=4o4")),
    ("UnknownValue", 400, Get("/v1/codes?retired=maybe")),
    (
        "BodyNotUtf8",
        400,
        Post("/v1/lookup", b"{\"text\":\"\xff\"}"),
    ),
    (
        "MalformedJson",
        400,
        Post("/v1/render", b"{\"code\" \"A\"}"),
    ),
    ("NoObject", 400, Post("/v1/lookup", b"7")),
    ("BatchTooLarge", 400, Batch(101)),
    ("AddressTooLong", 414, Address(16 << 10)),
    ("HeadersTooLarge", 431, Headers(64 << 10)),
    (
        "MissingField",
        422,
        Post("/v1/lookup", b"{\"reader\":\"ko\"}"),
    ),
    (
        "UnknownField",
        422,
        Post("/v1/lookup", b"{\"text\":\"\",\"langauge\":\"ko\"}"),
    ),
    (
        "RepeatedField",
        422,
        Post("/v1/lookup", b"{\"text\":\"\",\"text\":\"\"}"),
    ),
    ("WrongType", 422, Post("/v1/lookup", b"[\"text\"]")),
    (
        "TwoLanguages",
        422,
        Post(
            "/v1/render",
            b"{\"code\":\"A\",\"locale\":\"ko\",\"accept_language\":\"ko\"}",
        ),
    ),
    (
        "UnknownForm",
        422,
        Post("/v1/render", b"{\"code\":\"A\",\"as\":\"soap\"}"),
    ),
];

async fn answer(portal: &Portal, asked: &Asked, language: &str) -> Answer {
    let headers = [("accept-language", language)];
    match asked {
        Get(path) => get(portal, path, &headers).await,
        Post(path, body) => post(portal, path, *body, &headers).await,
        Batch(count) => {
            let body = format!("[{}]", vec!["{\"code\":\"A\"}"; *count].join(","));
            post(portal, "/v1/render", body, &headers).await
        }
        Address(length) => get(portal, &format!("/{}", "a".repeat(*length - 1)), &headers).await,
        Headers(length) => {
            let long = "a".repeat(*length);
            get(portal, "/v1/codes", &[headers[0], ("x-long", &long)]).await
        }
        Prebuilt(path) => get(&prebuilt(), path, &headers).await,
    }
}

#[tokio::test]
async fn each_error_is_told_in_every_language() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let catalog = Catalog::from_dir(locales).unwrap().into_catalog();
    let known: BTreeSet<_> = catalog.codes().map(|code| code.name().to_owned()).collect();
    let asked: BTreeSet<_> = CASES.iter().map(|(code, ..)| (*code).to_owned()).collect();
    assert_eq!(
        known, asked,
        "each code of locales/catalog.toml has a request that it answers"
    );

    let portal = builtin();
    for (code, status, asked) in CASES {
        let mut texts = BTreeSet::new();
        for locale in ["en-US", "ko-KR", "sv-SE", "zh-CN", "fr-FR", "nl-NL"] {
            let answer = answer(&portal, asked, locale).await;
            let body = answer.json();
            assert_eq!(
                (answer.status.as_u16(), &body["error"]["code"]),
                (*status, &(*code).into())
            );
            assert_eq!(answer.header("content-language"), locale, "{code}");
            assert!(answer.header("vary").contains("accept-language"));
            let text = body["error"]["message"].as_str().unwrap().to_owned();
            assert!(!text.contains("{$") && !text.contains("이(가)"), "{text}");
            texts.insert(text);
        }
        assert_eq!(texts.len(), 6, "{texts:?}");
    }
}

#[tokio::test]
async fn another_method_is_answered_with_those_that_there_are() {
    use axum::body::Body;
    use axum::http::Request;

    for (path, allow) in [
        ("/v1/render", "POST"),
        ("/v1/codes", "GET,HEAD"),
        ("/v1/locales/ko-KR/messages.ftl", "GET,HEAD"),
    ] {
        for method in ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "BREW"] {
            let request = Request::builder().method(method).uri(path);
            let request = request
                .header("accept-language", "nl")
                .body(Body::empty())
                .unwrap();
            let answer = crate::service::ask(&builtin(), request).await;
            assert_eq!(
                (answer.status.as_u16(), answer.header("allow")),
                (405, allow)
            );
            assert_eq!(answer.header("content-language"), "nl-NL");
            assert_eq!(answer.json()["error"]["code"], "MethodNotAllowed");
        }
    }
}

#[tokio::test]
async fn an_error_knows_the_language_of_the_address() {
    let headers = [("accept-language", "nl")];
    let answer = get(&builtin(), "/v1/codes/NotFond?lang=sv", &headers).await;
    assert_eq!(
        answer.json()["error"]["message"],
        "Koden NotFond finns inte i katalogen."
    );
}
