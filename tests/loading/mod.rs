//! Loading: what is found in files, and what becomes of them. The mistakes themselves are files,
//! in `tests/cases/findings`.

mod bounds;
mod case;
mod costs;
mod errors;
mod findings;
mod folders;
mod layers;
mod limits;
mod recovery;
mod report;
mod scratch;
mod unsaved;

use tolken::{Catalog, CatalogBuilder, Layer, Loaded, Request};

/// Builds a catalog that has a message.
#[track_caller]
fn build(layers: impl IntoIterator<Item = Layer>) -> Loaded {
    let builder = layers
        .into_iter()
        .fold(Catalog::builder(), CatalogBuilder::layer);
    builder.build().expect("there is a message")
}

/// Each finding as its line.
fn lines(loaded: &Loaded) -> Vec<String> {
    loaded.findings().iter().map(ToString::to_string).collect()
}

/// The text of a message without arguments, in the source locale.
fn text(loaded: &Loaded, name: &str) -> String {
    loaded.catalog().render(&Request::new(name)).into_text()
}

/// The text of a message without arguments, in one locale.
fn text_in(loaded: &Loaded, name: &str, locale: &str) -> String {
    let request = Request::new(name).range(locale);
    loaded.catalog().render(&request).into_text()
}
