//! `/v1/codes`.

use crate::service::{builtin, folder, get};

#[tokio::test]
async fn a_code_has_its_message_in_the_callers_language() {
    let headers = [("accept-language", "nl-BE")];
    let answer = get(&builtin(), "/v1/codes/Forbidden", &headers).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-language"), "nl-NL");
    assert_eq!(answer.header("vary"), "accept-language, accept-encoding");
    let code = answer.json();
    assert_eq!(
        code["text"].as_str().unwrap().split('.').next(),
        Some("Toegang geweigerd")
    );
    assert_eq!(
        (&code["status"], &code["locale"]),
        (&403.into(), &"nl-NL".into())
    );
}

#[tokio::test]
async fn the_language_of_the_address_wins() {
    let headers = [("accept-language", "nl-BE")];
    let answer = get(&builtin(), "/v1/codes/Forbidden?lang=ko", &headers).await;
    assert_eq!(answer.header("content-language"), "ko-KR");
    assert_eq!(answer.header("vary"), "accept-encoding");
    let answer = get(&builtin(), "/v1/codes/Forbidden?lang=", &headers).await;
    assert_eq!(answer.header("content-language"), "nl-NL");
}

#[tokio::test]
async fn a_message_is_rendered_with_the_examples_and_says_so() {
    let answer = get(&builtin(), "/v1/codes/InvalidHashValue?lang=ko", &[]).await;
    let code = answer.json();
    let hash = "44d88612fea8a8f36de82e1278abb02";
    assert_eq!(code["args"]["hash"], hash);
    assert!(code["text"].as_str().unwrap().contains(hash));
    assert_eq!(code["faults"].as_array().unwrap().len(), 0);
    let argument = &code["arguments"][0];
    assert_eq!(
        (&argument["name"], &argument["type"]),
        (&"hash".into(), &"string".into())
    );
    assert_eq!(argument["sensitive"], false);
}

#[tokio::test]
async fn an_argument_without_an_example_is_a_fault_that_is_told() {
    let manifest = "[codes.QuotaExceeded.args]\nname = { type = \"string\", sensitive = true }\n";
    let portal = folder(&[
        ("catalog.toml", manifest),
        (
            "en-US/a.ftl",
            "QuotaExceeded = Quota { $name } is used up.\n",
        ),
    ]);
    let code = get(&portal, "/v1/codes/QuotaExceeded", &[]).await.json();
    assert_eq!(code["text"], "Quota {$name} is used up.");
    assert_eq!(code["faults"][0]["kind"], "missing-argument");
    assert_eq!(code["arguments"][0]["sensitive"], true);
}

#[tokio::test]
async fn codes_are_listed_with_their_messages() {
    let list = get(&builtin(), "/v1/codes?lang=sv", &[]).await;
    assert_eq!(list.header("content-language"), "sv-SE");
    let codes = list.json()["codes"].as_array().unwrap().clone();
    assert_eq!(codes.len(), 19);
    assert!(codes.iter().all(|code| code["locale"] == "sv-SE"));

    let list = get(&builtin(), "/v1/codes?status=404", &[]).await.json();
    let names: Vec<_> = list["codes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|code| &code["code"])
        .collect();
    assert_eq!(names, ["NotFound", "ResourceNotFound"]);
}

#[tokio::test]
async fn retired_codes_are_asked_for_by_themselves() {
    let manifest =
        "[codes.Old]\nretired = true\nreplaced-by = \"New\"\n[codes.New]\nstatus = 400\n";
    let portal = folder(&[
        ("catalog.toml", manifest),
        ("en-US/a.ftl", "Old = Old.\nNew = New.\n"),
    ]);
    for (query, names) in [
        ("", vec!["Old", "New"]),
        ("?retired=true", vec!["Old"]),
        ("?retired=false", vec!["New"]),
    ] {
        let list = get(&portal, &format!("/v1/codes{query}"), &[]).await.json();
        let codes = list["codes"].as_array().unwrap();
        let found: Vec<_> = codes
            .iter()
            .map(|code| code["code"].as_str().unwrap())
            .collect();
        assert_eq!(found, names, "{query}");
    }
    let old = get(&portal, "/v1/codes/Old", &[]).await.json();
    assert_eq!(
        (&old["retired"], &old["replaced_by"]),
        (&true.into(), &"New".into())
    );
}

#[tokio::test]
async fn an_unknown_code_is_an_error_of_the_service() {
    let headers = [("accept-language", "ko")];
    let answer = get(&builtin(), "/v1/codes/NotFond", &headers).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("content-language")),
        (404, "ko-KR")
    );
    assert_eq!(
        answer.json()["error"]["message"],
        "카탈로그에 코드 NotFond가 없습니다."
    );
    assert_eq!(answer.header("access-control-allow-origin"), "*");
}

#[tokio::test]
async fn a_client_may_prefer_problem_details() {
    let headers = [
        ("accept", "application/problem+json"),
        ("accept-language", "fr"),
    ];
    let answer = get(&builtin(), "/v1/codes/NotFond", &headers).await;
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = answer.json();
    assert_eq!(
        problem["detail"],
        "Le code NotFond est introuvable dans le catalogue."
    );
    assert_eq!(problem["args"]["code"], "NotFond");
}

#[tokio::test]
async fn what_a_client_sent_is_said_back_in_short() {
    let long = "x".repeat(5000);
    let answer = get(&builtin(), &format!("/v1/codes/{long}"), &[]).await;
    assert_eq!(answer.status, 404);
    assert!(answer.body.len() < 400);
}
