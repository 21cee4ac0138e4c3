//! Rendering: each message, and all of them in a random order. The peers take turns at a message,
//! so that a machine that slows down does so for all.

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main};
use std::hint::black_box;

use tolken_peers::bundles::Bundles;
use tolken_peers::by_hand::ByHand;
use tolken_peers::compiled::Compiled;
use tolken_peers::i18n::RustI18n;
use tolken_peers::templates::Templates;
use tolken_peers::tolken::Tolken;
use tolken_peers::{LOCALES, MESSAGES, Message, Peer, checked, mix};

fn render(criterion: &mut Criterion) {
    for (name, message) in MESSAGES {
        let order: Vec<_> = (0..LOCALES.len()).map(|locale| (locale, message)).collect();
        peers(criterion, name, &order);
    }
    peers(criterion, "mix", &mix());
}

fn peers(criterion: &mut Criterion, name: &str, order: &[(usize, Message<'_>)]) {
    let mut group = criterion.benchmark_group(name);
    peer::<ByHand>(&mut group, order);
    peer::<Tolken>(&mut group, order);
    peer::<Compiled>(&mut group, order);
    peer::<RustI18n>(&mut group, order);
    peer::<Bundles>(&mut group, order);
    peer::<Templates>(&mut group, order);
    group.finish();
}

/// One iteration renders every message of the order.
fn peer<P: Peer>(group: &mut BenchmarkGroup<'_, WallTime>, order: &[(usize, Message<'_>)]) {
    let peer = checked::<P>();
    let mut buffer = String::with_capacity(1024);
    group.bench_function(P::NAME, |bencher| {
        bencher.iter(|| {
            for (locale, message) in order {
                peer.render(
                    black_box(*locale),
                    black_box(*message),
                    &mut buffer,
                    |text| {
                        black_box(text);
                    },
                );
            }
        });
    });
}

fn memcpy(criterion: &mut Criterion) {
    let mut buffer = String::with_capacity(1024);
    let text =
        "Den maximala batchstorleken har överskridits. Mottaget antal: 150, tillåtet antal: 100.";
    criterion
        .benchmark_group("floor")
        .bench_function("memcpy", |bencher| {
            bencher.iter(|| {
                buffer.clear();
                buffer.push_str(black_box(text));
                black_box(&buffer);
            });
        });
}

criterion_group!(benches, render, memcpy);
criterion_main!(benches);
