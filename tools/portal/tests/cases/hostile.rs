//! Bodies that nobody should send: each is answered, with no server error.

use axum::body::Body;
use axum::http::Request;

use crate::service::{ask, builtin, post};

/// A body, the status, and the code of the error.
const BODIES: &[(&[u8], u16, &str)] = &[
    (b"", 400, "NoObject"),
    (b"null", 400, "NoObject"),
    (b"\"code\"", 400, "NoObject"),
    (b"{", 400, "MalformedJson"),
    (b"[", 400, "MalformedJson"),
    (b"{\"code\":\"A\"}{", 400, "MalformedJson"),
    (b"{\"code\":\"A\",}", 400, "MalformedJson"),
    (b"{\"code\":\"\\ud800\"}", 400, "MalformedJson"),
    (b"{\"code\":\"\\udc00\\ud800\"}", 400, "MalformedJson"),
    (b"{\"code\":\"a\nb\"}", 400, "MalformedJson"),
    (b"{\"code\":\"a\x00b\"}", 400, "MalformedJson"),
    (b"{\"code\":\"A\",\"args\":{\"n\":1e999}}", 400, "MalformedJson"),
    (b"{\"code\":\"A\",\"args\":{\"n\":NaN}}", 400, "MalformedJson"),
    (b"{\"code\":\"\xff\"}", 400, "BodyNotUtf8"),
    (b"{\"code\":\"\xed\xa0\x80\"}", 400, "BodyNotUtf8"),
    (b"{}", 422, "MissingField"),
    (b"[{\"code\":\"A\"},{}]", 422, "MissingField"),
    (b"{\"code\":\"A\",\"Code\":\"B\"}", 422, "UnknownField"),
    (b"{\"code\":\"A\",\"code\":\"B\"}", 422, "RepeatedField"),
    (b"{\"code\":null}", 422, "WrongType"),
    (b"{\"code\":[\"A\"]}", 422, "WrongType"),
    (b"{\"code\":\"A\",\"args\":[]}", 422, "WrongType"),
    (b"[[\"A\"]]", 422, "WrongType"),
    (b"[[[[[]]]]]", 422, "WrongType"),
    (b"[1,2]", 422, "WrongType"),
    (b"{\"code\":\"A\",\"locale\":\"ko\",\"accept_language\":\"ko\"}", 422, "TwoLanguages"),
    (b"{\"code\":\"A\",\"as\":\"xml\"}", 422, "UnknownForm"),
    // What is only odd is answered.
    (b" \n {\"code\":\"a\\u0000b\"} \n", 200, ""),
    (b"{\"code\":\"\",\"args\":{\"\":\"\"}}", 200, ""),
    (b"{\"code\":\"A\",\"args\":{\"n\":123456789012345678901234567890123456789012345678901234567890}}", 200, ""),
    (b"{\"code\":\"A\",\"args\":{\"n\":[[[1]],{\"a\":[true,null]}]}}", 200, ""),
    (b"{\"code\":\"A\",\"locale\":\"_-_\",\"tracking_id\":\"\\r\\nSet-Cookie: a\",\"as\":\"problem\"}", 200, ""),
    (b"{\"code\":\"A\",\"locale\":null,\"accept_language\":\"\",\"as\":null}", 200, ""),
];

#[tokio::test]
async fn each_body_has_its_answer() {
    let portal = builtin();
    for (body, status, code) in BODIES {
        let answer = post(&portal, "/v1/render", *body, &[]).await;
        let text = String::from_utf8_lossy(body);
        assert_eq!(answer.status, *status, "{text}: {}", answer.json());
        if *status != 200 {
            assert_eq!(answer.json()["error"]["code"], *code, "{text}");
        }
    }
}

#[tokio::test]
async fn depth_and_length_have_their_bounds() {
    let portal = builtin();
    let deep = format!("{{\"code\":\"A\",\"args\":{{\"n\":{}", "[".repeat(100_000));
    assert_eq!(post(&portal, "/v1/render", deep, &[]).await.status, 400);
    let deep = format!(
        "{{\"code\":\"A\",\"args\":{{\"n\":{}1{}}}}}",
        "{\"a\":".repeat(40_000),
        "}".repeat(40_000)
    );
    let status = post(&portal, "/v1/render", deep, &[]).await.status;
    assert!(status == 200 || status == 400 || status == 413, "{status}");
    let long = format!("{{\"code\":\"{}\"}}", "a".repeat(300 << 10));
    let answer = post(
        &portal,
        "/v1/render",
        long.clone(),
        &[("accept-language", "sv")],
    )
    .await;
    assert_eq!(answer.status, 413);
    assert_eq!(
        answer.json()["error"]["message"],
        "Begärandetexten är för stor."
    );
    // Without a length it is found out while it is read.
    let chunks = long
        .into_bytes()
        .chunks(1000)
        .map(|chunk| Ok::<_, std::io::Error>(chunk.to_vec()))
        .collect::<Vec<_>>();
    let body = Body::from_stream(futures_util::stream::iter(chunks));
    assert_eq!(post(&portal, "/v1/render", body, &[]).await.status, 413);
    let many = format!("[{}]", vec!["{\"code\":\"A\"}"; 101].join(","));
    let answer = post(&portal, "/v1/render", many, &[("accept-language", "ko")]).await;
    assert_eq!(
        answer.json()["error"]["message"],
        "일괄 처리에 요청이 너무 많습니다. 받은 요청은 101개이며 100개까지 허용됩니다."
    );
}

#[tokio::test]
async fn what_is_no_json_is_not_read() {
    for content_type in [
        None,
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some("json"),
        Some("text/json"),
    ] {
        let request = Request::post("/v1/render");
        let request = content_type
            .into_iter()
            .fold(request, |it, value| it.header("content-type", value));
        let request = request.body(Body::from("{\"code\":\"NotFound\"}")).unwrap();
        assert_eq!(
            ask(&builtin(), request).await.status,
            415,
            "{content_type:?}"
        );
    }
    for content_type in [
        "application/json; charset=utf-8",
        "APPLICATION/JSON",
        "application/vnd.api+json",
    ] {
        let request = Request::post("/v1/render").header("content-type", content_type);
        let request = request.body(Body::from("{\"code\":\"NotFound\"}")).unwrap();
        assert_eq!(ask(&builtin(), request).await.status, 200, "{content_type}");
    }
}

#[tokio::test]
async fn an_error_says_back_little_and_the_place() {
    let long = "x".repeat(50_000);
    for body in [
        format!("{{\"code\":\"A\",\n \"{long}\":1}}"),
        format!("{{\"code\":\"A\",\n \"as\":\"{long}\"}}"),
        format!("{{\"code\":\n [\"{long}\"]}}"),
        format!("{{\"code\":\"A\",\"args\":\"{long}\"}}"),
    ] {
        let answer = post(&builtin(), "/v1/render", body, &[("accept-language", "en")]).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.len() < 500, "{}", answer.json());
    }
    let body = "{\"code\":\n  7}";
    let answer = post(&builtin(), "/v1/render", body, &[]).await;
    assert_eq!(
        answer.json()["error"]["message"],
        "The type of a value is invalid at line 2, column 3: expected a string"
    );
}
