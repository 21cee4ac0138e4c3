//! Negotiation: headers that browsers and programs send, and headers that cost the most.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

use tolken::Catalog;

fn negotiate(criterion: &mut Criterion) {
    let long = "zh-Hant-TW-x-private;q=0.123,".repeat(40_000);
    let headers = [
        ("one tag", "ko-KR"),
        ("firefox", "sv-SE,sv;q=0.8,en-US;q=0.5,en;q=0.3"),
        ("chrome", "zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7"),
        (
            "six languages",
            "de-CH,de;q=0.9,fr-CH;q=0.8,fr;q=0.7,it;q=0.6,en;q=0.5",
        ),
        ("anything", "*"),
        ("a megabyte of ranges", &long),
    ];
    let catalog = Catalog::builtin();
    let mut group = criterion.benchmark_group("negotiate");
    for (name, header) in headers {
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(catalog.negotiate(black_box(header))));
        });
    }
    group.finish();
}

criterion_group!(benches, negotiate);
criterion_main!(benches);
