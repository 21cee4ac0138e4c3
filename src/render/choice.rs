//! Choices: which variant a value takes.

use super::argument::Plain;
use super::writer::{Resolved, Writer};
use crate::function::Builtin;
use crate::template::{ChoiceOp, FunctionOp, KeyOp, Op, OperandOp};
use crate::value::Number;

impl<'r> Writer<'r> {
    pub(super) fn choose(&mut self, choice: &ChoiceOp) -> &'r Op {
        let plain = match choice.selector {
            OperandOp::Argument(variable) => self.plain(variable),
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
        let default = &self.pool.variants[choice.default as usize];
        &chosen.unwrap_or(default).ops
    }

    /// What any value chooses.
    fn choose_any(&mut self, choice: &ChoiceOp) -> &'r Op {
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
        let default = &self.pool.variants[choice.default as usize];
        let chosen = variants.iter().find(|variant| fits(variant.key));
        &chosen.unwrap_or(default).ops
    }

    /// Whether a call is one of a function that gives numbers or dates.
    fn makes_no_text(&self, call: u32) -> bool {
        matches!(
            self.pool.calls[call as usize].function,
            FunctionOp::Builtin(Builtin::Number(_) | Builtin::DateTime(_))
        )
    }
}
