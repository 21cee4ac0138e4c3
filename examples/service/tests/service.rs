//! The example answers in six languages.

#![allow(clippy::unwrap_used)] // a test that unwraps nothing says less

use axum::body::Body;
use axum::extract::Request;
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::ServiceExt as _;

async fn ask(request: Request) -> (u16, Value) {
    let response = tolken_example_service::app()
        .unwrap()
        .oneshot(request)
        .await
        .unwrap();
    let status = response.status().as_u16();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&bytes).unwrap())
}

fn request(method: &str, path: &str, language: &str, body: String) -> Request {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("accept-language", language);
    request
        .header("content-type", "application/json")
        .body(Body::from(body))
        .unwrap()
}

#[tokio::test]
async fn it_answers_in_six_languages() {
    for (language, text) in [
        ("ko", "컴퓨터 7을 찾을 수 없습니다."),
        ("sv", "Datorn 7 hittades inte."),
        ("zh-CN", "找不到计算机 7。"),
        ("fr", "L’ordinateur 7 est introuvable."),
        ("nl", "De computer 7 is niet gevonden."),
        ("en", "Machine 7 was not found."),
    ] {
        let (status, body) = ask(request("GET", "/machines/7", language, String::new())).await;
        assert_eq!((status, &body["error"]["message"]), (404, &text.into()));
    }
}

#[tokio::test]
async fn every_error_is_of_the_catalog() {
    let batch = format!("{{\"machines\":[{}0]}}", "0,".repeat(1500));
    for (method, path, body, status, code) in [
        ("GET", "/alerts/7", String::new(), 404, "ResourceNotFound"),
        ("GET", "/machines/2", String::new(), 403, "Forbidden"),
        (
            "DELETE",
            "/machines/7",
            String::new(),
            403,
            "DisallowedOperation",
        ),
        (
            "POST",
            "/machines/isolate",
            batch,
            400,
            "MaximumBatchSizeExceeded",
        ),
        (
            "POST",
            "/machines/isolate",
            "{}".into(),
            422,
            "UnprocessableContent",
        ),
        (
            "GET",
            "/files/abc123",
            String::new(),
            400,
            "InvalidHashValue",
        ),
        ("GET", "/nowhere", String::new(), 404, "NotFound"),
        (
            "PUT",
            "/files/abc123",
            String::new(),
            405,
            "MethodNotAllowed",
        ),
    ] {
        let (found, body) = ask(request(method, path, "ko", body)).await;
        assert_eq!((found, &body["error"]["code"]), (status, &code.into()));
    }
}
