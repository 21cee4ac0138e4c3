//! A folder of locales as handlers see it: what was last checked, with the documents as they are now.

use std::collections::BTreeMap;
use std::path::Path;

use tolken::check::Checked;
use tolken::syntax::{Entry, Message, Resource};
use tolken::{Catalog, Finding, LanguageIdentifier, Source};

use super::document::{Document, shown};
use super::root::{MANIFEST, Role};

/// A file of a locale.
#[derive(Clone, Copy)]
pub(super) struct File<'p> {
    pub(super) locale: &'p LanguageIdentifier,
    pub(super) resource: &'p Resource,
}

/// A folder of locales.
pub(super) struct Project<'p> {
    pub(super) catalog: Option<&'p Catalog>,
    pub(super) findings: &'p [Finding],
    /// In the order of their paths.
    pub(super) files: Vec<File<'p>>,
    pub(super) manifest: Option<&'p Source>,
}

impl<'p> Project<'p> {
    /// Of what was last checked, where there was anything to check, and the documents open in it.
    pub(super) fn new(
        root: &Path,
        checked: Option<&'p Checked>,
        documents: impl Iterator<Item = &'p Document>,
    ) -> Self {
        let mut files = BTreeMap::new();
        let mut manifest = None;
        for (locale, resource) in checked.into_iter().flat_map(Checked::files) {
            files.insert(Path::new(resource.source.path()), File { locale, resource });
        }
        for source in checked.into_iter().flat_map(Checked::manifests) {
            manifest = Some(source);
        }
        let manifest_path = shown(&root.join(MANIFEST));
        for document in documents {
            let Some((place, source)) = document.place.as_ref().zip(document.source.as_ref())
            else {
                continue;
            };
            match &place.role {
                Role::Messages(locale) => {
                    if let Some(resource) = document.resource() {
                        files.insert(&place.path, File { locale, resource });
                    }
                }
                Role::Manifest if source.path() == manifest_path => manifest = Some(source),
                Role::Manifest | Role::Settings => {}
            }
        }
        Project {
            catalog: checked.and_then(Checked::catalog),
            findings: checked.map_or(&[], Checked::findings),
            files: files.into_values().collect(),
            manifest,
        }
    }

    /// The files of a locale.
    pub(super) fn of<'s>(
        &'s self,
        locale: &'s LanguageIdentifier,
    ) -> impl Iterator<Item = &'p Resource> + 's {
        let files = self.files.iter().filter(move |file| file.locale == locale);
        files.map(|file| file.resource)
    }

    /// The locale that translators translate from.
    pub(super) fn source_locale(&self) -> Option<&'p LanguageIdentifier> {
        self.catalog.map(Catalog::source_locale)
    }

    /// A message or term of a locale, the first with this id.
    pub(super) fn message(
        &self,
        locale: &LanguageIdentifier,
        id: &str,
        is_term: bool,
    ) -> Option<(&'p Resource, &'p Message)> {
        self.of(locale).find_map(|resource| {
            let mut messages = messages(resource);
            let (message, _) = messages.find(|(message, term)| {
                *term == is_term && resource.source.slice(message.id) == id
            })?;
            Some((resource, message))
        })
    }
}

/// The messages and terms of a file, and whether each is a term.
pub(super) fn messages(resource: &Resource) -> impl Iterator<Item = (&Message, bool)> {
    resource.entries.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message, false)),
        Entry::Term(term) => Some((term, true)),
        Entry::Comment(_) | Entry::Junk(_) => None,
    })
}

/// The message or term that an offset is in, and whether it is a term.
pub(super) fn message_at(resource: &Resource, offset: usize) -> Option<(&Message, bool)> {
    messages(resource)
        .find(|(message, _)| message.span.start() <= offset && offset <= message.span.end())
}
