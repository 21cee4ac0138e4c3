//! The texts of one locale: each value and each attribute of its files, by an id that stays.

use std::collections::HashMap;

use tolken::syntax::{Comment, Entry, Message, Pattern, Resource, parse};
use tolken::{Limits, Source};

use super::wording::Wording;

/// The file of earlier wordings, which nobody translates.
const FORMER: &str = "former.ftl";

/// What a locale says.
pub(super) struct Texts {
    pub(super) files: Vec<File>,
    /// In the order of their files.
    pub(super) all: Vec<Text>,
    by_id: HashMap<String, usize>,
    /// The file and the entry of each message.
    messages: HashMap<String, (usize, usize)>,
}

/// A file of a locale.
pub(super) struct File {
    pub(super) source: Source,
    pub(super) resource: Resource,
    /// Its path in the folder of the locale.
    pub(super) name: String,
    /// What is said of all of it, `###`.
    pub(super) notes: Vec<String>,
}

/// A value or an attribute.
pub(super) struct Text {
    /// `Code`, `Code.action` or `-term`.
    pub(super) id: String,
    /// The id without the attribute.
    pub(super) owner: String,
    /// The place of its file among the files, and of its message among the entries of that.
    pub(super) file: usize,
    pub(super) entry: usize,
    /// The place of the attribute in its message.
    pub(super) attribute: Option<usize>,
    pub(super) wording: Wording,
    /// What its comments say.
    pub(super) notes: Vec<String>,
}

impl Texts {
    /// Reads the files of a locale; the first message of an id is it.
    pub(super) fn read<'s>(files: impl Iterator<Item = (String, &'s Source)>) -> Self {
        let mut texts = Texts {
            files: Vec::new(),
            all: Vec::new(),
            by_id: HashMap::new(),
            messages: HashMap::new(),
        };
        for (name, source) in files.filter(|(name, _)| name != FORMER) {
            let (resource, _) = parse(source, &Limits::default());
            texts.add(File {
                source: source.clone(),
                resource,
                name,
                notes: Vec::new(),
            });
        }
        texts
    }

    pub(super) fn find(&self, id: &str) -> Option<&Text> {
        self.by_id.get(id).map(|&index| &self.all[index])
    }

    /// The message of an id, and the place of its file.
    pub(super) fn message(&self, owner: &str) -> Option<(usize, &Message)> {
        let (file, entry) = *self.messages.get(owner)?;
        match &self.files[file].resource.entries[entry] {
            Entry::Message(message) | Entry::Term(message) => Some((file, message)),
            Entry::Comment(_) | Entry::Junk(_) => None,
        }
    }

    fn add(&mut self, mut file: File) {
        let place = self.files.len();
        let source = file.source.clone();
        let mut group = None;
        for (entry, part) in file.resource.entries.iter().enumerate() {
            match part {
                Entry::Comment(comment) if comment.level == 2 => {
                    group = words(&source, comment);
                }
                Entry::Comment(comment) if comment.level == 3 => {
                    file.notes.extend(words(&source, comment));
                }
                Entry::Message(message) | Entry::Term(message) => {
                    let is_term = matches!(part, Entry::Term(_));
                    let mark = if is_term { "-" } else { "" };
                    let owner = format!("{mark}{}", source.slice(message.id));
                    self.messages.entry(owner.clone()).or_insert((place, entry));
                    let comment = message.comment.as_deref();
                    let comment = comment.and_then(|comment| words(&source, comment));
                    let notes: Vec<_> = group.iter().cloned().chain(comment).collect();
                    let mut add = |id: String, attribute: Option<usize>, pattern: &Pattern| {
                        let known = self.by_id.len();
                        if *self.by_id.entry(id.clone()).or_insert(known) == known {
                            self.all.push(Text {
                                id,
                                owner: owner.clone(),
                                file: place,
                                entry,
                                attribute,
                                wording: Wording::of(&source, pattern),
                                notes: notes.clone(),
                            });
                        }
                    };
                    if let Some(value) = &message.value {
                        add(owner.clone(), None, value);
                    }
                    for (index, attribute) in message.attributes.iter().enumerate() {
                        let name = source.slice(attribute.id);
                        add(format!("{owner}.{name}"), Some(index), &attribute.value);
                    }
                }
                Entry::Comment(_) | Entry::Junk(_) => {}
            }
        }
        self.files.push(file);
    }
}

impl File {
    /// The messages and terms, each with its place among the entries and its id.
    pub(super) fn messages(&self) -> impl DoubleEndedIterator<Item = (usize, String, &Message)> {
        let entries = self.resource.entries.iter().enumerate();
        entries.filter_map(|(place, entry)| {
            let id = |message: &Message| self.source.slice(message.id);
            match entry {
                Entry::Message(message) => Some((place, id(message).to_owned(), message)),
                Entry::Term(message) => Some((place, format!("-{}", id(message)), message)),
                Entry::Comment(_) | Entry::Junk(_) => None,
            }
        })
    }
}

impl Text {
    /// The name of the attribute, if it is one's.
    pub(super) fn name(&self) -> Option<&str> {
        self.id.strip_prefix(&self.owner)?.strip_prefix('.')
    }

    /// Whether it is an attribute of a term: what other messages ask of its grammar, and no text.
    pub(super) fn is_grammar(&self) -> bool {
        self.owner.starts_with('-') && self.name().is_some()
    }
}

/// How long a note may be: each text has those of its message and its group.
const LONGEST_NOTE: usize = 2_000;

/// What a comment says, without what it says to tolken.
fn words(source: &Source, comment: &Comment) -> Option<String> {
    let lines = comment.lines.iter().map(|line| source.slice(*line));
    let lines: Vec<_> = lines
        .map(str::trim_end)
        .filter(|line| !line.trim_start().starts_with("tolken:"))
        .collect();
    let mut text = presentable(&lines.join("\n"));
    if let Some((end, _)) = text.char_indices().nth(LONGEST_NOTE) {
        text.truncate(end);
        text.push('…');
    }
    let text = text.trim_matches('\n');
    (!text.is_empty()).then(|| text.to_owned())
}

/// The text without what no other format can hold.
pub(super) fn presentable(text: &str) -> String {
    let is_odd = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    text.replace(is_odd, "\u{FFFD}")
}
