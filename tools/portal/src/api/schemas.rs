//! JSON Schemas of the profiles, as `docs/schemas/` has them.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Serialize;
use tolken::Profile;
use utoipa::ToSchema;

use super::document::{BadAddress, NotFound};
use crate::Portal;
use crate::http::{Answer, Caller, Public, ServiceError, short};

/// The JSON Schemas of the profiles.
#[derive(Serialize, ToSchema)]
pub(super) struct Schemas {
    schemas: Vec<SchemaAnswer>,
}

/// The JSON Schema of a profile.
#[derive(Serialize, ToSchema)]
#[schema(as = Schema)]
struct SchemaAnswer {
    /// The name of the profile.
    #[schema(examples("envelope"))]
    profile: &'static str,
    /// The media type of such a response.
    #[schema(examples("application/json"))]
    content_type: &'static str,
    /// Where the schema is.
    #[schema(examples("/v1/schemas/envelope.json"))]
    path: String,
}

/// The text of a profile's schema.
pub(super) fn schema_of(profile: Profile) -> &'static str {
    match profile {
        Profile::Odata => include_str!("../../../../docs/schemas/odata.json"),
        Profile::Problem => include_str!("../../../../docs/schemas/problem.json"),
        Profile::Aip193 => include_str!("../../../../docs/schemas/aip193.json"),
        _ => include_str!("../../../../docs/schemas/envelope.json"),
    }
}

/// Lists the JSON Schemas of the profiles that an error response may have.
#[utoipa::path(
    get, path = "/v1/schemas", tag = "schemas",
    responses((status = 200, body = Schemas, description = "The schemas",
        headers(("etag", description = "For `If-None-Match`")))),
)]
pub(super) async fn schemas(State(portal): State<Portal>, caller: Caller) -> Response {
    let schemas = Profile::ALL.iter().map(|profile| SchemaAnswer {
        profile: profile.name(),
        content_type: profile.content_type(),
        path: format!("/v1/schemas/{}.json", profile.name()),
    });
    let answer = Answer::json(&Schemas {
        schemas: schemas.collect(),
    });
    answer.public(&caller, portal.live().now().id())
}

/// Gives the JSON Schema of a profile.
#[utoipa::path(
    get, path = "/v1/schemas/{file}", tag = "schemas",
    params(("file" = String, Path, description = "The name of a profile with `.json`", example = "envelope.json")),
    responses((status = 200, body = Object, content_type = "application/schema+json", description = "The schema",
        headers(("etag", description = "For `If-None-Match`"))),
        BadAddress, NotFound),
)]
pub(super) async fn schema(
    State(portal): State<Portal>,
    caller: Caller,
    file: Result<Path<String>, PathRejection>,
) -> Result<Response, Public> {
    let Path(file) = file.map_err(|_| ServiceError::AddressNotUtf8)?;
    let named = file.strip_suffix(".json");
    let profile = Profile::ALL
        .iter()
        .find(|profile| Some(profile.name()) == named);
    let profile = profile.ok_or_else(|| ServiceError::UnknownProfile {
        profile: short(&file),
        available: Profile::ALL.iter().map(|it| it.name()).collect(),
    })?;
    let answer = Answer::new("application/schema+json", schema_of(*profile));
    Ok(answer.public(&caller, portal.live().now().id()))
}
