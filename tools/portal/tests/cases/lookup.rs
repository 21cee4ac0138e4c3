//! `/v1/lookup`.

use serde_json::{Value, json};

use crate::service::{builtin, post};

#[tokio::test]
async fn a_text_with_a_wrong_particle_leads_to_its_code() {
    // 가 would be right.
    let body =
        json!({"text": "필수 매개 변수 machineId이 누락되었습니다.", "reader": "nl"}).to_string();
    let answer = post(&builtin(), "/v1/lookup", body, &[("accept-language", "sv")]).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-language"), "nl-NL");
    assert_eq!(answer.header("vary"), "accept-encoding");
    let found = &answer.json()["matches"][0];
    assert_eq!(found["code"], "MissingRequiredParameter");
    assert_eq!(found["args"]["parameter"], "machineId");
    assert_eq!(found["locales"], json!(["ko-KR"]));
    assert_eq!(found["text"], "De vereiste parameter machineId ontbreekt.");
}

#[tokio::test]
async fn without_a_reader_the_header_tells_the_language() {
    let body = json!({"text": "De URL htp://x is ongeldig."}).to_string();
    let answer = post(
        &builtin(),
        "/v1/lookup",
        body.clone(),
        &[("accept-language", "fr-CA")],
    )
    .await;
    assert_eq!(answer.header("content-language"), "fr-FR");
    assert_eq!(answer.header("vary"), "accept-language, accept-encoding");
    assert_eq!(answer.json()["matches"][0]["reader_locale"], "fr-FR");
    let answer = post(
        &builtin(),
        "/v1/lookup?lang=ko",
        body,
        &[("accept-language", "fr-CA")],
    )
    .await;
    assert_eq!(answer.json()["matches"][0]["reader_locale"], "ko-KR");
}

#[tokio::test]
async fn a_batch_is_answered_in_order() {
    let body = json!([{"text": "kaas"}, {"text": "Begäran är ogiltig."}]).to_string();
    let answers = post(&builtin(), "/v1/lookup", body, &[]).await.json();
    assert_eq!(answers[0], json!({"matches": [], "complete": true}));
    assert_eq!(answers[1]["matches"][0]["code"], "BadRequest");
}

#[tokio::test]
async fn the_address_limits_the_matches() {
    let text = "Begäran är ogiltig. De URL htp://x is ongeldig. Toegang geweigerd.";
    let body = json!({ "text": text }).to_string();
    let count = |answer: &Value| answer["matches"].as_array().unwrap().len();
    let all = post(&builtin(), "/v1/lookup", body.clone(), &[])
        .await
        .json();
    let one = post(&builtin(), "/v1/lookup?limit=1", body, &[])
        .await
        .json();
    assert!(count(&all) > 1 && count(&one) == 1, "{all}");
}

#[tokio::test]
async fn a_long_letter_is_searched_as_well() {
    let letter = format!(
        "{}De URL htp://x is ongeldig.",
        "Geachte heer of mevrouw, ".repeat(200)
    );
    let body = json!({"text": letter, "reader": "ko"}).to_string();
    let answer = post(&builtin(), "/v1/lookup", body, &[]).await.json();
    assert_eq!(answer["matches"][0]["code"], "InvalidUrl");
}
