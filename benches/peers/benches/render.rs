//! Rendering: each message, and all of them in a random order.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

use tolken_peers::by_hand::ByHand;
use tolken_peers::bundles::Bundles;
use tolken_peers::i18n::RustI18n;
use tolken_peers::tolken::Tolken;
use tolken_peers::{LOCALES, MESSAGES, Peer, checked};

/// Each message in all locales, one after the other, and the mix.
fn peer<P: Peer>(criterion: &mut Criterion) {
    let peer = checked::<P>();
    let mut out = String::with_capacity(1024);
    for (name, message) in MESSAGES {
        criterion.bench_function(&format!("{name}/{}", P::NAME), |bencher| {
            bencher.iter(|| {
                for locale in 0..LOCALES.len() {
                    out.clear();
                    peer.render(black_box(locale), black_box(message), &mut out);
                    black_box(&out);
                }
            });
        });
    }
    // The same random order for every peer: a linear congruential generator (Knuth, MMIX).
    let mut state = 1_u64;
    let order: Vec<_> = (0..4096)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let draw = (state >> 33) as usize;
            (draw % LOCALES.len(), MESSAGES[draw / LOCALES.len() % MESSAGES.len()].1)
        })
        .collect();
    criterion.bench_function(&format!("mix/{}", P::NAME), |bencher| {
        bencher.iter(|| {
            for (locale, message) in &order {
                out.clear();
                peer.render(black_box(*locale), black_box(*message), &mut out);
                black_box(&out);
            }
        });
    });
}

fn memcpy(criterion: &mut Criterion) {
    let mut out = String::with_capacity(1024);
    let text = "Den maximala batchstorleken har överskridits. Mottaget antal: 150, tillåtet antal: 100.";
    criterion.bench_function("floor/memcpy of a text", |bencher| {
        bencher.iter(|| {
            out.clear();
            out.push_str(black_box(text));
            black_box(&out);
        });
    });
    let mut buffer = itoa::Buffer::new();
    criterion.bench_function("floor/itoa", |bencher| {
        bencher.iter(|| black_box(buffer.format(black_box(1_234_567_u64)).len()));
    });
}

criterion_group!(render, peer::<ByHand>, peer::<Tolken>, peer::<Bundles>, peer::<RustI18n>, memcpy);
criterion_main!(render);
