//! What hostile files cost: time and findings in proportion to their length, whatever is in them.
//!
//! Each of these once took time by the square of its length: minutes, where a moment is enough. No
//! clock is asked, since a machine may be busy; a square would be a test that does not end.

use tolken::{Catalog, Layer, Limits, Source, syntax};

/// All findings of a file, each asked for its place.
fn places(text: String) -> usize {
    let source = Source::new("errors.ftl", text);
    let (_, findings) = syntax::parse(&source, &Limits::default());
    findings
        .iter()
        .filter(|finding| finding.position().line > 0)
        .count()
}

/// The start of the expression in error was looked for up to the start of the file.
#[test]
fn brackets_out_of_order_are_looked_for_in_their_own_entry() {
    for line in [
        "x = { f({ $a ->\n *[o] ))))\n }) }\n",
        "x = { f({ $a ->\n *[o] 5\"\n }) }\n",
        "x = { F(k: 1, { $a ->\n *[o] }}))\n }) }\n",
    ] {
        assert!(places(line.repeat(40_000)) > 0);
    }
}

/// Each quote in a string counted the backslashes before it, and each other byte as well.
#[test]
fn a_string_of_backslashes_is_looked_through_once() {
    let text = format!("x = {{ F(a: 1, \"{}\") }}\n", "\\".repeat(400_000));
    assert_eq!(places(text), 1);
}

/// The column of each finding was counted from the start of its line.
#[test]
fn a_line_of_any_length_has_columns() {
    let long = format!("a = {}{}\n", "글".repeat(500_000), "{ b }".repeat(900));
    let layer = Layer::new().source("ko-KR", "a.ftl", long);
    let loaded = Catalog::builder().layer(layer).build().unwrap();
    let mut places = loaded.findings().iter().map(tolken::Finding::position);
    let last = places.next_back().unwrap();
    assert_eq!((last.line, last.column), (1, 500_005 + 899 * 5 + 2));
}

/// The line that an error is in was looked for at each of its errors, and blanked at each.
#[test]
fn a_line_of_a_manifest_may_have_any_number_of_mistakes() {
    for (line, mistake) in [
        ("a = [", "= 5 "),
        ("", "x ] "),
        ("a = {", "b c, "),
        ("a = [", "'x "),
    ] {
        let text = format!("{line}{}\n", mistake.repeat(150_000));
        let layer = Layer::new().source("fr-FR", "a.ftl", "Bon = Bon.\n");
        let layer = layer.manifest("catalog.toml", text);
        let loaded = Catalog::builder().layer(layer).build().unwrap();
        assert!(!loaded.findings().is_empty());
    }
}

/// Each option of a call was compared with all before it, and each that is wrong was looked for
/// among all of them.
#[test]
fn a_call_may_have_any_number_of_options() {
    for (function, findings) in [("F", 1), ("NUMBER", 1_001), ("LIST", 1_001)] {
        let options: Vec<_> = (0..60_000).map(|n| format!("a{n}: 1, ")).collect();
        let text = format!("x = {{ {function}(1, {}) }}\n", options.concat());
        assert_eq!(places(text.clone()), 0);
        let layer = Layer::new().source("sv-SE", "a.ftl", text);
        let loaded = Catalog::builder().layer(layer).build().unwrap();
        assert_eq!(loaded.findings().len(), findings, "{function}");
    }
}
