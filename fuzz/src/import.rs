//! What any bytes that come back from a translator must not do.

use std::path::Path;
use std::sync::OnceLock;

use tolken::{Catalog, Layer, Loaded};
use tolken_cli::{Exchange, Format, Imported};

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

/// The files with the new texts in the place of the old ones.
fn changed(layer: &Layer, imported: &Imported) -> Layer {
    let mut changed = Layer::new();
    if let Some(manifest) = layer.manifest_source() {
        changed = changed.manifest(manifest.path(), manifest.text());
    }
    let is_old = |path: &str| imported.files.iter().any(|file| file.path == path);
    for (locale, source) in layer.sources().filter(|(_, source)| !is_old(source.path())) {
        changed = changed.source(locale, source.path(), source.text());
    }
    let files = imported.files.iter();
    files.fold(changed, |changed, file| {
        changed.source(&file.locale, &*file.path, &*file.text)
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
            let layer = changed(exchange.layer(), &imported);
            let built = Catalog::builder().layer(layer.clone()).build();
            let mut findings = built.iter().flat_map(Loaded::findings);
            assert!(findings.all(|finding| finding.rule().id() != "syntax"));
            let exchange = Exchange::new(layer, Path::new("locales")).expect("it has messages");
            let again = exchange.import(&files, force).expect("it was read before");
            let texts: usize = again
                .files
                .iter()
                .map(|file| file.changed + file.added)
                .sum();
            assert!(texts == 0, "{texts} texts change a second time");
            for (name, format) in [("a.xliff", Format::Xliff), ("a.po", Format::Po)] {
                let exported = exchange
                    .export("fr-FR", format, None)
                    .expect("it has French");
                let back = [(name.to_owned(), exported.text.into_bytes())];
                let back = exchange.import(&back, false).expect("it was written by us");
                assert!(
                    back.files.is_empty() && back.refused.is_empty(),
                    "{:?}",
                    back.refused
                );
            }
        }
    }
}
