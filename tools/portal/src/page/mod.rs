//! HTML for people: one page a file, one template each in `templates/`.

mod words;

use axum::Router;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use minijinja::{Environment, UndefinedBehavior, context};
use tolken_axum::Locales;

use self::words::Words;
use crate::Portal;

const TEMPLATES: [(&str, &str); 2] = [
    ("layout.html", include_str!("../../templates/layout.html")),
    ("search.html", include_str!("../../templates/search.html")),
];

/// The templates of the pages.
pub(crate) struct Pages(Environment<'static>);

impl Pages {
    /// Compiles the templates.
    pub(crate) fn new() -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        for (name, text) in TEMPLATES {
            let added = environment.add_template(name, text);
            added.expect("the templates are compiled in and tested");
        }
        Pages(environment)
    }
}

pub(crate) fn routes() -> Router<Portal> {
    Router::new().route("/", get(search))
}

async fn search(State(portal): State<Portal>, locales: Locales) -> Html<String> {
    let revision = portal.live().now();
    let words = Words::object(revision.words(), &locales);
    let template = portal.pages().0.get_template("search.html");
    let page = template.and_then(|it| it.render(context! { words }));
    Html(page.expect("the templates are compiled in and tested"))
}
