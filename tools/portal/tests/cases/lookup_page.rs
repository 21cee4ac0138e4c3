//! `/lookup` as a browser asks for it: from a text to its code.

use tolken::Catalog;

use crate::browser::{TAGS, assert_sound, encoded, html, lookup, of_folder, post, write};
use crate::service::builtin;

#[tokio::test]
async fn every_message_is_found_again_in_every_language() {
    let portal = builtin();
    let catalog = Catalog::builtin();
    for (code, tag) in catalog.codes().zip(TAGS.into_iter().cycle()) {
        let args: Vec<_> = code
            .arguments()
            .iter()
            .map(|it| (it.name(), it.example().expect("each has one").clone()))
            .collect();
        for locale in TAGS {
            let request = tolken::Request::new(code.name()).args(&args).range(locale);
            let answer = lookup(&portal, &catalog.text(&request), tag).await;
            assert_eq!(answer.status, 200);
            assert_sound(&answer, tag);
            let html = html(&answer);
            let heading = html
                .split("<h2 id=\"answer-1\">")
                .nth(1)
                .expect("an answer");
            let heading = heading.split("</h2>").next().unwrap_or_default();
            assert!(
                heading.contains(&format!(">{}</a>", code.name())),
                "{heading}"
            );
        }
    }
}

#[tokio::test]
async fn a_korean_text_is_explained_in_english() {
    let answer = lookup(
        &builtin(),
        "필수 매개 변수 machineId가 누락되었습니다.",
        "en",
    )
    .await;
    let html = html(&answer);
    assert_sound(&answer, "en-US");
    for part in [
        ">MissingRequiredParameter</a>",
        "<mark class=\"argument\" title=\"parameter\"><bdi>machineId</bdi></mark>",
        "Required parameter <bdi class=\"value\">machineId</bdi> is missing.",
        "Almost certain",
        "All words of the message are in the text.",
        "MissingRequiredParameter?arg.parameter=machineId",
        "Den obligatoriska parametern <bdi class=\"value\">machineId</bdi> saknas.",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[tokio::test]
async fn several_messages_in_one_text_are_answers_in_its_order() {
    let text = "07:50 Hashvärdet abc är ogiltigt.\n07:51 Toegang geweigerd. Het token is geldig, maar heeft onvoldoende machtigingen voor deze actie.\n";
    let answer = lookup(&builtin(), text, "en").await;
    let html = html(&answer);
    let first = html.find(">InvalidHashValue</a></h2>").expect("the first");
    let second = html.find(">Forbidden</a></h2>").expect("the second");
    assert!(first < second);
}

#[tokio::test]
async fn what_differs_is_said() {
    let answer = lookup(&builtin(), "Hashvardet abc är ogiltigt.", "en").await;
    let html = html(&answer);
    assert!(
        html.contains("The text is similar to the message."),
        "{html}"
    );
    assert!(html.contains("stands in place of"), "{html}");
    let answer = lookup(&builtin(), "The requested item was", "en").await;
    assert!(self::html(&answer).contains("which is cut off"));
}

#[tokio::test]
async fn what_is_found_nowhere_has_advice() {
    for tag in TAGS {
        let answer = lookup(&builtin(), "good morning to all of you", tag).await;
        assert_eq!(answer.status, 200);
        assert_sound(&answer, tag);
        assert!(html(&answer).contains("<div class=\"none\">"));
    }
    // Nothing was given: the form again.
    let answer = lookup(&builtin(), " \r\n", "en").await;
    assert!(html(&answer).contains("<textarea") && !html(&answer).contains("class=\"none\""));
}

#[tokio::test]
async fn a_text_that_is_looked_up_is_in_no_header() {
    let portal = builtin();
    let text = "Hash value secret4711 is invalid.";
    let body = format!("text={}&language=ko-KR", encoded(text));
    let answer = post(&portal, "/lookup", body, &[]).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("cache-control"), "no-store");
    for (name, value) in &answer.headers {
        let value = String::from_utf8_lossy(value.as_bytes());
        assert!(!value.contains("4711"), "{name}: {value}");
    }
    // The switch of language shows the same text again, and remembers.
    assert_sound(&answer, "ko-KR");
    assert!(
        answer
            .header("set-cookie")
            .starts_with("tolken-language=ko-KR; ")
    );
    assert!(html(&answer).contains("name=\"text\" value=\"Hash value secret4711 is invalid.\""));
}

#[tokio::test]
async fn codes_that_share_a_text_are_all_named() {
    let folder = tempfile::tempdir().unwrap();
    let text = "The disk of { $machine } is full, and nothing can be saved.";
    write(
        folder.path(),
        "en/a.ftl",
        &format!("DiskFull = {text}\nNoSpace = {text}\n"),
    );
    let portal = of_folder(folder.path());
    let answer = lookup(
        &portal,
        "The disk of db1 is full, and nothing can be saved.",
        "en",
    )
    .await;
    let html = html(&answer);
    assert!(html.contains("Another code has the same text."), "{html}");
    assert!(
        html.contains(">DiskFull</a>") && html.contains(">NoSpace</a>"),
        "{html}"
    );
    assert!(
        html.contains("<details class=\"candidates\" open>"),
        "{html}"
    );
}

#[tokio::test]
async fn an_earlier_wording_is_called_one() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "catalog.toml",
        "source-locale = \"en\"\n[codes.DiskFull]\nstatus = 507\n",
    );
    write(folder.path(), "en/a.ftl", "DiskFull = The disk is full.\n");
    write(
        folder.path(),
        "en/former.ftl",
        "DiskFull =\n    .w1 = There is no space left on this volume.\n",
    );
    let portal = of_folder(folder.path());
    let answer = lookup(&portal, "There is no space left on this volume.", "en").await;
    let html = html(&answer);
    assert!(
        html.contains("The text has an earlier wording of the message."),
        "{html}"
    );
    assert!(html.contains("The disk is full."), "{html}");
}

#[tokio::test]
async fn what_was_not_searched_completely_says_so() {
    // As it is typed, so that the form is not three times as long.
    let body = format!("text={}", "The+input+%E2%80%9C".repeat(5_000));
    let answer = post(&builtin(), "/lookup", body, &[("accept-language", "en")]).await;
    assert_eq!(answer.status, 200);
    assert!(html(&answer).contains("to be searched completely"));
}
