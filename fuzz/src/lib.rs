//! What must hold for any input, one function a kind of input.
//!
//! The fuzz targets call these with new inputs; the tests of the project call them with those of
//! `corpus/`, so that what was once found stays mended.

use tolken::{Args, Catalog, Layer, Output, Request, Source};

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
    assert!(message.text().starts_with("L’URL "));
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
