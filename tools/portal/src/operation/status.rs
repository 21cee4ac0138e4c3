//! `GET /v1/status`: what is served, what is wrong in its files, and which change was refused.
//!
//! Where the catalog lies is not told: paths say more about a machine than a client should know. Those of
//! findings begin in the catalog's folder.

use std::path::Path;

use axum::Json;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Portal;
use crate::live::{Live, Origin, Refused};

/// What is served now, and what is wrong.
#[derive(Serialize, ToSchema)]
pub(crate) struct Status {
    /// The name of the content that is served.
    revision: String,
    /// Where it comes from: `builtin`, `folder` or `prebuilt`.
    origin: &'static str,
    /// When it was loaded, by RFC 3339.
    loaded: String,
    /// How many codes it has.
    codes: usize,
    /// How many locales it has.
    locales: usize,
    /// What is wrong in its files, the first of them.
    findings: Vec<Finding>,
    /// How many findings there are, with those that are not listed.
    finding_count: usize,
    /// The last change, when it is not served.
    refused: Option<Refusal>,
    /// What became of changes since the service began.
    reloads: Reloads,
}

/// A change that is not served, and why.
#[derive(Serialize, ToSchema)]
pub(crate) struct Refusal {
    /// The name of its content, when it could be read.
    revision: Option<String>,
    /// When it was refused, by RFC 3339.
    since: String,
    /// Why, in a sentence.
    reason: &'static str,
    /// What is wrong in its files that is not wrong in those that are served, the first of it.
    findings: Vec<Finding>,
    /// How many findings there are, with those that are not listed.
    finding_count: usize,
}

/// What became of changes.
#[derive(Serialize, ToSchema)]
pub(crate) struct Reloads {
    /// How many went live.
    live: u64,
    /// How many were refused.
    refused: u64,
}

/// Something wrong in a file.
#[derive(Serialize, ToSchema)]
pub(crate) struct Finding {
    /// The rule that found it.
    rule: String,
    /// `error`, `warning` or `note`.
    severity: &'static str,
    /// The file, from the catalog's folder on.
    path: String,
    /// The line, from 1 on.
    line: usize,
    /// The column, from 1 on, in Unicode scalar values.
    column: usize,
    /// The code or message it is about.
    code: Option<String>,
    /// What is wrong.
    message: String,
    /// How to mend it.
    help: Option<String>,
}

/// How many findings are listed.
const MOST_FINDINGS: usize = 200;

/// What is served now, what is wrong in its files, and which change was refused.
#[utoipa::path(
    get,
    path = "/v1/status",
    tag = "operation",
    responses((status = 200, description = "What is served, and what is wrong", body = Status))
)]
pub(crate) async fn status(State(portal): State<Portal>) -> impl IntoResponse {
    let status = Status::of(portal.live());
    ([(CACHE_CONTROL, "no-store")], Json(status))
}

impl Status {
    fn of(live: &Live) -> Self {
        let revision = live.now();
        let (accepted, refused) = live.reloads();
        Status {
            revision: revision.id().to_owned(),
            origin: live.origin().kind(),
            loaded: time(revision.loaded()),
            codes: revision.catalog().codes().len(),
            locales: revision.catalog().locales().len(),
            findings: findings(revision.findings(), live.origin()),
            finding_count: revision.findings().len(),
            refused: live.refused().map(|it| Refusal::of(&it, live.origin())),
            reloads: Reloads {
                live: accepted,
                refused,
            },
        }
    }
}

impl Refusal {
    fn of(refused: &Refused, origin: &Origin) -> Self {
        Refusal {
            revision: refused.id().map(str::to_owned),
            since: time(refused.since()),
            reason: refused.reason(),
            findings: findings(refused.findings(), origin),
            finding_count: refused.findings().len(),
        }
    }
}

fn findings(findings: &[tolken::Finding], origin: &Origin) -> Vec<Finding> {
    let first = findings.iter().take(MOST_FINDINGS);
    first
        .map(|finding| Finding {
            rule: finding.rule_id().to_owned(),
            severity: finding.severity().name(),
            path: relative(finding.source().path(), origin),
            line: finding.position().line,
            column: finding.position().column,
            code: finding.code().map(str::to_owned),
            message: finding.message().to_owned(),
            help: finding.help().map(str::to_owned),
        })
        .collect()
}

/// The path from the catalog's folder on.
fn relative(path: &str, origin: &Origin) -> String {
    let below = origin.path().and_then(|folder| {
        let below = Path::new(path).strip_prefix(folder).ok()?;
        Some(below.display().to_string())
    });
    below.unwrap_or_else(|| path.to_owned())
}

/// A time of RFC 3339, to the millisecond.
fn time(time: jiff::Timestamp) -> String {
    format!("{time:.3}")
}
