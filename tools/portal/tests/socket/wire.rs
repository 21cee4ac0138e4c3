//! Requests as bytes: what HTTP allows and clients rarely send.

use std::time::Duration;

use tolken_portal::{Limits, Origin};

use crate::service::{Service, wait_until};

fn builtin(limits: Limits) -> Service {
    Service::start(Origin::Builtin, limits)
}

/// Limits that a test does not wait for long.
fn short() -> Limits {
    Limits {
        header_time: Duration::from_millis(200),
        idle_time: Duration::from_millis(400),
        request_time: Duration::from_millis(400),
        ..Limits::default()
    }
}

#[test]
fn requests_behind_one_another_are_answered_in_order() {
    let service = builtin(Limits::default());
    let mut client = service.client();
    let one = |path| format!("GET {path} HTTP/1.1\r\nhost: x\r\naccept-language: nl\r\n\r\n");
    let all = [
        one("/healthz"),
        one("/v1/codes/Forbidden"),
        one("/none"),
        one("/readyz"),
    ];
    client.send(all.concat().as_bytes()).unwrap();
    let replies = [(); 4].map(|()| client.reply().unwrap());
    assert_eq!(
        replies.each_ref().map(|reply| reply.status),
        [200, 200, 404, 200]
    );
    assert!(replies[1].body.contains("Toegang geweigerd"));
    assert_eq!((&*replies[0].body, &*replies[3].body), ("ok\n", "ready\n"));
}

#[test]
fn a_request_may_come_in_pieces() {
    let service = builtin(Limits::default());
    let mut client = service.client();
    for byte in b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n" {
        client.send(&[*byte]).unwrap();
    }
    assert_eq!(client.reply().unwrap().status, 200);
}

#[test]
fn other_methods_and_forms_of_addresses_are_answered() {
    let service = builtin(Limits::default());
    for (request, status) in [
        ("HEAD /healthz HTTP/1.1", 200),
        ("OPTIONS /healthz HTTP/1.1", 405),
        ("OPTIONS * HTTP/1.1", 404),
        ("TRACE /healthz HTTP/1.1", 405),
        ("DELETE /v1/status HTTP/1.1", 405),
        ("BREW /healthz HTTP/1.1", 405),
        ("GET http://elsewhere.example/healthz HTTP/1.1", 200),
        ("CONNECT elsewhere.example:443 HTTP/1.1", 404),
        ("GET /..%2f..%2fetc/passwd HTTP/1.1", 404),
        ("GET /v1/codes/..%2f..%2fCargo.toml HTTP/1.1", 404),
        ("GET /healthz HTTP/1.0", 200),
        ("GET /healthz HTTP/9.9", 400),
        ("GET  /healthz HTTP/1.1", 400),
        ("GET /healthz", 400),
        ("\0\0\0\0", 400),
    ] {
        let mut client = service.client();
        client
            .send(format!("{request}\r\nhost: x\r\nconnection: close\r\n\r\n").as_bytes())
            .unwrap();
        let bytes = client.rest().unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let expected = format!(" {status} ");
        assert!(
            text.lines().next().unwrap_or_default().contains(&expected),
            "{request}: {text}"
        );
        assert!(
            !request.starts_with("HEAD") || text.ends_with("\r\n\r\n"),
            "{text}"
        );
    }
}

#[test]
fn headers_that_are_too_large_are_refused_in_words_or_not_at_all_read() {
    let service = builtin(Limits::default());
    for (bytes, has_words) in [(40_000, true), (300_000, false)] {
        let mut client = service.client();
        let head = format!(
            "GET /healthz HTTP/1.1\r\nhost: x\r\nx-long: {}\r\n\r\n",
            "x".repeat(bytes)
        );
        // The service may answer and close before all is sent.
        let _ = client.send(head.as_bytes());
        match client.reply() {
            Ok(reply) => assert_eq!(
                (reply.status, reply.body.contains("HeadersTooLarge")),
                (431, has_words)
            ),
            Err(error) => assert!(!has_words, "{error}"),
        }
    }
    assert_eq!(service.client().get("/healthz", "").unwrap().status, 200);
}

#[test]
fn who_is_slow_is_closed_and_takes_no_place_from_others() {
    let limits = Limits {
        connections: 4,
        ..short()
    };
    let service = builtin(limits);
    let mut slow: Vec<_> = (0..4).map(|_| service.client()).collect();
    for (client, bytes) in slow.iter_mut().zip([
        "",
        "GET / HT",
        "GET /healthz HTTP/1.1\r\nhost: x\r\nx-more: ",
        "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\nGET /hea",
    ]) {
        client.send(bytes.as_bytes()).unwrap();
    }
    // All places are taken; this one waits until one of them is closed.
    assert_eq!(service.client().get("/healthz", "").unwrap().status, 200);
    for client in &mut slow {
        assert!(client.rest().is_some(), "it is closed");
    }
}

#[test]
fn a_client_that_takes_no_answer_is_cut_off() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("en-US")).unwrap();
    let text = format!("Long = {}\n", "x".repeat(60_000));
    std::fs::write(dir.path().join("en-US/a.ftl"), text).unwrap();
    let service = Service::start(Origin::Folder(dir.path().to_owned()), short());
    let mut client = service.client();
    // More answers than the buffers of both sides hold, none of them read.
    let many = "GET /v1/codes/Long HTTP/1.1\r\nhost: x\r\n\r\n".repeat(1_000);
    client.send(many.as_bytes()).unwrap();
    let open = || service.client().get("/metrics", "").unwrap().body;
    wait_until("only who asks is connected", || {
        open().contains("tolken_connections 1\n")
    });
    let read = client.rest().unwrap().len();
    assert!(read < 1_000 * 60_000, "{read}");
}
