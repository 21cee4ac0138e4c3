//! The routes on a socket, until the process is told to end.
//!
//! hyper's own limits are the last ones: it closes a connection, or answers without a body, where a request is
//! too broken or too large for the routes to answer it in words.

mod patience;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;
use tower::ServiceExt as _;

use self::patience::{Patient, Stage};
use crate::live::Watch;
use crate::operation::{Connected, Phase};
use crate::settings::Limits;
use crate::{Portal, app};

/// Serves on an address until the process is told to end, by SIGTERM or SIGINT. The catalog is watched
/// meanwhile, and read again on SIGHUP.
///
/// # Errors
///
/// When the address cannot be listened on.
pub async fn serve(portal: &Portal, address: SocketAddr) -> anyhow::Result<()> {
    // Before anything else, so that no signal ends the process in the middle.
    let end = signals::end()?;
    let server = Server::bind(portal, address).await?;
    tracing::info!(
        revision = portal.live().now().id(),
        "listening on http://{}, serving {}",
        server.address(),
        portal.live().origin()
    );
    server.run(end).await
}

/// A service that listens, and does not answer yet.
pub struct Server {
    portal: Portal,
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Listens on an address; port 0 is any that is free.
    ///
    /// # Errors
    ///
    /// When the address cannot be listened on.
    pub async fn bind(portal: &Portal, address: SocketAddr) -> anyhow::Result<Self> {
        let listener = TcpListener::bind(address).await.with_context(|| {
            format!("cannot listen on {address}; help: give another address by --listen")
        })?;
        Ok(Server {
            portal: portal.clone(),
            address: listener.local_addr()?,
            listener,
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers, and watches the catalog, until told to end; then ends requests within their time.
    ///
    /// # Errors
    ///
    /// When the catalog cannot be watched, for want of a thread.
    pub async fn run(self, end: impl Future<Output = ()>) -> anyhow::Result<()> {
        let watch = Watch::start(self.portal.live().clone());
        let watch = watch.context("cannot start the thread that watches the catalog")?;
        let hangups = tokio::spawn(signals::reload(watch));
        let listening = Listening::new(&self.portal, self.listener);
        tokio::select! {
            () = listening.accept() => {}
            () = end => {}
        }
        listening.end().await;
        hangups.abort();
        Ok(())
    }
}

/// What accepts connections.
struct Listening {
    portal: Portal,
    router: Router,
    listener: TcpListener,
    /// One for each connection that may be open.
    permits: Arc<Semaphore>,
    http: http1::Builder,
}

impl Listening {
    fn new(portal: &Portal, listener: TcpListener) -> Self {
        let limits = portal.limits();
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new())
            .header_read_timeout(limits.idle_time)
            // Up to here the routes see the request, and say in words that it is too large.
            .max_buf_size((limits.header_bytes + limits.uri_bytes) * 2 + 8192);
        Listening {
            portal: portal.clone(),
            router: app(portal),
            listener,
            permits: Arc::new(Semaphore::new(permits(limits) as usize)),
            http,
        }
    }

    /// Accepts connections for ever; when there are as many as may be, further ones wait.
    async fn accept(&self) {
        loop {
            let permit = self.permits.clone().acquire_owned().await;
            let permit = permit.expect("the semaphore is never closed");
            match self.listener.accept().await {
                Ok((stream, _)) => self.spawn(stream, permit),
                Err(error) => {
                    // Most often there are no file descriptors left, until a connection ends.
                    tracing::warn!(%error, "cannot accept a connection");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        }
    }

    fn spawn(&self, stream: TcpStream, permit: OwnedSemaphorePermit) {
        let connected = self.portal.metrics().connected();
        let answering = connection(
            stream,
            self.router.clone(),
            self.http.clone(),
            self.portal.clone(),
        );
        tokio::spawn(async move {
            answering.await;
            drop::<(Connected, OwnedSemaphorePermit)>((connected, permit));
        });
    }

    /// Comes to the end without losing a request.
    async fn end(self) {
        let limits = *self.portal.limits();
        let shutdown = self.portal.shutdown();
        tracing::info!("told to end");
        shutdown.enter(Phase::Draining);
        // Who asks for readiness, and who has not asked yet, is answered for as long as this.
        let _ = timeout(limits.drain_time, self.accept()).await;
        // Whoever was connected before the listener closes is answered as well.
        while let Ok(permit) = self.permits.clone().try_acquire_owned() {
            match timeout(Duration::ZERO, self.listener.accept()).await {
                Ok(Ok((stream, _))) => self.spawn(stream, permit),
                _ => break,
            }
        }
        drop(self.listener);
        let all_ended = || self.permits.acquire_many(permits(&limits));
        // Each answer now closes its connection; who has kept one for a next request may still send it.
        let linger = limits.shutdown_time / 10;
        if timeout(linger, all_ended()).await.is_err() {
            shutdown.enter(Phase::Closing);
            let left = limits.shutdown_time.saturating_sub(linger);
            if timeout(left, all_ended()).await.is_err() {
                let open = permits(&limits) as usize - self.permits.available_permits();
                tracing::warn!(
                    open,
                    "requests took too long, and their connections are cut"
                );
            }
        }
        tracing::info!("ended");
    }
}

/// How many connections may be open, in the number that a semaphore counts by.
fn permits(limits: &Limits) -> u32 {
    u32::try_from(limits.connections).map_or(1 << 20, |limit| limit.clamp(1, 1 << 20))
}

/// Answers the requests of one connection.
async fn connection(stream: TcpStream, router: Router, http: http1::Builder, portal: Portal) {
    // An answer is written at once; there is nothing to wait for.
    let _ = stream.set_nodelay(true);
    let stage = Stage::default();
    let answering = stage.clone();
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        answering.asked();
        let answer = router.clone().oneshot(request.map(Body::new));
        let answering = answering.clone();
        async move {
            let answer = answer.await;
            answering.answered();
            answer
        }
    });
    let io = TokioIo::new(Patient::new(stream, stage, portal.limits()));
    let mut connection = std::pin::pin!(http.serve_connection(io, service));
    // How a connection ends, whether broken off or refused as malformed, is the client's affair.
    tokio::select! {
        _ = connection.as_mut() => {}
        () = portal.shutdown().reached(Phase::Closing) => {
            connection.as_mut().graceful_shutdown();
            let _ = connection.await;
        }
    }
}

/// What the process is told from outside.
mod signals {
    use std::future::Future;

    use crate::live::Watch;

    /// Comes true when the process is told to end.
    #[cfg(unix)]
    pub(super) fn end() -> anyhow::Result<impl Future<Output = ()>> {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        Ok(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        })
    }

    /// Reads the catalog again whenever the process is told to.
    #[cfg(unix)]
    pub(super) async fn reload(watch: Watch) {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::hangup()) {
            Ok(mut hangups) => {
                while hangups.recv().await.is_some() {
                    watch.reload();
                }
            }
            Err(error) => tracing::warn!(%error, "cannot listen to SIGHUP"),
        }
        std::future::pending::<()>().await;
    }

    #[cfg(not(unix))]
    pub(super) fn end() -> anyhow::Result<impl Future<Output = ()>> {
        Ok(async {
            // Where it cannot be told, it serves until it is killed.
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending().await
            }
        })
    }

    #[cfg(not(unix))]
    pub(super) async fn reload(_watch: Watch) {
        std::future::pending().await
    }
}
