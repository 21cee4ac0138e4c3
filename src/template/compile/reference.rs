//! References: what a message, term or attribute stands for is copied to where it is used.

use super::{Compiler, Located, Op, Scope, Static, number};
use crate::fault::FaultKind;
use crate::source::{Source, Span};
use crate::syntax::{CallArguments, Inline, InlineKind, Pattern};

impl<'s> Compiler<'s> {
    /// Copies what a reference to a message or, with arguments, to a term stands for.
    #[expect(clippy::too_many_arguments)]
    pub(super) fn reference(
        &mut self,
        inline: &'s Inline,
        id: Span,
        attribute: Option<Span>,
        term: Option<&'s CallArguments>,
        scope: Scope<'_, 's>,
        isolate: bool,
        ops: &mut Vec<Op>,
    ) {
        let id = scope.source.slice(id);
        let attribute = attribute.map(|attribute| scope.source.slice(attribute));
        let name = name_of(id, attribute, term.is_some());
        let Some(target) = self.find(id, attribute, term.is_some()) else {
            self.unknown_reference(inline, id, attribute, term.is_some(), scope);
            ops.push(self.broken(FaultKind::MissingMessage, &name, &format!("{{{name}}}")));
            return;
        };
        if self.is_cycle(target.1, inline, &name, scope) || !self.enter(scope, inline.span) {
            ops.push(self.broken(FaultKind::Cycle, &name, &format!("{{{name}}}")));
            return;
        }
        // Whatever copying makes of a pattern is bounded by what was written for it.
        let size = target.1.span().range().len();
        self.root.copied += size;
        self.expanded += size;
        let arguments = term.map(|term| self.term_arguments(term, scope));
        let inner = Scope {
            source: target.0,
            arguments: arguments.as_deref().or(scope.arguments),
            depth: scope.depth + 1,
            is_part: isolate,
        };
        let outermost = self.root.reference.is_none();
        self.root
            .reference
            .get_or_insert((scope.source, inline.span));
        let copied = self.pattern(target.1, inner);
        if outermost {
            self.root.reference = None;
        }
        self.append(copied, ops);
    }

    pub(super) fn find(
        &self,
        id: &str,
        attribute: Option<&str>,
        is_term: bool,
    ) -> Option<(&'s Source, &'s Pattern)> {
        let entry = if is_term {
            self.entries.terms.get(id)
        } else {
            self.entries.messages.get(id)
        };
        let Located {
            source, message, ..
        } = *entry?;
        let pattern = match attribute {
            None => message.value.as_ref(),
            Some(name) => message
                .attributes
                .iter()
                .find(|attribute| source.slice(attribute.id) == name)
                .map(|attribute| &attribute.value),
        };
        Some((source, pattern?))
    }

    /// The values that a term gets: literals by name; those by place are ignored, as in Fluent.
    fn term_arguments(
        &mut self,
        arguments: &'s CallArguments,
        scope: Scope<'_, 's>,
    ) -> Vec<(&'s str, Static)> {
        let options = self.options(arguments, scope);
        let value = |inline: &Inline| match inline.kind {
            InlineKind::String(span) => Static::Text(self.string(span, scope).into_owned()),
            _ => Static::Number(number(scope.source.slice(inline.span))),
        };
        let names = options.iter().map(|(name, _)| scope.source.slice(*name));
        names
            .zip(options.iter().map(|(_, inline)| *inline).map(value))
            .collect()
    }
}

fn name_of(id: &str, attribute: Option<&str>, is_term: bool) -> String {
    let mark = if is_term { "-" } else { "" };
    match attribute {
        Some(attribute) => format!("{mark}{id}.{attribute}"),
        None => format!("{mark}{id}"),
    }
}
