//! What the layer knows: which catalog, which profile, which code for which status.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    ACCEPT, ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::Response;
use tolken::{Arguments, Catalog, Localized, Profile, Report};

use crate::failure::Failure;
use crate::tracking::X_REQUEST_ID;
use crate::{Locales, TrackingId, accept};

/// The code of each status that a router answers by itself: the built-in catalog's, and those of
/// [`messages`](crate::messages()).
const CODES: [(u16, &str); 12] = [
    (400, "BadRequest"),
    (401, "Unauthorized"),
    (403, "Forbidden"),
    (404, "NotFound"),
    (405, "MethodNotAllowed"),
    (408, "RequestTimeout"),
    (413, "ContentTooLarge"),
    (415, "UnsupportedMediaType"),
    (422, "UnprocessableContent"),
    (429, "TooManyRequests"),
    (500, "InternalServerError"),
    (503, "ServiceUnavailable"),
];

/// How the layer comes by its catalog.
type CatalogOf = Arc<dyn Fn() -> Catalog + Send + Sync>;

/// How an application makes a page of an error.
type PageOf = Arc<dyn Fn(&Report, &Caller<'_>) -> Response + Send + Sync>;

/// How an application says which language was chosen.
type Chosen = Arc<dyn Fn(&Request) -> Option<String> + Send + Sync>;

/// The layer around a router: it renders errors in the language and profile of the caller.
///
/// Put it on last, outside of all else that may answer with an error.
///
/// # Example
///
/// ```
/// use axum::Router;
/// use tolken::{Catalog, Profile};
/// use tolken_axum::Localization;
///
/// // A user's own choice of language wins over the header.
/// let localization = Localization::new(Catalog::builtin())
///     .profile(Profile::Odata)
///     .choose(|request| request.headers().get("x-language")?.to_str().ok().map(str::to_owned));
/// let app: Router = Router::new().layer(localization);
/// ```
#[derive(Clone)]
pub struct Localization {
    catalog: CatalogOf,
    profile: Profile,
    codes: Arc<BTreeMap<u16, String>>,
    chosen: Option<Chosen>,
    page: Option<PageOf>,
}

/// Who gets an error as a page; what [`Localization::page`] is told.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Caller<'c> {
    /// The languages of the caller, the best first.
    pub locales: &'c Locales,
    /// What was asked for.
    pub uri: &'c Uri,
}

/// What a request asks for, kept before it is handled. Most requests are answered without an error and ask
/// for no locales; so both headers are read only when somebody wants to know.
pub(crate) struct Asked {
    pub(crate) catalog: Catalog,
    pub(crate) tracking_id: TrackingId,
    profile: Profile,
    chosen: Option<String>,
    /// What was asked for, where a page may be made of an error.
    page: Option<(PageOf, Uri)>,
    accept: Lines,
    accept_language: Lines,
    locales: OnceLock<Locales>,
}

impl Localization {
    /// With a catalog, the profile `envelope`, and codes by status as the built-in catalog and
    /// [`messages`](crate::messages()) name them.
    #[must_use]
    pub fn new(catalog: Catalog) -> Self {
        Localization::with(move || catalog.clone())
    }

    /// With a catalog that may change: the function is asked once for each request.
    pub fn with(catalog: impl Fn() -> Catalog + Send + Sync + 'static) -> Self {
        let codes = CODES
            .iter()
            .map(|&(status, code)| (status, code.to_owned()));
        Localization {
            catalog: Arc::new(catalog),
            profile: Profile::default(),
            codes: Arc::new(codes.collect()),
            chosen: None,
            page: None,
        }
    }

    /// In this profile, unless the client prefers `application/problem+json`.
    #[must_use]
    pub fn profile(self, profile: Profile) -> Self {
        Localization { profile, ..self }
    }

    /// With the code of a status that the router answers by itself. A code that the catalog does
    /// not have, or that has arguments, is not used, and the response stays as it was.
    #[must_use]
    pub fn code(mut self, status: StatusCode, code: impl Into<String>) -> Self {
        Arc::make_mut(&mut self.codes).insert(status.as_u16(), code.into());
        self
    }

    /// With the language that an application knows from elsewhere, such as a path, a cookie or the
    /// user's settings, as a tag such as `ko`; where it knows none, the header counts.
    #[must_use]
    pub fn choose(
        self,
        chosen: impl Fn(&Request) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        Localization {
            chosen: Some(Arc::new(chosen)),
            ..self
        }
    }

    /// With a page of each error for browsers: clients that name `text/html` and prefer nothing to it. The
    /// layer gives it the status and the headers of the error.
    ///
    /// # Example
    ///
    /// ```
    /// use axum::response::{Html, IntoResponse};
    /// use tolken::{Catalog, Output, Request};
    /// use tolken_axum::Localization;
    ///
    /// let localization = Localization::new(Catalog::builtin()).page(|report, caller| {
    ///     let request = Request::new(report.message().code()).locales(caller.locales);
    ///     let text = Catalog::builtin().text(&request.output(Output::Html));
    ///     Html(format!("<!doctype html><title>{text}</title><p>{text}</p>")).into_response()
    /// });
    /// ```
    #[must_use]
    pub fn page(
        self,
        page: impl Fn(&Report, &Caller<'_>) -> Response + Send + Sync + 'static,
    ) -> Self {
        Localization {
            page: Some(Arc::new(page)),
            ..self
        }
    }

    /// What a request asks for.
    pub(crate) fn asked(&self, request: &Request) -> Asked {
        let headers = request.headers();
        let page = self.page.as_ref();
        Asked {
            catalog: (self.catalog)(),
            tracking_id: TrackingId::of(headers),
            profile: self.profile,
            chosen: self.chosen.as_ref().and_then(|chosen| chosen(request)),
            page: page.map(|page| (page.clone(), request.uri().clone())),
            accept: Lines::of(headers, &ACCEPT),
            accept_language: Lines::of(headers, &ACCEPT_LANGUAGE),
            locales: OnceLock::new(),
        }
    }

    /// The response that is sent, for the one that was made.
    pub(crate) fn finish(&self, asked: &Asked, mut response: Response) -> Response {
        let failure = response.extensions_mut().remove::<Failure>();
        if let Some(failure) = failure.or_else(|| self.of_router(asked, &response)) {
            response = asked.respond(&failure, response);
        }
        // Letters, digits, `.`, `_` and `-` are a header.
        if let Ok(id) = HeaderValue::from_str(asked.tracking_id.as_str()) {
            response.headers_mut().insert(X_REQUEST_ID, id);
        }
        response
    }

    /// What a router or an extractor said by itself: an error without a body, or with one of plain
    /// text.
    fn of_router(&self, asked: &Asked, response: &Response) -> Option<Failure> {
        let status = response.status();
        let is_error = status.is_client_error() || status.is_server_error();
        let content_type = response.headers().get(CONTENT_TYPE);
        let is_plain = content_type.is_none_or(|value| value.as_bytes().starts_with(b"text/plain"));
        let name = self.codes.get(&status.as_u16())?;
        let code = asked.catalog.code(name)?;
        let is_meant = is_error && is_plain && code.arguments().is_empty();
        is_meant.then(|| Failure::new(OfRouter(name.clone())).with_status(status))
    }
}

impl Asked {
    /// The locales of the caller.
    pub(crate) fn locales(&self) -> &Locales {
        self.locales.get_or_init(|| {
            let catalog = &self.catalog;
            let Some(range) = &self.chosen else {
                let negotiated = catalog.negotiate(&self.accept_language.joined());
                return Locales(negotiated.into_iter().cloned().collect());
            };
            let mut locales: Vec<_> = catalog.match_range(range).into_iter().cloned().collect();
            if !locales.contains(catalog.source_locale()) {
                locales.push(catalog.source_locale().clone());
            }
            Locales(locales)
        })
    }

    /// The response of a failure, with whatever else the first response had.
    fn respond(&self, failure: &Failure, first: Response) -> Response {
        let report = self
            .report(failure)
            .with_tracking_id(self.tracking_id.as_str());
        let (mut parts, _) = first.into_parts();
        parts.status = failure.status(report.message().status());
        // A language tag is letters, digits and hyphens.
        if let Ok(locale) = HeaderValue::from_str(&report.message().locale().to_string()) {
            parts.headers.insert(CONTENT_LANGUAGE, locale);
        }
        let vary = if self.chosen.is_none() {
            "accept, accept-language"
        } else {
            "accept"
        };
        parts.headers.append(VARY, HeaderValue::from_static(vary));
        parts.headers.remove(CONTENT_LENGTH);
        let preference = accept::preference(self.accept.iter());
        if let Some((page, uri)) = self.page.as_ref().filter(|_| preference.html) {
            let locales = self.locales();
            let (page, body) = page(&report, &Caller { locales, uri }).into_parts();
            parts.headers.extend(page.headers);
            return Response::from_parts(parts, body);
        }
        let profile = if preference.problem {
            Profile::Problem
        } else {
            self.profile
        };
        let body = serde_json::to_vec(&profile.body(&report));
        let content_type = HeaderValue::from_static(profile.content_type());
        parts.headers.insert(CONTENT_TYPE, content_type);
        // A body is texts and numbers; if it could not be written, the headers still say enough.
        Response::from_parts(parts, body.map_or_else(|_| Body::empty(), Body::from))
    }

    fn report(&self, failure: &Failure) -> Report {
        let request = failure.error.request().locales(self.locales());
        let mut report = self.catalog.report(&request);
        if let Some(field) = &failure.field {
            report = report.with_field(field);
        }
        let details = failure.details.iter().map(|detail| self.report(detail));
        details.fold(report, Report::with_detail)
    }
}

/// The lines of one header. Nearly always it is one at most, whose bytes are shared.
struct Lines {
    first: Option<HeaderValue>,
    rest: Vec<HeaderValue>,
}

impl Lines {
    fn of(headers: &HeaderMap, name: &HeaderName) -> Self {
        let mut values = headers.get_all(name).iter().cloned();
        Lines {
            first: values.next(),
            rest: values.collect(),
        }
    }

    /// The lines that are text.
    fn iter(&self) -> impl Iterator<Item = &str> {
        let lines = self.first.iter().chain(&self.rest);
        lines.filter_map(|line| line.to_str().ok())
    }

    fn joined(&self) -> String {
        self.iter().collect::<Vec<_>>().join(",")
    }
}

/// An error that the router found.
struct OfRouter(String);

impl Localized for OfRouter {
    fn code(&self) -> &str {
        &self.0
    }

    fn args(&self) -> &dyn Arguments {
        &()
    }
}
