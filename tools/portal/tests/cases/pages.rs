//! The pages, as a browser asks for them: every one in every language.

use tolken::Catalog;

use crate::browser::{
    BROWSER, HOSTILE, TAGS, assert_sound, encoded, html, lookup, of_folder, page, post,
    without_fields, write,
};
use crate::service::{builtin, get};

#[tokio::test]
async fn every_page_is_sound_in_every_language() {
    let portal = builtin();
    for tag in TAGS {
        for path in [
            "/",
            "/?q=url",
            "/?q=xyzzy",
            "/?status=404&page=9",
            "/lookup",
            "/locales",
        ] {
            let answer = page(&portal, path, tag).await;
            assert_eq!(answer.status, 200, "{path}");
            assert_sound(&answer, tag);
        }
    }
}

#[tokio::test]
async fn every_code_has_a_page_in_every_language() {
    let portal = builtin();
    let catalog = Catalog::builtin();
    for tag in TAGS {
        for code in catalog.codes() {
            let answer = page(&portal, &format!("/codes/{}", code.name()), tag).await;
            assert_eq!(answer.status, 200, "{code:?}");
            assert_sound(&answer, tag);
            let html = html(&answer);
            for other in TAGS {
                assert!(
                    html.contains(&format!("lang=\"{other}\"")),
                    "{code:?} {tag} {other}"
                );
            }
            for profile in ["envelope", "odata", "problem", "aip193"] {
                assert!(
                    html.contains(&format!("<code>{profile}</code>")),
                    "{code:?} {profile}"
                );
            }
        }
    }
}

#[tokio::test]
async fn links_in_a_row_stand_apart_as_each_language_does_it() {
    let portal = builtin();
    for tag in TAGS {
        let answer = page(&portal, "/codes/Invalid", tag).await;
        let separator = if tag == "zh-CN" { "、" } else { ", " };
        let between = format!("</a>{separator}<a ");
        assert!(html(&answer).contains(&between), "{tag}: {}", html(&answer));
    }
}

#[tokio::test]
async fn a_hostile_argument_stays_an_argument() {
    let portal = builtin();
    let path = format!("/codes/InvalidUrl?arg.url={}", encoded(HOSTILE));
    let answers = [
        page(&portal, &path, "zh-CN").await,
        lookup(&portal, &format!("URL {HOSTILE} 无效。"), "zh-CN").await,
        page(&portal, &format!("/?q={}", encoded(HOSTILE)), "zh-CN").await,
        page(&portal, &format!("/codes/{}", encoded(HOSTILE)), "zh-CN").await,
        page(&portal, &format!("/{}", encoded(HOSTILE)), "zh-CN").await,
    ];
    for answer in &answers {
        assert_sound(answer, "zh-CN");
        let html = html(answer);
        assert!(!html.contains("<script>"), "{html}");
        // What a form has is given back as it was; everywhere else it can be seen and does nothing.
        let shown = without_fields(html);
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
    }
    let shown = html(&answers[0]);
    assert!(
        shown.contains("<bdi class=\"value\"><span class=\"escape\">\\u{202e}</span>abc"),
        "{shown}"
    );
    assert!(
        shown.contains("<span class=\"escape\">\\u{1b}</span>[31m&lt;script&gt;"),
        "{shown}"
    );
}

#[tokio::test]
async fn search_finds_codes_words_and_statuses_in_any_language() {
    let portal = builtin();
    for (query, code) in [
        ("q=InvalidHashValue", "InvalidHashValue"),
        ("q=invalid+hash", "InvalidHashValue"),
        ("q=hashvardet", "InvalidHashValue"),
        ("q=%EB%88%84%EB%9D%BD", "MissingRequiredParameter"),
        (
            "q=%EC%95%A1%EC%84%B8%EC%8A%A4%EA%B0%80+%E3%84%B1",
            "Forbidden",
        ),
        ("q=%E7%A7%9F%E6%88%B7", "DisabledFeature"),
        ("q=adresse+ip", "InvalidIpAddress"),
        ("q=500", "InternalServerError"),
        ("status=401", "Unauthorized"),
    ] {
        let answer = page(&portal, &format!("/?{query}"), "en").await;
        let html = html(&answer);
        let first = html
            .split("<ul class=\"results\">")
            .nth(1)
            .expect("results");
        let first = first.split("</h3>").next().unwrap_or_default();
        assert!(first.contains(&format!(">{code}</a>")), "{query}: {first}");
    }
    // Found in another language, the words are shown there.
    let answer = page(&portal, "/?q=saknas", "en").await;
    assert!(html(&answer).contains("<mark>saknas</mark>"));
    assert!(html(&answer).contains("lang=\"sv-SE\""));
}

#[tokio::test]
async fn many_codes_are_shown_a_page_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let texts: Vec<_> = (0..120)
        .map(|n| format!("code-{n:03} = Text {{ $x }} {n}\n"))
        .collect();
    write(folder.path(), "de/a.ftl", &texts.concat());
    let portal = of_folder(folder.path());
    let answer = page(&portal, "/?q=text&page=2", "en").await;
    let html = html(&answer);
    assert_eq!(html.matches("<h3>").count(), 50);
    assert!(html.contains(">code-050</a>") && !html.contains(">code-049</a>"));
    assert!(html.contains("rel=\"prev\"") && html.contains("rel=\"next\""));
    let last = page(&portal, "/?q=text&page=99", "en").await;
    assert_eq!(self::html(&last).matches("<h3>").count(), 20);
}

#[tokio::test]
async fn a_folder_of_other_languages_is_shown_in_them() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "catalog.toml", MANIFEST);
    write(
        folder.path(),
        "de/a.ftl",
        "Old = Alt { $token }.\nNew = Neu.\n    .action = Warten.\n",
    );
    write(folder.path(), "ar/a.ftl", "New = جديد.\n");
    let portal = of_folder(folder.path());
    // The words of the page are in the first of the reader's languages that has them, the message in the first.
    let answer = page(&portal, "/codes/New", "ar, ko;q=0.5").await;
    let shown = html(&answer);
    assert!(
        shown.contains("<html lang=\"ko-KR\" dir=\"ltr\">"),
        "{shown}"
    );
    assert!(shown.contains("lang=\"ar\" dir=\"rtl\""), "{shown}");
    assert!(shown.contains("جديد."));
    let coverage = page(&portal, "/locales", "en").await;
    let shown = html(&coverage);
    assert!(
        shown.contains("1 of 2") || shown.contains("\u{2068}1\u{2069} of \u{2068}2\u{2069}"),
        "{shown}"
    );
    assert!(
        shown.contains(
            "<strong class=\"lead\">Missing messages:</strong><a href=\"&#x2f;codes&#x2f;Old\">Old</a>"
        ),
        "{shown}"
    );
    assert!(
        shown.contains("&#x2f;v1&#x2f;locales&#x2f;ar&#x2f;messages.ftl"),
        "{shown}"
    );
}

const MANIFEST: &str = r#"source-locale = "de"
[codes.Old]
status = 410
retired = true
replaced-by = "New"
[codes.Old.args]
token = { type = "string", example = "abc", sensitive = true }
[codes.New]
status = 409
"#;

#[tokio::test]
async fn a_sensitive_argument_is_in_no_link() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "catalog.toml", MANIFEST);
    write(
        folder.path(),
        "de/a.ftl",
        "Old = Alt ist { $token } jetzt.\nNew = Neu.\n",
    );
    let portal = of_folder(folder.path());
    let answer = page(&portal, "/codes/Old?arg.token=hunter2", "en").await;
    let shown = html(&answer);
    assert!(
        !shown
            .replace("value=\"&#x2f;codes&#x2f;Old?arg.token=hunter2\"", "")
            .contains("hunter2"),
        "{shown}"
    );
    assert!(
        shown.contains("Alt ist <bdi class=\"value\">{token}</bdi> jetzt."),
        "{shown}"
    );
    assert!(shown.contains("Retired") && shown.contains("href=\"&#x2f;codes&#x2f;New\""));
    let answer = lookup(&portal, "Alt ist hunter2 jetzt.", "en").await;
    let shown = html(&answer);
    assert!(shown.contains("href=\"&#x2f;codes&#x2f;Old\""), "{shown}");
    assert!(!shown.contains("arg.token"), "{shown}");
}

#[tokio::test]
async fn a_language_is_chosen_and_remembered() {
    let portal = builtin();
    let body = format!("language=ko-KR&to={}", encoded("/codes/NotFound?arg.a=b"));
    let answer = post(&portal, "/language", body, &[]).await;
    assert_eq!(answer.status, 303);
    assert_eq!(answer.header("location"), "/codes/NotFound?arg.a=b");
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.contains("SameSite=Lax") && cookie.contains("HttpOnly") && cookie.contains("Path=/")
    );
    let cookie = cookie.split(';').next().unwrap_or_default();
    let headers = [
        ("accept", BROWSER),
        ("accept-language", "fr"),
        ("cookie", cookie),
    ];
    let answer = get(&portal, "/", &headers).await;
    assert_sound(&answer, "ko-KR");
    // An address that names a language wins: it was shared so.
    let answer = get(&portal, "/?lang=sv", &headers).await;
    assert_sound(&answer, "sv-SE");
}

#[tokio::test]
async fn the_switch_leads_nowhere_else() {
    let portal = builtin();
    for to in [
        "https://evil.test/",
        "//evil.test",
        "/\\evil.test",
        "/\r\nset-cookie: a=b",
        "",
    ] {
        let body = format!("language=xx&to={}", encoded(to));
        let answer = post(&portal, "/language", body, &[]).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("location")),
            (303, "/"),
            "{to:?}"
        );
        // A language that nobody has is not remembered.
        assert_eq!(answer.header("set-cookie"), "");
    }
}

#[tokio::test]
async fn errors_are_pages_for_browsers_and_json_for_others() {
    let portal = builtin();
    for tag in TAGS {
        let answer = page(&portal, "/codes/NotFond", tag).await;
        assert_eq!(answer.status, 404);
        assert_sound(&answer, tag);
        let html = html(&answer);
        assert!(html.contains(">NotFound</a>"), "{html}");
        assert!(html.contains(answer.header("x-request-id")), "{html}");
        let nowhere = page(&portal, "/nowhere", tag).await;
        assert_eq!(nowhere.status, 404);
        assert_sound(&nowhere, tag);
        let headers = [("accept-language", tag)];
        let wrong = post(&portal, "/locales", String::new(), &headers).await;
        assert_eq!(wrong.status, 405);
        assert!(wrong.header("allow").contains("GET"));
        assert_sound(&wrong, tag);
    }
    let answer = get(&portal, "/codes/NotFond", &[("accept-language", "ko")]).await;
    assert_eq!(answer.json()["error"]["code"], "UnknownCode");
}

#[tokio::test]
async fn assets_are_kept_by_what_is_in_them() {
    let portal = builtin();
    let answer = page(&portal, "/", "en").await;
    let html = html(&answer);
    for name in ["style.css", "portal.js", "icon.svg"] {
        let start = html
            .find(&format!("&#x2f;assets&#x2f;{name}?v="))
            .expect("it is referred to");
        let address = html[start..]
            .split('"')
            .next()
            .unwrap_or_default()
            .replace("&#x2f;", "/");
        let answer = get(&portal, &address, &[]).await;
        assert_eq!(answer.status, 200);
        assert!(answer.header("cache-control").contains("immutable"));
        let tag = answer.header("etag").to_owned();
        assert!(tag.starts_with('"'));
        let again = get(&portal, &address, &[("if-none-match", &tag)]).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
        let bare = get(&portal, &format!("/assets/{name}"), &[]).await;
        assert_eq!(bare.header("cache-control"), "no-cache");
        let text = String::from_utf8_lossy(&answer.body);
        assert!(
            !text.contains("@import") && !text.contains("url("),
            "{name} loads nothing"
        );
    }
    for name in ["nothing.css", "..%2Fstyle.css", "%2e%2e/Cargo.toml"] {
        assert_eq!(
            get(&portal, &format!("/assets/{name}"), &[]).await.status,
            404
        );
    }
}

/// What templates ask for by a name that is put together.
#[tokio::test]
async fn every_kind_of_thing_has_its_words() {
    let portal = builtin();
    let revision = portal.live().now();
    let kinds = ["exact", "former", "fuzzy", "truncated"].map(|it| format!("kind-{it}"));
    let sure = ["certain", "likely", "possible", "doubtful"].map(|it| format!("sure-{it}"));
    let statuses = ["exact", "chosen", "open"].map(|it| format!("argument-{it}"));
    let types = ["string", "integer", "number", "datetime", "list", "enum"];
    let types = types.map(|it| format!("type-{it}"));
    let names = [&kinds[..], &sure, &statuses, &types].concat();
    for (name, tag) in names.iter().flat_map(|name| TAGS.map(|tag| (name, tag))) {
        let locale = tag.parse().unwrap();
        assert!(
            revision.words().template(name, &locale).is_some(),
            "{name} {tag}"
        );
    }
}

/// Whatever a page is asked for, there is an answer.
#[tokio::test]
async fn queries_of_any_kind_are_answered() {
    let portal = builtin();
    let long = "%EA%B0%80".repeat(400);
    for query in [
        "q=%00",
        "q=%FF",
        "page=0",
        "page=-1",
        "page=99999999999999999999",
        "status=abc",
        "status=70000",
        "x=y",
        &format!("q={long}"),
    ] {
        let answer = page(&portal, &format!("/?{query}"), "en").await;
        assert_eq!(answer.status, 200, "{query}");
        assert_sound(&answer, "en-US");
    }
}
