//! The shipped catalog is clean, and so is one without a manifest that uses all that Fluent has.

use std::path::Path;

use tolken::check::Checker;

use super::{check, ids};

#[test]
fn the_shipped_locales_are_clean() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let checked = Checker::new().dir(locales).unwrap().run().unwrap();
    assert_eq!(ids(&checked), [""; 0], "{:?}", checked.findings());
}

#[test]
fn good_fluent_is_clean() {
    let checked = check(&[
        (
            "en-US",
            "-product = Portal\nname = { $count ->\n    [0] No file.\n    [one] One file in { -product }.\n   *[other] { $count } files in { -product }.\n }\n    .hint = See { page }.\npage = the page of { DATETIME($when, dateStyle: \"long\") }\n",
        ),
        (
            "pl-PL",
            "-product = { $case ->\n   *[nominative] Portal\n    [locative] Portalu\n }\nname = { $count ->\n    [0] Brak plików.\n    [one] Jeden plik w { -product(case: \"locative\") }.\n    [few] { $count } pliki w { -product(case: \"locative\") }.\n    [many] { $count } plików w { -product(case: \"locative\") }.\n   *[other] { $count } pliku w { -product(case: \"locative\") }.\n }\n    .hint = Zobacz { page }.\npage = stronę z dnia { DATETIME($when, dateStyle: \"long\") }\n",
        ),
        (
            "ko-KR",
            "-product = 포털\nname = { -product }에 파일이 { $count }개 있습니다.\n    .hint = { page }를 보십시오.\npage = { DATETIME($when, dateStyle: \"long\") } 페이지\n",
        ),
    ]);
    assert_eq!(ids(&checked), [""; 0], "{:?}", checked.findings());
}

#[test]
fn a_finding_can_be_allowed_with_a_reason() {
    let text = "# tolken: allow sv-compound, tab: quoted from a log\na = Domän namn\tsaknas.\nb = Domän namn saknas.\n";
    let checked = check(&[("sv-SE", text)]);
    assert_eq!(ids(&checked), ["sv-compound"]);
    assert_eq!(checked.findings()[0].code(), Some("b"));
    let text = "### tolken: allow sv-compound: quoted from a log\n\na = Domän namn saknas.\nb = Domän namn saknas.\n";
    assert_eq!(ids(&check(&[("sv-SE", text)])), [""; 0]);
}

#[test]
fn settings_change_what_counts() {
    let layer = || {
        let layer =
            tolken::Layer::new().source("sv-SE", "sv-SE/a.ftl", "a = Domän namn\tsaknas, chef.\n");
        layer.source("sv-FI", "sv-FI/a.ftl", "a = Domän namn\tsaknas, chef.\n")
    };
    let settings = "[rules]\ntab = \"off\"\n[locales.sv-FI.rules]\nsv-compound = \"note\"\n[[rule]]\nlanguage = \"sv\"\nid = \"own-word\"\nseverity = \"warning\"\nmessage = \"`{match}` is not said here\"\nhelp = \"write `{fix}`\"\nwords = { \"chef\" = \"ansvarig\" }\n";
    let checked = Checker::new()
        .layer(layer())
        .settings("check.toml", settings)
        .run()
        .unwrap();
    let lines: Vec<_> = checked.findings().iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    sv-FI/a.ftl:1:5: note[sv-compound]: `Domän namn` is one word; help: write `Domännamn`
    sv-FI/a.ftl:1:24: warning[own-word]: `chef` is not said here; help: write `ansvarig`
    sv-SE/a.ftl:1:5: error[sv-compound]: `Domän namn` is one word; help: write `Domännamn`
    sv-SE/a.ftl:1:24: warning[own-word]: `chef` is not said here; help: write `ansvarig`
    ");
    assert!(!checked.is_clean());
}
