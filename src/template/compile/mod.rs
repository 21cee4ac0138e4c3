//! From the entries of one locale to its templates.
//!
//! References are resolved here, once: the text of a message, term or attribute that another one
//! refers to is copied to where it is used. What a term's arguments decide is decided here too.
//! A reference that leads nowhere, to itself, or too far becomes a part that shows the reference
//! as it is written, and a finding.

mod call;
mod limits;
mod reference;
mod select;
mod table;

use hashbrown::{DefaultHashBuilder, HashMap};
use indexmap::IndexMap;
use unic_langid::LanguageIdentifier;

pub(crate) use self::table::Ids;
use self::table::Table;
use super::pool::{
    BrokenOp, CallOp, ChoiceOp, FunctionOp, Key, Op, Operand, Pool, VariantOp, push, push_all,
};
use crate::fault::FaultKind;
use crate::findings::Findings;
use crate::function::Functions;
use crate::limits::Limits;
use crate::locale::Conventions;
use crate::source::{Source, Span};
use crate::syntax::{Element, Expression, Inline, InlineKind, Message, Pattern, Placeable};
use crate::value::Number;

/// The messages and terms of one locale, after layering.
#[derive(Debug, Default)]
pub(crate) struct Entries<'s> {
    pub(crate) messages: Table<'s>,
    /// In the order of the files as well.
    pub(crate) terms: IndexMap<&'s str, Located<'s>, DefaultHashBuilder>,
}

/// An entry, the text that its spans point into, and the layer that it came from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Located<'s> {
    pub(crate) layer: usize,
    pub(crate) source: &'s Source,
    pub(crate) message: &'s Message,
}

impl<'s> Located<'s> {
    /// The id, a term's without the hyphen.
    pub(crate) fn id(&self) -> &'s str {
        self.source.slice(self.message.id)
    }
}

/// Compiles the entries of one locale.
pub(crate) struct Compiler<'s> {
    locale: &'s LanguageIdentifier,
    entries: &'s Entries<'s>,
    conventions: &'s Conventions,
    functions: &'s Functions,
    limits: &'s Limits,
    pool: Pool,
    variables: HashMap<&'s str, u32>,
    findings: Findings,
    /// What references have copied so far, in all.
    expanded: usize,
    root: Root<'s>,
    /// Empty buffers for the parts of patterns, used again and again.
    buffers: Vec<Vec<Op>>,
}

/// The message or term that is being compiled.
#[derive(Default)]
struct Root<'s> {
    /// Its name in findings.
    code: String,
    /// The patterns that are being copied into each other, outermost first.
    stack: Vec<&'s Pattern>,
    /// The reference in the message itself that led to where the compiler is.
    reference: Option<(&'s Source, Span)>,
    parts: usize,
    copied: usize,
    /// The reference that was last found to lead back to the message.
    circle: Option<Span>,
    /// Whether a limit was met; then nothing more is copied, and it is reported once.
    exceeded: bool,
}

/// Where a pattern is being compiled.
#[derive(Clone, Copy)]
struct Scope<'a, 's> {
    source: &'s Source,
    /// A term's arguments; `None` outside terms, where variables are the caller's.
    arguments: Option<&'a [(&'s str, Static)]>,
    /// How many placeables and references it is within.
    depth: usize,
    /// Whether it is copied into a pattern that has other parts.
    is_part: bool,
}

/// A value that is known when the message is compiled.
#[derive(Clone)]
enum Static {
    Text(String),
    Number(Number),
}

impl<'s> Compiler<'s> {
    pub(crate) fn new(
        locale: &'s LanguageIdentifier,
        entries: &'s Entries<'s>,
        conventions: &'s Conventions,
        functions: &'s Functions,
        limits: &'s Limits,
    ) -> Self {
        let mut pool = Pool::default();
        let messages = entries.messages.values();
        let text = messages.map(|located| located.message.span.range().len());
        pool.text.reserve(text.sum());
        pool.ops.reserve(2 * entries.messages.len());
        Compiler {
            locale,
            entries,
            conventions,
            functions,
            limits,
            pool,
            variables: HashMap::new(),
            findings: Findings::new(limits),
            expanded: 0,
            root: Root::default(),
            buffers: Vec::new(),
        }
    }

    /// Compiles a message's value or one of its attributes.
    pub(crate) fn compile(&mut self, code: &str, source: &'s Source, pattern: &'s Pattern) -> Op {
        // Most are one text, in which nothing can go wrong.
        if let [Element::Text(span)] = &*pattern.elements
            && self.limits.parts > 0
            && !span.range().is_empty()
        {
            return Op::Text(self.pool.push_text(source.slice(*span)));
        }
        self.root.begin(code);
        let scope = Scope {
            source,
            arguments: None,
            depth: 0,
            is_part: false,
        };
        let ops = self.pattern(pattern, scope);
        self.keep(ops)
    }

    /// Compiles a term for its findings alone; a term is only shown where a message refers to it.
    pub(crate) fn examine(&mut self, code: &str, source: &'s Source, pattern: &'s Pattern) {
        self.root.begin(code);
        let scope = Scope {
            source,
            arguments: Some(&[]),
            depth: 0,
            is_part: false,
        };
        let ops = self.pattern(pattern, scope);
        self.give_back(ops);
    }

    pub(crate) fn finish(mut self) -> (Pool, Findings) {
        self.pool.shrink();
        (self.pool, self.findings)
    }

    fn pattern(&mut self, pattern: &'s Pattern, scope: Scope<'_, 's>) -> Vec<Op> {
        let mut ops = self.buffers.pop().unwrap_or_default();
        let isolate = scope.is_part || pattern.elements.len() > 1;
        self.root.stack.push(pattern);
        for element in &pattern.elements {
            if !self.count_part(scope, element.span()) {
                if !matches!(ops.last(), Some(Op::Broken(_))) {
                    let code = self.root.code.clone();
                    ops.push(self.broken(FaultKind::Cycle, &code, "…"));
                }
                break;
            }
            match element {
                Element::Text(span) => self.text(scope.source.slice(*span), &mut ops),
                Element::Placeable(placeable) => {
                    self.placeable(placeable, scope, isolate, &mut ops);
                }
            }
        }
        self.root.stack.pop();
        ops
    }

    /// Puts parts into the pool.
    fn keep(&mut self, ops: Vec<Op>) -> Op {
        let op = self.pool.push_ops(&ops);
        self.give_back(ops);
        op
    }

    /// Adds compiled parts, the first to the last text if it lies right behind it.
    fn append(&mut self, mut parts: Vec<Op>, ops: &mut Vec<Op>) {
        for part in parts.drain(..) {
            match (ops.last_mut(), part) {
                (Some(Op::Text(last)), Op::Text(run)) if last.end == run.start => {
                    last.end = run.end;
                }
                _ => ops.push(part),
            }
        }
        self.buffers.push(parts);
    }

    fn give_back(&mut self, mut ops: Vec<Op>) {
        ops.clear();
        self.buffers.push(ops);
    }

    /// Adds text, to the last text if it lies right behind it.
    fn text(&mut self, text: &str, ops: &mut Vec<Op>) {
        let run = self.pool.push_text(text);
        match ops.last_mut() {
            Some(Op::Text(last)) if last.end == run.start => last.end = run.end,
            _ if text.is_empty() => {}
            _ => ops.push(Op::Text(run)),
        }
    }

    fn placeable(
        &mut self,
        placeable: &'s Placeable,
        scope: Scope<'_, 's>,
        isolate: bool,
        ops: &mut Vec<Op>,
    ) {
        let scope = Scope {
            depth: scope.depth + 1,
            ..scope
        };
        match &placeable.expression {
            Expression::Inline(inline) => self.inline(inline, scope, isolate, ops),
            Expression::Select(select) => self.select(select, scope, isolate, ops),
        }
    }

    fn inline(
        &mut self,
        inline: &'s Inline,
        scope: Scope<'_, 's>,
        isolate: bool,
        ops: &mut Vec<Op>,
    ) {
        match &inline.kind {
            InlineKind::String(span) => {
                let text = self.string(*span, scope);
                self.text(&text, ops);
            }
            InlineKind::Number => {
                let number = self.number(scope.source.slice(inline.span));
                ops.push(Op::Number { number, isolate });
            }
            InlineKind::Variable(id) => {
                let name = scope.source.slice(*id);
                match scope.argument(name) {
                    Variable::Callers => {
                        let variable = self.variable(name);
                        ops.push(Op::Argument { variable, isolate });
                    }
                    Variable::Static(Static::Text(text)) => self.text(&text, ops),
                    Variable::Static(Static::Number(number)) => {
                        let number = push(&mut self.pool.numbers, number);
                        ops.push(Op::Number { number, isolate });
                    }
                    Variable::NotGiven => self.text(&format!("{{${name}}}"), ops),
                }
            }
            InlineKind::Message(id, attribute) => {
                self.reference(inline, *id, *attribute, None, scope, isolate, ops);
            }
            InlineKind::Term(id, attribute, arguments) => {
                self.reference(
                    inline,
                    *id,
                    *attribute,
                    Some(arguments),
                    scope,
                    isolate,
                    ops,
                );
            }
            InlineKind::Function(id, arguments) => {
                let call = self.call(inline, *id, arguments, scope);
                ops.push(Op::Call { call, isolate });
            }
            InlineKind::Placeable(placeable) => {
                if self.enter(scope, placeable.span) {
                    self.placeable(placeable, scope, isolate, ops);
                } else {
                    ops.push(self.too_deep(inline, scope));
                }
            }
        }
    }

    fn variable(&mut self, name: &'s str) -> u32 {
        let Compiler {
            variables, pool, ..
        } = self;
        *variables
            .entry(name)
            .or_insert_with(|| push(&mut pool.variables, name.into()))
    }

    fn number(&mut self, text: &str) -> u32 {
        push(&mut self.pool.numbers, number(text))
    }

    /// What stands for a part that goes too far: the part as it is written.
    fn too_deep(&mut self, inline: &Inline, scope: Scope<'_, 's>) -> Op {
        let code = self.root.code.clone();
        self.broken(FaultKind::Cycle, &code, scope.source.slice(inline.span))
    }

    fn broken(&mut self, kind: FaultKind, name: &str, text: &str) -> Op {
        let name = self.pool.push_text(name);
        let text = self.pool.push_text(text);
        Op::Broken(push(&mut self.pool.broken, BrokenOp { kind, name, text }))
    }
}

/// What a variable is within a scope.
enum Variable {
    /// An argument of the caller.
    Callers,
    /// An argument that a term was given.
    Static(Static),
    /// One that a term was not given.
    NotGiven,
}

impl Root<'_> {
    /// Begins with another message, in the same memory.
    fn begin(&mut self, code: &str) {
        let Root {
            code: mut buffer,
            mut stack,
            ..
        } = std::mem::take(self);
        buffer.clear();
        buffer.push_str(code);
        stack.clear();
        *self = Root {
            code: buffer,
            stack,
            ..Root::default()
        };
    }
}

impl Scope<'_, '_> {
    fn argument(&self, name: &str) -> Variable {
        match self.arguments {
            None => Variable::Callers,
            Some(arguments) => arguments
                .iter()
                .find(|(argument, _)| *argument == name)
                .map_or(Variable::NotGiven, |(_, value)| {
                    Variable::Static(value.clone())
                }),
        }
    }

    fn within(self, is_part: bool) -> Self {
        Scope { is_part, ..self }
    }
}

/// A literal that the parser has read as a number.
pub(super) fn number(text: &str) -> Number {
    text.parse().unwrap_or_else(|_| Number::from(f64::NAN))
}
