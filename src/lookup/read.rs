//! Arguments read back from where they lie, and whether rendering them would give the text again.
//!
//! A reading belongs to one owner of a skeleton, since what a gap means depends on code and locale:
//! the type of its argument, how numbers are written, which variant a value chooses, which particle
//! follows it.

use std::borrow::Cow;
use std::ops::Range;

use super::bits;
use super::fold::Folded;
use super::index::{Data, Owner, Signature};
use super::matches::{ArgumentStatus, MatchArgument};
use super::placement::Placement;
use super::skeleton::{Rule, Slot, SlotKind};
use super::spaces::{self, Edges, Spaces};
use super::unescape::Escaping;
use super::view::View;
use crate::function::{elide, josa};
use crate::locale::NumberOptions;
use crate::manifest::Argument;
use crate::render::Request;
use crate::value::Value;

/// The arguments of one owner.
pub(super) struct Reading<'a> {
    pub(super) arguments: Vec<MatchArgument<'a>>,
    /// What does not fit, in bits.
    pub(super) cost: f32,
    /// Whether rendering gives the text again.
    pub(super) renders_back: bool,
}

/// Reads what a placement has for an owner.
pub(super) fn read<'a>(
    data: &'a Data,
    owner: &Owner,
    placement: &Placement,
    view: &View<'_, 'a>,
) -> Reading<'a> {
    let signature: &'a Signature = &data.signatures[owner.signature as usize];
    let mut reader = Reader {
        data,
        owner,
        view,
        types: None,
        reading: Reading {
            arguments: Vec::with_capacity(signature.slots.len() + signature.givens.len()),
            cost: 0.0,
            renders_back: true,
        },
        escaping: view.escaping(placement),
        divided: Vec::new(),
    };
    let mut edges = Edges::default();
    for (slot, (gap, [wide, narrow])) in signature.slots.iter().zip(view.gaps(placement)) {
        if gap.is_missing {
            reader.reading.renders_back = false;
            continue;
        }
        edges.add(view, gap, &wide, &narrow);
        let status = if gap.open {
            ArgumentStatus::Open
        } else if gap.ambiguous || view.is_trimmed(gap) || has_code_point(view, &wide) {
            ArgumentStatus::Chosen
        } else {
            ArgumentStatus::Exact
        };
        reader.slot(slot, wide, status, gap.ambiguous);
        if gap.range.is_empty() && !gap.isolated {
            reader.reading.cost += bits::EMPTY;
        }
    }
    reader.finish(signature, placement);
    if !edges.differ {
        return reader.reading;
    }
    let state = edges.spaces(view, placement);
    let is_inexact = match state {
        Spaces::Spread | Spaces::Unknown => true,
        Spaces::Plain => false,
        Spaces::Mixed => !reader.gives_bytes(placement),
    };
    let mut reading = reader.reading;
    if is_inexact {
        spaces::narrow(&mut reading, signature, placement, view, state);
    } else if edges.are_marked(view, placement) {
        spaces::unmark(&mut reading, signature, placement, view);
    }
    reading
}

/// Whether an argument has a character by its number, which JSON may have written and the message
/// not.
fn has_code_point(view: &View<'_, '_>, range: &Range<usize>) -> bool {
    let value = view.text.get(range.clone()).unwrap_or_default().as_bytes();
    memchr::memchr_iter(b'\\', value).any(|at| {
        let digits = value[at + 1..].strip_prefix(b"u");
        let digits = digits.and_then(|digits| digits.first_chunk::<4>());
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    })
}

/// A reading that is not yet complete.
pub(super) struct Reader<'r, 'v, 'a> {
    pub(super) data: &'a Data,
    pub(super) owner: &'r Owner,
    view: &'r View<'v, 'a>,
    /// What the manifest says, once it was asked.
    types: Option<&'a [Argument]>,
    pub(super) reading: Reading<'a>,
    escaping: Option<Escaping>,
    /// Arguments whose text could end elsewhere.
    divided: Vec<&'a str>,
}

impl<'a> Reader<'_, '_, 'a> {
    pub(super) fn declared(&mut self, name: &str) -> Option<&'a Argument> {
        let data = self.data;
        let types = *self.types.get_or_insert_with(|| {
            let code = data.catalog.code(&data.codes[self.owner.code as usize]);
            code.map_or(&[], |code| code.arguments())
        });
        types.iter().find(|argument| argument.name() == name)
    }

    fn slot(
        &mut self,
        slot: &'a Slot,
        range: Range<usize>,
        status: ArgumentStatus,
        is_divided: bool,
    ) {
        let Some(name) = slot.name.as_deref() else {
            return;
        };
        let mut range = range;
        if let SlotKind::Number(options) = slot.kind {
            range = self.without_stop(&options, range);
        }
        let (text, is_sure) = self.view.cut(range.clone(), self.escaping);
        let status = if is_sure {
            status
        } else {
            status.max(ArgumentStatus::Chosen)
        };
        // How a missing argument is shown.
        if text.starts_with("{$") && text.get(2..text.len() - 1) == Some(name) {
            return;
        }
        let range = self.view.given(range);
        let (value, status) = self.value(slot.kind, name, text, status);
        let known = self
            .reading
            .arguments
            .iter()
            .find(|known| known.name == name);
        if let Some(known) = known {
            if !is_equal(&known.value, &value) {
                // What could be divided in other ways says nothing of whether it was the same.
                let is_divided = is_divided || self.divided.contains(&name);
                self.reading.cost += if is_divided {
                    0.0
                } else if is_near(&known.value, &value) {
                    bits::UNEQUAL
                } else {
                    bits::UNLIKE
                };
                self.reading.renders_back = false;
            }
            return;
        }
        if is_divided {
            self.divided.push(name);
        }
        self.reading.arguments.push(MatchArgument {
            name,
            value,
            status,
            range: Some(range),
        });
    }

    /// A number at the end of a sentence has the sentence's stop behind it, and where nothing ends
    /// it, what comes after that.
    fn without_stop(&self, options: &NumberOptions, range: Range<usize>) -> Range<usize> {
        const STOPS: [char; 7] = ['.', ',', ';', ':', '!', '?', '\u{3002}'];
        let text = self.view.text.get(range.clone()).unwrap_or_default();
        let numbers = &self.data.numbers[usize::from(self.owner.locale)];
        if numbers.read(text, options).is_some() {
            return range;
        }
        let end = text.find(|c: char| c.is_alphabetic() || matches!(c, ';' | '!' | '?' | ':'));
        let [head, tail] = end.map_or([text, ""], |end| [&text[..end], &text[end..]]);
        let short = head.trim_end_matches(|c: char| STOPS.contains(&c) || c.is_whitespace());
        let is_stopped = text[short.len()..].starts_with(STOPS) || tail.starts_with(STOPS);
        if is_stopped && numbers.read(short, options).is_some() {
            return range.start..range.start + short.len();
        }
        range
    }

    fn value(
        &mut self,
        kind: SlotKind,
        name: &str,
        text: Cow<'a, str>,
        status: ArgumentStatus,
    ) -> (Value<'a>, ArgumentStatus) {
        match kind {
            SlotKind::Number(options) => self.number(&options, text, status),
            SlotKind::Text | SlotKind::Opaque => (Value::String(text), status),
            SlotKind::Enum => {
                if let Some(declared) = self.declared(name)
                    && !declared.values().iter().any(|value| *value == *text)
                {
                    self.reading.cost += bits::WRONG_VARIANT;
                }
                (Value::String(text), status)
            }
            SlotKind::Date(options) => {
                let conventions = self
                    .data
                    .catalog
                    .conventions(usize::from(self.owner.locale));
                match super::date::read(&text, &options, conventions) {
                    Some(when) => (Value::DateTime(when), status),
                    None => (Value::String(text), status.max(ArgumentStatus::Chosen)),
                }
            }
            SlotKind::List(_) => (Value::String(text), ArgumentStatus::Open),
        }
    }

    fn number(
        &mut self,
        options: &NumberOptions,
        text: Cow<'a, str>,
        status: ArgumentStatus,
    ) -> (Value<'a>, ArgumentStatus) {
        let locale = usize::from(self.owner.locale);
        let conventions = self.data.catalog.conventions(locale);
        let Some(number) = self.data.numbers[locale].read(&text, options) else {
            self.reading.cost += bits::WRONG_VARIANT;
            return (Value::String(text), status.max(ArgumentStatus::Chosen));
        };
        let mut shown = String::new();
        conventions.write_number(&number, options, &mut shown);
        if shown == *text || folded(&shown) == folded(&text) {
            return (Value::Number(number), status);
        }
        self.reading.cost += bits::WRONG_FORM;
        self.reading.renders_back = false;
        (Value::Number(number), status.max(ArgumentStatus::Chosen))
    }

    fn finish(&mut self, signature: &'a Signature, placement: &Placement) {
        for (rule, range) in signature.alts.iter().zip(&placement.alts) {
            self.rule(rule, range);
        }
        for given in &signature.givens {
            self.given(given);
        }
        if signature.must_render && self.reading.renders_back {
            let rendered = self.render();
            let shown = &self.view.folded.text[placement.span.clone()];
            if !is_same(&folded(&rendered), shown) {
                self.reading.renders_back = false;
                self.reading.cost += 1.0;
            }
        }
    }

    /// Whether a particle or article is the one that the argument calls for.
    fn rule(&mut self, rule: &Rule, range: &Range<usize>) {
        let shown = |name: &str| {
            let mut arguments = self.reading.arguments.iter();
            let argument = arguments.find(|argument| argument.name == name)?;
            match &argument.value {
                Value::String(text) => Some(Cow::Borrowed(&**text)),
                Value::Number(number) => {
                    let locale = usize::from(self.owner.locale);
                    let mut text = String::new();
                    self.data.catalog.conventions(locale).write_number(
                        number,
                        &NumberOptions::default(),
                        &mut text,
                    );
                    Some(Cow::Owned(text))
                }
                _ => None,
            }
        };
        let expected = match rule {
            Rule::Josa(name, pair, kind) => match shown(name) {
                Some(text) => josa::particle(&text, *pair, *kind),
                None => return,
            },
            Rule::Elide(name, form) => match shown(name) {
                Some(text) => elide::word(&text, *form),
                None => return,
            },
            Rule::Unknown => return,
        };
        let found = &self.view.folded.text[range.clone()];
        if expected.as_bytes() != found && folded(expected).as_slice() != found {
            self.reading.cost += bits::WRONG_FORM;
            self.reading.renders_back = false;
        }
    }

    fn render(&self) -> String {
        let data = self.data;
        let mut name = Cow::Borrowed(&*data.codes[self.owner.code as usize]);
        if self.owner.part.attribute().is_some() {
            let id = data
                .catalog
                .code(&name)
                .map_or("", |code| code.message_id());
            name = Cow::Owned(format!("{id}.action"));
        }
        let mut out = String::new();
        if self.owner.part.is_former() {
            return out;
        }
        let locales = std::slice::from_ref(data.locale(self.owner.locale));
        let arguments = Pairs(&self.reading.arguments);
        let request = Request::new(&name).args(&arguments).locales(locales);
        data.catalog.write_to(&request, &mut out);
        out
    }

    /// Whether the bytes of the text are those of the message.
    fn gives_bytes(&self, placement: &Placement) -> bool {
        let span = self.view.unfolded(placement.span.clone());
        let shown = self.view.text.get(span).unwrap_or_default();
        let rendered = self.render();
        rendered == shown || rendered.strip_suffix(['.', '。']) == Some(shown)
    }
}

fn is_equal(one: &Value<'_>, other: &Value<'_>) -> bool {
    match (one, other) {
        (Value::String(one), Value::String(other)) => one == other || folded(one) == folded(other),
        // A text where no number could be read is no other number.
        (Value::Number(_), Value::String(_)) | (Value::String(_), Value::Number(_)) => false,
        _ => one == other,
    }
}

/// Whether two values that should be one may differ by a typo.
fn is_near(one: &Value<'_>, other: &Value<'_>) -> bool {
    let (Value::String(one), Value::String(other)) = (one, other) else {
        return false;
    };
    let (one, other) = (folded(one), folded(other));
    let head = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let [one, other] = [&one[head..], &other[head..]];
    let pairs = one.iter().rev().zip(other.iter().rev());
    let tail = pairs.take_while(|(a, b)| a == b).count();
    // All that differs lies between.
    (one.len().max(other.len()) - tail) * 2 <= head + tail
}

fn folded(text: &str) -> Vec<u8> {
    let mut folded = Folded::default();
    folded.fold(text);
    folded.text
}

/// Whether two folded texts are the same but for a full stop.
fn is_same(rendered: &[u8], shown: &[u8]) -> bool {
    rendered == shown || rendered.strip_suffix(b".") == Some(shown)
}

/// Arguments, to render with.
struct Pairs<'p, 'a>(&'p [MatchArgument<'a>]);

impl crate::value::Arguments for Pairs<'_, '_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        let argument = self.0.get(index)?;
        Some((argument.name, argument.value.borrowed()))
    }
}
