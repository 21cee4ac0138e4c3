//! What to say about text that is not Fluent: the parser's error kinds, in words that help.
//!
//! The parser says where it gave up and what it wanted there. A translator wants to know what they
//! wrote, so what stands around the place decides the words.

use std::ops::Range;

use fluent_syntax::parser::{self, ErrorKind, ParserError};

use super::place::{self, BLANKS};
use super::text::Text;

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
const QUOTE: &str = "write a string in straight quotes, as in `{ \"text\" }`";

/// Explains an error of the parser.
pub(super) fn explain(text: &str, error: &ParserError) -> Explained {
    let junk = error.slice.clone().unwrap_or(error.pos.clone());
    let from = match error.kind {
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => {
            error.pos.end
        }
        _ => junk.start,
    };
    if let Some(dot) = place::attribute(text, from..junk.end) {
        return attribute(text, dot, junk.end);
    }
    if error.pos.start == junk.start && matches!(error.kind, ErrorKind::ExpectedCharRange { .. }) {
        return no_entry(text, junk.start);
    }
    let (at, message, help) = within(text, error, "id");
    Explained {
        at,
        message,
        help,
        attribute: None,
    }
}

/// Explains an attribute that cannot be read. The parser leaves it behind as an entry of its own,
/// whose error is only that it has no id; read as a message it tells what is really wrong.
fn attribute(text: &str, dot: usize, end: usize) -> Explained {
    let start = dot + 1;
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_".contains(byte);
    let length = text.as_bytes()[start..end]
        .iter()
        .take_while(|&b| is_name(b))
        .count();
    let name = start..start + length;
    let error = parser::parse(Text(&text[start..end])).err();
    let error = error.and_then(|(_, errors)| errors.into_iter().next());
    let error = error.map(|error| place::moved(error, start));
    let others = if place::next_attribute(text, start..end) {
        ", nor can those after it"
    } else {
        ""
    };
    let (at, message, help) = match error {
        Some(error) if !matches!(error.kind, ErrorKind::ExpectedMessageField { .. }) => {
            let (at, message, help) = within(text, &error, "name");
            let message = match &text[name.clone()] {
                "" => format!("an attribute cannot be read{others}: {message}"),
                name => format!("attribute `.{name}` cannot be read{others}: {message}"),
            };
            (at, message, help)
        }
        // Without an error it has attributes behind it, which are read as its own.
        error => {
            let at = error.map_or(dot, |error| place::of(text, &error));
            let at = if at == start { dot } else { at };
            let message = format!(
                "attribute `.{}` cannot be read{others}: it has no text",
                &text[name.clone()]
            );
            (
                at,
                message,
                Found::at(text, at).help().unwrap_or(TEXT).to_owned(),
            )
        }
    };
    Explained {
        at,
        message,
        help,
        attribute: Some(name),
    }
}

/// The place, the message and the help for an error within an entry or attribute; `what` is what
/// its name is called.
fn within(text: &str, error: &ParserError, what: &str) -> (usize, String, String) {
    let at = place::of(text, error);
    let found = Found::at(text, at);
    let (message, help) = match &error.kind {
        ErrorKind::ExpectedToken(token) => token_missing(*token, &found, what),
        ErrorKind::ExpectedCharRange { range } => name_missing(range, &found),
        ErrorKind::ExpectedInlineExpression => value_missing(&found),
        ErrorKind::MissingDefaultVariant => default_missing(&found),
        ErrorKind::UnknownEscapeSequence(_) => unknown_escape(&found),
        ErrorKind::InvalidUnicodeEscapeSequence(_) => short_escape(&found),
        kind => plain(kind, &found),
    };
    (at, message, found.help().unwrap_or(help).to_owned())
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

/// The kinds whose words depend on nothing around them. One flat table.
fn plain(kind: &ErrorKind, found: &Found<'_>) -> (String, &'static str) {
    match kind {
        ErrorKind::ExpectedMessageField { entry_id } => (
            format!("message `{entry_id}` has neither a text nor an attribute"),
            TEXT,
        ),
        ErrorKind::ExpectedTermField { entry_id } => {
            (format!("term `-{entry_id}` has no text"), TEXT)
        }
        ErrorKind::ForbiddenCallee => (
            "the name of a function has capital letters only".to_owned(),
            "write it as `NUMBER($n)`",
        ),
        ErrorKind::MultipleDefaultVariants => (
            "the choice has two default variants".to_owned(),
            "leave the star at one variant only",
        ),
        ErrorKind::MissingValue => (
            "the variant has no text".to_owned(),
            "write the text after the key; an empty one is `{ \"\" }`",
        ),
        ErrorKind::MessageReferenceAsSelector | ErrorKind::MessageAttributeAsSelector => (
            "a message cannot decide a choice".to_owned(),
            "write `$` before the name of an argument, as in `{ $count ->`",
        ),
        ErrorKind::TermReferenceAsSelector => (
            "a term cannot decide a choice".to_owned(),
            "choose by one of its attributes, as in `{ -term.attribute ->`",
        ),
        ErrorKind::TermAttributeAsPlaceable => (
            "an attribute of a term cannot be shown".to_owned(),
            "choose by it, as in `{ -term.attribute ->`, or make it a term of its own",
        ),
        ErrorKind::ExpectedSimpleExpressionAsSelector => (
            "a nested placeable cannot decide a choice".to_owned(),
            "remove the inner braces",
        ),
        ErrorKind::PositionalArgumentFollowsNamed => (
            "this argument stands after an option".to_owned(),
            "put it first, as in `NUMBER($n, minimumFractionDigits: 2)`",
        ),
        ErrorKind::DuplicatedNamedArgument(name) => (
            format!("option `{name}` is given twice"),
            "remove one of them",
        ),
        ErrorKind::UnbalancedClosingBrace => (
            "this `}` closes nothing".to_owned(),
            "open the placeable with `{`; a literal brace is `{ \"}\" }`",
        ),
        ErrorKind::ExpectedLiteral => (
            format!("expected a string or a number for the option, but found {found}"),
            "write it as `type: \"ordinal\"` or `minimumFractionDigits: 2`",
        ),
        // What is left is the string without an end; the others are told apart before.
        _ => (
            "the string has no closing quote on its line".to_owned(),
            "close it with a straight `\"`",
        ),
    }
}

fn token_missing(token: char, found: &Found<'_>, what: &str) -> (String, &'static str) {
    match token {
        '=' => (
            format!("expected `=` after the {what}, but found {found}"),
            match (what, found.touches()) {
                ("id", true) => {
                    "write `id = text`; an id has only letters from a to z, digits, `-` and `_`"
                }
                ("id", false) => {
                    "write `id = text`, the id without spaces; a line that continues a text is indented"
                }
                _ => {
                    "write `.name = text`; a name has only letters from a to z, digits, `-` and `_`"
                }
            },
        ),
        '}' if found.before.trim_end_matches(' ').ends_with('*') => (
            "expected `[` right after `*`".to_owned(),
            "write the default variant as `*[other]`",
        ),
        '}' => (
            format!("expected `}}` to close the placeable, but found {found}"),
            match found.rest.trim_start_matches(BLANKS) {
                next if ["→", "=>", "- >"]
                    .iter()
                    .any(|arrow| next.starts_with(arrow)) =>
                {
                    ARROW
                }
                next if next.starts_with('[') || next.starts_with("*[") => {
                    "close the placeable with `}`, or write `->` after what decides the choice"
                }
                _ => CLOSE,
            },
        ),
        ']' => (
            format!("expected `]` after the variant key, but found {found}"),
            KEY,
        ),
        ')' => (
            format!("expected `)` to close the call, but found {found}"),
            CALL,
        ),
        ' ' => (
            format!("expected a space after `#`, but found {found}"),
            "a comment begins with `# `, `## ` or `### `",
        ),
        _ => plain(&ErrorKind::UnterminatedStringLiteral, found),
    }
}

fn name_missing(range: &str, found: &Found<'_>) -> (String, &'static str) {
    let before = found.before.trim_end_matches(BLANKS);
    let (wanted, help) = match (range, before.chars().next_back()) {
        ("0-9", Some('.')) => ("a digit after `.`", "write a number as `3` or `2.5`"),
        ("0-9", _) => (
            "a number or the id of a term after `-`",
            "write a number as `-3`, and a term as `-brand-name`",
        ),
        ("a-zA-Z", Some('$')) => ("the name of an argument after `$`", NAME),
        ("a-zA-Z", Some('.')) => ("the name of an attribute after `.`", NAME),
        ("a-zA-Z", Some('-')) => ("the id of a term after `-`", NAME),
        ("a-zA-Z", Some('[')) => ("a variant key after `[`", KEY),
        ("a-zA-Z", _) => ("an id", NAME),
        // The parser names the characters of a line end.
        _ => ("the end of the line after `->`", ARROW),
    };
    (format!("expected {wanted}, but found {found}"), help)
}

/// In a placeable right behind its brace, else in a call.
fn value_missing(found: &Found<'_>) -> (String, &'static str) {
    let is_in_call = !found.before.trim_end_matches(BLANKS).ends_with('{');
    match found.next {
        None | Some('}' | '\n' | '\r') if is_in_call => (
            format!("expected `)` to close the call, but found {found}"),
            CALL,
        ),
        _ if is_in_call => (
            format!("expected an argument or `)` in the call, but found {found}"),
            "write an option with a colon, as in `minimumFractionDigits: 2`",
        ),
        _ => (
            format!("expected a value in the placeable, but found {found}"),
            "write an argument such as `{ $name }`; a literal brace is `{ \"{\" }`",
        ),
    }
}

fn default_missing(found: &Found<'_>) -> (String, &'static str) {
    if found.next == Some('}') {
        let message = "the choice that ends here has no default variant";
        return (message.to_owned(), STAR);
    }
    (
        format!("expected a variant such as `[one]`, but found {found}"),
        "write each variant in a line of its own, and mark one with a star, as in `*[other]`",
    )
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
