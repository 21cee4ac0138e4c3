//! Values of an application's own types, which both libraries ask for their text.

use std::borrow::Cow;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use tolken::fluent::{Custom, FluentArgs, FluentType, FluentValue};
use tolken::{Args, Catalog, Code, LanguageIdentifier, Layer, Output, Request, Value};

use crate::util::faults;

/// A temperature, whose text depends on the locale, as an ICU formatter's would.
#[derive(Debug, PartialEq)]
struct Celsius(i32);

/// What is made once for a locale, and kept in the memoizer.
struct Degrees(LanguageIdentifier);

impl Memoizable for Degrees {
    type Args = ();
    type Error = ();

    fn construct(locale: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        Ok(Degrees(locale))
    }
}

impl FluentType for Celsius {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(Celsius(self.0))
    }

    fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
        unreachable!("both share their bundles between threads")
    }

    fn as_string_threadsafe(&self, memoizer: &IntlLangMemoizer) -> Cow<'static, str> {
        let degrees = memoizer.with_try_get::<Degrees, _, _>((), |degrees| degrees.0.to_string());
        format!("{}° <{}>", self.0, degrees.unwrap()).into()
    }
}

fn warmer<'a>(positional: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    let Some(FluentValue::Custom(value)) = positional.first() else {
        return FluentValue::Error;
    };
    match value.as_any().downcast_ref::<Celsius>() {
        Some(Celsius(degrees)) => FluentValue::Custom(Box::new(Celsius(degrees + 10))),
        None => FluentValue::Error,
    }
}

const FTL: &str = "\
Plain = { $t }
Beside = Il fait { $t } ici.
Chosen = { $t ->
    [other] autre
    [1] un
   *[default] défaut
}
Warmer = { WARMER($t) } ici
Chosen-warmer = { WARMER($t) ->
    [other] autre
   *[default] défaut
}
Twice = { WARMER(WARMER($t)) }
Term = { -term(t: 5) }
-term = { $t } { WARMER($t) }
";

fn loaded() -> Catalog {
    let layer = Layer::new().source("fr-FR", "a.ftl", FTL);
    let builder = Catalog::builder().layer(layer).function("WARMER", warmer);
    builder.build().unwrap().into_catalog()
}

fn arguments() -> FluentArgs<'static> {
    let mut args = FluentArgs::new();
    args.set("t", FluentValue::Custom(Box::new(Celsius(7))));
    args
}

#[test]
fn values_of_own_types_read_as_they_do_in_fluent_bundle() {
    let catalog = loaded();
    let args = arguments();
    let mut bundle = FluentBundle::new_concurrent(vec!["fr-FR".parse().unwrap()]);
    let resource = FluentResource::try_new(FTL.to_owned()).unwrap();
    bundle.add_resource(resource).unwrap();
    bundle.add_function("WARMER", warmer).unwrap();
    for name in catalog
        .codes()
        .map(Code::name)
        .filter(|name| *name != "Term")
    {
        for output in [Output::Text, Output::Ui] {
            bundle.set_use_isolating(output == Output::Ui);
            let pattern = bundle.get_message(name).unwrap().value().unwrap();
            let expected = bundle.format_pattern(pattern, Some(&args), &mut Vec::new());
            let message = catalog.render(&Request::new(name).args(&args).output(output));
            assert_eq!(message.text(), expected, "{name} {output:?}");
            assert!(message.faults().is_empty(), "{:?}", message.faults());
        }
    }
}

#[test]
fn values_of_own_types_are_arguments_like_others() {
    let manifest = "[codes.Plain.args]\nt = { type = \"datetime\" }\n\
                    [codes.Beside.args]\nt = { type = \"string\", sensitive = true }\n";
    let layer = Layer::new().source("fr-FR", "a.ftl", FTL);
    let layer = layer.manifest("catalog.toml", manifest).source(
        "ko-KR",
        "a.ftl",
        "Josa = { $t }{ JOSA($t, pair: \"을/를\") } { LIST($l) } { NUMBER($t) }\n",
    );
    let catalog = Catalog::builder()
        .layer(layer)
        .build()
        .unwrap()
        .into_catalog();
    let celsius = || Value::from(Custom::new(Celsius(7)));
    let args = [
        ("t", celsius()),
        ("l", Value::from(vec![celsius(), "둘".into()])),
    ];
    let render = |name, output| catalog.render(&Request::new(name).args(&args).output(output));

    let message = render("Plain", Output::Html);
    assert_eq!(message.text(), "<bdi>7° &lt;fr-FR&gt;</bdi>");
    assert_eq!(faults(&message), ["unknown-argument l"]);
    assert_eq!(
        render("Beside", Output::Log).text(),
        "Il fait [redacted] ici."
    );
    let message = catalog.render(&Request::new("Josa").args(&args).range("ko"));
    assert_eq!(message.text(), "7° <ko-KR>을 7° <ko-KR> 및 둘 7° <ko-KR>");
    assert_eq!(faults(&message), ["wrong-type t"]);
}

#[test]
fn values_of_own_types_compare_and_are_written_as_text() {
    let one = Custom::new(Celsius(1));
    assert_eq!(one, one.clone());
    assert_eq!(one, Custom::new(Celsius(1)));
    assert_ne!(one, Custom::new(Celsius(2)));
    assert_eq!(format!("{one:?}"), "Celsius(1)");
    let args = Args::new().with("t", one);
    assert_eq!(
        serde_json::to_string(&args).unwrap(),
        "{\"t\":\"1° <und>\"}"
    );
}

/// A catalog holds values, and threads share catalogs.
#[test]
fn values_of_own_types_are_shared_between_threads() {
    fn is_shared<T: Send + Sync>() {}
    is_shared::<Value<'_>>();
}
