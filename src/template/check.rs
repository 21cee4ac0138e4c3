//! Whether arrays that were read, and not compiled, hold together.
//!
//! The compiler makes a tree: every range is used once, and what is nested is bounded. Rendering
//! and lookup rely on that, so a prebuilt catalog is held to it before it is used: then no bytes
//! can make them leave an array, go in a circle, or grow without end.

use std::ops::Range;

use icu_plurals::PluralCategory;

use super::pool::{CallOp, FunctionOp, Key, Op, Operand, Pool, Run};
use crate::function::{self, Functions, Literal};
use crate::limits::Limits;

/// How deep a template may nest: what the compiler allows at most, and the level of the call or
/// choice at its end.
const DEEPEST: usize = Limits::DEEPEST + 2;

/// Checks the arrays of one locale.
pub(crate) struct Check<'p> {
    pool: &'p Pool,
    ops: Vec<bool>,
    variants: Vec<bool>,
    operands: Vec<bool>,
    named: Vec<bool>,
    /// How many bytes of text are left: each is shown in one place.
    text: usize,
}

/// The arrays do not hold together.
#[derive(Debug)]
pub(crate) struct Damaged;

impl<'p> Check<'p> {
    pub(crate) fn new(pool: &'p Pool) -> Self {
        Check {
            pool,
            ops: vec![false; pool.ops.len()],
            variants: vec![false; pool.variants.len()],
            operands: vec![false; pool.operands.len()],
            named: vec![false; pool.named.len()],
            text: pool.text.len(),
        }
    }

    /// Checks a template, all the way down.
    #[inline]
    pub(crate) fn template(&mut self, op: Op) -> Result<(), Damaged> {
        match op {
            // As most are.
            Op::Text(text) => self.text(text),
            op => self.pattern(op, 0),
        }
    }

    fn pattern(&mut self, op: Op, depth: usize) -> Result<(), Damaged> {
        match op {
            Op::Sequence(run) => self.sequence(run, depth),
            part => self.part(part, depth),
        }
    }

    fn sequence(&mut self, ops: Run, depth: usize) -> Result<(), Damaged> {
        let pool = self.pool;
        claim(&mut self.ops, ops)?.try_for_each(|index| self.part(pool.ops[index], depth))
    }

    fn part(&mut self, op: Op, depth: usize) -> Result<(), Damaged> {
        if depth > DEEPEST {
            return Err(Damaged);
        }
        let pool = self.pool;
        match op {
            Op::Text(text) => self.text(text),
            Op::Argument { variable, .. } => within(variable, &pool.variables),
            Op::Number { number, .. } => within(number, &pool.numbers),
            Op::Choice { choice, .. } => self.choice(choice, depth + 1),
            Op::Call { call, .. } => self.call(call, depth + 1),
            Op::Broken(broken) => {
                within(broken, &pool.broken)?;
                let broken = pool.broken[broken as usize];
                self.text(broken.name)?;
                self.text(broken.text)
            }
            Op::Sequence(_) => Err(Damaged),
        }
    }

    fn choice(&mut self, choice: u32, depth: usize) -> Result<(), Damaged> {
        let pool = self.pool;
        within(choice, &pool.choices)?;
        let choice = pool.choices[choice as usize];
        self.operand(choice.selector, depth)?;
        let variants = claim(&mut self.variants, choice.variants)?;
        if !variants.contains(&(choice.default as usize)) {
            return Err(Damaged);
        }
        for index in variants {
            match pool.variants[index].key {
                Key::Name(name, _) => self.text(name)?,
                Key::Number(number) => within(number, &pool.numbers)?,
            }
            self.pattern(pool.variants[index].ops, depth)?;
        }
        Ok(())
    }

    fn call(&mut self, call: u32, depth: usize) -> Result<(), Damaged> {
        let pool = self.pool;
        within(call, &pool.calls)?;
        let call = pool.calls[call as usize];
        self.text(call.name)?;
        for index in claim(&mut self.operands, call.positional)? {
            self.operand(pool.operands[index], depth)?;
        }
        for index in claim(&mut self.named, call.named)? {
            let (name, operand) = pool.named[index];
            self.text(name)?;
            self.operand(operand, depth)?;
        }
        Ok(())
    }

    fn operand(&mut self, operand: Operand, depth: usize) -> Result<(), Damaged> {
        match operand {
            Operand::Text(text) | Operand::NotGiven(text) => self.text(text),
            Operand::Number(number) => within(number, &self.pool.numbers),
            Operand::Argument(variable) => within(variable, &self.pool.variables),
            Operand::Call(_) if depth > DEEPEST => Err(Damaged),
            Operand::Call(call) => self.call(call, depth + 1),
            Operand::Pattern(ops) => self.sequence(ops, depth + 1),
        }
    }

    #[inline]
    fn text(&mut self, text: Run) -> Result<(), Damaged> {
        let text = self.pool.text.get(text.range()).ok_or(Damaged)?;
        self.text = self.text.checked_sub(text.len()).ok_or(Damaged)?;
        Ok(())
    }
}

/// Takes a range that nothing else has.
fn claim(taken: &mut [bool], run: Run) -> Result<Range<usize>, Damaged> {
    let range = run.range();
    let marks = taken.get_mut(range.clone()).ok_or(Damaged)?;
    for taken in marks {
        if std::mem::replace(taken, true) {
            return Err(Damaged);
        }
    }
    Ok(range)
}

fn within<T>(index: u32, array: &[T]) -> Result<(), Damaged> {
    if (index as usize) < array.len() {
        Ok(())
    } else {
        Err(Damaged)
    }
}

impl Pool {
    /// Finds what is not kept in a prebuilt catalog: functions, by what the application has, and
    /// plural categories. To be called on arrays that hold together.
    pub(crate) fn resolve(&mut self, functions: &Functions) {
        let resolved: Vec<_> = self
            .calls
            .iter()
            .map(|call| self.function(call, functions))
            .collect();
        for (call, function) in self.calls.iter_mut().zip(resolved) {
            let positional = self.operands.get(call.positional.range());
            call.number = function.number(positional.unwrap_or_default());
            call.function = function;
        }
        for variant in &mut self.variants {
            if let Key::Name(name, category) = &mut variant.key
                && let Some(name) = self.text.get(name.range())
            {
                *category = PluralCategory::get_for_cldr_string(name);
            }
        }
    }

    fn function(&self, call: &CallOp, functions: &Functions) -> FunctionOp {
        let text = |run: Run| self.text.get(run.range()).unwrap_or_default();
        if let Some(position) = functions.position(text(call.name)) {
            return FunctionOp::Application(position);
        }
        let Some(named) = self.named.get(call.named.range()) else {
            return FunctionOp::Unknown;
        };
        let options = named.iter().filter_map(|(name, operand)| {
            let literal = match operand {
                Operand::Text(run) => Literal::Text(text(*run)),
                Operand::Number(number) => Literal::Number(*self.numbers.get(*number as usize)?),
                _ => return None,
            };
            Some((text(*name), literal))
        });
        let options: Vec<_> = options.collect();
        // What is wrong with an option was told when the catalog was built.
        match function::builtin(text(call.name), &options, &mut Vec::new()) {
            Some(builtin) if !call.positional.range().is_empty() => FunctionOp::Builtin(builtin),
            _ => FunctionOp::Unknown,
        }
    }
}
