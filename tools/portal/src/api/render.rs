//! A code and its arguments to a text, or to the body of a response.

use axum::extract::State;
use axum::response::Response;
use tolken_axum::TrackingId;
use tolken_protocol::{Defaults, RenderAnswer, RenderRequest, Requests, schema};
use utoipa::ToSchema;

use super::document::BadBody;
use crate::Portal;
use crate::http::{Answer, Caller, JsonBody, ServiceError};

/// One request, or an array of them; a batch is answered as a whole or not at all.
#[derive(ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
pub(super) enum RenderRequests<'r> {
    One(RenderRequest<'r>),
    Many(Vec<RenderRequest<'r>>),
}

/// The answer, or the answers in the order of their requests.
#[derive(ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
pub(super) enum RenderAnswers {
    One(schema::RenderAnswer),
    Many(Vec<schema::RenderAnswer>),
}

/// Renders codes with their arguments. Whose language it is, the request says, else `lang`, else the header.
#[utoipa::path(
    post, path = "/v1/render", tag = "messages",
    params(super::document::Lang),
    request_body(content = RenderRequests, description = "One request, or an array of at most 100 unless the service says otherwise",
        example = json!({"code": "InvalidUrl", "args": {"url": "htp://x"}, "locale": "ko"})),
    responses((status = 200, body = RenderAnswers, description = "There is a text for every code; what went wrong is in its faults",
        headers(("content-language", description = "The locales that answered")),
        example = json!({"code": "InvalidUrl", "status": 400, "locale": "ko-KR", "text": "잘못된 URL입니다: htp://x",
            "action": "URL의 형식과 인코딩을 확인하십시오.", "faults": []})),
        BadBody),
)]
pub(super) async fn render(
    State(portal): State<Portal>,
    caller: Caller,
    tracking_id: TrackingId,
    JsonBody(body): JsonBody,
) -> Result<Response, ServiceError> {
    let revision = portal.live().now();
    let requests = Requests::<RenderRequest<'_>>::read(&body, "code", portal.limits().batch);
    let requests = requests.map_err(|error| ServiceError::unreadable(&error, &body, "code"))?;
    let defaults = Defaults {
        language: caller.language(),
        tracking_id: &|| tracking_id.to_string(),
    };
    let answer = |request: &RenderRequest<'_>| {
        let answer = request.answer(revision.catalog(), &defaults);
        let answer = answer.map_err(|refused| ServiceError::refused(&refused))?;
        portal.metrics().rendered(&revision, answer.message());
        Ok(answer)
    };
    let by_header = |request: &RenderRequest<'_>| {
        caller.is_asked_by_header() && matches!(request.language(), Ok(None))
    };
    let language = |answer: &RenderAnswer| answer.message().locale().to_string();
    let answer = match requests {
        Requests::One(request) => {
            let answered = answer(&request)?;
            Answer::json(&answered)
                .language(language(&answered))
                .by_header(by_header(&request))
        }
        Requests::Many(requests) => {
            let answered: Vec<_> = requests.iter().map(answer).collect::<Result<_, _>>()?;
            let answer = Answer::json(&answered).by_header(requests.iter().any(by_header));
            answered.iter().map(language).fold(answer, Answer::language)
        }
    };
    Ok(answer.posted(&caller))
}
