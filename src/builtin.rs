// Generated from `locales/`. Do not edit; run:
// TOLKEN_GENERATE=1 cargo test --test tests generated

//! The files of the built-in catalog.

/// Path and text of the manifest.
pub(crate) const MANIFEST: (&str, &str) =
    ("locales/catalog.toml", include_str!("../locales/catalog.toml"));

/// Locale, path and text of each Fluent file, sorted.
pub(crate) const SOURCES: &[(&str, &str, &str)] = &[
    ("en-US", "locales/en-US/errors.ftl", include_str!("../locales/en-US/errors.ftl")),
    ("fr-FR", "locales/fr-FR/errors.ftl", include_str!("../locales/fr-FR/errors.ftl")),
    ("ko-KR", "locales/ko-KR/errors.ftl", include_str!("../locales/ko-KR/errors.ftl")),
    ("nl-NL", "locales/nl-NL/errors.ftl", include_str!("../locales/nl-NL/errors.ftl")),
    ("sv-SE", "locales/sv-SE/errors.ftl", include_str!("../locales/sv-SE/errors.ftl")),
    ("zh-CN", "locales/zh-CN/errors.ftl", include_str!("../locales/zh-CN/errors.ftl")),
];
