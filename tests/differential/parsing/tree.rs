//! Our tree as one of fluent-syntax.
//!
//! Each part is held to the place that it says it has.

use fluent_syntax::ast;
use tolken::Span;
use tolken::syntax::{
    CallArguments, Comment, Element, Entry, Expression, Inline, InlineKind, Message, Pattern,
    Resource, Variant,
};

/// Our tree as one of fluent-syntax, without junk, and where each entry begins.
pub(super) fn entries<'t>(resource: &Resource, text: &'t str) -> Vec<(Span, ast::Entry<&'t str>)> {
    let tree = Tree(text);
    let entries = resource.entries.iter();
    entries
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some((message.span, tree.message(message))),
            Entry::Term(term) => Some((term.span, tree.term(term))),
            Entry::Comment(comment) => {
                let content = tree.comment(comment);
                let entry = match comment.level {
                    1 => ast::Entry::Comment(content),
                    2 => ast::Entry::GroupComment(content),
                    _ => ast::Entry::ResourceComment(content),
                };
                Some((comment.lines[0], entry))
            }
            Entry::Junk(_) => None,
        })
        .collect()
}

/// The text that spans are turned into parts of.
struct Tree<'t>(&'t str);

impl<'t> Tree<'t> {
    fn text(&self, span: Span) -> &'t str {
        &self.0[span.range()]
    }

    fn id(&self, span: Span) -> ast::Identifier<&'t str> {
        ast::Identifier {
            name: self.text(span),
        }
    }

    fn comment(&self, comment: &Comment) -> ast::Comment<&'t str> {
        ast::Comment {
            content: comment.lines.iter().map(|line| self.text(*line)).collect(),
        }
    }

    fn attributes(&self, message: &Message) -> Vec<ast::Attribute<&'t str>> {
        let attributes = message.attributes.iter().map(|attribute| ast::Attribute {
            id: self.id(attribute.id),
            value: self.pattern(&attribute.value),
        });
        attributes.collect()
    }

    fn message(&self, message: &Message) -> ast::Entry<&'t str> {
        ast::Entry::Message(ast::Message {
            id: self.id(message.id),
            value: message.value.as_ref().map(|value| self.pattern(value)),
            attributes: self.attributes(message),
            comment: message
                .comment
                .as_ref()
                .map(|comment| self.comment(comment)),
        })
    }

    fn term(&self, term: &Message) -> ast::Entry<&'t str> {
        ast::Entry::Term(ast::Term {
            id: self.id(term.id),
            value: self.pattern(term.value.as_ref().unwrap()),
            attributes: self.attributes(term),
            comment: term.comment.as_ref().map(|comment| self.comment(comment)),
        })
    }

    fn pattern(&self, pattern: &Pattern) -> ast::Pattern<&'t str> {
        let elements = pattern.elements.iter().map(|element| match element {
            Element::Text(span) => ast::PatternElement::TextElement {
                value: self.text(*span),
            },
            Element::Placeable(placeable) => {
                let text = self.text(placeable.span);
                assert!(text.starts_with('{') && text.ends_with('}'));
                ast::PatternElement::Placeable {
                    expression: self.expression(&placeable.expression),
                }
            }
        });
        ast::Pattern {
            elements: elements.collect(),
        }
    }

    fn expression(&self, expression: &Expression) -> ast::Expression<&'t str> {
        match expression {
            Expression::Inline(inline) => ast::Expression::Inline(self.inline(inline)),
            Expression::Select(select) => ast::Expression::Select {
                selector: self.inline(&select.selector),
                variants: select
                    .variants
                    .iter()
                    .map(|variant| self.variant(variant))
                    .collect(),
            },
        }
    }

    fn variant(&self, variant: &Variant) -> ast::Variant<&'t str> {
        let key = self.text(variant.key);
        ast::Variant {
            key: if variant.is_number {
                ast::VariantKey::NumberLiteral { value: key }
            } else {
                ast::VariantKey::Identifier { name: key }
            },
            value: self.pattern(&variant.value),
            default: variant.is_default,
        }
    }

    fn inline(&self, inline: &Inline) -> ast::InlineExpression<&'t str> {
        match &inline.kind {
            InlineKind::String(span) => {
                assert_eq!(format!("\"{}\"", self.text(*span)), self.text(inline.span));
                ast::InlineExpression::StringLiteral {
                    value: self.text(*span),
                }
            }
            InlineKind::Number => ast::InlineExpression::NumberLiteral {
                value: self.text(inline.span),
            },
            InlineKind::Variable(id) => {
                assert_eq!(format!("${}", self.text(*id)), self.text(inline.span));
                ast::InlineExpression::VariableReference { id: self.id(*id) }
            }
            InlineKind::Message(id, attribute) => ast::InlineExpression::MessageReference {
                id: self.id(*id),
                attribute: attribute.map(|attribute| self.id(attribute)),
            },
            InlineKind::Term(id, attribute, arguments) => {
                let text = self.text(inline.span);
                assert!(text.starts_with('-'));
                ast::InlineExpression::TermReference {
                    id: self.id(*id),
                    attribute: attribute.map(|attribute| self.id(attribute)),
                    arguments: text.ends_with(')').then(|| self.arguments(arguments)),
                }
            }
            InlineKind::Function(id, arguments) => {
                assert!(self.text(inline.span).ends_with(')'));
                ast::InlineExpression::FunctionReference {
                    id: self.id(*id),
                    arguments: self.arguments(arguments),
                }
            }
            InlineKind::Placeable(placeable) => ast::InlineExpression::Placeable {
                expression: Box::new(self.expression(&placeable.expression)),
            },
        }
    }

    fn arguments(&self, arguments: &CallArguments) -> ast::CallArguments<&'t str> {
        let named = arguments.named.iter();
        ast::CallArguments {
            positional: arguments
                .positional
                .iter()
                .map(|value| self.inline(value))
                .collect(),
            named: named
                .map(|(name, value)| ast::NamedArgument {
                    name: self.id(*name),
                    value: self.inline(value),
                })
                .collect(),
        }
    }
}
