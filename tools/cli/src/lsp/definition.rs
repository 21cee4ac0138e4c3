//! Where a name leads: from a translation to its source, from a mention to what it names, and back to
//! all mentions.

use tolken::{LanguageIdentifier, Source, Span};

use super::names::{self, Name, Place};
use super::project::Project;

/// The places that a name leads to from a place in a file of a locale, or in the manifest, which has
/// none.
pub(super) fn definitions(
    project: &Project<'_>,
    locale: Option<&LanguageIdentifier>,
    name: &Name,
    from: (&Source, Span),
) -> Vec<(Source, Span)> {
    let Some(source_locale) = project.source_locale() else {
        return Vec::new();
    };
    let is_here = |place: &Place| place.source.path() == from.0.path() && place.span == from.1;
    let defined = |locale: &LanguageIdentifier| -> Vec<(Source, Span)> {
        let places = names::places(
            name,
            project.of(locale).collect::<Vec<_>>().into_iter(),
            None,
        );
        let places = places
            .into_iter()
            .filter(|place| place.is_definition && !is_here(place));
        places.map(|place| (place.source, place.span)).collect()
    };
    let in_manifest = || -> Vec<(Source, Span)> {
        let places = names::places(name, std::iter::empty(), project.manifest).into_iter();
        places.map(|place| (place.source, place.span)).collect()
    };
    let own = locale.map(defined).unwrap_or_default();
    match name {
        // What an argument is, the manifest says; without one, the comment of the source message.
        Name::Argument(owner, _) if !owner.is_term => {
            let files: Vec<_> = project.of(source_locale).collect();
            let all: Vec<_> = project.files.iter().map(|file| file.resource).collect();
            let places = names::places(name, all.into_iter(), project.manifest);
            let is_declared = |place: &&Place| {
                project
                    .manifest
                    .is_some_and(|manifest| manifest.path() == place.source.path())
            };
            let of_source = |place: &&Place| {
                let mut sources = files.iter().map(|resource| resource.source.path());
                sources.any(|path| path == place.source.path())
            };
            let declared = places.iter().find(is_declared);
            let first = declared.or(places.iter().find(of_source));
            let first = first.filter(|place| !is_here(place));
            first
                .map(|place| (place.source.clone(), place.span))
                .into_iter()
                .collect()
        }
        Name::Argument(owner, _) => {
            let term = Name::Term(owner.id.clone());
            definitions(project, locale, &term, from)
        }
        // A mention leads to what it names in its own language.
        _ if !own.is_empty() => own,
        _ if locale == Some(source_locale) => in_manifest(),
        _ => defined(source_locale),
    }
}
