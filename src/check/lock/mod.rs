//! The lock, `source.lock`: the wording of the source locale that each translation was made from.
//!
//! Owns the file's form: a line for each translation, `fr-FR InvalidUrl.action = …`. Every line is a
//! fact by itself, that somebody held this translation to be one of that wording, so lines mean the
//! same in any order, and of two lines of one translation both hold. A merge can then do no harm. It
//! is separate from the rules because confirming writes what they read.

mod difference;
mod translation;
mod wording;

use std::collections::BTreeMap;

pub(super) use self::difference::difference;
pub use self::translation::{Confirmation, State, Translation, Translations};
pub(super) use self::wording::wording;

use crate::catalog::locale_name;
use crate::finding::{Edit, Finding, Rule};
use crate::findings::Findings;
use crate::source::{Source, Span};

/// The name of the lock in a folder of locales.
pub const LOCK: &str = "source.lock";

/// A lock as read.
#[derive(Debug)]
pub(super) struct Lock {
    source: Source,
    /// By the tag of the locale; sorted by name and wording.
    locales: BTreeMap<String, Vec<Line>>,
    /// How many lines could not be read.
    pub(super) unread: usize,
}

/// The wording that a translation was made from.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// `id`, `id.attribute` or `-id`.
    name: Span,
    wording: Span,
}

impl Lock {
    /// Reads a lock; a line that is none is a finding, and what stands beside it counts.
    pub(super) fn read(source: &Source, findings: &mut Findings) -> Self {
        let mut lock = Lock {
            source: source.clone(),
            locales: BTreeMap::new(),
            unread: 0,
        };
        let text = source.text();
        let mut conflict = Conflict::default();
        let mut known = None;
        for raw in text.split_inclusive('\n') {
            let line = raw.trim_start_matches('\u{FEFF}').trim();
            let span = place(text, line);
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(mark) = mark(line) {
                conflict.mark(mark, span, place(text, raw), source, findings);
            } else if source.is_undecodable(span) {
                // Decoding has told it.
            } else {
                match lock.add(text, line, &mut known) {
                    Ok(()) => continue,
                    Err((part, why)) => {
                        findings.add(Rule::Lock, source, place(text, part), |finding| {
                            finding.with_message(why).with_help(HELP)
                        });
                    }
                }
            }
            lock.unread += 1;
        }
        conflict.tell(source, findings);
        let slice = |span: Span| source.slice(span);
        for lines in lock.locales.values_mut() {
            let key = |line: &Line| (slice(line.name), slice(line.wording));
            lines.sort_by(|a, b| key(a).cmp(&key(b)));
            lines.dedup_by(|a, b| key(a) == key(b));
        }
        lock
    }

    /// Adds a line; of one that is none, what is wrong with which part. Lines of one locale stand
    /// together, so its tag is read once.
    fn add<'t>(
        &mut self,
        text: &str,
        line: &'t str,
        known: &mut Option<(&'t str, String)>,
    ) -> Result<(), (&'t str, String)> {
        let (tag, name, wording) = parts(line).ok_or_else(|| {
            let why = "expected a locale, an id, `=` and a text, but found another line";
            (line, why.to_owned())
        })?;
        if !is_name(name) {
            let why = format!("`{name}` is not the id of a message or a term");
            return Err((name, why));
        }
        if known.as_ref().is_none_or(|(known, _)| *known != tag) {
            *known = locale_name(tag).map(|locale| (tag, locale.to_string()));
        }
        let Some((_, tag)) = known else {
            return Err((tag, format!("`{tag}` is not the name of a locale")));
        };
        let line = Line {
            name: place(text, name),
            wording: place(text, wording),
        };
        match self.locales.get_mut(tag) {
            Some(lines) => lines.push(line),
            None => _ = self.locales.insert(tag.clone(), vec![line]),
        }
        Ok(())
    }

    /// What the lock was read from.
    fn source(&self) -> &Source {
        &self.source
    }

    /// Every line: a locale, a name and a wording.
    fn lines(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        let slice = |span: Span| self.source.slice(span);
        self.locales.iter().flat_map(move |(tag, lines)| {
            let lines = lines.iter();
            lines.map(move |line| (tag.as_str(), slice(line.name), slice(line.wording)))
        })
    }

    /// What is known of a locale.
    pub(super) fn of(&self, tag: &str) -> Locked<'_> {
        Locked {
            source: &self.source,
            lines: self.locales.get(tag).map(Vec::as_slice).unwrap_or_default(),
        }
    }
}

/// What a lock says of one locale.
#[derive(Clone, Copy)]
pub(super) struct Locked<'l> {
    source: &'l Source,
    lines: &'l [Line],
}

impl<'l> Locked<'l> {
    /// The wordings that a translation was made from; more than one after a merge.
    pub(super) fn wordings(self, name: &str) -> impl Iterator<Item = &'l str> + Clone {
        let Locked { source, lines } = self;
        let start = lines.partition_point(|line| source.slice(line.name) < name);
        let rest = &lines[start..];
        let end = rest.partition_point(|line| source.slice(line.name) == name);
        rest[..end].iter().map(|line| source.slice(line.wording))
    }
}

/// How a line that cannot be read is mended.
const HELP: &str = "write it as `fr-FR InvalidUrl = URL { $url } …`, or remove it and run \
                    `tolken confirm` for what it was about; it was left out";

/// The parts of a line: a locale, a name and a wording, whatever they are.
fn parts(line: &str) -> Option<(&str, &str, &str)> {
    let (head, wording) = line.split_once('=')?;
    let mut words = head.split_whitespace();
    match (words.next(), words.next(), words.next()) {
        (Some(tag), Some(name), None) => Some((tag, name, wording.trim())),
        _ => None,
    }
}

/// Where a part of a text stands.
fn place(text: &str, part: &str) -> Span {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    Span::new(start, start + part.len())
}

/// Whether this is `id`, `id.attribute` or `-id`.
fn is_name(name: &str) -> bool {
    let is_id = |id: &str| {
        id.starts_with(|c: char| c.is_ascii_alphabetic())
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    let name = name.strip_prefix('-').unwrap_or(name);
    match name.split_once('.') {
        None => is_id(name),
        Some((id, attribute)) => is_id(id) && is_id(attribute),
    }
}

/// The letter of a mark that git leaves in a file it could not merge.
fn mark(line: &str) -> Option<char> {
    let letter = line.chars().next().filter(|c| "<|=>".contains(*c))?;
    let rest = line.trim_start_matches(letter);
    let is_mark = line.len() - rest.len() == 7 && (rest.is_empty() || rest.starts_with(' '));
    is_mark.then_some(letter)
}

/// How many marks a merge conflict has at most.
const MARKS: usize = 4;

/// The marks of one merge conflict.
#[derive(Default)]
struct Conflict {
    place: Option<Span>,
    edits: Vec<Edit>,
}

impl Conflict {
    fn mark(
        &mut self,
        mark: char,
        span: Span,
        all: Span,
        source: &Source,
        findings: &mut Findings,
    ) {
        if mark == '<' {
            self.tell(source, findings);
        }
        self.place.get_or_insert(span);
        self.edits.push(Edit::new(all, ""));
        if mark == '>' || self.edits.len() == MARKS {
            self.tell(source, findings);
        }
    }

    fn tell(&mut self, source: &Source, findings: &mut Findings) {
        let Conflict { place, edits } = std::mem::take(self);
        let Some(place) = place else {
            return;
        };
        findings.add(Rule::Lock, source, place, |finding: Finding| {
            finding
                .with_message("a merge conflict is left in the lock")
                .with_help("remove its marks; the lines of both sides hold")
                .with_edits(edits)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    fn lock(text: &str) -> (Lock, Vec<String>) {
        let mut findings = Findings::new(&Limits::default());
        let lock = Lock::read(&Source::new("source.lock", text), &mut findings);
        let findings = findings.into_sorted();
        let told = findings.iter().map(|finding| {
            let line = finding.position().line;
            format!("{line}: {}", finding.message())
        });
        (lock, told.collect())
    }

    #[test]
    fn a_line_is_read_whatever_its_blanks_and_ends() {
        let text = "\u{FEFF}# c\r\nsv-se a.b  =  One = two \r\n\n  fr-FR -t=x\nfr-FR e =\n";
        let (lock, told) = lock(text);
        assert_eq!(told, [""; 0]);
        let all = |tag: &str, name: &str| lock.of(tag).wordings(name).collect::<Vec<_>>();
        assert_eq!(all("sv-SE", "a.b"), ["One = two"]);
        assert_eq!(all("fr-FR", "-t"), ["x"]);
        assert_eq!(all("fr-FR", "e"), [""]);
        assert_eq!(all("fr-FR", "a.b"), [""; 0]);
    }

    #[test]
    fn both_sides_of_a_conflict_hold_and_it_is_told_once() {
        let text = "fr-FR a = 0\n<<<<<<< HEAD\nfr-FR b = 1\n||||||| base\n=======\nfr-FR b = 2\n>>>>>>> other\nfr-FR c = 3\n=======\n";
        let (lock, told) = lock(text);
        assert_eq!(
            told,
            [
                "2: a merge conflict is left in the lock",
                "9: a merge conflict is left in the lock"
            ]
        );
        assert_eq!(
            lock.of("fr-FR").wordings("b").collect::<Vec<_>>(),
            ["1", "2"]
        );
        assert_eq!(lock.unread, 5);
    }

    #[test]
    fn a_line_that_is_none_is_told() {
        let text = "fr-FR a b = 1\nnope a = 1\nfr-FR 9 = 1\nfr-FR a\n= 1\n<<<<<< a\n";
        let (lock, told) = lock(text);
        assert_eq!(
            told,
            [
                "1: expected a locale, an id, `=` and a text, but found another line",
                "2: `nope` is not the name of a locale",
                "3: `9` is not the id of a message or a term",
                "4: expected a locale, an id, `=` and a text, but found another line",
                "5: expected a locale, an id, `=` and a text, but found another line",
                "6: expected a locale, an id, `=` and a text, but found another line",
            ]
        );
        assert_eq!(lock.unread, 6);
        assert!(lock.locales.is_empty());
    }
}
