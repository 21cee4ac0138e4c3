//! Loading the built-in catalog from its Fluent text: 19 codes in six locales.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

use tolken::{Catalog, Layer};

fn load(criterion: &mut Criterion) {
    criterion.bench_function("load/builtin", |bencher| {
        bencher.iter(|| {
            let loaded = Catalog::builder()
                .layer(black_box(Layer::builtin()))
                .build();
            loaded.expect("the built-in locales have messages")
        });
    });
}

criterion_group!(benches, load);
criterion_main!(benches);
