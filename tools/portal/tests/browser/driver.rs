//! The browser that all tests share, and the portal that it shows.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdout};
use std::sync::{LazyLock, Mutex, PoisonError};

use tokio::net::TcpListener;
use tolken_portal::{Portal, Settings, app};

use crate::script;

/// A script that has a browser open, reads names of cases and answers with what each found wrong.
struct Driver {
    node: Child,
    output: BufReader<ChildStdout>,
}

/// When the process of the tests ends, the script's input does, and with it the script and the browser.
static DRIVER: LazyLock<Mutex<Driver>> = LazyLock::new(|| Mutex::new(Driver::start()));

/// Runs a case and gives what it tells; panics with what it found wrong.
#[track_caller]
pub(crate) fn run(case: &str) -> Vec<String> {
    let mut driver = DRIVER.lock().unwrap_or_else(PoisonError::into_inner);
    let (faults, told) = driver.run(case);
    drop(driver);
    assert!(faults.is_empty(), "{case}:\n{}", faults.join("\n"));
    told
}

impl Driver {
    #[track_caller]
    fn start() -> Driver {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
        let args = [chromium(), portal().into(), root.join("target/screenshots")];
        let mut node = script::start("browser/driver.mjs", &args);
        let output = BufReader::new(node.stdout.take().unwrap());
        Driver { node, output }
    }

    fn run(&mut self, case: &str) -> (Vec<String>, Vec<String>) {
        let mut answer = String::new();
        let input = self.node.stdin.as_mut().unwrap();
        let asked = writeln!(input, "{case}").and_then(|()| self.output.read_line(&mut answer));
        assert!(
            asked.is_ok_and(|length| length > 0),
            "the script ended with {:?}, as told above",
            self.node.wait()
        );
        serde_json::from_str(&answer).unwrap()
    }
}

/// The browser.
#[track_caller]
fn chromium() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut places = std::env::split_paths(&path).map(|folder| folder.join("chromium"));
    places
        .find(|place| place.is_file())
        .expect("expected `chromium` on the path, but it is missing; run `.ci/chromium`")
}

/// Serves the built-in catalog as long as the process of the tests runs, and gives its origin.
fn portal() -> String {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let portal = Portal::new(Settings::default()).unwrap();
        runtime.block_on(axum::serve(listener, app(&portal)).into_future())
    });
    origin
}
