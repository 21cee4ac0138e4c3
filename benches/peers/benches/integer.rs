//! A grouped integer, 1,234,567 in English, beside itoa, which does not group. Each is measured
//! once and nine times in a text: an eighth of the difference is the integer, without what finding
//! the message costs.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

use tolken::{Catalog, LanguageIdentifier, Layer, Request, Value};

const NUMBER: u64 = 1_234_567;

fn integer(criterion: &mut Criterion) {
    let one = "{ NUMBER($number) }";
    let source = format!("One = {one}\nNine = {}\n", [one; 9].join(";"));
    let layer = Layer::new().source("en-US", "integer.ftl", source);
    let catalog = Catalog::builder()
        .layer(layer)
        .build()
        .expect("messages")
        .into_catalog();
    let locales: [LanguageIdentifier; 1] = ["en-US".parse().expect("a locale")];
    let mut buffer = String::with_capacity(1024);
    let mut group = criterion.benchmark_group("integer");

    let tolken = |id: &str, buffer: &mut String| {
        buffer.clear();
        let args = [("number", Value::from(black_box(NUMBER)))];
        catalog.write_to(
            &Request::new(black_box(id)).args(&args).locales(&locales),
            buffer,
        );
    };
    tolken("Nine", &mut buffer);
    assert_eq!(buffer, ["1,234,567"; 9].join(";"));
    for (name, id) in [("tolken 1", "One"), ("tolken 9", "Nine")] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                tolken(id, &mut buffer);
                black_box(&buffer);
            });
        });
    }

    let itoa = |count: usize, buffer: &mut String| {
        buffer.clear();
        for index in 0..count {
            if index > 0 {
                buffer.push(';');
            }
            buffer.push_str(itoa::Buffer::new().format(black_box(NUMBER)));
        }
    };
    itoa(9, &mut buffer);
    assert_eq!(buffer, ["1234567"; 9].join(";"));
    for count in [1, 9] {
        group.bench_function(format!("itoa {count}"), |bencher| {
            bencher.iter(|| {
                itoa(black_box(count), &mut buffer);
                black_box(&buffer);
            });
        });
    }
    group.finish();
}

criterion_group!(benches, integer);
criterion_main!(benches);
