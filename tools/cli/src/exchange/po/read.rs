//! Reads PO.
//!
//! Its own reader: rspolib panics on `"x"` alone, on a header with plural forms and on a single
//! quote, and takes a text that is the name of a file for that file; polib drops what it does not
//! know. What is needed here is little: contexts, texts, flags, and two lines of the header.

use super::forms;
use crate::exchange::incoming::{
    Given, Incoming, MOST_UNITS, Origin, Part, State, Unreadable, decode, is_utf8,
};
use crate::exchange::plural::Plurals;

/// The most plural forms that a file may speak of.
const MOST_FORMS: usize = 10;

/// What a file says, before it is known what its plural forms are.
#[derive(Debug, Default)]
pub(in crate::exchange) struct File {
    pub(in crate::exchange) locale: String,
    plural_forms: String,
    entries: Vec<Entry>,
}

/// An entry.
#[derive(Debug, Default)]
struct Entry {
    line: usize,
    is_fuzzy: bool,
    context: Option<String>,
    id: Option<String>,
    plural: Option<String>,
    /// By the number of the form; of a text without plural, one.
    texts: Vec<Option<String>>,
}

/// Where a quoted line that goes on belongs.
#[derive(Clone, Copy, PartialEq)]
enum Field {
    Context,
    Id,
    Plural,
    Text(usize),
}

/// What is in a file.
pub(in crate::exchange) fn read(bytes: &[u8]) -> Result<File, Unreadable> {
    let text = decode(bytes)?;
    let mut file = File::default();
    let mut entry = Entry::default();
    let mut field = None;
    let mut header = None;
    let mut count = 0;
    // One more, so that the last entry ends.
    for (line, number) in text.lines().chain([""]).zip(1..) {
        let fail = |why: String| Unreadable::new(number, why);
        let line = line.trim();
        let is_quoted = line.starts_with('"');
        let keyword = if is_quoted {
            None
        } else {
            keyword(line).map_err(fail)?
        };
        // An entry ends where another one begins: at an id or a comment behind a text, and at a blank.
        let ends = match keyword {
            Some((Field::Context | Field::Id, _)) => !entry.texts.is_empty(),
            Some(_) => false,
            None => {
                !is_quoted && (line.is_empty() && entry.id.is_some() || !entry.texts.is_empty())
            }
        };
        if ends {
            count += 1;
            if count > MOST_UNITS {
                return Err(fail(format!("it has more than {MOST_UNITS} units")));
            }
            let ended = std::mem::take(&mut entry);
            field = None;
            if ended.texts.is_empty() {
                return Err(fail(
                    "expected `msgstr` after `msgid`, but found none".to_owned(),
                ));
            }
            if ended.context.is_none() && ended.id.as_deref() == Some("") {
                header.get_or_insert(ended);
            } else {
                file.entries.push(ended);
            }
        }
        if let Some((found, rest)) = keyword {
            if entry.id.is_none() && entry.context.is_none() {
                entry.line = number;
            }
            entry
                .put(found, unquoted(rest).map_err(fail)?)
                .map_err(fail)?;
            field = Some(found);
        } else if is_quoted {
            let text = unquoted(line).map_err(fail)?;
            let place = field.and_then(|field| entry.place(field));
            let place =
                place.ok_or_else(|| fail("a text in quotes belongs to nothing".to_owned()))?;
            place.push_str(&text);
        } else if let Some(flags) = line.strip_prefix("#,") {
            entry.is_fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        }
    }
    file.take_header(&header.unwrap_or_default())?;
    Ok(file)
}

impl File {
    fn take_header(&mut self, header: &Entry) -> Result<(), Unreadable> {
        let text = header.texts.first().and_then(Option::as_deref);
        for (name, value) in text
            .unwrap_or_default()
            .lines()
            .filter_map(|line| line.split_once(':'))
        {
            let value = value.trim();
            match name.trim().to_ascii_lowercase().as_str() {
                "language" => value.clone_into(&mut self.locale),
                "plural-forms" => value.clone_into(&mut self.plural_forms),
                "content-type" => {
                    let charset = value.split_once("charset=").map(|(_, charset)| charset);
                    if charset.is_some_and(|charset| !is_utf8(charset)) {
                        let charset: String =
                            charset.unwrap_or_default().chars().take(50).collect();
                        let why = format!(
                            "expected UTF-8, but the file says that it is `{charset}`; save it as UTF-8"
                        );
                        return Err(Unreadable::new(header.line, why));
                    }
                }
                _ => {}
            }
        }
        if self.locale.is_empty() {
            let why = "expected a header with the field `Language`, but found none";
            return Err(Unreadable::new(header.line, why));
        }
        // An encoding and a variant may follow: `sr_RS.UTF-8@latin`.
        let end = self.locale.find(['.', '@']).unwrap_or(self.locale.len());
        self.locale.truncate(end);
        self.locale = self.locale.replace('_', "-");
        Ok(())
    }

    /// The units, with the plural forms in the categories of the locale.
    pub(in crate::exchange) fn units(self, plurals: &Plurals) -> Incoming {
        let mut incoming = Incoming {
            locale: self.locale,
            units: Vec::new(),
            unread: Vec::new(),
        };
        let categories = forms::categories(&self.plural_forms, plurals);
        for entry in self.entries {
            let Some(id) = entry.context else {
                let id = entry.id.unwrap_or_default();
                let why = "it has no `msgctxt`, which says what it is the text of";
                incoming.unread.push((id, entry.line, why.to_owned()));
                continue;
            };
            let source = entry.id.unwrap_or_default();
            let state = |text: &str| match text.trim() {
                "" => State::Untranslated,
                _ if entry.is_fuzzy => State::Unfinished("it is fuzzy".to_owned()),
                _ => State::Done,
            };
            let Some(plural) = entry.plural else {
                let text = entry.texts.into_iter().next().flatten().unwrap_or_default();
                incoming.units.push(Given {
                    id,
                    line: entry.line,
                    origin: Origin::Text(source),
                    state: state(&text),
                    target: vec![Part::Text(text)],
                });
                continue;
            };
            let count = entry.texts.len();
            let Some(categories) = categories.as_ref().filter(|known| known.len() >= count) else {
                let shown: String = self.plural_forms.chars().take(100).collect();
                let why = format!(
                    "the forms of `Plural-Forms: {shown}` are not the plural categories of the locale"
                );
                incoming.unread.push((id, entry.line, why));
                continue;
            };
            for (text, category) in entry.texts.into_iter().zip(categories) {
                let text = text.unwrap_or_default();
                incoming.units.push(Given {
                    id: format!("{id}[{category}]"),
                    line: entry.line,
                    origin: Origin::Plural(source.clone(), plural.clone()),
                    state: state(&text),
                    target: vec![Part::Text(text)],
                });
            }
        }
        incoming
    }
}

impl Entry {
    fn put(&mut self, field: Field, text: String) -> Result<(), String> {
        if let Field::Text(form) = field
            && self.texts.len() <= form
        {
            self.texts.resize(form + 1, None);
        }
        let place = match field {
            Field::Context => &mut self.context,
            Field::Id => &mut self.id,
            Field::Plural => &mut self.plural,
            Field::Text(form) => &mut self.texts[form],
        };
        if place.replace(text).is_some() {
            return Err("an entry has a field twice".to_owned());
        }
        if matches!(field, Field::Text(_)) && self.id.is_none() {
            return Err("expected `msgid` before `msgstr`, but found none".to_owned());
        }
        Ok(())
    }

    fn place(&mut self, field: Field) -> Option<&mut String> {
        match field {
            Field::Context => self.context.as_mut(),
            Field::Id => self.id.as_mut(),
            Field::Plural => self.plural.as_mut(),
            Field::Text(form) => self.texts.get_mut(form)?.as_mut(),
        }
    }
}

/// The field that a line begins, and the rest of it; comments and blank lines begin none.
fn keyword(line: &str) -> Result<Option<(Field, &str)>, String> {
    if line.is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    let end = line.find(['"', ' ', '\t']).unwrap_or(line.len());
    let (word, rest) = line.split_at(end);
    let field = match word {
        "msgctxt" => Field::Context,
        "msgid" => Field::Id,
        "msgid_plural" => Field::Plural,
        "msgstr" => Field::Text(0),
        _ => {
            let form = word
                .strip_prefix("msgstr[")
                .and_then(|form| form.strip_suffix(']'));
            let form = form
                .and_then(|form| form.parse().ok())
                .filter(|form| *form < MOST_FORMS);
            let word: String = word.chars().take(50).collect();
            Field::Text(form.ok_or_else(|| {
                format!("expected `msgctxt`, `msgid`, `msgstr` or a comment, but found `{word}`")
            })?)
        }
    };
    Ok(Some((field, rest.trim())))
}

/// What a text in quotes says.
fn unquoted(text: &str) -> Result<String, String> {
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    let inner = inner.ok_or("expected a text in quotes")?;
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        if c == '"' {
            return Err("a quote stands within a text; write `\\\"`".to_owned());
        }
        if c != '\\' {
            out.push(c);
            continue;
        }
        out.push(match chars.next() {
            Some('n') => '\n',
            Some('t') => '\t',
            Some('r') => '\r',
            Some(c @ ('"' | '\\')) => c,
            Some(c) => return Err(format!("`\\{c}` stands for nothing; write `\\\\` for `\\`")),
            None => return Err("expected a text in quotes".to_owned()),
        });
    }
    Ok(out)
}
