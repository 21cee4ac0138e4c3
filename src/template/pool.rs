//! Where the templates of one locale are kept: a few flat arrays.
//!
//! A template is an [`Op`], which may be a range of them; what belongs to an op (text, variants,
//! options) lies in the other arrays and is named by index. So a locale of ten thousand messages is
//! a dozen allocations, a message is read front to back in memory, and nothing in it can refer to
//! itself. Most messages are one literal, and an op is all that they take.

use icu_plurals::PluralCategory;
use serde::{Deserialize, Serialize};

use crate::fault::FaultKind;
use crate::function::Builtin;
use crate::value::Number;

/// A half-open range of indexes into one of the arrays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Run {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Run {
    #[inline]
    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// One step of a template.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) enum Op {
    /// Literal text.
    Text(Run),
    /// The value of a variable, an index of `variables`.
    Argument { variable: u32, isolate: bool },
    /// A number literal, an index of `numbers`.
    Number { number: u32, isolate: bool },
    /// A choice, an index of `choices`.
    Choice { choice: u32, isolate: bool },
    /// A call, an index of `calls`.
    Call { call: u32, isolate: bool },
    /// Something that could not be resolved, an index of `broken`.
    Broken(u32),
    /// Several, one after the other: a range of `ops`, in which no other sequence is.
    Sequence(Run),
}

/// A value that is not shown itself: it decides a choice or goes to a function.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) enum Operand {
    Text(Run),
    Number(u32),
    Argument(u32),
    Call(u32),
    /// An argument that a term was not given; how it is shown.
    NotGiven(Run),
    /// A pattern to be rendered to a text.
    Pattern(Run),
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct ChoiceOp {
    pub(crate) selector: Operand,
    pub(crate) variants: Run,
    /// The default, as an index of `variants`.
    pub(crate) default: u32,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct VariantOp {
    pub(crate) key: Key,
    pub(crate) ops: Op,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) enum Key {
    /// A name; the category, if it is that of one.
    Name(Run, #[serde(skip)] Option<PluralCategory>),
    /// An index of `numbers`.
    Number(u32),
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct CallOp {
    pub(crate) name: Run,
    /// Found again when a catalog is loaded: which there are depends on the application.
    #[serde(skip)]
    pub(crate) function: FunctionOp,
    pub(crate) positional: Run,
    pub(crate) named: Run,
    /// What [`FunctionOp::number`] says of it.
    #[serde(skip)]
    pub(crate) number: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum FunctionOp {
    Builtin(Builtin),
    /// An index of the catalog's functions.
    Application(u32),
    /// There is none of this name, or its options leave it nothing to do.
    #[default]
    Unknown,
}

impl FunctionOp {
    /// The variable, where a call of it is `NUMBER($x)` and says no more.
    pub(crate) fn number(&self, positional: &[Operand]) -> Option<u32> {
        match (self, positional) {
            (FunctionOp::Builtin(Builtin::Number(options)), [Operand::Argument(variable)])
                if options.is_default() =>
            {
                Some(*variable)
            }
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct BrokenOp {
    pub(crate) kind: FaultKind,
    pub(crate) name: Run,
    /// What is shown, such as `{other-message}`.
    pub(crate) text: Run,
}

/// The arrays.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Pool {
    pub(crate) text: String,
    #[serde(with = "super::packed")]
    pub(crate) ops: Vec<Op>,
    pub(crate) choices: Vec<ChoiceOp>,
    pub(crate) variants: Vec<VariantOp>,
    pub(crate) calls: Vec<CallOp>,
    pub(crate) operands: Vec<Operand>,
    pub(crate) named: Vec<(Run, Operand)>,
    #[serde(with = "literals")]
    pub(crate) numbers: Vec<Number>,
    pub(crate) broken: Vec<BrokenOp>,
    pub(crate) variables: Vec<Box<str>>,
}

impl Pool {
    /// The text of a run; every run is made by [`push_text`](Self::push_text).
    #[inline]
    pub(crate) fn text(&self, run: Run) -> &str {
        &self.text[run.range()]
    }

    /// The parts of a template.
    #[inline]
    pub(crate) fn ops<'p>(&'p self, op: &'p Op) -> &'p [Op] {
        match op {
            Op::Sequence(run) => self.run(*run),
            op => std::slice::from_ref(op),
        }
    }

    #[inline]
    pub(crate) fn run(&self, run: Run) -> &[Op] {
        &self.ops[run.range()]
    }

    #[inline]
    pub(crate) fn variants(&self, choice: &ChoiceOp) -> &[VariantOp] {
        &self.variants[choice.variants.range()]
    }

    pub(crate) fn positional(&self, call: &CallOp) -> &[Operand] {
        &self.operands[call.positional.range()]
    }

    pub(crate) fn named(&self, call: &CallOp) -> &[(Run, Operand)] {
        &self.named[call.named.range()]
    }

    #[inline]
    pub(crate) fn variable(&self, variable: u32) -> &str {
        &self.variables[variable as usize]
    }

    /// How many bytes the literals of a template have, with some for each other part; of a choice,
    /// those of the longest variant.
    pub(crate) fn estimate(&self, op: &Op) -> usize {
        /// A number of ten digits with marks, or a particle, with the isolates around it.
        const SHORT: usize = 24;
        let parts = self.ops(op).iter().map(|op| match *op {
            Op::Text(text) => text.range().len(),
            Op::Choice { choice, .. } => {
                let variants = self.variants(&self.choices[choice as usize]).iter();
                let lengths = variants.map(|variant| self.estimate(&variant.ops));
                lengths.max().unwrap_or_default()
            }
            _ => SHORT,
        });
        parts.sum()
    }

    pub(crate) fn push_text(&mut self, text: &str) -> Run {
        let start = index(self.text.len());
        self.text.push_str(text);
        Run {
            start,
            end: index(self.text.len()),
        }
    }

    /// Adds the parts of a template, which are none of them sequences.
    pub(crate) fn push_ops(&mut self, ops: &[Op]) -> Op {
        match *ops {
            [op] => op,
            _ => Op::Sequence(push_all(&mut self.ops, ops.iter().copied())),
        }
    }

    pub(crate) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ops.shrink_to_fit();
        self.choices.shrink_to_fit();
        self.variants.shrink_to_fit();
        self.calls.shrink_to_fit();
        self.operands.shrink_to_fit();
        self.named.shrink_to_fit();
        self.numbers.shrink_to_fit();
        self.broken.shrink_to_fit();
        self.variables.shrink_to_fit();
    }
}

/// Adds to an array and gives the index.
pub(crate) fn push<T>(array: &mut Vec<T>, item: T) -> u32 {
    array.push(item);
    index(array.len() - 1)
}

/// Adds several and gives their run.
pub(crate) fn push_all<T>(array: &mut Vec<T>, items: impl IntoIterator<Item = T>) -> Run {
    let start = index(array.len());
    array.extend(items);
    Run {
        start,
        end: index(array.len()),
    }
}

/// An index in 32 bits.
///
/// # Panics
///
/// Beyond 4 Gi entries. The compiler stops far below: a locale's files and its
/// [`Limits`](crate::Limits) bound every array.
fn index(index: usize) -> u32 {
    u32::try_from(index).expect("a locale's arrays are bounded by its files and limits")
}

/// Number literals as they are written in Fluent.
mod literals {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::super::compile::number;
    use crate::value::Number;

    pub(super) fn serialize<S: Serializer>(
        numbers: &[Number],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let literals: Vec<_> = numbers.iter().map(ToString::to_string).collect();
        literals.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Number>, D::Error> {
        let literals = Vec::<String>::deserialize(deserializer)?;
        Ok(literals.iter().map(|literal| number(literal)).collect())
    }
}
