//! What is noted of each request: one event in the log, and its counts.
//!
//! One layer for all of it, outside of all others, so that it sees what is really sent. Of a request it looks
//! at the method and at the route that matched. Paths, queries, headers and bodies may hold what a customer
//! wrote, and nothing of them is noted.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request};
use axum::http::header::{CONNECTION, CONTENT_LANGUAGE};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::response::Response;
use pin_project_lite::pin_project;
use tower::{Layer, Service};

use super::{Metrics, Shutdown};

/// The route of what no route matched.
const UNMATCHED: &str = "unmatched";

/// Notes each request that a service answers.
#[derive(Clone)]
pub(crate) struct Observe {
    pub(crate) metrics: Arc<Metrics>,
    pub(crate) shutdown: Shutdown,
}

/// A service whose requests are noted.
#[derive(Clone)]
pub(crate) struct Observed<S> {
    inner: S,
    observe: Observe,
}

impl<S> Layer<S> for Observe {
    type Service = Observed<S>;

    fn layer(&self, inner: S) -> Observed<S> {
        Observed {
            inner,
            observe: self.clone(),
        }
    }
}

impl<S> Service<Request> for Observed<S>
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
        Answer {
            method: request.method().clone(),
            route: request.extensions().get::<MatchedPath>().cloned(),
            began: Instant::now(),
            observe: self.observe.clone(),
            inner: self.inner.call(request),
        }
    }
}

pin_project! {
    /// An answer that is being made.
    pub(crate) struct Answer<F> {
        method: Method,
        route: Option<MatchedPath>,
        began: Instant,
        observe: Observe,
        #[pin]
        inner: F,
    }
}

impl<F: Future<Output = Result<Response, Infallible>>> Future for Answer<F> {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let Ok(mut response) = ready!(this.inner.poll(context));
        let took = this.began.elapsed();
        let route = this.route.as_ref().map_or(UNMATCHED, MatchedPath::as_str);
        let status = response.status();
        let metrics = &this.observe.metrics;
        metrics.requested(route, this.method, status, took);
        note(this.method, route, &response, took);
        if this.observe.shutdown.is_ending() {
            // The client is to go elsewhere, and loses no request on its way.
            let close = HeaderValue::from_static("close");
            response.headers_mut().insert(CONNECTION, close);
        }
        Poll::Ready(Ok(response))
    }
}

/// The event of one request.
fn note(method: &Method, route: &str, response: &Response, took: Duration) {
    let text = |name: HeaderName| response.headers().get(name)?.to_str().ok();
    tracing::info!(
        target: "tolken_portal::request",
        // A method of a client's own is a text that it chose.
        method = if is_known(method) { method.as_str() } else { "other" },
        route,
        status = response.status().as_u16(),
        micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
        tracking_id = text(HeaderName::from_static("x-request-id")),
        locale = text(CONTENT_LANGUAGE),
    );
}

fn is_known(method: &Method) -> bool {
    use Method as M;
    [
        M::GET,
        M::POST,
        M::HEAD,
        M::OPTIONS,
        M::PUT,
        M::DELETE,
        M::PATCH,
        M::TRACE,
        M::CONNECT,
    ]
    .contains(method)
}
