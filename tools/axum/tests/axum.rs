//! A router with the layer, asked in process.

#![allow(clippy::unwrap_used)] // a test that unwraps nothing says less

use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Extension, Json, Router};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tolken::codes::{InvalidIpAddress, InvalidUrl};
use tolken::{Catalog, Layer, Profile};
use tolken_axum::{Failure, Locales, Localization, TrackingId, messages};
use tolken_derive::{EnumArgument, Localize};
use tower::ServiceExt as _;

const ID: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

#[derive(Debug, Localize)]
#[tolken(axum)]
enum ApiError {
    InvalidHashValue {
        hash: String,
    },
    ResourceNotFound {
        resource_type: Resource,
        resource_id: String,
    },
    Forbidden,
}

#[derive(Clone, Copy, Debug, EnumArgument)]
enum Resource {
    Machine,
}

#[derive(serde::Deserialize)]
struct Order {
    #[expect(dead_code, reason = "only whether it can be read matters")]
    amount: u32,
}

fn catalog() -> Catalog {
    let layers = Catalog::builder().layer(messages()).layer(Layer::builtin());
    layers.build().unwrap().into_catalog()
}

fn router() -> Router {
    Router::new()
        .route(
            "/hash",
            get(async || {
                Err::<(), _>(ApiError::InvalidHashValue {
                    hash: "abc123".into(),
                })
            }),
        )
        .route(
            "/machine",
            get(async || {
                let (resource_type, resource_id) = (Resource::Machine, "123123123".into());
                Err::<(), _>(ApiError::ResourceNotFound {
                    resource_type,
                    resource_id,
                })
            }),
        )
        .route(
            "/forbidden",
            get(async || Err::<(), _>(ApiError::Forbidden)),
        )
        .route("/details", get(details))
        .route("/panic", get(panics))
        .route("/orders", post(async |_: Json<Order>| "ok"))
        .route("/whoami", get(whoami))
        .route(
            "/own",
            get(async || (StatusCode::NOT_FOUND, Json("my own"))),
        )
        .layer(DefaultBodyLimit::max(1024))
}

async fn details() -> Result<(), Failure> {
    let detail = Failure::new(InvalidIpAddress {
        ip_address: "10.0.0.256",
    })
    .with_field("host");
    Err(Failure::new(InvalidUrl { url: "htp://x" })
        .with_field("homepage")
        .with_detail(detail))
}

async fn panics() {
    std::panic::panic_any("a secret");
}

async fn whoami(id: TrackingId, locales: Locales, catalog: Extension<Catalog>) -> String {
    format!("{id} {} {}", locales[0], catalog.codes().len())
}

async fn ask(
    localization: Localization,
    request: axum::http::request::Builder,
    body: &str,
) -> Response {
    let request: Request = request.body(Body::from(body.to_owned())).unwrap();
    router().layer(localization).oneshot(request).await.unwrap()
}

async fn get_in(language: &str, path: &str) -> Response {
    let request = Request::get(path).header("accept-language", language);
    ask(Localization::new(catalog()), request, "").await
}

async fn json(response: Response) -> Value {
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    serde_json::from_slice(&bytes).unwrap()
}

#[track_caller]
fn header<'r>(response: &'r Response, name: &str) -> &'r str {
    response.headers().get(name).unwrap().to_str().unwrap()
}

#[tokio::test]
async fn a_handlers_error_is_in_the_callers_language() {
    for (language, locale, text) in [
        ("ko", "ko-KR", "컴퓨터 123123123을 찾을 수 없습니다."),
        (
            "nl-BE, en;q=0.5",
            "nl-NL",
            "De computer 123123123 is niet gevonden.",
        ),
        ("xx", "en-US", "Machine 123123123 was not found."),
    ] {
        let response = get_in(language, "/machine").await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        assert_eq!(header(&response, "content-language"), locale);
        assert_eq!(header(&response, "content-type"), "application/json");
        assert!(header(&response, "vary").contains("accept-language"));
        let id = header(&response, "x-request-id").to_owned();
        let body = json(response).await;
        assert_eq!(body["error"]["code"], "ResourceNotFound");
        assert_eq!(body["error"]["message"], text);
        assert_eq!(body["error"]["target"], id);
    }
}

#[tokio::test]
async fn the_client_chooses_problem_details() {
    let request = Request::get("/hash")
        .header("accept", "application/problem+json")
        .header("accept-language", "ko");
    let response = ask(Localization::new(catalog()), request, "").await;
    assert_eq!(
        header(&response, "content-type"),
        "application/problem+json"
    );
    let body = json(response).await;
    assert_eq!(body["detail"], "해시 값 abc123이 잘못되었습니다.");
    assert_eq!(
        (&body["status"], &body["code"]),
        (&400.into(), &"InvalidHashValue".into())
    );

    let localization = Localization::new(catalog()).profile(Profile::Odata);
    let body = json(ask(localization, Request::get("/details"), "").await).await;
    assert_eq!(body["error"]["target"], "homepage");
    assert_eq!(body["error"]["details"][0]["target"], "host");
}

#[tokio::test]
async fn what_the_router_says_is_localized_too() {
    let order = || Request::post("/orders").header("accept-language", "sv");
    let json_order = || order().header("content-type", "application/json");
    let long = "9".repeat(2000);
    for (request, body, status, code, text) in [
        (
            Request::get("/nowhere").header("accept-language", "fr"),
            "",
            404,
            "NotFound",
            "introuvable",
        ),
        (
            Request::put("/orders").header("accept-language", "ko"),
            "",
            405,
            "MethodNotAllowed",
            "HTTP 메서드",
        ),
        (order(), "{}", 415, "UnsupportedMediaType", "Innehållstypen"),
        (
            json_order(),
            "{}",
            422,
            "UnprocessableContent",
            "Begärandetextens",
        ),
        (json_order(), "{", 400, "BadRequest", "Begäran är ogiltig."),
        (
            json_order(),
            long.as_str(),
            413,
            "ContentTooLarge",
            "Begärandetexten är för stor.",
        ),
    ] {
        let response = ask(Localization::new(catalog()), request, body).await;
        assert_eq!(response.status().as_u16(), status);
        let body = json(response).await;
        assert_eq!(body["error"]["code"], code);
        assert!(
            body["error"]["message"].as_str().unwrap().contains(text),
            "{body}"
        );
    }
    let response = get_in("ko", "/orders").await;
    assert_eq!(header(&response, "allow"), "POST");
}

#[tokio::test]
async fn a_panic_is_an_error_of_the_catalog() {
    let response = get_in("zh-CN", "/panic").await;
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let body = json(response).await;
    assert_eq!(body["error"]["message"], "发生内部服务器错误。");
    assert!(!body.to_string().contains("secret"));
}

#[tokio::test]
async fn what_the_application_answers_itself_is_left_alone() {
    let response = get_in("ko", "/own").await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert_eq!(json(response).await, "my own");
    // Without a code for a status, the response stays as it was.
    let request = Request::builder().method(Method::PUT).uri("/orders");
    let response = ask(Localization::new(Catalog::builtin()), request, "").await;
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert!(response.headers().get("content-language").is_none());
    assert!(response.headers().get("x-request-id").is_some());
}

#[tokio::test]
async fn every_response_carries_the_tracking_id_of_its_request() {
    let traceparent = format!("00-{ID}-00f067aa0ba902b7-01");
    for (name, value, expected) in [
        ("traceparent", traceparent.as_str(), Some(ID)),
        ("x-request-id", "order-7", Some("order-7")),
        ("x-request-id", "a b", None),
        ("traceparent", "00-0-0-0", None),
    ] {
        let request = Request::get("/whoami")
            .header(name, value)
            .header("accept-language", "sv");
        let response = ask(Localization::new(catalog()), request, "").await;
        let id = header(&response, "x-request-id").to_owned();
        match expected {
            Some(expected) => assert_eq!(id, expected),
            None => assert!(id.len() == 36 && id != value, "{id}"),
        }
        let body = response.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(body, format!("{id} sv-SE 26"));
    }
}

#[tokio::test]
async fn a_choice_of_language_wins_over_the_header() {
    let localization =
        Localization::new(catalog()).choose(|request| Some(request.uri().query()?.to_owned()));
    let request = Request::get("/forbidden?ko").header("accept-language", "sv");
    let response = ask(localization.clone(), request, "").await;
    assert_eq!(header(&response, "content-language"), "ko-KR");
    assert_eq!(header(&response, "vary"), "accept");
    let request = Request::get("/forbidden").header("accept-language", "sv");
    assert_eq!(
        header(&ask(localization, request, "").await, "content-language"),
        "sv-SE"
    );
}

/// With a page for browsers, an error keeps its status and its headers.
#[tokio::test]
async fn a_browser_gets_a_page() {
    let localization = Localization::new(catalog()).page(|report, caller| {
        let (text, locale) = (report.message().text(), report.message().locale());
        let page = format!("{locale} {} {text}", caller.uri);
        axum::response::Html(page).into_response()
    });
    let app = Router::new()
        .route("/forbidden", get(async || ApiError::Forbidden))
        .layer(localization);
    let asked = |method: Method, path: &str, accept: &str| {
        let request = Request::builder().method(method).uri(path);
        let request = request
            .header("accept", accept)
            .header("accept-language", "nl");
        app.clone().oneshot(request.body(Body::empty()).unwrap())
    };
    let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    let response = asked(Method::GET, "/forbidden?a=b", browser).await.unwrap();
    assert_eq!(response.status(), 403);
    assert_eq!(
        header(&response, "content-type"),
        "text/html; charset=utf-8"
    );
    assert!(!header(&response, "x-request-id").is_empty());
    let body = response.into_body().collect().await.unwrap().to_bytes();
    assert!(body.starts_with("nl-NL /forbidden?a=b Toegang geweigerd.".as_bytes()));

    let response = asked(Method::POST, "/forbidden", browser).await.unwrap();
    assert_eq!(response.status(), 405);
    assert!(header(&response, "allow").contains("GET"));
    assert!(header(&response, "content-type").starts_with("text/html"));

    let response = asked(Method::GET, "/forbidden", "*/*").await.unwrap();
    assert_eq!(json(response).await["error"]["code"], "Forbidden");
}

#[tokio::test]
async fn a_catalog_may_change_between_requests() {
    use std::sync::atomic::{AtomicBool, Ordering};
    static NEW: AtomicBool = AtomicBool::new(false);
    let with = |text: &str| {
        let layer = Layer::new().source("en-US", "en-US/a.ftl", format!("Forbidden = {text}\n"));
        Catalog::builder()
            .layer(layer)
            .build()
            .unwrap()
            .into_catalog()
    };
    let (old, new) = (with("Old."), with("New."));
    let localization = Localization::with(move || {
        if NEW.load(Ordering::Relaxed) {
            new.clone()
        } else {
            old.clone()
        }
    });
    let body = json(ask(localization.clone(), Request::get("/forbidden"), "").await).await;
    assert_eq!(body["error"]["message"], "Old.");
    NEW.store(true, Ordering::Relaxed);
    let response = ask(localization, Request::get("/forbidden"), "").await;
    // The derived error knows its status, whatever the catalog.
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert_eq!(json(response).await["error"]["message"], "New.");
}

/// The words of the router are complete in every language, and need nothing to be filled in.
#[test]
fn the_messages_of_the_router_are_whole() {
    let loaded = Catalog::builder().layer(messages()).build().unwrap();
    assert!(loaded.findings().is_empty());
    let catalog = loaded.catalog();
    assert_eq!(catalog.locales().len(), 6);
    for code in catalog.codes() {
        assert!(code.arguments().is_empty() && code.status().is_some());
        for locale in catalog.locales() {
            for name in [code.name().to_owned(), format!("{}.action", code.name())] {
                assert!(
                    catalog.template(&name, locale).is_some(),
                    "{name} in {locale}"
                );
            }
        }
    }
}
