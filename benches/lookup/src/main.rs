//! Lookup, measured: accuracy, time and memory, on the built-in catalog and on made-up ones.
//!
//! `tolken-lookup-bench WHAT [SIZE]` prints rows; `benches/lookup/run` runs all of it and writes
//! docs/LOOKUP.md. WHAT is `accuracy`, `speed`, `threads`, `oracle`, `peers`, or `profile`, which
//! runs without end to speak of; without a size it is about the built-in catalog. With `FAILED=1` in
//! the environment `accuracy` says which texts were not found, with `UNEQUAL=1` which arguments differ.

mod accuracy;
mod corpus;
mod counting;
mod damage;
mod oracle;
mod peers;
mod random;
mod report;
mod speed;
mod synthetic;

use tolken::{Catalog, Query};

#[global_allocator]
static ALLOCATOR: counting::Counting = counting::Counting;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let what = arguments.next().unwrap_or_default();
    let size: Option<usize> = arguments.next().and_then(|size| size.parse().ok());
    let name = size.map_or("built-in".to_owned(), |size| size.to_string());
    let made = size.map(|size| synthetic::synthetic(size, 7));
    let corpus = made
        .as_ref()
        .map_or_else(corpus::builtin, |made| corpus::synthetic(made, 4_000));
    let builtin = Catalog::builtin();
    let catalog = made.as_ref().map_or(&builtin, |made| &made.catalog);
    match (what.as_str(), &made) {
        ("accuracy", _) => accuracy::measure(&name, &catalog.index(), &corpus),
        ("speed", _) => speed::measure(&name, catalog, &corpus),
        ("threads", _) => speed::threads(&name, catalog, &corpus),
        ("oracle", Some(made)) => {
            let index = catalog.index();
            oracle::measure(
                &name,
                &index,
                made,
                &corpus,
                30_000_000 / made.templates.len(),
            );
        }
        ("peers", Some(made)) => peers::measure(&name, made, &corpus),
        ("profile", _) => {
            let index = catalog.index();
            for sample in corpus.samples.iter().cycle().take(2_000_000) {
                std::hint::black_box(index.lookup(&Query::new(&sample.text).fuzzy(false)));
            }
        }
        _ => {
            eprintln!("expected accuracy, speed, threads, oracle SIZE, peers SIZE or profile");
            std::process::exit(2);
        }
    }
}
