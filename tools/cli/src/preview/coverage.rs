//! Holds a preview to its promise: whatever a message may say, it is shown.
//!
//! Each variant of each choice gets a mark of its own in front, and all marks must be shown. So
//! nothing is taken from how examples are planned.

use std::fs;
use std::path::{Path, PathBuf};

use tolken::syntax::{Element, Entry, Expression, Pattern, parse};
use tolken::{Catalog, Layer, Limits, Source, Value};

use super::examples::Examples;
use super::{Preview, Row};

/// The text of a file with a mark before each variant of its messages, and how many there are.
fn marked(text: &str) -> (String, usize) {
    let resource = parse(&Source::new("a.ftl", text), &Limits::default()).0;
    let mut places = Vec::new();
    for entry in &resource.entries {
        if let Entry::Message(message) = entry {
            let attributes = message.attributes.iter().map(|attribute| &attribute.value);
            let patterns = message.value.iter().chain(attributes);
            patterns.for_each(|pattern| variants(pattern, &mut places));
        }
    }
    places.sort_unstable();
    let mut marked = text.to_owned();
    for (number, place) in places.iter().enumerate().rev() {
        marked.insert_str(*place, &mark(number));
    }
    (marked, places.len())
}

fn mark(number: usize) -> String {
    format!("⟦{number}⟧")
}

fn variants(pattern: &Pattern, places: &mut Vec<usize>) {
    for element in &pattern.elements {
        if let Element::Placeable(placeable) = element
            && let Expression::Select(select) = &placeable.expression
        {
            for variant in &select.variants {
                places.push(variant.value.span().range().start);
                variants(&variant.value, places);
            }
        }
    }
}

/// The marks that a preview of a catalog of one locale beside its source does not show.
fn unseen(layer: Layer, locale: &str, count: usize) -> Vec<usize> {
    let loaded = Catalog::builder().layer(layer).build().unwrap();
    let locale = locale.parse().unwrap();
    let preview = Preview::new(loaded.catalog(), loaded.findings(), &locale, &[]);
    let rows = preview.messages.iter().flat_map(|message| &message.texts);
    let rows = rows.flat_map(|text| &text.rows);
    let shown: Vec<String> = rows.filter_map(own).collect();
    (0..count)
        .filter(|number| !shown.iter().any(|text| text.contains(&mark(*number))))
        .collect()
}

fn own(row: &Row) -> Option<String> {
    let pieces = row.own.as_ref()?.iter();
    Some(pieces.map(|piece| piece.text.as_str()).collect())
}

fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales")
}

#[test]
fn every_variant_of_the_built_in_catalog_is_shown() {
    let manifest = fs::read_to_string(locales().join("catalog.toml")).unwrap();
    let source = fs::read_to_string(locales().join("en-US/errors.ftl")).unwrap();
    for locale in Catalog::builtin().locales() {
        let tag = locale.to_string();
        let path = locales().join(&tag).join("errors.ftl");
        let (text, count) = marked(&fs::read_to_string(path).unwrap());
        assert!(count >= 4, "each has the kinds of resources: {tag}");
        let layer = Layer::new()
            .manifest("catalog.toml", manifest.clone())
            .source("en-US", "source.ftl", source.clone());
        // In the source locale itself, the marked file takes the place of the other.
        let layer = if locale == Catalog::builtin().source_locale() {
            Layer::new().manifest("catalog.toml", manifest.clone())
        } else {
            layer
        };
        let layer = layer.source(&tag, "errors.ftl", text);
        assert_eq!(unseen(layer, &tag, count), [0_usize; 0], "{tag}");
    }
}

/// The variants of these messages that are not shown, by their number.
#[track_caller]
fn unseen_in(locale: &str, text: &str) -> Vec<usize> {
    let (text, count) = marked(text);
    unseen(Layer::new().source(locale, "a.ftl", text), locale, count)
}

#[test]
fn every_variant_that_some_value_takes_is_shown() {
    let none = [0_usize; 0];
    // Categories, exact numbers before them, and ordinals.
    let numbers = "
a = { $n ->
    [0] none
    [one] one
    [1000000] a million
    [many] many
   *[other] some
}
b = { NUMBER($n, type: \"ordinal\") ->
    [one] first
   *[other] later
}
c = { NUMBER($n, minimumFractionDigits: 1) ->
    [1] exactly one
   *[other] some
}
";
    assert_eq!(unseen_in("fr", numbers), none);
    let arabic = "
a = { $n ->
    [zero] a
    [one] b
    [two] c
    [few] d
    [many] e
   *[other] f
}
    .action = { $n ->
        [two] c
       *[other] f
    }
";
    assert_eq!(unseen_in("ar", arabic), none);
    // One in the other, of one argument or of two, and one behind the other.
    let nested = "
a = { $kind ->
    [machine] { $n ->
        [one] a machine
       *[other] machines
    }
    [alert] an alert
   *[other] { $kind ->
        [incident] an incident
       *[other] { $x } { $n ->
            [one] a thing
            [7] seven things
           *[other] things
        }
    }
} { $n ->
    [one] was
   *[other] were
} lost
b = { -term } { $n ->
    [one] { $n ->
        [1] exactly one
       *[other] none
    }
   *[other] many
}
-term = Term
";
    assert_eq!(unseen_in("fr", nested), none);
}

#[test]
fn a_variant_that_nothing_takes_is_not_shown() {
    let never = "
a = { $n ->
    [two] English has no dual
    [one] one
   *[other] some
}
";
    assert_eq!(unseen_in("en", never), [0]);
}

#[test]
fn more_variants_than_anybody_reads_are_counted() {
    let keys: Vec<_> = (0..200)
        .map(|key| format!("    [k{key}] {key}\n"))
        .collect();
    let keys = keys.concat();
    let text = format!("a = {{ $x ->\n{keys}   *[other] x\n}}\n");
    let loaded = Catalog::builder()
        .layer(Layer::new().source("en", "a.ftl", text))
        .build()
        .unwrap();
    let locale = "en".parse().unwrap();
    let plan = Examples::new(loaded.catalog(), &locale).of("a");
    assert!(plan.examples.len() < 50);
    assert_eq!(plan.examples.len() + plan.left_out, 201);
}

/// What an argument is shown with, as a list.
fn values(text: &str, argument: &str) -> Vec<String> {
    let loaded = Catalog::builder()
        .layer(Layer::new().source("ko", "a.ftl", text))
        .build()
        .unwrap();
    let plan = Examples::new(loaded.catalog(), &"ko".parse().unwrap()).of("a");
    let of = plan.examples.iter().filter_map(|example| {
        let (_, sample) = example
            .arguments
            .iter()
            .find(|(name, _)| name == argument)?;
        match &sample.value {
            Value::String(text) => Some(text.to_string()),
            Value::Number(number) => Some(number.to_string()),
            Value::List(values) => Some(format!("{} items", values.len())),
            Value::DateTime(moment) => Some(moment.to_string()),
            _ => None,
        }
    });
    of.collect()
}

#[test]
fn an_argument_is_shown_with_what_its_text_depends_on() {
    let long = "a-value-that-is-longer-than-anybody-expected-0123456789";
    assert_eq!(values("a = { $x }\n", "x"), ["abc", long, "שרת", ""]);
    let particle = "a = { $x }{ JOSA($x, pair: \"으로/로\") }\n";
    assert_eq!(
        values(particle, "x"),
        ["abc", "서버", "요청", "파일", "a", "7", long, "שרת", ""]
    );
    let elision = "a = { ELIDE($x, form: \"de\") }{ $x }\n";
    assert_eq!(
        values(elision, "x"),
        ["abc", "Android", "Linux", "8", long, "שרת", ""]
    );
    assert_eq!(values("a = { NUMBER($x) }\n", "x"), ["5", "1234567"]);
    assert_eq!(
        values("a = { LIST($x) }\n", "x"),
        ["2 items", "1 items", "3 items"]
    );
    assert_eq!(
        values("a = { DATETIME($x) }\n", "x"),
        ["2026-03-05T14:07:00Z"]
    );
}

/// What only one branch reads is shown in that branch, with every kind of value.
#[test]
fn an_argument_is_shown_where_it_matters() {
    let text = "
a = { $kind ->
    [named] { $name }{ JOSA($name, pair: \"이/가\") }
   *[other] nothing
}
";
    let loaded = Catalog::builder()
        .layer(Layer::new().source("ko", "a.ftl", text))
        .build()
        .unwrap();
    let locale = "ko".parse().unwrap();
    let preview = Preview::new(loaded.catalog(), &[], &locale, &[]);
    let shown: Vec<_> = preview.messages[0].texts[0]
        .rows
        .iter()
        .filter_map(own)
        .collect();
    for said in ["서버가", "요청이", "שרת이(가)", "nothing"] {
        assert!(shown.iter().any(|text| text == said), "{said}: {shown:?}");
    }
    let nothing = shown.iter().filter(|text| *text == "nothing");
    assert_eq!(nothing.count(), 1);
}

#[test]
fn a_locale_shows_what_its_parent_has() {
    let layer = Layer::new()
        .source("en", "en.ftl", "a = One\n    .action = Two\n")
        .source("fr", "fr.ftl", "a = Un\n    .action = Deux\n")
        .source("fr-CA", "fr-CA.ftl", "b = Trois\n");
    let loaded = Catalog::builder().layer(layer).build().unwrap();
    let locale = "fr-CA".parse().unwrap();
    let preview = Preview::new(loaded.catalog(), &[], &locale, &["a".to_owned()]);
    let texts = &preview.messages[0].texts;
    assert!(texts.iter().all(|text| text.is_missing));
    assert_eq!(own(&texts[0].rows[0]).as_deref(), Some("Un"));
    assert_eq!(own(&texts[1].rows[0]), None);
}
