//! `format`: a message of some resources, rendered.

use serde_json::{Value, json};
use tolken::fluent::{FluentArgs, FluentValue};
use tolken::{Args, Catalog, CatalogBuilder, FaultKind, Layer, Output, Request};

use crate::intl;

pub(crate) fn answer(request: &Value) -> Option<Value> {
    if !request["transform"].is_null() {
        return None;
    }
    let locale = request["locale"].as_str().unwrap_or("en-US");
    let mut builder = Catalog::builder();
    for layer in layers(request, locale) {
        builder = builder.layer(layer);
    }
    for name in request["functions"].as_array().into_iter().flatten() {
        builder = function(builder, name.as_str()?)?;
    }
    let Ok(loaded) = builder.build() else {
        return Some(json!({ "missing": true }));
    };
    let id = request["id"].as_str()?;
    let name = match request["attr"].as_str() {
        Some(attribute) => format!("{id}.{attribute}"),
        None => id.to_owned(),
    };
    let catalog = loaded.catalog();
    if catalog.template(&name, catalog.source_locale()).is_none() {
        return Some(json!({ "missing": true }));
    }
    let args = match &request["args"] {
        Value::Null => Args::new(),
        args => intl::arguments(args)?,
    };
    let isolating = request["isolating"].as_bool().unwrap_or(true);
    let output = if isolating { Output::Ui } else { Output::Text };
    let message = catalog.render(&Request::new(&name).args(&args).output(output));
    let errors: Vec<_> = message
        .faults()
        .iter()
        // What tolken tells and Fluent does not ask for.
        .filter(|fault| {
            !matches!(
                fault.kind,
                FaultKind::EmptyArgument | FaultKind::UnknownArgument
            )
        })
        .map(ToString::to_string)
        .collect();
    Some(json!({ "value": message.text(), "errors": errors }))
}

/// Resources without leave to override are of one layer, in which the first message of an id wins.
fn layers(request: &Value, locale: &str) -> Vec<Layer> {
    let mut layers = vec![Layer::new()];
    if let Some(text) = request["ftl"].as_str() {
        layers.push(Layer::new().source(locale, "test.ftl", text));
    }
    for resource in request["resources"].as_array().into_iter().flatten() {
        let text = resource["source"].as_str().unwrap_or_default();
        let overrides = resource["allow_overrides"].as_bool().unwrap_or_default();
        let layer = match layers.pop() {
            Some(layer) if !overrides => layer,
            below => {
                layers.extend(below);
                Layer::new()
            }
        };
        layers.push(layer.source(locale, "test.ftl", text));
    }
    layers
}

/// The functions that the suites use; `NUMBER` and `DATETIME` are tolken's own.
fn function(builder: CatalogBuilder, name: &str) -> Option<CatalogBuilder> {
    Some(match name {
        "IDENTITY" => builder.function(
            name,
            |positional: &[FluentValue<'_>], _: &FluentArgs<'_>| {
                positional.first().cloned().unwrap_or(FluentValue::Error)
            },
        ),
        "CONCAT" => builder.function(
            name,
            |positional: &[FluentValue<'_>], _: &FluentArgs<'_>| {
                positional.iter().map(text).collect::<String>().into()
            },
        ),
        "SUM" => builder.function(
            name,
            |positional: &[FluentValue<'_>], _: &FluentArgs<'_>| {
                let numbers = positional.iter().map(|value| match value {
                    FluentValue::Number(number) => number.value,
                    _ => 0.0,
                });
                numbers.sum::<f64>().into()
            },
        ),
        "NUMBER" | "DATETIME" => builder,
        _ => return None,
    })
}

fn text(value: &FluentValue<'_>) -> String {
    match value {
        FluentValue::String(text) => text.to_string(),
        FluentValue::Number(number) => number.as_string().into_owned(),
        _ => String::new(),
    }
}
