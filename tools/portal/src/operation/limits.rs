//! The limits of a request as a layer: how long its address and headers are, and how long it takes.
//!
//! Inside of the localization, so that the answers are in the caller's language. The server has harder limits,
//! at which it answers without a body or closes the connection; see [`serve`](crate::serve()).

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use pin_project_lite::pin_project;
use tokio::time::Sleep;
use tower::{Layer, Service};

use crate::Limits;

/// Holds the requests of a service to limits.
#[derive(Clone)]
pub(crate) struct Bounds(pub(crate) Limits);

/// A service whose requests are held to limits.
#[derive(Clone)]
pub(crate) struct Bounded<S> {
    inner: S,
    limits: Limits,
}

impl<S> Layer<S> for Bounds {
    type Service = Bounded<S>;

    fn layer(&self, inner: S) -> Bounded<S> {
        let limits = self.0;
        Bounded { inner, limits }
    }
}

impl<S> Service<Request> for Bounded<S>
where
    S: Service<Request, Response = Response, Error = Infallible>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Answer<S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Answer<S::Future> {
        match too_long(&request, &self.limits) {
            Some(status) => Answer::Refused { status },
            None => Answer::Asked {
                inner: self.inner.call(request),
                late: tokio::time::sleep(self.limits.request_time),
            },
        }
    }
}

/// The status of a request whose address or headers are longer than the limits.
fn too_long(request: &Request, limits: &Limits) -> Option<StatusCode> {
    let path = request.uri().path_and_query();
    if path.is_some_and(|path| path.as_str().len() > limits.uri_bytes) {
        return Some(StatusCode::URI_TOO_LONG);
    }
    // Each has a colon, a blank and an end of line besides.
    let lengths = request
        .headers()
        .iter()
        .map(|(name, value)| name.as_str().len() + value.len() + 4);
    let is_long = lengths.sum::<usize>() > limits.header_bytes;
    is_long.then_some(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE)
}

pin_project! {
    /// An answer that is being made, or none.
    #[project = AnswerProjection]
    pub(crate) enum Answer<F> {
        Refused { status: StatusCode },
        Asked { #[pin] inner: F, #[pin] late: Sleep },
    }
}

impl<F: Future<Output = Result<Response, Infallible>>> Future for Answer<F> {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.project() {
            AnswerProjection::Refused { status } => Poll::Ready(Ok(status.into_response())),
            AnswerProjection::Asked { inner, late } => {
                // Most answers are there at once, and start no clock.
                if let Poll::Ready(answer) = inner.poll(context) {
                    return Poll::Ready(answer);
                }
                ready!(late.poll(context));
                Poll::Ready(Ok(StatusCode::REQUEST_TIMEOUT.into_response()))
            }
        }
    }
}
