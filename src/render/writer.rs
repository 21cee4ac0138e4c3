//! The walk over a template.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use unic_langid::LanguageIdentifier;

use super::Output;
use super::guard::REDACTED;
use crate::fault::{FaultKind, Faults};
use crate::function::{Builtin, Functions, elide, josa};
use crate::locale::{Conventions, DateOptions, ListKind, NumberOptions};
use crate::manifest::{Argument, ArgumentType};
use crate::template::{CallOp, ChoiceOp, FunctionOp, KeyOp, Op, OperandOp, Pool, Run};
use crate::value::{Arguments, Custom, DateTime, Number, Value};

/// Renders the templates of one locale for one request.
///
/// Recursion follows the nesting of a template, which the compiler has bounded.
pub(crate) struct Writer<'r> {
    pub(crate) pool: &'r Pool,
    pub(crate) conventions: &'r Conventions,
    pub(crate) locale: &'r LanguageIdentifier,
    pub(crate) functions: &'r Functions,
    pub(crate) args: &'r dyn Arguments,
    /// What the manifest says of the arguments; empty where there is none.
    pub(crate) types: &'r [Argument],
    pub(crate) output: Output,
    /// Whether sensitive arguments are hidden, aside as well.
    pub(crate) redacts: bool,
    pub(crate) out: &'r mut String,
    pub(crate) faults: &'r mut Faults,
    /// A bit for each of the first 64 arguments that was read.
    pub(crate) used: u64,
}

/// An argument that is shown as it is.
#[derive(Clone, Copy)]
enum Plain<'r> {
    /// Not empty.
    Text(&'r str),
    Integer(i64),
}

/// A value that decides a choice or goes to a function.
pub(super) enum Resolved<'v> {
    Text(Cow<'v, str>),
    Number(Number, NumberOptions),
    DateTime(DateTime, DateOptions),
    List(Vec<Value<'v>>),
    Custom(Custom),
    /// There is one, and it must not be seen.
    Redacted,
    /// There is none, or none of a type that can be used; a fault tells why.
    Nothing,
}

impl<'r> Writer<'r> {
    pub(crate) fn write(&mut self, run: Run) {
        for op in self.pool.ops(run) {
            match *op {
                Op::Text(run) => self.output.push_literal(self.pool.text(run), self.out),
                Op::Argument { variable, isolate } => {
                    match self.plain(self.pool.variable(variable)) {
                        Some(Plain::Text(text)) => self.shown(isolate, text),
                        Some(Plain::Integer(integer)) => self.integer(integer, isolate),
                        None => self.argument(variable, isolate),
                    }
                }
                Op::Number { number, isolate } => {
                    let number = self.pool.numbers[number as usize];
                    self.isolated(isolate, |writer| writer.number(&number));
                }
                Op::Choice { choice, isolate } => {
                    let chosen = self.choose(&self.pool.choices[choice as usize]);
                    self.isolated(isolate, |writer| writer.write(chosen));
                }
                Op::Call { call, isolate } => {
                    let call = &self.pool.calls[call as usize];
                    match self.plain_integer(call) {
                        Some(integer) => self.isolated(isolate, |writer| {
                            writer.conventions.write_integer(integer, writer.out);
                        }),
                        None => self.call(call, isolate),
                    }
                }
                Op::Broken(broken) => {
                    let broken = self.pool.broken[broken as usize];
                    self.faults.add(broken.kind, self.pool.text(broken.name));
                    self.output
                        .push_literal(self.pool.text(broken.text), self.out);
                }
            }
        }
    }

    #[inline]
    pub(super) fn isolated(&mut self, isolate: bool, write: impl FnOnce(&mut Self)) {
        let [open, close] = self.output.brackets(isolate);
        self.out.push_str(open);
        write(self);
        self.out.push_str(close);
    }

    /// An argument that is shown as it is: of the type that the manifest asks for, no secret, and
    /// nothing to be told of it. Most are, and this is all that they cost.
    #[inline]
    fn plain(&mut self, name: &str) -> Option<Plain<'r>> {
        let args: &'r dyn Arguments = self.args;
        let (index, value) = args.find(name)?;
        let declared = self.types.iter().find(|argument| argument.name() == name);
        if self.redacts && declared.is_some_and(Argument::is_sensitive) {
            return None;
        }
        let plain = match (value, declared.map(Argument::kind)) {
            (Value::String(Cow::Borrowed(text)), None | Some(ArgumentType::String))
                if !text.is_empty() =>
            {
                Plain::Text(text)
            }
            (Value::Number(number), None | Some(ArgumentType::Integer | ArgumentType::Number))
                if number.fraction_digits() == 0 =>
            {
                Plain::Integer(number.as_small_integer()?)
            }
            _ => return None,
        };
        if index < 64 {
            self.used |= 1 << index;
        }
        Some(plain)
    }

    /// What `NUMBER($n)` gives for a plain integer.
    #[inline]
    fn plain_integer(&mut self, call: &CallOp) -> Option<i64> {
        let FunctionOp::Builtin(Builtin::Number(options)) = &call.function else {
            return None;
        };
        let [OperandOp::Argument(variable)] = self.pool.positional(call) else {
            return None;
        };
        if !options.is_default() {
            return None;
        }
        match self.plain(self.pool.variable(*variable))? {
            Plain::Integer(integer) => Some(integer),
            Plain::Text(_) => None,
        }
    }

    fn integer(&mut self, integer: i64, isolate: bool) {
        let isolate = isolate || self.output.always_isolates("");
        self.isolated(isolate, |writer| {
            writer.conventions.write_integer(integer, writer.out);
        });
    }

    fn argument(&mut self, variable: u32, isolate: bool) {
        let name = self.pool.variable(variable);
        match self.value(name) {
            Some(_) if self.is_redacted(name) => self.out.push_str(REDACTED),
            Some(value) => {
                let isolate = isolate || self.always_isolates(&value);
                self.isolated(isolate, |writer| writer.value_text(&value, name));
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
    fn is_redacted(&self, name: &str) -> bool {
        self.redacts
            && self
                .types
                .iter()
                .any(|argument| argument.name() == name && argument.is_sensitive())
    }

    /// A missing argument shows its name, as in Fluent.
    fn missing(&mut self, name: &str) {
        self.out.push_str("{$");
        self.out.push_str(name);
        self.out.push('}');
    }

    /// The value of an argument as its type has it, with its faults noted.
    fn value(&mut self, name: &str) -> Option<Value<'r>> {
        let args: &'r dyn Arguments = self.args;
        let Some((index, value)) = args.find(name) else {
            self.faults.add(FaultKind::MissingArgument, name);
            return None;
        };
        if index < 64 {
            self.used |= 1 << index;
        }
        Some(checked(value, name, self.types, self.faults))
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
                self.output
                    .push_argument(&value.text(self.locale), self.out);
            }
        }
    }

    fn number(&mut self, number: &Number) {
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

    fn choose(&mut self, choice: &ChoiceOp) -> Run {
        let plain = match choice.selector {
            OperandOp::Argument(variable) => self.plain(self.pool.variable(variable)),
            OperandOp::Call(call) => {
                let call = &self.pool.calls[call as usize];
                self.plain_integer(call).map(Plain::Integer)
            }
            _ => None,
        };
        let variants = self.pool.variants(choice);
        let chosen = match plain {
            Some(Plain::Integer(integer)) => {
                let category = self.conventions.integer_category(integer);
                let number = Number::from(integer);
                variants.iter().find(|variant| match variant.key {
                    KeyOp::Name(_, key) => key == Some(category),
                    KeyOp::Number(key) => self.pool.numbers[key as usize] == number,
                })
            }
            Some(Plain::Text(text)) => variants.iter().find(|variant| match variant.key {
                KeyOp::Name(name, _) => self.pool.text(name) == text,
                KeyOp::Number(_) => false,
            }),
            None => return self.choose_any(choice),
        };
        let default = self.pool.variants[choice.default as usize].ops;
        chosen.map_or(default, |variant| variant.ops)
    }

    /// What any value chooses.
    fn choose_any(&mut self, choice: &ChoiceOp) -> Run {
        let value = match (choice.selector, self.resolve(choice.selector)) {
            // What a function refused is shown as it was received, and decides nothing.
            (OperandOp::Call(call), Resolved::Text(_)) if self.makes_no_text(call) => {
                Resolved::Nothing
            }
            (_, value) => value,
        };
        let variants = self.pool.variants(choice);
        let fits = |key: KeyOp| match (key, &value) {
            (KeyOp::Name(name, _), Resolved::Text(text)) => self.pool.text(name) == text,
            (KeyOp::Name(_, Some(category)), Resolved::Number(number, options)) => {
                self.conventions.category(number, options) == category
            }
            (KeyOp::Number(key), Resolved::Number(number, _)) => {
                self.pool.numbers[key as usize] == *number
            }
            _ => false,
        };
        let default = self.pool.variants[choice.default as usize].ops;
        variants
            .iter()
            .find(|variant| fits(variant.key))
            .map_or(default, |variant| variant.ops)
    }

    /// Whether a call is one of a function that gives numbers or dates.
    fn makes_no_text(&self, call: u32) -> bool {
        matches!(
            self.pool.calls[call as usize].function,
            FunctionOp::Builtin(Builtin::Number(_) | Builtin::DateTime(_))
        )
    }

    pub(super) fn resolve(&mut self, operand: OperandOp) -> Resolved<'r> {
        match operand {
            OperandOp::Text(run) => Resolved::Text(Cow::Borrowed(self.pool.text(run))),
            OperandOp::Number(number) => {
                Resolved::Number(self.pool.numbers[number as usize], NumberOptions::default())
            }
            // What must not be seen must not show in a choice or a particle either.
            OperandOp::Argument(variable) if self.is_redacted(self.pool.variable(variable)) => {
                self.value(self.pool.variable(variable));
                Resolved::Redacted
            }
            OperandOp::Argument(variable) => match self.value(self.pool.variable(variable)) {
                Some(Value::String(text)) => Resolved::Text(text),
                Some(Value::Number(number)) => Resolved::Number(number, NumberOptions::default()),
                Some(Value::DateTime(when)) => Resolved::DateTime(when, DateOptions::default()),
                Some(Value::List(values)) => Resolved::List(values),
                Some(Value::Custom(value)) => Resolved::Custom(value),
                Some(Value::Unsupported(_)) | None => Resolved::Nothing,
            },
            OperandOp::NotGiven(_) => Resolved::Nothing,
            OperandOp::Call(call) => self.resolve_call(&self.pool.calls[call as usize]),
            OperandOp::Pattern(run) => {
                Resolved::Text(Cow::Owned(self.aside(|writer| writer.write(run))))
            }
        }
    }

    /// What is written aside, without isolates: it is not shown, or not as it is.
    pub(super) fn aside(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let mark = self.out.len();
        let output = std::mem::replace(&mut self.output, Output::Text);
        write(self);
        self.output = output;
        self.out.split_off(mark)
    }

    fn resolve_call(&mut self, call: &CallOp) -> Resolved<'r> {
        match call.function {
            FunctionOp::Builtin(Builtin::Number(options)) => match self.operand(call) {
                Resolved::Number(number, inner) => Resolved::Number(number, options.over(inner)),
                Resolved::Text(text) => {
                    self.wrong_type(call);
                    Resolved::Text(text)
                }
                Resolved::DateTime(when, options) => {
                    self.wrong_type(call);
                    Resolved::DateTime(when, options)
                }
                Resolved::Custom(value) => {
                    self.wrong_type(call);
                    Resolved::Custom(value)
                }
                Resolved::Redacted => Resolved::Redacted,
                Resolved::List(_) | Resolved::Nothing => Resolved::Nothing,
            },
            FunctionOp::Builtin(Builtin::DateTime(options)) => match self.operand(call) {
                Resolved::DateTime(when, _) => Resolved::DateTime(when, options),
                // Where no manifest tells the type, the message does.
                Resolved::Text(text) => {
                    if let Ok(when) = text.parse() {
                        Resolved::DateTime(when, options)
                    } else {
                        self.wrong_type(call);
                        Resolved::Text(text)
                    }
                }
                Resolved::Number(number, _) => {
                    self.wrong_type(call);
                    Resolved::Text(Cow::Owned(number.to_string()))
                }
                Resolved::Custom(value) => {
                    self.wrong_type(call);
                    Resolved::Custom(value)
                }
                Resolved::Redacted => Resolved::Redacted,
                Resolved::List(_) | Resolved::Nothing => Resolved::Nothing,
            },
            FunctionOp::Builtin(_) => {
                Resolved::Text(Cow::Owned(self.aside(|writer| writer.call(call, false))))
            }
            FunctionOp::Unknown => {
                self.faults
                    .add(FaultKind::UnknownFunction, self.pool.text(call.name));
                Resolved::Nothing
            }
            FunctionOp::Application(position) => match self.apply(position, call) {
                FluentValue::String(text) => Resolved::Text(Cow::Owned(text.into_owned())),
                FluentValue::None => Resolved::Text(Cow::Borrowed("")),
                FluentValue::Number(number) => {
                    Resolved::Number(Number::from(&number), NumberOptions::from(&number.options))
                }
                FluentValue::Custom(value) => Resolved::Custom(Custom::of(value)),
                FluentValue::Error => Resolved::Nothing,
            },
        }
    }

    /// The first argument by place; the compiler allows no built-in function without one.
    fn operand(&mut self, call: &CallOp) -> Resolved<'r> {
        match self.pool.positional(call).first() {
            Some(operand) => self.resolve(*operand),
            None => Resolved::Nothing,
        }
    }

    /// How a fault names what went to a function: by the argument, or else the function.
    fn operand_name(&self, call: &CallOp) -> &'r str {
        match self.pool.positional(call).first() {
            Some(OperandOp::Argument(variable)) => self.pool.variable(*variable),
            _ => self.pool.text(call.name),
        }
    }

    fn wrong_type(&mut self, call: &CallOp) {
        let name = self.operand_name(call);
        self.faults.add(FaultKind::WrongType, name);
    }

    fn call(&mut self, call: &CallOp, isolate: bool) {
        match call.function {
            FunctionOp::Builtin(Builtin::Josa(pair, kind)) => {
                let particle = self.beside(call, pair.form(josa::FinalSound::Unknown), |text| {
                    josa::particle(text, pair, kind)
                });
                self.out.push_str(particle);
            }
            FunctionOp::Builtin(Builtin::Elide(form)) => {
                let word = self.beside(call, form.words()[0], |text| elide::word(text, form));
                self.out.push_str(word);
            }
            FunctionOp::Builtin(Builtin::Number(_) | Builtin::DateTime(_)) => {
                let resolved = self.resolve_call(call);
                self.resolved(&resolved, call, isolate);
            }
            FunctionOp::Builtin(Builtin::List(kind)) => match self.operand(call) {
                Resolved::List(values) => {
                    let name = self.operand_name(call);
                    self.isolated(isolate, |writer| writer.list(&values, kind, name));
                }
                resolved => self.resolved(&resolved, call, isolate),
            },
            FunctionOp::Unknown => {
                self.faults
                    .add(FaultKind::UnknownFunction, self.pool.text(call.name));
                self.call_text(call);
            }
            FunctionOp::Application(position) => {
                let value = self.apply(position, call);
                self.fluent_text(&value, call, isolate);
            }
        }
    }

    /// What a function made of its argument.
    fn resolved(&mut self, resolved: &Resolved<'_>, call: &CallOp, isolate: bool) {
        match resolved {
            Resolved::Text(text) => self.shown(isolate, text),
            Resolved::Number(number, options) => self.isolated(isolate, |writer| {
                writer.conventions.write_number(number, options, writer.out);
            }),
            Resolved::DateTime(when, options) => {
                let name = self.operand_name(call);
                self.isolated(isolate, |writer| writer.date(when, options, name));
            }
            Resolved::Custom(value) => self.shown(isolate, &value.text(self.locale)),
            Resolved::Redacted => self.out.push_str(REDACTED),
            Resolved::List(_) | Resolved::Nothing => self.unusable(call),
        }
    }

    /// What stands where a function has nothing to work on: the name of the missing argument.
    fn unusable(&mut self, call: &CallOp) {
        match self.pool.positional(call).first() {
            Some(OperandOp::Argument(variable)) => self.missing(self.pool.variable(*variable)),
            Some(OperandOp::NotGiven(run)) => self.out.push_str(self.pool.text(*run)),
            _ => self.call_text(call),
        }
    }

    pub(super) fn call_text(&mut self, call: &CallOp) {
        self.out.push('{');
        self.out.push_str(self.pool.text(call.name));
        self.out.push_str("()}");
    }

    /// A text that came from outside, or from a function that saw what did.
    pub(super) fn shown(&mut self, isolate: bool, text: &str) {
        let isolate = isolate || self.output.always_isolates(text);
        self.isolated(isolate, |writer| {
            writer.output.push_argument(text, writer.out);
        });
    }

    /// A word that depends on how the value beside it is rendered.
    fn beside(
        &mut self,
        call: &CallOp,
        without: &'static str,
        word: impl FnOnce(&str) -> &'static str,
    ) -> &'static str {
        match self.operand(call) {
            Resolved::Text(text) => word(&text),
            Resolved::Number(number, options) => {
                let mark = self.out.len();
                self.conventions.write_number(&number, &options, self.out);
                let word = word(&self.out[mark..]);
                self.out.truncate(mark);
                word
            }
            Resolved::DateTime(when, options) => {
                let name = self.operand_name(call);
                word(&self.aside(|writer| writer.date(&when, &options, name)))
            }
            Resolved::List(values) => {
                let name = self.operand_name(call);
                let text = self.aside(|writer| writer.list(&values, ListKind::default(), name));
                word(&text)
            }
            Resolved::Custom(value) => word(&value.text(self.locale)),
            Resolved::Redacted | Resolved::Nothing => without,
        }
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
