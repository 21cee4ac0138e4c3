//! Two threads on one catalog, beside two threads with a catalog each. The two take turns, and what
//! is compared is the medians of the same run.

use std::hint::black_box;
use std::sync::Barrier;
use std::thread;
use std::time::Instant;

use tolken::{Catalog, Layer};
use tolken_peers::tolken::Tolken;
use tolken_peers::{Message, Peer, mix};

/// How often each of the two is measured.
const REPETITIONS: usize = 41;
/// How often a thread renders the mix in one measurement.
const ROUNDS: usize = 60;

fn main() {
    let (one, other) = (tolken(), tolken());
    let order = mix();
    measure([&one, &one], &order);
    let (mut shared, mut own, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for repetition in 0..REPETITIONS {
        let pairs = [[&one, &one], [&one, &other]];
        // Neither is always the first.
        let first = repetition % 2;
        let mut rates = [0.0; 2];
        rates[first] = measure(pairs[first], &order);
        rates[1 - first] = measure(pairs[1 - first], &order);
        shared.push(rates[0]);
        own.push(rates[1]);
        ratios.push(rates[0] / rates[1]);
    }
    println!("one catalog\tmillion texts a second\t{:.2}", median(shared));
    println!("a catalog each\tmillion texts a second\t{:.2}", median(own));
    println!("ratio\tmedian\t{:.3}", median(ratios));
}

fn tolken() -> Tolken {
    let loaded = Catalog::builder().layer(Layer::builtin()).build();
    Tolken::new(loaded.expect("the built-in locales").into_catalog())
}

/// Millions of texts a second, of both threads together.
fn measure(peers: [&Tolken; 2], order: &[(usize, Message<'_>)]) -> f64 {
    let barrier = Barrier::new(2);
    let work = |peer: &Tolken| {
        let mut buffer = String::with_capacity(1024);
        barrier.wait();
        let start = Instant::now();
        for _ in 0..ROUNDS {
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
        }
        #[expect(clippy::cast_precision_loss)]
        let rate = (ROUNDS * order.len()) as f64 / start.elapsed().as_secs_f64() / 1e6;
        rate
    };
    thread::scope(|scope| {
        let other = scope.spawn(|| work(peers[1]));
        work(peers[0]) + other.join().expect("rendering does not panic")
    })
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
