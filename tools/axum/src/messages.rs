//! The texts of what a router answers by itself, in the six languages of the built-in catalog.

use tolken::Layer;

/// Locale, path and text of each file.
macro_rules! sources {
    ($($locale:literal),+) => {
        [$((
            $locale,
            concat!("tolken-axum/", $locale, "/router.ftl"),
            include_str!(concat!("../locales/", $locale, "/router.ftl")),
        )),+]
    };
}

/// Codes for what a router answers by itself: `MethodNotAllowed` (405), `RequestTimeout` (408),
/// `ContentTooLarge` (413), `UnsupportedMediaType` (415), `UnprocessableContent` (422),
/// `TooManyRequests` (429) and `ServiceUnavailable` (503), in English, Korean, Swedish, Chinese,
/// French and Dutch. A layer below the application's own, so that its words win.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Layer, Request};
///
/// let layers = Catalog::builder().layer(tolken_axum::messages()).layer(Layer::builtin());
/// let catalog = layers.build()?.into_catalog();
/// let text = catalog.text(&Request::new("ContentTooLarge").range("ko"));
/// assert_eq!(text, "요청 본문이 너무 큽니다.");
/// # Ok::<(), tolken::Error>(())
/// ```
pub fn messages() -> Layer {
    let manifest = include_str!("../locales/catalog.toml");
    let layer = Layer::new().manifest("tolken-axum/catalog.toml", manifest);
    let sources = sources!("en-US", "fr-FR", "ko-KR", "nl-NL", "sv-SE", "zh-CN");
    sources
        .into_iter()
        .fold(layer, |layer, (locale, path, text)| {
            layer.source(locale, path, text)
        })
}
