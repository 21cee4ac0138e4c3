//! From the text of a manifest to its codes, with a finding for whatever is not as documented.
//!
//! Each field is read on its own, so that a mistake in one loses no other.

use std::borrow::Cow;
use std::collections::HashSet;

use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unic_langid::LanguageIdentifier;

use super::{Argument, ArgumentType, CodeEntry, Manifest};
use crate::finding::Rule;
use crate::findings::Findings;
use crate::limits::Limits;
use crate::source::{Source, Span};
use crate::value::{Number, Value};

/// Reads a manifest. Never fails: what cannot be read is left out and found.
pub(crate) fn read(source: &Source, limits: &Limits) -> (Manifest, Findings) {
    let mut reader = Reader {
        source,
        limits,
        findings: Findings::new(limits),
        reported: 0,
        torn: HashSet::new(),
    };
    let (table, errors) = DeTable::parse_recoverable(source.text());
    let mut stops = Vec::new();
    for error in &errors {
        let line = reader.toml_error(error);
        // toml 1.2 gives up at a key without a value; without that line it reads all others.
        if STOPS.iter().any(|stop| error.message().starts_with(stop)) {
            stops.push(line);
        }
    }
    let text = without(source.text(), stops);
    let table = match &text {
        Cow::Borrowed(_) => table,
        Cow::Owned(text) => DeTable::parse_recoverable(text).0,
    };
    let manifest = reader.manifest(table.into_inner());
    (manifest, reader.findings)
}

/// The text with some of its lines blanked, each once, however many errors it has.
fn without(text: &str, mut lines: Vec<Span>) -> Cow<'_, str> {
    if lines.is_empty() {
        return Cow::Borrowed(text);
    }
    lines.sort_unstable();
    lines.dedup();
    let mut blanked = String::with_capacity(text.len());
    for line in lines {
        blanked.push_str(&text[blanked.len()..line.start()]);
        blanked.extend(std::iter::repeat_n(' ', line.end() - line.start()));
    }
    blanked.push_str(&text[blanked.len()..]);
    Cow::Owned(blanked)
}

/// The errors at which toml 1.2 stops reading.
const STOPS: [&str; 2] = ["key with no value", "missing value for key"];

struct Reader<'s> {
    source: &'s Source,
    limits: &'s Limits,
    findings: Findings,
    /// How many findings there were, the ones left out too.
    reported: usize,
    /// The lines that are not TOML. What stands there is half of what was meant, so that nothing
    /// more is said of it.
    torn: HashSet<usize>,
}

/// The fields of one table, and whose they are.
struct Fields<'i> {
    table: DeTable<'i>,
    /// What it is called in findings, such as "code `NotFound`".
    owner: String,
    code: Option<String>,
}

impl<'s> Reader<'s> {
    fn manifest(&mut self, table: DeTable<'_>) -> Manifest {
        let mut fields = Fields {
            table,
            owner: "the manifest".to_owned(),
            code: None,
        };
        let codes = self.tables(&mut fields, "codes");
        let mut manifest = Manifest {
            source_locale: self.source_locale(&mut fields),
            domain: self.string(&mut fields, "domain"),
            help: self.string(&mut fields, "help"),
            codes: Vec::new(),
        };
        self.rest(&fields, "`source-locale`, `domain`, `help` and `codes`");
        for (code, span, table) in codes {
            let entry = self.code(code, table);
            manifest.codes.push((span, entry));
        }
        manifest
    }

    fn source_locale(&mut self, fields: &mut Fields<'_>) -> Option<(Span, LanguageIdentifier)> {
        let (span, tag) = self.spanned_string(fields, "source-locale")?;
        let locale = tag.parse().ok();
        if locale.is_none() {
            let message = format!("source locale `{tag}` is not a language tag");
            self.report(span, message, "write it as `en-US`", None);
        }
        Some((span, locale?))
    }

    fn code(&mut self, code: String, table: DeTable<'_>) -> CodeEntry {
        let mut fields = Fields {
            table,
            owner: format!("code `{code}`"),
            code: Some(code.clone()),
        };
        let arguments = self.tables(&mut fields, "args");
        let arguments = arguments
            .into_iter()
            .filter_map(|(name, span, table)| self.argument(name, span, table, &code))
            .collect();
        let entry = CodeEntry {
            status: self.status(&mut fields),
            message: self.string(&mut fields, "message"),
            retired: self.boolean(&mut fields, "retired"),
            replaced_by: self.string(&mut fields, "replaced-by"),
            arguments,
            code,
        };
        let known = "`status`, `message`, `retired`, `replaced-by` and `args`";
        self.rest(&fields, known);
        entry
    }

    fn status(&mut self, fields: &mut Fields<'_>) -> Option<u16> {
        let (span, value) = take(fields, "status")?;
        let status = match &value {
            DeValue::Integer(integer) => {
                u16::from_str_radix(integer.as_str(), integer.radix()).ok()
            }
            _ => None,
        };
        let status = status.filter(|status| (100..=599).contains(status));
        if status.is_none() {
            let found = self.found(span);
            let message = format!("expected an HTTP status, but found `{found}`");
            let help = "write a number from 100 to 599, without quotes";
            self.report(span, message, help, fields.code.as_deref());
        }
        status
    }

    fn argument(
        &mut self,
        name: String,
        span: Span,
        table: DeTable<'_>,
        code: &str,
    ) -> Option<Argument> {
        let mut fields = Fields {
            table,
            owner: format!("argument `{name}`"),
            code: Some(code.to_owned()),
        };
        let kind = self.kind(&mut fields, &name, span);
        let before = self.reported;
        let (values_span, values) = self.values(&mut fields).unwrap_or((span, Vec::new()));
        let has_wrong_values = self.reported > before;
        let sensitive = self.boolean(&mut fields, "sensitive");
        let example = take(&mut fields, "example");
        let known = "`type`, `example`, `values` and `sensitive`";
        self.rest(&fields, known);
        let kind = kind?;
        if kind == ArgumentType::Enum && values.is_empty() && !has_wrong_values {
            let message = format!("argument `{name}` is an enum without values");
            let help = "name them, as in `values = [\"machine\", \"other\"]`";
            self.report(span, message, help, Some(code));
        }
        if kind != ArgumentType::Enum && !values.is_empty() {
            let message = format!("argument `{name}` has values, but is no enum");
            let help = "write `type = \"enum\"`, or remove the values";
            self.report(values_span, message, help, Some(code));
        }
        let mut argument = Argument {
            name,
            kind,
            example: None,
            values,
            is_sensitive: sensitive,
        };
        if let Some((span, example)) = example {
            let (example, fits) = argument.convert(value(example));
            if !fits {
                let example = self.found(span);
                let message = format!("example `{example}` of `{}` does not fit", argument.name);
                let help = wanted(&argument);
                self.report(span, message, &help, Some(code));
            }
            argument.example = Some(example);
        }
        Some(argument)
    }

    fn kind(&mut self, fields: &mut Fields<'_>, name: &str, span: Span) -> Option<ArgumentType> {
        const HELP: &str =
            "write `string`, `integer`, `number`, `datetime`, `list` or `enum` in quotes";
        if !fields.table.contains_key("type") {
            let message = format!("argument `{name}` has no type");
            self.report(
                span,
                message,
                "add one, as in `type = \"string\"`",
                fields.code.as_deref(),
            );
            return None;
        }
        let (span, found) = take(fields, "type")?;
        let kind = match &found {
            DeValue::String(name) => {
                ArgumentType::deserialize(StrDeserializer::<Error>::new(name)).ok()
            }
            _ => None,
        };
        if kind.is_none() {
            let message = format!("unknown type `{}`", self.found(span));
            self.report(span, message, HELP, fields.code.as_deref());
        }
        kind
    }

    fn values(&mut self, fields: &mut Fields<'_>) -> Option<(Span, Vec<String>)> {
        let (span, value) = take(fields, "values")?;
        let DeValue::Array(array) = value else {
            self.expected("a list of strings", span, "values", fields);
            return None;
        };
        let mut values = Vec::new();
        for value in array {
            let span = span_of(&value.span());
            if let DeValue::String(text) = value.into_inner() {
                values.push(text.into_owned());
            } else {
                self.expected("strings", span, "values", fields);
            }
        }
        Some((span, values))
    }

    fn string(&mut self, fields: &mut Fields<'_>, key: &str) -> Option<String> {
        self.spanned_string(fields, key).map(|(_, text)| text)
    }

    fn spanned_string(&mut self, fields: &mut Fields<'_>, key: &str) -> Option<(Span, String)> {
        let (span, value) = take(fields, key)?;
        if let DeValue::String(text) = value {
            return Some((span, text.into_owned()));
        }
        self.expected("a string in quotes", span, key, fields);
        None
    }

    fn boolean(&mut self, fields: &mut Fields<'_>, key: &str) -> bool {
        match take(fields, key) {
            None => false,
            Some((_, DeValue::Boolean(value))) => value,
            Some((span, _)) => {
                self.expected("`true` or `false`", span, key, fields);
                false
            }
        }
    }

    /// Takes a table of tables, in the order of the file.
    fn tables<'i>(
        &mut self,
        fields: &mut Fields<'i>,
        key: &str,
    ) -> Vec<(String, Span, DeTable<'i>)> {
        let (help, what) = match key {
            "codes" => ("write it as a table, as in `[codes.NotFound]`", "code"),
            _ => (
                "write it as a table, as in `hash = { type = \"string\" }`",
                "argument",
            ),
        };
        let Some((span, value)) = take(fields, key) else {
            return Vec::new();
        };
        let DeValue::Table(inner) = value else {
            let message = format!("`{key}` of {} is not a table", fields.owner);
            self.report(span, message, help, fields.code.as_deref());
            return Vec::new();
        };
        let mut tables = Vec::new();
        for (name, value) in inner {
            let span = span_of(&name.span());
            let name = name.into_inner().into_owned();
            let limit = self.limits.name_bytes;
            if name.len() > limit {
                let message = format!("the name of this {what} is longer than {limit} bytes");
                self.report(span, message, "shorten it; it was left out", None);
                continue;
            }
            if let DeValue::Table(table) = value.into_inner() {
                tables.push((name, span, table));
            } else {
                let message = format!("{what} `{name}` is not a table");
                let code = fields.code.as_deref().unwrap_or(&name);
                self.report(span, message, help, Some(code));
            }
        }
        tables.sort_by_key(|(_, span, _)| *span);
        tables
    }

    /// Reports what has not been taken.
    fn rest(&mut self, fields: &Fields<'_>, known: &str) {
        let mut rest: Vec<_> = fields
            .table
            .keys()
            .map(|key| (span_of(&key.span()), key.get_ref().to_string()))
            .collect();
        rest.sort();
        for (span, key) in rest {
            let message = format!("{} has no field `{key}`", fields.owner);
            let help = format!("its fields are {known}");
            self.report(span, message, &help, fields.code.as_deref());
        }
    }

    fn expected(&mut self, expected: &str, span: Span, key: &str, fields: &Fields<'_>) {
        let found = self.found(span);
        let message = format!(
            "expected {expected} for `{key}` of {}, but found `{found}`",
            fields.owner
        );
        let help = "correct the value; it was left out";
        self.report(span, message, help, fields.code.as_deref());
    }

    /// What stands at a place, in one line.
    fn found(&self, span: Span) -> &'s str {
        self.source.slice(span).lines().next().unwrap_or_default()
    }

    /// Reports what is not TOML, and gives the line that it is in.
    fn toml_error(&mut self, error: &toml::de::Error) -> Span {
        let span = error.span().map_or(Span::default(), |span| span_of(&span));
        let text = self.source.text();
        let line = self.source.line(span.start());
        let start = line.start();
        let found = self.found(span);
        let conflict = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
        let is_conflict = conflict.iter().any(|mark| text[start..].starts_with(mark));
        let message = error.message();
        let kind = message
            .split_once(", expected")
            .map_or(message, |(kind, _)| kind);
        let (span, message, help) = match kind {
            _ if is_conflict => (
                Span::new(start, start + conflict[0].len()),
                "a merge conflict was left in the file".to_owned(),
                "keep one of the two versions, and remove the marks",
            ),
            "duplicate key" => (
                span,
                format!("`{found}` is given twice"),
                "remove one of them; the first is used",
            ),
            "string values must be quoted" if found.is_empty() => (
                span,
                "expected a value after `=`, but found the end of the line".to_owned(),
                "add one, or remove the line",
            ),
            "string values must be quoted" => (
                span,
                format!("expected a value, but found `{found}`"),
                "write a text in quotes, as in `\"text\"`",
            ),
            _ if ["expected `\"`", "expected `'`"]
                .iter()
                .any(|end| message.ends_with(end)) =>
            {
                (
                    span,
                    "the string has no closing quote on its line".to_owned(),
                    "close it with a straight `\"`",
                )
            }
            kind if STOPS.contains(&kind) => (
                span,
                "expected `=` and a value after the key".to_owned(),
                "write it as `key = value`, or remove the line",
            ),
            _ => (
                span,
                message.lines().collect::<Vec<_>>().join(", "),
                "correct the line; what could be read around it is used",
            ),
        };
        // What is not UTF-8 has a finding already.
        if !self.source.is_undecodable(line) {
            self.report(span, message, help, None);
        }
        self.torn.insert(self.source.position(start).line);
        line
    }

    fn report(&mut self, span: Span, message: impl Into<String>, help: &str, code: Option<&str>) {
        let line = self.source.position(span.start()).line;
        if self.torn.contains(&line) {
            return;
        }
        self.reported += 1;
        self.findings
            .add(Rule::Manifest, self.source, span, |finding| {
                let finding = finding.with_message(message).with_help(help);
                match code {
                    Some(code) => finding.with_code(code),
                    None => finding,
                }
            });
    }
}

fn take<'i>(fields: &mut Fields<'i>, key: &str) -> Option<(Span, DeValue<'i>)> {
    let value = fields.table.remove(key)?;
    Some((span_of(&value.span()), value.into_inner()))
}

/// An example as a value.
fn value(value: DeValue<'_>) -> Value<'static> {
    match value {
        DeValue::String(text) => Value::from(text.into_owned()),
        DeValue::Integer(integer) => {
            match i128::from_str_radix(integer.as_str(), integer.radix()) {
                Ok(integer) => Value::from(integer),
                Err(_) => Value::from(integer.to_string()),
            }
        }
        DeValue::Float(float) => match float.as_str().parse::<Number>() {
            Ok(number) => Value::Number(number),
            Err(_) => Value::from(float.to_string()),
        },
        DeValue::Datetime(datetime) => Value::from(datetime.to_string()),
        DeValue::Array(array) => {
            let values = array.into_iter().map(Spanned::into_inner).map(self::value);
            Value::from(values.collect::<Vec<_>>())
        }
        DeValue::Boolean(boolean) => Value::Unsupported(boolean.to_string().into()),
        DeValue::Table(_) => Value::Unsupported("{…}".into()),
    }
}

/// What an example of an argument looks like.
fn wanted(argument: &Argument) -> String {
    match argument.kind {
        ArgumentType::String => "write a string in quotes".to_owned(),
        ArgumentType::Integer => "write a whole number".to_owned(),
        ArgumentType::Number => "write a number".to_owned(),
        ArgumentType::DateTime => "write a date, a time or both, as in `\"2026-01-31\"`".to_owned(),
        ArgumentType::List => "write a list, as in `[\"a\", \"b\"]`".to_owned(),
        ArgumentType::Enum => {
            let values: Vec<_> = argument
                .values
                .iter()
                .map(|value| format!("`{value}`"))
                .collect();
            format!("write one of {}", values.join(", "))
        }
    }
}

fn span_of(range: &std::ops::Range<usize>) -> Span {
    Span::new(range.start, range.end)
}
