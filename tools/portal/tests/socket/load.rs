//! Clients that ask without a pause, and look at each answer.

use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::client::{Client, Reply};
use crate::marked::{CODES, LOCALES, marks};

/// What clients saw of marked catalogs.
#[derive(Default)]
pub(crate) struct Load {
    is_over: AtomicBool,
    pub(crate) answers: AtomicUsize,
    /// The catalog that each `ETag` of an address and language stood for.
    tags: Mutex<HashMap<(String, String), u32>>,
}

impl Load {
    pub(crate) fn end(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    /// Asks until the load ends, or the service closes the connection after an answer. Every request is to be
    /// answered well, and from one catalog.
    pub(crate) fn run(&self, address: SocketAddr) {
        let mut client = Client::connect(address).unwrap();
        for turn in 0.. {
            if self.is_over.load(Ordering::Relaxed) {
                return;
            }
            let reply = self.ask(&mut client, turn).expect("an answer");
            self.answers.fetch_add(1, Ordering::Relaxed);
            if reply.is_last() {
                return;
            }
        }
    }

    fn ask(&self, client: &mut Client, turn: usize) -> io::Result<Reply> {
        let code = CODES[turn % CODES.len()];
        let locale = LOCALES[turn / CODES.len() % LOCALES.len()];
        let path = format!("/v1/codes/{code}");
        let reply = client.get(&path, &format!("accept-language: {locale}\r\n"))?;
        assert_eq!(reply.status, 200, "{reply:?}");
        let marks = marks(&reply.body);
        assert_eq!(marks.len(), 1, "an answer of one catalog: {reply:?}");
        if let Some(tag) = reply.header("etag") {
            let key = (format!("{path} {locale}"), tag.to_owned());
            let mark = marks.into_iter().next().unwrap();
            let known = *self.tags.lock().unwrap().entry(key).or_insert(mark);
            assert_eq!(known, mark, "a tag stands for one catalog: {reply:?}");
        }
        if turn.is_multiple_of(4) && !reply.is_last() {
            return self.ask_for_all(client);
        }
        Ok(reply)
    }

    /// All codes in all locales in one request.
    fn ask_for_all(&self, client: &mut Client) -> io::Result<Reply> {
        let all = CODES
            .iter()
            .flat_map(|code| LOCALES.iter().map(move |locale| (code, locale)));
        let all = all
            .map(|(code, locale)| serde_json::json!({"code": code, "args": {}, "locale": locale}));
        let all: serde_json::Value = all.collect();
        let reply = client.post("/v1/render", &all.to_string())?;
        let answered = (reply.status, marks(&reply.body).len());
        assert_eq!(answered, (200, 1), "{reply:?}");
        self.answers.fetch_add(1, Ordering::Relaxed);
        Ok(reply)
    }
}
