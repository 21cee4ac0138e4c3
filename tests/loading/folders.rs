//! Folders: which files of a folder are a catalog's, and in which order.

use tolken::{Catalog, Layer, Rule};

use super::scratch::Scratch;
use super::{text, text_in};

#[test]
fn a_folder_without_a_manifest_is_a_catalog() {
    let scratch = Scratch::new()
        .file(
            "en-US/errors.ftl",
            "NotFound = Not found.\n    .action = Search.\n",
        )
        .file(
            "ko-KR/errors.ftl",
            "NotFound = 찾을 수 없습니다.\nOnlyHere = 여기만.\n",
        );
    let loaded = scratch.load().unwrap();
    assert!(loaded.findings().is_empty());
    let catalog = loaded.catalog();
    let codes: Vec<_> = catalog.codes().map(tolken::Code::name).collect();
    assert_eq!(codes, ["NotFound", "OnlyHere"]);
    let code = catalog.code("NotFound").unwrap();
    assert_eq!((code.status(), code.arguments().len()), (None, 0));
    assert!(catalog.contains("NotFound.action"));
    assert_eq!(text_in(&loaded, "NotFound", "ko"), "찾을 수 없습니다.");
}

#[test]
fn with_a_manifest_only_its_codes_are_codes() {
    let scratch = Scratch::new()
        .file("catalog.toml", "[codes.NotFound]\nstatus = 404\n")
        .file("en-US/errors.ftl", "NotFound = Not found.\nlabel = Label\n");
    let loaded = scratch.load().unwrap();
    let catalog = loaded.catalog();
    assert_eq!(catalog.codes().len(), 1);
    assert_eq!(catalog.code("NotFound").unwrap().status(), Some(404));
    assert!(catalog.code("label").is_none() && catalog.contains("label"));
    assert_eq!(text(&loaded, "label"), "Label");
}

#[test]
fn files_lie_in_folders_of_any_name_and_are_read_in_the_order_of_their_paths() {
    let scratch = Scratch::new()
        .file("sv-SE/z.ftl", "Same = z\nZ = z\n")
        .file("sv-SE/portal/a.ftl", "Same = portal/a\nA = a\n")
        .file("sv-SE/portal/more/b.ftl", "Same = portal/more/b\nB = b\n")
        .file("sv-SE/api.ftl", "Same = api\n");
    let loaded = scratch.load().unwrap();
    assert_eq!(text(&loaded, "Same"), "api");
    assert_eq!(
        ["Z", "A", "B"].map(|name| text(&loaded, name)),
        ["z", "a", "b"]
    );
    let duplicates: Vec<_> = loaded
        .findings()
        .iter()
        .map(tolken::Finding::rule)
        .collect();
    assert_eq!(duplicates, [Rule::DuplicateId; 3]);
}

#[test]
fn other_files_are_left_alone() {
    let scratch = Scratch::new()
        .file("en-US/errors.ftl", "NotFound = Not found.\n")
        .file("en-US/errors.ftl.bak", "Broken = {\n")
        .file("en-US/errors.FTL.orig", "Broken = {\n")
        .file("en-US/notes.txt", b"\xFF\xFE")
        .file("README.md", "# Locales\n")
        .file("other.toml", "broken")
        .folder("images");
    let loaded = scratch.load().unwrap();
    assert!(loaded.findings().is_empty(), "{:?}", scratch.lines(&loaded));
    assert_eq!(loaded.catalog().names(), ["NotFound"]);
}

#[test]
fn former_wordings_are_never_rendered() {
    let scratch = Scratch::new()
        .file("former.ftl", "NotFound =\n    .w1 = Missing.\n")
        .file("en-US/errors.ftl", "NotFound = Not found.\n")
        .file(
            "en-US/former.ftl",
            "NotFound =\n    .w1 = Missing.\nGone = Gone.\n",
        )
        .file("en-US/api/former.ftl", "Broken = {\n");
    let loaded = scratch.load().unwrap();
    // Only what no code has is told.
    let told: Vec<_> = loaded
        .findings()
        .iter()
        .map(|it| (it.rule_id(), it.code()))
        .collect();
    assert_eq!(told, [("former-wording", Some("Gone"))]);
    assert_eq!(loaded.catalog().names(), ["NotFound"]);
}

#[test]
fn names_that_begin_with_a_dot_are_passed_over() {
    let scratch = Scratch::new()
        .file("en-US/errors.ftl", "NotFound = Not found.\n")
        .file("en-US/.errors.ftl.swp.ftl", "NotFound = A swap file.\n")
        .file(
            "en-US/..data/errors.ftl",
            "NotFound = A mount of Kubernetes.\n",
        )
        .file(".git/en-US/errors.ftl", "NotFound = A version.\n")
        .file(".hidden.ftl", "NotFound = Hidden.\n");
    let loaded = scratch.load().unwrap();
    assert!(loaded.findings().is_empty(), "{:?}", scratch.lines(&loaded));
}

#[test]
fn a_locale_is_a_tag_of_a_language_with_two_or_three_letters() {
    let names = [
        "de",
        "fil",
        "zh-Hans-CN",
        "pt-BR",
        "ca-valencia",
        "es-419",
        "sr-Latn",
        "en_GB",
    ];
    let scratch = names.iter().fold(Scratch::new(), |scratch, name| {
        scratch.file(&format!("{name}/errors.ftl"), "NotFound = x\n")
    });
    let loaded = scratch.load().unwrap();
    assert!(loaded.findings().is_empty(), "{:?}", scratch.lines(&loaded));
    let locales = loaded.catalog().locales().iter().map(ToString::to_string);
    assert_eq!(
        locales.collect::<Vec<_>>(),
        [
            "ca-valencia",
            "de",
            "en-GB",
            "es-419",
            "fil",
            "pt-BR",
            "sr-Latn",
            "zh-Hans-CN"
        ]
    );
}

#[test]
fn two_folders_of_one_locale_are_one_locale() {
    let scratch = Scratch::new()
        .file("en-US/a.ftl", "A = a\n")
        .file("en_US/b.ftl", "A = again\nB = b\n");
    let loaded = scratch.load().unwrap();
    assert_eq!(loaded.catalog().locales().len(), 1);
    assert_eq!([text(&loaded, "A"), text(&loaded, "B")], ["a", "b"]);
    assert_eq!(
        scratch.lines(&loaded),
        [
            "en_US/b.ftl:1:1: error[duplicate-id]: `A` is already defined at en-US/a.ftl:1; help: \
          remove one of them; the first is used"
        ]
    );
}

#[test]
fn files_can_be_put_beside_a_folder() {
    let scratch = Scratch::new()
        .file("catalog.toml", "[codes.NotFound]\nstatus = 404\n")
        .file("en-US/errors.ftl", "NotFound = Not found.\n");
    let layer = Layer::dir(scratch.path())
        .manifest("own.toml", "[codes.Own]\nstatus = 418\n")
        .source("en-US", "own.ftl", "Own = Own.\n");
    let loaded = super::build([layer]);
    let codes: Vec<_> = loaded.catalog().codes().map(tolken::Code::name).collect();
    assert_eq!(codes, ["Own"]);
    assert_eq!(
        [text(&loaded, "NotFound"), text(&loaded, "Own")],
        ["Not found.", "Own."]
    );
}

#[test]
fn findings_are_sorted_by_path_and_place() {
    let scratch = Scratch::new()
        .file("sv-SE/b.ftl", "B = x }\nA = { x }\nA = y\n")
        .file("sv-SE/a.ftl", "\u{FEFF}X = { y }\r\n")
        .file("catalog.toml", "domain = 1\n");
    let loaded = scratch.load().unwrap();
    let lines = scratch.lines(&loaded);
    let places: Vec<_> = lines
        .iter()
        .map(|line| line.split(": ").next().unwrap())
        .collect();
    assert_eq!(
        places,
        [
            "catalog.toml:1:10",
            "sv-SE/a.ftl:1:1",
            "sv-SE/a.ftl:1:7",
            "sv-SE/a.ftl:1:10",
            "sv-SE/b.ftl:1:7",
            "sv-SE/b.ftl:2:7",
            "sv-SE/b.ftl:3:1"
        ]
    );
}

/// The built-in catalog is the folder of this repository.
#[test]
fn the_folder_of_the_repository_loads_as_what_is_built_in() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");
    let loaded = Catalog::from_dir(folder).unwrap();
    assert!(loaded.findings().is_empty(), "{:?}", super::lines(&loaded));
    let builtin = Catalog::builtin();
    assert_eq!(loaded.catalog().names(), builtin.names());
    assert_eq!(loaded.catalog().locales(), builtin.locales());
}

#[cfg(unix)]
mod links {
    //! Links, as mounts and editors make them.

    use super::{Scratch, text};

    #[test]
    fn a_link_to_a_file_or_a_folder_is_followed() {
        let scratch = Scratch::new()
            .file("common/texts/a.ftl", "A = a\n")
            .file("common/b.ftl", "B = b\n")
            .file("en-US/c.ftl", "C = c\n")
            .link("en-US/texts", "../common/texts")
            .link("en-US/b.ftl", "../common/b.ftl")
            .link("sv-SE", "en-US");
        let loaded = scratch.load().unwrap();
        assert_eq!(
            ["A", "B", "C"].map(|name| text(&loaded, name)),
            ["a", "b", "c"]
        );
        assert_eq!(loaded.catalog().locales().len(), 2);
    }

    #[test]
    fn a_link_that_leads_back_is_read_once() {
        let scratch = Scratch::new()
            .file("en-US/errors.ftl", "NotFound = Not found.\n")
            .link("en-US/again", ".")
            .link("en-US/up", "..");
        let loaded = scratch.load().unwrap();
        assert!(loaded.findings().is_empty(), "{:?}", scratch.lines(&loaded));
    }

    #[test]
    fn a_link_to_nothing_cannot_be_read() {
        let scratch = Scratch::new()
            .file("en-US/errors.ftl", "NotFound = Not found.\n")
            .link("en-US/gone.ftl", "nowhere.ftl")
            .link("catalog.toml", "nowhere.toml");
        let loaded = scratch.load().unwrap();
        let cause = std::fs::read(scratch.path().join("nowhere")).unwrap_err();
        let finding = |path| {
            format!(
                "{path}:1:1: error[unreadable]: the file cannot be read: {cause}; help: see that \
                 it can be opened; it was left out"
            )
        };
        assert_eq!(
            scratch.lines(&loaded),
            [finding("catalog.toml"), finding("en-US/gone.ftl")]
        );
        let locales: Vec<_> = loaded
            .findings()
            .iter()
            .map(|finding| finding.locale())
            .collect();
        assert!(locales[0].is_none() && locales[1].is_some());
        assert_eq!(text(&loaded, "NotFound"), "Not found.");
    }

    /// A pipe would be waited for without end.
    #[test]
    fn what_is_not_a_file_is_not_opened() {
        let scratch = Scratch::new()
            .file("en-US/errors.ftl", "NotFound = Not found.\n")
            .link("en-US/null.ftl", "/dev/null");
        let loaded = scratch.load().unwrap();
        assert_eq!(
            scratch.lines(&loaded),
            [
                "en-US/null.ftl:1:1: error[unreadable]: the file cannot be read: it is not a file; \
              help: see that it can be opened; it was left out"
            ]
        );
    }
}
