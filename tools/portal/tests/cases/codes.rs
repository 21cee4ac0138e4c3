//! `/v1/codes`.

use crate::service::{builtin, get};

#[tokio::test]
async fn a_code_has_its_message_in_the_callers_language() {
    let answer = get(
        &builtin(),
        "/v1/codes/Forbidden",
        &[("accept-language", "nl-BE")],
    )
    .await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.json()["text"].as_str().unwrap().split('.').next(),
        Some("Toegang geweigerd")
    );
}

#[tokio::test]
async fn an_unknown_code_is_an_error_of_the_service() {
    let answer = get(
        &builtin(),
        "/v1/codes/NotFond",
        &[("accept-language", "ko")],
    )
    .await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("content-language")),
        (404, "ko-KR")
    );
    assert_eq!(
        answer.json()["error"]["message"],
        "카탈로그에 코드 NotFond가 없습니다."
    );
}
