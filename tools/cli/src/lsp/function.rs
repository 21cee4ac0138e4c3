//! What Fluent's functions take, for hovers and completion.
//!
//! The library reads options and says what is wrong with them; this table says what they are before
//! there is anything to read. A test holds it to the library.

use tolken::function::{elide, josa};

/// A function that messages may call.
pub(super) struct Function {
    pub(super) name: &'static str,
    /// What it gives.
    pub(super) gives: &'static str,
    pub(super) options: &'static [Parameter],
}

/// An option of a function.
pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) values: Values,
}

/// What an option may be.
#[derive(Clone, Copy)]
pub(super) enum Values {
    /// Words, in quotes.
    Words(&'static [&'static str]),
    /// A whole number within bounds.
    Number(u8, u8),
    /// An offset such as `+09:00`, or UTC.
    Zone,
    /// Pairs of Korean particles.
    Pairs,
    /// French words that elide.
    Forms,
}

impl Values {
    /// The values as they are written, an example where there are too many.
    pub(super) fn written(self) -> Vec<String> {
        let quoted = |word: &str| format!("\"{word}\"");
        match self {
            Values::Words(words) => words.iter().map(|word| quoted(word)).collect(),
            Values::Number(low, high) => (low..=high.min(low + 3)).map(|n| n.to_string()).collect(),
            Values::Zone => vec![quoted("UTC"), quoted("+09:00")],
            Values::Pairs => josa::Pair::all().map(|pair| quoted(pair.name())).collect(),
            Values::Forms => elide::Form::all().map(|form| quoted(form.name())).collect(),
        }
    }

    /// The values in a few words.
    pub(super) fn described(self) -> String {
        match self {
            Values::Number(low, high) => format!("{low} to {high}"),
            Values::Zone => "`\"UTC\"` or an offset such as `\"+09:00\"`".to_owned(),
            Values::Words(_) | Values::Pairs | Values::Forms => {
                let written = self.written().into_iter();
                let written: Vec<_> = written.map(|value| format!("`{value}`")).collect();
                written.join(", ")
            }
        }
    }
}

const fn words(name: &'static str, words: &'static [&'static str]) -> Parameter {
    Parameter {
        name,
        values: Values::Words(words),
    }
}

const fn number(name: &'static str, low: u8, high: u8) -> Parameter {
    Parameter {
        name,
        values: Values::Number(low, high),
    }
}

const LENGTHS: &[&str] = &["full", "long", "medium", "short"];
const DIGITS: &[&str] = &["numeric", "2-digit"];

/// The functions of every catalog.
pub(super) const FUNCTIONS: [Function; 5] = [
    Function {
        name: "NUMBER",
        gives: "the number as the locale writes it",
        options: &[
            number("minimumIntegerDigits", 1, 21),
            number("minimumFractionDigits", 0, 20),
            number("maximumFractionDigits", 0, 20),
            number("minimumSignificantDigits", 1, 21),
            number("maximumSignificantDigits", 1, 21),
            words("useGrouping", &["auto", "always", "min2", "false"]),
            words("style", &["decimal", "percent"]),
            words("type", &["cardinal", "ordinal"]),
        ],
    },
    Function {
        name: "DATETIME",
        gives: "the date and time as the locale writes them",
        options: &[
            words("dateStyle", LENGTHS),
            words("timeStyle", LENGTHS),
            words("weekday", &["long", "short"]),
            words("era", &["short"]),
            words("year", DIGITS),
            words("month", &["numeric", "2-digit", "long", "short"]),
            words("day", DIGITS),
            words("hour", DIGITS),
            words("minute", DIGITS),
            words("second", DIGITS),
            number("fractionalSecondDigits", 1, 3),
            words("hour12", &["true", "false"]),
            Parameter {
                name: "timeZone",
                values: Values::Zone,
            },
            words("timeZoneName", &["shortOffset", "longOffset"]),
        ],
    },
    Function {
        name: "LIST",
        gives: "the values joined as the locale does",
        options: &[words("type", &["and", "or", "unit"])],
    },
    Function {
        name: "JOSA",
        gives: "the Korean particle that follows the value",
        options: &[
            Parameter {
                name: "pair",
                values: Values::Pairs,
            },
            words("kind", &["hash", "guid", "url"]),
        ],
    },
    Function {
        name: "ELIDE",
        gives: "the French word before the value, with its space or apostrophe",
        options: &[Parameter {
            name: "form",
            values: Values::Forms,
        }],
    },
];

/// A function by its name.
pub(super) fn named(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.name == name)
}

#[cfg(test)]
mod tests {
    use tolken::{Catalog, Layer, Rule};

    use super::*;

    /// What is said about the options of a call.
    fn said(call: &str) -> Vec<String> {
        let text = format!("a = {{ {call} }}\n");
        let layer = Layer::new().source("en-US", "a.ftl", text);
        let loaded = Catalog::builder().layer(layer).build().unwrap();
        let findings = loaded.findings().iter();
        let findings = findings.filter(|finding| {
            matches!(finding.rule(), Rule::FunctionOption | Rule::UnknownFunction)
        });
        findings.map(ToString::to_string).collect()
    }

    #[test]
    fn the_library_takes_what_the_table_names() {
        for function in &FUNCTIONS {
            // What a call cannot be without.
            let needed = match function.name {
                "JOSA" => "pair: \"이/가\", ",
                "ELIDE" => "form: \"de\", ",
                _ => "",
            };
            for parameter in function.options {
                for value in parameter.values.written() {
                    let with = match parameter.name {
                        "pair" | "form" => "",
                        "era" => "year: \"numeric\", ",
                        "weekday" => "day: \"numeric\", ",
                        "minute" => "hour: \"numeric\", ",
                        "fractionalSecondDigits" => {
                            "hour: \"numeric\", minute: \"numeric\", second: \"numeric\", "
                        }
                        "second" | "timeZoneName" => "hour: \"numeric\", minute: \"numeric\", ",
                        _ => needed,
                    };
                    let call = format!("{}($x, {with}{}: {value})", function.name, parameter.name);
                    assert_eq!(said(&call), [""; 0], "{call}");
                }
            }
        }
    }

    /// What the library says of an option that it does not know names those that it does.
    #[test]
    fn the_table_names_what_the_library_takes() {
        for function in &FUNCTIONS {
            let said = said(&format!("{}($x, nonsense: 1)", function.name)).join(" ");
            let named = said.rsplit("help: ").next().unwrap_or_default();
            let named: Vec<_> = named.split('`').skip(1).step_by(2).collect();
            for name in &named {
                let known = function.options.iter();
                assert!(
                    known.clone().any(|known| known.name == *name),
                    "{name}: {said}"
                );
            }
            let options: Vec<_> = function.options.iter().map(|known| known.name).collect();
            for option in options {
                assert!(named.contains(&option), "{option}: {said}");
            }
        }
    }
}
