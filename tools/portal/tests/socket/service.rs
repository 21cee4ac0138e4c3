//! A service of this process on a socket of its own.

use std::net::SocketAddr;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;
use tolken_portal::{Limits, Origin, Portal, Server, Settings};

use crate::client::Client;

/// A service that ends when it is dropped.
pub(crate) struct Service {
    pub(crate) address: SocketAddr,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Service {
    pub(crate) fn start(origin: Origin, limits: Limits) -> Self {
        let portal = Portal::new(Settings { origin, limits }).unwrap();
        let (end, ended) = oneshot::channel();
        let (tell, told) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread();
            let runtime = { runtime }.enable_all().build().unwrap();
            runtime.block_on(async {
                let any = SocketAddr::from(([127, 0, 0, 1], 0));
                let server = Server::bind(&portal, any).await.unwrap();
                tell.send(server.address()).unwrap();
                let ended = async { ended.await.unwrap_or_default() };
                server.run(ended).await.unwrap();
            });
        });
        Service {
            address: told.recv().unwrap(),
            end: Some(end),
            thread: Some(thread),
        }
    }

    /// A connection to it.
    #[track_caller]
    pub(crate) fn client(&self) -> Client {
        Client::connect(self.address).unwrap()
    }

    pub(crate) fn status(&self) -> serde_json::Value {
        self.client().get("/v1/status", "").unwrap().json()
    }

    /// Waits until its status is as expected.
    #[track_caller]
    pub(crate) fn until(&self, what: &str, is_so: impl Fn(&serde_json::Value) -> bool) {
        let mut last = serde_json::Value::Null;
        wait_until(what, || {
            last = self.status();
            is_so(&last)
        });
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        drop(self.end.take());
        let ended = self.thread.take().map(JoinHandle::join);
        assert!(std::thread::panicking() || ended.is_none_or(|ended| ended.is_ok()));
    }
}

/// Asks again and again, for a minute at most.
#[track_caller]
pub(crate) fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let until = Instant::now() + Duration::from_secs(60);
    while !is_so() {
        assert!(Instant::now() < until, "in vain: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}
