//! Locales: which there are, how much each has, and their Fluent files for clients that render themselves.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use icu_locale::{LanguageIdentifier, LocaleDirectionality};
use serde::Serialize;
use tolken::Catalog;
use utoipa::ToSchema;

use super::document::{BadAddress, NotFound};
use crate::Portal;
use crate::http::{Answer, Caller, Public, ServiceError, short};

/// The locales of the catalog.
#[derive(Serialize, ToSchema)]
#[schema(as = Locales)]
pub(super) struct LocalesAnswer {
    /// The locale that translators translate from, and the last that answers.
    #[schema(examples("en-US"))]
    source_locale: String,
    /// How many codes there are.
    codes: usize,
    /// All locales, sorted by tag.
    locales: Vec<LocaleAnswer>,
}

/// A locale of the catalog.
#[derive(Serialize, ToSchema)]
#[schema(as = Locale)]
struct LocaleAnswer {
    /// The tag.
    #[schema(examples("ko-KR"))]
    locale: String,
    /// In which direction it is written.
    direction: Direction,
    /// How many of the codes have a message in exactly this locale.
    messages: usize,
    /// Whether its Fluent files can be had.
    has_sources: bool,
}

/// In which direction a locale is written.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum Direction {
    Ltr,
    Rtl,
}

/// Lists the locales, with how much of the catalog each has.
#[utoipa::path(
    get, path = "/v1/locales", tag = "locales",
    responses((status = 200, body = LocalesAnswer, description = "The locales",
        headers(("etag", description = "For `If-None-Match`")))),
)]
pub(super) async fn locales(State(portal): State<Portal>, caller: Caller) -> Response {
    let revision = portal.live().now();
    let catalog = revision.catalog();
    let locales = catalog.locales().iter().map(|locale| {
        let tag = locale.to_string();
        LocaleAnswer {
            direction: direction(&tag),
            messages: messages(catalog, locale),
            has_sources: revision.fluent(&tag).is_some(),
            locale: tag,
        }
    });
    let answer = Answer::json(&LocalesAnswer {
        source_locale: catalog.source_locale().to_string(),
        codes: catalog.codes().len(),
        locales: locales.collect(),
    });
    answer.public(&caller, revision.id())
}

fn messages(catalog: &Catalog, locale: &tolken::LanguageIdentifier) -> usize {
    let codes = catalog.codes();
    let translated = codes.filter(|code| catalog.template(code.name(), locale).is_some());
    translated.count()
}

fn direction(tag: &str) -> Direction {
    let locale = LanguageIdentifier::try_from_str(tag);
    let directions = LocaleDirectionality::new_common();
    if locale.is_ok_and(|locale| directions.is_right_to_left(&locale)) {
        Direction::Rtl
    } else {
        Direction::Ltr
    }
}

/// Gives the Fluent files of a locale as one, for clients that render with Fluent themselves.
#[utoipa::path(
    get, path = "/v1/locales/{locale}/messages.ftl", tag = "locales",
    params(("locale" = String, Path, description = "The tag of a locale, as `/v1/locales` has it", example = "ko-KR")),
    responses((status = 200, body = String, content_type = "text/plain; charset=utf-8", description = "The messages",
        headers(("content-language", description = "The locale"), ("etag", description = "For `If-None-Match`")),
        example = "InvalidUrl = 잘못된 URL입니다: { $url }\n"),
        BadAddress, NotFound),
)]
pub(super) async fn fluent(
    State(portal): State<Portal>,
    caller: Caller,
    locale: Result<Path<String>, PathRejection>,
) -> Result<Response, Public> {
    let Path(locale) = locale.map_err(|_| ServiceError::AddressNotUtf8)?;
    let revision = portal.live().now();
    let locales = revision.catalog().locales().iter();
    let mut tags = locales.map(ToString::to_string);
    let Some(tag) = tags.find(|tag| tag.eq_ignore_ascii_case(&locale)) else {
        let locales = revision.catalog().locales().iter();
        return Err(Public(ServiceError::UnknownLocale {
            locale: short(&locale),
            available: locales.map(ToString::to_string).collect(),
        }));
    };
    let Some(text) = revision.fluent(&tag) else {
        return Err(Public(ServiceError::NoSources { locale: tag }));
    };
    let answer = Answer::new("text/plain; charset=utf-8", text.to_owned()).language(tag);
    Ok(answer.public(&caller, revision.id()))
}
