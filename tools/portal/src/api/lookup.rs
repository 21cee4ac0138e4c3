//! A text to its codes. The text is nobody's business: it is neither logged nor counted by.

use std::panic;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use tolken_protocol::{LookupAnswer, LookupRequest, Requests, schema};
use utoipa::ToSchema;

use super::document::BadBody;
use crate::http::{Answer, Caller, JsonBody, Parameters, ServiceError};
use crate::operation::Metrics;
use crate::{Portal, Revision};

/// How many matches a text has at most, unless the address says otherwise; the command's own number.
const MATCHES: u64 = 5;

/// The most matches that may be asked for; the library's own bound.
const MOST_MATCHES: u64 = 32;

/// The longest body that is answered at once, in bytes; a longer one could hold up other requests, and goes to a
/// thread of its own.
const LONG: usize = 2 << 10;

/// One request, or an array of them; a batch is answered as a whole or not at all.
#[derive(ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
pub(super) enum LookupRequests<'r> {
    One(LookupRequest<'r>),
    Many(Vec<LookupRequest<'r>>),
}

/// The answer, or the answers in the order of their requests.
#[derive(ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
pub(super) enum LookupAnswers {
    One(schema::LookupAnswer),
    Many(Vec<schema::LookupAnswer>),
}

/// Finds the codes, arguments and locales of texts that somebody saw. They are told in the language of `reader`,
/// else of `lang`, else of the header. The texts are not logged.
#[utoipa::path(
    post, path = "/v1/lookup", tag = "messages",
    params(
        super::document::Lang,
        ("limit" = Option<u64>, Query, minimum = 1, maximum = 32, description = "The most matches for a text; 5 without it"),
    ),
    request_body(content = LookupRequests, description = "One request, or an array of at most 100 unless the service says otherwise",
        example = json!({"text": "필수 매개 변수 machineId가 누락되었습니다.", "reader": "nl"})),
    responses((status = 200, body = LookupAnswers, description = "What was found, the best first",
        headers(("content-language", description = "The locales of the reader that answered"))),
        BadBody),
)]
pub(super) async fn lookup(
    State(portal): State<Portal>,
    caller: Caller,
    uri: Uri,
    JsonBody(body): JsonBody,
) -> Result<Response, ServiceError> {
    let limit = Parameters::of(&uri).number("limit", 1..=MOST_MATCHES)?;
    let asked = Asked {
        metrics: portal.metrics().clone(),
        body,
        batch: portal.limits().batch,
        limit: usize::try_from(limit.unwrap_or(MATCHES)).unwrap_or(usize::MAX),
        caller,
    };
    let revision = portal.live().now();
    if asked.body.len() <= LONG {
        return asked.answer(&revision);
    }
    let answered = tokio::task::spawn_blocking(move || asked.answer(&revision));
    match answered.await {
        Ok(response) => response,
        // It goes where it would have gone without the thread.
        Err(error) => panic::resume_unwind(error.into_panic()),
    }
}

/// What is asked for in one body.
struct Asked {
    metrics: Arc<Metrics>,
    body: Bytes,
    batch: usize,
    limit: usize,
    caller: Caller,
}

impl Asked {
    fn answer(&self, revision: &Revision) -> Result<Response, ServiceError> {
        let requests = Requests::<LookupRequest<'_>>::read(&self.body, "text", self.batch);
        let requests =
            requests.map_err(|error| ServiceError::unreadable(&error, &self.body, "text"))?;
        let answer = match &requests {
            Requests::One(request) => {
                let answered = self.one(request, revision);
                told(Answer::json(&answered), &answered)
            }
            Requests::Many(requests) => {
                let answered = requests.iter().map(|request| self.one(request, revision));
                let answered: Vec<_> = answered.collect();
                answered.iter().fold(Answer::json(&answered), told)
            }
        };
        let is_open = |request: &LookupRequest<'_>| request.reader.is_none();
        let is_any_open = match &requests {
            Requests::One(request) => is_open(request),
            Requests::Many(requests) => requests.iter().any(is_open),
        };
        let answer = answer.by_header(self.caller.is_asked_by_header() && is_any_open);
        Ok(answer.posted(&self.caller))
    }

    fn one<'a>(&self, request: &'a LookupRequest<'_>, revision: &'a Revision) -> LookupAnswer<'a> {
        let answer = request.answer(revision.index(), self.limit, self.caller.language());
        self.metrics.looked_up(answer.matches());
        answer
    }
}

/// An answer in the languages that matches are told in.
fn told<'a>(answer: Answer<'a>, answered: &LookupAnswer<'_>) -> Answer<'a> {
    let locales = answered.reader_locales().map(ToString::to_string);
    locales.fold(answer, Answer::language)
}
