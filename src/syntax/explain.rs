//! What to say about text that is not Fluent: the parser's error kinds, in words that help.

use fluent_syntax::parser::ErrorKind;

/// What is wrong, and how to mend it. One flat table of the parser's kinds.
#[expect(clippy::too_many_lines)]
pub(super) fn explain(kind: &ErrorKind, rest: &str) -> (String, &'static str) {
    let found = match rest.chars().next() {
        None => "the end of the file".to_owned(),
        Some('\n' | '\r') => "the end of the line".to_owned(),
        Some('\t') => "a tab".to_owned(),
        Some(char) => format!("`{char}`"),
    };
    let (message, help) = match kind {
        ErrorKind::ExpectedToken('=') => (
            format!("expected `=` after the id, but found {found}"),
            "write `id = text`; an id has letters, digits, `-` and `_` only",
        ),
        ErrorKind::ExpectedToken('}') => (
            format!("expected `}}` to close the placeable, but found {found}"),
            "close the placeable with `}`, as in `{ $name }`; a literal brace is `{ \"{\" }`",
        ),
        ErrorKind::ExpectedToken(']') => (
            format!("expected `]` after the variant key, but found {found}"),
            "write the key as `[one]`",
        ),
        ErrorKind::ExpectedToken(token) => (
            format!("expected `{token}`, but found {found}"),
            "add it, or remove what stands there",
        ),
        ErrorKind::ExpectedCharRange { range } => (
            format!("expected an id that begins with one of {range}, but found {found}"),
            "an id begins with a letter and has letters, digits, `-` and `_` only",
        ),
        ErrorKind::ExpectedMessageField { entry_id } => (
            format!("message `{entry_id}` has neither a text nor an attribute"),
            "write the text behind `=`; lines that go on are indented by spaces, not tabs",
        ),
        ErrorKind::ExpectedTermField { entry_id } => (
            format!("term `-{entry_id}` has no text"),
            "write the text behind `=`; lines that go on are indented by spaces, not tabs",
        ),
        ErrorKind::ForbiddenCallee => (
            "a function name has capital letters, digits, `-` and `_` only".to_owned(),
            "write it as `NUMBER($n)`",
        ),
        ErrorKind::MissingDefaultVariant => (
            "the choice has no default variant".to_owned(),
            "mark one variant with a star, as in `*[other]`",
        ),
        ErrorKind::MultipleDefaultVariants => (
            "the choice has two default variants".to_owned(),
            "leave the star at one variant only",
        ),
        ErrorKind::MissingValue => (
            "a text is missing".to_owned(),
            "write the text behind the key or the `=`",
        ),
        ErrorKind::MessageReferenceAsSelector | ErrorKind::MessageAttributeAsSelector => (
            "a message cannot decide a choice".to_owned(),
            "choose by an argument, as in `{ $count -> … }`, or by a term's attribute",
        ),
        ErrorKind::TermReferenceAsSelector => (
            "a term cannot decide a choice".to_owned(),
            "choose by one of its attributes, as in `{ -term.attribute -> … }`",
        ),
        ErrorKind::TermAttributeAsPlaceable => (
            "a term's attribute cannot be shown".to_owned(),
            "use it to choose, as in `{ -term.attribute -> … }`, or make it a term of its own",
        ),
        ErrorKind::ExpectedSimpleExpressionAsSelector => (
            "a nested placeable cannot decide a choice".to_owned(),
            "remove the inner braces",
        ),
        ErrorKind::UnterminatedStringLiteral => (
            "the string has no closing quote on its line".to_owned(),
            "close it with a straight `\"`",
        ),
        ErrorKind::PositionalArgumentFollowsNamed => (
            "an argument by place stands behind one by name".to_owned(),
            "put it first, as in `NUMBER($n, minimumFractionDigits: 2)`",
        ),
        ErrorKind::DuplicatedNamedArgument(name) => (
            format!("option `{name}` is given twice"),
            "remove one of them",
        ),
        ErrorKind::UnknownEscapeSequence(sequence) => (
            // The parser gives the byte as a decimal number.
            format!("unknown escape `\\{}` in a string", escape(sequence)),
            "known are `\\\\`, `\\\"`, `\\uHHHH` and `\\UHHHHHH`",
        ),
        ErrorKind::InvalidUnicodeEscapeSequence(sequence) => (
            format!("`{sequence}` is not the number of a character"),
            "write four hexadecimal digits behind `\\u`, or six behind `\\U`",
        ),
        ErrorKind::UnbalancedClosingBrace => (
            "this `}` closes nothing".to_owned(),
            "open the placeable with `{`; a literal brace is `{ \"}\" }`",
        ),
        ErrorKind::ExpectedInlineExpression => (
            format!("expected a value in the placeable, but found {found}"),
            "write an argument such as `{ $name }`; a literal brace is `{ \"{\" }`",
        ),
        ErrorKind::ExpectedLiteral => (
            format!("expected a string or a number, but found {found}"),
            "an option takes a literal, as in `pair: \"이/가\"` or `minimumFractionDigits: 2`",
        ),
    };
    if rest.starts_with('\t') {
        return (message, "indent by spaces; Fluent does not take tabs");
    }
    (message, help)
}

fn escape(sequence: &str) -> char {
    sequence.parse::<u8>().map_or('?', |byte| {
        if byte.is_ascii_graphic() {
            byte.into()
        } else {
            '?'
        }
    })
}
