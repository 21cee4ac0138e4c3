//! How often the right message is found, with the right arguments, and how sure the answer says it is.

use icu_normalizer::ComposingNormalizerBorrowed;
use tolken::{Arguments, Index, Matches, Mode, Query, Value};

use crate::corpus::{Corpus, Sample};
use crate::damage;
use crate::random::Random;
use crate::report::row;

/// Scores in tenths: how many answers, and how many of them right.
type Scores = [[usize; 2]; 10];

/// What was counted for one kind of text in one script.
#[derive(Clone, Default)]
struct Counts {
    texts: usize,
    /// The right code and locale are in the answer's top set.
    first: usize,
    /// The top set is exactly the expected one.
    set: usize,
    five: usize,
    complete: usize,
    /// Arguments between words of the message, and equal ones.
    inner: [usize; 2],
    /// The same at an end of the message.
    edge: [usize; 2],
}

pub fn measure(catalog: &str, index: &Index, corpus: &Corpus) {
    let mut scores = Scores::default();
    let mut check =
        |kind: &str, samples: &[Sample], change: &dyn Fn(&Sample, &mut Random) -> String| {
            kinds(catalog, index, kind, samples, change, &mut scores);
        };
    check("clean", &corpus.samples, &|it, _| it.text.clone());
    check("isolates", &corpus.samples, &|it, _| it.isolated.clone());
    check("copied", &corpus.samples, &|it, random| {
        damage::copied(&it.text, random)
    });
    check("escaped", &corpus.samples, &|it, random| {
        damage::escaped(&it.text, random)
    });
    check("in a line", &corpus.samples, &|it, random| {
        damage::line(&it.text, random)
    });
    check("one typo", &corpus.samples, &|it, random| {
        damage::typo(&it.text, random)
    });
    check("three typos", &corpus.samples, &|it, random| {
        (0..3).fold(it.text.clone(), |text, _| damage::typo(&text, random))
    });
    check("cut at 60 %", &corpus.samples, &|it, _| {
        damage::cut(&it.text, 60)
    });
    check("ambiguous", &corpus.ambiguous, &|it, _| it.text.clone());
    check("former", &corpus.former, &|it, _| it.text.clone());
    let nested: Vec<_> = corpus.nested.iter().map(|it| it.0.clone()).collect();
    check("nested, the outer", &nested, &|it, _| it.isolated.clone());
    check("below 40 bits", &corpus.short, &|it, _| it.text.clone());
    inner(catalog, index, corpus);
    for (tenth, [texts, right]) in scores.iter().enumerate() {
        row(&[
            "calibration",
            catalog,
            &tenth.to_string(),
            "all",
            "texts",
            &texts.to_string(),
        ]);
        row(&[
            "calibration",
            catalog,
            &tenth.to_string(),
            "all",
            "right",
            &right.to_string(),
        ]);
    }
    negatives(catalog, index, corpus);
}

fn kinds(
    catalog: &str,
    index: &Index,
    kind: &str,
    samples: &[Sample],
    change: &dyn Fn(&Sample, &mut Random) -> String,
    scores: &mut Scores,
) {
    let mut random = Random::new(5);
    let mut by_script: std::collections::BTreeMap<&str, Counts> = std::collections::BTreeMap::new();
    for sample in samples {
        let text = change(sample, &mut random);
        let matches = index.lookup(&Query::new(&text));
        let mut counts = Counts {
            texts: 1,
            ..Counts::default()
        };
        let is_first = examine(sample, &matches, &mut counts);
        if let Some(best) = matches.best() {
            let bucket = &mut scores[((best.score() * 10.0) as usize).min(9)];
            bucket[0] += 1;
            bucket[1] += usize::from(is_first);
        }
        if !is_first && std::env::var_os("FAILED").is_some() {
            let found = matches.best().map(|it| (it.code(), it.kind(), it.score()));
            eprintln!("{kind}: {text:?} of {:?}: {found:?}", sample.owners);
        }
        by_script.entry("all").or_default().add(&counts);
        by_script.entry(sample.script).or_default().add(&counts);
    }
    for (script, counts) in by_script {
        for (what, count) in counts.named() {
            row(&["accuracy", catalog, kind, script, what, &count.to_string()]);
        }
    }
}

/// Whether the right one is first, ties counted.
fn examine(sample: &Sample, matches: &Matches<'_>, counts: &mut Counts) -> bool {
    let owned = |code: &str, locale: &dyn ToString| {
        sample
            .owners
            .contains(&(code.to_owned(), locale.to_string()))
    };
    let top = matches.best().map_or(0.0, |it| it.score());
    let place = matches.matches().iter().position(|it| {
        it.attribute().is_none() && it.locales().iter().any(|locale| owned(it.code(), locale))
    });
    counts.complete = usize::from(matches.is_complete());
    let Some(place) = place else { return false };
    let found = &matches.matches()[place];
    let is_first = found.score() >= top - 0.001;
    counts.first = usize::from(is_first);
    counts.five = usize::from(place < 5);
    let tied = matches.matches().iter().filter(|it| {
        // Of a message inside an argument it is not said that it is as good.
        let is_inside = found.span() != it.span()
            && found.span().start <= it.span().start
            && it.span().end <= found.span().end;
        it.score() >= top - 0.001 && !is_inside
    });
    let set: std::collections::BTreeSet<_> = tied
        .flat_map(|it| {
            it.locales()
                .iter()
                .map(|locale| (it.code().to_owned(), locale.to_string()))
        })
        .collect();
    counts.set = usize::from(set == sample.owners);
    let stopless = sample.isolated.trim_end_matches(['.', '。']);
    for (name, expected) in sample.args.iter() {
        let is_equal = found
            .find(name)
            .is_some_and(|(_, value)| is_equal(&value, expected));
        let text = text_of(expected);
        let is_edge = sample
            .isolated
            .starts_with(&format!("\u{2068}{text}\u{2069}"))
            || stopless.ends_with(&format!("\u{2068}{text}\u{2069}"));
        let kind = if is_edge {
            &mut counts.edge
        } else {
            &mut counts.inner
        };
        kind[0] += 1;
        kind[1] += usize::from(is_equal);
        if !is_equal && std::env::var_os("UNEQUAL").is_some() {
            eprintln!("{name} of {:?}: {:?}", sample.text, found.arguments());
        }
    }
    is_first
}

/// Byte for byte, but for how letters are taken apart.
fn is_equal(found: &Value<'_>, expected: &Value<'_>) -> bool {
    let (Value::String(found), Value::String(expected)) = (found, expected) else {
        return found == expected;
    };
    found == expected
        || ComposingNormalizerBorrowed::new_nfc().normalize(found) == expected.as_ref()
}

pub fn text_of(value: &Value<'_>) -> String {
    match value {
        Value::String(text) => text.to_string(),
        _ => String::new(),
    }
}

/// Whether a message in an argument of another is found too.
fn inner(catalog: &str, index: &Index, corpus: &Corpus) {
    let mut counts = [0; 2];
    for (outer, inner) in &corpus.nested {
        let matches = index.lookup(&Query::new(&outer.isolated));
        counts[0] += 1;
        let mut matches = matches.matches().iter();
        counts[1] += usize::from(matches.any(|it| {
            let mut locales = it.locales().iter();
            locales.any(|locale| {
                inner
                    .owners
                    .contains(&(it.code().to_owned(), locale.to_string()))
            })
        }));
    }
    for (what, count) in ["texts", "five"].into_iter().zip(counts) {
        row(&[
            "accuracy",
            catalog,
            "nested, the inner",
            "all",
            what,
            &count.to_string(),
        ]);
    }
}

fn negatives(catalog: &str, index: &Index, corpus: &Corpus) {
    let mut kinds: std::collections::BTreeMap<&str, [usize; 4]> = std::collections::BTreeMap::new();
    for (kind, text) in &corpus.negatives {
        // A line of a log is searched; anything else might have been pasted.
        let mode = if *kind == "foreign lines" {
            Mode::Scan
        } else {
            Mode::Auto
        };
        let matches = index.lookup(&Query::new(text).mode(mode));
        let score = matches.best().map_or(0.0, |it| it.score());
        if score >= 0.9 && std::env::var_os("FAILED").is_some() {
            let found = matches
                .best()
                .map(|it| (it.code(), it.kind(), it.evidence()));
            eprintln!("{kind}: {text:?}: {found:?}");
        }
        let counts = kinds.entry(kind).or_default();
        counts[0] += 1;
        for (count, least) in counts[1..].iter_mut().zip([0.1, 0.5, 0.9]) {
            *count += usize::from(score >= least);
        }
    }
    for (kind, counts) in kinds {
        for (what, count) in ["texts", "at 0.1", "at 0.5", "at 0.9"]
            .into_iter()
            .zip(counts)
        {
            row(&["negatives", catalog, kind, "all", what, &count.to_string()]);
        }
    }
}

impl Counts {
    fn named(&self) -> [(&'static str, usize); 9] {
        [
            ("texts", self.texts),
            ("first", self.first),
            ("set", self.set),
            ("five", self.five),
            ("complete", self.complete),
            ("inner", self.inner[0]),
            ("inner equal", self.inner[1]),
            ("edge", self.edge[0]),
            ("edge equal", self.edge[1]),
        ]
    }

    fn add(&mut self, other: &Counts) {
        self.texts += other.texts;
        self.first += other.first;
        self.set += other.set;
        self.five += other.five;
        self.complete += other.complete;
        for at in 0..2 {
            self.inner[at] += other.inner[at];
            self.edge[at] += other.edge[at];
        }
    }
}
