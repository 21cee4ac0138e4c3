//! Limits and findings: how far a message may go, and what is said when it goes wrong.

use std::borrow::Cow;

use hashbrown::HashMap;

use super::{Compiler, Scope, number};
use crate::finding::{Finding, Rule};
use crate::function;
use crate::source::Span;
use crate::syntax::{Inline, Pattern, Select, escapes, unescape};

impl<'s> Compiler<'s> {
    /// Counts a part; false when there are too many.
    pub(super) fn count_part(&mut self, scope: Scope<'_, 's>, span: Span) -> bool {
        self.root.parts += 1;
        if self.root.parts > self.limits.parts {
            let message = format!(
                "the message has more than {} parts, its references resolved",
                self.limits.parts
            );
            self.exceed(message, scope, span);
            return false;
        }
        true
    }

    /// Whether there is room to go one level deeper, or to copy more.
    pub(super) fn enter(&mut self, scope: Scope<'_, 's>, span: Span) -> bool {
        let limits = self.limits;
        if scope.depth >= limits.depth {
            let message = format!(
                "the message goes deeper than {} placeables and references",
                limits.depth
            );
            self.exceed(message, scope, span);
        } else if self.root.copied > limits.expansion {
            let message = "the message grows too large, its references resolved";
            self.exceed(message.to_owned(), scope, span);
        } else if self.expanded > limits.expansion_total {
            let message = "the messages of the locale grow too large, their references resolved";
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
        let (source, span) = self.root.reference.unwrap_or((scope.source, inline.span));
        // Once for each reference of the message itself, however often the circle closes.
        if at == 0 && self.root.circle.replace(span) != Some(span) {
            let finding = Finding::new(Rule::Cycle, source, span)
                .with_message(format!("`{name}` refers to itself through this reference"))
                .with_help("remove the reference, or write the text out");
            self.push_finding(finding);
        }
        true
    }

    pub(super) fn unknown_reference(
        &mut self,
        inline: &Inline,
        id: &str,
        attribute: Option<&str>,
        is_term: bool,
        scope: Scope<'_, 's>,
    ) {
        let (name, is_known) = if is_term {
            (format!("term `-{id}`"), self.entries.terms.contains_key(id))
        } else {
            (
                format!("message `{id}`"),
                self.entries.messages.contains_key(id),
            )
        };
        let add = "add it, or correct the reference";
        let (message, help) = match (is_known, attribute) {
            (true, Some(attribute)) => (
                format!("{name} has no attribute `.{attribute}`"),
                add.to_owned(),
            ),
            (true, None) => (
                format!("{name} has attributes, and no text of its own"),
                "give it a text, or refer to one of its attributes".to_owned(),
            ),
            (false, None) if !is_term => (
                format!("{name} does not exist in this locale"),
                format!("add it, correct the id, or write `${id}` if it is an argument"),
            ),
            (false, _) => (
                format!("{name} does not exist in this locale"),
                add.to_owned(),
            ),
        };
        self.report(Rule::UnknownReference, inline.span, message, help, scope);
    }

    pub(super) fn unknown_function(&mut self, id: Span, name: &str, scope: Scope<'_, 's>) {
        let known: Vec<_> = function::NAMES
            .into_iter()
            .chain(
                self.functions
                    .names()
                    .filter(|name| !function::NAMES.contains(name)),
            )
            .map(|name| format!("`{name}`"))
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
        let mut seen: HashMap<Cow<'_, str>, &str> = HashMap::new();
        for variant in &select.variants {
            let key = scope.source.slice(variant.key);
            // 1 and 1.0 are one number; a name never begins like one.
            let value = if variant.is_number {
                Cow::Owned(number(key).to_f64().to_string())
            } else {
                Cow::Borrowed(key)
            };
            let first = *seen.entry(value).or_insert(key);
            if !std::ptr::eq(first, key) {
                let message = if first == key {
                    format!("variant `[{key}]` is given twice in this choice")
                } else {
                    format!("variant `[{key}]` is the same as `[{first}]`")
                };
                let help = "remove one of them; the first is used".to_owned();
                self.report(Rule::DuplicateVariant, variant.key, message, help, scope);
            }
        }
    }

    /// The text of a string. The parser takes `\{` and numbers that are no character's; they are shown
    /// as U+FFFD, as Fluent has it, and reported.
    pub(super) fn string(&mut self, span: Span, scope: Scope<'_, 's>) -> Cow<'s, str> {
        let raw = scope.source.slice(span);
        for (place, character) in escapes(raw) {
            if character.is_none() {
                self.report(
                    Rule::Syntax,
                    Span::new(span.start() + place.start, span.start() + place.end),
                    format!("`{}` is no character", &raw[place]),
                    "write a character as it is; only `\\\\` and `\\\"` are escaped".to_owned(),
                    scope,
                );
            }
        }
        unescape(raw)
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
