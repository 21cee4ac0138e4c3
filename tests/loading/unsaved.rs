//! Texts of a folder's files that are not saved: they count instead of what is on the disk.

use tolken::{Catalog, Layer, Loaded, Source};

use super::scratch::Scratch;
use super::{text, text_in};

/// Loads a folder with some texts in the place of its files.
#[track_caller]
fn load(scratch: &Scratch, unsaved: &[(&str, &str)]) -> Loaded {
    let layer = unsaved
        .iter()
        .fold(Layer::dir(scratch.path()), |layer, (path, text)| {
            let path = scratch.path().join(path).display().to_string();
            layer.unsaved(Source::new(path, *text))
        });
    Catalog::builder().layer(layer).build().unwrap()
}

#[test]
fn a_text_takes_the_place_of_its_file_and_of_no_other() {
    let scratch = Scratch::new()
        .file("catalog.toml", "[codes.A]\nstatus = 404\n")
        .file("sv-SE/a.ftl", "A = ett\n")
        .file("sv-SE/b.ftl", "B = två\n")
        .file("sv-SE/former.ftl", "A =\n    .w1 = förr\n");
    let loaded = load(
        &scratch,
        &[
            ("sv-SE/a.ftl", "A = osparat { $x\nC = tre\n"),
            ("catalog.toml", "[codes.C]\nstatus = 410\n"),
        ],
    );
    let catalog = loaded.catalog();
    assert!(!catalog.contains("A") && catalog.code("C").is_some());
    assert_eq!(
        (text(&loaded, "B").as_str(), text(&loaded, "C").as_str()),
        ("två", "tre")
    );
    let finding = &loaded.findings()[0];
    assert_eq!(finding.rule_id(), "syntax");
    assert_eq!(finding.source().text(), "A = osparat { $x\nC = tre\n");
}

#[test]
fn a_file_that_is_not_there_yet_is_read_where_it_will_be() {
    let scratch = Scratch::new().file("sv-SE/b.ftl", "Same = b\n");
    let new = [
        ("sv-SE/c.ftl", "Same = c\n"),
        ("sv-SE/a/z.ftl", "Same = a/z\n"),
        ("ko-KR/a.ftl", "Same = 새\n"),
        ("catalog.toml", "source-locale = \"sv-SE\"\n[codes.Same]\n"),
    ];
    let loaded = load(&scratch, &new);
    // The first by path is the one that counts, as it will on the disk.
    assert_eq!(text(&loaded, "Same"), "a/z");
    assert_eq!(text_in(&loaded, "Same", "ko"), "새");
    let unsaved = scratch.lines(&loaded);
    let saved = new
        .into_iter()
        .fold(scratch, |scratch, (path, text)| scratch.file(path, text));
    assert_eq!(unsaved, saved.lines(&saved.load().unwrap()));
}

#[test]
fn what_would_not_be_read_from_the_disk_is_not_read() {
    let scratch = Scratch::new().file("sv-SE/a.ftl", "A = ett\n");
    let deep = format!("sv-SE/{}x.ftl", "a/".repeat(8));
    let elsewhere = [
        (".git/sv-SE/x.ftl", "X = x\n"),
        ("sv-SE/.x.ftl", "X = x\n"),
        ("templates/x.ftl", "X = x\n"),
        ("x.ftl", "X = x\n"),
        ("sv-SE/x.txt", "X = x\n"),
        ("sv-SE/../ko-KR/x.ftl", "X = x\n"),
        ("../other/sv-SE/x.ftl", "X = x\n"),
        (&deep, "X = x\n"),
    ];
    let loaded = load(&scratch, &elsewhere);
    assert!(!loaded.catalog().contains("X"));
    let saved = scratch.file(&deep, "X = x\n");
    assert!(!saved.load().unwrap().catalog().contains("X"), "nor there");
}
