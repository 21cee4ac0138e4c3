//! What a file holds, for our parser and for fluent-syntax: the same, or junk to both, but for the
//! differences listed here.

mod tree;

use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::{ast, parser};
use proptest::collection::vec;
use proptest::prelude::*;
use tolken::{Limits, Source, Span, syntax};

use self::tree::entries;
use super::generate;
use crate::util::cases;

/// A difference that is known, with the smallest text that shows it.
struct Difference {
    /// What holds of our parser.
    name: &'static str,
    reason: &'static str,
    text: &'static str,
    /// The ids that either reads of that text; those of a comment are `#`.
    ours: &'static [&'static str],
    theirs: &'static [&'static str],
    applies: fn(&Both<'_>) -> bool,
}

const ACCEPTED: &[Difference] = &[
    Difference {
        name: "an option may have a sign",
        reason: "The grammar has a number there, and a number may have one.",
        text: "a = { -t(x: -1) }\n-t = T\n",
        ours: &["a", "-t"],
        theirs: &["-t"],
        applies: |both| both.text.contains(": -") || both.text.contains(":-"),
    },
    Difference {
        name: "an attribute stands right behind what it is of",
        reason: "The grammar has no blanks before the dot. fluent-syntax looks for a call there, \
                 and forgets to go back.",
        text: "a = { b .c }\nb = B\n",
        ours: &["b"],
        theirs: &["a", "b"],
        applies: |both| both.has_attribute_behind_blanks(),
    },
    Difference {
        name: "a choice has a default variant",
        reason: "fluent-syntax takes any star for the mark of one, and gives a choice without.",
        text: "a = { $x ->\n *}\nb = B\n",
        ours: &["b"],
        theirs: &["a", "b"],
        applies: |both| both.has_choice_without_default(),
    },
    Difference {
        name: "a comment may end with the file",
        reason: "The grammar has an empty line there.",
        text: "# a\n#",
        ours: &["# a\n"],
        theirs: &["# a"],
        applies: |both| both.text.ends_with('#'),
    },
    Difference {
        name: "an entry in what was read in search of a brace is an entry",
        reason: "fluent-syntax takes its id for a reference, and goes on behind it.",
        text: "a = { F(\nb = B\nc = C\n",
        ours: &["b", "c"],
        theirs: &["c"],
        // Entries that lie in junk of theirs are left out before the rest is compared.
        applies: |_| false,
    },
];

/// A text as both read it.
struct Both<'t> {
    text: &'t str,
    ours: Vec<(Span, ast::Entry<&'t str>)>,
    theirs: Vec<ast::Entry<&'t str>>,
}

impl<'t> Both<'t> {
    fn new(text: &'t str) -> Self {
        let source = Source::new("a.ftl", text);
        let (resource, _) = syntax::parse(&source, &Limits::default());
        let (Ok(theirs) | Err((theirs, _))) = parser::parse(text);
        Both {
            text,
            ours: entries(&resource, text),
            theirs: theirs.body,
        }
    }

    /// Ours, but for those in what is junk to fluent-syntax.
    fn ours(&self) -> Vec<&ast::Entry<&'t str>> {
        let junk = self.theirs.iter().filter_map(|entry| match entry {
            ast::Entry::Junk { content } => Some(offset(self.text, content)),
            _ => None,
        });
        let junk: Vec<_> = junk.collect();
        let is_in_junk = |span: &Span| junk.iter().any(|junk| junk.contains(&span.start()));
        let ours = self.ours.iter();
        ours.filter(|(span, _)| !is_in_junk(span))
            .map(|(_, entry)| entry)
            .collect()
    }

    fn theirs(&self) -> Vec<&ast::Entry<&'t str>> {
        let theirs = self.theirs.iter();
        theirs
            .filter(|entry| !matches!(entry, ast::Entry::Junk { .. }))
            .collect()
    }

    fn has_attribute_behind_blanks(&self) -> bool {
        self.has(&|part| match part {
            Part::Inline(ast::InlineExpression::MessageReference {
                id,
                attribute: Some(attribute),
            }) => {
                let behind = offset(self.text, id.name).end;
                offset(self.text, attribute.name).start > behind + 1
            }
            _ => false,
        })
    }

    fn has_choice_without_default(&self) -> bool {
        self.has(&|part| match part {
            Part::Choice(variants) => !variants.iter().any(|variant| variant.default),
            Part::Inline(_) => false,
        })
    }

    /// Whether a part of what fluent-syntax reads is one of these.
    fn has(&self, is_it: IsIt<'_>) -> bool {
        self.theirs.iter().any(|entry| {
            let (value, attributes) = match entry {
                ast::Entry::Message(message) => (message.value.as_ref(), &*message.attributes),
                ast::Entry::Term(term) => (Some(&term.value), &*term.attributes),
                _ => (None, &[][..]),
            };
            let attributes = attributes.iter().map(|attribute| &attribute.value);
            let mut patterns = value.into_iter().chain(attributes);
            patterns.any(|pattern| in_pattern(pattern, is_it))
        })
    }

    /// Fails unless both read the same, or a difference is known that the text can show.
    #[track_caller]
    fn hold(&self) {
        if self.ours() != self.theirs() {
            let is_known = ACCEPTED.iter().any(|difference| (difference.applies)(self));
            assert!(
                is_known,
                "{:?}\nours {:#?}\ntheirs {:#?}",
                self.text,
                self.ours(),
                self.theirs()
            );
        }
    }
}

/// A part of a pattern.
enum Part<'p> {
    Inline(&'p ast::InlineExpression<&'p str>),
    Choice(&'p [ast::Variant<&'p str>]),
}

type IsIt<'f> = &'f dyn Fn(Part<'_>) -> bool;

fn in_pattern(pattern: &ast::Pattern<&str>, is_it: IsIt<'_>) -> bool {
    pattern.elements.iter().any(|element| match element {
        ast::PatternElement::TextElement { .. } => false,
        ast::PatternElement::Placeable { expression } => in_expression(expression, is_it),
    })
}

fn in_expression(expression: &ast::Expression<&str>, is_it: IsIt<'_>) -> bool {
    match expression {
        ast::Expression::Inline(inline) => in_inline(inline, is_it),
        ast::Expression::Select { selector, variants } => {
            let mut values = variants.iter().map(|variant| &variant.value);
            is_it(Part::Choice(variants))
                || in_inline(selector, is_it)
                || values.any(|value| in_pattern(value, is_it))
        }
    }
}

fn in_inline(inline: &ast::InlineExpression<&str>, is_it: IsIt<'_>) -> bool {
    let arguments = match inline {
        ast::InlineExpression::Placeable { expression } => return in_expression(expression, is_it),
        ast::InlineExpression::FunctionReference { arguments, .. } => Some(arguments),
        ast::InlineExpression::TermReference { arguments, .. } => arguments.as_ref(),
        _ => None,
    };
    let positional = arguments.iter().flat_map(|call| &call.positional);
    let named = arguments.iter().flat_map(|call| &call.named);
    let mut values = positional.chain(named.map(|argument| &argument.value));
    is_it(Part::Inline(inline)) || values.any(|value| in_inline(value, is_it))
}

fn offset(text: &str, part: &str) -> std::ops::Range<usize> {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    start..start + part.len()
}

/// Whether fluent-syntax panics: it cuts an escape that is too short one byte behind its digits.
fn ends_within_a_character(text: &str) -> bool {
    let escapes = text.match_indices("\\u").chain(text.match_indices("\\U"));
    let behind = |at: usize| text[at + 2..].find(|c: char| !c.is_ascii_hexdigit());
    escapes.map(|(at, _)| at).any(|at| {
        let next = behind(at).and_then(|length| text[at + 2 + length..].chars().next());
        next.is_some_and(|next| next.len_utf8() > 1)
    })
}

fn id(entry: &ast::Entry<&str>) -> String {
    match entry {
        ast::Entry::Message(message) => message.id.name.to_owned(),
        ast::Entry::Term(term) => format!("-{}", term.id.name),
        ast::Entry::Comment(comment) => format!("# {}", comment.content.join("\n")),
        other => panic!("{other:?} is not in the examples"),
    }
}

#[test]
fn every_difference_shows_in_its_example() {
    for difference in ACCEPTED {
        let Difference {
            name, reason, text, ..
        } = difference;
        assert!(reason.ends_with('.'), "{name}");
        let both = Both::new(text);
        let ours: Vec<_> = both.ours.iter().map(|(_, entry)| id(entry)).collect();
        let theirs: Vec<_> = both.theirs().into_iter().map(id).collect();
        assert_eq!(ours, difference.ours, "{name}");
        assert_eq!(theirs, difference.theirs, "{name}");
        both.hold();
    }
}

/// All Fluent files below a folder.
fn files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            self::files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "ftl") {
            files.push(path);
        }
    }
}

#[test]
fn every_file_at_hand_is_read_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["locales", "tests/cases", "examples"] {
        files(&root.join(folder), &mut paths);
    }
    assert!(paths.len() > 100);
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else {
            continue; // one that is no UTF-8
        };
        // A byte order mark is junk to fluent-syntax.
        let text = text.trim_start_matches('\u{FEFF}');
        let deep = "{".repeat(32);
        if !text.contains(&deep) && !ends_within_a_character(text) {
            Both::new(text).hold();
        }
    }
}

/// What a mistaken hand puts into a file.
fn pieces() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "\na",
        " = ",
        "=",
        "\n",
        "\n",
        "\r\n",
        "\r",
        " ",
        "    ",
        ".b",
        "{",
        "}",
        "{ ",
        " }",
        "$n",
        "->",
        " ->\n",
        "[one]",
        "*[o]",
        "\n *[ o ]",
        "\n[1]",
        "\n-t",
        "(x: \"y\")",
        "F(",
        "F",
        "(",
        ")",
        ",",
        ":",
        "\"",
        "\\",
        "\\u12",
        "\\U01F44D",
        "\\{",
        "\n# c",
        "\n## g",
        "\n###",
        "#",
        "x",
        "y z",
        "\n  x",
        "\n{ $n }",
        "\n    { $n }",
        "{ $n ->\n *[o] x\n}",
        "{ { F({$n}) } }",
        "[",
        "]",
        "*",
        ".",
        "-",
        "1",
        "1.",
        "-5",
        "é",
        "값",
        "\t",
        "\u{A0}",
        "\n    .action = ",
        "{ -t.a ->\n *[o] x\n}",
        "{ a.b }",
        "{ -t(k: 1) }",
        "{ F($n, k: \"v\") }",
    ])
}

/// A file with pieces put into it, each at a place and over so many characters.
fn torn() -> impl Strategy<Value = String> {
    let tear = (any::<prop::sample::Index>(), 0..4_usize, pieces());
    (generate::resource(), vec(tear, 1..6)).prop_map(|(mut text, tears)| {
        for (at, over, piece) in tears {
            let places: Vec<_> = text.char_indices().map(|(at, _)| at).collect();
            let at = at.index(places.len());
            let end = places.get(at + over).copied().unwrap_or(text.len());
            text.replace_range(places[at]..end, piece);
        }
        text
    })
}

proptest! {
    #![proptest_config(cases(1024))]

    #[test]
    fn what_a_translator_writes_is_read_the_same(text in generate::resource()) {
        Both::new(&text).hold();
    }

    #[test]
    fn what_a_translator_tears_is_read_the_same(text in torn()) {
        prop_assume!(!ends_within_a_character(&text));
        Both::new(&text).hold();
    }

    #[test]
    fn pieces_are_read_the_same(pieces in vec(pieces(), 0..40)) {
        let text = format!("a = x{}", pieces.concat());
        prop_assume!(!ends_within_a_character(&text));
        Both::new(&text).hold();
    }
}
