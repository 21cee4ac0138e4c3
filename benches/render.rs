//! Rendering, by the clock: each case in all built-in locales. `benches/peers` compares with other
//! libraries, `benches/instructions.rs` counts.

mod cases;

use criterion::{Criterion, criterion_group, criterion_main};

use crate::cases::{CASES, Cases};

fn render(criterion: &mut Criterion) {
    let cases = Cases::new();
    let mut out = String::with_capacity(1024);
    let mut group = criterion.benchmark_group("render");
    for (name, run) in CASES {
        group.bench_function(name, |bencher| bencher.iter(|| run(&cases, &mut out)));
    }
    group.finish();
}

criterion_group!(benches, render);
criterion_main!(benches);
