//! What tower sees: the layer, and the service that it makes of a router.

use std::convert::Infallible;
use std::future::Future;
use std::panic::{self, AssertUnwindSafe};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt as _;
use tower_layer::Layer;
use tower_service::Service;

use crate::Localization;

/// A service whose errors are localized; what [`Localization`] makes of a router.
#[derive(Clone)]
pub struct Localize<S> {
    inner: S,
    localization: Arc<Localization>,
}

impl<S> Layer<S> for Localization {
    type Service = Localize<S>;

    fn layer(&self, inner: S) -> Localize<S> {
        Localize {
            inner,
            localization: Arc::new(self.clone()),
        }
    }
}

impl<S> Service<Request> for Localize<S>
where
    S: Service<Request, Response = Response, Error = Infallible>,
    S::Future: Send + 'static,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request) -> Self::Future {
        let localization = self.localization.clone();
        let asked = Arc::new(localization.asked(&request));
        let extensions = request.extensions_mut();
        extensions.insert(asked.tracking_id.clone());
        extensions.insert(asked.catalog.clone());
        extensions.insert(Arc::clone(&asked));
        // Whatever a handler leaves half done is its own; here nothing of it is looked at again.
        let called = panic::catch_unwind(AssertUnwindSafe(|| self.inner.call(request)));
        Box::pin(async move {
            let answered = match called {
                Ok(future) => AssertUnwindSafe(future).catch_unwind().await,
                Err(panic) => Err(panic),
            };
            let response = match answered {
                Ok(Ok(response)) => response,
                Ok(Err(never)) => match never {},
                // The panic's own text went to the log by its hook, and to nobody else.
                Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            };
            Ok(localization.finish(&asked, response))
        })
    }
}
