//! What operators see: health, counters, and the answers to what is beyond the limits.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::Request;
use tolken_portal::{Limits, Portal, Settings};

use crate::service::{Answer, ask, builtin, get, post};

fn limited(limits: Limits) -> Portal {
    let settings = Settings {
        limits,
        ..Settings::default()
    };
    Portal::new(settings).unwrap()
}

/// The value of a series, by its name and labels as they are written.
#[track_caller]
fn series(metrics: &str, name: &str) -> u64 {
    let line = metrics
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    let value = line.unwrap_or_else(|| panic!("no {name} in {metrics}"));
    value.parse().unwrap()
}

#[tokio::test]
async fn a_service_with_a_catalog_is_up_and_ready() {
    let portal = builtin();
    for path in ["/healthz", "/readyz", "/metrics", "/v1/status"] {
        let answer = get(&portal, path, &[]).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("cache-control")),
            (200, "no-store"),
            "{path}"
        );
    }
    let status = get(&portal, "/v1/status", &[]).await.json();
    assert_eq!(
        (&status["origin"], &status["codes"], &status["locales"]),
        (&"builtin".into(), &19.into(), &6.into())
    );
    assert_eq!(
        (&status["refused"], &status["findings"]),
        (&serde_json::Value::Null, &serde_json::json!([]))
    );
    let loaded: jiff::Timestamp = status["loaded"].as_str().unwrap().parse().unwrap();
    assert!(loaded <= jiff::Timestamp::now());
}

#[tokio::test]
async fn requests_are_counted_by_route_and_renders_by_code_and_locale() {
    let portal = builtin();
    for code in ["Forbidden", "NotFound", "Unheard", "../../etc/passwd"] {
        let path = format!("/v1/codes/{}", code.replace('/', "%2f"));
        get(&portal, &path, &[("accept-language", "ko")]).await;
    }
    get(&portal, "/no/such/page", &[]).await;
    let unheard = r#"[{"code":"Forbidden","locale":"ko"},{"code":"Unheard","locale":"ko"}]"#;
    assert_eq!(post(&portal, "/v1/render", unheard, &[]).await.status, 200);
    let asked = r#"{"text":"De URL htp://x is ongeldig."}"#;
    assert_eq!(post(&portal, "/v1/lookup", asked, &[]).await.status, 200);
    let answer = get(&portal, "/metrics", &[]).await;
    assert!(
        answer
            .header("content-type")
            .starts_with("application/openmetrics-text")
    );
    let metrics = answer.text();
    let route = r#"route="/v1/codes/{code}",method="GET""#;
    let requests = |labels: &str| series(&metrics, &format!("tolken_requests_total{{{labels}}}"));
    assert_eq!(requests(&format!(r#"{route},status="200""#)), 2);
    assert_eq!(requests(&format!(r#"{route},status="404""#)), 2);
    assert_eq!(
        requests(r#"route="unmatched",method="GET",status="404""#),
        1
    );
    let count = r#"tolken_request_duration_seconds_count{route="/v1/codes/{code}"}"#;
    assert_eq!(series(&metrics, count), 4);
    let last = metrics.lines().find(|line| {
        line.starts_with("tolken_request_duration_seconds_bucket")
            && line.contains(r#"route="/v1/codes/{code}""#)
            && line.contains(r#"le="+Inf""#)
    });
    assert!(last.is_some_and(|last| last.ends_with(" 4")), "{last:?}");
    let renders = r#"tolken_renders_total{code="Forbidden",locale="ko-KR"}"#;
    assert_eq!(series(&metrics, renders), 1);
    let other = r#"tolken_renders_total{code="other",locale="other"}"#;
    assert_eq!(series(&metrics, other), 1);
    let fault = r#"tolken_faults_total{kind="unknown-code"}"#;
    assert_eq!(series(&metrics, fault), 1);
    let exact = r#"tolken_lookups_total{outcome="exact"}"#;
    assert_eq!(series(&metrics, exact), 1);
    assert_eq!(
        series(&metrics, r#"tolken_reloads_total{outcome="refused"}"#),
        0
    );
    assert_eq!(series(&metrics, "tolken_codes"), 19);
    assert!(metrics.contains(r#"tolken_lookups_total{outcome="incomplete"} 0"#));
    assert!(metrics.contains(r#"tolken_faults_total{kind="missing-argument"}"#));
    assert!(metrics.ends_with("# EOF\n"));
    for asked in ["passwd", "Unheard", "no/such"] {
        assert!(
            !metrics.contains(asked),
            "a label is never what a client wrote: {asked}"
        );
    }
}

#[tokio::test]
async fn what_is_too_long_is_told_in_the_callers_language() {
    let portal = builtin();
    let told = |answer: &Answer| {
        let body = answer.json();
        (
            answer.status.as_u16(),
            body["error"]["message"].as_str().unwrap().to_owned(),
        )
    };
    let path = format!("/v1/codes/{}", "x".repeat(9_000));
    let answer = get(&portal, &path, &[("accept-language", "ko")]).await;
    assert_eq!(told(&answer), (414, "요청 주소가 너무 깁니다.".to_owned()));
    let long = "x".repeat(40_000);
    let answer = get(
        &portal,
        "/v1/codes/NotFound",
        &[("accept-language", "sv"), ("x-long", &long)],
    )
    .await;
    assert_eq!(
        told(&answer),
        (431, "Huvudena i begäran är för stora.".to_owned())
    );
}

/// A body whose end never comes, for a route that reads it.
fn endless() -> Body {
    Body::from_stream(futures_util::stream::pending::<Result<Bytes, std::io::Error>>())
}

#[tokio::test]
async fn a_request_that_takes_too_long_is_told_so() {
    let portal = limited(Limits {
        request_time: Duration::from_millis(20),
        ..Limits::default()
    });
    // Whichever route reads bodies; a route that reads none answers at once.
    for path in ["/v1/render", "/v1/lookup"] {
        let request = Request::post(path)
            .header("content-type", "application/json")
            .header("accept-language", "fr");
        let answer = ask(&portal, request.body(endless()).unwrap()).await;
        if answer.status != 404 {
            assert_eq!(answer.status, 408, "{path}");
            assert_eq!(
                answer.json()["error"]["message"],
                "Le délai de la requête a expiré."
            );
        }
    }
}

#[tokio::test]
async fn no_folder_is_served() {
    let portal = builtin();
    for path in [
        "/..",
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/..%2f..%2fetc/passwd",
        "//etc/passwd",
        "/locales/",
        "/assets/",
        "/assets/../src/lib.rs",
        "/templates/layout.html",
        "/.git/config",
    ] {
        let answer = get(&portal, path, &[]).await;
        assert_eq!(answer.status, 404, "{path}");
    }
}
