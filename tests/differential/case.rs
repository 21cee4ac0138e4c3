//! A case: a resource, arguments and a locale, for both libraries.

use std::fmt;

use fluent_syntax::{ast, parser};
use tolken::fluent::{FluentArgs, FluentNumber, FluentNumberOptions, FluentValue};
use tolken::{Args, Catalog, Layer, Number, Value};

use super::pair::{Aspect, Pair, Rendered};
use super::reference::Reference;
use super::subject::Subject;
use super::{accepted, functions};

/// What is rendered.
#[derive(Clone)]
pub(super) struct Case {
    pub(super) locale: &'static str,
    pub(super) ftl: String,
    pub(super) args: Vec<(&'static str, Argument)>,
}

/// A value as either library has it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Argument {
    Text(&'static str),
    Integer(i32),
    Float(f64),
    /// A number with the digits behind the mark that were written.
    Written(&'static str),
    /// A number of fluent-bundle's that is one in a row.
    Ordinal(i32),
    /// fluent-bundle's `None`.
    Nothing,
}

/// How a case went.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// The messages and attributes that are the same in every aspect.
    pub(super) same: usize,
    /// Those that differ where it is accepted.
    pub(super) accepted: usize,
    /// Those that fluent-bundle does not survive.
    pub(super) skipped: usize,
    /// All else, with the name of the message.
    pub(super) differences: Vec<(String, Aspect, Pair)>,
}

impl Case {
    pub(super) fn new(
        locale: &'static str,
        ftl: impl Into<String>,
        args: &[(&'static str, Argument)],
    ) -> Self {
        Case {
            locale,
            ftl: ftl.into(),
            args: args.to_vec(),
        }
    }

    /// The argument of a name, if it is given.
    pub(super) fn argument(&self, name: &str) -> Option<Argument> {
        let mut args = self.args.iter();
        args.find_map(|(known, value)| (*known == name).then_some(*value))
    }

    /// Renders every message and attribute with both, and compares.
    pub(super) fn compare(&self) -> Outcome {
        let (Ok(resource) | Err((resource, _))) = parser::parse(self.ftl.as_str());
        let mut both = Both::new(self);
        let mut outcome = Outcome::default();
        for (name, pattern) in named_patterns(&resource) {
            let subject = Subject::new(self, &resource, pattern);
            if subject.is_too_large() {
                outcome.skipped += 1;
                continue;
            }
            let pairs = both.render(&name);
            let differing = pairs.iter().flat_map(|pair| {
                pair.differing()
                    .into_iter()
                    .map(move |aspect| (aspect, pair))
            });
            let mut is_same = true;
            let unaccounted = differing
                .inspect(|_| is_same = false)
                .find(|(aspect, _)| !accepted::accounts_for(&subject, *aspect));
            match unaccounted {
                Some((aspect, pair)) => outcome.differences.push((name, aspect, pair.clone())),
                None if is_same => outcome.same += 1,
                None => outcome.accepted += 1,
            }
        }
        outcome
    }

    /// Renders the first message with both: given tolken's values, and given fluent-bundle's.
    pub(super) fn first(&self) -> [Pair; 2] {
        let (Ok(resource) | Err((resource, _))) = parser::parse(self.ftl.as_str());
        let (name, _) = &named_patterns(&resource)[0];
        Both::new(self).render(name)
    }

    /// Whether the first message has a shape.
    pub(super) fn is_first(&self, shape: fn(&Subject<'_>) -> bool) -> bool {
        let (Ok(resource) | Err((resource, _))) = parser::parse(self.ftl.as_str());
        let (_, pattern) = named_patterns(&resource)[0];
        shape(&Subject::new(self, &resource, pattern))
    }

    /// Fails unless both give the same for every message, in every aspect.
    #[track_caller]
    pub(super) fn assert_same(&self) {
        let outcome = self.compare();
        let is_same = outcome.differences.is_empty() && outcome.accepted + outcome.skipped == 0;
        assert!(is_same, "{self:?}\n{outcome:#?}");
    }
}

/// Both libraries with the resource of a case.
struct Both<'c> {
    case: &'c Case,
    catalog: Catalog,
    reference: Reference,
}

impl<'c> Both<'c> {
    fn new(case: &'c Case) -> Self {
        let layer = Layer::new().source(case.locale, "case.ftl", case.ftl.as_str());
        let builder = functions::register(Catalog::builder().layer(layer));
        Both {
            case,
            catalog: builder.build().unwrap().into_catalog(),
            reference: Reference::new(case.locale, &case.ftl),
        }
    }

    fn render(&mut self, name: &str) -> [Pair; 2] {
        let Case { locale, args, .. } = self.case;
        let fluent_args: FluentArgs<'_> = args
            .iter()
            .map(|(name, value)| (*name, value.to_fluent()))
            .collect();
        let args: Args = args
            .iter()
            .map(|(name, value)| (*name, value.to_tolken()))
            .collect();
        let fluent = Rendered::fluent(&mut self.reference, name, &fluent_args);
        [
            Rendered::tolken(&self.catalog, locale, name, &args),
            Rendered::tolken(&self.catalog, locale, name, &fluent_args),
        ]
        .map(|tolken| Pair {
            tolken,
            fluent: fluent.clone(),
        })
    }
}

/// The values and attributes of messages by name. Each name once, as either library finds it.
pub(super) fn named_patterns<'r>(
    resource: &'r ast::Resource<&'r str>,
) -> Vec<(String, &'r ast::Pattern<&'r str>)> {
    let mut ids = Vec::new();
    let mut patterns: Vec<(String, _)> = Vec::new();
    for entry in &resource.body {
        let ast::Entry::Message(message) = entry else {
            continue;
        };
        let id = message.id.name;
        if ids.contains(&id) {
            continue;
        }
        ids.push(id);
        patterns.extend(message.value.iter().map(|value| (id.to_owned(), value)));
        for attribute in &message.attributes {
            let name = format!("{id}.{}", attribute.id.name);
            if !patterns.iter().any(|(known, _)| *known == name) {
                patterns.push((name, &attribute.value));
            }
        }
    }
    patterns
}

impl Argument {
    fn to_tolken(self) -> Value<'static> {
        match self {
            Argument::Text(text) => text.into(),
            Argument::Integer(integer) | Argument::Ordinal(integer) => integer.into(),
            Argument::Float(float) => float.into(),
            Argument::Written(number) => number.parse::<Number>().unwrap().into(),
            Argument::Nothing => Value::Unsupported("".into()),
        }
    }

    fn to_fluent(self) -> FluentValue<'static> {
        match self {
            Argument::Text(text) => text.into(),
            Argument::Integer(integer) => integer.into(),
            Argument::Float(float) => float.into(),
            Argument::Written(number) => FluentValue::try_number(number),
            Argument::Ordinal(integer) => {
                let options = FluentNumberOptions {
                    r#type: "ordinal".into(),
                    ..FluentNumberOptions::default()
                };
                FluentNumber::new(integer.into(), options).into()
            }
            Argument::Nothing => FluentValue::None,
        }
    }
}

/// As one would write it down to try it.
impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "in {} with {:?}:\n{}", self.locale, self.args, self.ftl)
    }
}
