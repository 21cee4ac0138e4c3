//! The names in a manifest, each with its place.
//!
//! The library reads what a manifest means; an editor asks where a code is written, each time, whichever
//! of TOML's ways to write a table was chosen. So this reads keys and strings as they stand.

use tolken::Span;
use toml_parser::decoder::ScalarKind;
use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};

/// How deep a path is of interest: `codes.CODE.args.NAME`.
const DEPTH: usize = 4;

/// How deep values may nest.
const NESTING: u32 = 64;

/// A name in a manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// A code, where a key names it.
    Code { code: String, span: Span },
    /// An argument of a code.
    Argument {
        code: String,
        name: String,
        span: Span,
    },
    /// The value of `message`, with its quotes.
    Message {
        code: String,
        id: String,
        span: Span,
    },
    /// The value of `replaced-by`, with its quotes.
    Replacement {
        code: String,
        other: String,
        span: Span,
    },
}

impl Entry {
    /// Where it is written.
    pub(super) fn span(&self) -> Span {
        match self {
            Entry::Code { span, .. }
            | Entry::Argument { span, .. }
            | Entry::Message { span, .. }
            | Entry::Replacement { span, .. } => *span,
        }
    }
}

/// All names, in their order.
pub(super) fn entries(text: &str) -> Vec<Entry> {
    let source = toml_parser::Source::new(text);
    let tokens = source.lex().into_vec();
    let mut walk = Walk {
        source,
        entries: Vec::new(),
        header: Vec::new(),
        outer: Vec::new(),
        keys: Vec::new(),
        is_header: false,
        arrays: 0,
    };
    let mut receiver = |event: Event| walk.event(&event);
    let mut guard = RecursionGuard::new(&mut receiver, NESTING);
    parse_document(&tokens, &mut guard, &mut ());
    walk.entries
}

struct Walk<'t> {
    source: toml_parser::Source<'t>,
    entries: Vec<Entry>,
    /// The path of the table that is being read.
    header: Vec<String>,
    /// The paths of the inline tables that are open.
    outer: Vec<Vec<String>>,
    /// The path of the key that is being read.
    keys: Vec<String>,
    is_header: bool,
    arrays: usize,
}

impl Walk<'_> {
    fn event(&mut self, event: &Event) {
        match event.kind() {
            EventKind::StdTableOpen | EventKind::ArrayTableOpen => {
                self.is_header = true;
                self.header.clear();
                self.keys.clear();
                self.outer.clear();
                self.arrays = 0;
            }
            EventKind::StdTableClose | EventKind::ArrayTableClose => {
                self.is_header = false;
                self.header = std::mem::take(&mut self.keys);
            }
            EventKind::SimpleKey => self.key(event),
            EventKind::InlineTableOpen => {
                let path = self.path();
                self.outer.push(path);
                self.keys.clear();
            }
            EventKind::InlineTableClose => {
                self.outer.pop();
                self.keys.clear();
            }
            EventKind::ArrayOpen => self.arrays += 1,
            EventKind::ArrayClose => self.arrays = self.arrays.saturating_sub(1),
            EventKind::ValueSep if self.arrays == 0 => self.keys.clear(),
            EventKind::Newline if self.arrays == 0 && self.outer.is_empty() => self.keys.clear(),
            EventKind::Scalar if self.arrays == 0 => self.value(event),
            _ => {}
        }
    }

    /// The path of what is being read, no longer than one step beyond what is of interest.
    fn path(&self) -> Vec<String> {
        let outer = match self.outer.last() {
            Some(outer) => outer.as_slice(),
            None if self.is_header => &[],
            None => self.header.as_slice(),
        };
        let path = outer.iter().chain(&self.keys);
        path.take(DEPTH + 1).cloned().collect()
    }

    fn key(&mut self, event: &Event) {
        if self.keys.len() > DEPTH {
            return;
        }
        let Some(key) = self.decoded(event, true) else {
            return;
        };
        self.keys.push(key);
        let span = span(event);
        match self.path().as_slice() {
            [codes, code] if codes == "codes" => self.entries.push(Entry::Code {
                code: code.clone(),
                span,
            }),
            [codes, code, args, name] if codes == "codes" && args == "args" => {
                self.entries.push(Entry::Argument {
                    code: code.clone(),
                    name: name.clone(),
                    span,
                });
            }
            _ => {}
        }
    }

    fn value(&mut self, event: &Event) {
        let path = self.path();
        let [codes, code, field] = path.as_slice() else {
            return;
        };
        if codes != "codes" {
            return;
        }
        let Some(value) = self.decoded(event, false) else {
            return;
        };
        let (code, span) = (code.clone(), span(event));
        match field.as_str() {
            "message" => self.entries.push(Entry::Message {
                code,
                id: value,
                span,
            }),
            "replaced-by" => self.entries.push(Entry::Replacement {
                code,
                other: value,
                span,
            }),
            _ => {}
        }
    }

    fn decoded(&self, event: &Event, is_key: bool) -> Option<String> {
        let raw = self.source.get(event)?;
        let mut text = std::borrow::Cow::Borrowed("");
        if is_key {
            raw.decode_key(&mut text, &mut ());
        } else if raw.decode_scalar(&mut text, &mut ()) != ScalarKind::String {
            return None;
        }
        Some(text.into_owned())
    }
}

fn span(event: &Event) -> Span {
    Span::new(event.span().start(), event.span().end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_written() {
        let text = "help = \"x\"
[codes.A]
status = 400
message = \"a-b\"
args.x = { type = \"string\", example = \"codes.B\" }
[codes.A.args]
y = { type = \"list\", values = [\"a\", \"b\"] }
[codes]
\"auth/denied\" = { message = 'm', args = { z = { type = \"string\" }, w = {} } }
C.replaced-by = \"A\"
";
        let found: Vec<_> = entries(text)
            .into_iter()
            .map(|entry| {
                let raw = text[entry.span().range()].to_owned();
                match entry {
                    Entry::Code { code, .. } => format!("{raw}: {code}"),
                    Entry::Argument { code, name, .. } => format!("{raw}: {code}({name})"),
                    Entry::Message { code, id, .. } => format!("{raw}: {code} -> {id}"),
                    Entry::Replacement { code, other, .. } => format!("{raw}: {code} => {other}"),
                }
            })
            .collect();
        assert_eq!(
            found,
            [
                "A: A",
                "\"a-b\": A -> a-b",
                "x: A(x)",
                "A: A",
                "y: A(y)",
                "\"auth/denied\": auth/denied",
                "'m': auth/denied -> m",
                "z: auth/denied(z)",
                "w: auth/denied(w)",
                "C: C",
                "\"A\": C => A",
            ]
        );
    }

    #[test]
    fn what_is_no_toml_gives_what_can_be_read() {
        let text = format!(
            "[codes.A\n[codes.B]\nx = \n= 3\n{}\n[codes.C]\n{}",
            "[".repeat(10_000),
            "a.".repeat(10_000)
        );
        let found = entries(&text);
        assert!(
            found.iter().any(|entry| text[entry.span().range()] == *"B"),
            "{found:?}"
        );
    }
}
