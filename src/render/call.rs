//! Calls of tolken's own functions.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

use super::argument::Plain;
use super::guard::REDACTED;
use super::writer::{Resolved, Writer};
use crate::fault::FaultKind;
use crate::function::{Builtin, elide, josa};
use crate::locale::{ListKind, NumberOptions};
use crate::template::{CallOp, FunctionOp, OperandOp};
use crate::value::{Custom, Number};

impl<'r> Writer<'r> {
    /// What `NUMBER($n)` gives for a plain integer.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "calls are a tenth of what a short message costs"
    )]
    pub(super) fn plain_integer(&mut self, call: &CallOp) -> Option<i64> {
        match self.plain(call.number?)? {
            Plain::Integer(integer) => Some(integer),
            Plain::Text(_) => None,
        }
    }

    pub(super) fn resolve_call(&mut self, call: &CallOp) -> Resolved<'r> {
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
                FluentValue::String(text) => {
                    let text = Cow::Owned(text.into_owned());
                    Resolved::Text(self.bounded_text(text, self.pool.text(call.name)))
                }
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

    pub(super) fn call(&mut self, call: &CallOp, isolate: bool) {
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
                    self.valued(isolate, |writer| writer.list(&values, kind, name));
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
            Resolved::Number(number, options) => self.valued(isolate, |writer| {
                writer.conventions.write_number(number, options, writer.out);
            }),
            Resolved::DateTime(when, options) => {
                let name = self.operand_name(call);
                self.valued(isolate, |writer| writer.date(when, options, name));
            }
            Resolved::Custom(value) => {
                let name = self.operand_name(call);
                let text = self.custom_text(value, name);
                self.shown(isolate, &text);
            }
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
            Resolved::Custom(value) => {
                let name = self.operand_name(call);
                word(&self.custom_text(&value, name))
            }
            Resolved::Redacted | Resolved::Nothing => without,
        }
    }
}
