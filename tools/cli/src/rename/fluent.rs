//! Where a name is written in Fluent files: where it is defined, where it is referred to, and in the
//! comments that describe an argument or hold the draft of a message.

use std::collections::{BTreeSet, HashMap, HashSet};

use tolken::syntax::{Comment, Entry, InlineKind, Message, Resource};
use tolken::{Edit, Source, Span};

use super::Name;
use crate::tree::{comments, draft, inlines, words};

/// The edits that give a thing another name, file by file in the order of the files. An argument is
/// renamed in every message of its [`group`].
pub(crate) fn edits(resources: &[&Resource], name: &Name, new: &str) -> Vec<Vec<Edit>> {
    let places = places(resources, name);
    let edits = |spans: Vec<Span>| spans.into_iter().map(|span| Edit::new(span, new)).collect();
    places.into_iter().map(edits).collect()
}

/// Where a thing is named, without marks, file by file in the order of the files.
pub(crate) fn places(resources: &[&Resource], name: &Name) -> Vec<Vec<Span>> {
    let group = match name {
        Name::Argument { message, name } => group(resources, message, name),
        _ => BTreeSet::new(),
    };
    resources
        .iter()
        .map(|resource| {
            let mut spans = BTreeSet::new();
            for entry in &resource.entries {
                of_entry(&resource.source, entry, name, &group, &mut spans);
            }
            for (comment, owner) in comments(resource) {
                of_comment(&resource.source, comment, owner, name, &group, &mut spans);
            }
            spans.into_iter().collect()
        })
        .collect()
}

/// The messages that share an argument, since one refers to another that reads it: it has one name
/// in all of them. The message itself is always among them.
pub(crate) fn group(resources: &[&Resource], message: &str, argument: &str) -> BTreeSet<String> {
    let links = links(resources);
    let readers = readers(resources, &links, argument);
    let mut neighbours: HashMap<&str, Vec<&str>> = HashMap::new();
    for (id, referrers) in &links {
        for referrer in referrers {
            if readers.contains(id) && readers.contains(referrer) {
                neighbours.entry(id).or_default().push(referrer);
                neighbours.entry(referrer).or_default().push(id);
            }
        }
    }
    let mut group = BTreeSet::from([message.to_owned()]);
    let mut next = vec![message];
    while let Some(id) = next.pop() {
        for neighbour in neighbours.get(id).into_iter().flatten() {
            if group.insert((*neighbour).to_owned()) {
                next.push(neighbour);
            }
        }
    }
    group
}

/// A message of a group that has another argument of this name already: it reads it itself, or by
/// reference, or its comment describes it.
pub(crate) fn taken(
    resources: &[&Resource],
    group: &BTreeSet<String>,
    argument: &str,
) -> Option<String> {
    let links = links(resources);
    let readers = readers(resources, &links, argument);
    let reads = group.iter().find(|id| readers.contains(id.as_str()));
    let written = format!("${argument}");
    let described = || {
        resources.iter().find_map(|resource| {
            comments(resource).find_map(|(comment, owner)| {
                let Some(Entry::Message(message)) = owner else {
                    return None;
                };
                let id = resource.source.slice(message.id);
                let mut texts = comment
                    .lines
                    .iter()
                    .map(|line| resource.source.slice(*line));
                let is_it = texts.any(|line| words(line, &written).next().is_some());
                (is_it && group.contains(id)).then(|| id.to_owned())
            })
        })
    };
    reads.cloned().or_else(described)
}

/// Where a name stands in text that is not Fluent, in which it cannot be changed.
pub(crate) fn unread<'r>(resources: &[&'r Resource], name: &Name) -> Option<(&'r Source, Span)> {
    let written = name.written();
    resources.iter().find_map(|resource| {
        let junk = resource.entries.iter().filter_map(|entry| match entry {
            Entry::Junk(span) => Some(*span),
            _ => None,
        });
        let mut found = junk.filter_map(|span| {
            let at = words(resource.source.slice(span), &written).next()?;
            Some(Span::new(span.start() + at, span.end()))
        });
        Some((&resource.source, found.next()?))
    })
}

/// The messages that refer to each message.
fn links<'r>(resources: &[&'r Resource]) -> HashMap<&'r str, HashSet<&'r str>> {
    let mut links: HashMap<&str, HashSet<&str>> = HashMap::new();
    for (source, message) in messages(resources) {
        for inline in inlines(message) {
            if let InlineKind::Message(other, _) = inline.kind {
                let referrers = links.entry(source.slice(other)).or_default();
                referrers.insert(source.slice(message.id));
            }
        }
    }
    links
}

/// The messages that read an argument, themselves or by reference.
fn readers<'r>(
    resources: &[&'r Resource],
    links: &HashMap<&'r str, HashSet<&'r str>>,
    argument: &str,
) -> HashSet<&'r str> {
    let mut readers: HashSet<&str> = HashSet::new();
    for (source, message) in messages(resources) {
        let mut inlines = inlines(message).into_iter();
        let is_read = inlines.any(|inline| match inline.kind {
            InlineKind::Variable(name) => source.slice(name) == argument,
            _ => false,
        });
        if is_read {
            readers.insert(source.slice(message.id));
        }
    }
    // Whoever refers to a message that reads an argument has to be given it.
    let mut next: Vec<&str> = readers.iter().copied().collect();
    while let Some(id) = next.pop() {
        for referrer in links.get(id).into_iter().flatten() {
            if readers.insert(referrer) {
                next.push(referrer);
            }
        }
    }
    readers
}

fn messages<'r>(resources: &[&'r Resource]) -> impl Iterator<Item = (&'r Source, &'r Message)> {
    resources.iter().flat_map(|resource| {
        resource.entries.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some((&resource.source, message)),
            _ => None,
        })
    })
}

fn of_entry(
    source: &Source,
    entry: &Entry,
    name: &Name,
    group: &BTreeSet<String>,
    spans: &mut BTreeSet<Span>,
) {
    let (Entry::Message(message) | Entry::Term(message)) = entry else {
        return;
    };
    let is_term = matches!(entry, Entry::Term(_));
    let id = source.slice(message.id);
    match name {
        Name::Message(old) if !is_term && id == old => _ = spans.insert(message.id),
        Name::Term(old) if is_term && id == old => _ = spans.insert(message.id),
        _ => {}
    }
    for inline in inlines(message) {
        match (name, &inline.kind) {
            (Name::Message(old), InlineKind::Message(id, _))
            | (Name::Term(old), InlineKind::Term(id, ..))
                if source.slice(*id) == old =>
            {
                spans.insert(*id);
            }
            (Name::Argument { name, .. }, InlineKind::Variable(variable))
                if !is_term && source.slice(*variable) == name && group.contains(id) =>
            {
                spans.insert(*variable);
            }
            (Name::Parameter { term, name }, InlineKind::Variable(variable))
                if is_term && source.slice(*variable) == name && id == term =>
            {
                spans.insert(*variable);
            }
            (Name::Parameter { term, name }, InlineKind::Term(id, _, arguments))
                if source.slice(*id) == term =>
            {
                let named = arguments.named.iter().map(|(name, _)| *name);
                spans.extend(named.filter(|known| source.slice(*known) == name));
            }
            _ => {}
        }
    }
}

fn of_comment(
    source: &Source,
    comment: &Comment,
    owner: Option<&Entry>,
    name: &Name,
    group: &BTreeSet<String>,
    spans: &mut BTreeSet<Span>,
) {
    let lines = || {
        comment
            .lines
            .iter()
            .map(|line| (*line, source.slice(*line)))
    };
    let mut drafts = lines().filter_map(|(_, text)| draft(text)).peekable();
    let holds_draft = drafts.peek().is_some();
    let is_about = match (name, owner) {
        (Name::Argument { .. }, Some(Entry::Message(message))) => {
            group.contains(source.slice(message.id))
        }
        (Name::Parameter { term, .. }, Some(Entry::Term(message))) => {
            source.slice(message.id) == term
        }
        // A comment that describes several messages is about no one's argument.
        (Name::Argument { .. }, None) => holds_draft && drafts.all(|id| group.contains(id)),
        (Name::Parameter { term, .. }, None) => {
            holds_draft && drafts.all(|id| id.strip_prefix('-') == Some(term))
        }
        (Name::Message(_) | Name::Term(_), _) => holds_draft,
        _ => false,
    };
    if !is_about {
        return;
    }
    let written = name.written();
    for (line, text) in lines() {
        let own = draft(text);
        for at in words(text, &written) {
            let is_it = match name {
                Name::Argument { .. } | Name::Parameter { .. } => true,
                Name::Message(_) | Name::Term(_) => {
                    let is_defined = at == 0 && own == Some(written.as_str());
                    is_defined || text[..at].trim_end().ends_with('{')
                }
            };
            if is_it {
                let mark = usize::from(!matches!(name, Name::Message(_)));
                let start = line.start() + at;
                spans.insert(Span::new(start + mark, start + written.len()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tolken::{Limits, syntax};

    use super::*;
    use crate::generate;
    use crate::patch::patched;

    /// The texts with a thing under another name, and how often it was named.
    fn renamed(texts: &[String], name: &Name, new: &str) -> (Vec<String>, usize) {
        let sources = texts.iter().map(|text| Source::new("a.ftl", text.as_str()));
        let parsed: Vec<_> = sources
            .map(|source| syntax::parse(&source, &Limits::default()).0)
            .collect();
        let resources: Vec<_> = parsed.iter().collect();
        let edits = edits(&resources, name, new);
        let count = edits.iter().map(Vec::len).sum();
        let texts = texts.iter().zip(&edits);
        (
            texts.map(|(text, edits)| patched(text, edits)).collect(),
            count,
        )
    }

    fn one(text: &str, name: &Name, new: &str) -> String {
        renamed(&[text.to_owned()], name, new).0.remove(0)
    }

    fn argument(message: &str, name: &str) -> Name {
        Name::Argument {
            message: message.to_owned(),
            name: name.to_owned(),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn there_and_back_gives_every_byte(
            texts in prop::collection::vec(generate::resource(), 1..4),
            name in generate::id(),
            variable in generate::variable(),
        ) {
            for name in [
                Name::Message(name.to_owned()),
                Name::Term(name.to_owned()),
                argument(name, variable),
                Name::Parameter { term: name.to_owned(), name: variable.to_owned() },
            ] {
                let old = match &name {
                    Name::Message(id) | Name::Term(id) => id.clone(),
                    Name::Argument { name, .. } | Name::Parameter { name, .. } => name.clone(),
                };
                let (there, count) = renamed(&texts, &name, "Fresh-name");
                let (back, again) = renamed(&there, &name.renamed("Fresh-name"), &old);
                prop_assert_eq!(count, again);
                prop_assert_eq!(&back, &texts);
            }
        }
    }

    #[test]
    fn a_message_is_renamed_where_it_is_meant() {
        let text = "# Old = draft { Old } of { Old.action }, Old\n\nOld = Old { $Old } { -Old } \
                    { \"Old\" }\n    .Old = { OLD(Old) }\nOlder = { $Old ->\n   *[Old] { Old }\n }\n";
        let shown = one(text, &Name::Message("Old".into()), "New");
        assert_eq!(
            shown,
            "# New = draft { New } of { New.action }, Old\n\nNew = Old { $Old } { -Old } \
             { \"Old\" }\n    .Old = { OLD(New) }\nOlder = { $Old ->\n   *[Old] { New }\n }\n"
        );
    }

    #[test]
    fn an_argument_is_renamed_in_all_that_share_it() {
        let text = "# Variables:\n#   $url (String) - not $urls\na = { $url } { b }\nb = { NUMBER($url) }\n\
                    c = { $url }\nd = { a }\n-t = { $url }\n";
        assert_eq!(
            one(text, &argument("d", "url"), "uri"),
            "# Variables:\n#   $uri (String) - not $urls\na = { $uri } { b }\nb = { NUMBER($uri) }\n\
             c = { $url }\nd = { a }\n-t = { $url }\n"
        );
    }

    #[test]
    fn a_parameter_is_renamed_where_the_term_is_called() {
        let text = "-t = { $case ->\n   *[case] x\n }\n-u = { $case }\na = { -t(case: \"case\") } \
                    { -u(case: 1) } { $case }\n";
        let name = Name::Parameter {
            term: "t".into(),
            name: "case".into(),
        };
        assert_eq!(
            one(text, &name, "form"),
            "-t = { $form ->\n   *[case] x\n }\n-u = { $case }\na = { -t(form: \"case\") } \
             { -u(case: 1) } { $case }\n"
        );
    }

    #[test]
    fn a_name_is_taken_by_reference_too() {
        let source = Source::new("a.ftl", "a = { $x } { b }\nb = { $y }\n# $z\nc = { $x }\n");
        let (resource, _) = syntax::parse(&source, &Limits::default());
        let resources = [&resource];
        let taken =
            |message: &str, new: &str| taken(&resources, &group(&resources, message, "x"), new);
        assert_eq!(taken("a", "y"), Some("a".to_owned()));
        assert_eq!(taken("c", "y"), None);
        assert_eq!(taken("c", "z"), Some("c".to_owned()));
    }
}
