//! Choices: those that an argument decides are kept, those that are decided already are made.

use icu_plurals::PluralCategory;

use super::{
    ChoiceOp, Compiler, Key, Op, Operand, Scope, Static, Variable, VariantOp, number, push,
    push_all,
};
use crate::locale::NumberOptions;
use crate::syntax::{Inline, InlineKind, Select};

impl<'s> Compiler<'s> {
    pub(super) fn select(
        &mut self,
        select: &'s Select,
        scope: Scope<'_, 's>,
        isolate: bool,
        ops: &mut Vec<Op>,
    ) {
        if self.root.reference.is_none() {
            self.duplicate_variants(select, scope);
        }
        let selector = match self.selector(&select.selector, scope) {
            Selector::Dynamic(operand) => operand,
            Selector::Static(value) => {
                let chosen = self.choose(select, value.as_ref(), scope);
                let parts = self.pattern(&select.variants[chosen].value, scope.within(isolate));
                self.append(parts, ops);
                return;
            }
        };
        let mut variants = Vec::with_capacity(select.variants.len());
        let mut default = 0;
        for (index, variant) in select.variants.iter().enumerate() {
            let key = scope.source.slice(variant.key);
            let key = if variant.is_number {
                Key::Number(self.number(key))
            } else {
                let category = PluralCategory::get_for_cldr_string(key);
                Key::Name(self.pool.push_text(key), category)
            };
            let parts = self.pattern(
                &variant.value,
                Scope {
                    is_part: false,
                    ..scope
                },
            );
            variants.push(VariantOp {
                key,
                ops: self.keep(parts),
            });
            if variant.is_default {
                default = index;
            }
        }
        let variants = push_all(&mut self.pool.variants, variants);
        // A run's indexes fit in 32 bits, and the default is one of them.
        let default = variants.start + u32::try_from(default).unwrap_or_default();
        let choice = push(
            &mut self.pool.choices,
            ChoiceOp {
                selector,
                variants,
                default,
            },
        );
        ops.push(Op::Choice { choice, isolate });
    }

    fn selector(&mut self, selector: &'s Inline, scope: Scope<'_, 's>) -> Selector {
        match &selector.kind {
            InlineKind::String(span) => {
                let text = self.string(*span, scope);
                Selector::Static(Some(Static::Text(text.into_owned())))
            }
            InlineKind::Number => Selector::Static(Some(Static::Number(number(
                scope.source.slice(selector.span),
            )))),
            InlineKind::Variable(id) => {
                let name = scope.source.slice(*id);
                match scope.argument(name) {
                    Variable::Callers => Selector::Dynamic(Operand::Argument(self.variable(name))),
                    Variable::Static(value) => Selector::Static(Some(value)),
                    Variable::NotGiven => Selector::Static(None),
                }
            }
            InlineKind::Function(id, arguments) => {
                Selector::Dynamic(Operand::Call(self.call(selector, *id, arguments, scope)))
            }
            InlineKind::Term(..) | InlineKind::Message(..) | InlineKind::Placeable(_) => {
                let mut ops = Vec::new();
                self.inline(selector, scope, false, &mut ops);
                match ops.as_slice() {
                    [] => Selector::Static(Some(Static::Text(String::new()))),
                    [Op::Text(run)] => {
                        Selector::Static(Some(Static::Text(self.pool.text(*run).to_owned())))
                    }
                    _ => {
                        let run = push_all(&mut self.pool.ops, ops);
                        Selector::Dynamic(Operand::Pattern(run))
                    }
                }
            }
        }
    }

    /// The variant that a known value takes.
    fn choose(&self, select: &Select, value: Option<&Static>, scope: Scope<'_, 's>) -> usize {
        let fits = |key: &str, is_number: bool| match value {
            None => false,
            Some(Static::Text(text)) => !is_number && key == text,
            Some(Static::Number(value)) if is_number => number(key) == *value,
            Some(Static::Number(value)) => {
                let category = self.conventions.category(value, &NumberOptions::default());
                PluralCategory::get_for_cldr_string(key) == Some(category)
            }
        };
        let variants = &select.variants;
        variants
            .iter()
            .position(|variant| fits(scope.source.slice(variant.key), variant.is_number))
            .or_else(|| variants.iter().position(|variant| variant.is_default))
            // The parser allows no choice without a default.
            .unwrap_or_default()
    }
}

/// What decides a choice.
enum Selector {
    Dynamic(Operand),
    /// Known now; `None` takes the default.
    Static(Option<Static>),
}
