//! Another catalog takes the place of the one that is served, or is refused.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use tempfile::TempDir;
use tolken::Request;
use tolken_portal::{Origin, Portal, Reload, Settings};

use crate::marked::{CODES, LOCALES, marks, write, write_bad};
use crate::service::get;

fn portal(origin: Origin) -> Portal {
    let settings = Settings {
        origin,
        ..Settings::default()
    };
    Portal::new(settings).unwrap()
}

fn folder() -> (TempDir, Portal) {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), 0);
    let portal = portal(Origin::Folder(dir.path().to_owned()));
    (dir, portal)
}

fn add(dir: &Path, file: &str, text: &str) {
    let path = dir.join(file);
    let before = fs::read_to_string(&path).unwrap();
    fs::write(path, before + text).unwrap();
}

async fn status(portal: &Portal) -> serde_json::Value {
    get(portal, "/v1/status", &[]).await.json()
}

#[tokio::test]
async fn a_good_change_goes_live_as_a_whole() {
    let (dir, portal) = folder();
    let before = portal.live().now();
    assert_eq!(portal.live().reload(), Reload::Unchanged);
    write(dir.path(), 7);
    assert_eq!(portal.live().reload(), Reload::Live);
    let now = portal.live().now();
    assert_ne!(now.id(), before.id());
    let answer = get(&portal, "/v1/codes/MarkTwo", &[("accept-language", "ko")]).await;
    assert_eq!(marks(&answer.text()), [7].into());
    assert_eq!(marks(now.fluent("sv-SE").unwrap()), [7].into());
    assert_eq!(status(&portal).await["revision"], now.id());

    write(dir.path(), 0);
    assert_eq!(portal.live().reload(), Reload::Live);
    assert_eq!(
        portal.live().now().id(),
        before.id(),
        "the same files have the same name"
    );
}

#[tokio::test]
async fn a_bad_change_is_refused_with_its_findings_until_it_is_good() {
    let (dir, portal) = folder();
    let id = portal.live().now().id().to_owned();
    write_bad(dir.path(), 1);
    assert_eq!(portal.live().reload(), Reload::Refused);
    let answer = get(&portal, "/v1/codes/MarkOne", &[]).await;
    assert_eq!(marks(&answer.text()), [0].into());

    let refused = &status(&portal).await["refused"];
    assert_eq!(
        refused["reason"],
        "the change has errors that the catalog does not have"
    );
    let finding = &refused["findings"][0];
    assert_eq!(
        (&finding["rule"], &finding["path"], &finding["line"]),
        (&"syntax".into(), &"ko-KR/errors.ftl".into(), &7.into())
    );
    assert!(
        !finding["message"].as_str().unwrap().is_empty() && !finding["help"].is_null(),
        "{finding}"
    );
    assert_eq!(refused["finding_count"], 1);

    // As it was.
    write(dir.path(), 0);
    assert_eq!(portal.live().reload(), Reload::Unchanged);
    let now = status(&portal).await;
    assert_eq!(
        (&now["refused"], &now["revision"]),
        (&serde_json::Value::Null, &id.into())
    );

    // Bad again, and then mended.
    write_bad(dir.path(), 2);
    assert_eq!(portal.live().reload(), Reload::Refused);
    write(dir.path(), 2);
    assert_eq!(portal.live().reload(), Reload::Live);
    let now = status(&portal).await;
    assert!(now["refused"].is_null());
    assert_eq!(now["reloads"], serde_json::json!({"live": 1, "refused": 2}));
}

#[tokio::test]
async fn what_was_wrong_before_refuses_no_change() {
    let dir = tempfile::tempdir().unwrap();
    write_bad(dir.path(), 1);
    let portal = portal(Origin::Folder(dir.path().to_owned()));
    assert_eq!(status(&portal).await["findings"][0]["rule"], "syntax");
    // The old error moves a line down, and is no new one.
    let path = dir.path().join("ko-KR/errors.ftl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("# More\n{text}")).unwrap();
    assert_eq!(portal.live().reload(), Reload::Live);
    // A warning refuses nothing either.
    let path = dir.path().join("sv-SE/errors.ftl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("\u{feff}{text}")).unwrap();
    assert_eq!(portal.live().reload(), Reload::Live);
    assert_eq!(portal.live().now().findings().len(), 2);
    // A second error does.
    add(dir.path(), "en-US/errors.ftl", "Loop = { Loop }\n");
    assert_eq!(portal.live().reload(), Reload::Refused);
    let refused = portal.live().refused().unwrap();
    let paths = refused.findings().iter();
    let paths: Vec<_> = paths.map(|finding| finding.source().path()).collect();
    assert!(
        paths.iter().all(|path| path.ends_with("en-US/errors.ftl")),
        "{paths:?}"
    );
}

#[tokio::test]
async fn a_folder_that_is_gone_or_empty_changes_nothing_until_it_is_back() {
    let (dir, portal) = folder();
    let away = dir.path().with_extension("away");
    fs::rename(dir.path(), &away).unwrap();
    assert_eq!(portal.live().reload(), Reload::Refused);
    let body = get(&portal, "/v1/status", &[]).await.text();
    assert!(body.contains("the catalog cannot be read"), "{body}");
    assert!(
        !body.contains(dir.path().to_str().unwrap()),
        "where it lies is told to nobody: {body}"
    );

    fs::create_dir(dir.path()).unwrap();
    assert_eq!(portal.live().reload(), Reload::Refused);
    assert_eq!(
        status(&portal).await["refused"]["reason"],
        "the catalog has no message"
    );
    fs::remove_dir(dir.path()).unwrap();

    fs::rename(&away, dir.path()).unwrap();
    assert_eq!(portal.live().reload(), Reload::Unchanged);
    assert!(portal.live().refused().is_none());
}

#[tokio::test]
async fn a_prebuilt_catalog_is_replaced_by_a_whole_one_only() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), 1);
    let built = |n| {
        write(dir.path(), n);
        let loaded = tolken::Catalog::from_dir(dir.path()).unwrap();
        loaded.into_catalog().to_prebuilt()
    };
    let file = dir.path().join("catalog.tolken");
    fs::write(&file, built(1)).unwrap();
    let portal = portal(Origin::at(file.clone()).unwrap());
    assert_eq!(status(&portal).await["origin"], "prebuilt");

    let next = built(2);
    fs::write(&file, &next[..next.len() / 2]).unwrap();
    assert_eq!(portal.live().reload(), Reload::Refused);
    let reason = &status(&portal).await["refused"]["reason"];
    assert_eq!(reason, "the file is no prebuilt catalog, or is damaged");
    fs::write(&file, &next).unwrap();
    assert_eq!(portal.live().reload(), Reload::Live);
    let answer = get(&portal, "/v1/codes/MarkOne", &[]).await;
    assert_eq!(marks(&answer.text()), [2].into());
}

/// Threads that render all codes in all locales while the catalog changes under them.
#[test]
fn a_revision_is_all_of_one_catalog() {
    let (dir, portal) = folder();
    let (is_over, checked) = (AtomicBool::new(false), AtomicU32::new(0));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    let revision = portal.live().now();
                    let mut texts: Vec<String> = Vec::new();
                    for (code, locale) in CODES.iter().zip(LOCALES.iter().cycle()) {
                        texts.push(revision.catalog().text(&Request::new(code).range(locale)));
                        texts.push(revision.words().text(&Request::new(code).range(locale)));
                        texts.push(revision.fluent(locale).unwrap().to_owned());
                    }
                    let numbers = marks(&texts.concat());
                    assert_eq!(numbers.len(), 1, "{numbers:?} of {texts:?}");
                    checked.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        for n in 1..=30 {
            let (change, expected): (fn(&Path, u32), _) = match n % 2 {
                0 => (write, Reload::Live),
                _ => (write_bad, Reload::Refused),
            };
            change(dir.path(), n);
            assert_eq!(portal.live().reload(), expected, "change {n}");
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert_eq!(portal.live().reloads(), (15, 15));
    assert!(checked.into_inner() > 0);
}
