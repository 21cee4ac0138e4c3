//! Changes files where texts change, and leaves every other byte alone.
//!
//! Patches are made at the places that the syntax tree gives. What comes out is read again by
//! `verify`, so that no text can write anything but itself.

use std::collections::HashMap;

use tolken::Span;
use tolken::syntax::{Entry, Message};

use super::plan::{Change, New};
use super::texts::{File, Text, Texts};
use super::verify::verify;
use super::wording::{Choice, Kind, Piece, Wording, choice, indented, layout};
use crate::plural::CATEGORIES;

/// A file with its new text.
pub(super) struct Patched {
    /// The file that was there, by its place among those of the locale.
    pub(super) file: Option<usize>,
    /// Its path in the folder of the locale.
    pub(super) name: String,
    pub(super) text: String,
    /// How many texts are changed, and how many are new.
    pub(super) changed: usize,
    pub(super) added: usize,
}

/// The files that some changes make; or the id of one that cannot be made, with the reason.
pub(super) fn patch(
    source: &Texts,
    target: &Texts,
    changes: &[Change<'_>],
) -> Result<Vec<Patched>, (String, String)> {
    let mut drafts: Vec<Draft<'_>> = target.files.iter().map(Draft::of).collect();
    let mut absent: HashMap<&str, Vec<&Change<'_>>> = HashMap::new();
    for change in changes {
        let text = change.pair.source;
        if let Some(present) = change.pair.target {
            drafts[present.file].replace(change);
        } else if let Some((file, message)) = target.message(&text.owner) {
            drafts[file].extend(change, message, &names_before(source, text));
        } else {
            absent.entry(&text.owner).or_default().push(change);
        }
    }
    for file in &source.files {
        let place = target
            .files
            .iter()
            .position(|other| other.name == file.name);
        let mut draft = place.map_or_else(|| Draft::new(&file.name), |place| drafts[place].take());
        draft.insert(file, &mut absent);
        match place {
            Some(place) => drafts[place] = draft,
            None => drafts.push(draft),
        }
    }
    let drafts = drafts.into_iter().enumerate();
    let made = drafts.filter(|(_, draft)| !draft.edits.is_empty());
    made.map(|(place, draft)| {
        let patched = draft.finish((place < target.files.len()).then_some(place))?;
        verify(target, &patched, changes)?;
        Ok(patched)
    })
    .collect()
}

/// A file that is being changed.
#[derive(Default)]
struct Draft<'t> {
    file: Option<&'t File>,
    name: String,
    edits: Vec<(Span, String)>,
    changed: usize,
    added: usize,
}

impl<'t> Draft<'t> {
    fn of(file: &'t File) -> Self {
        Draft {
            file: Some(file),
            ..Draft::new(&file.name)
        }
    }

    fn new(name: &str) -> Self {
        Draft {
            name: name.to_owned(),
            ..Draft::default()
        }
    }

    fn take(&mut self) -> Self {
        std::mem::take(self)
    }

    fn text(&self) -> &'t str {
        self.file.map_or("", |file| file.source.text())
    }

    fn edit(&mut self, start: usize, end: usize, text: String) {
        self.edits.push((Span::new(start, end), text));
    }

    /// Writes a new wording over the one that is there.
    fn replace(&mut self, change: &Change<'_>) {
        let Some(present) = change.pair.target else {
            return;
        };
        let indent = if present.attribute.is_some() { 8 } else { 4 };
        self.changed += 1;
        match &change.new {
            New::Text(wording) => self.wording(&present.wording, wording, indent),
            New::Choice(_) => self.pattern(&present.wording, &whole(change), indent),
            New::Variants(variants) => {
                for (category, wording) in variants {
                    self.variant(&present.wording, category, wording);
                }
            }
        }
    }

    /// Makes a pattern say something else.
    fn wording(&mut self, present: &Wording, new: &Wording, indent: usize) {
        if !self.merge(present, new) {
            self.pattern(present, &new.text, indent);
        }
    }

    /// Changes the words that differ, if the same placeables are in the same order around them.
    fn merge(&mut self, present: &Wording, new: &Wording) -> bool {
        let edits = self.edits.len();
        let is_merged = self.merge_pieces(present, new);
        if !is_merged {
            self.edits.truncate(edits);
        }
        is_merged
    }

    fn merge_pieces(&mut self, present: &Wording, new: &Wording) -> bool {
        let (old, new) = (&present.pieces, &new.pieces);
        // At the beginning of a line, these would begin something else.
        let is_odd = |piece: &Piece| piece.text.starts_with(['.', '*', '[', '}']);
        let mut pairs = old.iter().zip(new);
        if old.len() != new.len() || pairs.any(|(old, new)| is_odd(new) && !is_odd(old)) {
            return false;
        }
        let mut pairs = old.iter().zip(new);
        pairs.all(|(old, new)| match (&old.kind, &new.kind) {
            _ if old.text == new.text => true,
            (Kind::Text, Kind::Text) | (Kind::Value | Kind::Own, Kind::Value | Kind::Own) => {
                self.edit(old.span.start(), old.span.end(), new.text.clone());
                true
            }
            (Kind::Choice(old), Kind::Choice(new)) => {
                let keys = |choice: &Choice| -> Vec<(String, bool)> {
                    let variants = choice.variants.iter();
                    variants
                        .map(|one| (one.key.clone(), one.is_default))
                        .collect()
                };
                let mut variants = old.variants.iter().zip(&new.variants);
                old.selector == new.selector
                    && keys(old) == keys(new)
                    && variants.all(|(old, new)| self.merge_pieces(&old.wording, &new.wording))
            }
            _ => false,
        })
    }

    /// Puts a text in the place of a pattern, as the pattern lies.
    fn pattern(&mut self, present: &Wording, text: &str, indent: usize) {
        let (start, end) = (present.span.start(), present.span.end());
        let before = &self.text()[..start];
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let is_apart = before[line..].trim().is_empty();
        let is_inline = layout(text, 0).starts_with(' ');
        if is_apart && (!is_inline || !text.starts_with(['.', '*', '[', '}'])) {
            self.edit(start, end, indented(text, start - line));
        } else if !is_apart && is_inline {
            self.edit(start, end, indented(text, indent));
        } else {
            let equals = before.rfind('=').map_or(start, |at| at + 1);
            self.edit(equals, end, layout(text, indent));
        }
    }

    /// Puts a text in the place of a variant, or a variant before the one that it precedes.
    fn variant(&mut self, present: &Wording, category: &str, new: &Wording) {
        let text = new.text.as_str();
        let Some(choice) = present.choice() else {
            return;
        };
        let source = self.text();
        let line_of = |at: usize| source[..at].rfind('\n').map_or(0, |at| at + 1);
        let column = |key: Span| {
            let bracket = source[..key.start()].rfind('[').unwrap_or(key.start());
            (line_of(bracket), bracket - line_of(bracket))
        };
        let variants = || choice.variants.iter();
        if let Some(variant) = variants().find(|variant| variant.key == category) {
            if self.merge(&variant.wording, new) {
                return;
            }
            let (start, end) = (variant.wording.span.start(), variant.wording.span.end());
            let (_, indent) = column(variant.key_span);
            let bracket = source[..start].rfind(']').map_or(start, |at| at + 1);
            let is_apart = source[bracket..start].contains('\n');
            let is_inline = layout(text, 0).starts_with(' ');
            if !is_apart && is_inline {
                self.edit(start, end, text.to_owned());
            } else {
                self.edit(bracket, end, layout(text, indent + 4));
            }
            return;
        }
        let order = |key: &str| CATEGORIES.iter().position(|known| *known == key);
        let next = variants().find(|variant| order(&variant.key) > order(category));
        let Some(next) = next.or(choice.variants.last()) else {
            return;
        };
        let (line, indent) = column(next.key_span);
        let written = layout(text, indent + 4);
        self.edit(line, line, format!("{:indent$}[{category}]{written}\n", ""));
    }

    /// Adds a value, or an attribute behind those of some names, to a message that is there.
    fn extend(&mut self, change: &Change<'_>, message: &Message, names: &[&str]) {
        let text = self.text();
        let written = whole(change);
        self.added += 1;
        let Some(name) = change.pair.source.name() else {
            let equals = text[message.id.end()..].find('=');
            let at = equals.map_or(message.id.end(), |at| message.id.end() + at + 1);
            return self.edit(at, at, layout(&written, 4));
        };
        let mut known = message.attributes.iter().rev();
        let before = known.find(|attribute| names.contains(&&text[attribute.id.range()]));
        let behind = match (before, &message.value) {
            (Some(attribute), _) => attribute.value.span().end(),
            (None, Some(value)) => value.span().end(),
            (None, None) => message.id.end(),
        };
        let at = line_end(text, behind);
        self.edit(at, at, format!("\n    .{name} ={}", layout(&written, 8)));
    }

    /// Adds messages of a source file that are not there, each behind the one that it follows in
    /// the source.
    fn insert(&mut self, source: &File, absent: &mut HashMap<&str, Vec<&Change<'_>>>) {
        let text = self.text();
        let present: HashMap<String, &Message> = self
            .file
            .iter()
            .flat_map(|file| file.messages())
            .map(|(_, id, message)| (id, message))
            .collect();
        let is_present = |id: &str| present.contains_key(id);
        let first = source.messages().find(|(_, id, _)| is_present(id));
        let first = first.map(|(_, id, _)| line_start(text, present[&id]));
        let mut last = None;
        let mut is_empty = text.trim().is_empty();
        for (_, id, message) in source.messages() {
            if let Some(message) = present.get(&id) {
                last = Some(line_end(text, message.span.end()));
                continue;
            }
            let Some(changes) = absent.remove(id.as_str()) else {
                continue;
            };
            self.added += changes.len();
            let written = message_of(&id, &changes);
            let gap = if follows_blank(source, message) {
                "\n"
            } else {
                ""
            };
            match (last, first) {
                (Some(at), _) => self.edit(at, at, format!("\n{gap}{written}")),
                (None, Some(at)) => self.edit(at, at, format!("{written}\n{gap}")),
                (None, None) => {
                    let is_first = self.edits.is_empty();
                    let end = text.len();
                    let open = if is_first && !text.is_empty() && !text.ends_with('\n') {
                        "\n"
                    } else {
                        ""
                    };
                    // Right below a comment it would be the comment's.
                    let gap = if is_empty {
                        ""
                    } else if is_first {
                        "\n"
                    } else {
                        gap
                    };
                    self.edit(end, end, format!("{open}{gap}{written}\n"));
                    is_empty = false;
                }
            }
        }
    }

    fn finish(mut self, file: Option<usize>) -> Result<Patched, (String, String)> {
        let source = self.text();
        let line_end = if source.contains("\r\n") {
            "\r\n"
        } else {
            "\n"
        };
        self.edits.sort_by_key(|(span, _)| *span);
        let mut text = String::with_capacity(source.len());
        let mut at = 0;
        for (span, new) in &self.edits {
            let before = source.get(at..span.start()).ok_or_else(|| {
                let why = "two changes meet in one place".to_owned();
                (self.name.clone(), why)
            })?;
            text.push_str(before);
            text.push_str(&new.replace('\n', line_end));
            at = span.end();
        }
        text.push_str(source.get(at..).unwrap_or_default());
        Ok(Patched {
            file,
            name: self.name,
            text,
            changed: self.changed,
            added: self.added,
        })
    }
}

/// The names of the attributes that stand before one in the source.
fn names_before<'s>(source: &'s Texts, text: &Text) -> Vec<&'s str> {
    let file = &source.files[text.file];
    match &file.resource.entries[text.entry] {
        Entry::Message(message) | Entry::Term(message) => {
            let before = &message.attributes[..text.attribute.unwrap_or_default()];
            let names = before
                .iter()
                .map(|attribute| file.source.slice(attribute.id));
            names.collect()
        }
        Entry::Comment(_) | Entry::Junk(_) => Vec::new(),
    }
}

/// A text that is wholly new.
pub(super) fn whole(change: &Change<'_>) -> String {
    match &change.new {
        New::Text(wording) => wording.text.clone(),
        New::Variants(variants) | New::Choice(variants) => {
            let source = change.pair.source.wording.choice();
            let selector = source.map_or("", |choice| choice.selector.as_str());
            let variants = variants.iter();
            choice(
                selector,
                variants.map(|(key, wording)| (*key, *key == "other", wording.text.as_str())),
            )
        }
    }
}

/// A message of which nothing was there.
fn message_of(id: &str, changes: &[&Change<'_>]) -> String {
    let mut written = format!("{id} =");
    for change in changes {
        match change.pair.source.name() {
            None => written.push_str(&layout(&whole(change), 4)),
            Some(name) => {
                written.push_str("\n    .");
                written.push_str(name);
                written.push_str(" =");
                written.push_str(&layout(&whole(change), 8));
            }
        }
    }
    written
}

/// Where the line that holds a place ends.
fn line_end(text: &str, from: usize) -> usize {
    let end = text[from..].find('\n').map_or(text.len(), |at| from + at);
    let is_return = end > from && text[..end].ends_with('\r');
    end - usize::from(is_return)
}

/// Where a message begins, with the comment above it.
fn line_start(text: &str, message: &Message) -> usize {
    let comment = message
        .comment
        .as_ref()
        .and_then(|comment| comment.lines.first());
    let first = comment.map_or(message.span.start(), |line| line.start());
    text[..first].rfind('\n').map_or(0, |at| at + 1)
}

/// Whether a blank line is above a message.
fn follows_blank(file: &File, message: &Message) -> bool {
    let text = file.source.text();
    let above = &text[..line_start(text, message)];
    let above = above.strip_suffix('\n').unwrap_or(above);
    above
        .rsplit('\n')
        .next()
        .is_some_and(|line| line.trim().is_empty())
        && !above.is_empty()
}
