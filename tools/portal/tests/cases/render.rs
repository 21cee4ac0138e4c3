//! `/v1/render`.

use serde_json::{Value, json};

use crate::service::{builtin, post};

#[tokio::test]
async fn a_code_is_rendered_in_the_language_of_the_request() {
    let body = r#"{"code": "MissingRequiredParameter", "args": {"parameter": "machineId"}, "locale": "ko"}"#;
    let headers = [("accept-language", "nl")];
    let answer = post(&builtin(), "/v1/render?lang=sv", body, &headers).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("content-language"), "ko-KR");
    assert_eq!(answer.header("vary"), "accept-encoding");
    assert_eq!(
        answer.json(),
        json!({
            "code": "MissingRequiredParameter",
            "status": 400,
            "locale": "ko-KR",
            "text": "필수 매개 변수 machineId가 누락되었습니다.",
            "action": "요청에 매개 변수 machineId를 추가하십시오. 매개 변수 이름은 대/소문자를 구분합니다.",
            "faults": [],
        })
    );
}

#[tokio::test]
async fn where_the_request_names_no_language_the_address_and_then_the_header_do() {
    let body = r#"{"code": "Forbidden"}"#;
    let headers = [("accept-language", "nl")];
    let answer = post(&builtin(), "/v1/render?lang=sv", body, &headers).await;
    assert_eq!(answer.json()["locale"], "sv-SE");
    let answer = post(&builtin(), "/v1/render", body, &headers).await;
    assert_eq!(answer.json()["locale"], "nl-NL");
    assert_eq!(answer.header("vary"), "accept-language, accept-encoding");
    let body = r#"{"code": "Forbidden", "accept_language": "zh-TW, fr;q=0.5"}"#;
    let answer = post(&builtin(), "/v1/render", body, &headers).await;
    assert_eq!(answer.json()["locale"], "fr-FR");
    assert_eq!(
        post(&builtin(), "/v1/render", r#"{"code":"Forbidden"}"#, &[])
            .await
            .json()["locale"],
        "en-US"
    );
}

#[tokio::test]
async fn a_batch_is_answered_in_order() {
    let body = r#"[{"code": "NotFound", "locale": "fr"}, {"code": "Nothing"}, {"code": "NotFound", "locale": "ko"}]"#;
    let answer = post(&builtin(), "/v1/render", body, &[]).await;
    assert_eq!(answer.header("content-language"), "fr-FR, ko-KR");
    let answers = answer.json();
    let locales: Vec<_> = answers
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["locale"].as_str().unwrap())
        .collect();
    assert_eq!(locales, ["fr-FR", "und", "ko-KR"]);
    assert_eq!(
        answers[1]["faults"][0],
        json!({"kind": "unknown-code", "name": "Nothing"})
    );
    assert_eq!(
        post(&builtin(), "/v1/render", "[]", &[]).await.json(),
        json!([])
    );
}

#[tokio::test]
async fn a_body_of_a_response_carries_the_tracking_id_of_the_request() {
    let body = |as_: &str| json!({"code": "NotFound", "locale": "sv", "as": as_}).to_string();
    let headers = [("x-request-id", "order-7")];
    let answer = post(&builtin(), "/v1/render", body("envelope"), &headers).await;
    assert_eq!(answer.header("x-request-id"), "order-7");
    let answer = answer.json();
    assert_eq!(answer["body"]["error"]["target"], "order-7");
    assert!(answer["text"].is_null());
    let own = json!({"code": "NotFound", "as": "problem", "tracking_id": "mine"}).to_string();
    let answer = post(&builtin(), "/v1/render", own, &headers).await.json();
    assert_eq!(answer["body"]["trackingId"], "mine");
}

#[tokio::test]
async fn faults_are_told_and_no_error() {
    let body = json!({"code": "InvalidUrl", "args": {"uri": 1}, "locale": "xx"}).to_string();
    let answer = post(&builtin(), "/v1/render", body, &[]).await;
    assert_eq!(answer.status, 200);
    let answer = answer.json();
    let kinds: Vec<_> = answer["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        ["unknown-locale", "missing-argument", "unknown-argument"]
    );
}

#[tokio::test]
async fn a_long_answer_is_compressed() {
    let body = Value::from(vec![json!({"code": "NotFound", "locale": "ko"}); 50]).to_string();
    let plain = post(&builtin(), "/v1/render", body.clone(), &[]).await;
    for (accept, encoding) in [("gzip", "gzip"), ("gzip, br", "br")] {
        let answer = post(
            &builtin(),
            "/v1/render",
            body.clone(),
            &[("accept-encoding", accept)],
        )
        .await;
        assert_eq!(answer.header("content-encoding"), encoding);
        assert!(answer.body.len() * 4 < plain.body.len());
        assert_eq!(answer.decoded(), plain.body);
    }
    let short = r#"{"code": "NotFound"}"#;
    let answer = post(
        &builtin(),
        "/v1/render",
        short,
        &[("accept-encoding", "gzip")],
    )
    .await;
    assert_eq!(answer.header("content-encoding"), "");
}
