//! Files that nobody would think of, for tests of what holds for every file.

use proptest::prelude::*;
use proptest::sample::select;

/// Ids of messages and terms.
pub(crate) fn id() -> impl Strategy<Value = &'static str> {
    select(&["Alpha", "alpha-beta", "C_3", "brand", "x"][..])
}

/// Names of arguments, one of them an id as well.
pub(crate) fn variable() -> impl Strategy<Value = &'static str> {
    select(&["x", "count", "brand", "alpha-beta"][..])
}

/// A file: messages, terms, comments, drafts, and text that is not Fluent; its lines end in LF or CR LF.
pub(crate) fn resource() -> impl Strategy<Value = String> {
    let entry = prop_oneof![
        6 => entry(""),
        2 => entry("-"),
        1 => (id(), pattern()).prop_map(|(id, text)| {
            let draft = format!("{id} = {text}").replace('\n', "\n# ");
            format!("# en: a text\n# {draft}\n").replace("# \n", "#\n")
        }),
        1 => Just("## Group of Alpha and $x\n".to_owned()),
        1 => (id(), variable()).prop_map(|(id, x)| format!("junk {id} {{ ${x}\n")),
    ];
    let entries = prop::collection::vec(entry, 1..7);
    (entries, any::<bool>(), any::<bool>()).prop_map(|(entries, is_windows, is_apart)| {
        let text = entries.join(if is_apart { "\n" } else { "" });
        if is_windows {
            text.replace('\n', "\r\n")
        } else {
            text
        }
    })
}

fn entry(mark: &'static str) -> impl Strategy<Value = String> {
    let comment = prop::option::of((variable(), id()));
    let attributes = prop::collection::vec((select(&["action", "title"][..]), pattern()), 0..2);
    (comment, id(), pattern(), attributes).prop_map(move |(comment, id, value, attributes)| {
        let comment = comment.map(|(variable, id)| {
            format!("# Variables:\n#   ${variable} (String) - as {id} has it\n")
        });
        let attributes = attributes.iter();
        let attributes = attributes.map(|(name, value)| format!("    .{name} = {value}\n"));
        let mut text = comment.unwrap_or_default();
        text.extend([format!("{mark}{id} = {value}\n")]);
        text.extend(attributes);
        text
    })
}

/// A text, maybe with choices in it; never empty.
fn pattern() -> impl Strategy<Value = String> {
    let flat = prop::collection::vec(piece(), 1..6).prop_map(|pieces| pieces.concat());
    let flat = flat.boxed();
    let choice = (variable(), flat.clone(), flat.clone()).prop_map(|(variable, one, other)| {
        format!("{{ ${variable} ->\n        [one] {one}\n       *[other] {other}\n    }}")
    });
    prop_oneof![3 => flat.clone(), 1 => (flat, choice).prop_map(|(text, choice)| text + &choice)]
}

fn piece() -> impl Strategy<Value = String> {
    let text = select(
        &[
            "Hash value ",
            "the Alpha of ",
            "“target” ",
            "<b class=\"x\">bold</b> ",
            "&amp; ",
            "https://example.com/a?b=c ",
            "%s and %1$d ",
            "해시 값 ",
            "ÅÄÖ e\u{301} 👩\u{200d}💻 ",
            "קוד ",
            "a\n\n    b ",
            "a\n    b ",
            "$x -brand ",
        ][..],
    );
    prop_oneof![
        4 => text.prop_map(str::to_owned),
        2 => variable().prop_map(|x| format!("{{ ${x} }} ")),
        1 => variable().prop_map(|x| format!("{{NUMBER(${x}, minimumFractionDigits: 1)}} ")),
        1 => variable().prop_map(|x| format!("{{ {{ ${x} }} }} ")),
        1 => id().prop_map(|id| format!("{{ {id} }} ")),
        1 => id().prop_map(|id| format!("{{ {id}.action }} ")),
        1 => (id(), variable()).prop_map(|(id, x)| format!("{{ -{id}({x}: \"x\") }} ")),
        1 => Just("{ \"{ $x }\\u0041\" } ".to_owned()),
    ]
}
