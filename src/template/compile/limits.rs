//! Limits and findings: how far a message may go, and what is said when it goes wrong.

use super::{Compiler, Scope};
use crate::finding::{Finding, Rule};
use crate::function;
use crate::source::Span;
use crate::syntax::{Inline, Pattern, Select};

impl<'s> Compiler<'s> {
    /// Counts a part; false when there are too many.
    pub(super) fn count_part(&mut self, scope: Scope<'_, 's>, span: Span) -> bool {
        self.root.parts += 1;
        if self.root.reference.is_some() {
            self.expanded += 1;
        }
        if self.root.parts > self.limits.parts {
            let message = format!("the message has more than {} parts", self.limits.parts);
            self.exceed(message, scope, span);
            return false;
        }
        true
    }

    /// Whether there is room to go one level deeper, or to copy more.
    pub(super) fn enter(&mut self, scope: Scope<'_, 's>, span: Span) -> bool {
        let limits = self.limits;
        if scope.depth >= limits.depth {
            let message = format!("the message is more than {} levels deep", limits.depth);
            self.exceed(message, scope, span);
        } else if self.root.copied > limits.expansion || self.expanded > limits.expansion_total {
            let message = "the message grows too large when its references are resolved";
            self.exceed(message.to_owned(), scope, span);
        }
        scope.depth < limits.depth && !self.root.exceeded
    }

    pub(super) fn exceed(&mut self, message: String, scope: Scope<'_, 's>, span: Span) {
        if !std::mem::replace(&mut self.root.exceeded, true) {
            let (source, span) = self.root.reference.unwrap_or((scope.source, span));
            let finding = Finding::new(Rule::Expansion, source, span)
                .with_message(message)
                .with_help("refer to fewer messages, or write the text out");
            self.push_finding(finding);
        }
    }

    /// Whether a pattern is being copied into itself; reported where the circle begins.
    pub(super) fn is_cycle(
        &mut self,
        target: &'s Pattern,
        inline: &'s Inline,
        name: &str,
        scope: Scope<'_, 's>,
    ) -> bool {
        let Some(at) = self
            .root
            .stack
            .iter()
            .position(|open| std::ptr::eq(*open, target))
        else {
            return false;
        };
        if at == 0 {
            let (source, span) = self.root.reference.unwrap_or((scope.source, inline.span));
            let finding = Finding::new(Rule::Cycle, source, span)
                .with_message(format!("`{name}` refers to itself through this reference"))
                .with_help("remove the reference, or write the text out");
            self.push_finding(finding);
        }
        true
    }

    pub(super) fn unknown_reference(&mut self, inline: &Inline, name: &str, scope: Scope<'_, 's>) {
        let message = format!("`{name}` does not exist in this locale");
        let help = "add it, or correct the reference".to_owned();
        self.report(Rule::UnknownReference, inline.span, message, help, scope);
    }

    pub(super) fn unknown_function(&mut self, id: Span, name: &str, scope: Scope<'_, 's>) {
        let known: Vec<_> = function::NAMES
            .into_iter()
            .chain(self.functions.names())
            .collect();
        let help = format!("known are {}", known.join(", "));
        self.report(
            Rule::UnknownFunction,
            id,
            format!("unknown function `{name}`"),
            help,
            scope,
        );
    }

    pub(super) fn duplicate_variants(&mut self, select: &'s Select, scope: Scope<'_, 's>) {
        for (index, variant) in select.variants.iter().enumerate() {
            let key = scope.source.slice(variant.key);
            let is_same = |other: &crate::syntax::Variant| {
                other.is_number == variant.is_number && scope.source.slice(other.key) == key
            };
            if select.variants[..index].iter().any(is_same) {
                let message = format!("the choice has two variants `[{key}]`");
                let help = "remove one of them; the first is used".to_owned();
                self.report(Rule::DuplicateVariant, variant.key, message, help, scope);
            }
        }
    }

    /// Reports what is wrong in the text of the message itself; what it refers to is reported
    /// there.
    pub(super) fn report(
        &mut self,
        rule: Rule,
        span: Span,
        message: String,
        help: String,
        scope: Scope<'_, 's>,
    ) {
        if self.root.reference.is_none() {
            let finding = Finding::new(rule, scope.source, span)
                .with_message(message)
                .with_help(help);
            self.push_finding(finding);
        }
    }

    pub(super) fn push_finding(&mut self, finding: Finding) {
        self.findings
            .push(finding.with_locale(self.locale).with_code(&self.root.code));
    }
}
