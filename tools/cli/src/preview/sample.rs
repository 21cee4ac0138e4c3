//! The values that an argument is shown with: what its users may send, and what its message must
//! be able to bear.

use tolken::{ArgumentType, Number, Value};

use super::plurals::{Form, Plurals};

/// The most keys of one argument that are tried.
const MOST_KEYS: usize = 64;

/// A value, and what it shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sample {
    pub(crate) value: Value<'static>,
    /// Why it is there, where the value does not say it.
    pub(crate) label: Option<&'static str>,
}

/// What a text does with an argument.
#[derive(Default)]
pub(super) struct Use<'c> {
    /// What a function takes it for.
    pub(super) kind: Option<ArgumentType>,
    /// It has a Korean particle behind it; of the pair that `ㄹ` is a case of its own for.
    pub(super) has_particle: bool,
    pub(super) has_rieul: bool,
    /// A French word before it may be elided.
    pub(super) has_elision: bool,
    /// The choices that it decides.
    pub(super) choices: Vec<Choosing<'c>>,
}

/// The keys of a choice, and how a number is shown that decides it.
pub(super) struct Choosing<'c> {
    pub(super) form: Form,
    pub(super) is_numeric: bool,
    pub(super) names: Vec<&'c str>,
    pub(super) numbers: Vec<Number>,
}

/// What the manifest says of an argument.
#[derive(Clone, Copy, Default)]
pub(super) struct Declared<'c> {
    pub(super) kind: Option<ArgumentType>,
    pub(super) values: &'c [String],
    pub(super) example: Option<&'c Value<'static>>,
}

/// The values to show an argument with, its example first; and whether there are too many keys for
/// that.
pub(super) fn samples(
    declared: Declared<'_>,
    used: &Use<'_>,
    plurals: &Plurals,
) -> (Vec<Sample>, bool) {
    let mut samples = Samples::default();
    if let Some(example) = declared.example {
        samples.add(example.clone(), None);
    }
    let is_numeric = used.choices.iter().any(|choice| choice.is_numeric);
    let by_choice = match used.choices.is_empty() {
        _ if is_numeric => ArgumentType::Number,
        false => ArgumentType::Enum,
        true => ArgumentType::String,
    };
    let kind = declared.kind.or(used.kind).unwrap_or(by_choice);
    match kind {
        ArgumentType::Integer | ArgumentType::Number => {
            samples.numbers(used, plurals, kind == ArgumentType::Integer);
        }
        ArgumentType::DateTime => {
            if let Ok(moment) = "2026-03-05T14:07:00Z".parse() {
                samples.first(Value::DateTime(moment));
            }
        }
        ArgumentType::List => samples.lists(),
        ArgumentType::Enum => samples.names(declared.values, used),
        _ => {
            let decides = !used.choices.is_empty();
            if decides {
                samples.names(declared.values, used);
            }
            // What a choice takes by its keys is shown by them, unless a word depends on it besides.
            if !decides || used.has_particle || used.has_elision {
                samples.texts(used);
            }
        }
    }
    if samples.list.is_empty() {
        samples.text("abc", None);
    }
    (samples.list, samples.are_cut)
}

#[derive(Default)]
struct Samples {
    list: Vec<Sample>,
    are_cut: bool,
}

impl Samples {
    /// Adds a value that is not there yet.
    fn add(&mut self, value: Value<'static>, label: Option<&'static str>) {
        match self.list.iter_mut().find(|known| known.value == value) {
            Some(known) => known.label = known.label.or(label),
            None => self.list.push(Sample { value, label }),
        }
    }

    /// Adds a value where there is no example.
    fn first(&mut self, value: Value<'static>) {
        if self.list.is_empty() {
            self.add(value, None);
        }
    }

    fn text(&mut self, text: &str, label: Option<&'static str>) {
        self.add(Value::from(text.to_owned()), label);
    }

    fn texts(&mut self, used: &Use<'_>) {
        self.first(Value::from("abc"));
        if used.has_particle {
            self.text("서버", Some("ends in a vowel"));
            self.text("요청", Some("ends in a consonant"));
            if used.has_rieul {
                self.text("파일", Some("ends in ㄹ"));
            }
            self.text("a", Some("short"));
            self.text("7", Some("digits"));
        }
        if used.has_elision {
            self.text("Android", Some("begins with a vowel"));
            self.text("Linux", Some("begins with a consonant"));
            self.text("8", Some("digits"));
        }
        self.text(
            "a-value-that-is-longer-than-anybody-expected-0123456789",
            Some("long"),
        );
        self.text("שרת", Some("right-to-left"));
        self.text("", Some("empty"));
    }

    /// A number of each key and each category; of one that decides nothing, one that has groups of
    /// digits.
    fn numbers(&mut self, used: &Use<'_>, plurals: &Plurals, is_whole: bool) {
        if used.choices.is_empty() {
            if used.has_particle {
                for number in [1, 2, 3] {
                    self.add(Value::from(number), None);
                }
            }
            self.first(Value::from(5));
            self.add(Value::from(1_234_567), Some("long"));
            return;
        }
        let example = match self.list.first().map(|example| &example.value) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        };
        for choice in &used.choices {
            // The example is of a category as well.
            let is_of = example.filter(|number| !choice.numbers.contains(number));
            let is_of = is_of.map(|number| plurals.category(&number, choice.form));
            if let (Some(first), Some(_)) = (self.list.first_mut(), is_of) {
                first.label = first.label.or(is_of);
            }
            for number in choice.numbers.iter().take(MOST_KEYS) {
                self.add(Value::Number(*number), Some("exactly"));
            }
            self.are_cut |= choice.numbers.len() > MOST_KEYS;
            for (category, number) in plurals.samples(choice.form, &choice.numbers, is_whole) {
                if is_of != Some(category) {
                    self.add(Value::Number(number), Some(category));
                }
            }
        }
    }

    fn lists(&mut self) {
        let items = ["Linux", "Windows", "macOS"];
        for count in [2, 1, 3] {
            let items = items.iter().take(count).map(|item| Value::from(*item));
            self.add(Value::List(items.collect()), None);
        }
    }

    /// Each value that the manifest names, and each key.
    fn names(&mut self, values: &[String], used: &Use<'_>) {
        let keys = used.choices.iter().flat_map(|choice| &choice.names);
        let count = self.list.len();
        let names = values.iter().map(String::as_str).chain(keys.copied());
        for name in names {
            if self.list.len() >= count + MOST_KEYS {
                self.are_cut = true;
                break;
            }
            // What chooses nothing is shown by one value.
            if used.choices.is_empty() && !self.list.is_empty() {
                break;
            }
            self.text(name, None);
        }
    }
}
