//! A text of the source locale in one line: what a translator reads in it, and no more.
//!
//! Made from the syntax tree, so that comments, indents and line breaks are no part of it. It is
//! separate from [`View`](crate::check::text::View) because that shows a variant at a time and
//! leaves options out, and here nothing that a translation may depend on is.

use std::fmt::Write as _;

use crate::source::{Source, Span};
use crate::syntax::{
    CallArguments, Element, Expression, Inline, InlineKind, Pattern, Placeable, Select, unescape,
};

/// The pattern in one line: `{ $n -> [one] One file *[other] { NUMBER($n) } files }.`
///
/// Blanks of any kind and number are one space, and none at the ends. Two patterns with one
/// wording say the same.
pub(in crate::check) fn wording(source: &Source, pattern: &Pattern) -> String {
    let mut writer = Writer {
        source,
        out: String::new(),
    };
    writer.pattern(pattern, false);
    writer.out
}

struct Writer<'s> {
    source: &'s Source,
    out: String,
}

impl Writer<'_> {
    fn pattern(&mut self, pattern: &Pattern, is_variant: bool) {
        let (mut is_first, mut is_blank) = (true, false);
        for element in &pattern.elements {
            match element {
                Element::Text(span) => {
                    for c in self.source.slice(*span).chars() {
                        if c.is_whitespace() {
                            is_blank = true;
                            continue;
                        }
                        self.blank(is_blank && !is_first);
                        (is_first, is_blank) = (false, false);
                        // In one line a bracket would begin the next variant.
                        if is_variant && c == '[' {
                            self.out.push_str("{ \"[\" }");
                        } else {
                            self.out.push(c);
                        }
                    }
                }
                Element::Placeable(placeable) => {
                    self.blank(is_blank && !is_first);
                    (is_first, is_blank) = (false, false);
                    self.placeable(placeable);
                }
            }
        }
    }

    fn blank(&mut self, is_blank: bool) {
        if is_blank {
            self.out.push(' ');
        }
    }

    fn copy(&mut self, span: Span) {
        self.out.push_str(self.source.slice(span));
    }

    fn placeable(&mut self, placeable: &Placeable) {
        self.out.push_str("{ ");
        match &placeable.expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select(select) => self.select(select),
        }
        self.out.push_str(" }");
    }

    fn select(&mut self, select: &Select) {
        self.inline(&select.selector);
        self.out.push_str(" ->");
        for variant in &select.variants {
            self.out
                .push_str(if variant.is_default { " *[" } else { " [" });
            self.copy(variant.key);
            self.out.push_str("] ");
            self.pattern(&variant.value, true);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match &inline.kind {
            InlineKind::String(text) => self.string(*text),
            InlineKind::Number => self.copy(inline.span),
            InlineKind::Variable(id) => {
                self.out.push('$');
                self.copy(*id);
            }
            InlineKind::Message(id, attribute) => self.reference(*id, *attribute),
            InlineKind::Term(id, attribute, arguments) => {
                self.out.push('-');
                self.reference(*id, *attribute);
                if !arguments.positional.is_empty() || !arguments.named.is_empty() {
                    self.arguments(arguments);
                }
            }
            InlineKind::Function(id, arguments) => {
                self.copy(*id);
                self.arguments(arguments);
            }
            InlineKind::Placeable(placeable) => self.placeable(placeable),
        }
    }

    fn reference(&mut self, id: Span, attribute: Option<Span>) {
        self.copy(id);
        if let Some(attribute) = attribute {
            self.out.push('.');
            self.copy(attribute);
        }
    }

    fn arguments(&mut self, arguments: &CallArguments) {
        self.out.push('(');
        let mut separator = "";
        for value in &arguments.positional {
            self.out.push_str(separator);
            self.inline(value);
            separator = ", ";
        }
        for (name, value) in &arguments.named {
            self.out.push_str(separator);
            self.copy(*name);
            self.out.push_str(": ");
            self.inline(value);
            separator = ", ";
        }
        self.out.push(')');
    }

    /// What a string holds, however it was escaped; what nobody sees is.
    fn string(&mut self, text: Span) {
        let held = unescape(self.source.slice(text));
        self.out.push('"');
        for c in held.chars() {
            match c {
                '"' | '\\' => {
                    self.out.push('\\');
                    self.out.push(c);
                }
                c if c.is_control() || (c.is_whitespace() && c != ' ') => {
                    // Writing to a string cannot fail.
                    _ = write!(self.out, "\\u{:04X}", u32::from(c));
                }
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::syntax::{self, Entry};

    fn of(text: &str) -> String {
        let source = Source::new("a.ftl", text);
        let (resource, _) = syntax::parse(&source, &Limits::default());
        let Entry::Message(message) = &resource.entries[0] else {
            panic!("it is a message: {text}");
        };
        wording(&source, message.value.as_ref().unwrap())
    }

    #[test]
    fn all_that_fluent_has_is_one_line() {
        for (text, expected) in [
            ("a = URL {$url} is gone.", "URL { $url } is gone."),
            (
                "a =\n    One\n      two\n\n    three { \"\\u00A0\" }",
                "One two three { \"\\u00A0\" }",
            ),
            (
                "a = { $n ->\n    [0] none\n   *[other] { NUMBER($n, type: \"ordinal\") }\n }!",
                "{ $n -> [0] none *[other] { NUMBER($n, type: \"ordinal\") } }!",
            ),
            (
                "a = { -t(case: \"x\") }{ -t }{b.c} { {1.50} }",
                "{ -t(case: \"x\") }{ -t }{ b.c } { { 1.50 } }",
            ),
            ("a = { \"\\\\ \\\" \\u0022\" }", "{ \"\\\\ \\\" \\\"\" }"),
        ] {
            assert_eq!(of(text), expected);
        }
    }

    #[test]
    fn layout_is_no_part_of_it() {
        let folded = of(
            "# A comment\na =\n    Send { $n ->\n        [one] it\n       *[other] all\n    } again.\n",
        );
        assert_eq!(
            of("a = Send {  $n  ->\n [one] it\n *[other] all\n } again."),
            folded
        );
        assert_eq!(of("a = One two"), of("a =\n  One\n\n\n  two   \n"));
        assert_eq!(of("a = { \"\\u00E9\" }"), of("a = { \"é\" }"));
    }

    #[test]
    fn a_bracket_is_no_variant() {
        let text = of("a = { $n ->\n *[x] b [y] c\n }");
        assert_eq!(text, "{ $n -> *[x] b { \"[\" }y] c }");
        assert_ne!(text, of("a = { $n ->\n *[x] b\n [y] c\n }"));
        assert_eq!(of("a = [x] b"), "[x] b");
    }
}
