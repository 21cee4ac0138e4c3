//! Renames a message, a term, an attribute or an argument in all files at once.
//!
//! What is to be changed is found by [`names`](super::names), from parsed files to edits; how the editor is
//! told of it is the server's.

use tolken::{Source, Span};

use super::names::{self, Name};
use super::project::Project;

/// The places to be changed, each with what is to stand there.
pub(super) fn rename(
    project: &Project<'_>,
    name: &Name,
    new: &str,
) -> Result<Vec<(Source, Span, String)>, String> {
    let new = match name {
        Name::Term(_) => new.strip_prefix('-').unwrap_or(new),
        Name::Argument(..) => new.strip_prefix('$').unwrap_or(new),
        Name::Attribute(..) => new.strip_prefix('.').unwrap_or(new),
        Name::Message(_) => new,
    };
    if !is_identifier(new) {
        return Err(format!(
            "expected a letter, then letters, digits, `-` and `_`, but found `{new}`"
        ));
    }
    if new == name.text() {
        return Ok(Vec::new());
    }
    let files = || project.files.iter().map(|file| file.resource);
    let taken = match name {
        Name::Message(_) => Name::Message(new.to_owned()),
        Name::Term(_) => Name::Term(new.to_owned()),
        Name::Attribute(owner, _) => Name::Attribute(owner.clone(), new.to_owned()),
        Name::Argument(owner, _) => Name::Argument(owner.clone(), new.to_owned()),
    };
    if let Some(place) = names::places(&taken, files(), project.manifest).first() {
        let at = place.source.position(place.span.start());
        return Err(format!(
            "`{new}` is taken: {}:{}:{}; choose another name",
            place.source.path(),
            at.line,
            at.column
        ));
    }
    let places = names::places(name, files(), project.manifest);
    let edits = places.into_iter().map(|place| {
        let text = place.written(new);
        (place.source, place.span, text)
    });
    Ok(edits.collect())
}

/// Whether a text is a name in Fluent.
fn is_identifier(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

#[cfg(test)]
mod tests {
    use tolken::Layer;
    use tolken::check::Checker;

    use super::*;
    use crate::lsp::names::Owner;
    use crate::lsp::project::File;

    fn renamed(name: &Name, new: &str) -> Result<Vec<String>, String> {
        let layer = Layer::new()
            .manifest(
                "catalog.toml",
                "[codes.A]\n[codes.A.args]\nx = { type = \"string\" }\n",
            )
            .source(
                "en-US",
                "en-US/a.ftl",
                "# $x - it\nA = { $x } { $y } { -t }\n-t = T\nB = b\n",
            )
            .source(
                "sv-SE",
                "sv-SE/a.ftl",
                "A = { $x }\n    .action = { $x }\n-t = T\n",
            );
        let checked = Checker::new().layer(layer).run().unwrap();
        let files = checked.files();
        let project = Project {
            catalog: checked.catalog(),
            findings: &[],
            files: files
                .map(|(locale, resource)| File { locale, resource })
                .collect(),
            manifest: checked.manifests().next(),
        };
        let edits = rename(&project, name, new)?
            .into_iter()
            .map(|(source, span, text)| {
                let at = source.position(span.start());
                format!("{}:{}:{} {text}", source.path(), at.line, at.column)
            });
        Ok(edits.collect())
    }

    #[test]
    fn every_file_and_the_manifest_are_changed() {
        let owner = Owner {
            is_term: false,
            id: "A".to_owned(),
        };
        let x = Name::Argument(owner, "x".to_owned());
        let places = [
            "en-US/a.ftl:1:4 z",
            "en-US/a.ftl:2:8 z",
            "sv-SE/a.ftl:1:8 z",
            "sv-SE/a.ftl:2:18 z",
            "catalog.toml:3:1 z",
        ];
        assert_eq!(renamed(&x, "$z").unwrap(), places);
        assert_eq!(renamed(&x, "z").unwrap(), places);
        assert_eq!(
            renamed(&x, "y").unwrap_err(),
            "`y` is taken: en-US/a.ftl:2:15; choose another name"
        );
        let a = Name::Message("A".to_owned());
        assert_eq!(
            renamed(&a, "C").unwrap(),
            [
                "en-US/a.ftl:2:1 C",
                "sv-SE/a.ftl:1:1 C",
                "catalog.toml:1:8 C",
                "catalog.toml:2:8 C"
            ]
        );
        assert_eq!(renamed(&a, "A").unwrap(), [""; 0]);
        for bad in ["", "1a", "a b", "값", "-t", "a\n"] {
            assert!(renamed(&a, bad).is_err(), "{bad:?}");
        }
        let term = Name::Term("t".to_owned());
        assert_eq!(
            renamed(&term, "-u").unwrap(),
            [
                "en-US/a.ftl:2:22 u",
                "en-US/a.ftl:3:2 u",
                "sv-SE/a.ftl:3:2 u"
            ]
        );
    }
}
