//! `/v1/locales`, `/v1/negotiate`, `/v1/schemas`.

use serde_json::json;

use crate::service::{builtin, folder, get, prebuilt};

#[tokio::test]
async fn locales_tell_their_coverage_and_direction() {
    let locales = get(&builtin(), "/v1/locales", &[]).await.json();
    assert_eq!(
        (&locales["source_locale"], &locales["codes"]),
        (&"en-US".into(), &19.into())
    );
    assert_eq!(
        locales["locales"][2],
        json!({"locale": "ko-KR", "direction": "ltr", "messages": 19, "has_sources": true})
    );
    let portal = folder(&[
        ("en-US/a.ftl", "A = A.\nB = B.\n"),
        ("ar/a.ftl", "A = ا.\n"),
    ]);
    let locales = get(&portal, "/v1/locales", &[]).await.json();
    assert_eq!(
        locales["locales"][0],
        json!({"locale": "ar", "direction": "rtl", "messages": 1, "has_sources": true})
    );
}

#[tokio::test]
async fn the_fluent_files_of_a_locale_can_be_had() {
    let headers = [("origin", "https://app.example.com")];
    let answer = get(&builtin(), "/v1/locales/ko-KR/messages.ftl", &headers).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(answer.header("content-language"), "ko-KR");
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let text = String::from_utf8(answer.body).unwrap();
    assert!(text.contains("Forbidden = ") && text.contains("JOSA("));
    let answer = get(&builtin(), "/v1/locales/KO-kr/messages.ftl", &[]).await;
    assert_eq!(answer.header("content-language"), "ko-KR");
}

#[tokio::test]
async fn the_functions_that_the_files_call_can_be_had() {
    let answer = get(&builtin(), "/v1/functions.js", &[]).await;
    assert_eq!(
        answer.header("content-type"),
        "text/javascript; charset=utf-8"
    );
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert!(answer.text().contains("export function functions("));
    let tag = [("if-none-match", answer.header("etag"))];
    let again = get(&builtin(), "/v1/functions.js", &tag).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
}

#[tokio::test]
async fn a_prebuilt_catalog_has_no_fluent_files() {
    let portal = prebuilt();
    let locales = get(&portal, "/v1/locales", &[]).await.json();
    assert_eq!(locales["locales"][0]["has_sources"], false);
    let answer = get(&portal, "/v1/locales/ko-KR/messages.ftl?lang=en", &[]).await;
    assert_eq!(answer.status, 404);
    assert_eq!(answer.json()["error"]["code"], "NoSources");
}

#[tokio::test]
async fn a_header_is_negotiated() {
    let headers = [("accept-language", "ko")];
    let answer = get(
        &builtin(),
        "/v1/negotiate?accept_language=zh-TW,%20fr-CA;q=0.8",
        &headers,
    )
    .await;
    assert_eq!(answer.json(), json!({"locales": ["fr-FR", "en-US"]}));
    assert_eq!(answer.header("vary"), "accept-encoding");
    let answer = get(&builtin(), "/v1/negotiate", &headers).await;
    assert_eq!(answer.json(), json!({"locales": ["ko-KR", "en-US"]}));
    assert_eq!(answer.header("vary"), "accept-language, accept-encoding");
}

#[tokio::test]
async fn the_profiles_have_their_schemas() {
    let list = get(&builtin(), "/v1/schemas", &[]).await.json();
    let paths: Vec<_> = list["schemas"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["path"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(paths.len(), 4);
    for path in paths {
        let answer = get(&builtin(), &path, &[]).await;
        assert_eq!(answer.header("content-type"), "application/schema+json");
        assert_eq!(answer.json()["type"], "object", "{path}");
    }
}
