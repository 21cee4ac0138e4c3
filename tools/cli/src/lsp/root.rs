//! Which folder of locales a file belongs to.
//!
//! Several catalogs may lie in one workspace, or one below another, so each file says by its own path
//! where it belongs.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use tolken::LanguageIdentifier;

/// The name of a catalog's manifest.
pub(super) const MANIFEST: &str = "catalog.toml";
/// The name of a catalog's settings.
pub(super) const SETTINGS: &str = "check.toml";

/// What a file is in its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Messages of a locale.
    Messages(LanguageIdentifier),
    Manifest,
    Settings,
}

/// The folder that a file belongs to, and what it is there.
pub(super) fn of(path: &Path) -> Option<(PathBuf, Role)> {
    let name = path.file_name()?.to_str()?;
    let folder = path.parent()?;
    match name {
        MANIFEST | SETTINGS => {
            let has_locale = std::fs::read_dir(folder)
                .ok()?
                .flatten()
                .any(|entry| locale(&entry.file_name()).is_some() && entry.path().is_dir());
            let role = match name {
                MANIFEST => Role::Manifest,
                _ => Role::Settings,
            };
            has_locale.then(|| (folder.to_owned(), role))
        }
        _ if path.extension() == Some(OsStr::new("ftl")) => {
            let (folder, locale) = locales(folder)?;
            Some((folder, Role::Messages(locale)))
        }
        _ => None,
    }
}

/// The folder of locales that a folder lies in. Many a short name is a language tag as well, such as
/// `api` or `sub`: a folder with a manifest or settings is preferred, then one with English in it, then
/// the nearest.
fn locales(folder: &Path) -> Option<(PathBuf, LanguageIdentifier)> {
    let ancestors = folder.ancestors();
    let candidates: Vec<_> = ancestors
        .filter_map(|inner| Some((inner.parent()?, locale(inner.file_name()?)?)))
        .collect();
    let has = |folder: &Path, names: &[&str]| names.iter().any(|name| folder.join(name).exists());
    let first = |names: &[&str]| {
        let mut candidates = candidates.iter();
        candidates.find(|(folder, _)| has(folder, names))
    };
    let (folder, locale) = first(&[MANIFEST, SETTINGS])
        .or_else(|| first(&["en-US", "en"]))
        .or(candidates.first())?;
    Some(((*folder).to_owned(), locale.clone()))
}

/// The locale that a folder is named after.
fn locale(name: &OsStr) -> Option<LanguageIdentifier> {
    let locale: LanguageIdentifier = name.to_str()?.parse().ok()?;
    let language = locale.language.as_str();
    (matches!(language.len(), 2 | 3) && language != "und").then_some(locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CATALOGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/catalogs");

    fn found(path: &str) -> Option<(String, Role)> {
        let (folder, role) = of(&Path::new(CATALOGS).join(path))?;
        let folder = folder.strip_prefix(CATALOGS).unwrap();
        Some((folder.to_str().unwrap().to_owned(), role))
    }

    #[test]
    fn a_file_belongs_to_the_folder_of_its_locale() {
        let french = Role::Messages("fr-FR".parse().unwrap());
        let korean = Role::Messages("ko".parse().unwrap());
        assert_eq!(
            found("shop/fr-FR/errors.ftl"),
            Some(("shop".into(), french.clone()))
        );
        assert_eq!(
            found("shop/fr-FR/sub/api/new.ftl"),
            Some(("shop".into(), french))
        );
        assert_eq!(
            found("plain/ko/sub/site.ftl"),
            Some(("plain".into(), korean))
        );
        assert_eq!(
            found("shop/catalog.toml"),
            Some(("shop".into(), Role::Manifest))
        );
        assert_eq!(
            found("plain/check.toml"),
            Some(("plain".into(), Role::Settings))
        );
        assert_eq!(found("no-locale/catalog.toml"), None);
        assert_eq!(found("shop/fr-FR/notes.txt"), None);
    }
}
