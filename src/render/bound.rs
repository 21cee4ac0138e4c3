//! How long what is rendered may be: one argument, and a text in all.
//!
//! A message has a bounded number of parts, and each may show an argument: without these bounds,
//! the longest argument times the parts is what a request could make a service write.

use std::borrow::Cow;

use super::writer::Writer;
use crate::fault::FaultKind;
use crate::limits::Limits;
use crate::value::{Custom, Value};

/// What stands for what was cut off.
const ELLIPSIS: &str = "…";

/// The limits of rendering.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    pub(crate) argument_bytes: usize,
    pub(crate) text_bytes: usize,
}

impl From<&Limits> for Bounds {
    fn from(limits: &Limits) -> Self {
        Bounds {
            argument_bytes: limits.argument_bytes,
            text_bytes: limits.text_bytes,
        }
    }
}

impl Writer<'_> {
    /// Whether the text is full. The first to ask then ends it, and tells.
    #[inline]
    pub(super) fn is_full(&mut self) -> bool {
        self.out.len() > self.end && self.end_full()
    }

    #[cold]
    fn end_full(&mut self) -> bool {
        if !std::mem::replace(&mut self.full, true) {
            self.out.push_str(ELLIPSIS);
            self.faults.add(FaultKind::TooLong, self.name);
        }
        true
    }

    /// A value, its texts as far as the limit allows.
    pub(super) fn bounded<'v>(&mut self, value: Value<'v>, name: &str) -> Value<'v> {
        match value {
            Value::String(text) => Value::String(self.bounded_text(text, name)),
            Value::Unsupported(text) => Value::Unsupported(self.bounded_text(text, name)),
            Value::List(values) => Value::List(self.bounded_list(values, name)),
            value @ (Value::Number(_) | Value::DateTime(_) | Value::Custom(_)) => value,
        }
    }

    /// A text as far as the limit allows.
    pub(super) fn bounded_text<'t>(&mut self, text: Cow<'t, str>, name: &str) -> Cow<'t, str> {
        let most = self.bounds.argument_bytes;
        if text.len() <= most {
            return text;
        }
        self.faults.add(FaultKind::TooLong, name);
        let end = (0..=most).rev().find(|end| text.is_char_boundary(*end));
        let mut cut = text[..end.unwrap_or_default()].to_owned();
        cut.push_str(ELLIPSIS);
        Cow::Owned(cut)
    }

    /// As many items as the limit of one argument allows, each counted with a byte more.
    fn bounded_list<'v>(&mut self, values: Vec<Value<'v>>, name: &str) -> Vec<Value<'v>> {
        let most = self.bounds.argument_bytes;
        let mut items = Vec::new();
        let mut bytes = 0;
        for value in values {
            let value = match value {
                list @ Value::List(_) => list,
                value => self.bounded(value, name),
            };
            bytes += 1 + match &value {
                Value::String(text) | Value::Unsupported(text) => text.len(),
                _ => 0,
            };
            if bytes > most {
                self.faults.add(FaultKind::TooLong, name);
                items.push(Value::from(ELLIPSIS));
                break;
            }
            items.push(value);
        }
        items
    }

    /// The text of an application's own value, as far as the limit allows.
    pub(super) fn custom_text(&mut self, value: &Custom, name: &str) -> Cow<'static, str> {
        self.bounded_text(value.text(self.locale), name)
    }
}
