//! What any bytes that come back from a translator must not do.

use std::path::Path;
use std::sync::OnceLock;

use tolken::{Catalog, Layer, Loaded};
use tolken_cli::{Exchange, Format};

/// The built-in catalog, and one with what it has not: terms, several lines, absent texts.
fn exchanges() -> &'static [Exchange; 2] {
    static EXCHANGES: OnceLock<[Exchange; 2]> = OnceLock::new();
    EXCHANGES.get_or_init(|| {
        let own = Layer::new()
            .source(
                "en-US",
                "locales/en-US/a.ftl",
                "-brand = Tolken\nA = One { $x }\n    two\n    .action = Do { -brand }\n\
                 B = { $n ->\n    [one] One\n   *[other] { $n }\n}\n    .title = B\nC = C\n",
            )
            .source("fr-FR", "locales/fr-FR/a.ftl", "C = Cé\nB = { $n }\n");
        [Layer::builtin(), own]
            .map(|layer| Exchange::new(layer, Path::new("locales")).expect("it has messages"))
    })
}

/// Importing any bytes gives files or says why not. What comes out is Fluent, and saying it a second
/// time changes nothing.
pub fn import(data: &[u8]) {
    for exchange in exchanges() {
        for (name, force) in [("a.xliff", false), ("a.po", true)] {
            let files = [(name.to_owned(), data.to_vec())];
            let Ok(imported) = exchange.import(&files, force) else {
                continue;
            };
            if !imported.refused.is_empty() || imported.files.is_empty() {
                continue;
            }
            let mut layer = exchange.layer().clone();
            for file in &imported.files {
                layer = if file.old.is_some() {
                    layer.replace(&file.path, &file.text)
                } else {
                    layer.source(&file.locale, &*file.path, &*file.text)
                };
            }
            let built = Catalog::builder().layer(layer.clone()).build();
            let mut findings = built.iter().flat_map(Loaded::findings);
            assert!(findings.all(|finding| finding.rule().id() != "syntax"));
            let changed = Exchange::new(layer, Path::new("locales")).expect("it has messages");
            let again = changed.import(&files, force).expect("it was read before");
            let texts: usize = again
                .files
                .iter()
                .map(|file| file.changed + file.added)
                .sum();
            assert!(texts == 0, "{texts} texts change a second time");
            for (name, format) in [("a.xliff", Format::Xliff), ("a.po", Format::Po)] {
                let exported = changed
                    .export("fr-FR", format, false)
                    .expect("it has French");
                let back = [(name.to_owned(), exported.text.into_bytes())];
                let back = changed.import(&back, false).expect("it was written by us");
                assert!(
                    back.files.is_empty() && back.refused.is_empty(),
                    "{:?}",
                    back.refused
                );
            }
        }
    }
}
