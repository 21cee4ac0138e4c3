//! The prebuilt form: what it renders, and what is refused.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use tolken::fluent::FluentValue;
use tolken::{Catalog, Layer, MatchKind, Output, Query, Request, Value};

/// Where the length and the checksum stand in the header, and where the tables begin.
const LENGTH: usize = 12;
const CHECKSUM: usize = 16;
const TABLES: usize = 20;

/// Everything that two catalogs say is the same.
#[track_caller]
fn assert_same(one: &Catalog, other: &Catalog) {
    assert_eq!(one.names(), other.names());
    assert_eq!(one.locales(), other.locales());
    assert_eq!(one.source_locale(), other.source_locale());
    assert_eq!(one.domain(), other.domain());
    assert_eq!(one.help_link("NotFound"), other.help_link("NotFound"));
    let described = |catalog: &Catalog| -> Vec<_> {
        let codes = catalog.codes().map(|code| {
            let arguments = format!("{:?}", code.arguments());
            let replaced_by = code.replaced_by().map(str::to_owned);
            (
                code.name().to_owned(),
                code.status(),
                code.is_retired(),
                replaced_by,
                arguments,
            )
        });
        codes.collect()
    };
    assert_eq!(described(one), described(other));
    for name in one.names() {
        let args: Vec<_> = one
            .variables(name)
            .into_iter()
            .map(|(name, is_number)| {
                let value = if is_number {
                    Value::from(1_500)
                } else {
                    Value::from("서버")
                };
                (name, value)
            })
            .collect();
        for locale in one.locales() {
            let locales = [locale.clone()];
            for output in Output::ALL {
                let request = Request::new(name).locales(&locales).output(*output);
                assert_eq!(one.render(&request), other.render(&request));
                let request = request.args(&args);
                assert_eq!(one.render(&request), other.render(&request));
            }
        }
    }
}

#[test]
fn the_built_in_catalog_comes_back_as_it_was() {
    let catalog = Catalog::builtin();
    let bytes = catalog.to_prebuilt();
    let back = Catalog::from_prebuilt(&bytes).unwrap();
    assert_same(&catalog, &back);
    assert_eq!(
        back.to_prebuilt(),
        bytes,
        "the same catalog gives the same bytes"
    );
}

/// Every kind of part, references, terms, a broken one, and an application's function.
fn everything() -> Layer {
    Layer::new()
        .manifest(
            "catalog.toml",
            "domain = \"a\"\n[codes.Old]\nretired = true\nreplaced-by = \"New\"\n[codes.New]\n\
             message = \"new-text\"\n[codes.New.args.n]\ntype = \"number\"\nexample = 1.5\n\
             [codes.New.args.when]\ntype = \"datetime\"\nexample = 2026-11-05\n\
             [codes.New.args.names]\ntype = \"list\"\nexample = [\"a\", \"b\"]\n",
        )
        .source(
            "ko-KR",
            "a.ftl",
            "-brand = 톨켄\n\
             Old = 옛것\n\
             new-text = { -brand }: { NUMBER($n, minimumFractionDigits: 2) } { $missing -> \n    \
             [one] 하나\n    [1.0] 일\n   *[other] { $n ->\n        [few] 몇\n       *[other] { -brand }\n    }\n } \
             { DATETIME($when, dateStyle: \"long\") } { LIST($names, type: \"or\") }{ JOSA($names, pair: \"이/가\") } \
             { UP($n, by: 2, name: \"x\") } { 1.50 } { nothing } { Old }\n    .action = 다시\n    .title = 제목\n",
        )
        .source("fr-FR", "a.ftl", "Old = Ancien { ELIDE($x, form: \"de\") }{ $x }\n")
        .source(
            "fr-FR",
            "former.ftl",
            "new-text =\n    .w1 = Le serveur { $server } est { $n ->\n        [one] neuf\n       *[other] vieux\n    }.\n\
             Old =\n    .w1 = Antique { $x }, et plus.\n    .action-w1 = Cherchez ailleurs.\n",
        )
}

#[test]
fn every_kind_of_part_comes_back() {
    let builder = || {
        Catalog::builder().function("UP", |_, named| match named.get("by") {
            Some(FluentValue::Number(by)) => FluentValue::from(by.value + 1.0),
            _ => FluentValue::Error,
        })
    };
    let catalog = builder()
        .layer(everything())
        .build()
        .unwrap()
        .into_catalog();
    let bytes = catalog.to_prebuilt();
    let back = builder().prebuilt(&bytes).unwrap();
    assert_same(&catalog, &back);
    assert_eq!(back.to_prebuilt(), bytes);
}

#[test]
fn earlier_wordings_come_back() {
    let catalog = Catalog::builder().layer(everything()).build().unwrap();
    let back = Catalog::from_prebuilt(&catalog.catalog().to_prebuilt()).unwrap();
    let index = back.index();
    for (text, code) in [
        ("Antique carte, et plus.", "Old"),
        ("Cherchez ailleurs.", "Old"),
        ("Le serveur api-7 est vieux.", "New"),
    ] {
        let matches = index.lookup(&Query::new(text));
        let best = matches.best().unwrap();
        assert_eq!(
            (best.code(), best.kind()),
            (code, MatchKind::Former),
            "{text}"
        );
    }
}

#[test]
fn a_function_that_the_program_lacks_is_a_fault() {
    let catalog = Catalog::builder()
        .function("UP", |_, _| FluentValue::from("그"))
        .layer(Layer::new().source("ko-KR", "a.ftl", "A = { UP() }\n"))
        .build()
        .unwrap()
        .into_catalog();
    let back = Catalog::from_prebuilt(&catalog.to_prebuilt()).unwrap();
    let message = back.render(&Request::new("A"));
    assert_eq!(message.text(), "{UP()}");
    assert_eq!(
        message.faults()[0].to_string(),
        "function `UP` does not exist"
    );
}

#[track_caller]
fn assert_refused(bytes: &[u8], reason: &str) {
    let error = Catalog::from_prebuilt(bytes).unwrap_err();
    assert!(error.is_prebuilt());
    assert_eq!(error.to_string(), reason);
}

#[test]
fn what_is_no_prebuilt_catalog_is_refused_and_told_apart() {
    let bytes = Catalog::builtin().to_prebuilt();
    assert_refused(
        b"",
        "expected a prebuilt catalog, but found less than its header",
    );
    assert_refused(
        b"Hello = Bonjour, tout le monde\n",
        "expected a prebuilt catalog, as `tolken build` writes it, but found something else",
    );
    let mut other = bytes.clone();
    other[8] += 1;
    assert_refused(
        &other,
        "the prebuilt catalog is of another version of tolken; build it again",
    );
    assert_refused(
        &bytes[..bytes.len() - 1],
        "the prebuilt catalog is cut off or has something behind it; build it again",
    );
    let mut damaged = bytes.clone();
    damaged[TABLES + 100] ^= 1;
    assert_refused(
        &damaged,
        "the prebuilt catalog is damaged: its checksum differs; build it again",
    );
}

#[test]
fn limits_hold_for_locales() {
    let bytes = Catalog::builtin().to_prebuilt();
    let limits = tolken::Limits {
        locales: 5,
        ..tolken::Limits::default()
    };
    let error = Catalog::builder()
        .limits(limits)
        .prebuilt(&bytes)
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the prebuilt catalog has more locales than the limit allows"
    );
}

/// Puts the right length and checksum before tables.
fn sealed(tables: &[u8]) -> Vec<u8> {
    let mut bytes = Catalog::builtin().to_prebuilt();
    bytes.truncate(TABLES);
    let length = u32::try_from(tables.len()).unwrap();
    bytes[LENGTH..CHECKSUM].copy_from_slice(&length.to_le_bytes());
    bytes[CHECKSUM..].copy_from_slice(&crc32fast::hash(tables).to_le_bytes());
    bytes.extend(tables);
    bytes
}

/// Asks a catalog for all that it has.
fn exercise(catalog: &Catalog) {
    _ = catalog
        .index()
        .lookup(&Query::new("Antique 1.5, et plus. 몇 몇 api"));
    for code in catalog.codes() {
        _ = (code.name(), code.message_id(), code.arguments());
    }
    for name in catalog.names() {
        _ = catalog.variables(name);
        for locale in catalog.locales() {
            let locales = [locale.clone()];
            _ = catalog.report(&Request::new(name).locales(&locales));
        }
    }
}

proptest! {
    // The same cases on every machine.
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::with_cases(2_000)
    })]

    #[test]
    fn tables_that_were_tampered_with_are_refused_or_harmless(
        places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let catalog = Catalog::builder().layer(everything()).build().unwrap().into_catalog();
        let mut tables = catalog.to_prebuilt().split_off(TABLES);
        for (place, byte) in places {
            let place = place.index(tables.len());
            tables[place] = byte;
        }
        if let Ok(catalog) = Catalog::from_prebuilt(&sealed(&tables)) {
            exercise(&catalog);
        }
    }
}
