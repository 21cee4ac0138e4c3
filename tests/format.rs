//! The form of files: what other tools write has it, and no change of it changes what a file says.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::{parser, serializer};
use proptest::prelude::*;
use tolken::format::{format, formatted};
use tolken::{Limits, Source};

use crate::corpora::check::shape;
use crate::differential::generate;
use crate::util::cases;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/fmt")
}

fn form(text: &str) -> String {
    formatted(&Source::new("a.ftl", text)).unwrap_or_else(|| text.to_owned())
}

/// What fluent-syntax reads, one entry a line, without the places where it cuts a text.
fn meaning(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let resource = match parser::parse(text) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let entries = resource.body.iter();
    let entries: Vec<_> = entries.map(|entry| format!("{entry:?}")).collect();
    let seam = "\" }, TextElement { value: \"";
    entries.join("\n").replace(seam, "")
}

/// Brings a text into form and holds the form to its promises.
#[track_caller]
fn hold(text: &str) -> String {
    let form = form(text);
    same(text, &meaning(&form), &meaning(text));
    same(text, &self::form(&form), &form);
    form
}

#[track_caller]
fn same(text: &str, is: &str, should: &str) {
    assert!(is == should, "{text:?}\n{is}\n---\n{should}");
}

fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    files
}

/// The sources of the samples, and the built-in locales.
fn sources() -> Vec<(PathBuf, String)> {
    let mut sources = files(&folder().join("sources"));
    for tag in ["en-US", "fr-FR", "ko-KR", "nl-NL", "sv-SE", "zh-CN"] {
        let locale = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("locales")
            .join(tag);
        sources.extend(files(&locale));
    }
    sources
}

#[test]
fn what_other_tools_write_is_in_form() {
    for tool in ["fluent.syntax", "translate-toolkit", "moz.l10n"] {
        for (path, text) in files(&folder().join(tool)) {
            same(&path.display().to_string(), &form(&text), &text);
        }
    }
}

/// What fluent-syntax writes of what it has read.
fn serialized(text: &str) -> String {
    let resource = match parser::parse(text) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    serializer::serialize_with_options(&resource, serializer::Options { with_junk: true })
}

/// Holds what fluent-syntax writes to be in form. It forgets to indent the second line of a text that
/// begins with a dot, and does not read what it has written there; that is left out.
fn hold_serialized(text: &str) {
    let text = serialized(text);
    if serialized(&text) == text {
        same(&text, &form(&text), &text);
    }
}

#[test]
fn what_fluent_syntax_writes_is_in_form() {
    for (_, text) in sources() {
        let text = serialized(&text);
        same(&text, &form(&text), &text);
    }
}

#[test]
fn the_built_in_locales_are_in_form() {
    for (path, text) in sources() {
        if path.starts_with(folder()) {
            assert_ne!(
                form(&text),
                text,
                "{}: it should show something",
                path.display()
            );
        } else {
            assert_eq!(form(&text), text, "{}", path.display());
        }
    }
}

#[test]
fn the_form_of_the_sources() {
    let mut all = String::new();
    for (path, text) in files(&folder().join("sources")) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // Spaces at the end of a line are seen.
        let form = hold(&text).replace(" \n", "·\n");
        writeln!(all, "==> {name}\n{form}").unwrap();
        let crlf = text.replace('\n', "\r\n");
        assert_eq!(hold(&crlf).replace(" \n", "·\n"), form, "{name}");
    }
    insta::with_settings!({
        snapshot_path => folder(),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!("sources", all);
    });
}

#[test]
fn what_is_in_form_stays_byte_for_byte() {
    for text in [
        "",
        "a = b\n",
        "# a\n\n\n# b\n\n",
        "a =\n    b\n",
        "a = b\nc = d\n\ne = f\n",
        "a = { $n ->\n    [one] x\n   *[other] y\n}\n",
        "a =\n    { $n ->\n        [one] x\n\n       *[other] y\n    }\n",
        "a = b\r\r\n\nc = d\n",
    ] {
        same(text, &form(text), text);
    }
}

#[test]
fn blanks_are_brought_into_form() {
    for (text, form) in [
        ("a=b", "a = b\n"),
        ("\n\n a = b\n", "\n\n a = b\n"),
        ("\n  \na = b\n\n\n", "a = b\n"),
        ("a = b\n\n\n\n# c\nd = e\n", "a = b\n\n# c\nd = e\n"),
        (
            "\u{feff}a = b\r\n# c\r\n# d\r\n\r\ne = f",
            "a = b\n# c\n# d\n\ne = f\n",
        ),
        ("# a\n\n\n\n\n# b\n", "# a\n\n\n# b\n"),
        ("# \na = b\n", "#\na = b\n"),
        (
            "a =\n .b=c\n\n\n .d = e\n",
            "a =\n    .b = c\n\n    .d = e\n",
        ),
        ("a = {F( $x ,y : 1 , )}\n", "a = { F($x, y: 1) }\n"),
        ("a = {\n  $x\n}\n", "a = { $x }\n"),
        ("a = {   -t ( )}\n", "a = { -t() }\n"),
        ("   \n\n", ""),
    ] {
        assert_eq!(hold(text), form, "{text:?}");
    }
}

#[test]
fn what_cannot_be_read_is_left_and_told() {
    let text = "a=b  \r\nc = { $x  \r\n\r\n\r\nd=e  \r\n";
    let source = Source::new("a.ftl", text);
    let formatting = format(&source, &Limits::default());
    assert_eq!(formatting.left().len(), 1);
    assert_eq!(
        String::from_utf8(formatting.apply(text.as_bytes())).unwrap(),
        "a = b  \r\nc = { $x  \r\n\r\n\r\nd = e\n"
    );
    let bytes = b"a=\xff  \n\n\n\nb=\xe9t\xe9\nc=d\n";
    let (source, _) = Source::from_bytes("a.ftl", bytes.to_vec());
    let formatting = format(&source, &Limits::default());
    assert_eq!(
        formatting.apply(bytes),
        b"a=\xff  \n\n\n\nb=\xe9t\xe9\nc = d\n"
    );
    assert_eq!(formatted(&source), None);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_form_changes_no_meaning(text in generate::resource()) {
        hold(&text);
    }

    #[test]
    fn what_fluent_syntax_writes_of_anything_is_in_form(text in generate::resource()) {
        hold_serialized(&text);
    }

    /// Blanks where nobody would put them.
    #[test]
    fn no_blanks_mislead(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "\na", " = ", "=", "\n", "\n", "\r\n", "\r", " ", "  ", "    ", ".b", "{", "{ ", "}", " }", "$n", "->", " ->\n",
                "[one]", "*[o]", "\n *[ o ]", "\n[1]", "\n-t", "(x: \"y\")", "F(", ")", ",", "\"", "\n# c", "\n## g", "\n###",
                "x", "y z", "\n  x", "\n      x", "\n{ $n }", "\n    { $n }", "{ $n ->\n *[o] x\n}", "{ $n ->\n [a] x\n  y\n  *[o]\n x\n  }",
                "{{$n}}", "{ { F({$n}) } }", "[", "*", ".", "\n\n", "\n   \n", "\u{feff}", "é", "\n\t",
            ]),
            0..40,
        ),
    ) {
        let text = format!("a = x{}", parts.concat());
        // With mistakes in it, fluent-syntax may pass over a good entry.
        let form = form(&text);
        let shape = |text: &str| shape(&Source::new("a.ftl", text));
        same(&text, &shape(&form), &shape(&text));
        same(&text, &self::form(&form), &form);
        if parser::parse(text.as_str()).is_ok() {
            hold(&text);
        }
        hold_serialized(&text);
    }
}
