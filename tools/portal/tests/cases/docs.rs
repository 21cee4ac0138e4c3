//! `/v1/openapi.json`, and the page to try it.

use std::path::Path;
use std::{env, fs};

use serde_json::Value;

use crate::service::{builtin, get};

#[test]
fn the_document_is_what_the_handlers_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    let made = tolken_portal::openapi();
    if env::var_os("TOLKEN_GENERATE").is_some() {
        fs::write(&path, made).unwrap();
        return;
    }
    let parse = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    // As values, since the order of keys is a matter of what else is compiled.
    assert!(
        parse(&made) == parse(&fs::read_to_string(&path).unwrap()),
        "docs/openapi.json is out of date; run: TOLKEN_GENERATE=1 cargo test -p tolken-portal --test portal docs"
    );
}

#[tokio::test]
async fn the_document_is_served_with_every_error_and_in_another_language() {
    let document = get(&builtin(), "/v1/openapi.json", &[]).await.json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let paths = document["paths"].as_object().unwrap();
    assert_eq!(paths.len(), 14);
    let render = &paths["/v1/render"]["post"]["responses"];
    for status in [
        "200", "400", "408", "413", "414", "415", "422", "431", "500",
    ] {
        assert!(render[status].is_object(), "{status}");
    }
    let example = &render["422"]["content"]["application/problem+json"]["example"];
    assert_eq!(
        example["detail"],
        "필수 필드 code가 누락되었습니다(1번째 줄, 18번째 열)."
    );
}

#[tokio::test]
async fn the_page_has_nothing_inline_and_nothing_from_elsewhere() {
    let portal = builtin();
    let answer = get(&portal, "/v1/docs", &[]).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (308, "docs/")
    );
    let page = get(&portal, "/v1/docs/", &[]).await;
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    let policy = page.header("content-security-policy").to_owned();
    assert!(
        policy.contains("script-src 'self';") && !policy.contains("http"),
        "{policy}"
    );
    let html = String::from_utf8(page.body).unwrap();
    assert!(!html.contains("//"), "{html}");
    for part in html.split("<script").skip(1) {
        let (tag, rest) = part.split_once('>').unwrap();
        assert!(
            tag.contains("src=\"./") && rest.trim_start().starts_with("</script>"),
            "{part}"
        );
    }
    for attribute in ["href=\"", "src=\""] {
        for file in html.split(attribute).skip(1) {
            let file = file.split('"').next().unwrap().trim_start_matches("./");
            let answer = get(&portal, &format!("/v1/docs/{file}"), &[]).await;
            assert_eq!(answer.status, 200, "{file}");
            assert!(!answer.body.is_empty(), "{file}");
        }
    }
    let script = get(&portal, "/v1/docs/swagger-initializer.js", &[]).await;
    let script = String::from_utf8(script.body).unwrap();
    assert!(
        script.contains("../openapi.json") && !script.contains("http"),
        "{script}"
    );
    assert_eq!(
        get(&portal, "/v1/docs/oauth2-redirect.html", &[])
            .await
            .status,
        404
    );
}
