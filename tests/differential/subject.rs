//! What a message is made of: every expression that rendering it can meet, and where.
//!
//! The accepted differences are told by what is in a message. References are followed, as far as
//! a cycle, so what a message shows by another is its own.

use fluent_syntax::ast;

use super::case::{Argument, Case};
use super::functions::APPLICATION;

pub(super) type Inline<'s> = ast::InlineExpression<&'s str>;
pub(super) type Variant<'s> = ast::Variant<&'s str>;
type Pattern<'s> = ast::Pattern<&'s str>;

/// A term's arguments, which stand for the caller's within it.
pub(super) type Scope<'s> = Option<&'s [ast::NamedArgument<&'s str>]>;

/// What fluent-bundle renders before it gives up.
const PLACEABLES: usize = 100;

/// A message or attribute of a case.
pub(super) struct Subject<'s> {
    case: &'s Case,
    resource: &'s ast::Resource<&'s str>,
    parts: Vec<(Part<'s>, Site<'s>)>,
    /// The patterns that are within each other, outermost first.
    open: Vec<&'s Pattern<'s>>,
    placeables: usize,
    has_twins: bool,
}

/// An expression.
#[derive(Clone, Copy)]
enum Part<'s> {
    Inline(&'s Inline<'s>),
    Select(&'s Inline<'s>, &'s [Variant<'s>]),
}

/// Where an expression stands.
#[derive(Clone, Copy)]
pub(super) struct Site<'s> {
    pub(super) place: Place,
    pub(super) scope: Scope<'s>,
    /// Whether a part of its own pattern stands beside it.
    pub(super) is_beside: bool,
}

/// In what an expression stands.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// In braces of its own.
    Placeable,
    /// In braces within braces.
    Nested,
    Selector,
    /// Given to a function.
    Argument,
    /// Given to a term by place.
    TermArgument,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    Text,
    /// As it came, without the options that `NUMBER` gives it.
    Number(f64),
    /// A function's empty answer.
    Nothing,
    /// There is none.
    Error,
}

impl<'s> Subject<'s> {
    pub(super) fn new(
        case: &'s Case,
        resource: &'s ast::Resource<&'s str>,
        pattern: &'s Pattern<'s>,
    ) -> Self {
        let mut subject = Subject {
            case,
            resource,
            parts: Vec::new(),
            open: Vec::new(),
            placeables: 0,
            has_twins: false,
        };
        subject.pattern(pattern, None);
        subject
    }

    /// Whether fluent-bundle would give up, or panic.
    pub(super) fn is_too_large(&self) -> bool {
        self.placeables > PLACEABLES
    }

    /// Whether it shows a pattern within another that reads the same.
    pub(super) fn has_twins(&self) -> bool {
        self.has_twins
    }

    /// Whether a message and a term of the resource have one name.
    pub(super) fn has_shared_names(&self) -> bool {
        let terms: Vec<_> = self
            .resource
            .body
            .iter()
            .filter_map(|entry| match entry {
                ast::Entry::Term(term) => Some(term.id.name),
                _ => None,
            })
            .collect();
        self.resource.body.iter().any(|entry| {
            matches!(entry, ast::Entry::Message(message) if terms.contains(&message.id.name))
        })
    }

    /// The argument of a name, if it is given.
    pub(super) fn argument(&self, name: &str) -> Option<Argument> {
        self.case.argument(name)
    }

    /// Whether an argument of the case is of a kind.
    pub(super) fn has_argument(&self, is_kind: impl Fn(Argument) -> bool) -> bool {
        let mut args = self.case.args.iter();
        args.any(|(_, argument)| is_kind(*argument))
    }

    /// The values, shown or not.
    pub(super) fn inlines(&self) -> impl Iterator<Item = (&'s Inline<'s>, Site<'s>)> {
        self.parts.iter().filter_map(|(part, site)| match part {
            Part::Inline(inline) => Some((*inline, *site)),
            Part::Select(..) => None,
        })
    }

    /// The choices: selector, variants, site.
    pub(super) fn selects(
        &self,
    ) -> impl Iterator<Item = (&'s Inline<'s>, &'s [Variant<'s>], Site<'s>)> {
        self.parts.iter().filter_map(|(part, site)| match part {
            Part::Inline(_) => None,
            Part::Select(selector, variants) => Some((*selector, *variants, *site)),
        })
    }

    /// The calls of functions that exist: name, arguments, site.
    pub(super) fn calls(
        &self,
    ) -> impl Iterator<Item = (&'s str, &'s ast::CallArguments<&'s str>, Site<'s>)> {
        self.inlines().filter_map(|(inline, site)| match inline {
            Inline::FunctionReference { id, arguments } if is_function(id.name) => {
                Some((id.name, arguments, site))
            }
            _ => None,
        })
    }

    /// What an expression stands for.
    pub(super) fn value(&self, inline: &Inline<'_>, scope: Scope<'_>) -> Value {
        match inline {
            Inline::NumberLiteral { value } => number(value),
            Inline::VariableReference { id } => match (scope, self.case.argument(id.name)) {
                (Some(given), _) => match given.iter().find(|given| given.name.name == id.name) {
                    Some(given) => self.value(&given.value, None),
                    None => Value::Error,
                },
                (None, Some(Argument::Text(_))) => Value::Text,
                (None, Some(Argument::Integer(integer) | Argument::Ordinal(integer))) => {
                    Value::Number(integer.into())
                }
                (None, Some(Argument::Float(float))) => Value::Number(float),
                (None, Some(Argument::Written(text))) => number(text),
                (None, Some(Argument::Nothing)) => Value::Nothing,
                (None, None) => Value::Error,
            },
            Inline::FunctionReference { id, arguments } => {
                let first = arguments.positional.first();
                let first = first.map(|first| self.value(first, scope));
                match (id.name, first) {
                    ("JOSA" | "ELIDE" | "CONCAT", _)
                    | ("LIST", Some(Value::Text | Value::Number(_))) => Value::Text,
                    ("COUNT", _) => number(&arguments.positional.len().to_string()),
                    ("NUMBER", Some(number @ Value::Number(_))) => number,
                    ("HALF", Some(Value::Number(number))) => Value::Number(number / 2.0),
                    ("IDENTITY", Some(value)) => value,
                    ("NOTHING", _) | ("IDENTITY", None) => Value::Nothing,
                    _ => Value::Error,
                }
            }
            _ => Value::Text,
        }
    }

    /// The pattern that a reference leads to.
    pub(super) fn target(&self, inline: &Inline<'_>) -> Option<&'s Pattern<'s>> {
        let (id, attribute, is_term) = match inline {
            Inline::MessageReference { id, attribute } => (id, attribute, false),
            Inline::TermReference { id, attribute, .. } => (id, attribute, true),
            _ => return None,
        };
        let (value, attributes) = self.resource.body.iter().find_map(|entry| match entry {
            ast::Entry::Message(message) if !is_term && message.id.name == id.name => {
                Some((message.value.as_ref(), &message.attributes))
            }
            ast::Entry::Term(term) if is_term && term.id.name == id.name => {
                Some((Some(&term.value), &term.attributes))
            }
            _ => None,
        })?;
        match attribute {
            None => value,
            Some(name) => attributes
                .iter()
                .find(|attribute| attribute.id.name == name.name)
                .map(|attribute| &attribute.value),
        }
    }

    fn pattern(&mut self, pattern: &'s Pattern<'s>, scope: Scope<'s>) {
        self.open.push(pattern);
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.placeables += 1;
                if self.is_too_large() {
                    break;
                }
                let site = Site {
                    place: Place::Placeable,
                    scope,
                    is_beside: pattern.elements.len() > 1,
                };
                self.expression(expression, site);
            }
        }
        self.open.pop();
    }

    fn expression(&mut self, expression: &'s ast::Expression<&'s str>, site: Site<'s>) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline, site),
            ast::Expression::Select { selector, variants } => {
                self.parts.push((Part::Select(selector, variants), site));
                let place = Place::Selector;
                self.inline(selector, Site { place, ..site });
                for variant in variants {
                    self.pattern(&variant.value, site.scope);
                }
            }
        }
    }

    fn inline(&mut self, inline: &'s Inline<'s>, site: Site<'s>) {
        self.parts.push((Part::Inline(inline), site));
        let (arguments, place) = match inline {
            Inline::Placeable { expression } => {
                let place = match site.place {
                    Place::Placeable => Place::Nested,
                    place => place,
                };
                return self.expression(expression, Site { place, ..site });
            }
            Inline::FunctionReference { arguments, .. } => (Some(arguments), Place::Argument),
            Inline::TermReference { arguments, .. } => (arguments.as_ref(), Place::TermArgument),
            _ => (None, site.place),
        };
        for argument in arguments.iter().flat_map(|arguments| &arguments.positional) {
            self.inline(argument, Site { place, ..site });
        }
        if let Some(target) = self.target(inline) {
            if self.open.iter().any(|open| std::ptr::eq(*open, target)) {
                return;
            }
            self.has_twins |= self.open.contains(&target);
            let scope = match inline {
                Inline::TermReference { arguments, .. } => {
                    Some(arguments.as_ref().map_or(&[][..], |given| &given.named))
                }
                _ => site.scope,
            };
            self.pattern(target, scope);
        }
    }
}

fn number(text: &str) -> Value {
    text.parse().map_or(Value::Error, Value::Number)
}

/// Whether both libraries know a function.
pub(super) fn is_function(name: &str) -> bool {
    matches!(name, "NUMBER" | "LIST" | "JOSA" | "ELIDE")
        || APPLICATION.iter().any(|(known, _)| *known == name)
}

/// Whether the expression refers to a message or a term.
pub(super) fn is_reference(inline: &Inline<'_>) -> bool {
    matches!(
        inline,
        Inline::MessageReference { .. } | Inline::TermReference { .. }
    )
}
