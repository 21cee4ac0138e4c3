//! Where the name of a message, a term, an attribute or an argument is written, over all files.
//!
//! What is found for one name is found to go to a definition and to list references; a rename changes
//! more, such as drafts in comments, and finds it by itself. It needs no compiled catalog, so that a file with mistakes has names as well; and it knows
//! nothing of editors.

use std::collections::{BTreeSet, HashMap, HashSet};

use tolken::syntax::{
    CallArguments, Comment, Element, Entry, Expression, Inline, InlineKind, Message, Pattern,
    Placeable, Resource,
};
use tolken::{Source, Span};

use super::manifest;

/// A name, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Name {
    /// A message; as a rule also a code.
    Message(String),
    /// A term, without its hyphen.
    Term(String),
    /// An attribute of a message or a term.
    Attribute(Owner, String),
    /// An argument of a message, or a parameter of a term.
    Argument(Owner, String),
}

/// What an attribute or an argument belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Owner {
    pub(super) is_term: bool,
    pub(super) id: String,
}

impl Name {
    /// The name alone.
    pub(super) fn text(&self) -> &str {
        match self {
            Name::Message(text)
            | Name::Term(text)
            | Name::Attribute(_, text)
            | Name::Argument(_, text) => text,
        }
    }
}

/// A place where a name is written.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) source: Source,
    pub(super) span: Span,
    /// Whether this is what the name stands for, and not a mention of it.
    pub(super) is_definition: bool,
}

/// The name at a place of a file, and all of its span.
pub(super) fn at(resource: &Resource, offset: usize) -> Option<(Name, Span)> {
    let mut found = None;
    walk(resource, &mut |name, span, _| {
        if span.start() <= offset && offset <= span.end() {
            found = Some((name(), span));
        }
    });
    found
}

/// The name at a place of a manifest. A code whose message has another id is no name of a message, and
/// is not found.
pub(super) fn at_manifest(source: &Source, offset: usize) -> Option<(Name, Span)> {
    let entries = manifest::entries(source.text());
    let messages = messages(&entries);
    let is_here =
        |entry: &&manifest::Entry| entry.span().start() <= offset && offset <= entry.span().end();
    let entry = entries.iter().find(is_here)?;
    let message = |code: &str| messages.get(code).map_or(code, |id| id).to_owned();
    let name = match entry {
        manifest::Entry::Code { code, .. } if messages.contains_key(code.as_str()) => return None,
        manifest::Entry::Code { code, .. } => Name::Message(code.clone()),
        manifest::Entry::Replacement { other, .. } if messages.contains_key(other.as_str()) => {
            return None;
        }
        manifest::Entry::Replacement { other, .. } => Name::Message(other.clone()),
        manifest::Entry::Message { id, .. } => Name::Message(id.clone()),
        manifest::Entry::Argument { code, name, .. } => {
            let id = message(code);
            Name::Argument(Owner { is_term: false, id }, name.clone())
        }
    };
    Some((name, entry.span()))
}

/// The ids of messages that are not the codes they belong to.
fn messages(entries: &[manifest::Entry]) -> HashMap<&str, &str> {
    let named = entries.iter().filter_map(|entry| match entry {
        manifest::Entry::Message { code, id, .. } if code != id => {
            Some((code.as_str(), id.as_str()))
        }
        _ => None,
    });
    named.collect()
}

/// Every place where a name is written, file by file.
pub(super) fn places<'r>(
    name: &Name,
    files: impl Iterator<Item = &'r Resource> + Clone,
    manifest: Option<&Source>,
) -> Vec<Place> {
    // An argument belongs to all messages that hand it to each other.
    let sharing = match name {
        Name::Argument(owner, argument) if !owner.is_term => {
            sharing(&owner.id, argument, files.clone())
        }
        _ => BTreeSet::new(),
    };
    let is_it = |found: &Name| match (name, found) {
        (Name::Argument(owner, text), Name::Argument(other, found)) if !owner.is_term => {
            !other.is_term && found == text && sharing.contains(&other.id)
        }
        _ => found == name,
    };
    let mut places = Vec::new();
    for resource in files {
        // Most files do not hold the name at all.
        if !resource.source.text().contains(name.text()) {
            continue;
        }
        walk(resource, &mut |found, span, is_definition| {
            let is_text = resource.source.slice(span) == name.text();
            if is_text && is_it(&found()) {
                places.push(Place {
                    source: resource.source.clone(),
                    span,
                    is_definition,
                });
            }
        });
    }
    if let Some(source) = manifest {
        in_manifest(name, &sharing, source, &mut places);
    }
    places
}

fn in_manifest(name: &Name, sharing: &BTreeSet<String>, source: &Source, out: &mut Vec<Place>) {
    let entries = manifest::entries(source.text());
    let messages = messages(&entries);
    for entry in &entries {
        let is_it = match (entry, name) {
            (manifest::Entry::Code { code, .. }, Name::Message(id)) => {
                code == id && !messages.contains_key(code.as_str())
            }
            (manifest::Entry::Replacement { other, .. }, Name::Message(id)) => {
                other == id && !messages.contains_key(other.as_str())
            }
            (manifest::Entry::Message { id: known, .. }, Name::Message(id)) => known == id,
            (
                manifest::Entry::Argument {
                    code, name: known, ..
                },
                Name::Argument(owner, name),
            ) if !owner.is_term => {
                let id = messages.get(code.as_str()).map_or(code.as_str(), |id| id);
                known == name && sharing.contains(id)
            }
            _ => false,
        };
        if is_it {
            out.push(Place {
                source: source.clone(),
                span: entry.span(),
                is_definition: false,
            });
        }
    }
}

/// The messages that hand an argument to each other: those that refer to a message which reads it, and
/// so on in both directions.
fn sharing<'r>(
    id: &str,
    argument: &str,
    files: impl Iterator<Item = &'r Resource>,
) -> BTreeSet<String> {
    let mut reading: HashSet<String> = HashSet::new();
    let mut references: Vec<(String, String)> = Vec::new();
    for resource in files {
        for entry in &resource.entries {
            let Entry::Message(message) = entry else {
                continue;
            };
            let own = resource.source.slice(message.id);
            walk_message(resource, message, false, &mut |name, _, is_definition| {
                if is_definition {
                    return;
                }
                match name() {
                    Name::Argument(owner, name) if !owner.is_term && name == argument => {
                        reading.insert(own.to_owned());
                    }
                    Name::Message(other) => references.push((own.to_owned(), other)),
                    _ => {}
                }
            });
        }
    }
    references.sort();
    references.dedup();
    // Whoever refers to one that reads it reads it as well.
    let mut from: HashMap<&str, Vec<&str>> = HashMap::new();
    for (own, other) in &references {
        from.entry(other).or_default().push(own);
    }
    let mut open: Vec<String> = reading.iter().cloned().collect();
    while let Some(read) = open.pop() {
        for own in from.get(read.as_str()).into_iter().flatten() {
            if reading.insert((*own).to_owned()) {
                open.push((*own).to_owned());
            }
        }
    }
    let mut linked: HashMap<&str, Vec<&str>> = HashMap::new();
    for (own, other) in &references {
        if reading.contains(other) {
            linked.entry(own).or_default().push(other);
            linked.entry(other).or_default().push(own);
        }
    }
    let mut sharing = BTreeSet::from([id.to_owned()]);
    let mut open = vec![id];
    while let Some(own) = open.pop() {
        for &other in linked.get(own).into_iter().flatten() {
            if sharing.insert(other.to_owned()) {
                open.push(other);
            }
        }
    }
    sharing
}

/// What is told of a name: the name, made when it is wanted, its place, and whether it is defined there.
type See<'s> = &'s mut dyn FnMut(&dyn Fn() -> Name, Span, bool);

/// Tells every name of a file.
fn walk(resource: &Resource, see: See<'_>) {
    for entry in &resource.entries {
        match entry {
            Entry::Message(message) => walk_message(resource, message, false, see),
            Entry::Term(term) => walk_message(resource, term, true, see),
            Entry::Comment(_) | Entry::Junk(_) => {}
        }
    }
}

fn walk_message(resource: &Resource, message: &Message, is_term: bool, see: See<'_>) {
    let source = &resource.source;
    let text = |span: Span| source.slice(span).to_owned();
    let owner = || Owner {
        is_term,
        id: text(message.id),
    };
    let name = || {
        let id = text(message.id);
        if is_term {
            Name::Term(id)
        } else {
            Name::Message(id)
        }
    };
    see(&name, message.id, true);
    if let Some(comment) = &message.comment {
        for span in described(source, comment) {
            see(&|| Name::Argument(owner(), text(span)), span, false);
        }
    }
    let mut walker = Walker {
        source,
        owner: &owner,
        see,
    };
    if let Some(value) = &message.value {
        walker.pattern(value);
    }
    for attribute in &message.attributes {
        let name = || Name::Attribute(owner(), text(attribute.id));
        (walker.see)(&name, attribute.id, true);
        walker.pattern(&attribute.value);
    }
}

/// The arguments that a comment describes, `$name` each.
fn described(source: &Source, comment: &Comment) -> Vec<Span> {
    let mut spans = Vec::new();
    for line in &comment.lines {
        let text = source.slice(*line);
        for (at, _) in text.match_indices('$') {
            let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
            let rest = &text[at + 1..];
            let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            // A hyphen at its end parts the name from what is said of it.
            let length = rest[..length].trim_end_matches('-').len();
            let start = line.start() + at + 1;
            spans.push(Span::new(start, start + length));
        }
    }
    spans
}

/// What the comment of a message says of an argument: what stands behind its name.
pub(super) fn description<'s>(
    source: &'s Source,
    comment: &Comment,
    argument: &str,
) -> Option<&'s str> {
    let mut spans = described(source, comment).into_iter();
    let span = spans.find(|span| source.slice(*span) == argument)?;
    let line = comment
        .lines
        .iter()
        .find(|line| line.start() <= span.start() && span.end() <= line.end())?;
    let rest = source.slice(Span::new(span.end(), line.end()));
    let rest = rest.trim_start();
    // The type is the manifest's to say.
    let rest = match rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((_, rest)) => rest,
        None => rest,
    };
    let rest = rest.trim_matches([' ', '-', ':', '–', '—']);
    (!rest.is_empty()).then_some(rest)
}

struct Walker<'w, 's> {
    source: &'w Source,
    owner: &'w dyn Fn() -> Owner,
    see: See<'s>,
}

impl Walker<'_, '_> {
    fn pattern(&mut self, pattern: &Pattern) {
        for element in &pattern.elements {
            if let Element::Placeable(placeable) = element {
                self.placeable(placeable);
            }
        }
    }

    fn placeable(&mut self, placeable: &Placeable) {
        match &placeable.expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select(select) => {
                self.inline(&select.selector);
                for variant in &select.variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &Inline) {
        let source = self.source;
        let text = |span: Span| source.slice(span).to_owned();
        match &inline.kind {
            InlineKind::Variable(id) => {
                let owner = self.owner;
                (self.see)(&|| Name::Argument(owner(), text(*id)), *id, false);
            }
            InlineKind::Message(id, attribute) => {
                (self.see)(&|| Name::Message(text(*id)), *id, false);
                self.attribute(false, *id, *attribute);
            }
            InlineKind::Term(id, attribute, arguments) => {
                (self.see)(&|| Name::Term(text(*id)), *id, false);
                self.attribute(true, *id, *attribute);
                for (name, _) in &arguments.named {
                    let owner = || Owner {
                        is_term: true,
                        id: text(*id),
                    };
                    (self.see)(&|| Name::Argument(owner(), text(*name)), *name, false);
                }
                self.arguments(arguments);
            }
            InlineKind::Function(_, arguments) => self.arguments(arguments),
            InlineKind::Placeable(placeable) => self.placeable(placeable),
            InlineKind::String(_) | InlineKind::Number => {}
        }
    }

    fn attribute(&mut self, is_term: bool, id: Span, attribute: Option<Span>) {
        let source = self.source;
        let text = |span: Span| source.slice(span).to_owned();
        if let Some(attribute) = attribute {
            let owner = || Owner {
                is_term,
                id: text(id),
            };
            let name = || Name::Attribute(owner(), text(attribute));
            (self.see)(&name, attribute, false);
        }
    }

    fn arguments(&mut self, arguments: &CallArguments) {
        for inline in &arguments.positional {
            self.inline(inline);
        }
    }
}

#[cfg(test)]
mod tests {
    use tolken::Limits;
    use tolken::syntax::parse;

    use super::*;

    const ENGLISH: &str = "\
# Variables:
#   $x (String) - the file - or folder
A = { $x } and { B }
    .action = See { A.action } { -term($x, case: \"x\") }
B = { C }
C = { $x ->
    [one] { $y }
   *[other] { NUMBER($x) }
}
D = { C } { E }
E = { $y } $x
-term = { $case } { $x }
";

    fn found(name: &Name, texts: &[&str], manifest: Option<&str>) -> Vec<String> {
        let files = texts.iter().map(|text| {
            let source = Source::new("a.ftl", *text);
            parse(&source, &Limits::default()).0
        });
        let files: Vec<_> = files.collect();
        let manifest = manifest.map(|text| Source::new("catalog.toml", text));
        let places = places(name, files.iter(), manifest.as_ref());
        let place = |place: &Place| {
            let at = place.source.position(place.span.start());
            assert_eq!(
                place.source.slice(place.span).trim_matches('"'),
                name.text()
            );
            format!("{}:{}", at.line, at.column)
        };
        places.iter().map(place).collect()
    }

    fn owner(is_term: bool, id: &str) -> Owner {
        Owner {
            is_term,
            id: id.to_owned(),
        }
    }

    #[test]
    fn an_argument_belongs_to_all_messages_that_hand_it_on() {
        let x = Name::Argument(owner(false, "A"), "x".to_owned());
        // Not that of the term, nor a word of the text.
        let places = ["2:6", "3:8", "4:41", "6:8", "8:23"];
        assert_eq!(found(&x, &[ENGLISH], None), places);
        let of_other = Name::Argument(owner(false, "D"), "x".to_owned());
        assert_eq!(found(&of_other, &[ENGLISH], None), places);
        // `E` is no way from one message to another that reads it.
        let y = Name::Argument(owner(false, "E"), "y".to_owned());
        assert_eq!(found(&y, &[ENGLISH], None), ["7:14", "11:8"]);
        let of_term = Name::Argument(owner(true, "term"), "case".to_owned());
        assert_eq!(found(&of_term, &[ENGLISH], None), ["4:44", "12:12"]);
    }

    #[test]
    fn a_message_is_found_in_every_file_and_in_the_manifest() {
        let manifest = "[codes.A]\n[codes.A.args]\nx = {}\n[codes.Z]\nreplaced-by = \"A\"\n";
        let a = Name::Message("A".to_owned());
        assert_eq!(
            found(&a, &[ENGLISH, "A = å\n"], Some(manifest)),
            ["3:1", "4:21", "1:1", "1:8", "2:8", "5:15"]
        );
        let x = Name::Argument(owner(false, "B"), "x".to_owned());
        let places = found(&x, &[ENGLISH], Some(manifest));
        assert_eq!(places.last().map(String::as_str), Some("3:1"));
        let action = Name::Attribute(owner(false, "A"), "action".to_owned());
        assert_eq!(found(&action, &[ENGLISH], None), ["4:6", "4:23"]);
        // A code with a message of another id is not that message.
        let manifest = "[codes.A]\nmessage = \"B\"\n";
        let places = found(&a, &["A = a\n"], Some(manifest));
        assert_eq!(places, ["1:1"]);
    }

    #[test]
    fn the_name_at_a_place_is_the_one_whose_places_hold_it() {
        let source = Source::new("a.ftl", ENGLISH);
        let (resource, _) = parse(&source, &Limits::default());
        let mut names = 0;
        for at in 0..ENGLISH.len() {
            let Some((name, span)) = super::at(&resource, at) else {
                continue;
            };
            names += 1;
            let places = places(&name, [&resource].into_iter(), None);
            assert!(places.iter().any(|place| place.span == span), "{name:?}");
        }
        assert!(names > 40);
    }

    #[test]
    fn what_a_comment_says_of_an_argument() {
        let source = Source::new("a.ftl", ENGLISH);
        let (resource, _) = parse(&source, &Limits::default());
        let Entry::Message(message) = &resource.entries[0] else {
            panic!("it is a message");
        };
        let comment = message.comment.as_ref().unwrap();
        let said = |argument| description(&source, comment, argument);
        assert_eq!(said("x"), Some("the file - or folder"));
        assert_eq!(said("y"), None);
    }
}
