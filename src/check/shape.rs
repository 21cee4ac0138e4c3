//! What a text does with its arguments, references followed.
//!
//! Read from the compiled template, where every reference is resolved and every bound was checked,
//! so that no rule has to follow anything itself.

use crate::template::{Call, Choice, Key, Node, Operand, Template};

/// How many names are kept of one text; no honest one has as many.
const MOST: usize = 256;

/// What a text does with its arguments.
#[derive(Debug, Default)]
pub(super) struct Shape<'c> {
    pub(super) arguments: Vec<Argument<'c>>,
    pub(super) choices: Vec<Decision<'c>>,
    /// Whether a reference leads nowhere, so that something is not known.
    pub(super) is_broken: bool,
}

/// What a text does with one argument.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
pub(super) struct Argument<'c> {
    pub(super) name: &'c str,
    /// Whether any reader sees it.
    pub(super) is_shown: bool,
    /// Whether every reader sees it.
    pub(super) is_always_shown: bool,
    /// Whether it is taken for a number, or for a date.
    pub(super) is_number: bool,
    pub(super) is_date: bool,
    /// Whether a choice goes by it.
    pub(super) selects: bool,
}

/// A choice that an argument decides.
#[derive(Debug)]
pub(super) struct Decision<'c> {
    pub(super) argument: &'c str,
    /// Whether numbers decide it.
    pub(super) is_numeric: bool,
    /// Its keys that are names, each once.
    pub(super) keys: Vec<&'c str>,
}

impl<'c> Shape<'c> {
    pub(super) fn of(template: Template<'c>) -> Self {
        let mut shape = Shape::default();
        let always = shape.walk(template);
        for argument in &mut shape.arguments {
            argument.is_always_shown = always.contains(&argument.name);
        }
        shape
    }

    pub(super) fn argument(&self, name: &str) -> Option<&Argument<'c>> {
        self.arguments.iter().find(|argument| argument.name == name)
    }

    /// Notes what a template does, and gives the arguments that every reader of it sees.
    fn walk(&mut self, template: Template<'c>) -> Vec<&'c str> {
        let mut always = Vec::new();
        for node in template.nodes() {
            match node {
                Node::Argument(name) => {
                    self.note(name, |argument| argument.is_shown = true);
                    add(&mut always, name);
                }
                Node::Call(call) => {
                    for name in self.call(call) {
                        add(&mut always, name);
                    }
                }
                Node::Choice(choice) => {
                    for name in self.choice(choice) {
                        add(&mut always, name);
                    }
                }
                Node::Broken(_) => self.is_broken = true,
                Node::Text(_) | Node::Number(_) => {}
            }
        }
        always
    }

    /// Notes a call, and gives what it shows.
    fn call(&mut self, call: Call<'c>) -> Vec<&'c str> {
        let mut shown = Vec::new();
        let name = call.name();
        // Both give a word that goes with the value, and not the value.
        let is_value = !matches!(name, "JOSA" | "ELIDE");
        for operand in call.positional() {
            match operand {
                Operand::Argument(argument) => {
                    self.note(argument, |argument| {
                        argument.is_shown |= is_value;
                        argument.is_number |= name == "NUMBER";
                        argument.is_date |= name == "DATETIME";
                    });
                    if is_value {
                        add(&mut shown, argument);
                    }
                }
                Operand::Call(call) => shown.extend(self.call(call)),
                Operand::Template(template) => shown.extend(self.walk(template)),
                Operand::Text(_) | Operand::Number(_) => {}
            }
        }
        shown
    }

    fn choice(&mut self, choice: Choice<'c>) -> Vec<&'c str> {
        let is_numeric = choice.is_numeric();
        let decide = |shape: &mut Self, name: &'c str, is_numeric: bool| {
            shape.note(name, |argument| {
                argument.selects = true;
                argument.is_number |= is_numeric;
            });
            let mut keys = Vec::new();
            for variant in choice.variants().take(MOST) {
                if let Key::Name(key) = variant.key
                    && !keys.contains(&key)
                {
                    keys.push(key);
                }
            }
            shape.choices.push(Decision {
                argument: name,
                is_numeric,
                keys,
            });
        };
        match choice.selector() {
            Operand::Argument(name) => decide(self, name, is_numeric),
            Operand::Call(call) => {
                let is_number = call.name() == "NUMBER";
                for operand in call.positional() {
                    if let Operand::Argument(name) = operand {
                        decide(self, name, is_number || is_numeric);
                    }
                }
            }
            Operand::Template(template) => drop(self.walk(template)),
            Operand::Text(_) | Operand::Number(_) => {}
        }
        let mut variants = choice.variants();
        let Some(first) = variants.next() else {
            return Vec::new();
        };
        let mut always = self.walk(first.template);
        for variant in variants {
            let shown = self.walk(variant.template);
            always.retain(|name| shown.contains(name));
        }
        always
    }

    fn note(&mut self, name: &'c str, change: impl FnOnce(&mut Argument<'c>)) {
        if let Some(known) = self.arguments.iter_mut().find(|known| known.name == name) {
            change(known);
        } else if self.arguments.len() < MOST {
            let mut argument = Argument {
                name,
                is_shown: false,
                is_always_shown: false,
                is_number: false,
                is_date: false,
                selects: false,
            };
            change(&mut argument);
            self.arguments.push(argument);
        }
    }
}

fn add<'c>(names: &mut Vec<&'c str>, name: &'c str) {
    if names.len() < MOST && !names.contains(&name) {
        names.push(name);
    }
}
