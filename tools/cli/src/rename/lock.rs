//! Where a name is written in `source.lock`, which remembers the text that each translation was made
//! from: `fr-FR InvalidUrl.action = Is { $url } right?`. A name that changes there too leaves every
//! translation as confirmed as it was.

use std::collections::BTreeSet;

use tolken::{Edit, Span};

use super::Name;
use crate::lock::lines;
use crate::tree::words;

/// The edits that give a thing another name; an argument in the messages of its group.
pub(crate) fn lock_edits(
    text: &str,
    name: &Name,
    group: &BTreeSet<String>,
    new: &str,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    for line in lines(text) {
        let (name_at, wording_at, wording) = (line.name_at, line.wording_at, line.wording);
        let id = line.name.split('.').next().unwrap_or_default();
        let mut put = |at: usize, length: usize| {
            edits.push(Edit::new(Span::new(at, at + length), new));
        };
        match name {
            Name::Message(old) | Name::Term(old) => {
                let mark = usize::from(matches!(name, Name::Term(_)));
                let written = name.written();
                if id == written {
                    put(name_at + mark, old.len());
                }
                for found in references(wording, &written) {
                    put(wording_at + found + mark, old.len());
                }
            }
            Name::Argument { name: old, .. } if group.contains(id) => {
                for found in variables(wording, old) {
                    put(wording_at + found, old.len());
                }
            }
            Name::Parameter { term, name: old } => {
                if id.strip_prefix('-') == Some(term) {
                    for found in variables(wording, old) {
                        put(wording_at + found, old.len());
                    }
                }
                for found in options(wording, term, old) {
                    put(wording_at + found, old.len());
                }
            }
            Name::Argument { .. } => {}
        }
    }
    edits
}

/// The edits that give an attribute of a message or a term, as it is written, another name.
pub(crate) fn attribute_edits(text: &str, owner: &str, old: &str, new: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut put = |at: usize| edits.push(Edit::new(Span::new(at, at + old.len()), new));
    for line in lines(text) {
        if line.name.split_once('.') == Some((owner, old)) {
            put(line.name_at + owner.len() + 1);
        }
        for found in references(line.wording, owner) {
            let at = found + owner.len() + 1;
            let is_it = line.wording[found..].starts_with(&format!("{owner}."))
                && words(&line.wording[at..], old).next() == Some(0);
            if is_it {
                put(line.wording_at + at);
            }
        }
    }
    edits
}

/// Where a wording refers to a message or a term, as `{ id }`, `{ id.attribute }` or `{ -id(…) }`.
fn references<'w>(wording: &'w str, written: &'w str) -> impl Iterator<Item = usize> {
    words(wording, written).filter(|at| {
        let after = &wording[at + written.len()..];
        wording[..*at].ends_with("{ ") && after.starts_with([' ', '.', '('])
    })
}

/// Where a wording reads a variable, without the mark.
fn variables<'w>(wording: &'w str, name: &'w str) -> impl Iterator<Item = usize> {
    words(wording, name).filter(|at| {
        let before = wording[..*at].strip_suffix('$').unwrap_or_default();
        before.ends_with(['{', '(', ' ']) && before.contains('{')
    })
}

/// Where a wording gives a term a parameter.
fn options<'w>(wording: &'w str, term: &str, name: &'w str) -> Vec<usize> {
    let call = format!("{{ -{term}(");
    let mut found = Vec::new();
    for (at, _) in wording.match_indices(&call) {
        let from = at + call.len();
        let to = wording[from..]
            .find(')')
            .map_or(wording.len(), |end| from + end);
        let given = words(&wording[from..to], name);
        found.extend(given.map(|at| from + at).filter(|at| {
            let is_first = wording[..*at].ends_with(['(', ' ']);
            is_first && wording[at + name.len()..].starts_with(':')
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::patch::patched;

    const LOCK: &str = "# fr-FR a = { a }\n\nfr-FR a = { $a } a { a } { -a(a: \"a\") }\n\
                        fr-FR a.action = { NUMBER($a) } { a.b }\nfr-FR -a = { $a -> *[a] a $a }\n\
                        fr-FR b = { $a } { a } a = b\n";

    fn renamed(name: &Name) -> String {
        let group = BTreeSet::from(["a".to_owned()]);
        let there = patched(LOCK, &lock_edits(LOCK, name, &group, "new"));
        let back = lock_edits(&there, &name.renamed("new"), &group, "a");
        assert_eq!(patched(&there, &back), LOCK);
        there
    }

    #[test]
    fn what_translations_were_made_from_has_the_new_name() {
        let name = Name::Message("a".to_owned());
        assert_eq!(
            renamed(&name),
            "# fr-FR a = { a }\n\nfr-FR new = { $a } a { new } { -a(a: \"a\") }\n\
             fr-FR new.action = { NUMBER($a) } { new.b }\nfr-FR -a = { $a -> *[a] a $a }\n\
             fr-FR b = { $a } { new } a = b\n"
        );
        let name = Name::Argument {
            message: "a".to_owned(),
            name: "a".to_owned(),
        };
        assert_eq!(
            renamed(&name),
            "# fr-FR a = { a }\n\nfr-FR a = { $new } a { a } { -a(a: \"a\") }\n\
             fr-FR a.action = { NUMBER($new) } { a.b }\nfr-FR -a = { $a -> *[a] a $a }\n\
             fr-FR b = { $a } { a } a = b\n"
        );
        assert!(renamed(&Name::Term("a".to_owned())).contains("{ -new(a: \"a\") }"));
        let name = Name::Parameter {
            term: "a".to_owned(),
            name: "a".to_owned(),
        };
        let shown = renamed(&name);
        assert!(shown.contains("{ -a(new: \"a\") }"), "{shown}");
        assert!(
            shown.contains("fr-FR -a = { $new -> *[a] a $new }"),
            "{shown}"
        );
    }

    #[test]
    fn an_attribute_has_its_new_name_where_it_is_meant() {
        let text = "fr-FR a = { a.b } { -a.b } a.b { a.bc }\nfr-FR a.b = b\nfr-FR a.bc = b\nfr-FR c.b = { a }\n";
        assert_eq!(
            patched(text, &attribute_edits(text, "a", "b", "new")),
            "fr-FR a = { a.new } { -a.b } a.b { a.bc }\nfr-FR a.new = b\nfr-FR a.bc = b\nfr-FR c.b = { a }\n"
        );
        let shown = patched(text, &attribute_edits(text, "-a", "b", "new"));
        assert_eq!(shown, text.replace("-a.b", "-a.new"));
    }
}
