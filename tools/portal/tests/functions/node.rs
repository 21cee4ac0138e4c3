//! Node, and what it is asked.

use std::collections::BTreeMap;
use std::io::Write as _;

use serde_json::json;
use tolken::{Catalog, Layer, Request, Value};

use crate::script;

/// A message, or `message.attribute`, and its arguments.
pub(crate) type Case = (String, BTreeMap<String, Value<'static>>);

/// Every message with each value as its one argument, `$x`.
pub(crate) fn cases<V: Clone + Into<Value<'static>>>(messages: &[&str], values: &[V]) -> Vec<Case> {
    let case = |message: &str, value: &V| {
        let args = BTreeMap::from([("x".to_owned(), value.clone().into())]);
        (message.to_owned(), args)
    };
    let cases = values
        .iter()
        .flat_map(|value| messages.iter().map(move |message| case(message, value)));
    cases.collect()
}

/// Renders each case in Node, with `@fluent/bundle` and the module.
pub(crate) fn rendered(
    locale: &str,
    source: &str,
    is_isolating: bool,
    cases: &[Case],
) -> Vec<String> {
    let request = json!({
        "locale": locale, "source": source, "useIsolating": is_isolating, "cases": cases,
    });
    let answer = run("render.mjs", &request.to_string());
    let texts: Vec<String> = serde_json::from_str(&answer).unwrap();
    assert_eq!(texts.len(), cases.len());
    texts
}

/// Holds what the module gives against what the library gives for the same file.
#[track_caller]
pub(crate) fn agree(locale: &str, source: &str, cases: &[Case]) {
    let layer = Layer::new().source(locale, "test.ftl", source);
    let loaded = Catalog::builder().layer(layer).build().unwrap();
    let catalog = loaded.catalog();
    let texts = rendered(locale, source, false, cases);
    let mut differing = Vec::new();
    for ((message, args), found) in cases.iter().zip(texts) {
        let args: Vec<_> = args
            .iter()
            .map(|(k, v)| (k.as_str(), v.borrowed()))
            .collect();
        let expected = catalog.text(&Request::new(message).args(&args).range(locale));
        if found != expected {
            differing.push(format!(
                "{message} {args:?}\n  expected {expected:?}\n  but found {found:?}"
            ));
        }
    }
    let count = differing.len();
    differing.truncate(20);
    assert!(
        differing.is_empty(),
        "{count} of {} texts differ:\n{}",
        cases.len(),
        differing.join("\n")
    );
}

/// Runs a script of this folder, with `input` on its standard input, and gives its output.
#[track_caller]
pub(crate) fn run(script: &str, input: &str) -> String {
    let mut node = script::start(&format!("functions/{script}"), &[]);
    let mut stdin = node.stdin.take().unwrap();
    // A script that fails does not read to the end; its exit status says more than this would.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success(), "`{script}` failed, as told above");
    String::from_utf8(output.stdout).unwrap()
}
