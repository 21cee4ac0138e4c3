//! Times and memory of an index.

use std::hint::black_box;
use std::sync::Barrier;
use std::thread;
use std::time::Instant;

use tolken::{Catalog, Index, Mode, Query};

use crate::corpus::Corpus;
use crate::counting::held;
use crate::damage;
use crate::random::Random;
use crate::report::row;

pub fn measure(name: &str, catalog: &Catalog, corpus: &Corpus) {
    let number = |what: &str, kind: &str, value: f64| {
        row(&["speed", name, kind, "all", what, &format!("{value:.3}")])
    };
    // What is read once for all catalogs is no part of building one.
    drop(Catalog::builtin().index());
    let mut index = None;
    for (kind, fuzzy) in [("exact", false), ("with similar texts", true)] {
        drop(index.take());
        let before = held();
        let start = Instant::now();
        let built = Index::builder().fuzzy(fuzzy).build(catalog);
        number("build ms", kind, start.elapsed().as_secs_f64() * 1e3);
        number(
            "bytes a text",
            kind,
            built.heap_bytes() as f64 / built.len() as f64,
        );
        number(
            "bytes a text, its words included",
            kind,
            (held() - before) as f64 / built.len() as f64,
        );
        number("texts", kind, built.len() as f64);
        index = Some(built);
    }
    let index = index.expect("it was built");
    let mut random = Random::new(17);
    let mut each = |change: &dyn Fn(&str, &mut Random) -> String| -> Vec<String> {
        corpus
            .samples
            .iter()
            .map(|it| change(&it.text, &mut random))
            .collect()
    };
    let clean = each(&|text, _| text.to_owned());
    let lines = each(&|text, random| damage::line(text, random));
    let typos = each(&|text, random| damage::typo(text, random));
    let foreign = corpus.negatives.iter().filter(|it| it.0 == "foreign lines");
    let foreign: Vec<_> = foreign.map(|it| it.1.clone()).collect();
    let kinds: [(&str, &[String], bool, Mode); 5] = [
        ("exact only", &clean, false, Mode::Auto),
        ("whole answer", &clean, true, Mode::Auto),
        ("lines", &lines, true, Mode::Auto),
        ("one typo", &typos, true, Mode::Auto),
        ("foreign lines", &foreign, true, Mode::Scan),
    ];
    for (kind, texts, fuzzy, mode) in kinds {
        let mut times = Vec::with_capacity(texts.len() * 3);
        for _ in 0..3 {
            for text in texts {
                let query = Query::new(text).fuzzy(fuzzy).mode(mode);
                let start = Instant::now();
                black_box(index.lookup(&query));
                times.push(start.elapsed().as_nanos() as u64);
            }
        }
        let [median, high] = percentiles(&mut times);
        number("p50 ns", kind, median);
        number("p99 ns", kind, high);
    }
    let mixed: Vec<_> = (0..20_000)
        .map(|at| {
            if at % 10 < 3 {
                &lines[at % lines.len()]
            } else {
                &foreign[at % foreign.len()]
            }
        })
        .collect();
    let mut rates: Vec<f64> = (0..5)
        .map(|_| {
            let start = Instant::now();
            for line in &mixed {
                black_box(index.lookup(&Query::new(line).mode(Mode::Scan).fuzzy(false)));
            }
            mixed.len() as f64 / start.elapsed().as_secs_f64()
        })
        .collect();
    rates.sort_by(f64::total_cmp);
    number("lines a second", "bulk", rates[2]);
    hostile(name, &index, &clean);
}

/// The median and the 99th of a hundred, less what looking at the clock takes.
pub fn percentiles(times: &mut [u64]) -> [f64; 2] {
    let mut clock: Vec<u64> = (0..1_000)
        .map(|_| Instant::now().elapsed().as_nanos() as u64)
        .collect();
    clock.sort_unstable();
    times.sort_unstable();
    [times.len() / 2, times.len() * 99 / 100].map(|at| times[at].saturating_sub(clock[500]) as f64)
}

/// How many hostile texts of a kind and a length there are.
const ROUNDS: usize = 41;

/// Texts that were made to be slow.
///
/// None is that of the round before, as users ask: of one that is asked for again, what the caches have
/// room for costs next to nothing, and twice the text more than twice. The lengths take turns, so that
/// what one of them finds in the caches the others find as well.
fn hostile(name: &str, index: &Index, texts: &[String]) {
    type Piece<'m> = Box<dyn Fn(usize, usize) -> String + 'm>;
    // Marks that join letters.
    const MARKS: [char; 8] = [
        '\u{300}', '\u{301}', '\u{302}', '\u{303}', '\u{306}', '\u{307}', '\u{308}', '\u{30c}',
    ];
    // In steps, so that each text has some of every locale, however long it is, and in the end all.
    let message = |at: usize| texts[at * 61 % texts.len()].as_str();
    let begin = |at: usize, count: usize| message(at).chars().take(count).collect();
    // By the number of the piece, of all that were taken, and the number of the text.
    let pieces: [(&str, Piece<'_>); 6] = [
        ("beginnings of messages", Box::new(|at, _| begin(at, 20))),
        ("messages", Box::new(|at, _| message(at).to_owned())),
        ("one message", Box::new(|_, of| message(of).to_owned())),
        (
            "one letter",
            Box::new(|_, of| char::from(b"abcdefghijklmnopqrstuvwxyz"[of % 26]).to_string()),
        ),
        (
            "isolation marks",
            Box::new(|at, _| {
                if at % 3 == 0 {
                    "\u{2068}".to_owned()
                } else {
                    begin(at, 3)
                }
            }),
        ),
        (
            "combining marks",
            Box::new(|_, of| MARKS[of % MARKS.len()].to_string()),
        ),
    ];
    const KILOBYTES: [usize; 4] = [4, 8, 16, 32];
    for (kind, piece) in pieces {
        let mut taken = 0;
        let mut times = KILOBYTES.map(|_| Vec::with_capacity(ROUNDS));
        for of in 0..=ROUNDS {
            for turn in 0..KILOBYTES.len() {
                // None of them always comes after the same.
                let which = (turn * (1 + of % 2 * 2) + of / 2) % KILOBYTES.len();
                let mut text = String::new();
                while text.len() < KILOBYTES[which] << 10 {
                    text.push_str(&piece(taken, of));
                    taken += 1;
                }
                let start = Instant::now();
                black_box(index.lookup(&Query::new(&text)));
                let time = start.elapsed();
                // The first ones warm up.
                if of > 0 {
                    times[which].push(time.as_nanos() as u64);
                }
            }
        }
        for (kilobytes, mut times) in KILOBYTES.into_iter().zip(times) {
            let [median, _] = percentiles(&mut times);
            row(&[
                "hostile",
                name,
                kind,
                "all",
                &format!("{kilobytes} kB"),
                &format!("{:.4}", median / 1e6),
            ]);
        }
    }
}

/// Two threads on one index, and two with an index each, by turns.
pub fn threads(name: &str, catalog: &Catalog, corpus: &Corpus) {
    let (one, other) = (catalog.index(), catalog.index());
    let rate = |indexes: [&Index; 2]| {
        let barrier = Barrier::new(2);
        let work = |index: &Index| {
            barrier.wait();
            let start = Instant::now();
            for _ in 0..5 {
                for sample in &corpus.samples {
                    black_box(index.lookup(&Query::new(&sample.text)));
                }
            }
            (corpus.samples.len() * 5) as f64 / start.elapsed().as_secs_f64() / 1e6
        };
        thread::scope(|scope| {
            let second = scope.spawn(|| work(indexes[1]));
            work(indexes[0]) + second.join().expect("looking up does not panic")
        })
    };
    rate([&one, &other]);
    let [mut shared, mut own, mut ratios] = [const { Vec::new() }; 3];
    for repetition in 0..21 {
        let pairs = [[&one, &one], [&one, &other]];
        // Neither is always the first.
        let first = repetition % 2;
        let mut rates = [0.0; 2];
        rates[first] = rate(pairs[first]);
        rates[1 - first] = rate(pairs[1 - first]);
        shared.push(rates[0]);
        own.push(rates[1]);
        ratios.push(rates[0] / rates[1]);
    }
    for (kind, mut values) in [
        ("one index", shared),
        ("an index each", own),
        ("ratio", ratios),
    ] {
        values.sort_by(f64::total_cmp);
        row(&[
            "threads",
            name,
            kind,
            "all",
            "median",
            &format!("{:.3}", values[values.len() / 2]),
        ]);
    }
}
