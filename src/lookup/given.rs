//! Arguments that a text does not show, and that its choices tell.
//!
//! Separate from [reading](super::read), which cuts values out of a text: here a variant that was
//! taken is turned into a value that would take it.

use super::bits;
use super::matches::{ArgumentStatus, MatchArgument};
use super::read::Reader;
use super::skeleton::{Given, KeyFact};
use crate::manifest::{Argument, ArgumentType};
use crate::value::{Number, Value};

/// Numbers that between them are of every plural category.
const SAMPLES: [&str; 12] = [
    "1", "2", "0", "3", "5", "6", "11", "20", "100", "1000000", "1.5", "7",
];

impl<'a> Reader<'_, '_, 'a> {
    /// Whether a variant is the one that its argument chooses; gives the argument where the text
    /// does not show it.
    pub(super) fn given(&mut self, given: &'a Given) {
        let locale = usize::from(self.owner.locale);
        let conventions = self.data.catalog.conventions(locale);
        let known = self
            .reading
            .arguments
            .iter()
            .find(|argument| *argument.name == *given.name);
        if let Some(known) = known {
            let chosen = match &known.value {
                Value::Number(number) => given.choice.of_number(number, conventions),
                Value::String(text) => given.choice.of_text(text),
                _ => given.choice.default,
            };
            if chosen != given.variant {
                self.reading.cost += bits::WRONG_VARIANT;
                self.reading.renders_back = false;
            }
            return;
        }
        let declared = self.declared(&given.name);
        let is_number = match declared.map(Argument::kind) {
            Some(ArgumentType::Integer | ArgumentType::Number) => true,
            Some(_) => false,
            None => given.choice.is_numeric,
        };
        let value = if is_number {
            self.sample(given)
        } else {
            name(given, declared)
        };
        if let Some((value, status)) = value {
            self.reading.arguments.push(MatchArgument {
                name: &given.name,
                value,
                status,
                range: None,
            });
        }
    }

    /// A number that chooses a variant.
    fn sample(&self, given: &Given) -> Option<(Value<'a>, ArgumentStatus)> {
        if let Some(KeyFact::Number(number)) = given.choice.facts.get(given.variant)
            && given.variant != given.choice.default
        {
            return Some((Value::Number(*number), ArgumentStatus::Exact));
        }
        let locale = usize::from(self.owner.locale);
        let conventions = self.data.catalog.conventions(locale);
        let mut samples = SAMPLES
            .iter()
            .filter_map(|text| text.parse::<Number>().ok());
        let number =
            samples.find(|number| given.choice.of_number(number, conventions) == given.variant)?;
        Some((Value::Number(number), ArgumentStatus::Chosen))
    }
}

/// The value of a text argument that a variant stands for.
fn name<'a>(
    given: &'a Given,
    declared: Option<&'a Argument>,
) -> Option<(Value<'a>, ArgumentStatus)> {
    let choice = &given.choice;
    let key = match choice.facts.get(given.variant)? {
        KeyFact::Name(name, _) => &**name,
        KeyFact::Number(number) => return Some((Value::Number(*number), ArgumentStatus::Exact)),
    };
    let allowed: Vec<&'a str> = declared
        .map_or(&[][..], Argument::values)
        .iter()
        .map(String::as_str)
        .filter(|value| choice.of_text(value) == given.variant)
        .collect();
    let is_sure = given.variant != choice.default;
    let (value, is_sure) = match allowed.as_slice() {
        [only] => (*only, true),
        [] => (key, is_sure),
        [first, ..] => (if allowed.contains(&key) { key } else { *first }, false),
    };
    let status = if is_sure {
        ArgumentStatus::Exact
    } else {
        ArgumentStatus::Chosen
    };
    Some((Value::from(value), status))
}
