//! Loading: 10,000 messages in six locales, from Fluent text in memory, and what tolken made of it
//! before.

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::hint::black_box;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use tolken::{Catalog, Layer};
use tolken_peers::{LOCALES, corpus};

fn load(criterion: &mut Criterion) {
    let sources = LOCALES.map(|locale| (locale, corpus::source(locale)));
    let mut group = criterion.benchmark_group("load");
    group.sample_size(10);
    // Both take texts that they own; making those is not measured, and neither is dropping.
    group.bench_function("tolken", |bencher| {
        bencher.iter_batched(
            || sources.clone(),
            |sources| {
                let layer = sources
                    .into_iter()
                    .fold(Layer::new(), |layer, (locale, source)| {
                        layer.source(locale, "errors.ftl", source)
                    });
                black_box(Catalog::builder().layer(layer).build().expect("messages"))
            },
            BatchSize::PerIteration,
        );
    });
    let layer = sources
        .iter()
        .fold(Layer::new(), |layer, (locale, source)| {
            layer.source(locale, "errors.ftl", source.as_str())
        });
    let loaded = Catalog::builder().layer(layer).build().expect("messages");
    let bytes = loaded.catalog().to_prebuilt();
    drop(loaded);
    group.bench_function("tolken prebuilt", |bencher| {
        bencher.iter_with_large_drop(|| Catalog::from_prebuilt(black_box(&bytes)).expect("whole"));
    });
    group.bench_function("fluent-bundle", |bencher| {
        bencher.iter_batched(
            || sources.clone(),
            |sources| {
                black_box(sources.map(|(locale, source)| {
                    let locale = locale.parse().expect("a locale");
                    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
                    let resource = FluentResource::try_new(source).expect("Fluent");
                    bundle.add_resource(resource).expect("every id once");
                    bundle
                }))
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, load);
criterion_main!(benches);
