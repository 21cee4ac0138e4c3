//! What may be kept: tags, conditional requests, `HEAD`; and what a proxy must know.

use axum::body::Body;
use axum::http::{Method, Request};

use crate::service::{ask, builtin, folder, get};

const RESOURCES: [&str; 11] = [
    "/v1/codes",
    "/v1/codes/NotFound",
    "/v1/locales",
    "/v1/locales/ko-KR/messages.ftl",
    "/v1/negotiate",
    "/v1/schemas",
    "/v1/schemas/problem.json",
    "/v1/openapi.json",
    "/v1/docs/",
    "/v1/docs/swagger-ui.css",
    "/v1/docs/swagger-initializer.js",
];

#[tokio::test]
async fn what_is_known_is_not_sent_again() {
    let portal = builtin();
    for path in RESOURCES {
        let first = get(&portal, path, &[("accept-language", "ko")]).await;
        assert_eq!(first.status, 200, "{path}");
        let tag = first.header("etag");
        assert!(tag.starts_with('"') && tag.len() == 34, "{path}: {tag}");
        assert_eq!(first.header("cache-control"), "no-cache");
        for known in [
            tag.to_owned(),
            format!("\"other\", W/{tag}"),
            "*".to_owned(),
        ] {
            let headers = [("accept-language", "ko"), ("if-none-match", known.as_str())];
            let second = get(&portal, path, &headers).await;
            assert_eq!(second.status, 304, "{path}");
            assert!(second.body.is_empty());
            for name in [
                "etag",
                "cache-control",
                "vary",
                "content-language",
                "access-control-allow-origin",
            ] {
                assert_eq!(second.header(name), first.header(name), "{path}: {name}");
            }
        }
        let headers = [("accept-language", "ko"), ("if-none-match", "\"other\"")];
        assert_eq!(get(&portal, path, &headers).await.status, 200);
    }
}

#[tokio::test]
async fn a_tag_is_of_one_representation() {
    let portal = builtin();
    let path = "/v1/codes";
    let tag = async |language, encoding| {
        let headers = [("accept-language", language), ("accept-encoding", encoding)];
        get(&portal, path, &headers).await.header("etag").to_owned()
    };
    let korean = tag("ko", "").await;
    assert_eq!(korean, tag("ko-KR, en;q=0.1", "").await);
    assert_ne!(korean, tag("sv", "").await);
    assert_ne!(korean, tag("ko", "gzip").await);
    assert_ne!(tag("ko", "gzip").await, tag("ko", "br").await);
    // Another state of a catalog has other tags, even for what looks the same.
    let with = |text| folder(&[("en-US/a.ftl", "A = A.\n"), ("en-US/b.ftl", text)]);
    let one = get(&with("B = B.\n"), "/v1/codes/A", &[]).await;
    let other = get(&with("B = C.\n"), "/v1/codes/A", &[]).await;
    assert_eq!(one.body, other.body);
    assert_ne!(one.header("etag"), other.header("etag"));
}

#[tokio::test]
async fn head_has_the_headers_alone() {
    for path in RESOURCES {
        let headers = [("accept-language", "sv")];
        let whole = get(&builtin(), path, &headers).await;
        let request = Request::builder().method(Method::HEAD).uri(path);
        let request = request
            .header("accept-language", "sv")
            .body(Body::empty())
            .unwrap();
        let head = ask(&builtin(), request).await;
        assert_eq!(head.status, 200);
        assert!(head.body.is_empty());
        assert_eq!(
            head.header("content-length"),
            whole.body.len().to_string(),
            "{path}"
        );
        for name in ["etag", "content-type", "content-language", "vary"] {
            assert_eq!(head.header(name), whole.header(name), "{path}: {name}");
        }
    }
}

#[tokio::test]
async fn other_origins_may_read_and_not_ask() {
    for path in RESOURCES {
        let answer = get(&builtin(), path, &[("origin", "https://app.example.com")]).await;
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert!(
            answer
                .header("access-control-expose-headers")
                .contains("content-language")
        );
    }
    for path in ["/v1/render", "/v1/lookup"] {
        let request = Request::builder().method(Method::OPTIONS).uri(path);
        let request = request
            .header("origin", "https://app.example.com")
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "content-type");
        let answer = ask(&builtin(), request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, 405);
        assert_eq!(answer.header("access-control-allow-origin"), "");
    }
}

#[tokio::test]
async fn each_answer_has_a_tracking_id() {
    let answer = get(&builtin(), "/v1/locales", &[]).await;
    assert_eq!(answer.header("x-request-id").len(), 36);
    let trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    let parent = format!("00-{trace}-00f067aa0ba902b7-01");
    let answer = get(&builtin(), "/v1/locales", &[("traceparent", &parent)]).await;
    assert_eq!(answer.header("x-request-id"), trace);
}
