//! Calls: the function is found and its options are read, once.

use hashbrown::HashMap;

use super::{
    CallOp, Compiler, FunctionOp, Operand, Scope, Static, Variable, number, push, push_all,
};
use crate::finding::Rule;
use crate::function::{self, Literal};
use crate::source::Span;
use crate::syntax::{CallArguments, Inline, InlineKind};

impl<'s> Compiler<'s> {
    pub(super) fn call(
        &mut self,
        inline: &'s Inline,
        id: Span,
        arguments: &'s CallArguments,
        scope: Scope<'_, 's>,
    ) -> u32 {
        let name = scope.source.slice(id);
        let application = self.functions.position(name);
        if application.is_none() && !function::NAMES.contains(&name) {
            self.unknown_function(id, name, scope);
        }
        let mut positional = Vec::with_capacity(arguments.positional.len());
        for value in &arguments.positional {
            positional.push(self.operand(value, scope));
        }
        let mut named = Vec::with_capacity(arguments.named.len());
        let options = self.options(arguments, scope);
        for (option, value) in &options {
            let option = self.pool.push_text(scope.source.slice(*option));
            named.push((option, self.operand(value, scope)));
        }
        let function = match application {
            Some(index) => FunctionOp::Application(index),
            None => match self.builtin(inline, name, arguments.positional.len(), &options, scope) {
                Some(builtin) if !positional.is_empty() => FunctionOp::Builtin(builtin),
                _ => FunctionOp::Unknown,
            },
        };
        let call = CallOp {
            name: self.pool.push_text(name),
            number: function.number(&positional),
            function,
            positional: push_all(&mut self.pool.operands, positional),
            named: push_all(&mut self.pool.named, named),
        };
        push(&mut self.pool.calls, call)
    }

    pub(super) fn operand(&mut self, inline: &'s Inline, scope: Scope<'_, 's>) -> Operand {
        match &inline.kind {
            InlineKind::String(span) => {
                let text = self.string(*span, scope);
                Operand::Text(self.pool.push_text(&text))
            }
            InlineKind::Number => Operand::Number(self.number(scope.source.slice(inline.span))),
            InlineKind::Variable(id) => {
                let name = scope.source.slice(*id);
                match scope.argument(name) {
                    Variable::Callers => Operand::Argument(self.variable(name)),
                    Variable::Static(Static::Text(text)) => {
                        Operand::Text(self.pool.push_text(&text))
                    }
                    Variable::Static(Static::Number(number)) => {
                        Operand::Number(push(&mut self.pool.numbers, number))
                    }
                    Variable::NotGiven => {
                        Operand::NotGiven(self.pool.push_text(&format!("{{${name}}}")))
                    }
                }
            }
            InlineKind::Function(id, arguments) if self.enter(scope, inline.span) => {
                let scope = Scope {
                    depth: scope.depth + 1,
                    ..scope
                };
                Operand::Call(self.call(inline, *id, arguments, scope))
            }
            _ => {
                let mut ops = Vec::new();
                if self.enter(scope, inline.span) {
                    self.inline(inline, scope, false, &mut ops);
                } else {
                    ops.push(self.too_deep(inline, scope));
                }
                Operand::Pattern(push_all(&mut self.pool.ops, ops))
            }
        }
    }

    /// The options of a call. The parser lets names stand where the grammar has strings and numbers;
    /// those are left out, with a finding.
    pub(super) fn options(
        &mut self,
        arguments: &'s CallArguments,
        scope: Scope<'_, 's>,
    ) -> Vec<(Span, &'s Inline)> {
        let mut options = Vec::with_capacity(arguments.named.len());
        for (option, value) in &arguments.named {
            if matches!(value.kind, InlineKind::String(_) | InlineKind::Number) {
                options.push((*option, value));
                continue;
            }
            let source = scope.source;
            let (option, found) = (source.slice(*option), source.slice(value.span));
            let message =
                format!("expected a string or a number for option `{option}`, but found `{found}`");
            let help = format!("write a string in straight quotes, as in `{option}: \"{found}\"`");
            self.report(Rule::Syntax, value.span, message, help, scope);
        }
        options
    }

    /// Reads the options of one of tolken's own functions, with a finding for each that is wrong.
    pub(super) fn builtin(
        &mut self,
        inline: &'s Inline,
        name: &str,
        positional: usize,
        given: &[(Span, &'s Inline)],
        scope: Scope<'_, 's>,
    ) -> Option<function::Builtin> {
        if !function::NAMES.contains(&name) {
            return None;
        }
        let source = scope.source;
        // Options with escapes are compared as written: none of the known values has any.
        let options: Vec<_> = given
            .iter()
            .map(|(option, value)| {
                let literal = match value.kind {
                    InlineKind::String(span) => Literal::Text(source.slice(span)),
                    _ => Literal::Number(number(source.slice(value.span))),
                };
                (source.slice(*option), literal)
            })
            .collect();
        let mut errors = Vec::new();
        let builtin = function::builtin(name, &options, &mut errors);
        let mut places = HashMap::new();
        if !errors.is_empty() {
            let place =
                |(name, value): &(Span, &Inline)| (source.slice(*name), name.to(value.span));
            places.extend(given.iter().map(place));
        }
        for error in errors {
            let place = error.option.and_then(|option| places.get(&*option));
            let span = place.copied().unwrap_or(inline.span);
            self.report(Rule::FunctionOption, span, error.message, error.help, scope);
        }
        if positional != 1 {
            let message = match positional {
                0 => format!("`{name}` has no argument"),
                count => format!("`{name}` has {count} arguments, and takes one"),
            };
            let help = "write one argument, before the options".to_owned();
            self.report(Rule::FunctionOption, inline.span, message, help, scope);
        }
        builtin
    }
}
