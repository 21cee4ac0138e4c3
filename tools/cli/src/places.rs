//! Keys and values of a TOML file, and where they are written.
//!
//! Owns what an edit of `catalog.toml` or `l10n.toml` needs and a parsed table does not keep: every
//! place where a key is named, since `[codes.X]` and `[codes.X.args]` both name `X`, and the bytes
//! of each value.

use std::ops::Range;

use anyhow::bail;
use tolken::{Position, Source};
use toml_parser::ParseError;
use toml_parser::decoder::ScalarKind;
use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};

/// How many keys of a path are kept; nothing that is asked for lies deeper.
const DEEPEST: usize = 8;

/// How deep arrays and tables may nest.
const NESTING: u32 = 64;

/// What a file names, each in its order.
#[derive(Debug, Default)]
pub(crate) struct Places {
    pub(crate) keys: Vec<Key>,
    pub(crate) texts: Vec<Text>,
    pub(crate) arrays: Vec<Array>,
    pub(crate) tables: Vec<Table>,
}

/// A key, wherever it is named.
#[derive(Debug)]
pub(crate) struct Key {
    /// Itself, behind those that it lies in.
    pub(crate) path: Vec<String>,
    /// With its quotes.
    pub(crate) span: Range<usize>,
}

/// A text that a key has, or an array of it.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) path: Vec<String>,
    pub(crate) value: String,
    /// With its quotes.
    pub(crate) span: Range<usize>,
}

/// An array, from bracket to bracket.
#[derive(Debug)]
pub(crate) struct Array {
    pub(crate) path: Vec<String>,
    pub(crate) span: Range<usize>,
    /// Its values that are no arrays or tables.
    pub(crate) items: Vec<Range<usize>>,
}

/// A header, `[a.b]`, and what follows it.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) path: Vec<String>,
    /// Up to the last value, without the comments and blank lines behind it.
    pub(crate) span: Range<usize>,
}

impl Places {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// When it is not TOML: half of it cannot be edited.
    pub(crate) fn read(source: &Source) -> anyhow::Result<Self> {
        let text = source.text();
        let toml = toml_parser::Source::new(text);
        let tokens = toml.lex().into_vec();
        let mut events: Vec<Event> = Vec::new();
        let mut errors: Vec<ParseError> = Vec::new();
        let mut guard = RecursionGuard::new(&mut events, NESTING);
        parse_document(&tokens, &mut guard, &mut errors);
        let mut reader = Reader {
            toml,
            places: Places::default(),
            errors,
            table: Vec::new(),
            open: Vec::new(),
            key: Vec::new(),
            in_header: false,
        };
        for event in events {
            reader.event(event);
        }
        let error = reader.errors.iter().min_by_key(|error| start(error));
        let Some(error) = error else {
            return Ok(reader.places);
        };
        let Position { line, column } = source.position(start(error));
        bail!(
            "{}:{line}:{column}: {}; correct the line first",
            source.path(),
            error.description()
        );
    }

    /// The texts of a path, where `None` stands for any key.
    pub(crate) fn texts_at(&self, path: &[Option<&str>]) -> Vec<&Text> {
        let texts = self.texts.iter();
        texts.filter(|text| is_at(&text.path, path)).collect()
    }

    /// The places of keys of a path, where `None` stands for any key.
    pub(crate) fn keys_at(&self, path: &[Option<&str>]) -> Vec<&Key> {
        let keys = self.keys.iter();
        keys.filter(|key| is_at(&key.path, path)).collect()
    }
}

fn is_at(path: &[String], asked: &[Option<&str>]) -> bool {
    let mut keys = path.iter().zip(asked);
    path.len() == asked.len() && keys.all(|(key, asked)| asked.is_none_or(|asked| asked == key))
}

fn start(error: &ParseError) -> usize {
    let span = error.unexpected().or(error.context());
    span.map_or(0, |span| span.start())
}

struct Reader<'t> {
    toml: toml_parser::Source<'t>,
    places: Places,
    errors: Vec<ParseError>,
    /// The last header.
    table: Vec<String>,
    /// The arrays and inline tables that are open: which array it is, and its path.
    open: Vec<(Option<usize>, Vec<String>)>,
    /// The keys of the value that is next, as far as they have been read.
    key: Vec<String>,
    in_header: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: Event) {
        let span = event.span().start()..event.span().end();
        if let (Some(table), false) = (
            self.places.tables.last_mut(),
            matches!(
                event.kind(),
                EventKind::Whitespace
                    | EventKind::Comment
                    | EventKind::Newline
                    | EventKind::StdTableOpen
                    | EventKind::ArrayTableOpen
            ),
        ) {
            table.span.end = span.end;
        }
        match event.kind() {
            EventKind::StdTableOpen | EventKind::ArrayTableOpen => {
                self.in_header = true;
                self.table.clear();
                self.key.clear();
                self.open.clear();
                let path = Vec::new();
                self.places.tables.push(Table { path, span });
            }
            EventKind::StdTableClose | EventKind::ArrayTableClose => {
                self.in_header = false;
                self.table = std::mem::take(&mut self.key);
                if let Some(table) = self.places.tables.last_mut() {
                    table.path.clone_from(&self.table);
                }
            }
            EventKind::SimpleKey => {
                let mut name = String::new();
                if let Some(raw) = self.toml.get(event) {
                    raw.decode_key(&mut name, &mut self.errors);
                }
                if self.key.len() < DEEPEST {
                    self.key.push(name);
                }
                let path = self.path();
                self.places.keys.push(Key { path, span });
            }
            EventKind::ArrayOpen | EventKind::InlineTableOpen => {
                let is_array = event.kind() == EventKind::ArrayOpen;
                let path = self.path();
                self.key.clear();
                let array = is_array.then_some(self.places.arrays.len());
                if is_array {
                    let path = path.clone();
                    let items = Vec::new();
                    self.places.arrays.push(Array { path, span, items });
                }
                self.open.push((array, path));
            }
            EventKind::ArrayClose | EventKind::InlineTableClose => {
                self.key.clear();
                if let Some((Some(array), _)) = self.open.pop() {
                    self.places.arrays[array].span.end = span.end;
                }
            }
            EventKind::Scalar => self.scalar(event, span),
            EventKind::ValueSep => self.key.clear(),
            EventKind::Newline if self.open.is_empty() && !self.in_header => self.key.clear(),
            _ => {}
        }
    }

    fn scalar(&mut self, event: Event, span: Range<usize>) {
        let path = self.path();
        let mut value = String::new();
        let kind = self
            .toml
            .get(event)
            .map(|raw| raw.decode_scalar(&mut value, &mut self.errors));
        if let Some((Some(array), _)) = self.open.last() {
            self.places.arrays[*array].items.push(span.clone());
        }
        if kind == Some(ScalarKind::String) {
            self.places.texts.push(Text { path, value, span });
        }
        self.key.clear();
    }

    /// The path of what is next.
    fn path(&self) -> Vec<String> {
        let base = match self.open.last() {
            _ if self.in_header => &[],
            Some((_, path)) => path.as_slice(),
            None => self.table.as_slice(),
        };
        let keys = base.iter().chain(&self.key).take(DEEPEST);
        keys.cloned().collect()
    }
}

/// A name as it takes the place of a key that is written in some way: quotes stay.
pub(crate) fn key_like(old: &str, name: &str) -> String {
    let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if old.starts_with(['"', '\'']) || name.is_empty() || !name.bytes().all(is_bare) {
        text_like(old, name)
    } else {
        name.to_owned()
    }
}

/// A name as it takes the place of a text that is written in some way.
pub(crate) fn text_like(old: &str, name: &str) -> String {
    let is_plain = !name.contains(['\'', '\n', '\r']) && !name.contains(char::is_control);
    if old.starts_with('\'') && is_plain {
        return format!("'{name}'");
    }
    let mut text = String::from("\"");
    for c in name.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            c if c.is_control() => text.extend(format!("\\u{:04X}", u32::from(c)).chars()),
            c => text.push(c),
        }
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn places(text: &str) -> Places {
        Places::read(&Source::new("x.toml", text)).unwrap()
    }

    fn at<'t>(text: &'t str, path: &[Option<&str>]) -> Vec<&'t str> {
        let places = places(text);
        places
            .keys_at(path)
            .into_iter()
            .map(|key| &text[key.span.clone()])
            .collect()
    }

    #[test]
    fn a_key_is_found_wherever_it_is_named() {
        let text = "[codes.A]\nargs.x = { type = \"string\" }\n[codes.\"A\".args]\ny.type='x'\n\
                    [codes]\nA.status = 1 # A\nB = { args = { 'x' = {} }, replaced-by = 'A' }\n";
        assert_eq!(at(text, &[Some("codes"), Some("A")]), ["A", "\"A\"", "A"]);
        let argument = [Some("codes"), None, Some("args"), Some("x")];
        assert_eq!(at(text, &argument), ["x", "'x'"]);
        let places = places(text);
        let replaced = [Some("codes"), None, Some("replaced-by")];
        let texts = places.texts_at(&replaced);
        assert_eq!((texts.len(), texts[0].value.as_str()), (1, "A"));
        let spans = places.tables.iter().map(|table| &text[table.span.clone()]);
        assert_eq!(
            spans.collect::<Vec<_>>()[..2],
            [
                "[codes.A]\nargs.x = { type = \"string\" }",
                "[codes.\"A\".args]\ny.type='x'"
            ]
        );
    }

    #[test]
    fn an_array_has_its_values() {
        let text = "locales = [ \"ko\",\n  'sv', # Swedish\n]\nx = [[1], [2]]\n";
        let places = places(text);
        let array = &places.arrays[0];
        let items: Vec<_> = array.items.iter().map(|item| &text[item.clone()]).collect();
        assert_eq!(items, ["\"ko\"", "'sv'"]);
        assert!(text[array.span.clone()].ends_with("Swedish\n]"));
    }

    #[test]
    fn what_is_not_toml_is_told_with_its_place() {
        let read = |text: &str| Places::read(&Source::new("x.toml", text));
        let error = read("a = 1\n[codes\n").unwrap_err().to_string();
        assert!(error.starts_with("x.toml:2:"), "{error}");
        assert!(read(&format!("a = {}", "[".repeat(100_000))).is_err());
        assert!(read(&format!("[{}a]", "a.".repeat(10_000))).is_ok());
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "([\\[\\]{}=.,a\"'#\n\\\\ é]|codes){0,40}") {
            if let Ok(places) = Places::read(&Source::new("x.toml", &*text)) {
                let keys = places.keys.iter().map(|key| &key.span);
                let texts = places.texts.iter().map(|text| &text.span);
                for span in keys.chain(texts) {
                    prop_assert!(text.get(span.clone()).is_some());
                }
            }
        }
    }

    #[test]
    fn a_name_is_written_as_the_one_before_it() {
        assert_eq!(key_like("A", "B"), "B");
        assert_eq!(key_like("A", "auth/denied"), "\"auth/denied\"");
        assert_eq!(key_like("'A'", "B"), "'B'");
        assert_eq!(text_like("\"A\"", "a\"b\\"), "\"a\\\"b\\\\\"");
    }
}
