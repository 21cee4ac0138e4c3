//! What must hold for any input, one function a kind of input.
//!
//! The fuzz targets call these with new inputs; the tests of the project call them with those of
//! `corpus/`, so that what was once found stays mended.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use tolken::{Args, Catalog, Index, Layer, Limits, Matches, Output, Query, Request, Source};

/// Arguments that the texts of [`source`] may read.
const ARGUMENTS: &str = r#"{"x": 1500, "n": 1, "s": "서버", "empty": "", "l": ["a", 2], "f": 0.5}"#;

/// A Fluent file: it loads or is refused, findings lie within it, the messages beside it survive,
/// and whatever loaded renders.
pub fn source(data: &[u8]) {
    let (text, _) = decode(data);
    let layer = Layer::new().source("ko-KR", "fuzz.ftl", text);
    // In a layer of its own, which wins over a message of this id in the file.
    let beside = Layer::new().source("ko-KR", "beside.ftl", "Beside-fuzz = 그대로\n");
    let loaded = Catalog::builder()
        .layer(layer)
        .layer(beside)
        .build()
        .expect("one message is always there");
    for finding in loaded.findings() {
        assert!(finding.span().start() <= finding.source().text().len());
        assert!(!finding.to_string().contains('\n'), "{finding}");
    }
    let args: Args = serde_json::from_str(ARGUMENTS).expect("these are arguments");
    for name in loaded.catalog().names() {
        for output in Output::ALL {
            let request = Request::new(name).args(&args).output(*output);
            let message = loaded.catalog().render(&request);
            assert!(*output != Output::Log || !message.text().contains(['\n', '\r', '\u{1b}']));
            let _ = loaded.catalog().render(&Request::new(name).output(*output));
        }
    }
    let message = loaded.catalog().render(&Request::new("Beside-fuzz"));
    assert_eq!(message.text(), "그대로");
}

fn decode(data: &[u8]) -> (String, usize) {
    let (source, findings) = Source::from_bytes("fuzz.ftl", data.to_vec());
    (source.text().to_owned(), findings.len())
}

/// A manifest: whatever it says, the messages render.
pub fn manifest(data: &[u8]) {
    let (text, _) = decode(data);
    let layer = Layer::new().manifest("catalog.toml", text).source(
        "fr-FR",
        "a.ftl",
        "A = L’URL { $x }\n    .action = { NUMBER($n) }\n",
    );
    let loaded = Catalog::builder()
        .layer(layer)
        .build()
        .expect("one message is always there");
    let args: Args = serde_json::from_str(ARGUMENTS).expect("these are arguments");
    for finding in loaded.findings() {
        assert!(!finding.to_string().contains('\n'), "{finding}");
    }
    for code in loaded.catalog().codes() {
        let _ = loaded
            .catalog()
            .render(&Request::new(code.name()).args(&args));
        let _ = loaded.catalog().help_link(code.name());
    }
    let message = loaded.catalog().render(&Request::new("A").args(&args));
    // A manifest may give a code another message, and where there is none the code is the text.
    let code = loaded.catalog().code("A");
    match code.map_or("A", |code| code.message_id()) {
        "A" => assert!(message.text().starts_with("L’URL ")),
        _ => assert!(message.text() == "A" && !message.faults().is_empty()),
    }
}

/// Arguments as JSON, for every code in every locale and output.
pub fn arguments(data: &[u8]) {
    let Ok(args) = serde_json::from_slice::<Args>(data) else {
        return;
    };
    let catalog = Catalog::builtin();
    for code in catalog.codes() {
        for locale in catalog.locales() {
            let locales = [locale.clone()];
            for output in Output::ALL {
                let request = Request::new(code.name()).args(&args).locales(&locales);
                let message = catalog.render(&request.output(*output));
                assert!(!message.text().is_empty());
                assert_eq!(message.locale(), locale);
            }
        }
    }
    let written = serde_json::to_string(&args).expect("arguments are written as JSON");
    let _: Args = serde_json::from_str(&written).expect("what was written is read");
}

/// An `Accept-Language` header, and the same text as a range.
pub fn accept_language(data: &[u8]) {
    let header = String::from_utf8_lossy(data);
    let catalog = Catalog::builtin();
    let locales = catalog.negotiate(&header);
    assert!(locales.contains(&catalog.source_locale()));
    let message = catalog.render(&Request::new("NotFound").accept_language(&header));
    assert_eq!(message.locale(), locales[0]);
    let message = catalog.render(&Request::new("NotFound").range(&header));
    assert!(catalog.locales().contains(message.locale()));
}

/// The most time that a text of these inputs may take, on a machine that is busy and with checks on.
const PATIENCE: Duration = Duration::from_secs(5);

/// A text for the built-in index: there is an answer in time, and it lies within the text.
pub fn lookup(data: &[u8]) {
    static INDEX: OnceLock<Index> = OnceLock::new();
    let index = INDEX.get_or_init(|| Catalog::builtin().index());
    let text = String::from_utf8_lossy(data);
    answer(index, &text);
}

/// A Fluent file and, behind a line `---`, a text: the index of any catalog builds and answers, and
/// the messages of it that any reader could tell from others are found.
pub fn lookup_catalog(data: &[u8]) {
    let data = String::from_utf8_lossy(data);
    let (file, text) = data.split_once("\n---\n").unwrap_or((&data, &data));
    let limits = Limits {
        expansion: 10_000,
        ..Limits::default()
    };
    let layer = Layer::new().source("sv-SE", "fuzz.ftl", file).source(
        "sv-SE",
        "zz.ftl",
        "Beside-fuzz = Ett meddelande { $x } bredvid.\n",
    );
    let loaded = Catalog::builder().limits(limits).layer(layer).build();
    let catalog = loaded.expect("one message is always there").into_catalog();
    let index = catalog.index();
    answer(&index, text);
    for code in catalog.codes().take(50) {
        let variables = catalog.variables(code.name());
        let args: Vec<_> = variables
            .iter()
            .map(|(name, is_number)| {
                let value = if *is_number {
                    tolken::Value::from(17)
                } else {
                    tolken::Value::from("abc123")
                };
                (*name, value)
            })
            .collect();
        let request = Request::new(code.name()).args(&args);
        let mut message = String::new();
        let faults = catalog.write_to(&request, &mut message);
        let matches = answer(&index, &message);
        let is_found = |found: &tolken::Match<'_>| found.code() == code.name();
        let is_plain = message.chars().filter(|c| c.is_alphabetic()).count() >= 40
            && message.len() < 2_000
            && faults.faults().is_empty();
        if is_plain && matches.is_complete() && matches.matches().len() < 32 {
            let found = matches.matches().iter().any(is_found);
            assert!(found, "{}: {message:?}: {matches:?}", code.name());
        }
    }
}

/// Looks up a text, and holds the answer to what any answer promises.
fn answer<'a>(index: &'a Index, text: &'a str) -> Matches<'a> {
    let started = Instant::now();
    let matches = index.lookup(&Query::new(text).limit(32));
    assert!(started.elapsed() < PATIENCE, "{:?}", started.elapsed());
    assert!(matches.matches().len() <= 32);
    assert!(matches.is_complete() || text.len() > 64, "{text:?}");
    let mut best = 1.0;
    let mut outer: Vec<std::ops::Range<usize>> = Vec::new();
    for found in matches.matches() {
        let span = found.span();
        let score = found.score();
        assert!((0.0..=1.0).contains(&score), "{found:?}");
        // The best first, but for what lies inside another, which comes after it; scores that
        // hardly differ are equal.
        let is_inside =
            |outer: &std::ops::Range<usize>| outer.start <= span.start && span.end <= outer.end;
        assert!(
            score <= best + 0.021 || outer.iter().any(is_inside),
            "{matches:?}"
        );
        best = score;
        outer.push(span.clone());
        assert!(span.start < span.end, "{found:?}");
        assert!(text.get(span.clone()).is_some(), "{found:?}");
        assert!(!found.locales().is_empty());
        for argument in found.arguments() {
            if let Some(range) = argument.range() {
                assert!(text.get(range.clone()).is_some(), "{argument:?}");
                assert!(
                    span.start <= range.start && range.end <= span.end,
                    "{argument:?}"
                );
            }
        }
        let mut ranges: Vec<_> = found
            .arguments()
            .iter()
            .filter_map(tolken::MatchArgument::range)
            .collect();
        ranges.sort_unstable_by_key(|range| (range.start, range.end));
        for pair in ranges.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{found:?}");
        }
        let evidence = found.evidence();
        let literals = evidence.literals().iter().map(|it| &it.range);
        for range in literals.chain(evidence.differences().iter().map(|it| &it.range)) {
            assert!(text.get(range.clone()).is_some(), "{found:?}: {range:?}");
        }
        let message = index
            .catalog()
            .render(&Request::new(found.code()).args(found));
        assert!(index.catalog().code(message.code()).is_some());
    }
    matches
}
