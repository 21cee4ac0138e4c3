//! Other ways to the same answer, or to a part of it: which templates a text could be of. None of
//! them says what the arguments are, which of several is right, or in what a text differs.

use std::collections::HashMap;
use std::time::Instant;

use aho_corasick::AhoCorasick;
use regex::{Regex, RegexSet, RegexSetBuilder};
use tolken::{Catalog, Index, Query};

use crate::corpus::Corpus;
use crate::counting::held;
use crate::oracle::holds;
use crate::report::row;
use crate::speed::percentiles;
use crate::synthetic::{Synthetic, literals};

pub fn measure(catalog: &str, made: &Synthetic, corpus: &Corpus) {
    let templates: Vec<Vec<String>> = made
        .templates
        .iter()
        .map(|it| {
            let mut literals = literals(&it.pattern);
            literals.retain(|it| !it.is_empty());
            literals
        })
        .collect();
    let texts: Vec<_> = corpus.samples.iter().map(|it| it.text.clone()).collect();
    let count = templates.len();
    // What is held once for all is nobody's.
    let builtin = Catalog::builtin().index();
    let _ = builtin.lookup(&Query::new("Hashvärdet abc är ogiltigt"));
    compare(
        catalog,
        "tolken",
        &texts,
        count,
        || Index::builder().fuzzy(false).build(&made.catalog),
        |index, text| index.lookup(&Query::new(text).fuzzy(false)).matches().len(),
    );
    compare(
        catalog,
        "tolken, with similar texts",
        &texts,
        count,
        || made.catalog.index(),
        |index, text| index.lookup(&Query::new(text)).matches().len(),
    );
    compare(
        catalog,
        "aho-corasick and verification",
        &texts,
        count,
        || Literals::new(&templates),
        |index, text| index.find(&text.to_lowercase(), &templates).len(),
    );
    if count <= 10_000 {
        let each = &texts[..texts.len().min(4_000_000 / count)];
        compare(
            catalog,
            "a regex each",
            each,
            count,
            || -> Vec<Regex> {
                templates
                    .iter()
                    .map(|it| Regex::new(&pattern(it)).expect("it is escaped"))
                    .collect()
            },
            |all, text| {
                let text = text.to_lowercase();
                all.iter().filter(|it| it.captures(&text).is_some()).count()
            },
        );
    }
    // None twice: a set remembers what it has seen.
    let few = &texts[..texts.len().min((1_500_000 / count).clamp(8, 400))];
    compare(
        catalog,
        "RegexSet",
        few,
        count,
        || -> RegexSet {
            let mut builder = RegexSetBuilder::new(templates.iter().map(|it| pattern(it)));
            builder
                .size_limit(usize::MAX)
                .build()
                .expect("they are escaped")
        },
        |set, text| set.matches(&text.to_lowercase()).iter().count(),
    );
}

/// Builds it, and finds each text once.
fn compare<P>(
    catalog: &str,
    name: &str,
    texts: &[String],
    count: usize,
    build: impl Fn() -> P,
    find: impl Fn(&P, &str) -> usize,
) {
    let before = held();
    let start = Instant::now();
    let built = build();
    let milliseconds = start.elapsed().as_secs_f64() * 1e3;
    let mut found = 0;
    let mut times = Vec::with_capacity(texts.len());
    for text in texts {
        let start = Instant::now();
        found += usize::from(std::hint::black_box(find(&built, text)) > 0);
        times.push(start.elapsed().as_nanos() as u64);
    }
    let times_held = (times.capacity() * size_of::<u64>()).cast_signed();
    let bytes = (held() - before - times_held) as f64 / count as f64;
    let [median, _] = percentiles(&mut times);
    let row = |what: &str, value: String| row(&["peers", catalog, name, "all", what, &value]);
    row("build ms", format!("{milliseconds:.1}"));
    row("bytes a template", format!("{bytes:.0}"));
    row("p50 ns", format!("{median:.0}"));
    row("texts", texts.len().to_string());
    row("found", found.to_string());
}

/// Literals with anything between.
fn pattern(literals: &[String]) -> String {
    let escaped: Vec<_> = literals.iter().map(|it| regex::escape(it)).collect();
    escaped.join("(.*?)")
}

/// An automaton of one literal of each template: of those that the fewest have, the longest.
struct Literals {
    automaton: AhoCorasick,
    templates: Vec<Vec<u32>>,
}

impl Literals {
    fn new(templates: &[Vec<String>]) -> Self {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for literal in templates.iter().flatten() {
            *counts.entry(literal).or_default() += 1;
        }
        let mut keys: HashMap<&str, Vec<u32>> = HashMap::new();
        for (index, literals) in (0..).zip(templates) {
            let key = literals
                .iter()
                .min_by_key(|it| (counts[it.as_str()], usize::MAX - it.len()));
            keys.entry(key.expect("it has words"))
                .or_default()
                .push(index);
        }
        let (literals, templates): (Vec<_>, Vec<_>) = keys.into_iter().unzip();
        let automaton = AhoCorasick::new(literals).expect("not too many");
        Literals {
            automaton,
            templates,
        }
    }

    fn find(&self, text: &str, templates: &[Vec<String>]) -> Vec<u32> {
        let mut found = Vec::new();
        for hit in self.automaton.find_overlapping_iter(text) {
            for &index in &self.templates[hit.pattern().as_usize()] {
                if !found.contains(&index) && holds(text, &templates[index as usize]) {
                    found.push(index);
                }
            }
        }
        found
    }
}
