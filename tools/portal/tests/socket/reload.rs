//! Changes of the catalog that a running service sees by itself.

use std::fs;
use std::path::Path;
use std::thread;

use tolken_portal::{Limits, Origin};

use crate::load::Load;
use crate::marked::{marks, write, write_bad};
use crate::service::Service;

fn mark(service: &Service) -> u32 {
    let reply = service.client().get("/v1/codes/MarkOne", "").unwrap();
    marks(&reply.body).into_iter().next().unwrap()
}

#[track_caller]
fn until_served(service: &Service, n: u32) {
    crate::service::wait_until(&format!("catalog {n} is served"), || mark(service) == n);
}

#[test]
fn a_saved_file_is_served() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), 1);
    let service = Service::start(Origin::Folder(dir.path().to_owned()), Limits::default());
    assert_eq!(mark(&service), 1);
    write(dir.path(), 2);
    until_served(&service, 2);
    // A half of a file, and then all of it.
    write_bad(dir.path(), 3);
    service.until("it is refused", |status| !status["refused"].is_null());
    assert_eq!(mark(&service), 2);
    write(dir.path(), 3);
    until_served(&service, 3);
    service.until("it is refused no longer", |status| {
        status["refused"].is_null()
    });
}

#[test]
fn a_folder_that_comes_back_is_watched_again() {
    let dir = tempfile::tempdir().unwrap();
    let (folder, away) = (dir.path().join("locales"), dir.path().join("away"));
    write(&folder, 1);
    let service = Service::start(Origin::Folder(folder.clone()), Limits::default());
    fs::rename(&folder, &away).unwrap();
    service.until("it is gone", |status| !status["refused"].is_null());
    assert_eq!(mark(&service), 1);
    fs::rename(&away, &folder).unwrap();
    service.until("it is back", |status| status["refused"].is_null());
    write(&folder, 2);
    until_served(&service, 2);
}

#[test]
fn a_prebuilt_file_that_is_replaced_is_served() {
    let dir = tempfile::tempdir().unwrap();
    let (folder, file) = (
        dir.path().join("locales"),
        dir.path().join("catalog.tolken"),
    );
    let build = |n| {
        write(&folder, n);
        let loaded = tolken::Catalog::from_dir(&folder).unwrap();
        let next = dir.path().join("next");
        fs::write(&next, loaded.into_catalog().to_prebuilt()).unwrap();
        fs::rename(next, &file).unwrap();
    };
    build(1);
    let service = Service::start(Origin::at(file.clone()).unwrap(), Limits::default());
    build(2);
    until_served(&service, 2);
    fs::write(&file, "half").unwrap();
    service.until("it is refused", |status| !status["refused"].is_null());
    assert_eq!(mark(&service), 2);
    build(3);
    until_served(&service, 3);
}

/// A folder as Kubernetes mounts one: links through `..data`, which is replaced as a whole.
#[cfg(unix)]
struct Mount<'d>(&'d Path);

#[cfg(unix)]
impl Mount<'_> {
    fn swap(&self, n: u32, change: fn(&Path, u32)) {
        use std::os::unix::fs::symlink;
        let name = format!("..2026_{n}");
        change(&self.0.join(&name), n);
        let old = fs::read_link(self.0.join("..data"));
        symlink(&name, self.0.join("..data_tmp")).unwrap();
        fs::rename(self.0.join("..data_tmp"), self.0.join("..data")).unwrap();
        match old {
            Ok(old) => fs::remove_dir_all(self.0.join(old)).unwrap(),
            Err(_) => {
                for name in crate::marked::LOCALES.into_iter().chain(["catalog.toml"]) {
                    symlink(format!("..data/{name}"), self.0.join(name)).unwrap();
                }
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn a_mount_that_is_swapped_is_served_and_so_is_a_link_to_a_release() {
    use std::os::unix::fs::symlink;
    let dir = tempfile::tempdir().unwrap();
    let mount = Mount(dir.path());
    mount.swap(1, write);
    let service = Service::start(Origin::Folder(dir.path().to_owned()), Limits::default());
    mount.swap(2, write);
    until_served(&service, 2);
    mount.swap(3, write_bad);
    service.until("it is refused", |status| !status["refused"].is_null());
    mount.swap(4, write);
    until_served(&service, 4);

    let root = tempfile::tempdir().unwrap();
    write(&root.path().join("releases/1/locales"), 1);
    write(&root.path().join("releases/2/locales"), 2);
    let current = root.path().join("current");
    symlink("releases/1", &current).unwrap();
    let service = Service::start(Origin::Folder(current.join("locales")), Limits::default());
    symlink("releases/2", root.path().join("next")).unwrap();
    fs::rename(root.path().join("next"), &current).unwrap();
    until_served(&service, 2);
    // What is changed in the new one is seen as well.
    write(&root.path().join("releases/2/locales"), 3);
    until_served(&service, 3);
}

#[cfg(unix)]
#[test]
fn changes_under_load_fail_no_request_and_mix_no_answer() {
    let dir = tempfile::tempdir().unwrap();
    let mount = Mount(dir.path());
    mount.swap(0, write);
    let service = Service::start(Origin::Folder(dir.path().to_owned()), Limits::default());
    let load = Load::default();
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| load.run(service.address));
        }
        for n in 1..=20 {
            if n % 2 == 1 {
                mount.swap(n, write_bad);
                let reported =
                    |status: &serde_json::Value| status["reloads"]["refused"] == n.div_ceil(2);
                service.until(&format!("change {n} is reported"), reported);
            } else {
                mount.swap(n, write);
                until_served(&service, n);
            }
        }
        load.end();
    });
    assert!(load.answers.into_inner() > 20);
    let reloads = &service.status()["reloads"];
    assert_eq!(*reloads, serde_json::json!({"live": 10, "refused": 10}));
}
