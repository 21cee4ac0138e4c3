//! Loading: 10,000 messages in six locales, from Fluent text.

use criterion::{Criterion, criterion_group, criterion_main};
use std::fmt::Write;
use std::hint::black_box;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::FluentResource;
use tolken::{Catalog, Layer};
use tolken_peers::LOCALES;

/// Messages of about 57 bytes, every third with an argument.
fn text() -> String {
    let mut text = String::new();
    for index in 0..10_000 {
        let argument = if index % 3 == 0 { " { $value }" } else { " requested" };
        writeln!(text, "Message{index} = The resource number {index} that was{argument} is gone today.")
            .expect("a string");
    }
    text
}

fn load(criterion: &mut Criterion) {
    let text = text();
    let mut group = criterion.benchmark_group("load");
    group.sample_size(10);
    group.bench_function("tolken", |bencher| {
        bencher.iter(|| {
            let mut layer = Layer::new();
            for locale in LOCALES {
                layer = layer.source(locale, "errors.ftl", text.as_str());
            }
            black_box(Catalog::builder().layer(layer).build().expect("messages"))
        });
    });
    group.bench_function("fluent-bundle", |bencher| {
        bencher.iter(|| {
            let bundles: Vec<_> = LOCALES
                .iter()
                .map(|tag| {
                    let mut bundle =
                        FluentBundle::new_concurrent(vec![tag.parse().expect("a locale")]);
                    let resource = FluentResource::try_new(text.clone()).expect("Fluent");
                    bundle.add_resource(resource).expect("every id once");
                    bundle
                })
                .collect();
            black_box::<Vec<FluentBundle<FluentResource>>>(bundles)
        });
    });
    group.finish();
}

criterion_group!(benches, load);
criterion_main!(benches);
