//! What is being written at a place of a file, whether the file can be parsed or not.
//!
//! While a message is being written it is no Fluent, so the parser has nothing to say of it. This reads
//! from the beginning of the entry up to the cursor, and keeps what is open.

use tolken::Span;

/// What may stand at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cursor<'t> {
    /// The message or term that is being written, a term with its hyphen.
    pub(super) entry: Option<&'t str>,
    pub(super) context: Context<'t>,
    /// What is written of it already, from its beginning to the cursor.
    pub(super) written: Span,
}

/// Where the cursor is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Context<'t> {
    /// At the beginning of a line: an id.
    Id,
    /// Behind the dot at the beginning of an indented line: the name of an attribute.
    Attribute,
    /// In a placeable or between parentheses: a value.
    Value {
        /// The function or term that is called; `None` in a placeable.
        call: Option<&'t str>,
        /// Whether an option may stand here, behind a first value.
        takes_options: bool,
    },
    /// Behind the colon of an option.
    Option { call: &'t str, option: &'t str },
    /// The key of a variant, by what decides.
    Key { selector: &'t str },
}

/// What is open around the cursor.
#[derive(Clone, Copy, Debug)]
enum Open<'t> {
    Brace {
        start: usize,
        selector: Option<&'t str>,
    },
    Paren {
        call: &'t str,
        start: usize,
    },
}

/// How many braces and parentheses are followed; the parser takes fewer.
const DEEPEST: usize = 200;

/// What is being written at an offset of a text; `None` where it is plain text or a comment.
pub(super) fn at(text: &str, offset: usize) -> Option<Cursor<'_>> {
    let before = text.get(..offset)?;
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = &before[line_start..];
    if line.starts_with('#') {
        return None;
    }
    // An id has begun, and nothing stands behind it yet.
    if line.chars().all(is_name) && !line.starts_with([' ', '\t']) {
        let written = Span::new(line_start, offset);
        let context = Context::Id;
        let term = line.strip_prefix('-').map(|_| line_start + 1);
        let written = term.map_or(written, |start| Span::new(start, offset));
        let entry = term.map(|_| "-");
        return Some(Cursor {
            entry,
            context,
            written,
        });
    }
    let start = entry_start(before)?;
    let entry = &before[start..];
    let id_length = entry.find(|c| !is_name(c)).unwrap_or(entry.len());
    let id = &entry[..id_length];
    let equals = entry.find('=')?;
    let context = within(before, start + equals + 1, line_start)?;
    let name_start = before.rfind(|c| !is_name(c)).map_or(0, |at| {
        at + before[at..].chars().next().map_or(1, char::len_utf8)
    });
    let (context, written) = match context {
        Context::Option { call, option } => {
            // A value may have its quote already.
            let colon = before.rfind(':').map_or(0, |at| at + 1);
            let blanks = before[colon..].len() - before[colon..].trim_start().len();
            let context = Context::Option { call, option };
            (context, Span::new(colon + blanks, offset))
        }
        Context::Value { .. } => {
            let start = match before[..name_start.max(start)].chars().next_back() {
                Some('$') => name_start - 1,
                _ => name_start,
            };
            (context, Span::new(start, offset))
        }
        Context::Id | Context::Attribute | Context::Key { .. } => {
            (context, Span::new(name_start, offset))
        }
    };
    Some(Cursor {
        entry: Some(id),
        context,
        written,
    })
}

/// Whether a letter may stand in a name; the hyphen of a term as well.
fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// Where the entry begins that the end of a text is in: the last line that begins with a name.
fn entry_start(before: &str) -> Option<usize> {
    let mut end = before.len();
    loop {
        let start = before[..end].rfind('\n').map_or(0, |at| at + 1);
        let first = before[start..].chars().next();
        match first {
            Some(c) if c.is_ascii_alphabetic() || c == '-' => return Some(start),
            Some('#') => return None,
            _ => {}
        }
        end = start.checked_sub(1)?;
    }
}

/// What is open at the end of a text, from the beginning of a pattern; `line` is where its last line
/// begins.
fn within(before: &str, from: usize, line: usize) -> Option<Context<'_>> {
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut at = from;
    while at < before.len() {
        let rest = &before[at..];
        let c = rest.chars().next()?;
        match c {
            '{' => open.push(Open::Brace {
                start: at + 1,
                selector: None,
            }),
            '}' => {
                // A brace closes what is open in it, as when a parenthesis was forgotten.
                while let Some(Open::Paren { .. }) = open.pop() {}
            }
            '"' if !open.is_empty()
                && !matches!(
                    open.last(),
                    Some(Open::Brace {
                        selector: Some(_),
                        ..
                    })
                ) =>
            {
                match string_end(rest) {
                    Some(length) => {
                        at += length;
                        continue;
                    }
                    // The cursor is in a string: that of an option, or one of its own.
                    None => return option(&open, before, at),
                }
            }
            '(' if !open.is_empty() => {
                let head = before[..at].trim_end();
                let name = head
                    .rfind(|c| !is_name(c) && c != '.')
                    .map_or(0, |at| at + 1);
                let call = head.get(name..).unwrap_or_default();
                open.push(Open::Paren {
                    call,
                    start: at + 1,
                });
            }
            ')' if matches!(open.last(), Some(Open::Paren { .. })) => {
                open.pop();
            }
            '-' if rest.starts_with("->") => {
                if let Some(Open::Brace { start, selector }) = open.last_mut() {
                    *selector = Some(before[*start..at].trim());
                }
            }
            // A new attribute: what was open in the one before is not any more.
            '\n' if is_attribute(&rest[1..]) => open.clear(),
            _ => {}
        }
        if open.len() > DEEPEST {
            return None;
        }
        at += c.len_utf8();
    }
    let last = before[line..].trim_start();
    match open.last() {
        None => {
            let name = last.strip_prefix('.')?;
            let is_indented = before[line..].starts_with(' ');
            (is_indented && name.chars().all(is_name)).then_some(Context::Attribute)
        }
        Some(Open::Brace {
            selector: Some(selector),
            ..
        }) => {
            let key = last.strip_prefix('*').unwrap_or(last).trim_start();
            let key = key.strip_prefix('[')?.trim_start();
            key.chars()
                .all(is_name)
                .then_some(Context::Key { selector })
        }
        Some(Open::Brace { start, .. }) => {
            // Behind a value only what ends it may follow.
            let written = before[*start..].trim_start();
            let written = written.strip_prefix('$').unwrap_or(written);
            written.chars().all(is_name).then_some(Context::Value {
                call: None,
                takes_options: false,
            })
        }
        Some(Open::Paren { .. }) => option(&open, before, before.len()).or_else(|| {
            let Some(Open::Paren { call, start }) = open.last() else {
                return None;
            };
            let written = before[*start..].rsplit(',').next()?.trim_start();
            let written = written.strip_prefix('$').unwrap_or(written);
            written.chars().all(is_name).then_some(Context::Value {
                call: Some(call),
                takes_options: before[*start..].contains(',') || call.starts_with('-'),
            })
        }),
    }
}

/// The option whose value is written up to an offset.
fn option<'t>(open: &[Open<'t>], before: &'t str, end: usize) -> Option<Context<'t>> {
    let Some(Open::Paren { call, start }) = open.last() else {
        return None;
    };
    let last = before[*start..end].rsplit(',').next()?;
    let (option, value) = last.split_once(':')?;
    let value = value.trim();
    let is_begun = value.is_empty() || value.chars().all(|c| c.is_ascii_digit());
    let option = option.trim();
    is_begun.then_some(Context::Option { call, option })
}

/// The length of a string with its quotes; `None` when it has no end on its line.
fn string_end(text: &str) -> Option<usize> {
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some(at + 1),
            '\\' => {
                chars.next();
            }
            '\n' => return None,
            _ => {}
        }
    }
    None
}

/// Whether a line is an attribute.
fn is_attribute(line: &str) -> bool {
    let rest = line.trim_start_matches([' ', '\t']);
    rest.len() < line.len()
        && rest.strip_prefix('.').is_some_and(|rest| {
            let length = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            length > 0 && rest[length..].trim_start().starts_with('=')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found at `|`, in a few letters.
    fn found(marked: &str) -> String {
        let offset = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        let Some(cursor) = at(&text, offset) else {
            return "text".to_owned();
        };
        let written = &text[cursor.written.range()];
        let entry = cursor.entry.unwrap_or_default();
        let context = match cursor.context {
            Context::Id => "id".to_owned(),
            Context::Attribute => "attribute".to_owned(),
            Context::Value {
                call,
                takes_options,
            } => format!(
                "value {}{}",
                call.unwrap_or("{}"),
                if takes_options { "+" } else { "" }
            ),
            Context::Option { call, option } => format!("option {call}.{option}"),
            Context::Key { selector } => format!("key of {selector}"),
        };
        format!("{entry}: {context} <{written}>")
    }

    #[test]
    fn what_is_being_written_is_known_though_it_has_no_end() {
        for (marked, expected) in [
            ("|", ": id <>"),
            ("a = b\nInv|", ": id <Inv>"),
            ("a = b\n-pro|", "-: id <pro>"),
            ("# a|", "text"),
            ("a = b|", "text"),
            ("a = 값 { $|", "a: value {} <$>"),
            ("a = 값 { $ha| } x", "a: value {} <$ha>"),
            ("a = {|", "a: value {} <>"),
            ("a =\n    값\n    { NUM|", "a: value {} <NUM>"),
            ("a = { -pro|", "a: value {} <-pro>"),
            ("a = { $x } y|", "text"),
            ("a = { $x |", "text"),
            ("a = { NUMBER($|", "a: value NUMBER <$>"),
            ("a = { NUMBER($x, |", "a: value NUMBER+ <>"),
            ("a = { NUMBER($x, min|)", "a: value NUMBER+ <min>"),
            ("a = { JOSA($x, pair: |", "a: option JOSA.pair <>"),
            (
                "a = { JOSA($x, pair: \"이|\") }",
                "a: option JOSA.pair <\"이>",
            ),
            (
                "a = { JOSA($x, pair: \"이/가\", kind: \"|",
                "a: option JOSA.kind <\">",
            ),
            (
                "a = { NUMBER($x, minimumFractionDigits: 1|",
                "a: option NUMBER.minimumFractionDigits <1>",
            ),
            ("a = { -b(|", "a: value -b+ <>"),
            ("a = { $n ->\n    [|", "a: key of $n <>"),
            (
                "a = { NUMBER($n) ->\n   *[oth|",
                "a: key of NUMBER($n) <oth>",
            ),
            ("a = { $n ->\n    [one] x|", "text"),
            ("a = { $n ->\n    [one] { $|", "a: value {} <$>"),
            (
                "a = { $n ->\n    [one] \"x\" { $n }\n    [|",
                "a: key of $n <>",
            ),
            ("a = b\n    .|", "a: attribute <>"),
            ("a = b\n    .act|", "a: attribute <act>"),
            ("a = { $x\n    .action = { $|", "a: value {} <$>"),
            ("-t = { $|", "-t: value {} <$>"),
            ("a = \"}\" {\"}\"} {|", "a: value {} <>"),
            ("a = { \"x|", "text"),
        ] {
            assert_eq!(found(marked), expected, "{marked}");
        }
    }

    #[test]
    fn no_place_of_any_text_panics() {
        let text = "a = 값 { $n ->\n *[one] \"{ -t(x: \"\\\"\", $y) }\n}\n .b = {{{(((\n# c\n-t = )}\"👍\r\n\n[";
        for at in 0..=text.len() {
            let _ = super::at(text, at);
        }
    }
}
