//! Profiles: what a response carries, where each standard puts it, and that it reads back.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use tolken::{
    Aip193, Body, Catalog, Envelope, Layer, Odata, Output, Problem, Profile, Report, Request, Value,
};

use crate::schemas::{closed, schema};
use crate::util::{examples, faults};

const GUID: &str = "43f4cb08-8fac-4b65-9db1-745c2ae65f3a";

/// A catalog whose texts read all kinds of arguments.
fn shop() -> Catalog {
    let manifest = r#"
source-locale = "en-US"
domain = "shop.example.com"
help = "https://shop.example.com/{code}"
[codes.OrderRefused]
status = 422
[codes.OrderRefused.args]
order_id = { type = "integer" }
card-number = { type = "string", sensitive = true }
items = { type = "list" }
code = { type = "string" }
[codes."auth/denied"]
status = 403
message = "denied"
[codes."auth/denied".args]
secret = { type = "string", sensitive = true }
"#;
    let english = "OrderRefused = Order { NUMBER($order_id) } with { $card-number }: { $items } ({ $code }, { $extra })\ndenied = No, { $secret }.\n";
    let swedish = "OrderRefused = Order { NUMBER($order_id) } med { $card-number }: { $items } ({ $code }, { $extra })\n    .title = Order { NUMBER($order_id) } nekad\n";
    let layer = Layer::new()
        .manifest("catalog.toml", manifest)
        .source("en-US", "shop.ftl", english)
        .source("sv-SE", "shop.ftl", swedish);
    let loaded = Catalog::builder().layer(layer).build().unwrap();
    assert_eq!(loaded.findings().len(), 0);
    loaded.into_catalog()
}

fn refused(range: &str) -> Report {
    let items = vec![Value::from("a"), Value::from(2)];
    let args = [
        ("order_id", Value::from("1500")),
        ("card-number", Value::from("4111")),
        ("items", Value::from(items)),
        ("code", Value::from("E7")),
        ("extra", Value::from(0.5)),
        ("stranger", Value::from("kept")),
    ];
    shop().report(&Request::new("OrderRefused").args(&args).range(range))
}

/// A report of two errors beside the main one.
fn several(range: &str) -> Report {
    let catalog = Catalog::builtin();
    let url = [("url", Value::from("htp://x"))];
    let url = Request::new("InvalidUrl").args(&url).range(range);
    let parameter = [("parameter", Value::from("machineId"))];
    let parameter = Request::new("MissingRequiredParameter")
        .args(&parameter)
        .range(range);
    catalog
        .report(&Request::new("BadRequest").range(range))
        .with_tracking_id(GUID)
        .with_detail(catalog.report(&url).with_field("indicators/0/url"))
        .with_detail(catalog.report(&parameter))
}

fn json(value: &impl Serialize) -> Json {
    serde_json::to_value(value).unwrap()
}

/// Writes a body, validates it and reads it back.
#[track_caller]
fn check(report: &Report) {
    for &profile in Profile::ALL {
        let body = profile.body(report);
        let text = serde_json::to_string(&body).unwrap();
        let written: Json = serde_json::from_str(&text).unwrap();
        // Open as readers have it, and closed, so that no member is left undescribed.
        for schema in [schema(profile), closed(schema(profile))] {
            let validator = jsonschema::validator_for(&schema).unwrap();
            let faults: Vec<_> = validator
                .iter_errors(&written)
                .map(|fault| format!("{}: {fault}", fault.instance_path()))
                .collect();
            assert_eq!(faults, [""; 0], "{}: {text}", profile.name());
        }
        match body {
            Body::Envelope(body) => reads_back(&body, &text),
            Body::Odata(body) => reads_back(&body, &text),
            Body::Problem(body) => reads_back(&body, &text),
            Body::Aip193(body) => reads_back(&body, &text),
            body => panic!("there is no schema of {body:?}"),
        }
    }
}

#[track_caller]
fn reads_back<T: DeserializeOwned + PartialEq + Debug + Serialize>(body: &T, text: &str) {
    let read: T = serde_json::from_str(text).unwrap();
    assert_eq!(&read, body);
    // What a later version may add is passed over.
    let mut more: Json = serde_json::from_str(text).unwrap();
    add_members(&mut more);
    let read: T = serde_json::from_value(more).unwrap();
    assert_eq!(json(&read)["error"]["later"], Json::Null);
    assert_eq!(&read, body);
}

/// Adds a member to every object but those whose members are arguments.
fn add_members(json: &mut Json) {
    match json {
        Json::Object(object) => {
            for (name, value) in &mut *object {
                if !matches!(&**name, "args" | "@tolken.args" | "metadata") {
                    add_members(value);
                }
            }
            object.insert("later".to_owned(), json!({"a": [1, null]}));
        }
        Json::Array(array) => {
            array.iter_mut().for_each(add_members);
        }
        _ => {}
    }
}

#[test]
fn every_code_in_every_locale_fits_its_schema_and_reads_back() {
    let catalog = Catalog::builtin();
    for code in catalog.codes() {
        let args = examples(code);
        for locale in catalog.locales() {
            let range = locale.to_string();
            let report = catalog.report(&Request::new(code.name()).args(&args).range(&range));
            assert_eq!(faults(report.message()), [""; 0]);
            assert_eq!(report.args().iter().count(), args.len());
            check(&report);
            let report = report.with_field("a/0").with_tracking_id(GUID);
            check(&report.clone().with_detail(report));
        }
    }
}

#[test]
fn whatever_is_asked_fits_the_schemas_and_reads_back() {
    let catalog = Catalog::builtin();
    for code in [
        "Nonsense",
        "",
        "no\nsuch",
        "오류",
        "NotFound.action",
        "label-action",
    ] {
        check(&catalog.report(&Request::new(code).range("ko")));
    }
    for range in ["en", "sv", "xx"] {
        check(&refused(range));
    }
    for received in [
        Value::from(u64::MAX),
        Value::from(i64::MIN),
        Value::from(i128::MAX),
        Value::from(i128::MIN),
        Value::from(1.5),
        Value::from(-0.0),
        Value::from(f64::NAN),
        Value::from(f64::INFINITY),
        Value::from("text"),
        Value::Unsupported("null".into()),
        Value::from(vec![Value::from(vec![Value::from(1)]), f64::NAN.into()]),
    ] {
        let args = [("received", received), ("allowed", Value::from("1000"))];
        let request = Request::new("MaximumBatchSizeExceeded").args(&args);
        let report = catalog.report(&request.range("fr"));
        check(&report);
        assert_eq!(json(&report.args())["allowed"], 1000);
    }
}

#[test]
fn odata_puts_the_field_in_target_and_the_tracking_id_in_innererror() {
    let report = several("sv").with_field("body");
    assert_eq!(
        json(&Odata::from(&report)),
        json!({"error": {
            "code": "BadRequest",
            "message": "Begäran är ogiltig.",
            "target": "body",
            "details": [
                {
                    "code": "InvalidUrl",
                    "message": "URL:en htp://x är ogiltig.",
                    "target": "indicators/0/url",
                    "@tolken.args": {"url": "htp://x"},
                },
                {
                    "code": "MissingRequiredParameter",
                    "message": "Den obligatoriska parametern machineId saknas.",
                    "@tolken.args": {"parameter": "machineId"},
                },
            ],
            "innererror": {"request-id": GUID, "message": "The request is invalid."},
        }})
    );
}

#[test]
fn a_problem_lists_its_errors_with_pointers() {
    assert_eq!(
        json(&Problem::from(&several("ko"))),
        json!({
            "type": "https://example.com/errors/BadRequest",
            "title": "잘못된 요청",
            "status": 400,
            "detail": "잘못된 요청입니다.",
            "instance": format!("urn:uuid:{GUID}"),
            "trackingId": GUID,
            "code": "BadRequest",
            "locale": "ko-KR",
            "errors": [
                {
                    "detail": "잘못된 URL입니다: htp://x",
                    "pointer": "#/indicators/0/url",
                    "code": "InvalidUrl",
                    "args": {"url": "htp://x"},
                },
                {
                    "detail": "필수 매개 변수 machineId가 누락되었습니다.",
                    "code": "MissingRequiredParameter",
                    "args": {"parameter": "machineId"},
                },
            ],
        })
    );
}

#[test]
fn aip193_speaks_english_to_developers_and_has_each_detail_once() {
    assert_eq!(
        json(&Aip193::from(&several("zh"))),
        json!({"error": {
            "code": 400,
            "message": "The request is invalid.",
            "status": "INVALID_ARGUMENT",
            "details": [
                {
                    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                    "reason": "BAD_REQUEST",
                    "domain": "api.example.com",
                    "metadata": {
                        "code": "BadRequest",
                        "violation0Code": "InvalidUrl",
                        "violation0Url": "htp://x",
                        "violation1Code": "MissingRequiredParameter",
                        "violation1Parameter": "machineId",
                    },
                },
                {
                    "@type": "type.googleapis.com/google.rpc.LocalizedMessage",
                    "locale": "zh-CN",
                    "message": "请求无效。",
                },
                {
                    "@type": "type.googleapis.com/google.rpc.RequestInfo",
                    "requestId": GUID,
                },
                {
                    "@type": "type.googleapis.com/google.rpc.Help",
                    "links": [{
                        "description": "About the error BadRequest",
                        "url": "https://example.com/errors/BadRequest",
                    }],
                },
                {
                    "@type": "type.googleapis.com/google.rpc.BadRequest",
                    "fieldViolations": [
                        {
                            "field": "indicators[0].url",
                            "description": "URL htp://x is invalid.",
                            "reason": "INVALID_URL",
                            "localizedMessage": {"locale": "zh-CN", "message": "URL htp://x 无效。"},
                        },
                        {
                            "description": "Required parameter machineId is missing.",
                            "reason": "MISSING_REQUIRED_PARAMETER",
                            "localizedMessage": {"locale": "zh-CN", "message": "缺少必需的参数 machineId。"},
                        },
                    ],
                },
            ],
        }})
    );
}

#[test]
fn the_envelope_holds_three_members_whatever_the_report_says() {
    let report = several("nl").with_field("body");
    let envelope = Envelope::from(&report);
    assert_eq!(envelope, Envelope::new(report.message(), Some(GUID)));
    assert_eq!(
        json(&envelope),
        json!({"error": {"code": "BadRequest", "message": report.message().text(), "target": GUID}})
    );
}

#[test]
fn arguments_travel_by_their_types_and_sensitive_ones_and_strangers_stay() {
    let report = refused("sv");
    assert_eq!(
        json(&report.args()),
        json!({"order_id": 1500, "items": ["a", 2], "code": "E7", "extra": 0.5})
    );
    assert_eq!(
        json(&Aip193::from(&report).error.details.error_info.metadata),
        json!({"code": "OrderRefused", "code2": "E7", "extra": "0.5", "items": "a,2", "orderId": "1500"})
    );
    for &profile in Profile::ALL {
        let body = json(&profile.body(&report)).to_string();
        assert!(!body.contains("kept"), "{body}");
    }
    // By the id of its message a code's arguments are no less sensitive.
    let args = [("secret", Value::from("x"))];
    for name in ["denied", "auth/denied"] {
        let report = shop().report(&Request::new(name).args(&args));
        assert_eq!(report.message().text(), "No, x.");
        assert_eq!(json(&report.args()), json!({}), "{name}");
    }
}

#[test]
fn a_title_is_the_messages_own_or_the_gloss_or_the_phrase() {
    assert_eq!(refused("sv").title(), Some("Order 1\u{a0}500 nekad"));
    let report = refused("en");
    assert_eq!(report.title(), None);
    let title = |report: &Report| Problem::from(report).title;
    assert_eq!(title(&report).as_deref(), Some("Unprocessable Content"));
    assert_eq!(title(&several("fr")).as_deref(), Some("Requête incorrecte"));
    let unknown = Catalog::builtin().report(&Request::new("Nonsense").range("fr"));
    assert_eq!(title(&unknown), None);
    assert_eq!(Problem::from(&unknown).kind, "about:blank");
    assert_eq!(Problem::from(&unknown).locale, "und");
}

#[test]
fn the_text_for_developers_is_the_source_locales_whatever_the_output() {
    let args = [("url", Value::from("<x>"))];
    let request = Request::new("InvalidUrl").args(&args).output(Output::Html);
    for range in ["en", "ko"] {
        let report = Catalog::builtin().report(&request.range(range));
        assert_eq!(report.developer_text(), "URL <x> is invalid.");
        assert_eq!(faults(report.message()), [""; 0]);
    }
    // Where the source locale is silent, the code is stable.
    let layer = Layer::new()
        .source("en-US", "a.ftl", "a = A\n")
        .source("sv-SE", "a.ftl", "b = B\n");
    let catalog = Catalog::builder().layer(layer).build().unwrap();
    let report = catalog.catalog().report(&Request::new("b").range("sv"));
    assert_eq!(report.message().text(), "B");
    assert_eq!(report.developer_text(), "b");
    assert_eq!(faults(report.message()), ["missing-message b"]);
}

#[test]
fn a_report_has_the_message_and_the_faults_of_a_rendering() {
    let catalog = Catalog::builtin();
    let args = [("url", Value::from("")), ("colour", Value::from("red"))];
    for code in [
        "InvalidUrl",
        "Nonsense",
        "ResourceNotFound",
        "NotFound.action",
    ] {
        for range in ["ko", "xx", "en"] {
            let request = Request::new(code).args(&args).range(range);
            assert_eq!(
                *catalog.report(&request).message(),
                catalog.render(&request)
            );
        }
    }
}

#[test]
fn a_status_has_the_code_that_google_maps_to_it() {
    for (status, name) in [
        (400, "INVALID_ARGUMENT"),
        (401, "UNAUTHENTICATED"),
        (403, "PERMISSION_DENIED"),
        (404, "NOT_FOUND"),
        (409, "ABORTED"),
        (422, "INVALID_ARGUMENT"),
        (429, "RESOURCE_EXHAUSTED"),
        (499, "CANCELLED"),
        (500, "INTERNAL"),
        (501, "UNIMPLEMENTED"),
        (502, "INTERNAL"),
        (503, "UNAVAILABLE"),
        (504, "DEADLINE_EXCEEDED"),
        (302, "UNKNOWN"),
    ] {
        let manifest = format!("[codes.a]\nstatus = {status}\n");
        let layer = Layer::new()
            .manifest("catalog.toml", manifest)
            .source("en", "a.ftl", "a = A\n");
        let loaded = Catalog::builder().layer(layer).build().unwrap();
        let error = Aip193::from(&loaded.catalog().report(&Request::new("a"))).error;
        assert_eq!((error.code, &*error.status), (status, name));
    }
    let error = Aip193::from(&Catalog::builtin().report(&Request::new("Nonsense"))).error;
    assert_eq!((error.code, &*error.status), (500, "UNKNOWN"));
}

#[test]
fn a_tracking_id_of_any_form_is_a_uri_reference() {
    for (id, instance) in [
        (GUID, "urn:uuid:43f4cb08-8fac-4b65-9db1-745c2ae65f3a"),
        ("00-0af7-b7ad-01", "00-0af7-b7ad-01"),
        ("https://x.example/7", "https://x.example/7"),
        ("a b\"<", "a%20b%22%3C"),
    ] {
        let report = several("en").with_tracking_id(id);
        let problem = Problem::from(&report);
        assert_eq!(problem.instance.as_deref(), Some(instance));
        assert_eq!(problem.tracking_id.as_deref(), Some(id));
    }
}

#[test]
fn details_of_details_come_after_them() {
    let catalog = Catalog::builtin();
    let report = |code: &str| catalog.report(&Request::new(code));
    let inner = report("InvalidInput").with_detail(report("InvalidUrl"));
    let outer = report("BadRequest")
        .with_detail(inner)
        .with_detail(report("NotFound"));
    let codes: Vec<_> = outer
        .details()
        .iter()
        .map(|detail| detail.message().code())
        .collect();
    assert_eq!(codes, ["InvalidInput", "InvalidUrl", "NotFound"]);
}

#[test]
fn of_unknown_details_nothing_is_kept_and_what_must_be_there_is_named() {
    let text = |details: Json| {
        let error = json!({"error": {"code": 404, "message": "m", "status": "NOT_FOUND", "details": details}});
        serde_json::from_value::<Aip193>(error)
    };
    let info = json!({"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "A_B"});
    let localized = json!({"@type": "type.googleapis.com/google.rpc.LocalizedMessage", "locale": "ko", "message": "가"});
    let other = json!({"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "1s"});
    let read = text(json!([other, localized, info])).unwrap();
    assert_eq!(json(&read)["error"]["details"][1]["message"], "가");
    assert_eq!(json(&read)["error"]["details"].as_array().unwrap().len(), 2);
    assert_eq!(
        text(json!([localized])).unwrap_err().to_string(),
        "expected a detail `google.rpc.ErrorInfo`, but found none"
    );
}

#[test]
fn every_profile_has_a_name_that_reads_back() {
    for &profile in Profile::ALL {
        assert_eq!(profile.name().parse(), Ok(profile));
    }
    assert_eq!(
        "json".parse::<Profile>().unwrap_err().to_string(),
        "expected `envelope`, `odata`, `problem` or `aip193`"
    );
}
