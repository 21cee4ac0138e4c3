//! What a new name changes, and whether it may be had.

use std::collections::BTreeSet;

use anyhow::bail;
use tolken::syntax::{Entry, InlineKind, Resource};
use tolken::{Code, Edit, Source, Span};

use crate::command::sources::Sources;
use crate::hint::{self, all_of};
use crate::places::Places;
use crate::rename::{
    Name, argument_edits, code_edits, codes_of, edits, group, lock_edits, message_edits,
    message_of, places, taken, unread,
};
use crate::tree::{Part, comments, inlines, is_identifier, patterns, visit, words};
use tolken::check::nearest;

/// How many places of one kind are told.
const MOST: usize = 10;

/// What a name is changed in.
pub(super) struct Work<'s> {
    pub(super) sources: &'s Sources,
    pub(super) manifest: Option<(&'s Source, Places)>,
    pub(super) resources: Vec<&'s Resource>,
}

/// The edits by file, and what is to be said of them.
pub(super) struct Changed<'s> {
    pub(super) edits: Vec<(&'s Source, Vec<Edit>)>,
    pub(super) notes: Vec<String>,
}

impl<'s> Work<'s> {
    pub(super) fn code(&self, old: &str, new: &str) -> anyhow::Result<Changed<'s>> {
        let catalog = &self.sources.catalog;
        let name = Name::Message(old.to_owned());
        let own_message = self.message_of(old);
        let is_code = self.has_code(old);
        let in_files = places(&self.resources, &name);
        // A code with a message of another name has nothing to do with a message of its own name.
        let with_message = own_message.is_none();
        let is_message = with_message && in_files.iter().any(|places| !places.is_empty());
        if !is_code && !is_message {
            let near = nearest(old, catalog.names());
            bail!("unknown code `{old}`; {}", or_list(near));
        }
        same(old, new)?;
        if is_message && !is_identifier(new) || new.is_empty() {
            identifier(new, "the message has the name of its code")?;
        }
        if self.has_code(new) {
            let retired = catalog.code(new).is_some_and(Code::is_retired);
            let is = if retired {
                "is a code already, a retired one"
            } else {
                "is a code already"
            };
            bail!("`{new}` {is}; choose another name");
        }
        let new_name = Name::Message(new.to_owned());
        if is_message || own_message.as_deref() != Some(new) {
            self.free(&new_name)?;
        }
        self.readable(&name)?;
        let mut changed = self.changed(if is_message { Some(&name) } else { None }, new);
        if let Some((source, places)) = &self.manifest {
            let mut edits = code_edits(source, places, old, new);
            if is_message {
                edits.extend(message_edits(source, places, old, new));
            }
            changed.edits.insert(0, (source, edits));
        }
        if let Some(message) = own_message {
            changed.notes.push(format!(
                "the message of the code keeps its name, `{message}`"
            ));
        }
        self.mentions(old, &mut changed);
        if is_code || self.manifest.is_none() {
            changed.notes.push(format!(
                "a code is part of an API: clients that know `{old}` break"
            ));
        }
        if is_code {
            changed.notes.push(format!(
                "to let both answer, keep `{old}` with `retired = true` and `replaced-by = \"{new}\"`"
            ));
        }
        Ok(changed)
    }

    pub(super) fn term(&self, old: &str, new: &str) -> anyhow::Result<Changed<'s>> {
        let name = Name::Term(old.to_owned());
        let is_there = places(&self.resources, &name)
            .iter()
            .any(|places| !places.is_empty());
        if !is_there {
            let near = nearest(old, self.terms());
            match near {
                Some(near) => bail!("unknown term `-{old}`; did you mean `-{near}`?"),
                None => bail!("unknown term `-{old}`; no file has it"),
            }
        }
        same(old, new)?;
        identifier(new, "Fluent wants it so")?;
        self.free(&Name::Term(new.to_owned()))?;
        self.readable(&name)?;
        Ok(self.changed(Some(&name), new))
    }

    pub(super) fn argument(
        &self,
        owner: &str,
        old: &str,
        new: &str,
    ) -> anyhow::Result<Changed<'s>> {
        let message = self.owner(owner)?;
        let name = match (&message, owner.strip_prefix('-')) {
            (None, Some(term)) => Name::Parameter {
                term: term.to_owned(),
                name: old.to_owned(),
            },
            (message, _) => Name::Argument {
                message: message.clone().unwrap_or_default(),
                name: old.to_owned(),
            },
        };
        let group = message.map(|message| group(&self.resources, &message, old));
        let codes: Vec<_> = group
            .iter()
            .flatten()
            .flat_map(|id| codes_of(self.manifest.as_ref().map(|(_, places)| places), id))
            .collect();
        let in_manifest = |name: &str, new: &str| -> Vec<Edit> {
            let Some((source, places)) = &self.manifest else {
                return Vec::new();
            };
            let edits = codes.iter();
            edits
                .flat_map(|code| argument_edits(source, places, code, name, new))
                .collect()
        };
        let declared = in_manifest(old, new);
        let is_read = places(&self.resources, &name)
            .iter()
            .any(|places| !places.is_empty());
        if !is_read && declared.is_empty() {
            let known = self.arguments(owner);
            match nearest(old, known.iter().map(String::as_str)) {
                Some(near) => bail!("`{owner}` has no argument `{old}`; did you mean `{near}`?"),
                None if known.is_empty() => bail!("`{owner}` takes no arguments"),
                None => bail!(
                    "`{owner}` has no argument `{old}`; it has {}",
                    all_of(known.iter().map(String::as_str))
                ),
            }
        }
        same(old, new)?;
        identifier(new, "Fluent wants it so")?;
        if !in_manifest(new, old).is_empty() {
            bail!("`{owner}` has an argument `{new}` already; choose another name");
        }
        if let Some(group) = &group {
            // Whoever shares the old name would share the new one.
            if let Some(id) = taken(&self.resources, group, new) {
                bail!("`{id}` has an argument `{new}` already; choose another name");
            }
        } else {
            self.free(&name.renamed(new))?;
        }
        self.readable(&name)?;
        let mut changed = self.changed(Some(&name), new);
        if let (Some((source, _)), false) = (&self.manifest, declared.is_empty()) {
            changed.edits.insert(0, (source, declared));
        }
        let shared: Vec<_> = group.iter().flatten().filter(|id| *id != owner).collect();
        let own = self.message_of(owner);
        let shared: Vec<_> = shared
            .into_iter()
            .filter(|id| Some(*id) != own.as_ref())
            .collect();
        if !shared.is_empty() {
            let shared = all_of(shared.into_iter().map(String::as_str));
            changed.notes.push(format!(
                "the argument has its new name in {shared} too, which share it by reference"
            ));
        }
        if group.is_some() {
            changed.notes.push(format!(
                "callers of `{owner}` have to send `{new}` in the place of `{old}`"
            ));
        }
        Ok(changed)
    }

    /// The message whose arguments are a code's; of a term, whose parameters are its own, none.
    fn owner(&self, owner: &str) -> anyhow::Result<Option<String>> {
        if let Some(term) = owner.strip_prefix('-') {
            if self.terms().contains(&term) {
                return Ok(None);
            }
            match nearest(term, self.terms()) {
                Some(near) => bail!("unknown term `{owner}`; did you mean `-{near}`?"),
                None => bail!("unknown term `{owner}`; no file has it"),
            }
        }
        if !self.has_code(owner) && !self.sources.catalog.contains(owner) {
            let near = nearest(owner, self.sources.catalog.names());
            bail!("unknown code `{owner}`; {}", or_list(near));
        }
        let message = self.message_of(owner);
        Ok(Some(message.unwrap_or_else(|| owner.to_owned())))
    }

    fn changed(&self, name: Option<&Name>, new: &str) -> Changed<'s> {
        let mut all: Vec<(&Source, Vec<Edit>)> = Vec::new();
        if let Some(name) = name {
            let files = self.resources.iter().map(|resource| &resource.source);
            all.extend(files.zip(edits(&self.resources, name, new)));
            if let Some(lock) = &self.sources.lock {
                let group = match name {
                    Name::Argument { message, name } => group(&self.resources, message, name),
                    _ => BTreeSet::new(),
                };
                all.push((lock, lock_edits(lock.text(), name, &group, new)));
            }
        }
        Changed {
            edits: all,
            notes: Vec::new(),
        }
    }

    /// The id of the message of a code, where that is not the code.
    fn message_of(&self, code: &str) -> Option<String> {
        let (_, places) = self.manifest.as_ref()?;
        message_of(places, code)
    }

    fn has_code(&self, code: &str) -> bool {
        let manifest = self.manifest.as_ref();
        manifest.is_some_and(|(_, places)| !places.keys_at(&[Some("codes"), Some(code)]).is_empty())
    }

    fn terms(&self) -> Vec<&str> {
        let mut terms = Vec::new();
        for resource in &self.resources {
            for entry in &resource.entries {
                if let Entry::Term(term) = entry {
                    terms.push(resource.source.slice(term.id));
                }
            }
        }
        terms
    }

    /// What an argument of a code, or a parameter of a term, may be called.
    fn arguments(&self, owner: &str) -> Vec<String> {
        let Some(term) = owner.strip_prefix('-') else {
            let known = hint::arguments(&self.sources.catalog, owner);
            return known.into_iter().map(str::to_owned).collect();
        };
        let mut names = Vec::new();
        for resource in &self.resources {
            for entry in &resource.entries {
                let Entry::Term(message) = entry else {
                    continue;
                };
                if resource.source.slice(message.id) != term {
                    continue;
                }
                for inline in inlines(message) {
                    if let InlineKind::Variable(name) = inline.kind {
                        names.push(resource.source.slice(name).to_owned());
                    }
                }
            }
        }
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Refuses a name that stands in a file already.
    fn free(&self, name: &Name) -> anyhow::Result<()> {
        let places = places(&self.resources, name);
        for (resource, places) in self.resources.iter().zip(places) {
            if let Some(span) = places.first() {
                bail!(
                    "`{}` is used already, at {}; choose another name",
                    name.written(),
                    place(&resource.source, *span)
                );
            }
        }
        Ok(())
    }

    /// Refuses to change what cannot be read: a name in it would be left behind.
    fn readable(&self, name: &Name) -> anyhow::Result<()> {
        if let Some((source, span)) = unread(&self.resources, name) {
            bail!(
                "`{}` stands in text that is not Fluent, at {}; correct it first, `tolken check` \
                 says how",
                name.written(),
                place(source, span)
            );
        }
        Ok(())
    }

    /// Tells where a code is mentioned in a sentence, which is for a human to mend.
    fn mentions(&self, old: &str, changed: &mut Changed<'_>) {
        // What reads like a word may be one.
        if !old
            .chars()
            .skip(1)
            .any(|c| c.is_uppercase() || c.is_ascii_digit() || c == '_')
        {
            return;
        }
        let mut found = Vec::new();
        for resource in &self.resources {
            let source = &resource.source;
            for entry in &resource.entries {
                let (Entry::Message(message) | Entry::Term(message)) = entry else {
                    continue;
                };
                for pattern in patterns(message) {
                    visit(pattern, &mut |part| {
                        if let Part::Text(span) = part {
                            let at = words(source.slice(span), old).map(|at| span.start() + at);
                            found.extend(at.map(|at| place(source, Span::new(at, at))));
                        }
                    });
                }
            }
            for (comment, _) in comments(resource) {
                for line in &comment.lines {
                    let at = words(source.slice(*line), old).map(|at| line.start() + at);
                    let is_edited = |at: &usize| {
                        changed.edits.iter().any(|(edited, edits)| {
                            edited.path() == source.path()
                                && edits.iter().any(|edit| edit.span().start() == *at)
                        })
                    };
                    let left = at.filter(|at| !is_edited(at));
                    found.extend(left.map(|at| place(source, Span::new(at, at))));
                }
            }
        }
        if found.is_empty() {
            return;
        }
        let more = found.len().saturating_sub(MOST);
        found.truncate(MOST);
        let and_more = if more > 0 {
            format!(" and {more} more places")
        } else {
            String::new()
        };
        changed.notes.push(format!(
            "`{old}` is still mentioned at {}{and_more}",
            found.join(", ")
        ));
    }
}

fn place(source: &Source, span: Span) -> String {
    let position = source.position(span.start());
    format!("{}:{}:{}", source.path(), position.line, position.column)
}

fn same(old: &str, new: &str) -> anyhow::Result<()> {
    if old == new {
        bail!("`{new}` is the name that it has");
    }
    Ok(())
}

fn identifier(name: &str, why: &str) -> anyhow::Result<()> {
    if !is_identifier(name) {
        bail!(
            "expected a name of letters, digits, `-` and `_`, a letter first, but found `{name}`; {why}"
        );
    }
    Ok(())
}

fn or_list(near: Option<&str>) -> String {
    match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`tolken list` shows the codes".to_owned(),
    }
}
