//! From the text of a manifest to its codes, with a finding for whatever is not as documented.
//!
//! Each code and each argument is read on its own, so that a mistake in one loses no other.

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unic_langid::LanguageIdentifier;

use super::{Argument, ArgumentType, CodeEntry, Manifest};
use crate::finding::{Finding, Rule};
use crate::source::{Source, Span};
use crate::value::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Head {
    source_locale: Option<String>,
    domain: Option<String>,
    help: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct CodeFields {
    status: Option<Spanned<u16>>,
    message: Option<String>,
    #[serde(default)]
    retired: bool,
    replaced_by: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ArgumentFields {
    #[serde(rename = "type")]
    kind: ArgumentType,
    example: Option<Spanned<Value<'static>>>,
    #[serde(default)]
    values: Vec<String>,
    #[serde(default)]
    sensitive: bool,
}

/// Reads a manifest. Never fails: what cannot be read is left out and found.
pub(crate) fn read(source: &Source) -> (Manifest, Vec<Finding>) {
    let mut reader = Reader {
        source,
        findings: Vec::new(),
    };
    let (table, errors) = DeTable::parse_recoverable(source.text());
    for error in &errors {
        reader.toml_error(error, Span::default(), None);
    }
    let manifest = reader.manifest(table.into_inner());
    (manifest, reader.findings)
}

struct Reader<'s> {
    source: &'s Source,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn manifest(&mut self, mut table: DeTable<'_>) -> Manifest {
        let codes = self.take_tables(&mut table, "codes", None);
        let mut manifest = Manifest::default();
        if let Some(head) = self.fields::<Head>(table, Span::default(), None) {
            manifest.source_locale = head.source_locale.and_then(|tag| self.source_locale(&tag));
            manifest.domain = head.domain;
            manifest.help = head.help;
        }
        for (code, span, table) in codes {
            manifest.codes.push(self.code(code, span, table));
        }
        manifest
    }

    fn source_locale(&mut self, tag: &str) -> Option<LanguageIdentifier> {
        let locale = tag.parse().ok();
        if locale.is_none() {
            let at = self.source.text().find(tag).unwrap_or_default();
            let message = format!("source locale `{tag}` is not a language tag");
            self.report(
                Span::new(at, at + tag.len()),
                message,
                "write it as `en-US`",
                None,
            );
        }
        locale
    }

    fn code(&mut self, code: String, span: Span, mut table: DeTable<'_>) -> CodeEntry {
        let arguments = self.take_tables(&mut table, "args", Some(&code));
        let fields = self.fields::<CodeFields>(table, span, Some(&code));
        let fields = fields.unwrap_or(CodeFields {
            status: None,
            message: None,
            retired: false,
            replaced_by: None,
        });
        let status = fields.status.and_then(|status| self.status(&status, &code));
        let arguments = arguments
            .into_iter()
            .filter_map(|(name, span, table)| self.argument(name, span, table, &code))
            .collect();
        let CodeFields {
            message,
            retired,
            replaced_by,
            ..
        } = fields;
        CodeEntry {
            code,
            status,
            message,
            retired,
            replaced_by,
            arguments,
        }
    }

    fn status(&mut self, status: &Spanned<u16>, code: &str) -> Option<u16> {
        let value = *status.get_ref();
        if (100..=599).contains(&value) {
            return Some(value);
        }
        let message = format!("`{value}` is not an HTTP status");
        let help = "expected a number from 100 to 599";
        self.report(span_of(&status.span()), message, help, Some(code));
        None
    }

    fn argument(
        &mut self,
        name: String,
        span: Span,
        table: DeTable<'_>,
        code: &str,
    ) -> Option<Argument> {
        let fields = self.fields::<ArgumentFields>(table, span, Some(code))?;
        let ArgumentFields {
            kind,
            example,
            values,
            sensitive,
        } = fields;
        if (kind == ArgumentType::Enum) == values.is_empty() {
            let (message, help) = if values.is_empty() {
                (
                    format!("enum `{name}` has no values"),
                    "add `values = [\"…\", \"other\"]`",
                )
            } else {
                (
                    format!("`{name}` has values, and is no enum"),
                    "write `type = \"enum\"`",
                )
            };
            self.report(span, message, help, Some(code));
        }
        let mut argument = Argument {
            name,
            kind,
            example: None,
            values,
            is_sensitive: sensitive,
        };
        if let Some(example) = example {
            let span = span_of(&example.span());
            let (example, fits) = argument.convert(example.into_inner());
            if !fits {
                let message = format!("the example of `{}` is no {}", argument.name, kind.name());
                self.report(
                    span,
                    message,
                    "give a value of the argument's type",
                    Some(code),
                );
            }
            argument.example = Some(example.into_owned());
        }
        Some(argument)
    }

    /// Takes a table of tables out of a table, in the order of the file.
    fn take_tables<'i>(
        &mut self,
        table: &mut DeTable<'i>,
        key: &str,
        code: Option<&str>,
    ) -> Vec<(String, Span, DeTable<'i>)> {
        let Some(value) = table.remove(key) else {
            return Vec::new();
        };
        let span = span_of(&value.span());
        let DeValue::Table(inner) = value.into_inner() else {
            let message = format!("`{key}` is not a table");
            self.report(
                span,
                message,
                "write one table an entry, as documented",
                code,
            );
            return Vec::new();
        };
        let mut tables = Vec::new();
        for (name, value) in inner {
            let span = span_of(&name.span());
            let name = name.into_inner().into_owned();
            if let DeValue::Table(table) = value.into_inner() {
                tables.push((name, span, table));
            } else {
                let message = format!("`{key}.{name}` is not a table");
                let help = "write its fields in a table, as in `{ type = \"string\" }`";
                self.report(span, message, help, code);
            }
        }
        tables.sort_by_key(|(_, span, _)| *span);
        tables
    }

    fn fields<'i, T: Deserialize<'i>>(
        &mut self,
        table: DeTable<'i>,
        span: Span,
        code: Option<&str>,
    ) -> Option<T> {
        let table = Spanned::new(span.range(), table);
        match T::deserialize(toml::Deserializer::from(table)) {
            Ok(fields) => Some(fields),
            Err(error) => {
                self.toml_error(&error, span, code);
                None
            }
        }
    }

    fn toml_error(&mut self, error: &toml::de::Error, fallback: Span, code: Option<&str>) {
        let span = error.span().map_or(fallback, |span| span_of(&span));
        let message = error.message().lines().collect::<Vec<_>>().join(", ");
        self.report(
            span,
            message,
            "the rest of the manifest is used; see its documentation",
            code,
        );
    }

    fn report(&mut self, span: Span, message: impl Into<String>, help: &str, code: Option<&str>) {
        let finding = Finding::new(Rule::Manifest, self.source, span)
            .with_message(message)
            .with_help(help);
        self.findings.push(match code {
            Some(code) => finding.with_code(code),
            None => finding,
        });
    }
}

fn span_of(range: &std::ops::Range<usize>) -> Span {
    Span::new(range.start, range.end)
}
