//! What must hold for any files that are checked, mended and brought into form.
//!
//! It is separate from the other targets because it needs the feature `check` of the library.

use std::fmt::Write;
use std::ops::Range;

use tolken::check::{Checker, Group, fixed, rules};
use tolken::format::format;
use tolken::{Edit, Finding, Layer, Limits, Severity, Source, syntax};

/// The locales of the files of an input.
const LOCALES: [&str; 6] = ["en-US", "sv-SE", "ko-KR", "zh-CN", "fr-FR", "nl-NL"];

const MANIFEST: &str = "[codes.a]\nargs.url = { type = \"string\" }\nargs.n = { type = \"integer\" }\n\
                        args.kind = { type = \"enum\", values = [\"one-time\", \"many\"] }\n";

/// How often files are mended until nothing is left that can be.
const ROUNDS: usize = 12;

/// Settings and, each behind a line `---`, the files of some locales: findings lie within their files,
/// mending makes no errors, comes to an end and touches its places alone, and the form of a file
/// changes nothing that it says.
pub fn check(data: &[u8]) {
    let mut parts = split(data).into_iter();
    let settings = String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned();
    let files: Vec<_> = parts.zip(LOCALES).collect();
    for (bytes, _) in &files {
        form(bytes);
    }
    // What is not UTF-8 is not mended.
    let decoded = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    mend(
        &settings,
        files
            .into_iter()
            .map(|(bytes, locale)| (locale, decoded(bytes)))
            .collect(),
    );
}

fn split(data: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = data;
    let mark = b"\n---\n";
    while let Some(at) = rest.windows(mark.len()).position(|window| window == mark) {
        // The file before the mark ends with its line.
        parts.push(&rest[..=at]);
        rest = &rest[at + mark.len()..];
    }
    parts.push(rest);
    parts
}

/// Mends files until nothing is left that can be mended, and gives them.
pub fn mend<'l>(settings: &str, mut files: Vec<(&'l str, String)>) -> Vec<(&'l str, String)> {
    let mut errors: Option<Vec<String>> = None;
    for _ in 0..ROUNDS {
        let findings = findings(settings, &files);
        for finding in &findings {
            assert!(finding.span().start() <= finding.source().text().len());
            assert!(!finding.to_string().contains('\n'), "{finding}");
        }
        let told = told(&findings);
        if let Some(before) = errors.replace(told.clone()) {
            // What can be read again may have errors that nobody saw.
            let is_unread = before.iter().any(|error| error.contains("[syntax]"));
            assert!(
                is_unread || told.len() <= before.len(),
                "mending made an error: {files:?}\n{before:#?}\n{told:#?}"
            );
        }
        let mut is_mended = false;
        for (locale, text) in &mut files {
            let path = path(locale);
            let Some(source) = source(&findings, &path) else {
                continue;
            };
            if let Some((mended, count)) = fixed(source, &findings) {
                assert!(count > 0 && mended != *text, "{text:?}");
                touches_its_places(text, &mended, &findings, &path);
                *text = mended;
                is_mended = true;
            }
        }
        if !is_mended {
            return files;
        }
    }
    panic!("there is no end of mending: {files:?}");
}

fn path(locale: &str) -> String {
    format!("{locale}/a.ftl")
}

fn findings(settings: &str, files: &[(&str, String)]) -> Vec<Finding> {
    let layer = Layer::new().manifest("catalog.toml", MANIFEST).source(
        "ko-KR",
        "beside.ftl",
        "Beside-fuzz = 그대로\n",
    );
    let layer = files.iter().fold(layer, |layer, (locale, text)| {
        layer.source(locale, path(locale), text.as_str())
    });
    let checker = Checker::new().settings("check.toml", settings);
    let result = checker.layer(layer).run();
    result.expect("one message is always there").into_findings()
}

/// The errors, but those of words: what is mended in a text may be what hid them.
fn told(findings: &[Finding]) -> Vec<String> {
    let is_of_words = |finding: &Finding| {
        let known = rules().find(|rule| rule.id() == finding.rule_id());
        known.is_none_or(|rule| rule.group() == Group::Language)
    };
    let errors = findings.iter();
    errors
        .filter(|finding| finding.severity() == Severity::Error && !is_of_words(finding))
        .map(ToString::to_string)
        .collect()
}

fn source<'f>(findings: &'f [Finding], path: &str) -> Option<&'f Source> {
    let mut sources = findings.iter().map(Finding::source);
    sources.find(|source| source.path() == path)
}

/// Everything outside of the places that a fix names is there as before.
fn touches_its_places(before: &str, after: &str, findings: &[Finding], path: &str) {
    let here = findings
        .iter()
        .filter(|finding| finding.source().path() == path);
    let edits = here
        .filter_map(Finding::fix)
        .flat_map(|fix| fix.edits().iter());
    let mut places: Vec<Range<usize>> = edits.map(|edit| Edit::span(edit).range()).collect();
    places.sort_by_key(|place| place.start);
    let (mut at, mut rest) = (0, after);
    for place in places {
        if place.start < at {
            at = at.max(place.end);
            continue;
        }
        let kept = &before[at..place.start];
        let found = rest.find(kept);
        let found = found.unwrap_or_else(|| panic!("{kept:?} is gone: {before:?} {after:?}"));
        rest = &rest[found + kept.len()..];
        at = place.end;
    }
    assert!(rest.ends_with(&before[at..]), "{before:?} {after:?}");
}

/// Brings a file into form: what it says stays, and what is in form stays as it is.
pub fn form(bytes: &[u8]) {
    let limits = Limits::default();
    let (source, _) = Source::from_bytes("a.ftl", bytes.to_vec());
    let formatting = format(&source, &limits);
    let mut at = 0;
    for edit in formatting.edits() {
        assert!(edit.span().start() >= at, "edits overlap");
        at = edit.span().end();
    }
    let (formed, _) = Source::from_bytes("a.ftl", formatting.apply(bytes));
    let (before, after) = (source.text(), formed.text());
    assert_eq!(shape(&formed), shape(&source), "{before:?} {after:?}");
    let again = format(&formed, &limits);
    assert!(again.edits().is_empty(), "{before:?} {after:?} {again:?}");
}

/// What a file says, without the places: its tree, where each text is whole.
pub fn shape(source: &Source) -> String {
    let text = source.text();
    let (mut resource, _) = syntax::parse(source, &Limits::default());
    resource.entries.sort_by_key(|entry| match entry {
        syntax::Entry::Message(message) | syntax::Entry::Term(message) => message.id.start(),
        syntax::Entry::Comment(comment) => comment
            .lines
            .first()
            .map_or(usize::MAX, |line| line.start()),
        syntax::Entry::Junk(span) => span.start(),
    });
    let tree = format!("{:?}", resource.entries);
    let mut shape = String::with_capacity(tree.len());
    let mut rest = tree.as_str();
    while let Some((before, behind)) = rest.split_once("Span { start: ") {
        let (place, behind) = behind.split_once(" }").unwrap_or((behind, ""));
        let (start, end) = place.split_once(", end: ").unwrap_or_default();
        let place = start.parse().unwrap_or(0)..end.parse().unwrap_or(0);
        shape.push_str(before);
        // What has parts is what they are.
        let is_whole = before.ends_with(" span: ") && !behind.starts_with(", kind: Number");
        if !is_whole {
            _ = write!(shape, "{:?}", &text[place]);
        }
        rest = behind;
    }
    shape.push_str(rest);
    shape.replace("\"), Text(\"", "")
}
