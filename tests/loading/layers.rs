//! Layers: a later one wins, code by code and message by message.

use tolken::fluent::{FluentResource, FluentValue};
use tolken::{Catalog, Layer, Request, Rule, Value};

use super::{build, lines, text, text_in};

fn rules(loaded: &tolken::Loaded) -> Vec<Rule> {
    loaded
        .findings()
        .iter()
        .map(tolken::Finding::rule)
        .collect()
}

#[test]
fn a_later_message_wins_in_its_locale_alone() {
    let below = Layer::new()
        .source(
            "en-US",
            "a.ftl",
            "NotFound = Not found.\n    .action = Search.\n",
        )
        .source(
            "sv-SE",
            "a.ftl",
            "NotFound = Hittades inte.\n    .action = Sök.\n",
        );
    let above = Layer::new().source("en-US", "b.ftl", "NotFound = Nothing here.\n");
    let loaded = build([below, above]);
    assert_eq!(text(&loaded, "NotFound"), "Nothing here.");
    assert_eq!(text_in(&loaded, "NotFound", "sv"), "Hittades inte.");
    let action = |range| {
        let message = loaded
            .catalog()
            .render(&Request::new("NotFound").range(range));
        message.action().map(ToOwned::to_owned)
    };
    // An entry is replaced as a whole: the old action need not go with the new text.
    assert_eq!(action("en"), None);
    assert_eq!(action("sv").as_deref(), Some("Sök."));
    assert_eq!(
        lines(&loaded),
        ["b.ftl:1:1: note[override]: `NotFound` replaces the one at a.ftl:1"]
    );
}

#[test]
fn references_are_resolved_after_layering() {
    let below = Layer::new().source(
        "en-US",
        "a.ftl",
        "-product = Portal\nUser = { -product } and { guide } and { later }\nguide = the guide\n",
    );
    let above = Layer::new().source("en-US", "b.ftl", "-product = Gateway\nlater = more\n");
    let loaded = build([below.clone(), above]);
    assert_eq!(text(&loaded, "User"), "Gateway and the guide and more");
    assert_eq!(rules(&loaded), [Rule::Override]);
    assert_eq!(rules(&build([below])), [Rule::UnknownReference]);
}

#[test]
fn a_layer_can_mend_and_break_a_circle() {
    let below = Layer::new().source("en-US", "a.ftl", "A = { B }\nB = { A }\n");
    let mended = Layer::new().source("en-US", "b.ftl", "B = mended\n");
    let loaded = build([below.clone(), mended]);
    assert_eq!(text(&loaded, "A"), "mended");
    assert_eq!(rules(&loaded), [Rule::Override]);
    let whole = Layer::new().source("en-US", "a.ftl", "A = { B }\nB = whole\n");
    let broken = Layer::new().source("en-US", "b.ftl", "B = { A }\n");
    assert_eq!(
        rules(&build([whole, broken])),
        [Rule::Cycle, Rule::Override, Rule::Cycle]
    );
}

#[test]
fn references_stay_within_their_locale() {
    let layer = Layer::new()
        .source(
            "en-US",
            "a.ftl",
            "guide = the guide\nUser = See { guide }.\n",
        )
        .source("en-GB", "a.ftl", "User = Do see { guide }.\n");
    let loaded = build([layer]);
    assert_eq!(text_in(&loaded, "User", "en-GB"), "Do see {guide}.");
    assert_eq!(rules(&loaded), [Rule::UnknownReference]);
}

#[test]
fn a_mistake_in_what_is_replaced_is_still_found_if_it_cannot_be_read() {
    let below = Layer::new().source("en-US", "a.ftl", "A = { $x\nB = { missing }\n");
    let above = Layer::new().source("en-US", "b.ftl", "A = a\nB = b\n");
    let loaded = build([below, above]);
    assert_eq!(rules(&loaded), [Rule::Syntax, Rule::Override]);
    assert_eq!([text(&loaded, "A"), text(&loaded, "B")], ["a", "b"]);
}

#[test]
fn what_a_later_layer_cannot_say_the_earlier_one_says() {
    let below = Layer::new().source("en-US", "a.ftl", "A = a\n");
    let above = Layer::new().source("en-US", "b.ftl", "A = { $x\n");
    assert_eq!(text(&build([below, above]), "A"), "a");
}

#[test]
fn a_later_code_wins_as_a_whole_and_keeps_its_place() {
    let below = Layer::new()
        .manifest(
            "a.toml",
            "[codes.A]\nstatus = 400\nargs = { x = { type = \"string\" } }\n[codes.B]\nstatus = 404\n",
        )
        .source("en-US", "a.ftl", "A = { $x }\nB = b\n");
    let above = Layer::new().manifest(
        "b.toml",
        "[codes.C]\nstatus = 500\n[codes.A]\nretired = true\n",
    );
    let loaded = build([below, above]);
    let codes: Vec<_> = loaded
        .catalog()
        .codes()
        .map(|code| (code.name(), code.status()))
        .collect();
    assert_eq!(codes, [("A", None), ("B", Some(404)), ("C", Some(500))]);
    let code = loaded.catalog().code("A").unwrap();
    assert!(code.is_retired() && code.arguments().is_empty());
    assert_eq!(
        lines(&loaded),
        ["b.toml:3:8: note[override]: code `A` replaces the one of an earlier layer"]
    );
}

#[test]
fn domain_help_and_source_locale_are_the_last_that_were_given() {
    let texts = |layer: Layer| {
        layer
            .source("en-US", "a.ftl", "A = a\n")
            .source("sv-SE", "a.ftl", "A = å\n")
    };
    let below =
        "source-locale = \"sv-SE\"\ndomain = \"a.example\"\nhelp = \"https://a.example/{code}\"\n";
    let above = "domain = \"b.example\"\n";
    let loaded = build([
        texts(Layer::new().manifest("a.toml", below)),
        Layer::new().manifest("b.toml", above),
    ]);
    let catalog = loaded.catalog();
    assert_eq!(catalog.source_locale().to_string(), "sv-SE");
    assert_eq!(catalog.domain(), Some("b.example"));
    assert_eq!(
        catalog.help_link("A").as_deref(),
        Some("https://a.example/A")
    );
    assert_eq!(text(&loaded, "A"), "å");
}

#[test]
fn the_source_locale_is_the_manifests_else_en_us_else_en_else_the_first() {
    let source = |manifest: Option<&str>, locales: &[&str]| {
        let layer = Layer::new();
        let layer = match manifest {
            Some(tag) => layer.manifest("catalog.toml", format!("source-locale = \"{tag}\"\n")),
            None => layer,
        };
        let layer = locales.iter().fold(layer, |layer, locale| {
            layer.source(locale, "a.ftl", "A = a\n")
        });
        let loaded = build([layer]);
        (
            loaded.catalog().source_locale().to_string(),
            loaded.findings().len(),
        )
    };
    let is = |tag: &str, findings| (tag.to_owned(), findings);
    assert_eq!(source(Some("sv-SE"), &["en-US", "sv-SE"]), is("sv-SE", 0));
    assert_eq!(
        source(None, &["de", "en", "en-US", "sv-SE"]),
        is("en-US", 0)
    );
    assert_eq!(source(None, &["de", "en", "en-GB"]), is("en", 0));
    assert_eq!(source(None, &["sv-SE", "de", "en-GB"]), is("de", 0));
    // One that has no messages is found, and another stands in.
    assert_eq!(source(Some("ko-KR"), &["de", "en"]), is("en", 1));
    assert_eq!(source(Some("en"), &["de", "en-US"]), is("en-US", 1));
    assert_eq!(source(Some("?"), &["de"]), is("de", 1));
}

/// The manifest may come with one layer and the messages with another.
#[test]
fn a_source_locale_is_looked_for_in_all_layers() {
    let below = Layer::new()
        .manifest("a.toml", "source-locale = \"sv-SE\"\n")
        .source("en-US", "a.ftl", "A = a\n");
    let above = Layer::new().source("sv-SE", "b.ftl", "A = å\n");
    let loaded = build([below, above]);
    assert!(loaded.findings().is_empty(), "{:?}", lines(&loaded));
    assert_eq!(loaded.catalog().source_locale().to_string(), "sv-SE");
}

#[test]
fn a_code_that_is_no_id_names_its_message() {
    let layer = Layer::new()
        .manifest(
            "catalog.toml",
            "[codes.40001]\nstatus = 400\nmessage = \"bad-hash\"\n\
             [codes.\"auth/denied\"]\nmessage = \"denied\"\n[codes.Lost]\nmessage = \"nowhere\"\n",
        )
        .source(
            "en-US",
            "a.ftl",
            "bad-hash = Bad { $hash }.\n    .action = Mend it.\ndenied = Denied.\n",
        );
    let loaded = build([layer]);
    let args = [("hash", Value::from("abc"))];
    let message = loaded.catalog().render(&Request::new("40001").args(&args));
    assert_eq!(message.text(), "Bad abc.");
    assert_eq!((message.code(), message.status()), ("40001", Some(400)));
    assert_eq!(message.action(), Some("Mend it."));
    assert_eq!(text(&loaded, "auth/denied"), "Denied.");
    assert_eq!(
        loaded.catalog().code("40001").unwrap().message_id(),
        "bad-hash"
    );
    // Without a message there is the code itself.
    assert_eq!(text(&loaded, "Lost"), "Lost");
}

#[test]
fn a_layer_can_give_another_layers_code_its_message() {
    let below = Layer::new()
        .manifest("a.toml", "[codes.Quota]\nstatus = 429\n")
        .source("en-US", "a.ftl", "Other = Other.\n");
    let above = Layer::new().source(
        "en-US",
        "b.ftl",
        "Quota = The quota is used up.\nOwn = Own.\n",
    );
    let loaded = build([below, above]);
    let message = loaded.catalog().render(&Request::new("Quota"));
    assert_eq!(
        (message.text(), message.status()),
        ("The quota is used up.", Some(429))
    );
    // The messages of a layer without a manifest are codes, those of one with it are not.
    let codes: Vec<_> = loaded.catalog().codes().map(tolken::Code::name).collect();
    assert_eq!(codes, ["Quota", "Own"]);
    assert!(loaded.findings().is_empty());
}

#[test]
fn a_message_that_replaces_one_that_is_no_code_is_none_either() {
    let below = Layer::new().manifest("a.toml", "[codes.A]\n").source(
        "en-US",
        "a.ftl",
        "A = a\nlabel = Label\n",
    );
    let above = Layer::new()
        .source("en-US", "b.ftl", "label = My label\nown = Own\n")
        .source("sv-SE", "b.ftl", "label = Min etikett\nown = Egen\n");
    let codes = |layers: [Layer; 2]| {
        let loaded = build(layers);
        let codes = loaded.catalog().codes().map(|code| code.name().to_owned());
        codes.collect::<Vec<_>>()
    };
    assert_eq!(codes([below, above]), ["A", "own"]);
}

#[test]
fn retired_codes_still_render() {
    let layer = Layer::new()
        .manifest(
            "catalog.toml",
            "[codes.Gone]\nstatus = 410\nretired = true\nreplaced-by = \"NotFound\"\n",
        )
        .source("en-US", "a.ftl", "Gone = Gone for good.\n");
    let loaded = build([layer]);
    let code = loaded.catalog().code("Gone").unwrap();
    assert_eq!(
        (code.is_retired(), code.replaced_by()),
        (true, Some("NotFound"))
    );
    let message = loaded.catalog().render(&Request::new("Gone"));
    assert_eq!(
        (message.text(), message.status()),
        ("Gone for good.", Some(410))
    );
    assert!(message.faults().is_empty());
}

#[test]
fn functions_are_the_applications_and_may_replace_tolkens_own() {
    let texts = Layer::new().source(
        "en-US",
        "a.ftl",
        "Shout = { UPPER($x) }\nCount = { NUMBER($x) }\nBroken = { LOWER($x) }\n",
    );
    let loaded = Catalog::builder()
        .layer(texts)
        .function("UPPER", |positional, _| match positional.first() {
            Some(FluentValue::String(text)) => text.to_uppercase().into(),
            _ => FluentValue::Error,
        })
        .function("NUMBER", |_, _| "many".into())
        .build()
        .unwrap();
    let args = [("x", Value::from("hej"))];
    let text = |name| {
        loaded
            .catalog()
            .render(&Request::new(name).args(&args))
            .into_text()
    };
    assert_eq!([text("Shout"), text("Count")], ["HEJ", "many"]);
    assert_eq!(
        lines(&loaded),
        [
            "a.ftl:3:12: error[unknown-function]: unknown function `LOWER`; help: known are \
          `NUMBER`, `DATETIME`, `LIST`, `JOSA`, `ELIDE`, `UPPER`"
        ]
    );
}

/// What an application's function takes is the application's own matter.
#[test]
fn the_options_of_an_applications_function_are_not_judged() {
    let texts = Layer::new().source(
        "en-US",
        "a.ftl",
        "A = { NUMBER($x, $y, style: \"loud\") }{ NOW() }\n",
    );
    let builder = Catalog::builder().layer(texts);
    let loaded = builder
        .function("NUMBER", |_, _| "1".into())
        .function("NOW", |_, _| "!".into());
    let loaded = loaded.build().unwrap();
    assert!(loaded.findings().is_empty(), "{:?}", lines(&loaded));
    let args = [("x", Value::from(1)), ("y", Value::from(2))];
    let message = loaded.catalog().render(&Request::new("A").args(&args));
    assert_eq!(message.text(), "1!");
}

#[test]
fn a_layer_may_add_a_locale() {
    let below = Layer::new().source("en-US", "a.ftl", "A = a\nB = b\n");
    let above = Layer::new().source("is-IS", "b.ftl", "A = á\n");
    let loaded = build([below, above]);
    let locales = loaded.catalog().locales().iter().map(ToString::to_string);
    assert_eq!(locales.collect::<Vec<_>>(), ["en-US", "is-IS"]);
    assert_eq!(
        [text_in(&loaded, "A", "is"), text_in(&loaded, "B", "is")],
        ["á", "b"]
    );
    assert!(loaded.findings().is_empty());
}

#[test]
fn an_empty_layer_changes_nothing() {
    let layer = Layer::new().source("en-US", "a.ftl", "A = a\n");
    let loaded = build([Layer::new(), layer, Layer::new().manifest("b.toml", "")]);
    assert!(loaded.findings().is_empty());
    assert_eq!(loaded.catalog().names(), ["A"]);
}

#[test]
fn the_built_in_catalog_is_a_layer_like_any_other() {
    let own = Layer::new()
        .manifest("own.toml", "[codes.QuotaExceeded]\nstatus = 429\n")
        .source(
            "en-US",
            "own.ftl",
            "QuotaExceeded = The quota is used up.\nNotFound = Nothing here.\n",
        );
    let loaded = build([Layer::builtin(), own]);
    assert_eq!(rules(&loaded), [Rule::Override]);
    assert_eq!(
        loaded.catalog().codes().len(),
        Catalog::builtin().codes().len() + 1
    );
    assert_eq!(text(&loaded, "NotFound"), "Nothing here.");
    assert_eq!(
        text_in(&loaded, "QuotaExceeded", "fr"),
        "The quota is used up."
    );
}

/// What fluent-bundle leaves out in silence is found, at its place.
#[test]
fn a_resource_of_fluent_bundle_is_a_file() {
    let text = "Bra = Bra.\r\n    .action = Fortsätt.\r\ntrasig\r\n";
    let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text.to_owned());
    let layer = Layer::new().resource("sv-SE", "bundle.ftl", &resource);
    let loaded = build([layer]);
    assert_eq!(super::text(&loaded, "Bra.action"), "Fortsätt.");
    let places = loaded.findings().iter().map(|finding| {
        let place = finding.position();
        (finding.rule(), place.line, place.column)
    });
    assert_eq!(
        places.collect::<Vec<_>>(),
        [(Rule::LineEnds, 1, 11), (Rule::Syntax, 3, 7)]
    );
}
