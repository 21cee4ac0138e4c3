//! A script in Node, with the packages of `tests/package-lock.json`.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Starts a script of `tests/`, which is told where the packages are, and then the further arguments.
#[track_caller]
pub(crate) fn start(script: &str, args: &[PathBuf]) -> Child {
    let packages = packages();
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let started = Command::new("node")
        .arg(tests.join(script))
        .arg(&packages)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    started.unwrap_or_else(|error| {
        panic!("expected `node`, but it could not be started: {error}; run `.ci/node`")
    })
}

/// The folder with the packages.
#[track_caller]
fn packages() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let packages = root.join("target/node");
    let lock = |folder: &Path| std::fs::read(folder.join("package-lock.json")).unwrap_or_default();
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    assert!(
        packages.join("node_modules/.package-lock.json").exists()
            && lock(&packages) == lock(&tests),
        "expected the packages of `tools/portal/tests/package-lock.json` in `target/node`, but they are \
         missing or others; run `.ci/node`"
    );
    packages
}
