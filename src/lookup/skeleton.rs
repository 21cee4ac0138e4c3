//! Skeletons: templates as lookup sees them, folded literals with gaps between.
//!
//! Owns the way from a [`Template`] to its skeletons: choices are expanded into one skeleton a
//! variant, arguments become slots, and words that follow an argument (particles, elisions) become
//! small sets of alternatives. It reads templates through their public iterators alone, so how a
//! catalog keeps them does not matter here.

use std::sync::Arc;

use icu_plurals::PluralCategory;

use super::fold::{Folded, Folder};
use crate::catalog::Catalog;
use crate::function::{self, Builtin, Literal, elide, josa};
use crate::locale::{Conventions, DateOptions, ListKind, NumberOptions};
use crate::manifest::{Argument, ArgumentType};
use crate::template::{Call, Choice, Key, Node, Operand, Template};
use crate::value::Number;

/// A gap, in the bytes of a skeleton; folded text has no control characters.
pub(super) const SLOT: u8 = 0;
/// Begins and ends the four bytes of a set of alternatives, its number in between.
pub(super) const ALT: u8 = 1;
/// The last byte of a skeleton whose text ends in a full stop, which may be missing.
pub(super) const STOP: u8 = 2;

/// How many bytes stand for a set of alternatives.
pub(super) const ALT_BYTES: usize = 4;

/// How many skeletons the choices of one template may make.
pub(crate) const MAX_VARIANTS: usize = 64;

/// One way that a template can look.
#[derive(Clone, Debug, Default)]
pub(super) struct Skeleton {
    /// Literals, with [`SLOT`], [`ALT`] and [`STOP`].
    pub(super) bytes: Vec<u8>,
    /// What stands in the gaps, in order.
    pub(super) slots: Vec<Slot>,
    /// What decides the alternatives, in order.
    pub(super) alts: Vec<Rule>,
    /// Which variants were taken.
    pub(super) givens: Vec<Given>,
    /// Whether only rendering tells that a reading is right.
    pub(super) must_render: bool,
}

/// What stands in a gap.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Slot {
    /// The argument; `None` for what no argument alone gives.
    pub(super) name: Option<Box<str>>,
    pub(super) kind: SlotKind,
}

/// How a value is shown in a gap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum SlotKind {
    /// As it is.
    Text,
    /// The same, of an argument that has few values.
    Enum,
    /// As the locale writes numbers.
    Number(NumberOptions),
    /// As the locale writes dates.
    Date(DateOptions),
    /// As the locale joins lists.
    List(ListKind),
    /// By what cannot be read back.
    Opaque,
}

/// What decides between alternatives.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Rule {
    /// A Korean particle after an argument.
    Josa(Box<str>, josa::Pair, josa::Kind),
    /// A French word before an argument.
    Elide(Box<str>, elide::Form),
    /// Something that only rendering tells.
    Unknown,
}

/// A variant that was taken.
#[derive(Clone, Debug)]
pub(super) struct Given {
    /// The argument that decides.
    pub(super) name: Box<str>,
    pub(super) choice: Arc<Keys>,
    /// The place of the variant.
    pub(super) variant: usize,
}

/// The keys of a choice.
#[derive(Debug, PartialEq)]
pub(super) struct Keys {
    pub(super) facts: Vec<KeyFact>,
    pub(super) default: usize,
    pub(super) options: NumberOptions,
    pub(super) is_numeric: bool,
}

/// A key of a choice.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum KeyFact {
    Name(Box<str>, Option<PluralCategory>),
    Number(Number),
}

/// The sets of alternatives of an index.
#[derive(Debug, Default)]
pub(super) struct Alternatives {
    sets: Vec<Set>,
}

/// A set of alternatives.
#[derive(Debug)]
struct Set {
    /// Folded forms, those that end with another before it.
    forms: Box<[Box<[u8]>]>,
    /// The forms that rendering gives, for people.
    name: Box<str>,
}

/// Makes skeletons of the templates of one code in one locale.
pub(super) struct Shaper<'c, 's> {
    pub(super) catalog: &'c Catalog,
    pub(super) conventions: &'c Conventions,
    pub(super) types: &'c [Argument],
    pub(super) alternatives: &'s mut Alternatives,
    /// The untyped arguments that numbers go to.
    pub(super) numbers: Vec<&'c str>,
}

/// A skeleton that is not yet complete.
#[derive(Clone, Default)]
struct Partial {
    skeleton: Skeleton,
    /// Whether the last byte was a space.
    after_space: bool,
}

impl Keys {
    /// The place of the variant that a text or a number takes.
    pub(super) fn of_text(&self, text: &str) -> usize {
        let fits = |key: &KeyFact| matches!(key, KeyFact::Name(name, _) if **name == *text);
        self.facts.iter().position(fits).unwrap_or(self.default)
    }

    pub(super) fn of_number(&self, number: &Number, conventions: &Conventions) -> usize {
        let category = conventions.category(number, &self.options);
        let fits = |key: &KeyFact| match key {
            KeyFact::Name(_, known) => *known == Some(category),
            KeyFact::Number(key) => key == number,
        };
        self.facts.iter().position(fits).unwrap_or(self.default)
    }
}

impl Alternatives {
    /// The forms of a set.
    pub(super) fn forms(&self, set: usize) -> &[Box<[u8]>] {
        self.sets.get(set).map_or(&[], |set| &set.forms)
    }

    /// The forms of a set that rendering gives, with bars between.
    pub(super) fn name(&self, set: usize) -> &str {
        self.sets.get(set).map_or("", |set| &set.name)
    }

    /// The set of forms that rendering gives, and of others that people write.
    fn intern<'f>(
        &mut self,
        forms: impl Iterator<Item = &'f str>,
        others: &[String],
    ) -> Option<[u8; ALT_BYTES]> {
        let by_length = |forms: &mut Vec<Box<[u8]>>| {
            forms.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
            forms.dedup();
        };
        let mut folded: Vec<Box<[u8]>> = forms.map(|form| fold_literal(form).into()).collect();
        by_length(&mut folded);
        let shown: Vec<_> = folded
            .iter()
            .map(|it| String::from_utf8_lossy(it))
            .collect();
        let name = shown.join("|").into();
        folded.extend(others.iter().map(|form| fold_literal(form).into()));
        by_length(&mut folded);
        let index = if let Some(index) = self.sets.iter().position(|set| *set.forms == *folded) {
            index
        } else {
            let forms = folded.into();
            self.sets.push(Set { forms, name });
            self.sets.len() - 1
        };
        let digit = |value: usize| u8::try_from(value + 0x20).ok();
        (index < 64 * 64)
            .then(|| Some([ALT, digit(index % 64)?, digit(index / 64)?, ALT]))
            .flatten()
    }
}

/// The number of the set that four bytes stand for.
pub(super) fn alternative(bytes: &[u8]) -> usize {
    match bytes {
        [ALT, low, high, ..] => usize::from(low - 0x20) + usize::from(high - 0x20) * 64,
        _ => usize::MAX,
    }
}

/// How people write a pair of particles who do not know the word before: `(이)가`, `가(이)`, `이/가`.
fn by_hand(pair: josa::Pair) -> Vec<String> {
    // The double form, the one after a consonant, the one after a vowel.
    let forms: Vec<_> = pair.forms().collect();
    let [_, long, short] = *forms else {
        return Vec::new();
    };
    let mut by_hand = vec![
        format!("{long}({short})"),
        format!("({long}){short}"),
        format!("{short}({long})"),
        format!("({short}){long}"),
        format!("{long}/{short}"),
        format!("{short}/{long}"),
    ];
    // What the long one has before the short one.
    if let Some(head) = long.strip_suffix(short) {
        by_hand.push(format!("({head}){short}"));
    }
    by_hand
}

fn fold_literal(text: &str) -> Vec<u8> {
    let mut folded = Folded::default();
    Folder::literal(&mut folded, false).push(text, 0);
    folded.text
}

impl<'c> Shaper<'c, '_> {
    /// The skeletons of a template; none when it has no literal text and no slot.
    pub(super) fn skeletons(&mut self, template: Template<'c>) -> Vec<Skeleton> {
        let start = Partial {
            after_space: true,
            ..Partial::default()
        };
        let mut partials = vec![start];
        self.template(template, &mut partials, MAX_VARIANTS);
        let mut skeletons: Vec<_> = partials
            .into_iter()
            .map(|partial| partial.skeleton)
            .collect();
        skeletons.iter_mut().for_each(finish);
        skeletons.retain(|skeleton| skeleton.bytes.iter().any(|&byte| byte > STOP));
        skeletons
    }

    fn template(&mut self, template: Template<'c>, partials: &mut Vec<Partial>, most: usize) {
        for node in template.nodes() {
            match node {
                Node::Text(text) | Node::Broken(text) => text_of(text, partials),
                Node::Argument(name) => {
                    let kind = self.kind(name);
                    slot(Some(name), kind, partials);
                }
                Node::Number(number) => {
                    let mut text = String::new();
                    self.conventions
                        .write_number(&number, &NumberOptions::default(), &mut text);
                    text_of(&text, partials);
                }
                Node::Choice(choice) => self.choice(choice, partials, most),
                Node::Call(call) => self.call(call, partials),
            }
        }
    }

    /// How an argument is shown that no function goes around.
    fn kind(&self, name: &str) -> SlotKind {
        let declared = self.types.iter().find(|argument| argument.name() == name);
        match declared.map(Argument::kind) {
            Some(ArgumentType::Integer | ArgumentType::Number) => {
                SlotKind::Number(NumberOptions::default())
            }
            Some(ArgumentType::DateTime) => SlotKind::Date(DateOptions::default()),
            Some(ArgumentType::List) => SlotKind::List(ListKind::default()),
            None if self.numbers.contains(&name) => SlotKind::Number(NumberOptions::default()),
            Some(ArgumentType::Enum) => SlotKind::Enum,
            Some(ArgumentType::String) | None => SlotKind::Text,
        }
    }

    fn call(&mut self, call: Call<'c>, partials: &mut [Partial]) {
        let operand = call.positional().next();
        let name = match operand {
            Some(Operand::Argument(name)) => Some(name),
            _ => None,
        };
        let builtin = self.builtin(call);
        match (builtin, name) {
            (Some(Builtin::Number(options)), Some(_)) => {
                slot(name, SlotKind::Number(options), partials);
            }
            (Some(Builtin::DateTime(options)), Some(_)) => {
                slot(name, SlotKind::Date(options), partials);
            }
            (Some(Builtin::List(kind)), Some(_)) => slot(name, SlotKind::List(kind), partials),
            (Some(Builtin::Josa(pair, kind)), _) => {
                let rule = name.map_or(Rule::Unknown, |name| Rule::Josa(name.into(), pair, kind));
                let set = self.alternatives.intern(pair.forms(), &by_hand(pair));
                alternatives(set, &rule, partials);
            }
            (Some(Builtin::Elide(form)), _) => {
                let rule = name.map_or(Rule::Unknown, |name| Rule::Elide(name.into(), form));
                let set = self.alternatives.intern(form.words().into_iter(), &[]);
                alternatives(set, &rule, partials);
            }
            _ => slot(None, SlotKind::Opaque, partials),
        }
    }

    fn builtin(&self, call: Call<'c>) -> Option<Builtin> {
        if self.catalog.is_application_function(call.name()) {
            return None;
        }
        let options: Vec<_> = call
            .named()
            .filter_map(|(option, operand)| match operand {
                Operand::Text(text) => Some((option, Literal::Text(text))),
                Operand::Number(number) => Some((option, Literal::Number(number))),
                _ => None,
            })
            .collect();
        function::builtin(call.name(), &options, &mut Vec::new())
    }

    fn choice(&mut self, choice: Choice<'c>, partials: &mut Vec<Partial>, most: usize) {
        let variants: Vec<_> = choice.variants().collect();
        let (name, options) = match choice.selector() {
            Operand::Argument(name) => (Some(name), NumberOptions::default()),
            Operand::Call(call) => match (self.builtin(call), call.positional().next()) {
                (Some(Builtin::Number(options)), Some(Operand::Argument(name))) => {
                    (Some(name), options)
                }
                _ => (None, NumberOptions::default()),
            },
            _ => (None, NumberOptions::default()),
        };
        let keys = Keys {
            facts: variants.iter().map(|variant| fact(variant.key)).collect(),
            default: variants
                .iter()
                .position(|variant| variant.is_default)
                .unwrap_or_default(),
            options,
            is_numeric: choice.is_numeric(),
        };
        // What is decided already is no choice.
        let decided = match choice.selector() {
            Operand::Text(text) => Some(keys.of_text(text)),
            Operand::Number(number) => Some(keys.of_number(&number, self.conventions)),
            _ => None,
        };
        if let Some(variant) = decided.and_then(|variant| variants.get(variant)) {
            return self.template(variant.template, partials, most);
        }
        let keys = Arc::new(keys);
        let mut expanded = Vec::new();
        for (index, variant) in variants.iter().enumerate() {
            let given = name.map(|name| Given {
                name: name.into(),
                choice: Arc::clone(&keys),
                variant: index,
            });
            let mut taken: Vec<_> = partials
                .iter()
                .filter(|partial| given.as_ref().is_none_or(|given| agrees(partial, given)))
                .cloned()
                .collect();
            for partial in &mut taken {
                match &given {
                    Some(given) => partial.skeleton.givens.push(given.clone()),
                    None => partial.skeleton.must_render = true,
                }
            }
            self.template(variant.template, &mut taken, most);
            expanded.append(&mut taken);
            if expanded.len() > most {
                return slot(None, SlotKind::Opaque, partials);
            }
        }
        *partials = expanded;
    }
}

/// Whether a variant can be taken together with those taken before.
fn agrees(partial: &Partial, given: &Given) -> bool {
    partial.skeleton.givens.iter().all(|known| {
        known.name != given.name || known.choice != given.choice || known.variant == given.variant
    })
}

fn fact(key: Key<'_>) -> KeyFact {
    match key {
        Key::Name(name) => {
            let category = match name {
                "zero" => Some(PluralCategory::Zero),
                "one" => Some(PluralCategory::One),
                "two" => Some(PluralCategory::Two),
                "few" => Some(PluralCategory::Few),
                "many" => Some(PluralCategory::Many),
                "other" => Some(PluralCategory::Other),
                _ => None,
            };
            KeyFact::Name(name.into(), category)
        }
        Key::Number(number) => KeyFact::Number(number),
    }
}

fn text_of(text: &str, partials: &mut [Partial]) {
    for partial in partials {
        let mut out = Folded::default();
        out.text = std::mem::take(&mut partial.skeleton.bytes);
        let mut folder = Folder::literal(&mut out, partial.after_space);
        folder.push(text, 0);
        partial.after_space = folder.is_after_space();
        partial.skeleton.bytes = out.text;
    }
}

fn slot(name: Option<&str>, kind: SlotKind, partials: &mut [Partial]) {
    for partial in partials {
        let skeleton = &mut partial.skeleton;
        skeleton.bytes.push(SLOT);
        skeleton.slots.push(Slot {
            name: name.map(Into::into),
            kind,
        });
        skeleton.must_render |= matches!(
            kind,
            SlotKind::Date(_) | SlotKind::List(_) | SlotKind::Opaque
        );
        partial.after_space = false;
    }
}

fn alternatives(set: Option<[u8; ALT_BYTES]>, rule: &Rule, partials: &mut [Partial]) {
    let Some(bytes) = set else {
        return slot(None, SlotKind::Opaque, partials);
    };
    for partial in partials {
        let skeleton = &mut partial.skeleton;
        skeleton.bytes.extend_from_slice(&bytes);
        skeleton.alts.push(rule.clone());
        skeleton.must_render |= *rule == Rule::Unknown;
        partial.after_space = false;
    }
}

/// Takes the space off the end, and the full stop.
fn finish(skeleton: &mut Skeleton) {
    let bytes = &mut skeleton.bytes;
    if bytes.last() == Some(&b' ') {
        bytes.pop();
    }
    if let [.., before, b'.'] = bytes.as_slice()
        && *before != b'.'
    {
        bytes.pop();
        bytes.push(STOP);
    }
}
