//! Calls of an application's functions, which speak in fluent-bundle's values.

use std::borrow::Cow;

use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentValue};

use super::guard::REDACTED;
use super::writer::{Resolved, Writer};
use crate::fault::FaultKind;
use crate::locale::{ListKind, NumberOptions};
use crate::template::{CallOp, OperandOp};
use crate::value::{Custom, Number};

impl Writer<'_> {
    pub(super) fn apply(&mut self, position: u32, call: &CallOp) -> FluentValue<'static> {
        let mut positional = Vec::new();
        for operand in self.pool.positional(call) {
            positional.push(self.fluent_value(*operand));
        }
        let mut named = FluentArgs::new();
        for (name, operand) in self.pool.named(call) {
            let value = self.fluent_value(*operand);
            named.set(self.pool.text(*name), value);
        }
        match self.functions.get(position) {
            Some(function) => function(&positional, &named).into_owned(),
            None => FluentValue::Error,
        }
    }

    fn fluent_value(&mut self, operand: OperandOp) -> FluentValue<'static> {
        match self.resolve(operand) {
            Resolved::Text(text) => FluentValue::from(text.into_owned()),
            Resolved::Number(number, _) if number.exceeds_f64() => {
                let name = match operand {
                    OperandOp::Argument(variable) => self.pool.variable(variable),
                    _ => "number",
                };
                self.faults.add(FaultKind::LossyNumber, name);
                FluentValue::from(number.to_string())
            }
            Resolved::Number(number, options) => {
                let mut told = FluentNumberOptions::from(options);
                let written = usize::from(number.fraction_digits());
                told.minimum_fraction_digits = told
                    .minimum_fraction_digits
                    .or((written > 0).then_some(written));
                FluentValue::Number(FluentNumber::new(number.to_f64(), told))
            }
            Resolved::DateTime(when, options) => {
                let name = match operand {
                    OperandOp::Argument(variable) => self.pool.variable(variable),
                    _ => "date",
                };
                let text = self.aside(|writer| writer.date(&when, &options, name));
                FluentValue::from(text)
            }
            Resolved::List(values) => {
                let text = self.aside(|writer| writer.list(&values, ListKind::default(), "list"));
                FluentValue::from(text)
            }
            Resolved::Custom(value) => value.to_fluent(),
            Resolved::Redacted => FluentValue::from(REDACTED),
            Resolved::Nothing => FluentValue::Error,
        }
    }

    pub(super) fn fluent_text(&mut self, value: &FluentValue<'_>, call: &CallOp, isolate: bool) {
        match value {
            FluentValue::String(text) => {
                let text = self.bounded_text(Cow::Borrowed(text), self.pool.text(call.name));
                self.shown(isolate, &text);
            }
            FluentValue::Number(number) => {
                let options = NumberOptions::from(&number.options);
                let number = Number::from(number);
                self.valued(isolate, |writer| {
                    writer
                        .conventions
                        .write_number(&number, &options, writer.out);
                });
            }
            FluentValue::None => {}
            FluentValue::Custom(value) => {
                let value = Custom::of(value.duplicate());
                let text = self.custom_text(&value, self.pool.text(call.name));
                self.shown(isolate, &text);
            }
            FluentValue::Error => {
                self.faults
                    .add(FaultKind::WrongType, self.pool.text(call.name));
                self.call_text(call);
            }
        }
    }
}
