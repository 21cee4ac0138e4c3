//! What to say about text that is not Fluent: what the parser expected, in words that help.
//!
//! The parser says where it gave up and what it wanted there. A translator wants to know what they
//! wrote, so what stands around the place decides the words.

use std::ops::Range;

use super::parser::{Error, Expected, Mistake};

/// Blanks in Fluent; a CR counts only before LF, and stands nowhere else in honest files.
const BLANKS: [char; 3] = [' ', '\r', '\n'];

/// What is wrong, where a reader should look, and how to mend it.
pub(super) struct Explained {
    /// A byte offset.
    pub(super) at: usize,
    pub(super) message: String,
    pub(super) help: String,
    /// The name of the attribute that it is about, which may be empty.
    pub(super) attribute: Option<Range<usize>>,
}

const TEXT: &str = "write the text after `=`; lines that go on are indented by spaces, not tabs";
const CLOSE: &str =
    "close the placeable with `}`, as in `{ $name }`; a literal brace is `{ \"{\" }`";
const ARROW: &str = "write a choice as `{ $n ->`, and each variant in a line of its own";
const CALL: &str = "close the call with `)`, as in `{ NUMBER($n) }`";
const NAME: &str =
    "a name begins with a letter from a to z and has only such letters, digits, `-` and `_`";
const KEY: &str =
    "a key is one word or number, as in `[one]` or `[0]`; words have letters from a to z";
const STAR: &str = "mark one variant with a star, as in `*[other]`";
const OWNER: &str = "write `id = text` in the line before; a comment belongs above the message";
const QUOTE: &str = "write a string in straight quotes, as in `{ \"text\" }`";

/// Explains what could not be read.
pub(super) fn explain(text: &str, mistake: &Mistake) -> Explained {
    let Mistake { error, junk, .. } = mistake;
    let at = place(text, error, junk.end());
    let found = Found::at(text, at);
    if let Some(dot) = mistake.dot {
        return attribute(text, error.kind, dot, junk.end(), &found);
    }
    let (message, help) = match error.kind {
        Expected::Entry => return no_entry(text, junk.start()),
        Expected::MessageField | Expected::TermField => {
            let id = id(&text[junk.range()]);
            let message = match error.kind {
                Expected::TermField => format!("term `{id}` has no text"),
                _ => format!("message `{id}` has neither a text nor an attribute"),
            };
            (message, TEXT)
        }
        kind => within(kind, &found, "id"),
    };
    Explained {
        at,
        message,
        help: found.help().unwrap_or(help).to_owned(),
        attribute: None,
    }
}

/// The place to show: what lies behind the junk was only read in search of what is missing, and so
/// were the lines behind a placeable without its end.
fn place(text: &str, error: &Error, end: usize) -> usize {
    let mut at = error.at.min(end);
    let before = text[..at].trim_end_matches(BLANKS).len();
    let is_on_new_line = text[before..at].contains('\n');
    let is_left = match error.kind {
        Expected::Brace => is_on_new_line,
        // The next attribute is no part of what was being read.
        Expected::Value | Expected::CallArgument | Expected::KeyEnd => {
            is_on_new_line && text[at..].starts_with('.')
        }
        _ => false,
    };
    if is_left || at == end {
        at = before;
    }
    let is_in_line_end = text[at..].starts_with('\n') && text[..at].ends_with('\r');
    at - usize::from(is_in_line_end)
}

/// Explains an attribute that cannot be read; the message that it is of was kept, if it can be.
fn attribute(text: &str, kind: Expected, dot: usize, end: usize, found: &Found<'_>) -> Explained {
    let name = id(&text[dot + 1..end]);
    let others = if next_attribute(&text[dot..end]) {
        ", nor can those after it"
    } else {
        ""
    };
    let (message, help) = match kind {
        Expected::AttributeText => ("it has no text".to_owned(), TEXT),
        Expected::Owner => ("it belongs to no message".to_owned(), OWNER),
        kind => within(kind, found, "name"),
    };
    let message = match name {
        "" => format!("an attribute cannot be read{others}: {message}"),
        name => format!("attribute `.{name}` cannot be read{others}: {message}"),
    };
    Explained {
        at: found.before.len(),
        message,
        help: found.help().unwrap_or(help).to_owned(),
        attribute: Some(dot + 1..dot + 1 + name.len()),
    }
}

/// Whether another line of an attribute begins with a dot.
fn next_attribute(text: &str) -> bool {
    let mut lines = text.lines().skip(1);
    lines.any(|line| line.trim_start_matches(' ').starts_with('.'))
}

/// The id or name that a text begins with.
pub(super) fn id(text: &str) -> &str {
    let is_id = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let end = text.find(|c| !is_id(c)).unwrap_or(text.len());
    &text[..end]
}

/// Explains a line that begins with what begins no entry.
fn no_entry(text: &str, start: usize) -> Explained {
    let rest = &text[start..];
    let at = start + (rest.len() - rest.trim_start_matches(' ').len());
    let found = Found::at(text, at);
    let conflict = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
    let (at, message, help) = match found.next {
        _ if conflict.iter().any(|mark| rest.starts_with(mark)) => (
            at,
            "a merge conflict was left in the file".to_owned(),
            "keep one of the two versions, and remove the marks",
        ),
        Some('}') => (at, "this `}` closes nothing".to_owned(), "remove it"),
        Some(next) if at > start && next != '\t' => (
            start,
            "expected an id at the beginning of the line, but found a space".to_owned(),
            "remove the spaces; only a line that continues a text or is an attribute is indented",
        ),
        _ => (
            at,
            format!("expected an id at the beginning of the line, but found {found}"),
            found
                .help()
                .unwrap_or("an id begins with a letter from a to z, and a comment with `# `"),
        ),
    };
    Explained {
        at,
        message,
        help: help.to_owned(),
        attribute: None,
    }
}

/// The message and the help for an error within an entry or attribute; `what` is what its name is
/// called.
fn within(kind: Expected, found: &Found<'_>, what: &str) -> (String, &'static str) {
    if let Some((wanted, help)) = wanted(kind) {
        return (format!("expected {wanted}, but found {found}"), help);
    }
    match kind {
        Expected::Equals => (
            format!("expected `=` after the {what}, but found {found}"),
            equals_help(what, found),
        ),
        Expected::Brace => (
            format!("expected `}}` to close the placeable, but found {found}"),
            brace_help(found),
        ),
        Expected::CallArgument => call_argument(found),
        Expected::Variant if found.next == Some('}') => (
            "the choice that ends here has no default variant".to_owned(),
            STAR,
        ),
        Expected::Variant => (
            format!("expected a variant such as `[one]`, but found {found}"),
            "write each variant in a line of its own, and mark one with a star, as in `*[other]`",
        ),
        Expected::Escape => unknown_escape(found),
        Expected::EscapeDigits => short_escape(found),
        Expected::NewOption => (
            format!("option `{}` is given twice", id(found.rest)),
            "remove one of them",
        ),
        kind => {
            let (message, help) = wrong(kind);
            (message.to_owned(), help)
        }
    }
}

/// What is said of a thing that is missing, whatever stands in its place. One flat table.
fn wanted(kind: Expected) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        Expected::Space => (
            "a space after `#`",
            "a comment begins with `# `, `## ` or `### `",
        ),
        Expected::TermId => ("the id of a term after `-`", NAME),
        Expected::Argument => ("the name of an argument after `$`", NAME),
        Expected::Attribute => ("the name of an attribute after `.`", NAME),
        Expected::Value => (
            "a value in the placeable",
            "write an argument such as `{ $name }`; a literal brace is `{ \"{\" }`",
        ),
        Expected::Parenthesis => ("`)` to close the call", CALL),
        Expected::Literal => (
            "a string or a number for the option",
            "write it as `type: \"ordinal\"` or `minimumFractionDigits: 2`",
        ),
        Expected::Fraction => ("a digit after `.`", "write a number as `3` or `2.5`"),
        Expected::NumberOrTerm => (
            "a number or the id of a term after `-`",
            "write a number as `-3`, and a term as `-brand-name`",
        ),
        Expected::LineEnd => ("the end of the line after `->`", ARROW),
        Expected::Key => ("a variant key after `[`", KEY),
        Expected::KeyEnd => ("`]` after the variant key", KEY),
        _ => return None,
    })
}

/// What is said of a thing that is wrong in itself. One flat table.
fn wrong(kind: Expected) -> (&'static str, &'static str) {
    match kind {
        Expected::Bracket => (
            "expected `[` right after `*`",
            "write the default variant as `*[other]`",
        ),
        Expected::VariantText => (
            "the variant has no text",
            "write the text after the key; an empty one is `{ \"\" }`",
        ),
        Expected::NoBrace => (
            "this `}` closes nothing",
            "open the placeable with `{`; a literal brace is `{ \"}\" }`",
        ),
        Expected::NoStar => (
            "the choice has two default variants",
            "leave the star at one variant only",
        ),
        Expected::Function => (
            "the name of a function has capital letters only",
            "write it as `NUMBER($n)`",
        ),
        Expected::NoPositional => (
            "this argument stands after an option",
            "put it first, as in `NUMBER($n, minimumFractionDigits: 2)`",
        ),
        Expected::NoMessage => (
            "a message cannot decide a choice",
            "write `$` before the name of an argument, as in `{ $count ->`",
        ),
        Expected::NoTerm => (
            "a term cannot decide a choice",
            "choose by one of its attributes, as in `{ -term.attribute ->`",
        ),
        Expected::NoPlaceable => (
            "a nested placeable cannot decide a choice",
            "remove the inner braces",
        ),
        Expected::Choice => (
            "an attribute of a term cannot be shown",
            "choose by it, as in `{ -term.attribute ->`, or make it a term of its own",
        ),
        Expected::LessNesting => (
            "placeables nest too deeply",
            "write the sentence as whole variants",
        ),
        // What is left is the string without an end; the others are told apart before.
        _ => (
            "the string has no closing quote on its line",
            "close it with a straight `\"`",
        ),
    }
}

fn equals_help(what: &str, found: &Found<'_>) -> &'static str {
    match (what, found.touches()) {
        ("id", true) => {
            "write `id = text`; an id has only letters from a to z, digits, `-` and `_`"
        }
        ("id", false) => {
            "write `id = text`, the id without spaces; a line that continues a text is indented"
        }
        _ => "write `.name = text`; a name has only letters from a to z, digits, `-` and `_`",
    }
}

fn brace_help(found: &Found<'_>) -> &'static str {
    let rest = found.rest.trim_start_matches(BLANKS);
    let arrows = ["→", "=>", "- >"];
    if arrows.iter().any(|arrow| rest.starts_with(arrow)) {
        ARROW
    } else if rest.starts_with('[') || rest.starts_with("*[") {
        "close the placeable with `}`, or write `->` after what decides the choice"
    } else {
        CLOSE
    }
}

fn call_argument(found: &Found<'_>) -> (String, &'static str) {
    match found.next {
        None | Some('}' | '\n' | '\r') => (
            format!("expected `)` to close the call, but found {found}"),
            CALL,
        ),
        _ => (
            format!("expected an argument or `)` in the call, but found {found}"),
            "write an option with a colon, as in `minimumFractionDigits: 2`",
        ),
    }
}

fn unknown_escape(found: &Found<'_>) -> (String, &'static str) {
    let help = "known are `\\\\`, `\\\"`, `\\uHHHH` and `\\UHHHHHH`; a line break is typed as one";
    let escaped = found.rest.chars().nth(1).filter(|c| !c.is_control());
    let message = match escaped {
        Some(escaped) => format!("unknown escape `\\{escaped}` in a string"),
        None => "unknown escape `\\` at the end of the line".to_owned(),
    };
    (message, help)
}

fn short_escape(found: &Found<'_>) -> (String, &'static str) {
    let digits = |c: &char| c.is_ascii_hexdigit();
    let mark: String = found.rest.chars().take(2).collect();
    let digits: String = found.rest.chars().skip(2).take_while(digits).collect();
    let wanted = if mark.ends_with('U') { "six" } else { "four" };
    (
        format!("expected {wanted} hexadecimal digits in `{mark}{digits}`"),
        "write `\\u` and four digits, as in `\\u00A0`, or `\\U` and six, as in `\\U01F44D`",
    )
}

/// What stands at a place. `Display` names it.
struct Found<'t> {
    before: &'t str,
    rest: &'t str,
    next: Option<char>,
}

impl<'t> Found<'t> {
    fn at(text: &'t str, at: usize) -> Self {
        let (before, rest) = text.split_at(at);
        Found {
            before,
            rest,
            next: rest.chars().next(),
        }
    }

    /// Whether it stands right behind an id.
    fn touches(&self) -> bool {
        let blank = matches!(self.next, None | Some(' ' | '\t' | '\r' | '\n'));
        !blank && !self.before.ends_with(' ')
    }

    /// How to mend what must not stand there, whatever was expected.
    fn help(&self) -> Option<&'static str> {
        match self.next? {
            '\t' => Some("use spaces; Fluent does not take tabs"),
            '\u{A0}' | '\u{202F}' => Some("use an ordinary space"),
            '“' | '”' | '„' | '«' | '»' | '‘' | '’' => Some(QUOTE),
            c if is_invisible(c) && !matches!(c, '\n' | '\r' | ' ') => {
                Some("remove it; it cannot be seen")
            }
            _ => None,
        }
    }
}

impl std::fmt::Display for Found<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.next {
            None => f.write_str("the end of the file"),
            Some('\n' | '\r') => f.write_str("the end of the line"),
            Some('\t') => f.write_str("a tab"),
            Some(' ') => f.write_str("a space"),
            Some('\u{A0}' | '\u{202F}') => f.write_str("a no-break space"),
            Some('`') => f.write_str("a backtick"),
            Some(c) if is_invisible(c) => write!(f, "U+{:04X}", u32::from(c)),
            Some(c) => write!(f, "`{c}`"),
        }
    }
}

/// Controls, blanks and marks that nobody sees.
fn is_invisible(c: char) -> bool {
    let is_mark = matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    c.is_control() || c.is_whitespace() || is_mark
}
