//! Mends a file: the fixes of its findings, put in where they stand, every other byte left alone.

use std::collections::HashSet;

use crate::finding::{Edit, Finding};
use crate::source::Source;

/// The text of a file with the fixes of its findings, and how many findings they mend; `None` when
/// there is nothing to mend for certain.
///
/// Of two fixes that touch the same bytes, the first is put in; checking again finds the other. So it
/// is when one writes an argument that another gives its right name. A
/// file that is not UTF-8 is not mended, since its bytes would not survive.
///
/// # Example
///
/// ```
/// use tolken::check::{Checker, fixed};
/// use tolken::Layer;
///
/// let layer = Layer::new()
///     .source("en-US", "en-US/a.ftl", "Name = Domain name\n")
///     .source("sv-SE", "sv-SE/a.ftl", "Name =   Domän namn\n");
/// let checked = Checker::new().layer(layer).run()?;
/// let source = checked.findings()[0].source();
/// assert_eq!(fixed(source, checked.findings()), Some(("Name =   Domännamn\n".to_owned(), 1)));
/// # Ok::<(), tolken::Error>(())
/// ```
#[must_use]
pub fn fixed(source: &Source, findings: &[Finding]) -> Option<(String, usize)> {
    let (taken, mended) = edits(source, findings);
    if mended == 0 {
        return None;
    }
    let text = source.text();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in taken {
        out.push_str(&text[at..edit.span().start()]);
        out.push_str(edit.text());
        at = edit.span().end();
    }
    out.push_str(&text[at..]);
    Some((out, mended))
}

/// The edits of which [`fixed`] makes the text, in the order of their places, none of which overlap,
/// and how many findings they mend.
///
/// # Example
///
/// ```
/// use tolken::check::{Checker, edits};
/// use tolken::Layer;
///
/// let layer = Layer::new()
///     .source("en-US", "en-US/a.ftl", "Name = Domain name\n")
///     .source("sv-SE", "sv-SE/a.ftl", "Name =   Domän namn\n");
/// let checked = Checker::new().layer(layer).run()?;
/// let source = checked.findings()[0].source();
/// let (edits, mended) = edits(source, checked.findings());
/// assert_eq!((edits[0].text(), edits[0].span().start(), mended), ("Domännamn", 9, 1));
/// # Ok::<(), tolken::Error>(())
/// ```
#[must_use]
pub fn edits<'f>(source: &Source, findings: &'f [Finding]) -> (Vec<&'f Edit>, usize) {
    if source.is_undecodable_anywhere() {
        return (Vec::new(), 0);
    }
    let text = source.text();
    let is_here = |finding: &&Finding| finding.source().address() == source.address();
    let fixes = findings.iter().filter(is_here).filter_map(Finding::fix);
    let mut taken: Vec<&Edit> = Vec::new();
    let mut mended = 0;
    let mut fixes: Vec<_> = fixes.collect();
    fixes.sort_by_key(|fix| fix.edits().first().map(Edit::span));
    let mut renamed: HashSet<&str> = HashSet::new();
    let mut places = std::collections::BTreeMap::new();
    for fix in fixes {
        let is_free = fix.edits().iter().all(|edit| {
            let span = edit.span();
            // Those that are taken do not overlap, so the last of them reaches furthest.
            let behind = span.end().max(span.start() + 1);
            let before = places.range(..behind).next_back();
            let overlaps = before.is_some_and(|(&start, &end): (&usize, &usize)| {
                end > span.start() || start == span.start()
            });
            !overlaps && text.get(span.range()).is_some()
        });
        let is_free = is_free && !fix.edits().iter().any(|edit| names_any(edit, &renamed));
        if !is_free || fix.edits().is_empty() {
            continue;
        }
        for edit in fix.edits() {
            places.insert(edit.span().start(), edit.span().end());
            taken.push(edit);
            renamed.extend(text.get(edit.span().range()));
        }
        mended += 1;
    }
    taken.sort_by_key(|edit| edit.span());
    (taken, mended)
}

/// Whether an edit writes an argument of one of these names.
fn names_any(edit: &Edit, names: &HashSet<&str>) -> bool {
    let behind_marks = edit.text().split('$').skip(1);
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    behind_marks
        .map(|text| &text[..text.find(|c| !is_name(c)).unwrap_or(text.len())])
        .any(|name| names.contains(name))
}
