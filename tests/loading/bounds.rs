//! The bounds of what is read and told, in all: whatever is left out is said, and the rest is there.

use tolken::{Catalog, Layer, Limits, Loaded, Rule, Severity};

#[cfg(target_os = "linux")]
use super::scratch::Scratch;

#[track_caller]
fn build(layer: Layer, limits: Limits) -> Loaded {
    let builder = Catalog::builder().layer(layer).limits(limits);
    builder.build().expect("there is a message")
}

fn swedish(text: impl Into<String>) -> Layer {
    Layer::new().source("sv-SE", "fel.ftl", text)
}

fn told(loaded: &Loaded) -> Vec<String> {
    let findings = loaded.findings().iter();
    let told = findings.map(|finding| {
        let path = finding.source().path();
        format!("{path} {} {}", finding.rule().id(), finding.message())
    });
    told.collect()
}

/// 16 MB of nothing but mistakes made 2 GB of findings.
#[test]
fn findings_are_told_up_to_a_number_and_counted_beyond_it() {
    let junk = format!("Först = Först.\n{}Sist = Sist.\n", "a b\n".repeat(50_000));
    let junk = junk.replace("Först =", "Forst =");
    let loaded = build(swedish(junk), Limits::default());
    assert_eq!(loaded.findings().len(), 1_001);
    let last = &loaded.findings()[1_000];
    assert_eq!(
        last.to_string(),
        "fel.ftl:1002:3: error[syntax]: 49000 more findings of this rule in this file were left \
         out; help: mend those before, and load again"
    );
    assert_eq!(last.locale().unwrap().to_string(), "sv-SE");
    assert_eq!(super::text(&loaded, "Sist"), "Sist.");
}

/// What overrides much would else leave no room for what is wrong.
#[test]
fn many_findings_of_one_rule_hide_none_of_another() {
    let layer = swedish("a = A\na = B\na = B\na = B\nb = { c }\nd = { c }\n");
    let loaded = build(
        layer,
        Limits {
            findings: 1,
            ..Limits::default()
        },
    );
    assert_eq!(
        told(&loaded),
        [
            "fel.ftl duplicate-id `a` is already defined at fel.ftl:1",
            "fel.ftl duplicate-id 2 more findings of this rule in this file were left out",
            "fel.ftl unknown-reference message `c` does not exist in this locale",
            "fel.ftl unknown-reference 1 more finding of this rule in this file was left out",
        ]
    );
    assert_eq!(loaded.findings()[3].severity(), Severity::Error);
}

#[test]
fn the_findings_of_all_files_have_a_bound_and_each_file_is_named() {
    let layer = swedish("bra = Bra.\nx\nx\n")
        .source("ko-KR", "b.ftl", "y\ny\n")
        .manifest("catalog.toml", "x = 1\ny = 2\n");
    let limits = Limits {
        findings_total: 3,
        ..Limits::default()
    };
    let loaded = build(layer, limits);
    assert_eq!(
        told(&loaded),
        [
            "b.ftl syntax 2 more findings of this rule in this file were left out",
            "catalog.toml manifest the manifest has no field `x`",
            "catalog.toml manifest the manifest has no field `y`",
            "fel.ftl syntax expected `=` after the id, but found the end of the line",
            "fel.ftl syntax 1 more finding of this rule in this file was left out",
        ]
    );
}

/// Findings told the whole id of a message, and there may be many of both.
#[test]
fn what_findings_quote_is_cut() {
    let id = "x".repeat(100_000);
    let manifest = format!("\"{id}\" = 1\n[codes.a]\n\"글{id}\" = 2\n");
    let layer = swedish(format!("bra = {{ {id} }}\n{id}\n")).manifest("catalog.toml", manifest);
    let loaded = build(layer, Limits::default());
    assert_eq!(loaded.findings().len(), 4);
    for finding in loaded.findings() {
        assert!(
            finding.message().len() < 1_010,
            "{}",
            finding.message().len()
        );
        assert!(finding.code().unwrap_or_default().len() < 1_010);
    }
}

/// Attributes are found by their message's id, so a long one was copied for each of them.
#[test]
fn names_longer_than_the_limit_are_left_out() {
    let (fits, long) = ("i".repeat(256), "i".repeat(257));
    let layer = swedish(format!(
        "{fits} = Bra.\n{long} = A\nb = B\n    .{long} = B\n-{long} = T\nc = C\n    .{fits} = C\n"
    ));
    let manifest = format!("[codes.{fits}]\n[codes.{long}]\n[codes.c.args.{long}]\n");
    let loaded = build(layer.manifest("catalog.toml", manifest), Limits::default());
    assert_eq!(
        told(&loaded),
        [
            "catalog.toml manifest the name of this code is longer than 256 bytes",
            "catalog.toml manifest the name of this argument is longer than 256 bytes",
            "fel.ftl syntax this id is longer than 256 bytes",
            "fel.ftl syntax this name is longer than 256 bytes",
            "fel.ftl syntax this id is longer than 256 bytes",
        ]
    );
    let both = format!("c.{fits}");
    assert_eq!(loaded.catalog().names(), ["c", &both, &fits]);
}

#[test]
fn the_files_of_all_layers_have_a_bound() {
    let limits = Limits {
        total_bytes: 30,
        ..Limits::default()
    };
    let layer = swedish("bra = Bra.\n")
        .source("sv-SE", "b.ftl", "long = 0123456789012345\n")
        .source("ko-KR", "c.ftl", "c = 글\n");
    let second = Layer::new()
        .manifest("catalog.toml", "[codes.bra]\n")
        .source("sv-SE", "d.ftl", "d = D\n");
    let builder = Catalog::builder().layer(layer).layer(second).limits(limits);
    let loaded = builder.build().unwrap();
    let long = "unreadable with this file, the catalog is longer than 30 bytes";
    assert_eq!(
        told(&loaded),
        [format!("b.ftl {long}"), format!("catalog.toml {long}")]
    );
    assert_eq!(loaded.catalog().names(), ["bra", "c", "d"]);
}

#[test]
fn a_manifest_has_the_bound_of_a_file() {
    let layer = swedish("bra = Bra.\n").manifest("catalog.toml", "#".repeat(40));
    let limits = Limits {
        file_bytes: 39,
        ..Limits::default()
    };
    let loaded = build(layer, limits);
    let finding = "catalog.toml unreadable the file is longer than 39 bytes";
    assert_eq!(told(&loaded), [finding]);
    assert_eq!(
        loaded.findings()[0].help(),
        Some("shorten it; it was left out")
    );
}

#[test]
fn a_locale_has_so_many_entries_and_no_more() {
    let limits = Limits {
        entries: 3,
        ..Limits::default()
    };
    let layer = swedish("a = A\n    .b = B\n-t = T\nc = C\nd = D\n")
        .source("ko-KR", "k.ftl", "a = 가\nb = 나\nc = 다\n")
        .source("sv-SE", "z.ftl", "# Bara en kommentar.\n");
    let loaded = build(layer, limits);
    assert_eq!(
        told(&loaded),
        ["fel.ftl unreadable the locale has more than 3 messages, terms and attributes"]
    );
    assert_eq!(loaded.findings()[0].rule(), Rule::Unreadable);
    assert_eq!(loaded.findings()[0].position().line, 4);
    assert_eq!(super::text_in(&loaded, "c", "ko"), "다");
    assert!(!loaded.catalog().contains("d"));
}

/// The system may say that a file is empty, and give any number of bytes.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_grows_while_it_is_read_has_the_bound_of_a_file() {
    let scratch = Scratch::new().file("sv-SE/a.ftl", "bra = Bra.\n");
    let link = scratch.path().join("sv-SE/b.ftl");
    std::os::unix::fs::symlink("/proc/version", link).unwrap();
    let limits = Limits {
        file_bytes: 20,
        ..Limits::default()
    };
    let loaded = build(Layer::dir(scratch.path()), limits);
    let messages = loaded.findings().iter().map(tolken::Finding::message);
    assert_eq!(
        messages.collect::<Vec<_>>(),
        ["the file is longer than 20 bytes"]
    );
}
