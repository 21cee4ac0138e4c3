//! Calls: the function is found and its options are read, once.

use fluent_syntax::unicode::unescape_unicode_to_string;

use super::{
    CallOp, Compiler, FunctionOp, Op, Operand, Scope, Static, Variable, number, push, push_all,
};
use crate::fault::FaultKind;
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
    ) -> Result<u32, Op> {
        let name = scope.source.slice(id);
        let application = self.functions.position(name);
        if application.is_none() && !function::NAMES.contains(&name) {
            self.unknown_function(id, name, scope);
            return Err(self.broken(FaultKind::UnknownFunction, name, &format!("{{{name}()}}")));
        }
        let mut positional = Vec::with_capacity(arguments.positional.len());
        for value in &arguments.positional {
            positional.push(self.operand(value, scope));
        }
        let mut named = Vec::with_capacity(arguments.named.len());
        for (option, value) in &arguments.named {
            let option = self.pool.push_text(scope.source.slice(*option));
            named.push((option, self.operand(value, scope)));
        }
        let function = match application {
            Some(index) => FunctionOp::Application(index),
            None => match self.builtin(inline, name, arguments, scope) {
                Some(builtin) if !positional.is_empty() => FunctionOp::Builtin(builtin),
                _ => {
                    let text = format!("{{{name}()}}");
                    return Err(self.broken(FaultKind::UnknownFunction, name, &text));
                }
            },
        };
        let call = CallOp {
            name: self.pool.push_text(name),
            function,
            positional: push_all(&mut self.pool.operands, positional),
            named: push_all(&mut self.pool.named, named),
        };
        Ok(push(&mut self.pool.calls, call))
    }

    pub(super) fn operand(&mut self, inline: &'s Inline, scope: Scope<'_, 's>) -> Operand {
        match &inline.kind {
            InlineKind::String(span) => {
                let text = unescape_unicode_to_string(scope.source.slice(*span));
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
                        Operand::Text(self.pool.push_text(&format!("{{${name}}}")))
                    }
                }
            }
            InlineKind::Function(id, arguments) if self.enter(scope, inline.span) => {
                let scope = Scope {
                    depth: scope.depth + 1,
                    ..scope
                };
                match self.call(inline, *id, arguments, scope) {
                    Ok(call) => Operand::Call(call),
                    Err(broken) => Operand::Pattern(push_all(&mut self.pool.ops, [broken])),
                }
            }
            _ => {
                let mut ops = Vec::new();
                if self.enter(scope, inline.span) {
                    self.inline(inline, scope, false, &mut ops);
                }
                Operand::Pattern(push_all(&mut self.pool.ops, ops))
            }
        }
    }

    /// Reads the options of one of tolken's own functions, with a finding for each that is wrong.
    pub(super) fn builtin(
        &mut self,
        inline: &'s Inline,
        name: &str,
        arguments: &'s CallArguments,
        scope: Scope<'_, 's>,
    ) -> Option<function::Builtin> {
        let source = scope.source;
        // Options with escapes are compared as written: none of the known values has any.
        let options: Vec<_> = arguments
            .named
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
        for error in errors {
            let option = error.option.as_deref();
            let span = arguments
                .named
                .iter()
                .find(|(name, _)| Some(source.slice(*name)) == option)
                .map_or(inline.span, |(name, value)| name.to(value.span));
            self.report(Rule::FunctionOption, span, error.message, error.help, scope);
        }
        if arguments.positional.len() != 1 {
            let message = match arguments.positional.len() {
                0 => format!("`{name}` has no argument"),
                count => format!("`{name}` has {count} arguments, and takes one"),
            };
            let help = format!("name one argument first, as in `{name}($x)`");
            self.report(Rule::FunctionOption, inline.span, message, help, scope);
        }
        builtin
    }
}
