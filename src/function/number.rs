//! `NUMBER`: the options that Fluent names, with the ranges of ECMA-402.

use super::{Literal, OptionError};
use crate::locale::{Grouping, NumberOptions};

const KNOWN: &str = "its options are `minimumIntegerDigits`, `minimumFractionDigits`, `maximumFractionDigits`, \
                     `minimumSignificantDigits`, `maximumSignificantDigits`, `useGrouping`, `style` and `type`";

pub(crate) fn number_options(
    given: &[(&str, Literal<'_>)],
    errors: &mut Vec<OptionError>,
) -> NumberOptions {
    let mut options = NumberOptions::default();
    for (name, literal) in given {
        let mut digits = |low: u8, high: u8| {
            let digits = match literal {
                Literal::Number(number) => number.as_integer().and_then(|n| u8::try_from(n).ok()),
                Literal::Text(_) => None,
            };
            let digits = digits.filter(|digits| (low..=high).contains(digits));
            if digits.is_none() {
                let expected = format!("a whole number from {low} to {high}");
                errors.push(OptionError::value("NUMBER", name, &expected, literal));
            }
            digits
        };
        match *name {
            "minimumIntegerDigits" => options.minimum_integer_digits = digits(1, 21),
            "minimumFractionDigits" => options.minimum_fraction_digits = digits(0, 20),
            "maximumFractionDigits" => options.maximum_fraction_digits = digits(0, 20),
            "minimumSignificantDigits" => options.minimum_significant_digits = digits(1, 21),
            "maximumSignificantDigits" => options.maximum_significant_digits = digits(1, 21),
            "useGrouping" => {
                if let Some(grouping) = grouping(literal) {
                    options.grouping = grouping;
                } else {
                    let expected = "`\"auto\"`, `\"always\"`, `\"min2\"` or `\"false\"`";
                    errors.push(OptionError::value("NUMBER", name, expected, literal));
                }
            }
            "type" => match literal {
                Literal::Text("cardinal") => options.ordinal = false,
                Literal::Text("ordinal") => options.ordinal = true,
                _ => {
                    let expected = "`\"cardinal\"` or `\"ordinal\"`";
                    errors.push(OptionError::value("NUMBER", name, expected, literal));
                }
            },
            "style" => match literal {
                Literal::Text("decimal") => options.percent = false,
                Literal::Text("percent") => options.percent = true,
                _ => {
                    let expected = "\"decimal\" or \"percent\"; currencies and units are not shown";
                    errors.push(OptionError::value("NUMBER", name, expected, literal));
                }
            },
            "currency" | "currencyDisplay" | "currencySign" | "unit" | "unitDisplay" => {
                let help = "currencies and units are not shown; write the name beside the number";
                errors.push(OptionError::unsupported("NUMBER", name, help));
            }
            _ => errors.push(OptionError::unknown("NUMBER", name, KNOWN)),
        }
    }
    contradictions(&options, errors);
    options
}

/// Fluent has no booleans, so a string or a number stands for one, as in fluent.js.
fn grouping(literal: &Literal<'_>) -> Option<Grouping> {
    match literal {
        Literal::Text("auto" | "true") => Some(Grouping::Auto),
        Literal::Text("always") => Some(Grouping::Always),
        Literal::Text("min2") => Some(Grouping::Min2),
        Literal::Text("false") => Some(Grouping::Never),
        Literal::Number(number) => match number.as_integer() {
            Some(0) => Some(Grouping::Never),
            Some(1) => Some(Grouping::Auto),
            _ => None,
        },
        Literal::Text(_) => None,
    }
}

fn contradictions(options: &NumberOptions, errors: &mut Vec<OptionError>) {
    let pairs = [
        (
            "minimumFractionDigits",
            options.minimum_fraction_digits,
            options.maximum_fraction_digits,
        ),
        (
            "minimumSignificantDigits",
            options.minimum_significant_digits,
            options.maximum_significant_digits,
        ),
    ];
    for (name, minimum, maximum) in pairs {
        if let (Some(minimum), Some(maximum)) = (minimum, maximum)
            && minimum > maximum
        {
            errors.push(OptionError {
                option: Some(name.to_owned()),
                message: format!(
                    "`{name}` of `NUMBER` is {minimum}, and the maximum only {maximum}"
                ),
                help: "make it the smaller of the two; the maximum counts".to_owned(),
            });
        }
    }
}
