//! Thousands of hostile requests, the same in each run.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use tolken_portal::{Limits, Origin};

use crate::marked::write;
use crate::service::{Service, wait_until};

/// How many requests are sent.
const REQUESTS: usize = 5_000;

/// How many are sent at once.
const CLIENTS: usize = 16;

/// Numbers that look like chance, and are the same for the same seed (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn of<'t>(&mut self, all: &[&'t str]) -> &'t str {
        all[self.below(all.len())]
    }

    fn bytes(&mut self, limit: usize) -> Vec<u8> {
        let length = self.below(limit);
        (0..length)
            .map(|_| u8::try_from(self.below(256)).unwrap())
            .collect()
    }
}

const METHODS: [&str; 12] = [
    "GET", "GET", "POST", "POST", "HEAD", "OPTIONS", "TRACE", "PUT", "CONNECT", "PRI", "G\0T", "",
];

const PATHS: [&str; 28] = [
    "/",
    "/v1/codes",
    "/v1/codes/NotFound",
    "/v1/codes/%00",
    "/v1/codes/%ff%fe",
    "/v1/codes/%",
    "/v1/codes/%zz",
    "/v1/codes/..%2f..%2f..%2fetc%2fpasswd",
    "/../../etc/passwd",
    "/..%2f..%2fetc/passwd",
    "/%2e%2e/%2e%2e/",
    "//etc/passwd",
    "/.env",
    "/.git/config",
    "/v1/status/../../x",
    "/v1/render",
    "/v1/lookup",
    "/v1/locales",
    "/metrics",
    "/?lang=%00",
    "/?lang=../../etc",
    "/?lang=ko-KR-ABCDEFGHI-u-nu-%F0%9F%98%80",
    "*",
    "x",
    "",
    "http://elsewhere.example/",
    "http://[::1/",
    "/v1/codes/\u{202e}\u{0}",
];

const VERSIONS: [&str; 7] = [
    "HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/11", "\r",
];

const HEADERS: [&str; 26] = [
    "host: x",
    "host: x\r\nhost: y",
    "host:",
    "accept-language: ko, sv;q=2, *;q=-1, ;;;",
    "accept-language: \u{e9}\u{1f600}",
    "accept-language: xx-yy-zz_@@;q=0.00000000000001",
    "accept: */*;q=nan",
    "accept: application/problem+json;q=1e9",
    "accept-encoding: br;q=1, gzip, deflate;q=x",
    "content-type: application/json",
    "content-type: application/json; charset=utf-16",
    "content-type: multipart/form-data",
    "content-type: \u{1}",
    "content-encoding: gzip",
    "transfer-encoding: chunked",
    "transfer-encoding: chunked, chunked",
    "transfer-encoding: identity",
    "content-length: 10",
    "content-length: -1",
    "content-length: 99999999999999999999",
    "content-length: 5\r\ncontent-length: 6",
    "expect: 100-continue",
    "x-request-id: \"<script>alert(1)</script>",
    "traceparent: 00-00000000000000000000000000000000-0-0",
    "if-none-match: \"\u{ff}, W/\"\"\", *",
    "cookie: lang=%0d%0aset-cookie:x; lang==;;; =",
];

const BODIES: [&str; 14] = [
    "",
    "{}",
    "[]",
    "null",
    "{\"code\":",
    "{\"code\":\"\\ud800\"}",
    "{\"text\":\"\\u0000\"}",
    "[[[[[[[[[[[[[[[[[[[[",
    "0\r\n\r\n",
    "5\r\nabc",
    "zz\r\nabc\r\n0\r\n\r\n",
    "ffffffffffffffff\r\n",
    "1;x=\"\r\n\"\r\na\r\n0\r\n\r\n",
    "{\"code\":\"NotFound\",\"args\":{\"x\":1e400},\"locale\":\"../../..\"}",
];

/// One hostile request.
fn request(chance: &mut Chance) -> Vec<u8> {
    if chance.below(10) == 0 {
        return chance.bytes(400);
    }
    let mut bytes = Vec::new();
    bytes.extend(chance.of(&METHODS).bytes());
    bytes.push(b' ');
    bytes.extend(chance.of(&PATHS).bytes());
    if chance.below(20) == 0 {
        bytes.extend(
            "?a="
                .bytes()
                .chain(std::iter::repeat_n(b'%', chance.below(70_000))),
        );
    }
    bytes.push(b' ');
    bytes.extend(chance.of(&VERSIONS).bytes());
    bytes.extend(b"\r\n");
    for _ in 0..chance.below(6) {
        bytes.extend(chance.of(&HEADERS).bytes().chain(*b"\r\n"));
    }
    match chance.below(40) {
        0 => bytes.extend("x: y\r\n".repeat(chance.below(300)).bytes()),
        1 => bytes.extend(format!("x: {}\r\n", "y".repeat(chance.below(200_000))).bytes()),
        2 => bytes.extend(chance.bytes(200)),
        _ => {}
    }
    bytes.extend(b"\r\n");
    match chance.below(12) {
        0 => bytes.extend(chance.bytes(2_000)),
        1 => bytes.extend("[".repeat(chance.below(300_000)).bytes()),
        _ => bytes.extend(chance.of(&BODIES).bytes()),
    }
    if chance.below(15) == 0 {
        let end = chance.below(bytes.len() + 1);
        bytes.truncate(end);
    }
    bytes
}

/// What no answer may hold.
fn leaks(folder: &str) -> Vec<String> {
    let leaks = [
        folder,
        env!("CARGO_MANIFEST_DIR"),
        "panicked",
        "RUST_BACKTRACE",
        ".rs:",
        "root:x:0",
    ];
    leaks.map(str::to_owned).to_vec()
}

#[test]
fn hostile_requests_are_answered_or_closed_and_the_service_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), 1);
    let limits = Limits {
        header_time: Duration::from_millis(200),
        idle_time: Duration::from_millis(200),
        request_time: Duration::from_millis(400),
        ..Limits::default()
    };
    let service = Service::start(Origin::Folder(dir.path().to_owned()), limits);
    let leaks = leaks(dir.path().to_str().unwrap());
    let (next, answered) = (AtomicUsize::new(1), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n > REQUESTS {
                        return;
                    }
                    let mut chance = Chance((n as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
                    chance.below(2);
                    let bytes = request(&mut chance);
                    let shown =
                        String::from_utf8_lossy(&bytes[..bytes.len().min(300)]).into_owned();
                    let mut client = service.client();
                    // It may answer and close before all is sent.
                    let _ = client.send(&bytes);
                    if chance.below(20) > 0 {
                        client.finish();
                    }
                    let reply = client
                        .rest()
                        .unwrap_or_else(|| panic!("request {n} is left open: {shown}"));
                    let reply = String::from_utf8_lossy(&reply);
                    if !reply.is_empty() {
                        answered.fetch_add(1, Ordering::Relaxed);
                        assert!(
                            reply.starts_with("HTTP/1."),
                            "request {n}: {shown}\n{reply}"
                        );
                    }
                    let is_failure = reply.lines().any(|line| line.starts_with("HTTP/1.1 5"));
                    assert!(!is_failure, "request {n}: {shown}\n{reply}");
                    let leak = leaks.iter().find(|leak| reply.contains(*leak));
                    assert_eq!(leak, None, "request {n}: {shown}\n{reply}");
                }
            });
        }
    });
    assert!(answered.into_inner() > REQUESTS / 2);
    let mut client = service.client();
    assert_eq!(client.get("/v1/codes/MarkOne", "").unwrap().status, 200);
    let metrics = || service.client().get("/metrics", "").unwrap().body;
    wait_until("all connections are closed", || {
        metrics().contains("tolken_connections 1\n")
    });
    assert!(!metrics().contains("status=\"5"), "{}", metrics());
}
