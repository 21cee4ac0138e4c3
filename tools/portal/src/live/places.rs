//! Where in the file system a change of the catalog shows.
//!
//! A link is changed in the folder that it lies in, not in what it leads to: Kubernetes and deployments put
//! another link in its place. So each link on the way to the catalog, and in it, is looked at where it lies.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// How many links may lead to one another.
const LINKS: usize = 16;

/// How deep in the folder links are looked for: a locale's folder, and a file in it.
const DEPTH: usize = 2;

/// The paths whose replacement changes a catalog that lies at a path: the path itself, and each link on
/// the way to it and in it. Each is named by where it really lies.
pub(super) fn names(path: &Path) -> BTreeSet<PathBuf> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut names = BTreeSet::new();
    on_the_way(&path, LINKS, &mut names);
    within(&path, DEPTH, &mut names);
    names.insert(real_name(&path));
    names
}

/// The path with the links of its parents resolved, and not its own.
fn real_name(path: &Path) -> PathBuf {
    let real = || Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?));
    real().unwrap_or_else(|| path.to_owned())
}

/// The links among the folders of a path, and among those of what they lead to.
fn on_the_way(path: &Path, links: usize, names: &mut BTreeSet<PathBuf>) {
    let mut at = PathBuf::new();
    for component in path.components() {
        at.push(component);
        if !matches!(component, Component::Normal(_)) {
            continue;
        }
        if let Ok(target) = fs::read_link(&at)
            && names.insert(real_name(&at))
            && let (Some(folder), Some(left)) = (at.parent(), links.checked_sub(1))
        {
            on_the_way(&folder.join(target), left, names);
        }
    }
}

/// The links in a folder.
fn within(folder: &Path, depth: usize, names: &mut BTreeSet<PathBuf>) {
    let Some(left) = depth.checked_sub(1) else {
        return;
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
            on_the_way(&path, LINKS, names);
        }
        within(&path, left, names);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn each_link_is_named_where_it_lies() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        fs::create_dir_all(root.join("releases/1/locales/en-US")).unwrap();
        fs::create_dir_all(root.join("common/ko")).unwrap();
        symlink("releases/1", root.join("current")).unwrap();
        symlink(
            "../../../common/live",
            root.join("releases/1/locales/ko-KR"),
        )
        .unwrap();
        symlink("ko", root.join("common/live")).unwrap();
        symlink("itself", root.join("releases/1/locales/itself")).unwrap();

        let expected = [
            "current",
            "releases/1/locales",
            "releases/1/locales/itself",
            "releases/1/locales/ko-KR",
            "common/live",
        ];
        let mut names = names(&root.join("current/locales"));
        names.retain(|name| name.starts_with(&root));
        assert_eq!(names, expected.map(|name| root.join(name)).into());
    }
}
