//! Lookup, measured: accuracy and time on the built-in catalog and on synthetic ones.
//!
//! `cargo run --release --manifest-path benches/lookup/Cargo.toml -- 100000`

mod damage;
mod random;
mod synthetic;

use std::time::{Duration, Instant};

use random::Random;
use synthetic::{Synthetic, synthetic};
use tolken::{Args, Arguments, Catalog, Index, Mode, Query, Request, Value};

fn main() {
    let mut sizes: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|size| size.parse().ok())
        .collect();
    if sizes.is_empty() {
        builtin();
        sizes = vec![1_000, 100_000];
    }
    for size in sizes {
        scale(size);
    }
}

/// Without spaces, capitals and quotes, so that what copying does to a text leaves them as they are.
const VALUES: [&str; 16] = [
    "abc123",
    "44d88612fea8a8f36de82e1278abb02",
    "starttime",
    "contoso..com",
    "10.0.0.256",
    "서버",
    "c:\\a\\b",
    "x_y-z",
    "é",
    "{x}",
    "123123123",
    "a.b.c/d?e=f",
    "linux",
    "åse",
    "值",
    "foo-bar_baz",
];

fn builtin() {
    let catalog = Catalog::builtin();
    let start = Instant::now();
    let index = catalog.index();
    println!(
        "builtin: {} texts, built in {:?}, {} B/text",
        index.len(),
        start.elapsed(),
        index.heap_bytes() / index.len()
    );
    let mut random = Random::new(1);
    let mut texts = Vec::new();
    for code in catalog.codes() {
        for locale in catalog.locales() {
            for _ in 0..40 {
                let args: Args = code
                    .arguments()
                    .iter()
                    .map(|argument| {
                        let value = match argument.kind() {
                            tolken::ArgumentType::Integer => {
                                Value::from(random.below(100_000) as i64)
                            }
                            tolken::ArgumentType::Enum => {
                                Value::from(random.pick(argument.values()).clone())
                            }
                            _ => Value::from(*random.pick(&VALUES)),
                        };
                        (argument.name(), value)
                    })
                    .collect();
                let request = Request::new(code.name())
                    .args(&args)
                    .locales(std::slice::from_ref(locale));
                texts.push((
                    code.name(),
                    locale,
                    args.clone(),
                    catalog.render(&request).into_text(),
                ));
                if code.arguments().is_empty() {
                    break;
                }
            }
        }
    }
    let mut check = |name: &str, change: &mut dyn FnMut(&str, &mut Random) -> String| {
        let (mut right, mut equal, mut edge) = (0, 0, [0, 0]);
        let mut first = None;
        for (code, locale, args, text) in &texts {
            let text = change(text, &mut random);
            let matches = index.lookup(&Query::new(&text));
            let Some(best) = matches
                .best()
                .filter(|best| best.code() == *code && best.locales().contains(locale))
            else {
                first.get_or_insert(text);
                continue;
            };
            right += 1;
            equal +=
                usize::from(args.iter().all(|(name, value)| {
                    best.find(name).is_some_and(|(_, found)| found == *value)
                }));
            for argument in best.arguments() {
                if argument.status() == tolken::ArgumentStatus::Open {
                    edge[1] += 1;
                    let wanted = args
                        .iter()
                        .find(|(name, _)| *name == argument.name())
                        .map(|(_, value)| value);
                    edge[0] += usize::from(wanted == Some(argument.value()));
                }
            }
        }
        let of = |part: usize, all: usize| part as f64 * 100.0 / all.max(1) as f64;
        println!(
            "  {name:<12} code+locale {:7.3} %  all arguments {:7.3} %  open edges {:6.2} % of {}  {}",
            of(right, texts.len()),
            of(equal, right),
            of(edge[0], edge[1]),
            edge[1],
            first.unwrap_or_default().replace('\n', "\\n"),
        );
    };
    check("clean", &mut |text, _| text.to_owned());
    check("copied", &mut damage::copied);
    check("in a line", &mut damage::line);
    check("1 typo", &mut |text, random| damage::typo(text, random));
    check("3 typos", &mut |text, random| {
        let text = damage::typo(text, random);
        let text = damage::typo(&text, random);
        damage::typo(&text, random)
    });
    check("cut at 60 %", &mut |text, _| damage::cut(text, 60));
    let clean: Vec<_> = texts.iter().map(|(_, _, _, text)| text.clone()).collect();
    timed("  whole answer", &index, &clean, |text| Query::new(text));
    timed("  without fuzzy", &index, &clean, |text| {
        Query::new(text).fuzzy(false)
    });
    foreign(&index);
}

fn scale(size: usize) {
    let Synthetic { catalog, templates } = synthetic(size, 7);
    let start = Instant::now();
    let exact = Index::builder().fuzzy(false).build(&catalog);
    let built = start.elapsed();
    println!(
        "{size}: {} texts, exact built in {built:?}, {} B/text",
        exact.len(),
        exact.heap_bytes() / exact.len()
    );
    drop(exact);
    let start = Instant::now();
    let index = catalog.index();
    println!(
        "  with fuzzy built in {:?}, {} B/text",
        start.elapsed(),
        index.heap_bytes() / index.len()
    );
    let mut random = Random::new(3);
    let mut texts = Vec::new();
    while texts.len() < 4000 {
        let (code, locale, pattern) = random.pick(&templates);
        let letters = pattern.chars().filter(|c| c.is_alphabetic()).count();
        let dense = pattern.len() > letters * 2;
        if letters < if dense { 8 } else { 22 } {
            continue;
        }
        let mut args = Args::new();
        for slot in 0..3 {
            if pattern.contains(&format!("$x{slot} ")) {
                args.set(format!("x{slot}"), *random.pick(&VALUES));
            }
        }
        let locale: tolken::LanguageIdentifier = locale.parse().expect("a tag of the list");
        let request = Request::new(code)
            .args(&args)
            .locales(std::slice::from_ref(&locale));
        let text = catalog.render(&request).into_text();
        texts.push((code.as_str(), locale, args, text));
    }
    if std::env::var_os("PROFILE").is_some() {
        let clean: Vec<_> = texts.iter().map(|(.., text)| text.clone()).collect();
        for _ in 0..300 {
            for text in &clean {
                std::hint::black_box(index.lookup(&Query::new(text).fuzzy(false)));
            }
        }
        return;
    }
    let mut check = |name: &str, change: &mut dyn FnMut(&str, &mut Random) -> String| {
        let (mut first, mut five, mut equal, mut complete) = (0, 0, 0, 0);
        let mut failed = String::new();
        let mut scores = [[0_usize; 2]; 10];
        for (code, locale, args, text) in &texts {
            let text = change(text, &mut random);
            let matches = index.lookup(&Query::new(&text));
            complete += usize::from(matches.is_complete());
            let top = matches.best().map_or(0.0, |best| best.score());
            let place = matches
                .matches()
                .iter()
                .position(|found| found.code() == *code && found.locales().contains(locale));
            // Ties are a set.
            let is_first =
                place.is_some_and(|place| matches.matches()[place].score() >= top - 0.001);
            if let Some(best) = matches.best() {
                let bucket = ((best.score() * 10.0) as usize).min(9);
                scores[bucket][1] += 1;
                scores[bucket][0] += usize::from(is_first);
            }
            first += usize::from(is_first);
            five += usize::from(place.is_some_and(|place| place < 5));
            if let Some(place) = place {
                let found = &matches.matches()[place];
                let is_equal = args.iter().all(|(name, value)| {
                    found.find(name).is_some_and(|(_, found)| found == *value)
                });
                equal += usize::from(is_equal);
                if !is_equal && std::env::var_os("UNEQUAL").is_some() && first % 16 == 0 {
                    println!("     {text:?} {:?} {args:?}", found.arguments());
                }
            } else if failed.is_empty() {
                failed = text;
            }
        }
        let of = |part: usize, all: usize| part as f64 * 100.0 / all.max(1) as f64;
        let calibration: Vec<_> = scores
            .iter()
            .map(|[right, all]| format!("{:.0}/{all}", of(*right, *all)))
            .collect();
        println!(
            "  {name:<12} first {:6.2} %  in five {:6.2} %  arguments {:6.2} %  complete {:6.2} %  [{}]",
            of(first, texts.len()),
            of(five, texts.len()),
            of(equal, five),
            of(complete, texts.len()),
            calibration.join(" "),
        );
        if std::env::var_os("FAILED").is_some() {
            println!("     {failed}");
        }
    };
    check("clean", &mut |text, _| text.to_owned());
    check("copied", &mut damage::copied);
    check("in a line", &mut damage::line);
    check("1 typo", &mut |text, random| damage::typo(text, random));
    check("3 typos", &mut |text, random| {
        let text = damage::typo(text, random);
        let text = damage::typo(&text, random);
        damage::typo(&text, random)
    });
    check("cut at 60 %", &mut |text, _| damage::cut(text, 60));
    let clean: Vec<_> = texts.iter().map(|(.., text)| text.clone()).collect();
    timed("  whole answer", &index, &clean, |text| Query::new(text));
    timed("  without fuzzy", &index, &clean, |text| {
        Query::new(text).fuzzy(false)
    });
    let lines: Vec<_> = clean
        .iter()
        .map(|text| damage::line(text, &mut random))
        .collect();
    timed("  lines", &index, &lines, |text| Query::new(text));
    let typos: Vec<_> = clean
        .iter()
        .map(|text| damage::typo(text, &mut random))
        .collect();
    timed("  typos", &index, &typos, |text| Query::new(text));
    foreign(&index);
    let mixed: Vec<_> = (0..20_000)
        .map(|at| {
            if at % 10 < 3 {
                lines[at % lines.len()].clone()
            } else {
                damage::foreign(&mut random)
            }
        })
        .collect();
    let start = Instant::now();
    let found: usize = mixed
        .iter()
        .map(|line| {
            index
                .lookup(&Query::new(line).mode(Mode::Scan).fuzzy(false))
                .matches()
                .len()
        })
        .sum();
    println!(
        "  bulk {:.0} lines/s ({found} found)",
        mixed.len() as f64 / start.elapsed().as_secs_f64()
    );
    hostile(&index, &clean);
}

fn timed<'t>(name: &str, index: &Index, texts: &'t [String], query: impl Fn(&'t str) -> Query<'t>) {
    let mut times = Vec::with_capacity(texts.len() * 3);
    for _ in 0..3 {
        for text in texts {
            let query = query(text);
            let start = Instant::now();
            std::hint::black_box(index.lookup(&query));
            times.push(start.elapsed());
        }
    }
    times.sort_unstable();
    let length = texts.iter().map(String::len).sum::<usize>() / texts.len();
    println!(
        "{name:<16} p50 {:?}  p99 {:?}  ({length} B)",
        times[times.len() / 2],
        times[times.len() * 99 / 100]
    );
}

fn foreign(index: &Index) {
    let mut random = Random::new(11);
    let mut false_answers = [0; 3];
    let mut worst = (0.0, String::new());
    for _ in 0..20_000 {
        let line = damage::foreign(&mut random);
        let matches = index.lookup(&Query::new(&line).mode(Mode::Scan));
        if let Some(best) = matches.best() {
            for (count, least) in false_answers.iter_mut().zip([0.1, 0.5, 0.9]) {
                *count += usize::from(best.score() >= least);
            }
            if best.score() > worst.0 {
                worst = (
                    best.score(),
                    format!("{line} -> {} {:?}", best.code(), best.kind()),
                );
            }
        }
    }
    println!("  foreign lines answered at 0.1, 0.5, 0.9: {false_answers:?} of 20000; {worst:?}");
}

fn hostile(index: &Index, texts: &[String]) {
    let fill = |piece: &dyn Fn(usize) -> String, length: usize| {
        let mut text = String::new();
        let mut at = 0;
        while text.len() < length {
            text.push_str(&piece(at));
            at += 1;
        }
        text
    };
    type Maker<'m> = Box<dyn Fn(usize) -> String + 'm>;
    let makers: [(&str, Maker<'_>); 6] = [
        (
            "soup",
            Box::new(|at| texts[at % texts.len()].chars().take(20).collect()),
        ),
        ("messages", Box::new(|at| texts[at % texts.len()].clone())),
        ("one message", Box::new(|_| texts[0].clone())),
        ("a", Box::new(|_| "a".to_owned())),
        (
            "isolates",
            Box::new(|at| {
                if at % 3 == 0 {
                    "\u{2068}".to_owned()
                } else {
                    texts[at % texts.len()].chars().take(3).collect()
                }
            }),
        ),
        ("marks", Box::new(|_| "\u{301}".to_owned())),
    ];
    for (name, maker) in makers {
        let time = |length: usize, fuzzy: bool| {
            let text = fill(&*maker, length);
            let mut least = Duration::MAX;
            for _ in 0..5 {
                let start = Instant::now();
                std::hint::black_box(index.lookup(&Query::new(&text).fuzzy(fuzzy)));
                least = least.min(start.elapsed());
            }
            least
        };
        let (one, two, long) = (time(8 << 10, true), time(16 << 10, true), time(60 << 10, true));
        let exact = [8, 16, 32, 60].map(|length| time(length << 10, false));
        println!("  exact only at 8, 16, 32, 60 kB: {exact:?}");
        println!(
            "  hostile {name:<12} 8 kB {one:?}  16 kB {two:?} ({:.2})  60 kB {long:?}",
            two.as_secs_f64() / one.as_secs_f64()
        );
    }
}
