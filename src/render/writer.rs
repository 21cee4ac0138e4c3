//! The walk over a template.

use std::borrow::Cow;
use std::ops::Range;

use unic_langid::LanguageIdentifier;

use super::Output;
use super::argument::Plain;
use super::bound::Bounds;
use crate::fault::Faults;
use crate::function::Functions;
use crate::locale::{Conventions, DateOptions, NumberOptions};
use crate::manifest::Argument;
use crate::template::{Op, OperandOp, Pool};
use crate::value::{Arguments, Custom, DateTime, Number, Value};

/// Renders the templates of one locale for one request.
///
/// Recursion follows the nesting of a template, which the compiler has bounded.
pub(crate) struct Writer<'r> {
    /// The name that was asked for.
    pub(crate) name: &'r str,
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
    /// The variable that was read last, when its value is a plain one: what decides a choice is as
    /// a rule shown in it.
    pub(crate) latest: Option<(u32, Plain<'r>)>,
    pub(crate) bounds: &'r Bounds,
    /// Where the text in `out` is full.
    pub(crate) end: usize,
    /// Whether it was, and nothing more is written.
    pub(crate) full: bool,
    /// Where in `out` the values are, when somebody wants to know.
    pub(crate) values: Option<&'r mut Vec<Range<usize>>>,
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
    pub(crate) fn write(&mut self, op: &Op) {
        self.write_all(self.pool.ops(op));
    }

    pub(super) fn write_all(&mut self, ops: &[Op]) {
        for op in ops {
            if self.is_full() {
                return;
            }
            match *op {
                Op::Text(run) => self.output.push_literal(self.pool.text(run), self.out),
                Op::Argument { variable, isolate } => self.write_argument(variable, isolate),
                Op::Call { call, isolate } => self.write_call(call, isolate),
                Op::Choice { choice, isolate } => self.write_choice(choice, isolate),
                Op::Number { number, isolate } => self.write_literal_number(number, isolate),
                Op::Broken(broken) => self.write_broken(broken),
                Op::Sequence(run) => self.write_all(self.pool.run(run)),
            }
        }
    }

    // Each a call of its own, so that the walk has little to keep.
    #[inline(never)]
    fn write_argument(&mut self, variable: u32, isolate: bool) {
        match self.plain(variable) {
            Some(Plain::Text(text)) => self.shown(isolate, text),
            Some(Plain::Integer(integer)) => self.integer(integer, isolate),
            None => self.argument(variable, isolate),
        }
    }

    #[inline(never)]
    fn write_call(&mut self, call: u32, isolate: bool) {
        let call = &self.pool.calls[call as usize];
        match self.plain_integer(call) {
            Some(integer) => self.write_integer(integer, isolate),
            None => self.call(call, isolate),
        }
    }

    #[inline(never)]
    fn write_choice(&mut self, choice: u32, isolate: bool) {
        let chosen = self.choose(&self.pool.choices[choice as usize]);
        self.isolated(isolate, |writer| writer.write(chosen));
    }

    #[inline(never)]
    fn write_literal_number(&mut self, number: u32, isolate: bool) {
        let number = self.pool.numbers[number as usize];
        self.isolated(isolate, |writer| writer.number(&number));
    }

    #[inline(never)]
    fn write_broken(&mut self, broken: u32) {
        let broken = self.pool.broken[broken as usize];
        self.faults.add(broken.kind, self.pool.text(broken.name));
        self.output
            .push_literal(self.pool.text(broken.text), self.out);
    }

    /// Whether a value is written with nothing around it, and nobody wants to know where.
    #[inline]
    pub(super) fn is_bare(&self) -> bool {
        self.output == Output::Text && self.values.is_none()
    }

    #[inline]
    pub(super) fn isolated(&mut self, isolate: bool, write: impl FnOnce(&mut Self)) {
        let brackets = self.output.brackets(isolate);
        if let Some([open, _]) = brackets {
            self.out.push_str(open);
        }
        write(self);
        if let Some([_, close]) = brackets {
            self.out.push_str(close);
        }
    }

    /// The same, of what shows a value.
    pub(super) fn valued(&mut self, isolate: bool, write: impl FnOnce(&mut Self)) {
        let start = self.out.len();
        self.isolated(isolate, write);
        if let Some(values) = &mut self.values {
            values.push(start..self.out.len());
        }
    }

    /// A missing argument shows its name, as in Fluent.
    pub(super) fn missing(&mut self, name: &str) {
        self.out.push_str("{$");
        self.out.push_str(name);
        self.out.push('}');
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
                let ops = self.pool.run(run);
                Resolved::Text(Cow::Owned(self.aside(|writer| writer.write_all(ops))))
            }
        }
    }

    /// What is written aside, without isolates: it is not shown, or not as it is.
    pub(super) fn aside(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let mark = self.out.len();
        let output = std::mem::replace(&mut self.output, Output::Text);
        let end = std::mem::replace(&mut self.end, mark.saturating_add(self.bounds.text_bytes));
        let full = std::mem::replace(&mut self.full, false);
        let values = self.values.take();
        write(self);
        self.values = values;
        self.full = full;
        self.end = end;
        self.output = output;
        self.out.split_off(mark)
    }

    /// A text that came from outside, or from a function that saw what did.
    #[inline]
    pub(super) fn shown(&mut self, isolate: bool, text: &str) {
        if self.is_bare() {
            self.out.push_str(text);
        } else {
            self.shown_apart(isolate, text);
        }
    }

    #[inline(never)]
    fn shown_apart(&mut self, isolate: bool, text: &str) {
        let isolate = isolate || self.output.always_isolates(text);
        self.valued(isolate, |writer| {
            writer.output.push_argument(text, writer.out);
        });
    }
}
