//! The program as a process: how it starts, what it logs, which signals it heeds, how it ends.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::client::Client;
use crate::load::Load;
use crate::marked::{marks, write, write_bad};
use crate::service::wait_until;

/// A running program.
struct Process {
    child: Child,
    address: SocketAddr,
    log: Arc<Mutex<String>>,
}

fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_tolken-portal"));
    program.env_remove("RUST_LOG").stdin(Stdio::null());
    program
}

impl Process {
    fn start(args: &[&str]) -> Self {
        let mut program = program();
        program.args(["--listen", "127.0.0.1:0"]).args(args);
        let mut child = program.stderr(Stdio::piped()).spawn().unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let (mut lines, written) = (BufReader::new(child.stderr.take().unwrap()), log.clone());
        thread::spawn(move || {
            let mut line = String::new();
            while lines.read_line(&mut line).is_ok_and(|read| read > 0) {
                written.lock().unwrap().push_str(&line);
                line.clear();
            }
        });
        let mut address = None;
        wait_until("it listens", || {
            let log = log.lock().unwrap();
            let rest = log.split_once("listening on http://").map(|(_, rest)| rest);
            address = rest.and_then(|rest| rest.split_once(',')?.0.parse().ok());
            address.is_some()
        });
        let address = address.unwrap();
        Process {
            child,
            address,
            log,
        }
    }

    fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let killed = Command::new("kill").args(["-s", name, &id]).status();
        assert!(killed.unwrap().success());
    }

    fn wait(&mut self) -> ExitStatus {
        let mut status = None;
        wait_until("it ends", || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        });
        status.unwrap()
    }

    fn get(&self, path: &str) -> crate::client::Reply {
        Client::connect(self.address)
            .unwrap()
            .get(path, "")
            .unwrap()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_hangup_reads_the_catalog_again() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), 1);
    let process = Process::start(&[
        "--catalog",
        dir.path().to_str().unwrap(),
        "--log-format",
        "json",
    ]);
    write_bad(dir.path(), 2);
    wait_until("it is refused", || {
        process
            .log()
            .contains("a change of the catalog was refused")
    });
    process.signal("HUP");
    wait_until("it is refused again, since someone asked", || {
        process
            .log()
            .matches("a change of the catalog was refused")
            .count()
            == 2
    });
    let log = process.log();
    let finding = log
        .lines()
        .find(|line| line.contains(r#""rule":"syntax""#))
        .unwrap();
    let finding: serde_json::Value = serde_json::from_str(finding).unwrap();
    assert_eq!(
        (&finding["level"], &finding["line"]),
        (&"WARN".into(), &7.into()),
        "{finding}"
    );
    write(dir.path(), 3);
    process.signal("HUP");
    wait_until("it is served", || {
        marks(&process.get("/v1/codes/MarkOne").body) == [3].into()
    });
}

#[test]
fn told_to_end_under_load_it_fails_no_request() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), 1);
    let mut process = Process::start(&[
        "--catalog",
        dir.path().to_str().unwrap(),
        "--shutdown-time",
        "300s",
    ]);
    let load = Load::default();
    thread::scope(|scope| {
        for _ in 0..4 {
            // Each asks on until an answer says that it is the last.
            scope.spawn(|| load.run(process.address));
        }
        wait_until("there is load", || {
            load.answers.load(std::sync::atomic::Ordering::Relaxed) > 50
        });
        process.signal("TERM");
    });
    assert_eq!(process.wait().code(), Some(0), "{}", process.log());
    assert!(Client::connect(process.address).is_err());
}

#[test]
fn who_never_ends_does_not_keep_it_from_ending() {
    let mut process = Process::start(&["--shutdown-time", "200ms", "--header-time", "60s"]);
    let mut slow = Client::connect(process.address).unwrap();
    slow.send(b"GET / HTTP/1.1\r\nhost: x\r\nx-more: ").unwrap();
    let mut idle = Client::connect(process.address).unwrap();
    assert_eq!(idle.get("/healthz", "").unwrap().status, 200);
    process.signal("INT");
    assert_eq!(process.wait().code(), Some(0), "{}", process.log());
    assert!(slow.rest().is_some() && idle.rest().is_some());
}

#[test]
fn not_ready_while_it_drains() {
    let mut process = Process::start(&["--drain-time", "60s"]);
    let mut client = Client::connect(process.address).unwrap();
    assert_eq!(client.get("/readyz", "").unwrap().status, 200);
    process.signal("TERM");
    wait_until("it is not ready", || process.get("/readyz").status == 503);
    let reply = client.get("/v1/codes/Forbidden", "").unwrap();
    assert!(reply.status == 200 && reply.is_last(), "{reply:?}");
    process.signal("KILL");
    assert_eq!(process.wait().code(), None);
}

#[test]
fn killed_under_load_it_starts_again() {
    let dir = tempfile::tempdir().unwrap();
    let catalog = dir.path().to_str().unwrap();
    write(dir.path(), 1);
    for n in 2..4 {
        let mut process = Process::start(&["--catalog", catalog]);
        thread::scope(|scope| {
            for _ in 0..2 {
                // Whatever it asked last fails; nobody can do anything about that.
                scope.spawn(|| {
                    let mut client = Client::connect(process.address).unwrap();
                    while client.get("/v1/codes/MarkOne", "").is_ok() {}
                });
            }
            write(dir.path(), n);
            wait_until("it is served", || {
                marks(&process.get("/v1/codes/MarkOne").body) == [n].into()
            });
            process.signal("KILL");
        });
        assert_eq!(process.wait().code(), None);
    }
    let process = Process::start(&["--catalog", catalog]);
    assert_eq!(marks(&process.get("/v1/codes/MarkTwo").body), [3].into());
}

#[test]
fn nothing_that_a_client_wrote_is_logged() {
    let process = Process::start(&["--log", "trace", "--log-format", "json"]);
    let secret = "kirschkuchen";
    let mut client = Client::connect(process.address).unwrap();
    for path in [
        format!("/?q={secret}"),
        format!("/{secret}"),
        format!("/v1/codes/{secret}?lang={secret}"),
    ] {
        client
            .get(
                &path,
                &format!("cookie: {secret}\r\nuser-agent: {secret}\r\nauthorization: {secret}\r\n"),
            )
            .unwrap();
    }
    let bodies = [
        ("/v1/lookup", format!(r#"{{"text":"{secret}"}}"#)),
        ("/v1/lookup", format!(r#"{{"text":"Forbidden {secret}"#)),
        (
            "/v1/render",
            format!(r#"{{"code":"InvalidUrl","args":{{"url":"{secret}"}}}}"#),
        ),
        (
            "/v1/render",
            format!(r#"{{"code":"{secret}","args":{{"{secret}":1}}}}"#),
        ),
    ];
    for (path, body) in &bodies {
        client.post(path, body).unwrap();
    }
    client
        .send(format!("{secret} / HTTP/1.1\r\nhost: {secret}\r\n\r\n").as_bytes())
        .unwrap();
    client.reply().unwrap();
    client
        .get("/healthz", "x-request-id: the-last-one\r\n")
        .unwrap();
    wait_until("all is logged", || process.log().contains("the-last-one"));
    let log = process.log();
    assert!(!log.contains(secret), "{log}");
    let requests = log
        .lines()
        .filter(|line| line.contains("tolken_portal::request"));
    let requests: Vec<serde_json::Value> = requests
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(requests.len(), 9);
    assert_eq!(requests[2]["route"], "/v1/codes/{code}");
    assert_eq!(requests[2]["status"], 404);
    assert_eq!(requests[2]["locale"], "en-US");
    assert_eq!(requests[7]["method"], "other");
    assert_eq!(requests[8]["tracking_id"], "the-last-one");
}

/// Runs it to its end, which is an error.
fn fail(args: &[&str]) -> String {
    let Output { status, stderr, .. } = program().args(args).output().unwrap();
    let stderr = String::from_utf8(stderr).unwrap();
    assert_eq!(status.code(), Some(2), "{stderr}");
    stderr
}

#[test]
fn what_keeps_it_from_starting_is_said_with_the_way_out() {
    let help = "help: give a folder that has folders named after locales, such as `en-US`, or a file that `tolken \
                build` made: ";
    assert_eq!(
        fail(&["--catalog", "no/such"]),
        format!(
            "error: expected a catalog at `no/such`, but it cannot be opened; {help}No such file or directory (os error 2)\n"
        )
    );
    assert!(fail(&["--catalog", "/dev/null"]).contains("found neither folder nor file"));
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().to_str().unwrap();
    let told = fail(&["--catalog", path]);
    assert!(
        told.contains(
            "help: it is to have folders named after locales, such as `en-US`, with `.ftl` files: "
        ),
        "{told}"
    );
    let file = dir.path().join("a.tolken");
    std::fs::write(&file, "no catalog").unwrap();
    let told = fail(&["--catalog", file.to_str().unwrap()]);
    assert!(
        told.contains("help: make it anew with `tolken build`: "),
        "{told}"
    );
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let told = fail(&["--listen", &address]);
    let expected = format!(
        "error: cannot listen on {address}; help: give another address by --listen: Address"
    );
    assert!(told.starts_with(&expected), "{told}");
    assert!(
        fail(&["--max-body", "much"])
            .contains("expected a number of bytes such as `65536`, `64K` or `1M`")
    );
    assert!(
        fail(&["--idle-time", "1h"]).contains("expected a time such as `10s`, `500ms` or `2m`")
    );
    assert!(fail(&["--log", "a=b=c"]).contains("expected a filter such as `info`"));
}
