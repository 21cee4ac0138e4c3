//! Placeables and what is in them: values, calls, choices.

use hashbrown::HashSet;

use super::Parser;
use super::error::{Error, Expected};
use crate::source::Span;
use crate::syntax::{CallArguments, Expression, Inline, InlineKind, Placeable, Select, Variant};

impl Parser<'_> {
    /// The placeable that begins here.
    pub(super) fn placeable(&mut self) -> Result<Placeable, Error> {
        let start = self.at;
        self.enter()?;
        self.blank();
        let value = self.inline(Expected::Value)?;
        self.blank();
        let expression = if self.bytes[self.at..].starts_with(b"->") {
            Expression::Select(self.select(value)?)
        } else if let InlineKind::Term(_, Some(_), _) = value.kind {
            let at = value.span.start();
            return Err(Error {
                kind: Expected::Choice,
                at,
            });
        } else {
            Expression::Inline(value)
        };
        self.expect(b'}', Expected::Brace)?;
        self.leave();
        Ok(Placeable {
            span: self.since(start),
            expression,
        })
    }

    /// The choice whose arrow is here.
    fn select(&mut self, selector: Inline) -> Result<Box<Select>, Error> {
        let error = match selector.kind {
            InlineKind::Message(..) => Some(Expected::NoMessage),
            InlineKind::Term(_, None, _) => Some(Expected::NoTerm),
            InlineKind::Placeable(_) => Some(Expected::NoPlaceable),
            InlineKind::String(_)
            | InlineKind::Number
            | InlineKind::Variable(_)
            | InlineKind::Term(..)
            | InlineKind::Function(..) => None,
        };
        if let Some(kind) = error {
            let at = selector.span.start();
            return Err(Error { kind, at });
        }
        self.at += 2;
        self.spaces();
        if !self.line_end() {
            return Err(self.error(Expected::LineEnd));
        }
        self.blank();
        let variants = self.variants()?;
        Ok(Box::new(Select { selector, variants }))
    }

    fn variants(&mut self) -> Result<Vec<Variant>, Error> {
        let mut variants = Vec::new();
        let mut has_default = false;
        loop {
            let at = self.at;
            let is_default = self.take(b'*');
            if is_default && std::mem::replace(&mut has_default, true) {
                let kind = Expected::NoStar;
                return Err(Error { kind, at });
            }
            if !self.take(b'[') {
                if is_default {
                    self.spaces();
                    return Err(self.error(Expected::Bracket));
                }
                break;
            }
            let (key, is_number) = self.key()?;
            let Some(value) = self.pattern()? else {
                return Err(self.error_behind(Expected::VariantText));
            };
            variants.push(Variant {
                key,
                is_number,
                is_default,
                value,
            });
            self.blank();
        }
        if has_default {
            Ok(variants)
        } else {
            Err(self.error(Expected::Variant))
        }
    }

    /// A variant's key, and whether it is a number.
    fn key(&mut self) -> Result<(Span, bool), Error> {
        self.blank();
        let is_number = matches!(self.peek(), Some(b'0'..=b'9' | b'-'));
        let key = if is_number {
            self.number()?
        } else {
            self.name().ok_or_else(|| self.error(Expected::Key))?
        };
        self.blank();
        self.expect(b']', Expected::KeyEnd)?;
        Ok((key, is_number))
    }

    /// A value; `kind` says what is expected where there is none.
    fn inline(&mut self, kind: Expected) -> Result<Inline, Error> {
        let start = self.at;
        let kind = match self.peek() {
            Some(b'"') => InlineKind::String(self.string()?),
            Some(b'0'..=b'9') => {
                self.number()?;
                InlineKind::Number
            }
            Some(b'-') => self.number_or_term(kind)?,
            Some(b'$') if kind != Expected::Literal => {
                self.at += 1;
                let name = self.name();
                InlineKind::Variable(name.ok_or_else(|| self.error(Expected::Argument))?)
            }
            Some(b'{') if kind != Expected::Literal => {
                InlineKind::Placeable(Box::new(self.placeable()?))
            }
            _ => match self.name() {
                Some(name) => self.message_or_function(name)?,
                None => return Err(self.error(kind)),
            },
        };
        Ok(Inline {
            span: self.since(start),
            kind,
        })
    }

    fn number_or_term(&mut self, kind: Expected) -> Result<InlineKind, Error> {
        let is_number = |byte: &u8| byte.is_ascii_digit();
        if kind == Expected::Literal && !self.bytes.get(self.at + 1).is_some_and(is_number) {
            return Err(self.error(kind));
        }
        self.at += 1;
        let Some(id) = self.name() else {
            self.at -= 1;
            self.number()?;
            return Ok(InlineKind::Number);
        };
        let attribute = self.attribute_of()?;
        let arguments = self.call()?.unwrap_or_default();
        Ok(InlineKind::Term(id, attribute, arguments))
    }

    fn message_or_function(&mut self, name: Span) -> Result<InlineKind, Error> {
        let Some(arguments) = self.call()? else {
            return Ok(InlineKind::Message(name, self.attribute_of()?));
        };
        let mut letters = self.bytes[name.range()].iter();
        if letters.any(u8::is_ascii_lowercase) {
            let at = name.start();
            return Err(Error {
                kind: Expected::Function,
                at,
            });
        }
        Ok(InlineKind::Function(name, arguments))
    }

    /// The attribute of what a reference is to, right behind it.
    fn attribute_of(&mut self) -> Result<Option<Span>, Error> {
        if !self.take(b'.') {
            return Ok(None);
        }
        match self.name() {
            Some(name) => Ok(Some(name)),
            None => Err(self.error(Expected::Attribute)),
        }
    }

    /// The arguments of a call, when a parenthesis opens behind a name.
    fn call(&mut self) -> Result<Option<Box<CallArguments>>, Error> {
        let behind = self.at;
        self.blank();
        if self.peek() != Some(b'(') {
            self.at = behind;
            return Ok(None);
        }
        self.enter()?;
        let mut arguments = Box::<CallArguments>::default();
        let mut names = HashSet::new();
        self.blank();
        while !self.take(b')') {
            if self.at == self.bytes.len() {
                return Err(self.error(Expected::Parenthesis));
            }
            let value = self.inline(Expected::CallArgument)?;
            self.blank();
            let at = value.span.start();
            if let InlineKind::Message(name, None) = value.kind
                && self.take(b':')
            {
                if !names.insert(&self.text[name.range()]) {
                    let kind = Expected::NewOption;
                    return Err(Error { kind, at });
                }
                self.blank();
                let literal = self.inline(Expected::Literal)?;
                arguments.named.push((name, literal));
                self.blank();
            } else if names.is_empty() {
                arguments.positional.push(value);
            } else {
                let kind = Expected::NoPositional;
                return Err(Error { kind, at });
            }
            // What translators write without commas is understood all the same.
            self.take(b',');
            self.blank();
        }
        self.leave();
        Ok(Some(arguments))
    }

    /// A number, perhaps with a sign and a fraction.
    fn number(&mut self) -> Result<Span, Error> {
        let start = self.at;
        self.take(b'-');
        self.digits(Expected::NumberOrTerm)?;
        if self.take(b'.') {
            self.digits(Expected::Fraction)?;
        }
        Ok(self.since(start))
    }

    fn digits(&mut self, kind: Expected) -> Result<(), Error> {
        let digits = self.bytes[self.at..].iter();
        let count = digits.take_while(|byte| byte.is_ascii_digit()).count();
        if count == 0 {
            return Err(self.error(kind));
        }
        self.at += count;
        Ok(())
    }

    /// A string, without its quotes.
    fn string(&mut self) -> Result<Span, Error> {
        self.at += 1;
        let start = self.at;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(b'\n') | None => return Err(self.error(Expected::Quote)),
                Some(_) => self.at += 1,
            }
        }
        let string = self.since(start);
        self.at += 1;
        Ok(string)
    }

    fn escape(&mut self) -> Result<(), Error> {
        let digits = match self.bytes.get(self.at + 1) {
            // The grammar has no `\{`. It has been written all the same, and is a finding where
            // the string is used.
            Some(b'\\' | b'"' | b'{') => 0,
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => return Err(self.error(Expected::Escape)),
        };
        let end = self.at + 2 + digits;
        let escape = self.bytes.get(self.at + 2..end);
        if !escape.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)) {
            return Err(self.error(Expected::EscapeDigits));
        }
        self.at = end;
        Ok(())
    }

    /// An error right behind what has been read, blanks left out.
    #[cold]
    fn error_behind(&self, kind: Expected) -> Error {
        let before = self.text[..self.at].trim_end_matches([' ', '\r', '\n']);
        let at = before.len();
        Error { kind, at }
    }
}
