//! Ops as bytes, for a prebuilt catalog.
//!
//! Separate from [the arrays](super::pool) because nothing else knows how an op is written. Templates are
//! compiled one after the other, so that most texts and sequences begin where the last one ends.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

use super::pool::{Op, Run};
use crate::packed::{Reader, Writer, pack, unpack};

/// Where the last text and the last sequence end.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Behind {
    text: u32,
    ops: u32,
}

/// The bit of a part that is isolated; the lower ones say what it is.
const ISOLATE: u8 = 1 << 3;

impl Behind {
    pub(crate) fn write(&mut self, op: Op, writer: &mut Writer) {
        let mut indexed = |kind, isolate, index| {
            writer.byte(kind | if isolate { ISOLATE } else { 0 });
            writer.number(index);
        };
        match op {
            Op::Text(run) => {
                writer.byte(0);
                write_run(run, &mut self.text, writer);
            }
            Op::Argument { variable, isolate } => indexed(1, isolate, variable),
            Op::Number { number, isolate } => indexed(2, isolate, number),
            Op::Choice { choice, isolate } => indexed(3, isolate, choice),
            Op::Call { call, isolate } => indexed(4, isolate, call),
            Op::Broken(broken) => indexed(5, false, broken),
            Op::Sequence(run) => {
                writer.byte(6);
                write_run(run, &mut self.ops, writer);
            }
        }
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "as the reader's own steps are")]
    pub(crate) fn read(&mut self, reader: &mut Reader<'_>) -> Option<Op> {
        let kind = reader.byte()?;
        let isolate = kind & ISOLATE != 0;
        let kind = kind & !ISOLATE;
        match kind {
            0 => return read_run(&mut self.text, reader).map(Op::Text),
            6 => return read_run(&mut self.ops, reader).map(Op::Sequence),
            _ => {}
        }
        let index = reader.number()?;
        Some(match kind {
            1 => Op::Argument {
                variable: index,
                isolate,
            },
            2 => Op::Number {
                number: index,
                isolate,
            },
            3 => Op::Choice {
                choice: index,
                isolate,
            },
            4 => Op::Call {
                call: index,
                isolate,
            },
            5 => Op::Broken(index),
            _ => return None,
        })
    }
}

pub(crate) fn write_run(run: Run, behind: &mut u32, writer: &mut Writer) {
    writer.distance(*behind, run.start);
    writer.number(run.end.wrapping_sub(run.start));
    *behind = run.end;
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "as the reader's own steps are")]
pub(crate) fn read_run(behind: &mut u32, reader: &mut Reader<'_>) -> Option<Run> {
    let start = reader.distance(*behind)?;
    let end = start.wrapping_add(reader.number()?);
    *behind = end;
    Some(Run { start, end })
}

pub(super) fn serialize<S: Serializer>(ops: &[Op], serializer: S) -> Result<S::Ok, S::Error> {
    let mut behind = Behind::default();
    serializer.serialize_bytes(&pack(ops, |op, writer| behind.write(*op, writer)))
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Op>, D::Error> {
    let mut behind = Behind::default();
    let bytes = <&[u8]>::deserialize(deserializer)?;
    unpack(bytes, |reader| behind.read(reader)).ok_or_else(|| D::Error::custom("no ops"))
}
