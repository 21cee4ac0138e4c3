//! Templates: messages compiled once, at load, and then only read.
//!
//! Owns the compiled form of a pattern: literal text, arguments, choices and calls, with every
//! reference to another message, term or attribute resolved. Rendering and lookup both read it.
//! It is separate from the syntax tree because it holds no places and no names that could still
//! lead somewhere: a template cannot recurse and cannot grow.

mod check;
mod compile;
mod packed;
mod pool;

pub(crate) use self::check::{Check, Damaged};
pub(crate) use self::compile::{Compiler, Entries, Ids, Located};
pub(crate) use self::packed::{Behind, read_run, write_run};
pub(crate) use self::pool::{
    CallOp, ChoiceOp, FunctionOp, Key as KeyOp, Op, Operand as OperandOp, Pool, Run,
};

use crate::value::Number;

/// A compiled pattern, borrowed from its catalog.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Node};
///
/// let catalog = Catalog::builtin();
/// let template = catalog.template("InvalidDomainName", &"zh-CN".parse()?).unwrap();
/// let nodes: Vec<Node<'_>> = template.nodes().collect();
/// assert!(matches!(nodes[0], Node::Text("域名 ")));
/// assert!(matches!(nodes[1], Node::Argument("domain")));
/// assert!(matches!(nodes[2], Node::Text(" 无效。")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Template<'c> {
    pool: &'c Pool,
    ops: &'c [Op],
}

/// A part of a template.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Node<'c> {
    /// Literal text, shown as it is.
    Text(&'c str),
    /// The value of the argument of this name.
    Argument(&'c str),
    /// A number literal, shown as the locale writes it.
    Number(Number),
    /// One of several templates.
    Choice(Choice<'c>),
    /// A function's result.
    Call(Call<'c>),
    /// A reference that leads nowhere; the text that stands in its place.
    Broken(&'c str),
}

/// A value that decides a choice or goes to a function.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Operand<'c> {
    /// A string literal.
    Text(&'c str),
    /// A number literal.
    Number(Number),
    /// The value of the argument of this name.
    Argument(&'c str),
    /// A function's result.
    Call(Call<'c>),
    /// A rendered text.
    Template(Template<'c>),
}

/// A choice between templates.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'c> {
    pool: &'c Pool,
    choice: &'c ChoiceOp,
}

/// One of the templates of a choice.
#[derive(Clone, Copy, Debug)]
pub struct Variant<'c> {
    /// When it is taken.
    pub key: Key<'c>,
    /// Whether it is taken when no other is.
    pub is_default: bool,
    /// Its text.
    pub template: Template<'c>,
}

/// When a variant is taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Key<'c> {
    /// The value is this text, or a number of this plural category.
    Name(&'c str),
    /// The value is this number.
    Number(Number),
}

/// A function call.
#[derive(Clone, Copy, Debug)]
pub struct Call<'c> {
    pool: &'c Pool,
    call: &'c CallOp,
}

impl<'c> Template<'c> {
    pub(crate) fn new(pool: &'c Pool, op: &'c Op) -> Self {
        let ops = pool.ops(op);
        Template { pool, ops }
    }

    /// The parts, in order.
    pub fn nodes(self) -> impl Iterator<Item = Node<'c>> {
        let pool = self.pool;
        self.ops.iter().map(move |op| match *op {
            Op::Text(run) => Node::Text(pool.text(run)),
            Op::Argument { variable, .. } => Node::Argument(pool.variable(variable)),
            Op::Number { number, .. } => Node::Number(pool.numbers[number as usize]),
            Op::Choice { choice, .. } => Node::Choice(Choice {
                pool,
                choice: &pool.choices[choice as usize],
            }),
            Op::Call { call, .. } => Node::Call(Call {
                pool,
                call: &pool.calls[call as usize],
            }),
            Op::Broken(broken) => Node::Broken(pool.text(pool.broken[broken as usize].text)),
            // The compiler puts none into another, and a prebuilt catalog is held to it.
            Op::Sequence(_) => Node::Text(""),
        })
    }

    /// The names of the arguments it reads, with whether a number is expected: each once, in the
    /// order of their first use. An argument is expected to be a number when it goes to `NUMBER`,
    /// or decides a choice between numbers or plural categories.
    #[must_use]
    pub fn variables(self) -> Vec<(&'c str, bool)> {
        let mut variables = Vec::new();
        self.collect(&mut variables);
        variables
    }

    fn collect(self, variables: &mut Vec<(&'c str, bool)>) {
        for node in self.nodes() {
            match node {
                Node::Argument(name) => note(variables, name, false),
                Node::Choice(choice) => {
                    choice.selector().collect(choice.is_numeric(), variables);
                    choice
                        .variants()
                        .for_each(|variant| variant.template.collect(variables));
                }
                Node::Call(call) => call.collect(variables),
                Node::Text(_) | Node::Number(_) | Node::Broken(_) => {}
            }
        }
    }
}

fn note<'c>(variables: &mut Vec<(&'c str, bool)>, name: &'c str, is_number: bool) {
    match variables.iter_mut().find(|(known, _)| *known == name) {
        Some((_, known)) => *known |= is_number,
        None => variables.push((name, is_number)),
    }
}

impl<'c> Operand<'c> {
    fn new(pool: &'c Pool, operand: OperandOp) -> Self {
        match operand {
            OperandOp::Text(run) | OperandOp::NotGiven(run) => Operand::Text(pool.text(run)),
            OperandOp::Number(number) => Operand::Number(pool.numbers[number as usize]),
            OperandOp::Argument(variable) => Operand::Argument(pool.variable(variable)),
            OperandOp::Call(call) => Operand::Call(Call {
                pool,
                call: &pool.calls[call as usize],
            }),
            OperandOp::Pattern(run) => Operand::Template(Template {
                pool,
                ops: pool.run(run),
            }),
        }
    }

    fn collect(self, is_number: bool, variables: &mut Vec<(&'c str, bool)>) {
        match self {
            Operand::Argument(name) => note(variables, name, is_number),
            Operand::Call(call) => call.collect(variables),
            Operand::Template(template) => template.collect(variables),
            Operand::Text(_) | Operand::Number(_) => {}
        }
    }
}

impl<'c> Choice<'c> {
    /// What decides.
    #[must_use]
    pub fn selector(self) -> Operand<'c> {
        Operand::new(self.pool, self.choice.selector)
    }

    /// The variants, in order; one of them is the default.
    pub fn variants(self) -> impl Iterator<Item = Variant<'c>> {
        let Choice { pool, choice } = self;
        pool.variants(choice)
            .iter()
            .zip(choice.variants.start..)
            .map(move |(variant, index)| Variant {
                key: match variant.key {
                    KeyOp::Name(run, _) => Key::Name(pool.text(run)),
                    KeyOp::Number(number) => Key::Number(pool.numbers[number as usize]),
                },
                is_default: index == choice.default,
                template: Template::new(pool, &variant.ops),
            })
    }

    /// Whether numbers decide it: a key is a number, or a plural category other than `other`.
    #[must_use]
    pub fn is_numeric(self) -> bool {
        self.variants().any(|variant| match variant.key {
            Key::Number(_) => true,
            Key::Name(name) => matches!(name, "zero" | "one" | "two" | "few" | "many"),
        })
    }
}

impl<'c> Call<'c> {
    /// The function's name, in capitals.
    #[must_use]
    pub fn name(self) -> &'c str {
        self.pool.text(self.call.name)
    }

    /// The arguments by place.
    pub fn positional(self) -> impl Iterator<Item = Operand<'c>> {
        self.pool
            .positional(self.call)
            .iter()
            .map(move |operand| Operand::new(self.pool, *operand))
    }

    /// The arguments by name, as they were given.
    pub fn named(self) -> impl Iterator<Item = (&'c str, Operand<'c>)> {
        let pool = self.pool;
        pool.named(self.call)
            .iter()
            .map(move |(name, operand)| (pool.text(*name), Operand::new(pool, *operand)))
    }

    fn collect(self, variables: &mut Vec<(&'c str, bool)>) {
        let is_number = self.name() == "NUMBER";
        self.positional()
            .for_each(|operand| operand.collect(is_number, variables));
    }
}
