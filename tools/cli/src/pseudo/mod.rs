//! Pseudo-locales: the source locale in a disguise that shows what a user interface forgot.
//!
//! Under the tags that CLDR, Android and Chromium use: `en-XA` is accented, longer and in brackets, so
//! that a text that was never translated, is cut off or is put together from pieces stands out; `ar-XB`
//! runs from right to left. Only texts change, at their places in the file: what is in braces, markup,
//! addresses and the words that every locale keeps stay.

mod accent;
mod keep;

use tolken::syntax::{
    Element, Entry, Expression, InlineKind, Message, Pattern, Placeable, Resource,
};
use tolken::{Edit, LanguageIdentifier, Source, Span};

pub(crate) use self::keep::Keep;

use self::accent::Accent;
use crate::patch::patched;

/// What a file of a pseudo-locale begins with, so that only such a file is written over.
pub(crate) const MARK: &str = "### Made by `tolken pseudo` from ";

/// What encloses a text that is whole.
const BRACKETS: [char; 2] = ['⟦', '⟧'];

/// Right-to-left mark and override, before a word; and what ends them.
const TURNED: [&str; 2] = ["\u{200F}\u{202E}", "\u{202C}\u{200F}"];

/// A disguise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Disguise {
    /// Accented, longer, in brackets.
    Accented,
    /// From right to left.
    Mirrored,
}

impl Disguise {
    /// The tag of the locale.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Disguise::Accented => "en-XA",
            Disguise::Mirrored => "ar-XB",
        }
    }
}

/// The text of a file in disguise. What could not be read is left out.
pub(crate) fn disguised(
    resource: &Resource,
    disguise: Disguise,
    keep: &Keep,
    from: &LanguageIdentifier,
) -> String {
    let mut writer = Writer {
        source: &resource.source,
        disguise,
        keep,
        edits: Vec::new(),
    };
    for entry in &resource.entries {
        match entry {
            Entry::Message(message) => writer.message(message),
            // The attributes of a term decide choices; no reader sees them. Its text is a part of
            // others, which have brackets.
            Entry::Term(term) => {
                if let Some(value) = &term.value {
                    writer.pattern(value, term.span, false);
                }
            }
            Entry::Comment(_) => {}
            Entry::Junk(span) => writer.edits.push(Edit::new(*span, "")),
        }
    }
    let text = patched(resource.source.text(), &writer.edits);
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    format!("{}\n{text}", head(from))
}

/// What a file of a pseudo-locale begins with.
pub(crate) fn head(from: &LanguageIdentifier) -> String {
    format!("{MARK}{from}; it is written anew each time, and not for readers.\n")
}

struct Writer<'r> {
    source: &'r Source,
    disguise: Disguise,
    keep: &'r Keep,
    edits: Vec<Edit>,
}

impl Writer<'_> {
    fn message(&mut self, message: &Message) {
        let is_bracketed = self.disguise == Disguise::Accented;
        let attributes = message.attributes.iter().map(|attribute| &attribute.value);
        for pattern in message.value.iter().chain(attributes) {
            self.pattern(pattern, message.span, is_bracketed);
        }
    }

    fn pattern(&mut self, pattern: &Pattern, within: Span, is_bracketed: bool) {
        let mut accent = Accent::default();
        let mut is_tag_open = false;
        let last = pattern.elements.len() - 1;
        for (index, element) in pattern.elements.iter().enumerate() {
            let [mut open, mut close] = [String::new(), String::new()];
            if is_bracketed && index == 0 {
                open.push(BRACKETS[0]);
            }
            if is_bracketed && index == last {
                close.push(BRACKETS[1]);
            }
            let span = element.span();
            match element {
                // A line end may be the parser's own, with no place in the file.
                Element::Text(_) if span.start() < within.start() => {}
                Element::Text(_) => {
                    let text = self.source.slice(span);
                    let shown = self.text(text, &mut accent, &mut is_tag_open);
                    self.edits
                        .push(Edit::new(span, format!("{open}{shown}{close}")));
                }
                Element::Placeable(placeable) => {
                    let at = |at: usize| Span::new(at, at);
                    if !open.is_empty() {
                        self.edits.push(Edit::new(at(span.start()), open));
                    }
                    self.placeable(placeable, within);
                    if !close.is_empty() {
                        self.edits.push(Edit::new(at(span.end()), close));
                    }
                }
            }
        }
    }

    /// What is in braces stays, but for the texts of a choice.
    fn placeable(&mut self, placeable: &Placeable, within: Span) {
        match &placeable.expression {
            Expression::Select(select) => {
                for variant in &select.variants {
                    self.pattern(&variant.value, within, false);
                }
            }
            Expression::Inline(inline) => {
                if let InlineKind::Placeable(inner) = &inline.kind {
                    self.placeable(inner, within);
                }
            }
        }
    }

    fn text(&self, text: &str, accent: &mut Accent, is_tag_open: &mut bool) -> String {
        let kept = self.keep.ranges(text, is_tag_open);
        let mut out = String::with_capacity(2 * text.len());
        let mut at = 0;
        for range in kept {
            self.free(&text[at..range.start], accent, &mut out);
            out.push_str(&text[range.clone()]);
            at = range.end;
        }
        self.free(&text[at..], accent, &mut out);
        out
    }

    fn free(&self, text: &str, accent: &mut Accent, out: &mut String) {
        match self.disguise {
            Disguise::Accented => accent.write(text, out),
            Disguise::Mirrored => {
                for word in text.split_inclusive(char::is_whitespace) {
                    let letters = word.trim_end();
                    if letters.contains(char::is_alphabetic) {
                        out.push_str(TURNED[0]);
                        out.push_str(letters);
                        out.push_str(TURNED[1]);
                        out.push_str(&word[letters.len()..]);
                    } else {
                        out.push_str(word);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tolken::{Args, Catalog, Layer, Limits, Request, Severity, syntax};

    use super::*;
    use crate::generate;
    use crate::tree::inlines;

    fn parse(text: &str) -> Resource {
        syntax::parse(&Source::new("a.ftl", text), &Limits::default()).0
    }

    /// Everything of a file that is no text: ids, names, keys and what is in braces.
    fn bones(resource: &Resource) -> Vec<String> {
        let slice = |span| resource.source.slice(span).to_owned();
        let mut bones = Vec::new();
        for entry in &resource.entries {
            let (Entry::Message(message) | Entry::Term(message)) = entry else {
                continue;
            };
            bones.push(slice(message.id));
            bones.extend(
                message
                    .attributes
                    .iter()
                    .map(|attribute| slice(attribute.id)),
            );
            bones.extend(inlines(message).iter().map(|inline| slice(inline.span)));
        }
        bones
    }

    fn errors(text: &str) -> usize {
        let layer = Layer::new().source("en", "a.ftl", text);
        let Ok(loaded) = Catalog::builder().layer(layer).build() else {
            return 0;
        };
        let findings = loaded.findings().iter();
        findings
            .filter(|finding| finding.severity() == Severity::Error)
            .count()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn all_but_texts_is_kept(text in generate::resource()) {
            let resource = parse(&text);
            for disguise in [Disguise::Accented, Disguise::Mirrored] {
                let shown = disguised(&resource, disguise, &Keep::default(), &"en".parse().unwrap());
                prop_assert_eq!(bones(&parse(&shown)), bones(&resource));
                prop_assert!(errors(&shown) <= errors(&text));
                for entry in &parse(&shown).entries {
                    prop_assert!(!matches!(entry, Entry::Junk(_)), "{}", shown);
                }
            }
        }
    }

    #[test]
    fn every_argument_of_every_message_is_shown() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../locales/en-US/errors.ftl"
        );
        let resource = parse(&std::fs::read_to_string(path).unwrap());
        let builtin = Catalog::builtin();
        for disguise in [Disguise::Accented, Disguise::Mirrored] {
            let text = disguised(
                &resource,
                disguise,
                &Keep::default(),
                builtin.source_locale(),
            );
            let layer = Layer::new().source(disguise.tag(), "a.ftl", text);
            let loaded = Catalog::builder().layer(layer).build().unwrap();
            assert!(loaded.findings().is_empty(), "{:?}", loaded.findings());
            for name in builtin.names() {
                let mut args = Args::new();
                for (variable, is_number) in builtin.variables(name) {
                    let value = if is_number { "7" } else { variable };
                    args.set(variable, value.to_owned());
                }
                let request = Request::new(name).args(&args);
                let message = loaded.catalog().render(&request.range(disguise.tag()));
                assert_eq!(message.locale().to_string(), disguise.tag());
                for (variable, is_number) in builtin.variables(name) {
                    let value = if is_number { "7" } else { variable };
                    let source = builtin.render(&request.range("en-US"));
                    let is_shown = source.text().contains(value);
                    assert!(
                        message.text().contains(value) || !is_shown,
                        "{}",
                        message.text()
                    );
                }
            }
        }
    }

    fn show(text: &str, disguise: Disguise) -> String {
        let source = Source::new("a.ftl", text);
        let (resource, _) = syntax::parse(&source, &Limits::default());
        let keep = Keep::new(
            vec!["API".into(), "Contoso Cloud".into()],
            vec!["target".into()],
            ["InvalidUrl".into()],
        );
        let from = "en-US".parse().unwrap();
        let text = disguised(&resource, disguise, &keep, &from);
        text.strip_prefix(&format!("{}\n", head(&from)))
            .unwrap()
            .to_owned()
    }

    #[test]
    fn texts_are_disguised_and_nothing_else() {
        let text = "# A comment\n-brand = Portal\n    .gender = neuter\nerror = Hash value { $hash } is invalid.\n\
                    \x20   .action = { $n ->\n        [one] One item\n       *[other] { NUMBER($n) } items of { -brand }\n    }\n";
        assert_eq!(
            show(text, Disguise::Accented),
            "# A comment\n-brand = Þööŕţååļ\n    .gender = neuter\nerror = ⟦Ĥååšĥ ṽååļûûéé { $hash } îîš îîñṽååļîð.⟧\n\
             \x20   .action = ⟦{ $n ->\n        [one] Öñéé îîţéɱ\n       *[other] { NUMBER($n) } îîţéɱš ööƒ { -brand }\n    }⟧\n"
        );
    }

    #[test]
    fn what_every_locale_keeps_is_kept() {
        let text = "a = Call the API at <a href=\"{ $url }\" class=\"top\">https://example.com/a</a> &amp; “target”\n\
                    b = My target: InvalidUrl of Contoso Cloud, APIs, me@example.com %s\\n\n";
        let shown = show(text, Disguise::Accented);
        for kept in [
            " API ",
            "<a href=\"{ $url }\" class=\"top\">https://example.com/a</a> &amp; “target”",
            "InvalidUrl",
            "Contoso Cloud,",
            "me@example.com %s\\n",
        ] {
            assert!(shown.contains(kept), "{kept} in {shown}");
        }
        assert!(
            !shown.contains("My target") && !shown.contains("APIs"),
            "{shown}"
        );
    }

    #[test]
    fn words_are_turned_and_values_are_not() {
        assert_eq!(
            show("a = Hash { $hash }, the API.\n", Disguise::Mirrored),
            "a = \u{200F}\u{202E}Hash\u{202C}\u{200F} { $hash }, \u{200F}\u{202E}the\u{202C}\u{200F} API.\n"
        );
    }
}
