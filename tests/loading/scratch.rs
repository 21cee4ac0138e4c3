//! A folder of its own for a test, gone when the test is.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use tolken::{Catalog, Error, Loaded};

/// A folder under the system's one for temporary files.
pub(super) struct Scratch {
    path: PathBuf,
}

impl Scratch {
    pub(super) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("tolken-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        // Links on the way would show in paths.
        let path = path.canonicalize().unwrap();
        Scratch { path }
    }

    /// With a file, its folders made.
    pub(super) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// With a folder that is empty.
    pub(super) fn folder(self, path: &str) -> Self {
        fs::create_dir_all(self.path.join(path)).unwrap();
        self
    }

    /// With a link; what it leads to is as written, seen from the link.
    #[cfg(unix)]
    pub(super) fn link(self, path: &str, target: &str) -> Self {
        std::os::unix::fs::symlink(target, self.path.join(path)).unwrap();
        self
    }

    /// With a copy of a folder.
    pub(super) fn copy(self, from: &Path) -> Self {
        copy(from, &self.path);
        self
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn load(&self) -> Result<Loaded, Error> {
        Catalog::from_dir(&self.path)
    }

    /// A text with the paths in it as they are within the folder.
    pub(super) fn relative(&self, text: &str) -> String {
        let path = self.path.display();
        text.replace(&format!("{path}/"), "")
            .replace(&path.to_string(), "FOLDER")
    }

    /// Each finding as its line, with paths as they are within the folder.
    pub(super) fn lines(&self, loaded: &Loaded) -> Vec<String> {
        let lines = super::lines(loaded);
        lines.iter().map(|line| self.relative(line)).collect()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is left to the system.
        let _ = fs::remove_dir_all(&self.path);
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let from = entry.unwrap().path();
        let to = to.join(from.file_name().unwrap());
        if from.is_dir() {
            fs::create_dir_all(&to).unwrap();
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).unwrap();
        }
    }
}
