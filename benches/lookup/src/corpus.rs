//! Texts with what they are: messages of a catalog, by rules and a fixed seed, and texts that are none.

use std::collections::{BTreeSet, HashMap};

use tolken::{Args, ArgumentType, Catalog, LanguageIdentifier, Output, Request, Value};

use crate::accuracy::text_of;
use crate::random::Random;
use crate::synthetic::{Synthetic, Template, literals, script};

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

/// A code in a locale.
pub type Owner = (String, String);

/// A message that was rendered.
#[derive(Clone)]
pub struct Sample {
    pub owners: BTreeSet<Owner>,
    pub script: &'static str,
    pub args: Args,
    pub text: String,
    /// The same with marks around the arguments.
    pub isolated: String,
    /// What its words say, without the arguments.
    pub bits: f64,
}

/// The samples of a catalog.
pub struct Corpus {
    /// At least 40 bits each.
    pub samples: Vec<Sample>,
    /// Fewer.
    pub short: Vec<Sample>,
    /// Texts of several codes.
    pub ambiguous: Vec<Sample>,
    /// Earlier wordings.
    pub former: Vec<Sample>,
    /// A message in an argument of another: the outer, and the inner.
    pub nested: Vec<(Sample, Sample)>,
    /// Texts that are none of its messages, with what they are.
    pub negatives: Vec<(&'static str, String)>,
}

/// Every code in every locale, with several values.
pub fn builtin() -> Corpus {
    let catalog = &Catalog::builtin();
    let mut random = Random::new(1);
    let mut samples = Vec::new();
    for code in catalog.codes() {
        for locale in catalog.locales() {
            for _ in 0..if code.arguments().is_empty() { 4 } else { 40 } {
                let value = |argument: &tolken::Argument| match argument.kind() {
                    ArgumentType::Integer => Value::from(random.below(100_000)),
                    ArgumentType::Enum => random.pick(argument.values()).clone().into(),
                    _ => Value::from(*random.pick(&VALUES)),
                };
                let arguments = code.arguments().iter();
                let mut value = value;
                let args: Args = arguments
                    .map(|argument| (argument.name().to_owned(), value(argument)))
                    .collect();
                let [text, isolated] = render(catalog, code.name(), locale, &args);
                let same = |other: &&LanguageIdentifier| {
                    render(catalog, code.name(), other, &args)[0] == text
                };
                let locales = catalog.locales().iter().filter(same);
                samples.push(Sample {
                    owners: locales
                        .map(|it| (code.name().to_owned(), it.to_string()))
                        .collect(),
                    script: script(&locale.to_string()),
                    args,
                    text,
                    isolated,
                    bits: f64::INFINITY,
                });
            }
        }
    }
    let outer: Vec<_> = samples
        .iter()
        .filter(|it| {
            it.args
                .iter()
                .any(|(name, _)| name == "reason" || name == "detail")
        })
        .cloned()
        .collect();
    let nested = outer
        .into_iter()
        .map(|outer| {
            let inner = random.pick(&samples).clone();
            let mut args = outer.args.clone();
            let is_reason = outer.args.iter().any(|(name, _)| name == "reason");
            args.set(
                if is_reason { "reason" } else { "detail" },
                inner.text.clone(),
            );
            let owner = outer.owners.first().expect("its own");
            let locale = owner.1.parse().expect("a tag");
            let [text, isolated] = render(catalog, &owner.0, &locale, &args);
            (
                Sample {
                    args,
                    text,
                    isolated,
                    ..outer
                },
                inner,
            )
        })
        .collect();
    Corpus {
        negatives: negatives(&samples, &[], &mut random),
        samples,
        short: Vec::new(),
        ambiguous: Vec::new(),
        former: Vec::new(),
        nested,
    }
}

/// So many of the templates of a made-up catalog.
pub fn synthetic(made: &Synthetic, count: usize) -> Corpus {
    let mut random = Random::new(3);
    let bits = Bits::new(&made.templates);
    let mut owners: HashMap<&str, BTreeSet<Owner>> = HashMap::new();
    for template in &made.templates {
        let owner = (template.code.clone(), template.locale.to_owned());
        owners.entry(&template.pattern).or_default().insert(owner);
    }
    let sample = |template: &Template, random: &mut Random| {
        let mut args = Args::new();
        for slot in 0..3 {
            if template.pattern.contains(&format!("$x{slot} ")) {
                args.set(format!("x{slot}"), *random.pick(&VALUES));
            }
        }
        // Of an earlier wording too, which cannot be asked for.
        let fill = |marks: [&str; 2]| {
            let mut text = template.pattern.clone();
            for (name, value) in args.iter() {
                let value = text_of(value);
                text = text.replace(
                    &format!("{{ ${name} }}"),
                    &format!("{}{value}{}", marks[0], marks[1]),
                );
            }
            text
        };
        let own = || BTreeSet::from([(template.code.clone(), template.locale.to_owned())]);
        Sample {
            owners: owners
                .get(template.pattern.as_str())
                .cloned()
                .unwrap_or_else(own),
            script: script(template.locale),
            text: fill(["", ""]),
            isolated: fill(["\u{2068}", "\u{2069}"]),
            bits: bits.of(&template.pattern),
            args,
        }
    };
    let (mut samples, mut short) = (Vec::new(), Vec::new());
    for _ in 0..count * 20 {
        let sample = sample(random.pick(&made.templates), &mut random);
        let (list, most) = if sample.bits >= 40.0 {
            (&mut samples, count)
        } else {
            (&mut short, count / 4)
        };
        if list.len() < most {
            list.push(sample);
        }
        if samples.len() == count {
            break;
        }
    }
    let shared: Vec<_> = made
        .templates
        .iter()
        .filter(|it| owners[it.pattern.as_str()].len() > 1 && bits.of(&it.pattern) >= 40.0)
        .collect();
    let former: Vec<_> = made
        .former
        .iter()
        .filter(|it| bits.of(&it.pattern) >= 40.0)
        .collect();
    let some = |list: &[&Template], random: &mut Random| -> Vec<Sample> {
        let count = list.len().min(count / 4);
        (0..count)
            .map(|_| sample(list[random.below(list.len())], random))
            .collect()
    };
    let nested = (0..count / 4)
        .filter_map(|_| {
            let outer = random.pick(&samples).clone();
            let inner = random.pick(&samples).clone();
            let (name, value) = outer.args.iter().next()?;
            let value = text_of(value);
            // A value that is a part of a word of the message is another matter.
            let at = outer.isolated.find(&format!("\u{2068}{value}\u{2069}"))?;
            let isolated = outer.isolated.replacen(&value, &inner.text, 1);
            let text = isolated.replace(['\u{2068}', '\u{2069}'], "");
            let mut args = outer.args.clone();
            args.set(name.to_owned(), inner.text.clone());
            (at > 0).then_some((
                Sample {
                    args,
                    text,
                    isolated,
                    ..outer
                },
                inner,
            ))
        })
        .collect();
    let ambiguous = some(&shared, &mut random);
    let former = some(&former, &mut random);
    let known: Vec<_> = made
        .templates
        .iter()
        .map(|it| it.pattern.as_str())
        .collect();
    Corpus {
        negatives: negatives(&samples, &known, &mut random),
        samples,
        short,
        ambiguous,
        former,
        nested,
    }
}

fn render(catalog: &Catalog, code: &str, locale: &LanguageIdentifier, args: &Args) -> [String; 2] {
    [Output::Text, Output::Ui].map(|output| {
        let request = Request::new(code)
            .args(args)
            .locales(std::slice::from_ref(locale));
        catalog.render(&request.output(output)).into_text()
    })
}

/// Texts that are no message: lines of other programs, words of the catalog in another order, single
/// words, and messages with another word in them.
fn negatives(
    samples: &[Sample],
    known: &[&str],
    random: &mut Random,
) -> Vec<(&'static str, String)> {
    let mut texts = Vec::new();
    let known: std::collections::HashSet<_> = known.iter().collect();
    // Where no spaces stand between words, a piece is half of a message.
    let is_spaced = |text: &&String| {
        !text
            .chars()
            .any(|c| matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{9fff}'))
    };
    let samples: Vec<_> = samples.iter().filter(|it| is_spaced(&&it.text)).collect();
    let sentences: Vec<_> = samples.iter().map(|it| &it.text).collect();
    // A word can be a message of its own.
    let is_none =
        |word: &&str| !known.contains(&format!("{}.", word.trim_end_matches('.')).as_str());
    let words = sentences.iter().flat_map(|it| it.split(' '));
    let words: Vec<&str> = words.filter(is_none).collect();
    for _ in 0..20_000 {
        texts.push(("foreign lines", crate::damage::foreign(random)));
    }
    for _ in 0..2_000 {
        let count = 4 + random.below(8);
        let text: Vec<_> = (0..count).map(|_| *random.pick(&words)).collect();
        texts.push(("words of the catalog", text.join(" ")));
        texts.push(("single words", (*random.pick(&words)).to_owned()));
        let sample = random.pick(&samples);
        let mut near: Vec<_> = sample.text.split(' ').collect();
        let at = random.below(near.len());
        let was = near[at];
        // Another argument is another argument, and the message the same.
        let mut values = sample.args.iter().map(|(_, value)| text_of(&value));
        if values.any(|value| value.contains(was) || was.contains(&value)) {
            continue;
        }
        near[at] = words[random.below(words.len())];
        let text = near.join(" ");
        if near[at] != was
            && near.len() > 2
            && !known.contains(&text.as_str())
            && !sentences.contains(&&text)
        {
            texts.push(("one word apart", text));
        }
    }
    texts
}

/// How much the words of a pattern say: each character by how rare it is in the catalog, and six
/// tenths of that, since characters follow from those before.
struct Bits {
    counts: HashMap<char, f64>,
    total: f64,
}

impl Bits {
    fn new(templates: &[Template]) -> Self {
        let mut bits = Bits {
            counts: HashMap::new(),
            total: 0.0,
        };
        for template in templates.iter().step_by(1 + templates.len() / 50_000) {
            for c in literals(&template.pattern).iter().flat_map(|it| it.chars()) {
                *bits.counts.entry(c).or_default() += 1.0;
                bits.total += 1.0;
            }
        }
        bits
    }

    fn of(&self, pattern: &str) -> f64 {
        let literals = literals(pattern);
        let characters = literals.iter().flat_map(|it| it.chars());
        let one = |c| (self.total / self.counts.get(&c).unwrap_or(&1.0)).log2();
        characters.map(one).sum::<f64>() * 0.6
    }
}
