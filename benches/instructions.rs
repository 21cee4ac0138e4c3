//! The program that `.ci/instructions` runs under callgrind, which writes what it has counted each
//! time that [`measured`] returns. Each case runs once for what happens at the first time only, such
//! as loading a locale's data, then [`ITERATIONS`] times, then twice as often: the difference of the
//! last two is the case alone.

mod cases;

use std::hint::black_box;

use crate::cases::{CASES, Cases, Run};

const ITERATIONS: usize = 50;

fn main() {
    let cases = Cases::new();
    let mut out = String::with_capacity(1024);
    for (name, run) in CASES {
        println!("{ITERATIONS}\t{name}");
        for iterations in [1, ITERATIONS, 2 * ITERATIONS] {
            measured(&cases, run, iterations, &mut out);
        }
    }
}

/// Its name is what callgrind looks for.
#[inline(never)]
fn measured(cases: &Cases, run: Run, iterations: usize, out: &mut String) {
    for _ in 0..iterations {
        black_box(run)(black_box(cases), out);
    }
}
