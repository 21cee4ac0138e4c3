//! `NAME=VALUE`: what was typed, as the values that a code takes.

use anyhow::{Context, Result};
use tolken::{Args, ArgumentType, Catalog, Number, Value};

use crate::hint;

/// Reads arguments by the manifest's types. One that the manifest does not know is a number where
/// the message expects one, else text; a name that is repeated makes a list.
pub(crate) fn parse(catalog: &Catalog, code: &str, values: &[String]) -> Result<Args> {
    let mut args = Args::new();
    let mut seen: Vec<(&str, Vec<Value<'static>>)> = Vec::new();
    let variables = catalog.variables(code);
    for pair in values {
        let (name, text) = pair
            .split_once('=')
            .filter(|(name, _)| !name.is_empty())
            .with_context(|| unnamed(catalog, code, pair))?;
        let declared = catalog.code(code).and_then(|code| {
            code.arguments()
                .iter()
                .find(|argument| argument.name() == name)
        });
        let is_number = match declared {
            Some(argument) => {
                matches!(
                    argument.kind(),
                    ArgumentType::Integer | ArgumentType::Number
                )
            }
            None => variables.contains(&(name, true)),
        };
        let value = match text.parse::<Number>() {
            Ok(number) if is_number => Value::from(number),
            _ => Value::from(text.to_owned()),
        };
        let is_list = declared.is_some_and(|argument| argument.kind() == ArgumentType::List);
        if let Some((_, list)) = seen.iter_mut().find(|(known, _)| *known == name) {
            list.push(value);
            args.set(name, Value::from(list.clone()));
        } else {
            args.set(
                name,
                if is_list {
                    vec![value.clone()].into()
                } else {
                    value.clone()
                },
            );
            seen.push((name, vec![value]));
        }
    }
    Ok(args)
}

fn unnamed(catalog: &Catalog, code: &str, pair: &str) -> String {
    let value = pair.trim_start_matches('=');
    let such_as = match hint::arguments(catalog, code).first() {
        Some(name) => format!(" such as `{name}={value}`"),
        None => String::new(),
    };
    format!("expected an argument as `NAME=VALUE`{such_as}, but found `{pair}`")
}
