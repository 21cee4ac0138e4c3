//! HTML for people: one page a file, one template each in `templates/`.
//!
//! A page is made of a [`Frame`](frame::Frame), which knows the reader and the revision, and of a view: plain data that its
//! template shows. Templates escape what they are given, and a value that is missing is an error.

mod answer;
mod asset;
mod code;
mod coverage;
mod excerpt;
mod failure;
mod finder;
mod fold;
mod frame;
mod language;
mod lookup;
mod sample;
mod search;
mod shown;
mod words;

use std::sync::Arc;

use arc_swap::ArcSwapOption;
use axum::Router;
use axum::routing::{get, post};
use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, UndefinedBehavior};

pub(crate) use self::failure::failure;
pub(crate) use self::language::chosen;

use self::finder::Finder;
use crate::Portal;
use crate::live::Revision;

/// Name and text of each template.
macro_rules! templates {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../templates/", $name)))),+]
    };
}

const TEMPLATES: [(&str, &str); 8] = templates![
    "layout.html",
    "parts.html",
    "search.html",
    "results.html",
    "lookup.html",
    "code.html",
    "locales.html",
    "error.html",
];

/// The templates of the pages, and what their search knows.
pub(crate) struct Pages {
    environment: Environment<'static>,
    finder: ArcSwapOption<Finder>,
}

impl Pages {
    /// Compiles the templates.
    pub(crate) fn new() -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        let mut syntax = SyntaxConfig::builder();
        syntax.trim_blocks(true).lstrip_blocks(true);
        let syntax = syntax.build();
        environment.set_syntax(syntax.expect("the usual delimiters"));
        for (name, text) in TEMPLATES {
            let added = environment.add_template(name, text);
            added.expect("the templates are compiled in and tested");
        }
        Pages {
            environment,
            finder: ArcSwapOption::empty(),
        }
    }

    /// What the search knows of a revision; made when it is first asked for, away from the threads that answer.
    async fn finder(pages: &Arc<Pages>, revision: &Arc<Revision>) -> Arc<Finder> {
        if let Some(finder) = pages.finder.load_full()
            && finder.revision() == revision.id()
        {
            return finder;
        }
        let (pages, revision) = (pages.clone(), revision.clone());
        let made = tokio::task::spawn_blocking(move || {
            let finder = Arc::new(Finder::new(&revision));
            pages.finder.store(Some(finder.clone()));
            finder
        });
        made.await.expect("the finder does not panic")
    }
}

pub(crate) fn routes() -> Router<Portal> {
    Router::new()
        .route("/", get(search::page))
        .route("/lookup", get(lookup::form).post(lookup::answer))
        .route("/codes/{code}", get(code::page))
        .route("/locales", get(coverage::page))
        .route("/language", post(language::switch))
        .route("/assets/{name}", get(asset::asset))
}
