//! The service's own catalog: its errors, and the words of its pages, in six languages.

use tolken::Layer;

/// Locale, path and text of each file.
macro_rules! sources {
    ($($locale:literal: $($file:literal),+;)+) => {
        [$($((
            $locale,
            concat!("tolken-portal/", $locale, "/", $file),
            include_str!(concat!("../../locales/", $locale, "/", $file)),
        )),+),+]
    };
}

/// The layer of the service's own messages, above all others.
pub(crate) fn words() -> Layer {
    let manifest = include_str!("../../locales/catalog.toml");
    let layer = Layer::new().manifest("tolken-portal/catalog.toml", manifest);
    let sources = sources! {
        "en-US": "errors.ftl", "limits.ftl", "pages.ftl";
        "fr-FR": "errors.ftl", "limits.ftl", "pages.ftl";
        "ko-KR": "errors.ftl", "limits.ftl", "pages.ftl";
        "nl-NL": "errors.ftl", "limits.ftl", "pages.ftl";
        "sv-SE": "errors.ftl", "limits.ftl", "pages.ftl";
        "zh-CN": "errors.ftl", "limits.ftl", "pages.ftl";
    };
    sources
        .into_iter()
        .fold(layer, |layer, (locale, path, text)| {
            layer.source(locale, path, text)
        })
}

#[cfg(test)]
mod tests {
    use tolken::Catalog;

    #[test]
    fn the_words_have_no_findings() {
        let loaded = Catalog::builder()
            .layer(super::words())
            .build()
            .expect("they are compiled in");
        assert!(loaded.findings().is_empty(), "{:?}", loaded.findings());
    }
}
