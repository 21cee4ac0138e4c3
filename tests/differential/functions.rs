//! The functions that messages call: an application's, registered in both libraries, and tolken's
//! own, made for fluent-bundle from what tolken offers to applications.

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use tolken::CatalogBuilder;
use tolken::fluent::{FluentArgs, FluentNumber, FluentValue};
use tolken::function::elide::{self, Form};
use tolken::function::josa::{self, FinalSound, Kind, Pair};

use super::case::{Argument, Case};
use super::number::number;
use super::reference::LOCALES;

/// A function of fluent-bundle's signature.
type Function = for<'a> fn(&[FluentValue<'a>], &FluentArgs<'_>) -> FluentValue<'a>;

/// The functions of an application, one for each kind of answer that a function can give.
pub(super) const APPLICATION: &[(&str, Function)] = &[
    ("IDENTITY", identity),
    ("CONCAT", concat),
    ("COUNT", count),
    ("HALF", half),
    ("FAIL", |_, _| FluentValue::Error),
    ("NOTHING", |_, _| FluentValue::None),
];

/// Private marks around a word that tolken does not isolate.
pub(super) const WORD: [char; 2] = ['\u{E000}', '\u{E001}'];

/// Gives tolken the application's functions.
pub(super) fn register(builder: CatalogBuilder) -> CatalogBuilder {
    APPLICATION
        .iter()
        .fold(builder, |builder, (name, function)| {
            builder.function(*name, function)
        })
}

/// Gives fluent-bundle the application's functions and tolken's.
pub(super) fn register_all(bundle: &mut FluentBundle<FluentResource>, locale: &'static str) {
    bundle.add_builtins().expect("no other has its name");
    for (name, function) in APPLICATION {
        let added = bundle.add_function(name, function);
        added.expect("no other has its name");
    }
    let josa = move |positional: &[FluentValue<'_>], named: &FluentArgs<'_>| {
        let pair = option(named, "pair").and_then(Pair::parse)?;
        let kind = option(named, "kind").and_then(Kind::parse);
        Some(match shown(positional, locale) {
            Some(text) => josa::particle(&text, pair, kind.unwrap_or_default()),
            None => pair.form(FinalSound::Unknown),
        })
    };
    let added = bundle.add_function("JOSA", move |positional, named| {
        josa(positional, named).map_or(FluentValue::Error, word)
    });
    added.expect("no other has its name");
    let elide = move |positional: &[FluentValue<'_>], named: &FluentArgs<'_>| {
        let form = option(named, "form").and_then(Form::parse)?;
        Some(match shown(positional, locale) {
            Some(text) => elide::word(&text, form),
            None => form.words()[0],
        })
    };
    let added = bundle.add_function("ELIDE", move |positional, named| {
        elide(positional, named).map_or(FluentValue::Error, word)
    });
    added.expect("no other has its name");
    // fluent-bundle has no lists: a value alone is itself in every language.
    let added = bundle.add_function("LIST", move |positional, _| {
        shown(positional, locale).map_or(FluentValue::Error, FluentValue::from)
    });
    added.expect("no other has its name");
}

/// The text without the marks of words, and without the isolates right around them.
pub(super) fn unmarked(text: &str) -> String {
    let [open, close] = WORD;
    let mut parts = text.split(open);
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (word, rest) = part.split_once(close).expect("marks are balanced");
        match (bare.strip_suffix('\u{2068}'), rest.strip_prefix('\u{2069}')) {
            (Some(before), Some(after)) => bare = format!("{before}{word}{after}"),
            _ => bare.extend([word, rest]),
        }
    }
    bare
}

fn word<'a>(word: &str) -> FluentValue<'a> {
    let [open, close] = WORD;
    format!("{open}{word}{close}").into()
}

/// The text of the first argument.
fn shown(positional: &[FluentValue<'_>], locale: &str) -> Option<String> {
    match positional.first()? {
        FluentValue::String(text) => Some(unmarked(text)),
        FluentValue::Number(value) => Some(number(locale, value)),
        _ => None,
    }
}

fn option<'n>(named: &'n FluentArgs<'_>, name: &'static str) -> Option<&'n str> {
    match named.get(name)? {
        FluentValue::String(text) => Some(text),
        _ => None,
    }
}

fn identity<'a>(positional: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    positional.first().cloned().unwrap_or(FluentValue::None)
}

/// All arguments in one text, those by name sorted behind the others.
fn concat<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let mut text = String::new();
    let named = named
        .iter()
        .map(|(name, value)| text_of(value).map(|value| format!("{name}={value}")));
    let mut named: Vec<_> = named.collect();
    named.sort();
    let parts = positional.iter().map(text_of).chain(named);
    for part in parts {
        text.push_str(part.as_deref().unwrap_or("?"));
        text.push('|');
    }
    text.into()
}

fn text_of(value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::String(text) => Some(text.to_string()),
        FluentValue::Number(number) => Some(number.as_string().into_owned()),
        _ => None,
    }
}

fn count<'a>(positional: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    positional.len().into()
}

/// Half of a number, with the options that it came with.
fn half<'a>(positional: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    match positional.first() {
        Some(FluentValue::Number(number)) => {
            FluentNumber::new(number.value / 2.0, number.options.clone()).into()
        }
        _ => FluentValue::Error,
    }
}

#[test]
fn what_an_application_returns_is_shown_the_same() {
    let ftl = r#"
nothing-given = A{ COUNT() }{ CONCAT() }
text = A { IDENTITY($name) } { IDENTITY("B") }
number = { IDENTITY($count) } { HALF($rate) } { HALF(2.50) } { COUNT(1, "2", $rate) }
nothing = { NOTHING() }
still-nothing = { IDENTITY() }
joined = { CONCAT($name, $count, 1.50, last: "!", first: 2.0) }
references = { CONCAT(message, message.attribute, -term, -term(name: "T")) }
nested = { CONCAT(CONCAT($name, "B"), HALF(HALF($count)), COUNT(COUNT())) }
placeables = { CONCAT({ $name }, { "B" }, { { $count } }, { -term }) }
formatted = { NUMBER(IDENTITY($count), minimumFractionDigits: 2) }
worded = { JOSA(CONCAT($name), pair: "을/를") } { ELIDE(IDENTITY($name), form: "de") }
message = { $name }
    .attribute = { IDENTITY($count) }
-term = { CONCAT("in", "term") }
"#;
    for locale in LOCALES {
        let args = [
            ("name", Argument::Text("Ann")),
            ("count", Argument::Integer(1234)),
            ("rate", Argument::Float(2.5)),
        ];
        Case::new(locale, ftl, &args).assert_same();
    }
}

#[test]
fn what_an_application_returns_decides_the_same() {
    let ftl = r#"
text = { IDENTITY($name) ->
    [one] one
    [Ann] Ann
   *[other] other
}
joined = { CONCAT($name, "B") ->
    [Ann] Ann
   *[other] other
}
number = { HALF($count) ->
    [1] exactly one
    [one] one
    [many] many
   *[other] other
}
count = { COUNT($name, 2) ->
    [one] one
    [2] two
   *[other] other
}
nothing = { NOTHING() ->
    [one] one
   *[other] other
}
failure = { FAIL() ->
    [one] one
   *[other] other
}
"#;
    for locale in LOCALES {
        for count in 0..30 {
            let args = [
                ("name", Argument::Text("Ann")),
                ("count", Argument::Integer(count)),
            ];
            Case::new(locale, ftl, &args).assert_same();
        }
    }
}
