//! The functions that a message may call.
//!
//! Owns what each function's options mean, and the registry of an application's own functions.
//! One function a file. Options are read when a message is compiled, so that a wrong one is a
//! finding at load and no surprise when a user is waiting.

mod datetime;
pub mod elide;
pub mod josa;
mod list;
mod number;
mod registry;

pub(crate) use self::datetime::date_options;
pub(crate) use self::list::list_kind;
pub(crate) use self::number::number_options;
pub(crate) use self::registry::{Function, Functions};

use crate::locale::{DateOptions, ListKind, NumberOptions};

/// A call of one of tolken's own functions, its options read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Builtin {
    /// `NUMBER($n, …)`
    Number(NumberOptions),
    /// `DATETIME($when, …)`
    DateTime(DateOptions),
    /// `LIST($x, type: "or")`
    List(ListKind),
    /// `JOSA($x, pair: "이/가", kind: "hash")`
    Josa(josa::Pair, josa::Kind),
    /// `ELIDE($x, form: "de")`
    Elide(elide::Form),
}

/// A literal that was given to an option.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Literal<'s> {
    Text(&'s str),
    Number(crate::value::Number),
}

impl std::fmt::Display for Literal<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Literal::Text(text) => write!(f, "\"{text}\""),
            Literal::Number(number) => number.fmt(f),
        }
    }
}

/// What is wrong with an option, and how to mend it.
#[derive(Debug, PartialEq)]
pub(crate) struct OptionError {
    /// The option; `None` when one is missing.
    pub(crate) option: Option<String>,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl OptionError {
    fn unknown(function: &str, option: &str, known: &str) -> Self {
        OptionError {
            option: Some(option.to_owned()),
            message: format!("`{function}` has no option `{option}`"),
            help: known.to_owned(),
        }
    }

    /// What the option asks for is beyond what can be shown.
    fn unsupported(function: &str, option: &str, help: impl Into<String>) -> Self {
        OptionError {
            option: Some(option.to_owned()),
            message: format!("`{option}` of `{function}` is not supported"),
            help: help.into(),
        }
    }

    fn value(function: &str, option: &str, expected: &str, found: &Literal<'_>) -> Self {
        OptionError {
            option: Some(option.to_owned()),
            message: format!("`{option}` of `{function}` cannot be `{found}`"),
            help: format!("write {expected}"),
        }
    }
}

/// The names of tolken's own functions.
pub(crate) const NAMES: [&str; 5] = ["NUMBER", "DATETIME", "LIST", "JOSA", "ELIDE"];

/// Reads the options of one of tolken's own functions; `None` when it is none of these. An option
/// that is wrong is left out of the call, so that the rest still counts.
pub(crate) fn builtin(
    name: &str,
    options: &[(&str, Literal<'_>)],
    errors: &mut Vec<OptionError>,
) -> Option<Builtin> {
    Some(match name {
        "NUMBER" => Builtin::Number(number_options(options, errors)),
        "DATETIME" => Builtin::DateTime(date_options(options, errors)),
        "LIST" => Builtin::List(list_kind(options, errors)),
        "JOSA" => josa_call(options, errors)?,
        "ELIDE" => elide_call(options, errors)?,
        _ => return None,
    })
}

fn josa_call(options: &[(&str, Literal<'_>)], errors: &mut Vec<OptionError>) -> Option<Builtin> {
    let mut pair = None;
    let mut kind = josa::Kind::default();
    for (option, literal) in options {
        match (*option, literal) {
            ("pair", Literal::Text(text)) if josa::Pair::parse(text).is_some() => {
                pair = josa::Pair::parse(text);
            }
            ("pair", _) => {
                let pairs: Vec<_> = josa::Pair::all()
                    .map(|pair| format!("`{}`", pair.name()))
                    .collect();
                let expected = format!("one of {}", pairs.join(", "));
                errors.push(OptionError::value("JOSA", option, &expected, literal));
            }
            ("kind", Literal::Text(text)) if josa::Kind::parse(text).is_some() => {
                kind = josa::Kind::parse(text).unwrap_or_default();
            }
            ("kind", _) => {
                let expected = "`\"hash\"`, `\"guid\"` or `\"url\"`";
                errors.push(OptionError::value("JOSA", option, expected, literal));
            }
            _ => errors.push(OptionError::unknown(
                "JOSA",
                option,
                "its options are `pair` and `kind`",
            )),
        }
    }
    if !options.iter().any(|(option, _)| *option == "pair") {
        errors.push(OptionError {
            option: None,
            message: "`JOSA` has no `pair`".to_owned(),
            help: "name the particles, as in `JOSA($x, pair: \"이/가\")`".to_owned(),
        });
    }
    pair.map(|pair| Builtin::Josa(pair, kind))
}

fn elide_call(options: &[(&str, Literal<'_>)], errors: &mut Vec<OptionError>) -> Option<Builtin> {
    let mut form = None;
    for (option, literal) in options {
        match (*option, literal) {
            ("form", Literal::Text(text)) if elide::Form::parse(text).is_some() => {
                form = elide::Form::parse(text);
            }
            ("form", _) => {
                let forms: Vec<_> = elide::Form::all()
                    .map(|form| format!("`{}`", form.name()))
                    .collect();
                let expected = format!("one of {}", forms.join(", "));
                errors.push(OptionError::value("ELIDE", option, &expected, literal));
            }
            _ => errors.push(OptionError::unknown(
                "ELIDE",
                option,
                "its only option is `form`",
            )),
        }
    }
    if !options.iter().any(|(option, _)| *option == "form") {
        errors.push(OptionError {
            option: None,
            message: "`ELIDE` has no `form`".to_owned(),
            help: "name the word, as in `ELIDE($x, form: \"de\")`".to_owned(),
        });
    }
    form.map(Builtin::Elide)
}
