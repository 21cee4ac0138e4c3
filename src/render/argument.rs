//! Arguments: read, held against their types, and shown.

use std::borrow::Cow;

use super::guard::REDACTED;
use super::writer::Writer;
use crate::fault::{FaultKind, Faults};
use crate::locale::{DateOptions, ListKind, NumberOptions};
use crate::manifest::{Argument, ArgumentType};
use crate::name::same;
use crate::value::{Arguments, DateTime, Number, Value};

/// An argument that is shown as it is.
#[derive(Clone, Copy)]
pub(crate) enum Plain<'r> {
    /// Not empty.
    Text(&'r str),
    Integer(i64),
}

impl<'r> Writer<'r> {
    /// An argument that is shown as it is: of the type that the manifest asks for, no secret, and
    /// nothing to be told of it. Most are, and this is all that they cost.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "what follows knows what it gave")]
    pub(super) fn plain(&mut self, variable: u32) -> Option<Plain<'r>> {
        match self.latest {
            Some((latest, plain)) if latest == variable => Some(plain),
            _ => self.find_plain(variable),
        }
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "what follows knows what it gave")]
    fn find_plain(&mut self, variable: u32) -> Option<Plain<'r>> {
        let name = self.pool.variable(variable);
        let args: &'r dyn Arguments = self.args;
        let found = args.find(name);
        let (index, value) = found.as_ref()?;
        let index = *index;
        let declared = declared(self.types, name, index);
        if self.redacts && declared.is_some_and(Argument::is_sensitive) {
            return None;
        }
        let kind = declared.map(Argument::kind);
        let plain = match value {
            Value::String(Cow::Borrowed(text))
                if matches!(kind, None | Some(ArgumentType::String))
                    && !text.is_empty()
                    && text.len() <= self.bounds.argument_bytes =>
            {
                Plain::Text(text)
            }
            Value::Number(number)
                if matches!(
                    kind,
                    None | Some(ArgumentType::Integer | ArgumentType::Number)
                ) && number.fraction_digits() == 0 =>
            {
                Plain::Integer(number.as_small_integer()?)
            }
            _ => return None,
        };
        // It owns nothing, being a number or a borrowed text; to find that out again costs more
        // than the rest.
        std::mem::forget(found);
        if index < 64 {
            self.used |= 1 << index;
        }
        self.latest = Some((variable, plain));
        Some(plain)
    }

    #[inline]
    pub(super) fn integer(&mut self, integer: i64, isolate: bool) {
        self.write_integer(integer, isolate || self.output.always_isolates(""));
    }

    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "calls are a tenth of what a short message costs"
    )]
    pub(super) fn write_integer(&mut self, integer: i64, isolate: bool) {
        if self.is_bare() {
            self.conventions.write_integer(integer, self.out);
        } else {
            self.write_integer_apart(integer, isolate);
        }
    }

    #[inline(never)]
    fn write_integer_apart(&mut self, integer: i64, isolate: bool) {
        self.valued(isolate, |writer| {
            writer.conventions.write_integer(integer, writer.out);
        });
    }

    pub(super) fn argument(&mut self, variable: u32, isolate: bool) {
        let name = self.pool.variable(variable);
        match self.value(name) {
            Some(_) if self.is_redacted(name) => self.out.push_str(REDACTED),
            Some(value) => {
                let isolate = isolate || self.always_isolates(&value);
                self.valued(isolate, |writer| writer.value_text(&value, name));
            }
            None => self.missing(name),
        }
    }

    fn always_isolates(&self, value: &Value<'_>) -> bool {
        match value {
            Value::String(text) | Value::Unsupported(text) => self.output.always_isolates(text),
            Value::Number(_) | Value::DateTime(_) => self.output.always_isolates(""),
            Value::List(values) => values.iter().any(|value| self.always_isolates(value)),
            Value::Custom(value) => self.output.always_isolates(&value.text(self.locale)),
        }
    }

    /// Whether an argument must not be seen where the text is going.
    pub(super) fn is_redacted(&self, name: &str) -> bool {
        self.redacts
            && self
                .types
                .iter()
                .any(|argument| argument.name() == name && argument.is_sensitive())
    }

    /// The value of an argument as its type has it, with its faults noted.
    pub(super) fn value(&mut self, name: &str) -> Option<Value<'r>> {
        let args: &'r dyn Arguments = self.args;
        let Some((index, value)) = args.find(name) else {
            self.faults.add(FaultKind::MissingArgument, name);
            return None;
        };
        if index < 64 {
            self.used |= 1 << index;
        }
        let value = checked(value, name, self.types, self.faults);
        Some(self.bounded(value, name))
    }

    fn value_text(&mut self, value: &Value<'_>, name: &str) {
        match value {
            Value::String(text) | Value::Unsupported(text) => {
                self.output.push_argument(text, self.out);
            }
            Value::Number(number) => self.number(number),
            Value::DateTime(when) => self.date(when, &DateOptions::default(), name),
            Value::List(values) => self.list(values, ListKind::default(), name),
            Value::Custom(value) => {
                let text = self.custom_text(value, name);
                self.output.push_argument(&text, self.out);
            }
        }
    }

    pub(super) fn number(&mut self, number: &Number) {
        self.conventions
            .write_number(number, &NumberOptions::default(), self.out);
    }

    /// One that the locale cannot show is shown as it was received.
    pub(super) fn date(&mut self, when: &DateTime, options: &DateOptions, name: &str) {
        if !self.conventions.write_date(when, options, self.out) {
            self.faults.add(FaultKind::WrongType, name);
            self.output.push_argument(&when.to_string(), self.out);
        }
    }

    pub(super) fn list(&mut self, values: &[Value<'_>], kind: ListKind, name: &str) {
        let mark = self.out.len();
        let mut items = Vec::with_capacity(values.len());
        for value in values {
            match value {
                // A list in a list has no form in any language.
                Value::List(_) | Value::Unsupported(_) => {
                    self.faults.add(FaultKind::WrongType, name);
                }
                value => {
                    self.value_text(value, name);
                    items.push(self.out.split_off(mark));
                }
            }
        }
        self.conventions.write_list(&items, kind, self.out);
    }
}

/// What the manifest says of an argument, which as a rule stands where the manifest has it.
#[inline]
fn declared<'t>(types: &'t [Argument], name: &str, index: usize) -> Option<&'t Argument> {
    let is_it = |argument: &Argument| same(argument.name().as_bytes(), name.as_bytes());
    match types.get(index) {
        Some(there) if is_it(there) => Some(there),
        _ => types.iter().find(|argument| is_it(argument)),
    }
}

/// A value as its type has it, with its faults noted.
pub(crate) fn checked<'v>(
    value: Value<'v>,
    name: &str,
    types: &[Argument],
    faults: &mut Faults,
) -> Value<'v> {
    let (value, fits) =
        if let Some(argument) = types.iter().find(|argument| argument.name() == name) {
            argument.convert(value)
        } else {
            let fits = !matches!(value, Value::Unsupported(_));
            (value, fits)
        };
    if !fits {
        faults.add(FaultKind::WrongType, name);
    }
    match &value {
        Value::String(text) if text.is_empty() => faults.add(FaultKind::EmptyArgument, name),
        Value::List(values) if values.is_empty() => faults.add(FaultKind::EmptyArgument, name),
        Value::Number(number) if number.is_lossy() => faults.add(FaultKind::LossyNumber, name),
        _ => {}
    }
    value
}
