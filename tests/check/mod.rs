//! `check`: each rule finds its mistake, at its place, and nothing else. The mistakes are files, in
//! `tests/cases/check`.

mod bounds;
mod case;
mod documents;
mod fixes;
mod lock;
mod rules;
mod shipped;

use tolken::Layer;
use tolken::check::{Checked, Checker};

/// Checks texts, each of a locale.
#[track_caller]
fn check(files: &[(&str, &str)]) -> Checked {
    let layer = files
        .iter()
        .zip(1..)
        .fold(Layer::new(), |layer, ((tag, text), number)| {
            layer.source(tag, format!("{tag}/{number}.ftl"), *text)
        });
    Checker::new().layer(layer).run().expect("there is a text")
}

/// The ids of the rules that were broken.
fn ids(checked: &Checked) -> Vec<&str> {
    checked
        .findings()
        .iter()
        .map(tolken::Finding::rule_id)
        .collect()
}
