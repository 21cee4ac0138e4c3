//! The walk over a template that finds out what each of its branches needs.
//!
//! Owns the search: which samples of which arguments lead to a variant, and how few examples show all
//! of them. It reads compiled templates alone, so references and terms are resolved already.

use std::collections::{BTreeMap, HashMap};

use tolken::{ArgumentType, Call, Choice, Key, Node, Operand, Template, Value};

use super::examples::{Example, Plan};
use super::plurals::{Form, Plurals};
use super::sample::{Choosing, Declared, Sample, Use, samples};

/// The most examples of one text; nobody reads more.
const MOST: usize = 48;

/// The most variants of one text that an example is looked for.
const MOST_VARIANTS: usize = 1_000;

/// Plans the examples of a template, that of the source locale beside it, with the arguments that are
/// known.
pub(super) fn plan<'c>(
    template: Template<'c>,
    source: Option<Template<'c>>,
    known: &HashMap<&'c str, Declared<'c>>,
    plurals: &Plurals,
) -> Plan {
    let mut walk = Walk::default();
    walk.uses(template);
    if let Some(source) = source {
        walk.names(source);
    }
    walk.give(known, plurals);
    walk.visit(template, &Path::new(), plurals);
    walk.examples()
}

/// For some arguments, which of their samples lead to a place in a template.
type Path<'c> = BTreeMap<&'c str, Vec<usize>>;

/// For some arguments, which sample they have in an example; all others have their first.
type Row<'c> = BTreeMap<&'c str, usize>;

/// What is known of a text while its examples are planned.
#[derive(Default)]
struct Walk<'c> {
    /// In the order of their first use.
    uses: Vec<(&'c str, Use<'c>)>,
    samples: BTreeMap<&'c str, Vec<Sample>>,
    /// Whether there are more keys than samples.
    are_cut: bool,
    /// How each variant is reached.
    variants: Vec<Path<'c>>,
    /// How the first place is reached where an argument matters.
    places: BTreeMap<&'c str, Path<'c>>,
    left_out: usize,
}

impl<'c> Walk<'c> {
    fn using(&mut self, name: &'c str) -> &mut Use<'c> {
        let place = self.uses.iter().position(|(known, _)| *known == name);
        let place = place.unwrap_or_else(|| {
            self.uses.push((name, Use::default()));
            self.uses.len() - 1
        });
        &mut self.uses[place].1
    }

    /// Notes the arguments that another language's text reads.
    fn names(&mut self, template: Template<'c>) {
        for (name, is_number) in template.variables() {
            let used = self.using(name);
            if is_number {
                used.kind.get_or_insert(ArgumentType::Number);
            }
        }
    }

    /// Notes what a template does with its arguments.
    fn uses(&mut self, template: Template<'c>) {
        for node in template.nodes() {
            match node {
                Node::Argument(name) => _ = self.using(name),
                Node::Call(call) => self.call(call),
                Node::Choice(choice) => {
                    self.operand(choice.selector());
                    self.choice(choice);
                    for variant in choice.variants() {
                        self.uses(variant.template);
                    }
                }
                _ => {}
            }
        }
    }

    fn operand(&mut self, operand: Operand<'c>) {
        match operand {
            Operand::Argument(name) => _ = self.using(name),
            Operand::Call(call) => self.call(call),
            Operand::Template(template) => self.uses(template),
            _ => {}
        }
    }

    fn call(&mut self, call: Call<'c>) {
        call.positional().for_each(|operand| self.operand(operand));
        let Some(used) = argument(Operand::Call(call)).map(|name| self.using(name)) else {
            return;
        };
        match call.name() {
            "NUMBER" => used.kind = Some(ArgumentType::Number),
            "DATETIME" => used.kind = Some(ArgumentType::DateTime),
            "LIST" => used.kind = Some(ArgumentType::List),
            "ELIDE" => used.has_elision = true,
            "JOSA" => {
                used.has_particle = true;
                used.has_rieul |= call.named().any(
                    |(_, value)| matches!(value, Operand::Text(pair) if pair.starts_with("으로")),
                );
            }
            _ => {}
        }
    }

    fn choice(&mut self, choice: Choice<'c>) {
        let Some((name, form)) = decides(choice) else {
            return;
        };
        let mut names = Vec::new();
        let mut numbers = Vec::new();
        for variant in choice.variants() {
            match variant.key {
                Key::Name(name) => names.push(name),
                Key::Number(number) => numbers.push(number),
            }
        }
        self.using(name).choices.push(Choosing {
            form,
            is_numeric: choice.is_numeric(),
            names,
            numbers,
        });
    }

    /// Gives each argument that is known its samples.
    fn give(&mut self, known: &HashMap<&'c str, Declared<'c>>, plurals: &Plurals) {
        for (name, used) in &self.uses {
            if let Some(declared) = known.get(name) {
                let (samples, are_cut) = samples(*declared, used, plurals);
                self.samples.insert(name, samples);
                self.are_cut |= are_cut;
            }
        }
    }

    /// Finds how each variant is reached, and each argument.
    fn visit(&mut self, template: Template<'c>, path: &Path<'c>, plurals: &Plurals) {
        for node in template.nodes() {
            let name = match node {
                Node::Argument(name) => Some(name),
                Node::Call(call) => argument(Operand::Call(call)),
                Node::Choice(choice) => argument(choice.selector()),
                _ => None,
            };
            if let Some(name) = name {
                self.places.entry(name).or_insert_with(|| path.clone());
            }
            let Node::Choice(choice) = node else {
                continue;
            };
            let decides = decides(choice)
                .and_then(|(name, form)| Some((name, form, self.samples.get(name)?.clone())));
            let Some((name, form, samples)) = decides else {
                // Whatever decides it, its variants are shown as it happens.
                for variant in choice.variants() {
                    self.visit(variant.template, path, plurals);
                }
                continue;
            };
            let taken: Vec<_> = samples
                .iter()
                .map(|sample| taken(choice, form, &sample.value, plurals))
                .collect();
            for (index, variant) in choice.variants().enumerate() {
                let all = || (0..samples.len()).collect();
                let allowed: Vec<usize> = path.get(name).cloned().unwrap_or_else(all);
                let allowed: Vec<_> = allowed
                    .into_iter()
                    .filter(|sample| taken[*sample] == index)
                    .collect();
                if allowed.is_empty() {
                    // No value that is tried leads here, and as a rule none at all.
                    self.left_out += usize::from(self.are_cut);
                    continue;
                }
                if self.variants.len() >= MOST_VARIANTS {
                    self.left_out += 1;
                    continue;
                }
                let mut path = path.clone();
                path.insert(name, allowed);
                self.variants.push(path.clone());
                self.visit(variant.template, &path, plurals);
            }
        }
    }

    fn examples(mut self) -> Plan {
        let mut rows = vec![Row::new()];
        for path in &self.variants {
            if rows.iter().any(|row| fits(row, path)) {
                continue;
            }
            if rows.len() >= MOST {
                self.left_out += 1;
                continue;
            }
            // With what the places on the way have first.
            rows.push(
                path.iter()
                    .map(|(name, allowed)| (*name, allowed[0]))
                    .collect(),
            );
        }
        let mut pending: Vec<(&str, usize)> = Vec::new();
        for (name, _) in &self.uses {
            let count = self.samples.get(name).map_or(0, Vec::len);
            let is_new = |sample: &usize| !rows.iter().any(|row| sample_of(row, name) == *sample);
            pending.extend((0..count).filter(is_new).map(|sample| (*name, sample)));
        }
        while !pending.is_empty() && rows.len() < MOST {
            let mut row = Row::new();
            pending.retain(|(name, sample)| !self.place(&mut row, name, *sample));
            if row.is_empty() {
                // No example can show what is left.
                break;
            }
            rows.push(row);
        }
        let example = |row: &Row<'c>| Example {
            arguments: self
                .uses
                .iter()
                .filter_map(|(name, _)| {
                    let sample = &self.samples.get(name)?[sample_of(row, name)];
                    Some(((*name).to_owned(), sample.clone()))
                })
                .collect(),
        };
        Plan {
            examples: rows.iter().map(example).collect(),
            left_out: self.left_out,
        }
    }

    /// Puts a sample of an argument into a row, if what is in it leaves that to be seen.
    fn place(&self, row: &mut Row<'c>, name: &'c str, sample: usize) -> bool {
        if row.contains_key(name) {
            return false;
        }
        let mut with = row.clone();
        with.insert(name, sample);
        for (other, allowed) in self.places.get(name).into_iter().flatten() {
            let has = with.get(other).copied();
            let has = has.unwrap_or(if allowed.contains(&0) { 0 } else { allowed[0] });
            if !allowed.contains(&has) {
                return false;
            }
            with.insert(other, has);
        }
        *row = with;
        true
    }
}

fn sample_of(row: &Row<'_>, name: &str) -> usize {
    row.get(name).copied().unwrap_or_default()
}

fn fits(row: &Row<'_>, path: &Path<'_>) -> bool {
    path.iter()
        .all(|(name, allowed)| allowed.contains(&sample_of(row, name)))
}

/// The argument that an operand is, or that a function is called with first.
fn argument(operand: Operand<'_>) -> Option<&str> {
    match operand {
        Operand::Argument(name) => Some(name),
        Operand::Call(call) => argument(call.positional().next()?),
        _ => None,
    }
}

/// The argument that decides a choice, and how it is shown as a number.
fn decides(choice: Choice<'_>) -> Option<(&str, Form)> {
    match choice.selector() {
        Operand::Argument(name) => Some((name, Form::default())),
        Operand::Call(call) if call.name() == "NUMBER" => match call.positional().next()? {
            Operand::Argument(name) => Some((name, Form::of(call))),
            _ => None,
        },
        _ => None,
    }
}

/// Which variant a value takes.
fn taken(choice: Choice<'_>, form: Form, value: &Value<'_>, plurals: &Plurals) -> usize {
    let is_call = matches!(choice.selector(), Operand::Call(_));
    let category = match value {
        Value::Number(number) => plurals.category(number, form),
        _ => "",
    };
    let mut default = 0;
    for (index, variant) in choice.variants().enumerate() {
        let fits = match (variant.key, value) {
            (Key::Name(name), Value::String(text)) => !is_call && name == text,
            (Key::Name(name), Value::Number(_)) => name == category,
            (Key::Number(key), Value::Number(number)) => key == *number,
            _ => false,
        };
        if fits {
            return index;
        }
        if variant.is_default {
            default = index;
        }
    }
    default
}
