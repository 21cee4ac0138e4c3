//! A code that is added: what it is in the manifest and in the source locale, and where it belongs.

use anyhow::bail;
use tolken::syntax::{self, Entry, InlineKind, Message, Resource};
use tolken::{ArgumentType, Edit, Limits, Source, Span};

use crate::patch::line_end;
use crate::places::{Places, key_like, text_like};
use crate::tree::inlines;

/// The types, as they are written.
pub(crate) const TYPES: [ArgumentType; 6] = [
    ArgumentType::String,
    ArgumentType::Integer,
    ArgumentType::Number,
    ArgumentType::DateTime,
    ArgumentType::List,
    ArgumentType::Enum,
];

/// A code, as it is asked for.
#[derive(Debug)]
pub(crate) struct Addition<'a> {
    pub(crate) code: &'a str,
    pub(crate) status: Option<u16>,
    pub(crate) arguments: &'a [NewArgument],
    /// The text that users read, and what they can do next.
    pub(crate) message: Option<&'a str>,
    pub(crate) action: Option<&'a str>,
}

/// An argument of a code that is added.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NewArgument {
    pub(crate) name: String,
    pub(crate) kind: ArgumentType,
    pub(crate) values: Vec<String>,
}

impl Addition<'_> {
    /// The edit that puts the code into the manifest: in the order of the codes, if they have one,
    /// else behind them.
    pub(crate) fn manifest_edit(&self, source: &Source, places: &Places) -> Edit {
        let text = source.text();
        let newline = line_end(text);
        let entry = self.entry().join(newline);
        let codes = sections(places);
        let is_sorted = codes.len() > 1 && codes.is_sorted_by(|a, b| a.0 < b.0);
        let before = if is_sorted {
            codes.iter().rev().find(|(code, ..)| *code < self.code)
        } else {
            codes.last()
        };
        if let Some((_, _, end)) = before {
            let at = line_end_at(text, *end);
            return Edit::new(Span::new(at, at), format!("{newline}{newline}{entry}"));
        }
        if let Some((_, start, _)) = codes.first() {
            // The comment right above a code is about that code.
            let mut at = *start;
            while let Some((above, line)) = line_above(text, at)
                && line.starts_with('#')
            {
                at = above;
            }
            return Edit::new(Span::new(at, at), format!("{entry}{newline}{newline}"));
        }
        let at = text.len();
        let gap = match text {
            "" => "",
            text if text.ends_with('\n') => newline,
            _ => &format!("{newline}{newline}"),
        };
        Edit::new(Span::new(at, at), format!("{gap}{entry}{newline}"))
    }

    /// The lines of the manifest.
    fn entry(&self) -> Vec<String> {
        let code = key_like("", self.code);
        let mut lines = vec![format!("[codes.{code}]")];
        lines.extend(self.status.map(|status| format!("status = {status}")));
        if !self.arguments.is_empty() {
            lines.push(format!("[codes.{code}.args]"));
        }
        for argument in self.arguments {
            let NewArgument { name, kind, values } = argument;
            let kind = kind.name();
            let values: Vec<_> = values.iter().map(|value| text_like("", value)).collect();
            let line = match values.as_slice() {
                [] => format!("{name} = {{ type = \"{kind}\" }}"),
                values => format!(
                    "{name} = {{ type = \"{kind}\", values = [{}] }}",
                    values.join(", ")
                ),
            };
            lines.push(line);
        }
        lines
    }

    /// The lines of the message, with what its arguments are.
    ///
    /// # Errors
    ///
    /// When a text is not Fluent, is not one text, or reads an argument that is not given.
    pub(crate) fn message_lines(&self, message: &str) -> anyhow::Result<Vec<String>> {
        let mut lines = Vec::new();
        if !self.arguments.is_empty() {
            lines.push("# Variables:".to_owned());
        }
        for argument in self.arguments {
            let of = match argument.kind {
                ArgumentType::Integer | ArgumentType::Number => "Number",
                ArgumentType::DateTime => "Date",
                ArgumentType::List => "List",
                _ => "String",
            };
            let values = if argument.values.is_empty() {
                String::new()
            } else {
                format!(" - one of {}", argument.values.join(", "))
            };
            lines.push(format!("#   ${} ({of}){values}", argument.name));
        }
        lines.extend(self.text("--message", "", 4, message)?);
        if let Some(action) = self.action {
            lines.extend(self.text("--action", "    .action = ", 8, action)?);
        }
        Ok(lines)
    }

    /// A text behind its name, its further lines indented, provided that it is Fluent.
    fn text(
        &self,
        option: &str,
        attribute: &str,
        indent: usize,
        text: &str,
    ) -> anyhow::Result<Vec<String>> {
        if text.trim().is_empty() {
            bail!("expected a text for `{option}`, but found nothing");
        }
        let id = format!("{} =", self.code);
        let name = match attribute {
            "" => format!("{id} "),
            attribute => attribute.to_owned(),
        };
        let mut lines = Vec::new();
        for (index, line) in text.trim_end().lines().enumerate() {
            match line.trim_end() {
                line if index == 0 => lines.push(format!("{name}{line}")),
                "" => lines.push(String::new()),
                line => lines.push(format!("{}{line}", " ".repeat(indent))),
            }
        }
        let before = match attribute {
            "" => String::new(),
            _ => format!("{id}\n"),
        };
        let source = Source::new(option, format!("{before}{}\n", lines.join("\n")));
        let (resource, findings) = syntax::parse(&source, &Limits::default());
        if let Some(finding) = findings.first() {
            let place = finding.position();
            let line = place.line.saturating_sub(before.lines().count()).max(1);
            let cut = if line == 1 {
                name.chars().count()
            } else {
                indent
            };
            let help = finding.help().map(|help| format!("; {help}"));
            bail!(
                "`{option}` is not Fluent, at line {line}, column {}: {}{}",
                place.column.saturating_sub(cut).max(1),
                finding.message(),
                help.unwrap_or_default()
            );
        }
        let is_one = |message: &Message| match attribute {
            "" => message.value.is_some() && message.attributes.is_empty(),
            _ => message.value.is_none() && message.attributes.len() == 1,
        };
        match resource.entries.as_slice() {
            [Entry::Message(message)] if is_one(message) => {
                self.declared(option, &source, message)?;
                Ok(lines)
            }
            _ => bail!(
                "`{option}` is more than one text: a line that begins with `.` names an attribute; write \
                 the point as `{{ \".\" }}`"
            ),
        }
    }

    /// Refuses a text that reads an argument which nobody gives.
    fn declared(&self, option: &str, source: &Source, message: &Message) -> anyhow::Result<()> {
        for inline in inlines(message) {
            let InlineKind::Variable(name) = inline.kind else {
                continue;
            };
            let name = source.slice(name);
            let known = || self.arguments.iter().map(|argument| argument.name.as_str());
            if known().any(|known| known == name) {
                continue;
            }
            match tolken::check::nearest(name, known()) {
                Some(near) => {
                    bail!("`{option}` reads `${name}`, which is not given; did you mean `${near}`?")
                }
                None => bail!(
                    "`{option}` reads `${name}`, which is not given; add `--arg {name}=string`"
                ),
            }
        }
        Ok(())
    }
}

/// The edit that puts lines behind a message, or at the end of a file, with a blank line around them.
pub(crate) fn message_edit(resource: &Resource, after: Option<Span>, lines: &[String]) -> Edit {
    let text = resource.source.text();
    let newline = line_end(text);
    let block = lines.join(newline);
    let Some(after) = after else {
        let at = text.len();
        let gap = match text {
            "" => "",
            text if text.ends_with('\n') => newline,
            _ => &format!("{newline}{newline}"),
        };
        return Edit::new(Span::new(at, at), format!("{gap}{block}{newline}"));
    };
    let at = line_end_at(text, after.end());
    let rest = &text[at..];
    let next = rest.trim_start_matches('\r').strip_prefix('\n');
    let is_blank = next.is_none_or(|next| next.is_empty() || next.starts_with(['\n', '\r']));
    let gap = if is_blank { "" } else { newline };
    Edit::new(Span::new(at, at), format!("{newline}{newline}{block}{gap}"))
}

/// The codes that have a header, with where the first begins and what belongs to them ends.
fn sections(places: &Places) -> Vec<(&str, usize, usize)> {
    let mut codes: Vec<(&str, usize, usize)> = Vec::new();
    for table in &places.tables {
        let [codes_key, code, ..] = table.path.as_slice() else {
            continue;
        };
        if codes_key != "codes" {
            continue;
        }
        match codes.last_mut() {
            Some((last, _, end)) if last == code => *end = table.span.end,
            _ => codes.push((code, table.span.start, table.span.end)),
        }
    }
    codes
}

/// Where the line of a place ends.
fn line_end_at(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    if text[at..end].ends_with('\r') {
        end - 1
    } else {
        end
    }
}

/// The line above a place at the start of one, and where it begins.
fn line_above(text: &str, at: usize) -> Option<(usize, &str)> {
    let above = text[..at].strip_suffix('\n')?;
    let start = above.rfind('\n').map_or(0, |start| start + 1);
    Some((start, &above[start..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::patch::patched;

    fn with(manifest: &str, code: &str) -> String {
        let source = Source::new("catalog.toml", manifest);
        let addition = Addition {
            code,
            status: Some(429),
            arguments: &[NewArgument {
                name: "limit".into(),
                kind: ArgumentType::Enum,
                values: vec!["day".into(), "a\"b".into()],
            }],
            message: None,
            action: None,
        };
        let places = Places::read(&source).unwrap();
        patched(manifest, &[addition.manifest_edit(&source, &places)])
    }

    const ENTRY: &str = "[codes.M]\nstatus = 429\n[codes.M.args]\n\
                         limit = { type = \"enum\", values = [\"day\", \"a\\\"b\"] }";

    #[test]
    fn a_code_stands_in_the_order_of_the_others() {
        let a_and_z =
            "# Head\n\n# A\n[codes.A]\nstatus = 400 # bad\n[codes.A.args]\n\n# Z\n[codes.Z]\n";
        assert_eq!(
            with(a_and_z, "M"),
            a_and_z.replace("[codes.A.args]\n", &format!("[codes.A.args]\n\n{ENTRY}\n"))
        );
        let n_and_z = "# Head\n\n# N\n[codes.N]\n[codes.Z]\n";
        assert_eq!(
            with(n_and_z, "M"),
            n_and_z.replace("# N\n", &format!("{ENTRY}\n\n# N\n"))
        );
        let unsorted = "[codes.Z]\n[codes.A] # the last\n\n# end";
        assert_eq!(
            with(unsorted, "M"),
            unsorted.replace("last\n", &format!("last\n\n{ENTRY}\n"))
        );
    }

    #[test]
    fn a_manifest_without_headers_gets_one_at_its_end() {
        assert_eq!(with("", "M"), format!("{ENTRY}\n"));
        assert_eq!(
            with("[codes]\nA = {}", "M"),
            format!("[codes]\nA = {{}}\n\n{ENTRY}\n")
        );
        let windows = "[codes.A]\r\n";
        assert!(with(windows, "M").contains("[codes.M]\r\nstatus = 429\r\n"));
    }

    #[test]
    fn a_text_that_is_not_one_is_refused_with_its_place() {
        let lines = |message: &str, action: Option<&str>| {
            let addition = Addition {
                code: "M",
                status: None,
                arguments: &[],
                message: Some(message),
                action,
            };
            addition.message_lines(message)
        };
        let error = |message: &str, action| lines(message, action).unwrap_err().to_string();
        assert_eq!(
            lines("One\ntwo\n\nN = three\n", Some("Try\nagain")).unwrap(),
            [
                "M = One",
                "    two",
                "",
                "    N = three",
                "    .action = Try",
                "        again"
            ]
        );
        let place = "`--message` is not Fluent, at line 2, column 5";
        assert!(error("One\ntwo }", None).starts_with(place));
        let place = "`--action` is not Fluent, at line 1, column 6";
        assert!(error("One", Some("Two {")).starts_with(place));
        assert!(error("One\n.two = three", None).contains("more than one text"));
        assert!(error(" \n", None).contains("found nothing"));
        assert!(error("One { $two }", None).contains("`--arg two=string`"));
    }
}
