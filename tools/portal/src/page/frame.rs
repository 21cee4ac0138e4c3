//! What every page has: the reader's language and the others, and which revision it is made of.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, VARY};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Uri};
use axum::response::{Html, IntoResponse, Response};
use icu_locale::{Locale, LocaleDirectionality};
use minijinja::context;
use minijinja::value::Serde;
use serde::Serialize;
use tolken::{Catalog, LanguageIdentifier, Request};
use tolken_axum::Locales;

use super::words::Words;
use super::{Pages, asset, language};
use crate::Portal;
use crate::live::Revision;

/// Who reads a page, and from which revision it is made.
pub(super) struct Frame {
    pages: Arc<Pages>,
    pub(super) revision: Arc<Revision>,
    /// The reader's locales, the best first.
    pub(super) locales: Vec<LanguageIdentifier>,
    switch: Switch,
}

/// Where the switch of language leads.
#[derive(Serialize)]
struct Switch {
    action: &'static str,
    /// The name and value of what it brings along.
    name: &'static str,
    value: String,
}

/// A language, as pages name it.
#[derive(Clone, Serialize)]
pub(super) struct Language {
    pub(super) tag: String,
    /// In that language itself.
    pub(super) name: String,
    pub(super) dir: &'static str,
}

impl Frame {
    pub(super) fn new(portal: &Portal, locales: Vec<LanguageIdentifier>, uri: &Uri) -> Self {
        Frame {
            pages: portal.pages().clone(),
            revision: portal.live().now(),
            locales,
            switch: Switch {
                action: "/language",
                name: "to",
                value: language::without_choice(uri),
            },
        }
    }

    /// The catalog that is served.
    pub(super) fn catalog(&self) -> &Catalog {
        self.revision.catalog()
    }

    /// The templates, and what their search knows.
    pub(super) fn pages(&self) -> &Arc<Pages> {
        &self.pages
    }

    /// The same page of a text that is in no address: the switch of language brings it along.
    pub(super) fn of_text(self, text: &str) -> Self {
        Frame {
            switch: Switch {
                action: "/lookup",
                name: "text",
                value: text.to_owned(),
            },
            ..self
        }
    }

    /// The same page in a language that was chosen just now.
    pub(super) fn in_language(self, tag: &str) -> Self {
        let words = self.revision.words();
        let chosen = words.match_range(tag).into_iter();
        let others = self.locales.iter();
        let locales = chosen.chain(others).cloned().collect();
        Frame { locales, ..self }
    }

    /// The language of the page's own words: the first of the reader's that has them.
    pub(super) fn locale(&self) -> &LanguageIdentifier {
        let words = self.revision.words();
        let mut locales = self.locales.iter();
        let own = locales.find(|locale| words.template("portal-title", locale).is_some());
        own.unwrap_or_else(|| words.source_locale())
    }

    /// A word of the page that depends on the catalog, such as the gloss of a status; `None` where nobody
    /// has it.
    pub(super) fn word(&self, id: &str) -> Option<String> {
        let words = self.revision.words();
        let locales = [self.locale().clone()];
        words
            .contains(id)
            .then(|| words.text(&Request::new(id).locales(&locales)))
    }

    /// How a locale is named.
    pub(super) fn language(&self, locale: &LanguageIdentifier) -> Language {
        let words = self.revision.words();
        let tag = locale.to_string();
        let name = words.template("language-name", locale).map(|_| {
            let locales = [locale.clone()];
            words.text(&Request::new("language-name").locales(&locales))
        });
        Language {
            name: name.unwrap_or_else(|| tag.clone()),
            dir: direction(&tag),
            tag,
        }
    }

    /// The page that a template makes of a view.
    pub(super) fn page(&self, template: &str, view: &impl Serialize) -> Response {
        let locale = self.locale();
        let words = self.revision.words();
        let languages = words.locales().iter().map(|it| self.language(it));
        let languages: Vec<_> = languages.collect();
        let current = self.language(locale);
        let content_language = HeaderValue::from_str(&current.tag);
        let page = context! {
            languages => Serde(languages),
            language => Serde(current),
            switch => Serde(&self.switch),
            style => asset::address("style.css"),
            script => asset::address("portal.js"),
            icon => asset::address("icon.svg"),
        };
        let words = Words::object(words, locale);
        let template = self.pages.environment.get_template(template);
        let page = template.and_then(|it| it.render(context! { words, page, view => Serde(view) }));
        let page = page.unwrap_or_else(|error| panic!("a template is broken: {error:#}"));
        let mut response = Html(page).into_response();
        let headers = response.headers_mut();
        // A language tag is letters, digits and hyphens.
        if let Ok(tag) = content_language {
            headers.insert(CONTENT_LANGUAGE, tag);
        }
        headers.insert(
            VARY,
            HeaderValue::from_static("accept, accept-language, cookie"),
        );
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        response
    }
}

impl FromRequestParts<Portal> for Frame {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Infallible> {
        let locales = Locales::from_request_parts(parts, portal).await;
        let locales = locales.map_or_else(|_| Vec::new(), |locales| locales.to_vec());
        Ok(Frame::new(portal, locales, &parts.uri))
    }
}

/// `rtl` or `ltr`, for the attribute `dir`.
pub(super) fn direction(tag: &str) -> &'static str {
    let is_rtl = Locale::try_from_str(tag)
        .is_ok_and(|locale| LocaleDirectionality::new_common().is_right_to_left(&locale.id));
    if is_rtl { "rtl" } else { "ltr" }
}
