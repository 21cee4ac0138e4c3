//! The preview as one page of HTML that needs nothing else: no script, no other file, no network.
//!
//! The page is `page.html`, a template of minijinja, which escapes whatever is put into it.

use anyhow::Context;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};

use super::Preview;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");

/// The page of some locales.
pub(crate) fn page(previews: &[Preview]) -> anyhow::Result<String> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    let mut render = || {
        let mut syntax = SyntaxConfig::builder();
        syntax.trim_blocks(true).keep_trailing_newline(true);
        environment.set_syntax(syntax.build()?);
        environment.add_template("page.html", PAGE)?;
        let page = environment.get_template("page.html")?;
        page.render(context! { previews => Serde(previews), style => STYLE })
    };
    render().context("cannot make the page")
}
