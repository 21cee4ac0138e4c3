//! What derived errors do at run time, and what the compiler says of those that are wrong.

#![allow(clippy::unwrap_used)] // a test that unwraps nothing says less

use std::borrow::Cow;
use std::sync::Arc;

use tolken::localized::{Chain, EnumArgument as _, as_localized};
use tolken::{Arguments, Catalog, LanguageIdentifier, Localized, Request, Value};
use tolken_derive::{EnumArgument, Localize};

#[derive(Debug, thiserror::Error, Localize)]
enum ApiError<'a> {
    #[error("hash {hash}")]
    InvalidHashValue { hash: &'a str },
    #[error("batch")]
    #[tolken(code = "MaximumBatchSizeExceeded", status = 400)]
    TooMany { allowed: u32, received: i128 },
    #[error("no such thing")]
    ResourceNotFound {
        resource_type: Resource,
        #[tolken(rename = "resource_id", from = Display)]
        id: u64,
        #[source]
        cause: std::io::Error,
    },
    #[error("address")]
    InvalidUrl(#[tolken(rename = "url")] Cow<'a, str>),
    #[error("forbidden")]
    Forbidden,
    #[error(transparent)]
    #[tolken(transparent)]
    Storage(StorageError),
    #[error("boxed")]
    #[tolken(transparent)]
    Boxed { inner: Arc<StorageError> },
}

#[derive(Clone, Copy, Debug, EnumArgument)]
enum Resource {
    Machine,
    #[tolken(value = "other")]
    NetworkShare,
}

#[derive(Debug, thiserror::Error, Localize)]
#[error("feature off")]
#[tolken(code = "DisabledFeature")]
struct StorageError {
    #[tolken(skip)]
    tenant: u32,
}

#[derive(Localize)]
struct DisallowedOperation<T, R: ?Sized> {
    operation: T,
    reason: Box<R>,
}

fn locale(tag: &str) -> [LanguageIdentifier; 1] {
    [tag.parse().unwrap()]
}

fn not_found() -> ApiError<'static> {
    ApiError::ResourceNotFound {
        resource_type: Resource::Machine,
        id: 123_123_123,
        cause: std::io::Error::other("gone"),
    }
}

#[test]
fn a_variant_renders_as_its_code_does() {
    let catalog = Catalog::builtin();
    let message = not_found().localize(&catalog, &locale("ko-KR"));
    assert_eq!(message.text(), "컴퓨터 123123123을 찾을 수 없습니다.");
    assert_eq!((message.status(), message.faults()), (Some(404), &[][..]));

    let error = ApiError::TooMany {
        allowed: 1000,
        received: 1500,
    };
    let args = [
        ("received", Value::from(1500)),
        ("allowed", Value::from(1000)),
    ];
    for tag in ["ko-KR", "sv-SE", "zh-CN", "fr-FR", "nl-NL", "en-US"] {
        let locales = locale(tag);
        let request = Request::new("MaximumBatchSizeExceeded")
            .args(&args)
            .locales(&locales);
        assert_eq!(
            error.localize(&catalog, &locales).text(),
            catalog.text(&request)
        );
    }
}

#[test]
fn arguments_are_those_of_the_variant() {
    let error = ApiError::InvalidUrl("htp://x".into());
    let args = error.args();
    assert_eq!(args.len(), 1);
    assert_eq!(args.entry(0), Some(("url", Value::from("htp://x"))));
    assert_eq!(args.entry(1), None);
    assert_eq!(args.find("url"), Some((0, Value::from("htp://x"))));
    assert_eq!(args.find("hash"), None);
    assert!(ApiError::Forbidden.args().is_empty());
    let args = not_found();
    assert_eq!(
        args.find("resource_id"),
        Some((1, Value::from("123123123")))
    );
    assert_eq!(args.find("cause"), None);
}

#[test]
fn what_is_transparent_speaks_for_itself() {
    let inner = || StorageError { tenant: 7 };
    for error in [
        ApiError::Storage(inner()),
        ApiError::Boxed {
            inner: Arc::new(inner()),
        },
    ] {
        assert_eq!(
            (error.code(), error.status()),
            ("DisabledFeature", Some(403))
        );
        assert_eq!(error.args().len(), 0);
        assert_eq!(error.find("tenant"), None);
    }
}

#[test]
fn generics_are_values_of_the_argument() {
    let error = DisallowedOperation::<String, str> {
        operation: "Offboard".into(),
        reason: "이미 끝남".into(),
    };
    let message = error.localize(&Catalog::builtin(), &locale("nl-NL"));
    assert!(message.text().contains("Offboard") && message.faults().is_empty());
}

#[test]
fn a_service_keeps_any_of_them() {
    let errors: Vec<Box<dyn Localized + Send + Sync>> = vec![
        Box::new(ApiError::InvalidHashValue { hash: "abc" }),
        Box::new(StorageError { tenant: 1 }),
        Box::new(tolken::codes::Unauthorized),
    ];
    let codes: Vec<_> = errors.iter().map(Localized::code).collect();
    assert_eq!(
        codes,
        ["InvalidHashValue", "DisabledFeature", "Unauthorized"]
    );
}

#[test]
fn the_first_localized_cause_speaks() {
    #[derive(Debug, thiserror::Error)]
    #[error("cannot save the report")]
    struct Save(#[source] ApiError<'static>);

    let types = [
        as_localized::<ApiError<'static>>,
        as_localized::<StorageError>,
    ];
    let error = Save(not_found());
    let chain = Chain::new(&error, &types);
    assert_eq!(chain.localized().unwrap().code(), "ResourceNotFound");
    assert_eq!(
        chain.to_string(),
        "cannot save the report: no such thing: gone"
    );
    let other = std::io::Error::other("gone");
    assert!(Chain::new(&other, &types).localized().is_none());
}

#[test]
fn values_of_enums_are_as_the_manifest_spells_them() {
    assert_eq!(Resource::VALUES, ["machine", "other"]);
    assert_eq!(Resource::NetworkShare.name(), "other");
}

/// Every typed code with its example renders in every language without a fault, as the code does.
#[test]
fn typed_codes_have_no_faults() {
    use tolken::codes;
    let catalog = Catalog::builtin();
    let errors: [&dyn Localized; 19] = [
        &codes::BadRequest,
        &codes::ODataError { detail: "x" },
        &codes::InvalidInput {
            input: "severity=Extreme",
        },
        &codes::InvalidRequestBody,
        &codes::InvalidHashValue { hash: "44d8" },
        &codes::InvalidDomainName {
            domain: "contoso..com",
        },
        &codes::InvalidIpAddress {
            ip_address: "10.0.0.256",
        },
        &codes::InvalidUrl { url: "htp://x" },
        &codes::MaximumBatchSizeExceeded {
            received: 1500,
            allowed: 1000,
        },
        &codes::MissingRequiredParameter {
            parameter: "machineId",
        },
        &codes::OsPlatformNotSupported {
            os_platform: "Linux",
        },
        &codes::ClientVersionNotSupported {
            action: "IsolateMachine",
            minimum_version: "10.5",
        },
        &codes::Unauthorized,
        &codes::Forbidden,
        &codes::DisabledFeature,
        &codes::DisallowedOperation {
            operation: "Offboard",
            reason: "Done.",
        },
        &codes::NotFound,
        &codes::ResourceNotFound {
            resource_type: codes::ResourceType::Alert,
            resource_id: "7",
        },
        &codes::InternalServerError,
    ];
    let codes: Vec<_> = errors.iter().map(|error| error.code()).collect();
    let known: Vec<_> = catalog.codes().map(tolken::Code::name).collect();
    assert_eq!(codes, known);
    for error in errors {
        for locale in catalog.locales() {
            let message = error.localize(&catalog, std::slice::from_ref(locale));
            assert_eq!(
                (message.locale(), message.faults()),
                (locale, &[][..]),
                "{}",
                error.code()
            );
            assert_eq!(error.status(), message.status());
        }
    }
}

mod own {
    tolken_derive::codes!("tests/catalogs/good");
}

#[test]
fn a_folder_of_ones_own_has_typed_codes() {
    let catalog = Catalog::from_dir("tests/catalogs/good")
        .unwrap()
        .into_catalog();
    let error = own::WrongUnit {
        unit: own::Unit::Foot,
    };
    assert_eq!(
        error.localize(&catalog, &locale("en-US")).text(),
        "Expected metres."
    );
    let error = own::TooSlow {
        seconds: 1.5.into(),
        hosts: &["a", "b"],
    };
    assert_eq!(
        error.localize(&catalog, &locale("en")).text(),
        "a and b did not answer in 1.5 seconds."
    );
    assert_eq!(
        (own::AuthDenied.code(), own::AuthDenied.status()),
        ("auth/denied", Some(403))
    );
}

#[test]
fn typed_codes_hide_what_is_sensitive() {
    let expired = "2026-11-05T09:30:00Z".parse().unwrap();
    let error = own::TokenExpired {
        token: "s3cret",
        expired,
    };
    let shown = format!("{error} {error:?}");
    assert!(
        shown.contains("token: [redacted]") && !shown.contains("s3cret"),
        "{shown}"
    );
    let forged = tolken::codes::InvalidUrl {
        url: "x\n2026 INFO all is well\u{202E}",
    };
    assert_eq!(
        forged.to_string(),
        "InvalidUrl (url: \"x\\n2026 INFO all is well\\u{202e}\")"
    );
}

#[test]
fn each_mistake_is_told() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*.rs");
}
