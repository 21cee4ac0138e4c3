//! Lookup, measured: accuracy, time and memory, on the built-in catalog and on made-up ones.
//!
//! `tolken-lookup-bench WHAT [SIZE]` prints rows; `benches/lookup/run` runs all of it and writes
//! docs/LOOKUP.md. WHAT is `accuracy`, `speed`, `threads`, `oracle`, `peers`, `ask`, which says what
//! is found in each line of its input, or `profile`, which runs for long; without a size it is about the
//! built-in catalog. With `FAILED=1` in
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

use tolken::{Catalog, Mode, Query};

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
        ("ask", _) => ask(&catalog.index()),
        ("profile", _) => profile(&catalog.index(), &corpus),
        _ => {
            eprintln!("expected accuracy, speed, threads, oracle SIZE, peers SIZE, ask or profile");
            std::process::exit(2);
        }
    }
}

/// Looks texts up for long: messages, or with `FOREIGN=1` in the environment lines that are none.
fn profile(index: &tolken::Index, corpus: &corpus::Corpus) {
    let foreign = std::env::var_os("FOREIGN").is_some();
    let messages = corpus.samples.iter().map(|it| it.text.as_str());
    let lines = corpus.negatives.iter().filter(|it| it.0 == "foreign lines");
    let (texts, count): (Vec<&str>, _) = if foreign {
        (lines.map(|it| it.1.as_str()).collect(), 100_000)
    } else {
        (messages.collect(), 2_000_000)
    };
    let mode = if foreign { Mode::Scan } else { Mode::Auto };
    for text in texts.iter().cycle().take(count) {
        std::hint::black_box(index.lookup(&Query::new(text).mode(mode).fuzzy(foreign)));
    }
}

/// Says what is found in lines, likely or not.
fn ask(index: &tolken::Index) {
    for line in std::io::stdin().lines().map_while(Result::ok) {
        println!("{line}");
        for found in index.lookup(&Query::new(&line).minimum(0.0)).matches() {
            let evidence = found.evidence();
            let said: f32 = evidence.literals().iter().map(|it| it.bits).sum();
            println!(
                "  {:.4} {} {:?} {said:.1} {:?} {:?}",
                found.score(),
                found.code(),
                found.kind(),
                evidence.pattern(),
                evidence.differences(),
            );
        }
    }
}
