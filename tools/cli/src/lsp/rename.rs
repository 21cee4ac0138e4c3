//! Renames a message, a term, an attribute or an argument in all files at once.
//!
//! What is to be changed is found by [`crate::rename`], as for the command of that name, and of an
//! attribute by [`names`]; how the editor is told of it is the server's.

use std::collections::BTreeSet;

use tolken::syntax::Resource;
use tolken::{Edit, Source, Span};

use super::names::{self, Name};
use super::project::Project;
use crate::places::Places;
use crate::rename::{
    self, argument_edits, attribute_edits, code_edits, codes_of, group, lock_edits, message_edits,
    message_of, taken, unread,
};
use crate::tree::is_identifier;

/// The places to be changed, each with what is to stand there. `lock` is `source.lock`, if there is one.
pub(super) fn rename(
    project: &Project<'_>,
    lock: Option<&Source>,
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
    let manifest = match project.manifest {
        Some(source) => {
            let places = Places::read(source).map_err(|error| error.to_string())?;
            Some((source, places))
        }
        None => None,
    };
    let work = Work {
        resources: project.files.iter().map(|file| file.resource).collect(),
        manifest,
        lock,
        new,
        edits: Vec::new(),
    };
    match name {
        Name::Message(id) => work.named(&rename::Name::Message(id.clone())),
        Name::Term(id) => work.named(&rename::Name::Term(id.clone())),
        Name::Argument(owner, name) => {
            let (id, name) = (owner.id.clone(), name.clone());
            work.named(&if owner.is_term {
                rename::Name::Parameter { term: id, name }
            } else {
                rename::Name::Argument { message: id, name }
            })
        }
        Name::Attribute(..) => work.attribute(name),
    }
}

/// What a name is changed in, and the edits so far.
struct Work<'p> {
    resources: Vec<&'p Resource>,
    manifest: Option<(&'p Source, Places)>,
    lock: Option<&'p Source>,
    new: &'p str,
    edits: Vec<(Source, Span, String)>,
}

impl Work<'_> {
    fn named(mut self, name: &rename::Name) -> Result<Vec<(Source, Span, String)>, String> {
        if let Some((source, span)) = unread(&self.resources, name) {
            return Err(format!(
                "`{}` stands in text that is not Fluent: {}; correct it first",
                name.written(),
                place(source, span)
            ));
        }
        let group = match name {
            rename::Name::Argument { message, name } => group(&self.resources, message, name),
            _ => BTreeSet::new(),
        };
        self.free(name, &group)?;
        let edits = rename::edits(&self.resources, name, self.new);
        for (resource, edits) in self.resources.clone().into_iter().zip(edits) {
            self.add(&resource.source, edits);
        }
        if let Some((source, edits)) = self.in_manifest(name, &group, self.new) {
            self.add(&source, edits);
        }
        if let Some(lock) = self.lock {
            self.add(lock, lock_edits(lock.text(), name, &group, self.new));
        }
        Ok(self.edits)
    }

    /// Of an attribute: no manifest names one.
    fn attribute(mut self, name: &Name) -> Result<Vec<(Source, Span, String)>, String> {
        let Name::Attribute(owner, old) = name else {
            return Ok(self.edits);
        };
        let files = || self.resources.iter().copied();
        let new_name = Name::Attribute(owner.clone(), self.new.to_owned());
        if let Some(there) = names::places(&new_name, files(), None).first() {
            return Err(self.taken(&there.source, there.span));
        }
        for place in names::places(name, files(), None) {
            self.edits
                .push((place.source, place.span, self.new.to_owned()));
        }
        if let Some(lock) = self.lock {
            let mark = if owner.is_term { "-" } else { "" };
            let written = format!("{mark}{}", owner.id);
            self.add(lock, attribute_edits(lock.text(), &written, old, self.new));
        }
        Ok(self.edits)
    }

    fn add(&mut self, source: &Source, edits: Vec<Edit>) {
        let edits = edits.into_iter();
        let edits = edits.map(|edit| (source.clone(), edit.span(), edit.text().to_owned()));
        self.edits.extend(edits);
    }

    /// Where the manifest has a name. A code with a message of another name has nothing to do with a
    /// message of its own name.
    fn in_manifest(
        &self,
        name: &rename::Name,
        group: &BTreeSet<String>,
        new: &str,
    ) -> Option<(Source, Vec<Edit>)> {
        let (source, places) = self.manifest.as_ref()?;
        let mut edits = Vec::new();
        match name {
            rename::Name::Message(old) => {
                if message_of(places, old).is_none() {
                    edits = code_edits(source, places, old, new);
                }
                edits.extend(message_edits(source, places, old, new));
            }
            rename::Name::Argument { name: old, .. } => {
                for code in group.iter().flat_map(|id| codes_of(Some(places), id)) {
                    edits.extend(argument_edits(source, places, &code, old, new));
                }
            }
            rename::Name::Term(_) | rename::Name::Parameter { .. } => {}
        }
        Some(((*source).clone(), edits))
    }

    /// Refuses a name that stands somewhere already.
    fn free(&self, name: &rename::Name, group: &BTreeSet<String>) -> Result<(), String> {
        let new_name = name.renamed(self.new);
        if let rename::Name::Argument { .. } = name {
            // Whoever shares the old name would share the new one.
            if let Some(id) = taken(&self.resources, group, self.new) {
                let new = self.new;
                return Err(format!(
                    "`{id}` has an argument `{new}` already; choose another name"
                ));
            }
        } else {
            let places = rename::places(&self.resources, &new_name);
            for (resource, places) in self.resources.iter().zip(places) {
                if let Some(span) = places.first() {
                    return Err(self.taken(&resource.source, *span));
                }
            }
        }
        let (source, edits) = self.in_manifest(&new_name, group, "").unzip();
        match (source, edits.iter().flatten().next()) {
            (Some(source), Some(edit)) => Err(self.taken(&source, edit.span())),
            _ => Ok(()),
        }
    }

    fn taken(&self, source: &Source, span: Span) -> String {
        let at = place(source, span);
        format!("`{}` is taken: {at}; choose another name", self.new)
    }
}

fn place(source: &Source, span: Span) -> String {
    let at = source.position(span.start());
    format!("{}:{}:{}", source.path(), at.line, at.column)
}

#[cfg(test)]
mod tests {
    use tolken::Layer;
    use tolken::check::Checker;

    use super::*;
    use crate::lsp::names::Owner;
    use crate::lsp::project::File;

    const LOCK: &str =
        "# sv-SE A = { $x }\n\nsv-SE A = { $x } { $y } { -t }\nsv-SE A.action = { $x }\n";

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
        let lock = Source::new("source.lock", LOCK);
        let edits =
            rename(&project, Some(&lock), name, new)?
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
            "source.lock:3:14 z",
            "source.lock:4:21 z",
        ];
        assert_eq!(renamed(&x, "$z").unwrap(), places);
        assert_eq!(renamed(&x, "z").unwrap(), places);
        assert_eq!(
            renamed(&x, "y").unwrap_err(),
            "`A` has an argument `y` already; choose another name"
        );
        let a = Name::Message("A".to_owned());
        assert_eq!(
            renamed(&a, "C").unwrap(),
            [
                "en-US/a.ftl:2:1 C",
                "sv-SE/a.ftl:1:1 C",
                "catalog.toml:1:8 C",
                "catalog.toml:2:8 C",
                "source.lock:3:7 C",
                "source.lock:4:7 C"
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
                "sv-SE/a.ftl:3:2 u",
                "source.lock:3:28 u"
            ]
        );
        let owner = Owner {
            is_term: false,
            id: "A".to_owned(),
        };
        let action = Name::Attribute(owner, "action".to_owned());
        assert_eq!(
            renamed(&action, ".remedy").unwrap(),
            ["sv-SE/a.ftl:2:6 remedy", "source.lock:4:9 remedy"]
        );
    }
}
